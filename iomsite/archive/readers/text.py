"""Pages in text form: menu, title, body and media contacts, one after the other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from iomsite.archive.contacts import FoundContacts, find_contacts, has_address
from iomsite.archive.language import language_of
from iomsite.archive.paragraphs import paragraphs
from iomsite.archive.parsed import Fate, ParsedPage, ParsedSection, SourceLine
from iomsite.archive.profile import Profile, profile_for
from iomsite.archive.readers.text_menu import TextMenu, read_menu, stray_dashes
from iomsite.archive.source import Source, Unreadable, open_source, printable
from iomsite.archive.typography import repaired

# What the columns of the models hold.
LONGEST_TITLE = 250
LONGEST_LABEL = 120
LONGEST_NAME = 150
LONGEST_ROLE = 200
END_MARK = re.compile(r"(?:#{2,}|\*{3,}|_{3,}|-{3,}|[-–—]\s?30\s?[-–—]|E\s?N\s?D)")


class TextReader:
    """Reads `.txt` files; see `text_menu`, `paragraphs` and `contacts` for the rules of each part."""

    name = "text"

    def reads(self, path: Path) -> bool:
        return path.suffix.lower() == ".txt"

    def read(self, path: Path, *, language: str = "", profile: Path | None = None) -> ParsedPage:
        source = open_source(path)
        return parse(source, language_of(source, language), profile_for(path, profile))


@dataclass(frozen=True)
class _Division:
    """Which lines of a page are what."""

    lines: Sequence[str]
    menu: TextMenu
    title: int
    found: FoundContacts
    fates: Sequence[tuple[Fate, str]]

    @property
    def body(self) -> list[int]:
        return [here for here, (fate, _) in enumerate(self.fates) if fate is Fate.BODY]

    @property
    def text(self) -> list[str]:
        """The lines below the title, those that are no body left blank: they part paragraphs too."""
        body = set(self.body)
        return [self.lines[here] if here in body else "" for here in range(self.title, len(self.lines))]


def parse(source: Source, language: str, profile: Profile) -> ParsedPage:
    """The page in a source; raises `Unreadable` where it has no title, no body, or no sane measure."""
    division = _divide(source, language, profile)
    body = paragraphs(division.text)
    if not body:
        raise Unreadable(source.path, "has a menu or a title but no text below it: there is no release to import.")
    lines = zip(source.lines, division.fates, strict=True)
    page = ParsedPage(
        source=printable(Path(source.path.name)),
        fingerprint=source.fingerprint,
        language=language,
        menu=division.menu.sections,
        title=repaired(source.lines[division.title], language),
        paragraphs=tuple(repaired(paragraph, language) for paragraph in body),
        contacts=division.found.contacts,
        lines=tuple(SourceLine(number, line, *fate) for number, (line, fate) in enumerate(lines, 1)),
        remarks=(*division.menu.remarks, *division.found.remarks, *_remarks(division)),
    )
    _refuse_overlong(source.path, page)
    return page


def _divide(source: Source, language: str, profile: Profile) -> _Division:
    lines = source.lines
    menu = read_menu(lines, profile, language)
    stray = set(stray_dashes(lines, menu.end))
    below = (here for here in range(menu.end, len(lines)) if lines[here] and here not in stray)
    title = next(below, None)
    if title is None:
        raise Unreadable(source.path, "holds a menu and nothing below it: there is no release to import.")
    found = find_contacts(lines[title + 1 :])
    above = [(Fate.MENU, "")] * menu.end + [(Fate.DROPPED, "a dash that opens no section")] * (title - menu.end)
    fates = [*above, (Fate.TITLE, ""), *_fates_below(lines[title + 1 :], lines[title], found)]
    empty = (Fate.DROPPED, "empty line")
    kept = [fate if line else empty for line, fate in zip(lines, fates, strict=True)]
    return _Division(lines, menu, title, found, kept)


def _fates_below(lines: Sequence[str], title: str, found: FoundContacts) -> list[tuple[Fate, str]]:
    repeated = next((here for here, line in enumerate(lines) if line), -1)
    fates = []
    for here, line in enumerate(lines):
        if here in found.positions:
            fates.append((Fate.CONTACT, ""))
        elif END_MARK.fullmatch(line):
            fates.append((Fate.DROPPED, "a mark for the end of the text"))
        elif here == repeated and line == title:
            fates.append((Fate.DROPPED, "the title once more"))
        else:
            fates.append((Fate.BODY, ""))
    return fates


def _remarks(division: _Division) -> list[str]:
    dashes = [
        f"Line {here + 1} is a dash alone, as before a menu section, but stands below the title: it was kept as text."
        for here in stray_dashes(division.lines, division.title)
    ]
    addresses = [
        f"Line {here + 1} gives an e-mail address that was not taken for a media contact: it stays in the body."
        for here in division.body
        if has_address(division.lines[here])
    ]
    return dashes + _below_contacts(division) + addresses


def _below_contacts(division: _Division) -> list[str]:
    last = max(division.found.positions, default=len(division.lines)) + division.title + 1
    below = [here + 1 for here in division.body if here > last]
    if not below:
        return []
    return [f"Text stands below the contacts, from line {below[0]} on: it was kept as part of the body."]


def _refuse_overlong(path: Path, page: ParsedPage) -> None:
    if len(page.title) > LONGEST_TITLE:
        raise Unreadable(
            path,
            f"has a first line of {len(page.title):,} characters where its title should be: put the title"
            f" (at most {LONGEST_TITLE} characters) on a line of its own.",
        )
    if long := [label for label in _labels(page.menu) if len(label) > LONGEST_LABEL]:
        raise Unreadable(path, f"has a menu label of {len(long[0]):,} characters: shorten it or remove its dash.")
    if any(len(contact.name) > LONGEST_NAME or len(contact.role) > LONGEST_ROLE for contact in page.contacts):
        raise Unreadable(
            path, "has a media contact with an overlong name or role: shorten it, name and role on lines of their own."
        )


def _labels(sections: Sequence[ParsedSection]) -> list[str]:
    return [label for section in sections for label in (section.label, *_labels(section.children))]
