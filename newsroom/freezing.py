"""What an edition holds: a copy of the working copy in one language.

One place for publication and for whatever shows a text before it is public.
"""

from newsroom.languages import text_of
from newsroom.models import CoIssuer, Edition, Release
from org.dates import Precision
from org.translated import words

_FROZEN_TEXT = ("title", "slug", "dateline", "summary", "body", "notes_to_editors")


def frozen(release: Release, language: str) -> Edition:
    """An edition of the working copy, not saved and without number or interval: those are the workflow's."""
    text = text_of(release, language)
    return Edition(
        release=release,
        language=language,
        kind=release.kind,
        **{field: text[field] for field in _FROZEN_TEXT},
        released_on=release.released_on,
        released_on_precision=release.released_on_precision,
        date_follows_publication=release.released_on is None and release.released_on_precision != Precision.UNKNOWN,
        source_language=release.source_language,
        unit=release.unit,
        co_issuers=[_co_issuer(row, language) for row in release.co_issuers.select_related("unit")],
        speaker=_speaker(release),
        event=_event(release, text["place"]),
        imported=release.imported,
    )


def _co_issuer(row: CoIssuer, language: str) -> dict[str, str]:
    named = words(row.unit or row, "name", language)
    return {"name": named.text, "language": named.language, "website": row.website or getattr(row.unit, "website", "")}


def _speaker(release: Release) -> dict[str, str] | None:
    name = release.speaker.name if release.speaker else release.speaker_name
    return {"name": name, "attribution": release.attribution} if name else None


def _event(release: Release, place: str) -> dict[str, str] | None:
    if not release.starts_at:
        return None
    return {
        "starts_at": release.starts_at.isoformat(),
        "place": place,
        "webcast": release.webcast,
        "interpretation": release.interpretation,
    }
