"""Synthetic releases for measuring: many, alike in shape, invented from a seed.

The one named exception to “only `newsroom.workflow` writes editions and statuses” (tests/test_guards.py): its
locks and checks, once for each of some ten thousand releases, would take an hour. What is made here keeps the
same rules by construction: one edition a language, without an end, under an address of its own. Nobody did
anything, so nothing is in the activity log.
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random
from uuid import UUID

from django.db import transaction

from newsroom.languages import digest, text_of
from newsroom.models import (
    ContactNumber,
    Edition,
    EditionContact,
    LanguageState,
    MediaContact,
    Release,
    ReleaseContact,
)
from newsroom.models.kind import Kind
from newsroom.models.language_state import Status
from newsroom.refusal import GENEVA
from org.models import Country, Unit
from org.richtext import from_paragraphs
from org.slugs import slug_of
from org.translated import raw

LANGUAGES = ("en", "fr", "es")

_MORE, _A_PARAGRAPH = 5, 4
"""Each text says every sentence once and some twice: about 2,500 characters."""
_BATCH = 100
_CONTACTS = 20
_FIRST, _LAST = date(2006, 1, 1), date(2025, 12, 31)
_NOON = time(12, tzinfo=GENEVA)
_WORDS = Path(__file__).parent / "data" / "synthetic.toml"


class SeedUsed(Exception):  # noqa: N818  it is raised with a sentence
    """The releases of this seed are in the database already."""


@dataclass(frozen=True)
class _Made:
    """A release not yet saved, with what can be linked only afterwards."""

    release: Release
    country: Country
    contacts: list[MediaContact]


@transaction.atomic
def load(number: int, seed: int, made: Callable[[int], object]) -> None:
    """Makes `number` releases, published in each of `LANGUAGES`; the same seed makes the same ones.

    Units and countries are those of the database. `made` is told how many each step has made. Raises `SeedUsed`.
    """
    source = _Source(seed)
    if Release.objects.filter(uuid=source.make(0).release.uuid).exists():
        raise SeedUsed(f"The releases of seed {seed} are there already: choose another with --seed.")
    for start in range(0, number, _BATCH):
        batch = [source.make(index) for index in range(start, min(start + _BATCH, number))]
        _save_working_copies(batch)
        _save_editions(batch)
        made(len(batch))


class _Source:
    """What a seed invents. Each release depends on the seed and its own index alone, not on how many there are."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.words = tomllib.loads(_WORDS.read_text(encoding="utf-8"))
        self.units = list(Unit.objects.order_by("pk")) or [None]
        self.countries = list(Country.objects.order_by("code"))
        self.contacts = _contacts()

    def make(self, index: int) -> _Made:
        random = Random(f"{self.seed}:{index}")  # noqa: S311  nothing secret
        release = Release(
            uuid=UUID(int=random.getrandbits(128), version=4),
            kind=random.choice(Kind.values),
            source_language=random.choice(LANGUAGES),
            released_on=_FIRST + timedelta(days=random.randrange((_LAST - _FIRST).days + 1)),
            unit=random.choice(self.units),
        )
        made = _Made(release, random.choice(self.countries), random.sample(self.contacts, 2))
        said = random.randrange(len(self.words["titles"]["en"])), *self._sentences(random)
        for language in LANGUAGES:
            self._write(made, language, index, *said)
        return made

    def _sentences(self, random: Random) -> tuple[list[int], list[int]]:
        all_of_them = range(len(self.words["sentences"]["en"]))
        which = [*random.sample(all_of_them, len(all_of_them)), *random.sample(all_of_them, _MORE)]
        return which, [random.randrange(3, 900) for _sentence in which]

    def _write(
        self, made: _Made, language: str, index: int, title: int, sentences: list[int], numbers: list[int]
    ) -> None:
        country, texts = raw(made.country, "name", language), self.words["sentences"][language]
        headline = self.words["titles"][language][title].format(country=country, number=numbers[0])
        body = [
            texts[which].format(country=country, number=number)
            for which, number in zip(sentences, numbers, strict=True)
        ]
        values = {
            "title": headline,
            "slug": f"{slug_of(headline, language)}-{self.seed}-{index}",
            "dateline": self.words["dateline"][language],
            "summary": self.words["summary"][language].format(country=country),
            "body": from_paragraphs(" ".join(body[at : at + _A_PARAGRAPH]) for at in range(0, len(body), _A_PARAGRAPH)),
        }
        for name, value in values.items():
            setattr(made.release, f"{name}_{language}", value)


def _contacts() -> list[MediaContact]:
    """A pool that all seeds share, made by the first."""
    for place in range(_CONTACTS):
        contact, is_new = MediaContact.objects.get_or_create(
            email=f"synthetic.{place}@example.org", defaults={"name": f"Synthetic Contact {place}"}
        )
        if is_new:
            ContactNumber.objects.create(contact=contact, number=f"+1202555{100 + place:04}")
    return list(MediaContact.objects.filter(email__startswith="synthetic.", email__endswith="@example.org"))


def _save_working_copies(batch: list[_Made]) -> None:
    Release.objects.bulk_create(made.release for made in batch)
    ReleaseContact.objects.bulk_create(
        ReleaseContact(release=made.release, contact=contact, position=place)
        for made in batch
        for place, contact in enumerate(made.contacts)
    )
    Release.countries.through.objects.bulk_create(
        Release.countries.through(release=made.release, country=made.country) for made in batch
    )
    LanguageState.objects.bulk_create(
        LanguageState(
            release=made.release,
            language=language,
            status=Status.APPROVED,
            version=1,
            text_digest=digest(text_of(made.release, language)),
        )
        for made in batch
        for language in LANGUAGES
    )


def _save_editions(batch: list[_Made]) -> None:
    editions = [(_edition(made.release, language), made) for made in batch for language in LANGUAGES]
    Edition.objects.bulk_create(edition for edition, _made in editions)
    EditionContact.objects.bulk_create(
        EditionContact(edition=edition, contact=contact, position=place)
        for edition, made in editions
        for place, contact in enumerate(made.contacts)
    )
    Edition.countries.through.objects.bulk_create(
        Edition.countries.through(edition=edition, country=made.country) for edition, made in editions
    )


def _edition(release: Release, language: str) -> Edition:
    """What `freezing.frozen` makes of such a release, without its question for co-issuers; a test compares them."""
    text, noon = text_of(release, language), datetime.combine(release.released_on, _NOON)
    return Edition(
        release=release,
        language=language,
        number=1,
        live_from=noon,
        first_published_at=noon,
        kind=release.kind,
        **{name: text[name] for name in ("title", "slug", "dateline", "summary", "body")},
        released_on=release.released_on,
        released_on_precision=release.released_on_precision,
        source_language=release.source_language,
        unit=release.unit,
    )
