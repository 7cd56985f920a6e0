"""The menu at the head of a page in text form.

`-` alone opens a section: its label on the next line, then the label once more, glued to its blurb if
it has one. A label that stands twice opens a group of the section; `- label` is an entry of the group,
or a section of its own if the archive's profile says so: the form does not tell the two apart.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from iomsite.archive.parsed import ParsedSection
from iomsite.archive.profile import Profile
from iomsite.archive.typography import repaired

DASH = re.compile(r"[-–—]")
ENTRY = re.compile(r"[-–—]\s+(\S.*)")


@dataclass(frozen=True)
class TextMenu:
    """The sections, how many lines of the page they take, and what could not be told from the form."""

    sections: tuple[ParsedSection, ...]
    end: int
    remarks: tuple[str, ...]


@dataclass
class _Node:
    label: str
    blurb: str = ""
    children: list["_Node"] = field(default_factory=list)
    # Labels whose place below this node the form alone did not tell.
    entries: list[str] = field(default_factory=list)

    def frozen(self, language: str, profile: Profile) -> ParsedSection:
        children = tuple(child.frozen(language, profile) for child in self.children)
        view = profile.view(self.label)
        return ParsedSection(repaired(self.label, language), repaired(self.blurb, language), children, view)


def read_menu(lines: Sequence[str], profile: Profile, language: str) -> TextMenu:
    """The menu that the lines begin with; without one, `end` is 0."""
    reading = _Reading(lines, profile)
    while reading.step():
        pass
    sections = tuple(section.frozen(language, profile) for section in reading.sections)
    return TextMenu(sections, reading.end, tuple(reading.remarks()))


def stray_dashes(lines: Sequence[str], start: int) -> list[int]:
    """The positions of dashes alone from `start` on: perhaps sections that were not recognised."""
    return [position for position in range(start, len(lines)) if DASH.fullmatch(lines[position])]


class _Reading:
    def __init__(self, lines: Sequence[str], profile: Profile) -> None:
        self.lines = lines
        self.profile = profile
        self.sections: list[_Node] = []
        self.opened_by_dash: list[str] = []
        self.holder: _Node | None = None
        self.end = 0

    def step(self) -> bool:
        """Read what comes next, if it belongs to a menu."""
        here = self._filled(self.end)
        line = self._line(here)
        if DASH.fullmatch(line):
            return self._section(self._filled(here + 1))
        if entry := ENTRY.fullmatch(line):
            return self._entry(entry[1], here + 1)
        return bool(self.sections) and self._group(line, here)

    def remarks(self) -> list[str]:
        """One for each group with entries, if the profile does not know this menu's own sections."""
        unknown = [label for label in self.opened_by_dash if not self.profile.is_top_level(label)]
        if not unknown:
            return []
        nodes = [node for section in self.sections for node in (section, *section.children)]
        return [_doubt(node, unknown) for node in nodes if node.entries]

    def _section(self, here: int) -> bool:
        label, second = self._line(here), self._line(self._filled(here + 1))
        doubled = bool(label) and second.startswith(label)
        if not label or ENTRY.fullmatch(label) or DASH.fullmatch(label):
            return False
        if not doubled and not self._goes_on(here + 1) and not self.profile.is_top_level(label):
            return False
        self._open(_Node(label, second.removeprefix(label).strip() if doubled else ""))
        self.opened_by_dash.append(label)
        self.end = (self._filled(here + 1) if doubled else here) + 1
        return True

    def _group(self, label: str, here: int) -> bool:
        blurb = self._doubled(here)
        if blurb is None:
            return False
        self.holder = _Node(label, blurb)
        self.sections[-1].children.append(self.holder)
        self.end = here + 2
        return True

    def _entry(self, label: str, end: int) -> bool:
        if self.profile.is_top_level(label):
            self._open(_Node(label))
        elif self.holder:
            self.holder.children.append(_Node(label))
            self.holder.entries.append(label)
        else:
            return False
        self.end = end
        return True

    def _open(self, section: _Node) -> None:
        self.sections.append(section)
        self.holder = section

    def _goes_on(self, here: int) -> bool:
        line = self._line(self._filled(here))
        return bool(DASH.fullmatch(line) or ENTRY.fullmatch(line)) or self._doubled(self._filled(here)) is not None

    def _doubled(self, here: int) -> str | None:
        """The blurb (or nothing) glued to a label's second standing; None where it stands once."""
        label, second = self._line(here), self._line(here + 1)
        rest = second.removeprefix(label)
        # A capital right after the label: otherwise a title « Haïti » would swallow « Haïtiens… ».
        glued = label and second.startswith(label) and (not rest or (len(label) > 2 and rest[0].isupper()))
        return rest if glued else None

    def _filled(self, here: int) -> int:
        while here < len(self.lines) and not self.lines[here]:
            here += 1
        return here

    def _line(self, here: int) -> str:
        return self.lines[here] if here < len(self.lines) else ""


def _doubt(node: _Node, unknown: list[str]) -> str:
    entries, sections = " », « ".join(node.entries), " », « ".join(unknown)
    return (
        f"Placed under « {node.label} », though the page's form does not tell whether they are sections of their"
        f" own: « {entries} ». To settle it, list every section of this menu (« {sections} », and whichever of"
        " these it is) as top_level in archive.toml beside the page or in a profile given with --profile."
    )
