"""The menu in memory: all sections in one query, as a tree for one language."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language, override

from iomsite.menus.models import MenuSection
from org.translated import HasPages, raw


@dataclass
class Entry:
    """A section as a language's menu shows it. `leads_to` is the page of somebody else, "" where it has its own."""

    section: MenuSection
    language: str
    path: str
    leads_to: str
    above: "Entry | None" = None
    children: list["Entry"] = field(default_factory=list)

    @property
    def label(self) -> str:
        return raw(self.section, "label", self.language)

    @property
    def introduction(self) -> str:
        return raw(self.section, "introduction", self.language)

    @property
    def body(self) -> str:
        return raw(self.section, "body", self.language)

    @cached_property
    def own_url(self) -> str:
        """The address of its landing page."""
        with override(self.language):
            return reverse("section", kwargs={"path": self.path})

    @property
    def url(self) -> str:
        return self.leads_to or self.own_url

    @property
    def trail(self) -> list["Entry"]:
        """The entries above it, the top-level one first."""
        return [*self.above.trail, self.above] if self.above else []


class Menu:
    """The tree of one language, made of all sections. What stands under a section left out is left out too.

    Left out: what the language does not show, and what leads to a unit or post that readers may not know of yet.
    """

    def __init__(self, sections: Iterable[MenuSection], language: str) -> None:
        self.language = language
        self.top: list[Entry] = []
        self._by_section: dict[int, Entry] = {}
        waiting: dict[int | None, list[MenuSection]] = {}
        for section in sections:
            waiting.setdefault(section.parent_id, []).append(section)
        self._grow(waiting, None)

    def at(self, path: str) -> Entry | None:
        """The entry with a path (its slug after those of the entries above it), or None."""
        return next((entry for entry in self._by_section.values() if entry.path == path), None)

    def entry(self, section: MenuSection) -> Entry | None:
        """The entry of a section, or None where this language does not show it."""
        return self._by_section.get(section.pk)

    def _grow(self, waiting: dict[int | None, list[MenuSection]], above: Entry | None) -> None:
        for section in waiting.get(above.section.pk if above else None, []):
            if not section.shows_in(self.language) or not _may_be_known(section):
                continue
            slug = raw(section, "slug", self.language) or str(section.pk)  # a label of signs alone makes no slug
            path = f"{above.path}/{slug}" if above else slug
            entry = Entry(section, self.language, path, _target(section, self.language), above)
            self._by_section[section.pk] = entry
            (above.children if above else self.top).append(entry)
            self._grow(waiting, entry)


def all_sections() -> list[MenuSection]:
    """Every section with its unit or post, in the order of the menu, in one query."""
    heavy = ("body", "unit__mandate", "unit__address", "post__unit__mandate", "post__unit__address")
    return list(MenuSection.objects.select_related("unit", "post__unit").defer(*heavy).order_by("position", "pk"))


def menu_of(request: HttpRequest) -> Menu:
    """The menu of the request's language, read once a request."""
    if not hasattr(request, "menu"):
        request.menu = Menu(all_sections(), get_language())
    return request.menu


def _may_be_known(section: MenuSection) -> bool:
    unit = section.post.unit if section.post else section.unit
    return unit is None or unit.is_public()


def _target(section: MenuSection, language: str) -> str:
    with override(language):
        if section.view:
            return reverse(section.view)
        thing: HasPages | None = section.unit or section.post
        return thing.get_absolute_url() if thing else section.url
