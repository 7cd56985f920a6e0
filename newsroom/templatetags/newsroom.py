"""What templates show of releases, those of the organisation's pages too."""

import math
from datetime import datetime
from zoneinfo import ZoneInfo

from django import template
from django.utils.html import strip_tags
from django.utils.translation import get_language

from newsroom.filters import ReleaseFilter
from newsroom.models import Edition, MediaContact
from newsroom.models.release import Attribution
from newsroom.refusal import GENEVA
from org.dates import Precision, spell
from org.models import Unit

UTC = ZoneInfo("UTC")
WORDS_A_MINUTE = 200
LATEST = 5

register = template.Library()


@register.filter
def utc(moment: datetime) -> str:
    """An instant in words, with its zone: "23 November 2026, 04:30 UTC"."""
    return f"{_hour(moment.astimezone(UTC))} UTC"


@register.filter
def moment(iso: str) -> datetime:
    """The instant that a frozen text names."""
    return datetime.fromisoformat(iso)


@register.filter
def iso(moment: datetime) -> str:
    """An instant as HTML's `datetime` has it, to the second."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


@register.filter
def in_zones(moment: datetime) -> str:
    """When an event starts, in Geneva's time and in UTC."""
    in_geneva = moment.astimezone(GENEVA)
    return f"{_hour(in_geneva)} {in_geneva:%Z} ({moment.astimezone(UTC):%H:%M} UTC)"


@register.filter
def minutes_to_read(rich_text: str) -> int:
    """How long a text takes to read, in whole minutes."""
    return math.ceil(len(strip_tags(rich_text).split()) / WORDS_A_MINUTE) or 1


@register.filter
def attribution(speaker: dict[str, str]) -> str:
    """How the words of a speaker may be quoted."""
    code = speaker.get("attribution")
    return Attribution(code).label if code else ""


@register.simple_tag
def page_query(form: ReleaseFilter, number: int) -> str:
    """The query string of a page of the list."""
    return form.query_of_page(number)


@register.simple_tag
def latest_releases(unit: Unit) -> list[Edition]:
    """The newest releases of a unit in the reader's language."""
    return list(Edition.objects.live().filter(language=get_language(), unit=unit).for_lists()[:LATEST])


@register.simple_tag
def press_contacts(unit: Unit) -> list[MediaContact]:
    """Whom journalists may call about a unit."""
    return list(MediaContact.objects.current().filter(press_office=True, unit=unit).for_readers())


def _hour(moment: datetime) -> str:
    comma = "،" if get_language() == "ar" else ","
    return f"{spell(moment.date(), Precision.DAY, get_language())}{comma} {moment:%H:%M}"
