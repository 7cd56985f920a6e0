"""The verbs of the newsroom: the only writer of statuses, editions and events.

Each verb is one function and one transaction: lock, allowed here (`verbs.TABLE`), may this person (`permissions`),
gate, write, event. A refusal says in sentences what to do and leaves nothing written. `now` is the instant
of the act (default: the clock), so that tests need not wait.

An edition is live in `[live_from, live_until)`. A new one ends its predecessor at its own start. Whichever
interval shrinks is written first: on PostgreSQL exclusion constraints watch each step.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import IntegrityError, OperationalError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from modeltranslation.utils import build_localized_fieldname

from newsroom import gate, permissions
from newsroom.freezing import frozen
from newsroom.languages import digest, text_of
from newsroom.models import Agreement, Edition, EditionContact, Event, LanguageState, Release
from newsroom.models.edition import EditionQuerySet
from newsroom.models.event import Verb
from newsroom.models.language_state import Status
from newsroom.refusal import GENEVA, Refusal, geneva_hour, language_name
from newsroom.verbs import TABLE
from org.links import is_link
from org.slugs import slug_of
from org.translated import LANGUAGES

IMPORT = "import"
"""The name under which the importer of the archive saves and approves."""

Actor = User | str


# PostgreSQL's exclusion_violation, and deadlock_detected: two that wait to be checked against each other.
_LOST_THE_RACE = {"23P01", "40P01"}


@dataclass(frozen=True)
class _Act:
    """One use of a verb: on what, by whom, when. `release` is locked until the transaction ends."""

    verb: Verb
    release: Release
    by: Actor
    now: datetime

    def record(self, language: str, edition: Edition | None = None, *, verb: Verb | None = None, **detail: str) -> None:
        Event.objects.create(
            at=self.now,
            actor=None if isinstance(self.by, str) else self.by,
            actor_name=self.by if isinstance(self.by, str) else self.by.get_username(),
            verb=verb or self.verb,
            release=self.release,
            language=language,
            edition=edition,
            detail=detail,
        )

    def editions(self, language: str) -> EditionQuerySet:
        return Edition.objects.filter(release=self.release, language=language)


# --- The verbs ------------------------------------------------------------------------------------


def record_save(release: Release, *, by: Actor, now: datetime | None = None) -> None:
    """Notes that the working copy was saved: each language whose text changed is a draft again.

    Effects: the version of the release, the state of each changed language (with the source text that a
    translation was made from), an event for each.
    """
    with _act(Verb.SAVE, release, by, now) as act:
        act.release.version += 1
        act.release.save(update_fields=["version"])
        for language in LANGUAGES:
            _record_text(act, language)


def publish(
    release: Release,
    languages: Iterable[str],
    *,
    by: User,
    at: datetime | None = None,
    nature: str = Edition.Nature.UPDATE,
    change_note: str = "",
    cancel_scheduled: bool = False,
    now: datetime | None = None,
) -> list[Edition]:
    """Approves the working copy in one or several languages for one instant, all or none.

    `at` is when readers see it (None: at once), never in the past. `nature` and `change_note` tell what changed
    against the version that readers know; the first version is `first` whatever is given. Refused while a version
    of the language is scheduled, unless `cancel_scheduled` takes that one away in the same step.
    """
    with _act(Verb.PUBLISH, release, by, now) as act:
        chosen = _in_order(languages)
        start = _start(act, at)
        _refuse_any(
            [*_not_ready(act, chosen), *(fault for language in chosen for fault in gate.faults(act.release, language))]
        )
        if cancel_scheduled:
            for edition in _scheduled(act, chosen):
                _cancel(act, edition)
        else:
            _refuse_scheduled(act, chosen)
        return [_issue(act, language, start, nature, change_note) for language in chosen]


def approve_import(release: Release, language: str, *, now: datetime | None = None) -> Edition:
    """The import's own approval of an imported release, at once and under its own name."""
    with _act(Verb.PUBLISH, release, IMPORT, now) as act:
        if not act.release.imported:
            raise Refusal(_("Only releases that came from the archive are approved by the import."))
        _refuse_any(gate.faults(act.release, language))
        _refuse_scheduled(act, [language])
        return _issue(act, language, act.now, Edition.Nature.MINOR, "")


def reschedule(
    release: Release, *, by: User, to: datetime | None = None, now: datetime | None = None
) -> list[Edition]:
    """Moves the hour of everything scheduled of a release, all languages in one act; `to` None lifts it now."""
    with _act(Verb.RESCHEDULE, release, by, now) as act:
        start = _start(act, to)
        editions = _scheduled(act, LANGUAGES)
        if not editions:
            raise Refusal(_("Nothing of this release is scheduled. Publish it instead."))
        for edition in editions:
            _move(act, edition, start)
        return editions


def cancel(
    release: Release, languages: Iterable[str], *, by: User, now: datetime | None = None
) -> list[Edition]:
    """Takes scheduled versions back; what was live goes on being so."""
    with _act(Verb.CANCEL, release, by, now) as act:
        chosen = _in_order(languages)
        editions = _scheduled(act, chosen)
        missing = set(chosen) - {edition.language for edition in editions}
        _refuse_any(
            _("%s: no version is scheduled.") % language_name(language) for language in _in_order(missing, empty=True)
        )
        for edition in editions:
            _cancel(act, edition)
        return editions


def withdraw(
    release: Release,
    languages: Iterable[str],
    *,
    by: User,
    reason: str,
    explanation: str = "",
    way_on: str = "",
    now: datetime | None = None,
) -> list[Edition]:
    """Takes down what is live in some languages, and cancels what is scheduled there.

    `reason` (Edition.WithdrawalReason), `explanation` and `way_on` (an address) are told to readers.
    """
    with _act(Verb.WITHDRAW, release, by, now) as act:
        if reason not in Edition.WithdrawalReason:
            raise Refusal(_("Choose a reason that readers are told."))
        if way_on and not is_link(way_on):
            raise Refusal(_("Begin the way on with https:// or /."))
        chosen = _in_order(languages)
        live = {edition.language: edition for edition in _live(act, chosen)}
        _refuse_any(
            _("%s: nothing is public to take down.") % language_name(code) for code in chosen if code not in live
        )
        for edition in _scheduled(act, chosen):
            _cancel(act, edition, reopening=False)
        for edition in live.values():
            edition.withdrawal = {"reason": str(reason), "explanation": explanation, "way_on": way_on}
            edition.save(update_fields=["withdrawal"])
            _write_interval(edition, edition.live_from, act.now)
            act.record(edition.language, edition, reason=str(reason))
        return list(live.values())


# --- Refusals -------------------------------------------------------------------------------------


@contextmanager
def _act(verb: Verb, release: Release, by: Actor, now: datetime | None) -> Iterator[_Act]:
    """The transaction of a verb: the release is locked before the clock is read, then the table is asked."""
    try:
        with transaction.atomic():
            locked = Release.objects.select_for_update().get(pk=release.pk)
            act = _Act(verb, locked, by, now or timezone.now())
            _refuse_stranger(act)
            yield act
    except (IntegrityError, OperationalError) as error:
        if getattr(error.__cause__, "pgcode", None) not in _LOST_THE_RACE:
            raise
        message = _("Somebody else published at the same moment. Look at what is public now and try again.")
        raise Refusal(message) from error


def _refuse_stranger(act: _Act) -> None:
    if isinstance(act.by, str) or act.verb not in TABLE:
        return
    if not permissions.may(act.by, TABLE[act.verb].permission, act.release):
        raise Refusal(_("You may not do this to this release. Ask a publisher."))


def _refuse_any(reasons: Iterable[str]) -> None:
    if collected := tuple(reasons):
        raise Refusal(*collected)


def _not_ready(act: _Act, languages: list[str]) -> Iterator[str]:
    for language in languages:
        state = _state(act, language)
        if state.status not in TABLE[act.verb].start:
            yield _("%(language)s: its text is “%(status)s”; finish it first.") % {
                "language": language_name(language),
                "status": state.get_status_display(),
            }


def _refuse_scheduled(act: _Act, languages: list[str]) -> None:
    reasons = [
        _("%(language)s: version %(number)s is scheduled for %(hour)s. Cancel it in the same step, or move its hour.")
        % {
            "language": language_name(edition.language),
            "number": edition.number,
            "hour": geneva_hour(edition.live_from),
        }
        for edition in _scheduled(act, languages)
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


# --- Writing --------------------------------------------------------------------------------------


def _start(act: _Act, at: datetime | None) -> datetime:
    if at is not None and timezone.is_naive(at):
        raise Refusal(_("Give the hour with its time zone."))
    if at is not None and at < act.now:
        raise Refusal(_("%s has passed. Choose a later hour, or publish now.") % geneva_hour(at))
    return at or act.now


def _issue(act: _Act, language: str, start: datetime, nature: str, change_note: str) -> Edition:
    """Freezes one language, ends its predecessor at the start, marks the text approved, records it."""
    _fill_slug(act.release, language)
    earlier = act.editions(language).was_public(start).order_by("number").first()
    edition = frozen(act.release, language)
    edition.number = (act.editions(language).aggregate(last=models.Max("number"))["last"] or 0) + 1
    edition.live_from = start
    edition.approved_by = None if isinstance(act.by, str) else act.by
    edition.nature = nature if earlier else Edition.Nature.FIRST
    edition.change_note = change_note if earlier else ""
    _date(edition, earlier.first_published_at if earlier else start)
    for predecessor in act.editions(language).live(start):
        _write_interval(predecessor, predecessor.live_from, start)
    _refuse_taken(edition)
    edition.save()
    _freeze_relations(act.release, edition)
    _approve(act, language)
    act.record(language, edition, live_from=start.isoformat())
    return edition


def _freeze_relations(release: Release, edition: Edition) -> None:
    rows = [row for row in release.release_contacts.all() if not row.languages or edition.language in row.languages]
    EditionContact.objects.bulk_create(
        EditionContact(edition=edition, contact_id=row.contact_id, position=place) for place, row in enumerate(rows)
    )
    edition.countries.set(release.countries.all())


def _approve(act: _Act, language: str) -> None:
    state = _state(act, language)
    state.status = TABLE[act.verb].end or state.status
    state.text_digest = digest(text_of(act.release, language))
    state.save(update_fields=["status", "text_digest"])
    if not isinstance(act.by, str):
        Agreement.objects.get_or_create(
            state=state, person=act.by, text_digest=state.text_digest, defaults={"agreed_at": act.now}
        )


def _fill_slug(release: Release, language: str) -> None:
    """The working copy keeps the address that it goes out under, so that a new title does not move the page."""
    text = text_of(release, language)
    if not text["slug"]:
        column = build_localized_fieldname("slug", language)
        setattr(release, column, slug_of(text["title"], language) or str(release.uuid))
        release.save(update_fields=[column])


def _date(edition: Edition, first_published_at: datetime) -> None:
    edition.first_published_at = first_published_at
    if edition.date_follows_publication:
        edition.released_on = first_published_at.astimezone(GENEVA).date()


def _move(act: _Act, edition: Edition, start: datetime) -> None:
    before, predecessor = edition.live_from, _predecessor(act, edition)
    if edition.nature == Edition.Nature.FIRST:
        _date(edition, start)
    if predecessor and start < before:
        _write_interval(predecessor, predecessor.live_from, start)
    _write_interval(edition, start, None)
    if predecessor and start > before:
        _write_interval(predecessor, predecessor.live_from, start)
    act.record(edition.language, edition, before=before.isoformat(), live_from=start.isoformat())


def _cancel(act: _Act, edition: Edition, *, reopening: bool = True) -> None:
    predecessor = _predecessor(act, edition)
    _write_interval(edition, edition.live_from, edition.live_from)
    if predecessor and reopening:
        _write_interval(predecessor, predecessor.live_from, None)
    act.record(edition.language, edition, verb=Verb.CANCEL)


def _write_interval(edition: Edition, start: datetime, end: datetime | None) -> None:
    edition.live_from, edition.live_until = start, end
    _refuse_taken(edition)
    edition.save(update_fields=["live_from", "live_until", "first_published_at", "released_on"])


def _record_text(act: _Act, language: str) -> None:
    text = text_of(act.release, language)
    state = _state(act, language)
    if state.text_digest == digest(text):
        return
    state.text_digest = digest(text)
    state.version += 1
    state.status = Status.DRAFT if any(text.values()) else Status.MISSING
    if language != act.release.source_language:
        state.made_from = text_of(act.release, act.release.source_language)
    state.save(update_fields=["text_digest", "version", "status", "made_from"])
    act.record(language)


# --- Reading --------------------------------------------------------------------------------------


def _state(act: _Act, language: str) -> LanguageState:
    text = text_of(act.release, language)
    new = {"status": Status.MISSING, "text_digest": digest(dict.fromkeys(text, ""))}
    return LanguageState.objects.get_or_create(release=act.release, language=language, defaults=new)[0]


def _scheduled(act: _Act, languages: Iterable[str]) -> list[Edition]:
    return list(Edition.objects.scheduled(act.now).filter(release=act.release, language__in=languages))


def _live(act: _Act, languages: Iterable[str]) -> list[Edition]:
    return list(Edition.objects.live(act.now).filter(release=act.release, language__in=languages))


def _predecessor(act: _Act, edition: Edition) -> Edition | None:
    """The edition that is live until this scheduled one begins."""
    return act.editions(edition.language).live(act.now).filter(live_until=edition.live_from).first()


def _in_order(languages: Iterable[str], *, empty: bool = False) -> list[str]:
    """The chosen languages, each once, always in the same order: two acts never wait for each other."""
    chosen = set(languages)
    if unknown := chosen - set(LANGUAGES):
        raise Refusal(_("This site has no language “%s”.") % min(unknown))
    if not chosen and not empty:
        raise Refusal(_("Choose at least one language."))
    return [language for language in LANGUAGES if language in chosen]
