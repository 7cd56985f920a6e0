"""Dates of the past may be partial ("2006", "2006-03") or unknown: a date and how much of it is known."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.utils.dates import MONTHS
from django.utils.translation import get_language, gettext, override
from django.utils.translation import gettext_lazy as _

# As United Nations documents write them; Django's Arabic has only the second of each pair.
_ARABIC_MONTHS = (
    "كانون الثاني/يناير",
    "شباط/فبراير",
    "آذار/مارس",
    "نيسان/أبريل",
    "أيار/مايو",
    "حزيران/يونيه",
    "تموز/يوليه",
    "آب/أغسطس",
    "أيلول/سبتمبر",
    "تشرين الأول/أكتوبر",
    "تشرين الثاني/نوفمبر",
    "كانون الأول/ديسمبر",
)


class Precision(models.TextChoices):
    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")
    UNKNOWN = "unknown", _("date unknown")


class PrecisionField(models.CharField):
    """How much of the date beside it is known; blank where there is no such date at all."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        defaults: dict[str, Any] = {"max_length": 7, "choices": Precision.choices}
        super().__init__(*args, **(defaults | kwargs))


@dataclass(frozen=True)
class PartialDate:
    """A date known to the day, the month, the year or not at all. Its text is in the active language."""

    date: date | None
    precision: str

    @property
    def known(self) -> bool:
        return self.date is not None and self.precision != Precision.UNKNOWN

    @property
    def iso(self) -> str:
        """ISO 8601, as far as known: "2006", "2006-03", "2006-03-15" or ""."""
        if self.date is None or not self.known:
            return ""
        length = {Precision.YEAR: 4, Precision.MONTH: 7}.get(Precision(self.precision), 10)
        return self.date.isoformat()[:length]

    def __str__(self) -> str:
        if self.date is None or not self.known:
            return gettext("Date unknown")
        return spell(self.date, self.precision, get_language() or "en")


def spell(day: date, precision: str, language: str) -> str:
    """A date in words, as far as it is known: "18 July 2018", "1er juillet 2018", "18 de julio de 2018"."""
    if precision == Precision.YEAR:
        return str(day.year)
    month = _month(day.month, language)
    joint = " de " if language == "es" else " "
    if precision == Precision.MONTH:
        return f"{month}{joint}{day.year}"
    number = "1er" if language == "fr" and day.day == 1 else str(day.day)
    return f"{number}{joint}{month}{joint}{day.year}"


def _month(number: int, language: str) -> str:
    if language == "ar":
        return _ARABIC_MONTHS[number - 1]
    with override(language):
        return str(MONTHS[number])
