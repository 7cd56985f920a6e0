"""The example releases: working copies from `content/releases/`, and what became of each, act by act.

A file holds the fields of a release, `texts` once a language, and `acts` in order, each at its own instant, so
that the examples have a history: the demonstration site is the one place that hands the workflow a past `now`.
Paragraphs are divided by an empty line; a text that begins with `<` is HTML.
"""

from datetime import datetime, time, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from django.contrib.auth.models import User
from django.utils import timezone

from iomsite.demo.organisation import Contacts, Units
from iomsite.demo.rows import CONTENT, Row, columns, read
from newsroom import workflow
from newsroom.models import CoIssuer, Release, ReleaseContact
from org.models import Country
from org.richtext import from_paragraphs

_FIELDS = (
    "kind",
    "source_language",
    "released_on",
    "speaker_name",
    "attribution",
    "starts_at",
    "webcast",
    "interpretation",
)


def names() -> list[str]:
    """The files of example releases, in their order."""
    return sorted(path.stem for path in (CONTENT / "releases").glob("*.toml"))


def load_releases(units: Units, contacts: Contacts, *, author: User, publisher: User) -> int:
    """Adds the example releases that are missing, each whole with all its acts; gives how many it added.

    Raises `newsroom.refusal.Refusal` where the workflow says no, such as for an address in use.
    """
    added = 0
    for name in names():
        if not Release.objects.filter(uuid=identity(name)).exists():
            _Example(name, units, contacts, author, publisher).load()
            added += 1
    return added


def identity(name: str) -> UUID:
    """The release of a file, whatever staff have made of it."""
    return uuid5(NAMESPACE_URL, f"demo:{name}")


class _Example:
    def __init__(self, name: str, units: Units, contacts: Contacts, author: User, publisher: User) -> None:
        self.name, self.units, self.contacts = name, units, contacts
        self.author, self.publisher = author, publisher
        self.row = read(f"releases/{name}")

    def load(self) -> None:
        acts = self.row.get("acts", [])
        self._make(acts[0].get("at") if acts else None)
        for act in acts:
            self._play(act)

    def _make(self, now: datetime | None) -> None:
        fields = {name: self.row[name] for name in _FIELDS if name in self.row}
        release = Release(uuid=identity(self.name), unit=self.units[self.row["unit"]], **fields)
        for language, text in self.row["texts"].items():
            _write(release, language, _marked(text, language))
        release.save()
        release.countries.set(Country.objects.filter(code__in=self.row.get("countries", [])))
        for place, key in enumerate(self.row.get("contacts", [])):
            ReleaseContact.objects.create(release=release, contact=self.contacts[key], position=place)
        for place, row in enumerate(self.row.get("co_issuers", [])):
            CoIssuer.objects.create(release=release, position=place, **columns(row))
        workflow.record_save(release, by=self.author, now=now)

    def _play(self, act: Row) -> None:
        # Read again each time: the workflow writes the row, too.
        release, now = Release.objects.get(uuid=identity(self.name)), act.get("at")
        if changes := act.get("write"):
            for language, text in changes.items():
                _write(release, language, text)
            release.save()
            workflow.record_save(release, by=self.author, now=now)
        if language := act.get("assign"):
            due = _days_ahead(act["days_ahead"])
            workflow.assign_translation(release, language, by=self.author, translator=self.author, due_at=due, now=now)
        if languages := act.get("leave_out"):
            workflow.leave_out(release, languages, by=self.author, now=now)
        if languages := act.get("clear"):
            workflow.send_for_clearance(release, languages, by=self.author, now=now)
        if languages := act.get("publish"):
            said = {name: act[name] for name in ("nature", "change_note") if name in act}
            at = _days_ahead(act["days_ahead"]) if "days_ahead" in act else None
            workflow.publish(release, languages, by=self.publisher, at=at, now=now, **said)
        if languages := act.get("withdraw"):
            said = {name: act[name] for name in ("reason", "explanation", "way_on")}
            workflow.withdraw(release, languages, by=self.publisher, now=now, **said)


def _write(release: Release, language: str, text: Row) -> None:
    for name, value in text.items():
        setattr(release, f"{name}_{language}", _html(value) if name in {"body", "notes_to_editors"} else value)


def _html(text: str) -> str:
    text = text.strip()
    return text if text.startswith("<") else from_paragraphs(text.split("\n\n"))


def _marked(text: Row, language: str) -> Row:
    """No reader should take an example for news: its summary begins with the word, its notes say it in full."""
    mark = read("mark")[language]
    notes = "\n\n".join(filter(None, (text.get("notes_to_editors", ""), mark["note"])))
    return text | {"summary": f"{mark['word']} {text['summary']}", "notes_to_editors": notes}


def _days_ahead(days: int) -> datetime:
    """Nine in the morning at the seat, some days from today."""
    day = timezone.localdate() + timedelta(days=days)
    return datetime.combine(day, time(9), timezone.get_default_timezone())
