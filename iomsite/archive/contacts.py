"""Media contacts: where on a page they stand, and who they are.

A block of contacts begins with an introduction (`contact_words`) and reaches to the last line that
gives a number or an address. What stands in it and is not understood is told in a remark.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes

import phonenumbers
from email_validator import EmailNotValidError, validate_email

from iomsite.archive.contact_words import EXTENSIONS, HEADING, INTRODUCTION, LABELS, LEADING_ON, OPENING, SEPARATORS
from iomsite.archive.parsed import ParsedContact, ParsedNumber

# The remnant of a link, `"mailto:x@y">x@y`, whole or in part.
REMNANT = re.compile(
    r'(?:<a\s[^<>]{0,80}?href=)?"?mailto:\s?([^\s"<>?]{3,254})(?:\?[^\s"<>]{0,200})?"?\s?(?:>\s?)?', re.I
)
ADDRESS = r"[^\s@<>\",;:()\[\]]{1,64}@[\w.-]{1,190}\.\w{2,24}"
NUMBER = r"\(?\+?\s?\(?\d[\d \u00a0().\-–]{4,30}\d"
# A label counts before its value, a colon, or the end of its line: « Mobile teams » is none.
_LABEL = r"(?<!\w)(?P<{kind}>{words})(?!\w)\s*\.?\s*(?:[:：]\s*|(?=\+|\d|\(|$|\S{{1,64}}@))"
TOKEN = re.compile(
    "|".join(
        [
            rf"(?P<address>{ADDRESS})",
            rf"[,;]?\s?(?:(?<!\w)(?:{EXTENSIONS})\.?\s?[:#]?\s?|(?<![^\W\d_])[x#]\s?)(?P<extension>\d{{1,7}})(?!\d)",
            *(_LABEL.format(kind=kind, words=words) for kind, words in LABELS.items()),
            rf"(?P<number>{NUMBER})",
        ]
    ),
    re.IGNORECASE,
)
SEPARATOR = re.compile(rf"\s*{SEPARATORS}(?=\s|$)", re.IGNORECASE)
LAST_SEPARATOR = re.compile(rf"[\s,]{SEPARATORS}\s*$", re.IGNORECASE)
LEADS_ON = re.compile(rf"(?:^|\s){LEADING_ON}\s*$", re.IGNORECASE)
ROLE_START = re.compile(r"\s*(?:[,،;(]|\s[-–—]\s|\b(?:at|au|à|en)\s)\s*")
BESIDE_WORDS = " \u00a0,،;:.–—-()<>\"'/"
LONGEST_NAME = 90
# Lines without number or address, blank ones included, that a block may go through before it is over.
LONGEST_GAP = 12


@dataclass(frozen=True)
class FoundContacts:
    """The contacts of a page, the positions of the lines that they took, and remarks."""

    contacts: tuple[ParsedContact, ...]
    positions: frozenset[int]
    remarks: tuple[str, ...]


def find_contacts(lines: Sequence[str]) -> FoundContacts:
    """Every block of contacts in the lines (blank ones are empty strings), read in order."""
    reading = _Reading()
    positions: set[int] = set()
    for start, end in _blocks(lines):
        _read_block(reading, lines[start:end])
        positions.update(range(start, end))
    reading.close()
    return FoundContacts(tuple(reading.contacts), frozenset(positions), tuple(reading.remarks))


def has_address(line: str) -> bool:
    return re.search(ADDRESS, line) is not None


def _blocks(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    position = 0
    while position < len(lines):
        end = _end_of_block(lines, position) if _introduction(lines, position) else position
        if end > position:
            yield position, end
        position = max(end, position + 1)


def _introduction(lines: Sequence[str], position: int) -> tuple[int, str] | None:
    """If contacts are introduced here: how many lines that takes, and what follows on the last one."""
    line = lines[position]
    if found := INTRODUCTION.match(line) or HEADING.match(line):
        return 1, line[found.end() :]
    if OPENING.match(line) and position + 1 < len(lines):
        both = f"{line} {lines[position + 1]}"
        if found := INTRODUCTION.match(both):
            return 2, both[found.end() :]
    return None


def _end_of_block(lines: Sequence[str], start: int) -> int:
    """Where the block ends: after its last number or address, before the first line of prose."""
    end = start
    for position in range(start, len(lines)):
        if _tells(lines[position]):
            end = position + 1
        elif (position > start + 1 and _is_prose(lines[position])) or position > end + LONGEST_GAP:
            break
    return end


def _tells(line: str) -> bool:
    tokens = TOKEN.finditer(_without_remnants(line))
    return any(token["address"] or _digits(token["number"] or "") >= 7 for token in tokens)


def _is_prose(line: str) -> bool:
    return len(line) > LONGEST_NAME or (line.endswith((".", "!", "?", "؟")) and line.count(" ") >= 7)


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))


def _without_remnants(line: str) -> str:
    return REMNANT.sub(lambda found: _unquoted(found[1]) + " ", line).replace("</a>", " ")


def _unquoted(address: str) -> str:
    """An address whose percent signs may stand for UTF-8 or, on older pages, for Latin-1."""
    data = unquote_to_bytes(address)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _read_block(reading: "_Reading", lines: Sequence[str]) -> None:
    position = 0
    while position < len(lines):
        taken, text = _introduction(lines, position) or (1, None)
        if text is not None:
            reading.close()
        reading.line(_without_remnants(lines[position] if text is None else text))
        position += taken


@dataclass
class _Draft:
    name: str = ""
    roles: list[str] = field(default_factory=list)
    email: str = ""
    numbers: list[ParsedNumber] = field(default_factory=list)
    # Its number or address has come, be it a bad one: the next words are another contact's.
    is_told: bool = False

    @property
    def is_reachable(self) -> bool:
        return bool(self.email or self.numbers)

    def finished(self) -> ParsedContact:
        return ParsedContact(self.name, ", ".join(self.roles), self.email, tuple(self.numbers))


class _Reading:
    """The contact being read, token by token, and those already read."""

    def __init__(self) -> None:
        self.contacts: list[ParsedContact] = []
        self.remarks: list[str] = []
        self.draft = _Draft()
        self.kind = "office"
        # After « ou »: another name begins another contact, another number does not.
        self.parted = False

    def line(self, line: str) -> None:
        done = 0
        for token in TOKEN.finditer(line):
            self.words(line[done : token.start()])
            getattr(self, f"on_{token.lastgroup}")(token[token.lastgroup or 0])
            done = token.end()
        self.words(line[done:])

    def close(self) -> None:
        if self.draft.name or self.draft.roles or self.draft.is_reachable:
            if not self.draft.is_reachable:
                self.remarks.append(f"The contact {self._whom()} has neither a number nor an address.")
            self.contacts.append(self.draft.finished())
        self.draft, self.kind, self.parted = _Draft(), "office", False

    def words(self, text: str) -> None:
        if separator := SEPARATOR.match(text):
            self.parted = True
            text = text[separator.end() :]
        shorter = LAST_SEPARATOR.sub("", text)
        if plain := LEADS_ON.sub("", shorter.strip(BESIDE_WORDS)).strip(BESIDE_WORDS):
            self.name_or_role(plain)
        self.parted = self.parted or shorter != text

    def name_or_role(self, text: str) -> None:
        if not any(map(str.isalpha, text)) or "//" in text or "www." in text or ":" in text:
            self.remarks.append(f"Among the contacts, this was not understood: {text}")
            return
        if self.draft.is_told or self.parted:
            self.close()
        if self.draft.name:
            self.draft.roles.append(text)
        else:
            name, *roles = ROLE_START.split(text, maxsplit=1)
            self.draft.name = name
            self.draft.roles += [role.rstrip(") ") for role in roles]

    def on_office(self, _: str) -> None:
        self.kind = "office"

    def on_mobile(self, _: str) -> None:
        self.kind = "mobile"

    def on_fax(self, _: str) -> None:
        self.kind = "fax"

    def on_mail(self, _: str) -> None:
        """The address tells by itself what it is."""

    def on_address(self, text: str) -> None:
        if self.parted and self.draft.email:
            self.close()
        self.draft.is_told = True
        try:
            checked = validate_email(text.strip("."), check_deliverability=False, globally_deliverable=False)
        except EmailNotValidError:
            self.remarks.append(f"This address of {self._whom()} is malformed and was left out: {text}")
            return
        if self.draft.email and self.draft.email != checked.normalized:
            self.remarks.append(f"A second address of {self._whom()} was left out: {checked.normalized}")
        self.draft.email = self.draft.email or checked.normalized

    def on_number(self, text: str) -> None:
        self.draft.is_told = True
        if number := _e164(text):
            self.draft.numbers.append(ParsedNumber(self.kind, number))
        else:
            self.remarks.append(
                f"This number of {self._whom()} was left out, being no full international number: {text}"
            )
        self.kind = "office"

    def on_extension(self, text: str) -> None:
        if not self.draft.numbers or self.draft.numbers[-1].extension:
            self.remarks.append(f"The extension {text} of {self._whom()} belongs to no number.")
            return
        last = self.draft.numbers.pop()
        self.draft.numbers.append(ParsedNumber(last.kind, last.number, text))

    def _whom(self) -> str:
        return self.draft.name or "(without a name)"


def _e164(text: str) -> str:
    """The number in E.164, or an empty string where it gives no country or no possible number."""
    try:
        number = phonenumbers.parse(re.sub(r"^\(?00", "+", text.strip()))
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
