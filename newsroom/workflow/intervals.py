"""Editions and their intervals.

An edition is live in `[live_from, live_until)`. A new one ends its predecessor at its own start. Whichever
interval shrinks is written first: on PostgreSQL exclusion constraints watch each step.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db import models
from django.utils.translation import gettext as _

from newsroom.freezing import frozen
from newsroom.models import Edition, EditionContact, Release
from newsroom.models.event import Verb
from newsroom.refusal import GENEVA, Refusal, geneva_hour, language_name
from newsroom.workflow.act import Act
from newsroom.workflow.texts import approve_text, fill_slug


def live_of(act: Act, languages: Iterable[str]) -> list[Edition]:
    return list(Edition.objects.live(act.now).filter(release=act.release, language__in=languages))


def scheduled_of(act: Act, languages: Iterable[str]) -> list[Edition]:
    return list(Edition.objects.scheduled(act.now).filter(release=act.release, language__in=languages))


def _predecessor(act: Act, edition: Edition) -> Edition | None:
    """The edition that is live until this scheduled one begins."""
    return act.editions(edition.language).live(act.now).filter(live_until=edition.live_from).first()


def refuse_scheduled(act: Act, languages: list[str]) -> None:
    reasons = [
        _("%(language)s: version %(number)s is scheduled for %(hour)s. Cancel it in the same step, or move its hour.")
        % {
            "language": language_name(edition.language),
            "number": edition.number,
            "hour": geneva_hour(edition.live_from),
        }
        for edition in scheduled_of(act, languages)
    ]
    if reasons:
        raise Refusal(*reasons, offer="cancel_scheduled")


def _refuse_taken(edition: Edition) -> None:
    """The interval rules, checked here as well: SQLite has no exclusion constraints, and staff want a sentence."""
    if edition.live_until == edition.live_from:
        return
    others = Edition.objects.overlapping(edition.live_from, edition.live_until).filter(language=edition.language)
    others = others.exclude(pk=edition.pk)
    if others.filter(slug=edition.slug).exclude(release=edition.release_id).exists():
        message = _("%(language)s: the address “%(slug)s” is in use at that time. Give this release another address.")
        raise Refusal(message % {"language": language_name(edition.language), "slug": edition.slug})
    if others.filter(release=edition.release_id).exists():
        raise Refusal(_("%s: another version is live or scheduled at that time.") % language_name(edition.language))


def issue(act: Act, language: str, start: datetime, nature: str, change_note: str) -> Edition:
    """Freezes one language, ends its predecessor at the start, marks the text approved, records it."""
    fill_slug(act.release, language)
    earlier = act.editions(language).was_public(start).order_by("number").first()
    edition = frozen(act.release, language)
    edition.number = (act.editions(language).aggregate(last=models.Max("number"))["last"] or 0) + 1
    edition.live_from = start
    edition.approved_by = act.person
    edition.nature = nature if earlier else Edition.Nature.FIRST
    edition.change_note = change_note if earlier else ""
    _date(edition, earlier.first_published_at if earlier else start)
    for predecessor in act.editions(language).live(start):
        write_interval(predecessor, predecessor.live_from, start)
    _refuse_taken(edition)
    edition.save()
    _freeze_relations(act.release, edition)
    approve_text(act, language)
    act.record(language, edition, live_from=start.isoformat())
    return edition


def _freeze_relations(release: Release, edition: Edition) -> None:
    rows = [row for row in release.release_contacts.all() if not row.languages or edition.language in row.languages]
    EditionContact.objects.bulk_create(
        EditionContact(edition=edition, contact_id=row.contact_id, position=place) for place, row in enumerate(rows)
    )
    edition.countries.set(release.countries.all())


def _date(edition: Edition, first_published_at: datetime) -> None:
    edition.first_published_at = first_published_at
    if edition.date_follows_publication:
        edition.released_on = first_published_at.astimezone(GENEVA).date()


def move(act: Act, edition: Edition, start: datetime) -> None:
    before, predecessor = edition.live_from, _predecessor(act, edition)
    if edition.nature == Edition.Nature.FIRST:
        _date(edition, start)
    if predecessor and start < before:
        write_interval(predecessor, predecessor.live_from, start)
    write_interval(edition, start, None)
    if predecessor and start > before:
        write_interval(predecessor, predecessor.live_from, start)
    act.record(edition.language, edition, before=before.isoformat(), live_from=start.isoformat())


def take_back(act: Act, edition: Edition, *, reopening: bool = True) -> None:
    predecessor = _predecessor(act, edition)
    write_interval(edition, edition.live_from, edition.live_from)
    if predecessor and reopening:
        write_interval(predecessor, predecessor.live_from, None)
    act.record(edition.language, edition, verb=Verb.CANCEL)


def write_interval(edition: Edition, start: datetime, end: datetime | None) -> None:
    edition.live_from, edition.live_until = start, end
    _refuse_taken(edition)
    edition.save(update_fields=["live_from", "live_until", "first_published_at", "released_on"])
