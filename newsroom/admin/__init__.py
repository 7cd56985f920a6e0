"""What staff see of the newsroom. It declares; what may be done is said by `newsroom.workflow` and `permissions`."""

from newsroom.admin.contact import MediaContactAdmin
from newsroom.admin.edition import EditionAdmin
from newsroom.admin.event import EventAdmin
from newsroom.admin.language_state import LanguageStateAdmin
from newsroom.admin.release import ReleaseAdmin

__all__ = ["EditionAdmin", "EventAdmin", "LanguageStateAdmin", "MediaContactAdmin", "ReleaseAdmin"]
