"""The checks before publication. Each is one small function that yields sentences saying what to do."""

from collections.abc import Callable, Iterator

from django.utils.translation import gettext as _

from newsroom.languages import text_of
from newsroom.models import Release
from newsroom.refusal import language_name

Fault = Callable[[dict[str, str]], Iterator[str]]


def _title_missing(text: dict[str, str]) -> Iterator[str]:
    if not text["title"].strip():
        yield _("write a title.")


def _text_missing(text: dict[str, str]) -> Iterator[str]:
    if not text["body"].strip():
        yield _("write a text.")


FAULTS: tuple[Fault, ...] = (_title_missing, _text_missing)
"""What blocks publication."""


def faults(release: Release, language: str) -> list[str]:
    """What must be mended before this language of the release can go out; empty when nothing."""
    text = text_of(release, language)
    return [f"{language_name(language)}: {sentence}" for check in FAULTS for sentence in check(text)]
