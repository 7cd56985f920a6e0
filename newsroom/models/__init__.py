from newsroom.models.contact import ContactNumber, MediaContact
from newsroom.models.edition import Edition, EditionContact
from newsroom.models.event import Event
from newsroom.models.language_state import Agreement, LanguageState
from newsroom.models.release import CoIssuer, Release, ReleaseContact

__all__ = [
    "Agreement",
    "CoIssuer",
    "ContactNumber",
    "Edition",
    "EditionContact",
    "Event",
    "LanguageState",
    "MediaContact",
    "Release",
    "ReleaseContact",
]
