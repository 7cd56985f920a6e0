"""The verbs of the newsroom: the only writer of statuses, editions and events.

Each verb is one function and one transaction: lock, allowed here (`newsroom.verbs.TABLE`), may this person
(`newsroom.permissions`), gate, write, event. A refusal says in sentences what to do and leaves nothing written.
`now` is the instant of the act (default: the clock), so that tests need not wait.
"""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from newsroom import gate
from newsroom.models import Edition, Release
from newsroom.models.event import Verb
from newsroom.refusal import Refusal, language_name
from newsroom.workflow.act import Actor, act_on, in_order, refuse_any, start_of
from newsroom.workflow.intervals import issue, live_of, move, refuse_scheduled, scheduled_of, take_back, write_interval
from newsroom.workflow.texts import advance, agree, fill_slug, not_ready, record_text, state_of
from org.links import is_link
from org.translated import LANGUAGES

IMPORT = "import"
"""The name under which the importer of the archive saves and approves."""


def record_save(release: Release, *, by: Actor, now: datetime | None = None) -> None:
    """Notes that the working copy was saved: each language whose text changed is a draft again.

    Effects: the version of the release, the state of each changed language (with the source text that a
    translation was made from), an event for each.
    """
    with act_on(Verb.SAVE, release, by, now) as act:
        act.release.version += 1
        act.release.save(update_fields=["version"])
        for language in LANGUAGES:
            record_text(act, language)


def assign_translation(
    release: Release,
    language: str,
    *,
    by: User,
    translator: User,
    due_at: datetime | None = None,
    now: datetime | None = None,
) -> None:
    """Gives a language that is not written yet to a translator, until a day."""
    with act_on(Verb.ASSIGN, release, by, now) as act:
        state = state_of(act, *in_order([language]))
        state.translator, state.due_at = translator, due_at
        advance(act, [state])


def leave_out(release: Release, languages: Iterable[str], *, by: User, now: datetime | None = None) -> None:
    """Says that a release is not planned in some languages."""
    with act_on(Verb.LEAVE_OUT, release, by, now) as act:
        advance(act, [state_of(act, language) for language in in_order(languages)])


def send_for_clearance(release: Release, languages: Iterable[str], *, by: User, now: datetime | None = None) -> None:
    """The author has finished some languages and asks for review: their agreement to exactly this text."""
    with act_on(Verb.SUBMIT, release, by, now) as act:
        chosen = in_order(languages)
        refuse_any(fault for language in chosen for fault in gate.faults(act.release, language))
        states = [state_of(act, language) for language in chosen]
        for state in states:
            fill_slug(act.release, state.language)
            agree(act, state)
        advance(act, states)


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
    with act_on(Verb.PUBLISH, release, by, now) as act:
        chosen = in_order(languages)
        start = start_of(act, at)
        refuse_any(
            [
                *not_ready(act, [state_of(act, language) for language in chosen]),
                *(fault for language in chosen for fault in gate.faults(act.release, language)),
            ]
        )
        if cancel_scheduled:
            for edition in scheduled_of(act, chosen):
                take_back(act, edition)
        else:
            refuse_scheduled(act, chosen)
        return [issue(act, language, start, nature, change_note) for language in chosen]


def approve_import(release: Release, language: str, *, now: datetime | None = None) -> Edition:
    """The import's own approval of an imported release, at once and under its own name."""
    with act_on(Verb.PUBLISH, release, IMPORT, now) as act:
        if not act.release.imported:
            raise Refusal(_("Only releases that came from the archive are approved by the import."))
        refuse_any(gate.faults(act.release, language))
        refuse_scheduled(act, [language])
        return issue(act, language, act.now, Edition.Nature.MINOR, "")


def reschedule(release: Release, *, by: User, to: datetime | None = None, now: datetime | None = None) -> list[Edition]:
    """Moves the hour of everything scheduled of a release, all languages in one act; `to` None lifts it now."""
    with act_on(Verb.RESCHEDULE, release, by, now) as act:
        start = start_of(act, to)
        editions = scheduled_of(act, LANGUAGES)
        if not editions:
            raise Refusal(_("Nothing of this release is scheduled. Publish it instead."))
        for edition in editions:
            move(act, edition, start)
        return editions


def cancel(release: Release, languages: Iterable[str], *, by: User, now: datetime | None = None) -> list[Edition]:
    """Takes scheduled versions back; what was live goes on being so."""
    with act_on(Verb.CANCEL, release, by, now) as act:
        chosen = in_order(languages)
        editions = scheduled_of(act, chosen)
        missing = set(chosen) - {edition.language for edition in editions}
        refuse_any(
            _("%s: no version is scheduled.") % language_name(language) for language in in_order(missing, empty=True)
        )
        for edition in editions:
            take_back(act, edition)
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
    with act_on(Verb.WITHDRAW, release, by, now) as act:
        if reason not in Edition.WithdrawalReason:
            raise Refusal(_("Choose a reason that readers are told."))
        if way_on and not is_link(way_on):
            raise Refusal(_("Begin the way on with https:// or /."))
        chosen = in_order(languages)
        live = {edition.language: edition for edition in live_of(act, chosen)}
        refuse_any(
            _("%s: nothing is public to take down.") % language_name(code) for code in chosen if code not in live
        )
        for edition in scheduled_of(act, chosen):
            take_back(act, edition, reopening=False)
        for edition in live.values():
            edition.withdrawal = {"reason": str(reason), "explanation": explanation, "way_on": way_on}
            edition.save(update_fields=["withdrawal"])
            write_interval(edition, edition.live_from, act.now)
            act.record(edition.language, edition, reason=str(reason))
        return list(live.values())
