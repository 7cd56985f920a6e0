"""How the newsroom says no: in sentences that tell staff what to do."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

GENEVA = ZoneInfo("Europe/Zurich")
"""The zone of the seat: the date of a release is Geneva's date at its first publication."""


class Refusal(Exception):  # noqa: N818  a refusal is an answer, not a fault
    """A verb says no. `reasons` are sentences for staff; `offer` names the argument that would make it possible."""

    def __init__(self, *reasons: str, offer: str = "") -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons
        self.offer = offer


def language_name(code: str) -> str:
    """The name of a language in the reader's own: fr → "French"."""
    return str(get_language_info(code)["name_translated"])


def geneva_hour(moment: datetime) -> str:
    """An instant as staff read it in a sentence: "2026-11-23 20:15 Geneva time"."""
    return f"{moment.astimezone(GENEVA):%Y-%m-%d %H:%M} {_('Geneva time')}"
