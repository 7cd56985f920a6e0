"""In which languages a page exists, and at which path in each: what the language switch is made of."""

from django.urls import reverse
from django.utils.translation import override

from org.translated import LANGUAGES, HasPages


def in_every_language(name: str) -> dict[str, str]:
    """The paths of a page that every language has, by language code."""
    paths = {}
    for code in LANGUAGES:
        with override(code):
            paths[code] = reverse(name)
    return paths


def pages_of(thing: HasPages) -> dict[str, str]:
    """The paths of a unit's or post's page, by language code: only the languages that it has."""
    return {code: thing.url_in(code) for code in thing.languages}
