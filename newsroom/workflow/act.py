"""One use of a verb: the transaction that it is, and the refusals that any verb may give."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import IntegrityError, OperationalError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom import permissions
from newsroom.models import Edition, Event, Release
from newsroom.models.edition import EditionQuerySet
from newsroom.models.event import Verb
from newsroom.refusal import Refusal, geneva_hour
from newsroom.verbs import TABLE
from org.translated import LANGUAGES

Actor = User | str
"""A person, or the name under which a command acts."""

# PostgreSQL's exclusion_violation, and deadlock_detected: two that wait to be checked against each other.
_LOST_THE_RACE = {"23P01", "40P01"}


@dataclass(frozen=True)
class Act:
    """One use of a verb: on what, by whom, when. `release` is locked until the transaction ends."""

    verb: Verb
    release: Release
    by: Actor
    now: datetime

    @property
    def person(self) -> User | None:
        """Who acts; None where a command does."""
        return None if isinstance(self.by, str) else self.by

    def record(self, language: str, edition: Edition | None = None, *, verb: Verb | None = None, **detail: str) -> None:
        Event.objects.create(
            at=self.now,
            actor=self.person,
            actor_name=str(self.by),
            verb=verb or self.verb,
            release=self.release,
            language=language,
            edition=edition,
            detail=detail,
        )

    def editions(self, language: str) -> EditionQuerySet:
        return Edition.objects.filter(release=self.release, language=language)


@contextmanager
def act_on(verb: Verb, release: Release, by: Actor, now: datetime | None) -> Iterator[Act]:
    """The transaction of a verb: the release is locked before the clock is read, then the table is asked."""
    try:
        with transaction.atomic():
            locked = Release.objects.select_for_update().get(pk=release.pk)
            act = Act(verb, locked, by, now or timezone.now())
            _refuse_stranger(act)
            yield act
    except (IntegrityError, OperationalError) as error:
        if getattr(error.__cause__, "pgcode", None) not in _LOST_THE_RACE:
            raise
        message = _("Somebody else published at the same moment. Look at what is public now and try again.")
        raise Refusal(message) from error


def _refuse_stranger(act: Act) -> None:
    if act.person is None or act.verb not in TABLE:
        return
    if not permissions.may(act.person, TABLE[act.verb].permission, act.release):
        raise Refusal(_("You may not do this to this release. Ask a publisher."))


def refuse_any(reasons: Iterable[str]) -> None:
    """Refuses with all reasons at once, if there is any."""
    if collected := tuple(reasons):
        raise Refusal(*collected)


def start_of(act: Act, at: datetime | None) -> datetime:
    """The instant that an hour asked for means; never in the past of the act."""
    if at is not None and timezone.is_naive(at):
        raise Refusal(_("Give the hour with its time zone."))
    if at is not None and at < act.now:
        raise Refusal(_("%s has passed. Choose a later hour, or publish now.") % geneva_hour(at))
    return at or act.now


def in_order(languages: Iterable[str], *, empty: bool = False) -> list[str]:
    """The chosen languages, each once, always in the same order: two acts never wait for each other."""
    chosen = set(languages)
    if unknown := chosen - set(LANGUAGES):
        raise Refusal(_("This site has no language “%s”.") % min(unknown))
    if not chosen and not empty:
        raise Refusal(_("Choose at least one language."))
    return [language for language in LANGUAGES if language in chosen]
