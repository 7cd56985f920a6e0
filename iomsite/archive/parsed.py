"""What a reader makes of one archived page: plain data, nothing of Django."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """Where a source line went."""

    MENU = "menu"
    TITLE = "title"
    BODY = "body"
    CONTACT = "contact"
    DROPPED = "dropped"


@dataclass(frozen=True)
class SourceLine:
    """One line of the file, counted from 1; a dropped one always has a reason."""

    number: int
    text: str
    fate: Fate
    reason: str = ""


@dataclass(frozen=True)
class ParsedSection:
    """A menu label with what stands below it: sections hold groups, groups hold entries.

    `view` names the page of ours that the label leads to, where the profile says so.
    """

    label: str
    blurb: str = ""
    children: tuple["ParsedSection", ...] = ()
    view: str = ""


@dataclass(frozen=True)
class ParsedNumber:
    """A telephone number: `kind` is office, mobile or fax, `number` is E.164."""

    kind: str
    number: str
    extension: str = ""


@dataclass(frozen=True)
class ParsedContact:
    """A media contact; `name` is empty where the page gives an address or a number alone."""

    name: str
    role: str = ""
    email: str = ""
    numbers: tuple[ParsedNumber, ...] = ()


@dataclass(frozen=True)
class ParsedPage:
    """One page: its parts, the fate of its every line, and remarks for whoever runs the import.

    `source` is the file's name, `fingerprint` the SHA-256 of its bytes in hexadecimal.
    """

    source: str
    fingerprint: str
    language: str
    menu: tuple[ParsedSection, ...]
    title: str
    paragraphs: tuple[str, ...]
    contacts: tuple[ParsedContact, ...]
    lines: tuple[SourceLine, ...]
    remarks: tuple[str, ...]


def account(lines: Iterable[SourceLine]) -> dict[Fate, int]:
    """How many lines went where; every fate is present, so that accounts can be added up."""
    counted = Counter(line.fate for line in lines)
    return {fate: counted[fate] for fate in Fate}
