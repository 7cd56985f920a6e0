"""The text of one language of a release, and what it lacks or has let go stale."""

import hashlib
import json

from newsroom.models import LanguageState, Release
from org.translated import LANGUAGES, raw

TEXT_FIELDS = ("title", "slug", "dateline", "summary", "body", "notes_to_editors", "place")
"""The translated columns of a release: one list for editions, agreements and translators."""


def text_of(release: Release, language: str) -> dict[str, str]:
    """The working copy of one language, column by column, without fallback."""
    return {field: raw(release, field, language) for field in TEXT_FIELDS}


def languages_of(release: Release) -> list[str]:
    """The languages in which the working copy says anything."""
    return [code for code in LANGUAGES if any(text_of(release, code).values())]


def digest(text: dict[str, str]) -> str:
    """SHA-256 of a text: what people agree to is exactly this."""
    return hashlib.sha256(json.dumps(text, sort_keys=True).encode()).hexdigest()


def stale_fields(state: LanguageState) -> list[str]:
    """The fields whose source has changed since the translation was made."""
    if state.made_from is None:
        return []
    source = text_of(state.release, state.release.source_language)
    return [field for field in TEXT_FIELDS if field != "slug" and source[field] != state.made_from.get(field, "")]
