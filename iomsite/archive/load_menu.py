"""The menu of a page into the menu of the site. What is there already, by its label, is left as it is."""

from collections.abc import Iterable
from typing import TypeVar

from modeltranslation.utils import build_localized_fieldname

from iomsite.archive.parsed import ParsedSection
from iomsite.menus.models import MAX_DEPTH, MenuSection
from org.models import Post, Unit
from org.slugs import slug_of
from org.translated import raw

_Thing = TypeVar("_Thing", Unit, Post)
_POST_TITLES = ("title", "title_feminine", "title_masculine")


def load_menu(sections: Iterable[ParsedSection], language: str) -> int:
    """Adds the sections that the menu of a language lacks, in their order; gives how many it made."""
    return _Loading(language).add(sections, None, 1)


class _Loading:
    def __init__(self, language: str) -> None:
        self.language = language
        self.there = {
            (section.parent_id, _key(raw(section, "label", language))): section
            for section in MenuSection.objects.select_related("parent")
        }

    def add(self, sections: Iterable[ParsedSection], parent: MenuSection | None, depth: int) -> int:
        made = 0
        for parsed in sections:
            key = (parent.pk if parent else None, _key(parsed.label))
            if key not in self.there:
                self.there[key] = self._make(parsed, parent, depth)
                made += 1
            made += self.add(parsed.children, self.there[key], depth + 1)
        return made

    def _make(self, parsed: ParsedSection, parent: MenuSection | None, depth: int) -> MenuSection:
        section = MenuSection(parent=parent, shown_in=[self.language], view=parsed.view)
        setattr(section, build_localized_fieldname("label", self.language), parsed.label)
        setattr(section, build_localized_fieldname("introduction", self.language), parsed.blurb)
        if depth == MAX_DEPTH and not parsed.view:
            self._lead_to_named(section, parsed.label)
        section.save()
        return section

    def _lead_to_named(self, section: MenuSection, label: str) -> None:
        """An entry that names a unit or a post leads to its page."""
        wanted = slug_of(label, self.language)
        section.unit = _named(Unit.objects.existing(), ("name",), wanted, self.language)
        section.post = None if section.unit else _named(Post.objects.all(), _POST_TITLES, wanted, self.language)


def _named(things: Iterable[_Thing], fields: Iterable[str], wanted: str, language: str) -> _Thing | None:
    """The first thing that bears a name in a language, accents and case apart."""
    for thing in things:
        if any(wanted and slug_of(raw(thing, field, language), language) == wanted for field in fields):
            return thing
    return None


def _key(label: str) -> str:
    return " ".join(label.split()).casefold()
