from org.models.appointment import Appointment
from org.models.country import Country
from org.models.figure import Figure
from org.models.person import Person
from org.models.post import Post
from org.models.unit import Unit

__all__ = ["Appointment", "Country", "Figure", "Person", "Post", "Unit"]
