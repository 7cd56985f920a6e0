"""Which verb starts from which status of the working copy, where it leads and who may: one table."""

from typing import NamedTuple

from newsroom import permissions
from newsroom.models.event import Verb
from newsroom.models.language_state import Status


class Rule(NamedTuple):
    """From which statuses a verb starts, which it leaves (None: the same), which permission it needs."""

    start: frozenset[Status]
    end: Status | None
    permission: str


_WRITTEN = frozenset({Status.DRAFT, Status.IN_REVIEW, Status.APPROVED})
_ANY = frozenset(Status)

_UNWRITTEN = frozenset({Status.NOT_PLANNED, Status.MISSING, Status.IN_TRANSLATION})

TABLE = {
    Verb.ASSIGN: Rule(_UNWRITTEN, Status.IN_TRANSLATION, permissions.WRITE),
    Verb.LEAVE_OUT: Rule(_UNWRITTEN, Status.NOT_PLANNED, permissions.WRITE),
    Verb.SUBMIT: Rule(frozenset({Status.DRAFT}), Status.IN_REVIEW, permissions.WRITE),
    Verb.PUBLISH: Rule(_WRITTEN, Status.APPROVED, permissions.PUBLISH),
    Verb.RESCHEDULE: Rule(_ANY, None, permissions.PUBLISH),
    Verb.CANCEL: Rule(_ANY, None, permissions.PUBLISH),
    Verb.WITHDRAW: Rule(_ANY, None, permissions.PUBLISH),
}
