"""What staff see of the organisation."""

from org.admin.country import CountryAdmin
from org.admin.figure import FigureAdmin
from org.admin.person import PersonAdmin
from org.admin.post import AppointmentAdmin, PostAdmin
from org.admin.unit import UnitAdmin

__all__ = ["AppointmentAdmin", "CountryAdmin", "FigureAdmin", "PersonAdmin", "PostAdmin", "UnitAdmin"]
