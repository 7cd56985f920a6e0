from collections.abc import Iterator

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from tree_queries.fields import TreeNodeForeignKey
from tree_queries.models import OrderableTreeNode

from iomsite.menus.addresses import reserved_segments
from org.links import is_link
from org.models import Post, Unit
from org.richtext import RichTextField
from org.slugs import AddressSlugField, slug_of
from org.translated import LANGUAGES, raw

MAX_DEPTH = 3

Problem = tuple[str, ValidationError]
"""The field it stands at, and what to do about it."""


class View(models.TextChoices):
    """Pages of the site that a section may lead to; the value is the name of the address."""

    HOME = "home", _("Home")
    NEWS = "releases", _("News")
    STRUCTURE = "structure", _("Structure")
    OFFICES = "offices", _("Where we work")
    MEDIA_CONTACTS = "media-contacts", _("Media contacts")


def every_language() -> list[str]:
    return list(LANGUAGES)


class MenuSection(OrderableTreeNode):
    """An entry of the menu: a landing page of its own, or a way to a unit, a post, a view or an address.

    The tree has at most three levels. Menus differ by language (`shown_in`).
    """

    parent = TreeNodeForeignKey(
        "self", models.PROTECT, verbose_name=_("below"), null=True, blank=True, related_name="children"
    )
    label = models.CharField(_("label"), max_length=120)
    slug = AddressSlugField(
        _("address"), help_text=_("One segment of the address; left empty, it is made of the label.")
    )
    introduction = models.TextField(_("introduction"), blank=True, help_text=_("Stands in the menu and on its page."))
    body = RichTextField(_("text"), blank=True)
    shown_in = models.JSONField(_("shown in"), default=every_language, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name=_("leads to the unit"), null=True, blank=True)
    post = models.ForeignKey(Post, models.PROTECT, verbose_name=_("leads to the post"), null=True, blank=True)
    view = models.CharField(_("leads to the page"), max_length=20, choices=View.choices, blank=True)
    url = models.CharField(_("leads to the address"), max_length=500, blank=True)

    class Meta(OrderableTreeNode.Meta):
        verbose_name = _("menu section")
        verbose_name_plural = _("menu sections")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.label

    def save(self, *args, **kwargs) -> None:
        """A label without a slug gets one made of it."""
        for code in LANGUAGES:
            if (label := raw(self, "label", code)) and not raw(self, "slug", code):
                setattr(self, f"slug_{code}", slug_of(label, code))
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        problems: dict[str, list[ValidationError]] = {}
        for field, problem in (*self._target_problems(), *self._depth_problems(), *self._slug_problems()):
            problems.setdefault(field, []).append(problem)
        if problems:
            raise ValidationError(problems)

    def shows_in(self, language: str) -> bool:
        """Whether the menu of a language has this section: it is wanted there and has a label there."""
        return language in self.shown_in and bool(raw(self, "label", language))

    def _target_problems(self) -> Iterator[Problem]:
        if sum(bool(target) for target in (self.unit_id, self.post_id, self.view, self.url)) > 1:
            message = _("A section leads to one place: keep one target and empty the others.")
            yield NON_FIELD_ERRORS, ValidationError(message, code="target")
        if self.url and not is_link(self.url):
            yield "url", ValidationError(_("Begin the address with https:// or /."), code="url")

    def _depth_problems(self) -> Iterator[Problem]:
        above = self.parent.ancestors(include_self=True).count() if self.parent else 0
        below = self.descendants(include_self=True).with_tree_fields() if self.pk else ()
        depths = [section.tree_depth for section in below]
        if above + 1 + max(depths, default=0) - min(depths, default=0) > MAX_DEPTH:
            message = _("The menu has %(levels)s levels at most. Choose a place further up.")
            yield "parent", ValidationError(message, code="depth", params={"levels": MAX_DEPTH})

    def _slug_problems(self) -> Iterator[Problem]:
        for code in LANGUAGES:
            slug = raw(self, "slug", code) or slug_of(raw(self, "label", code), code)
            if slug:
                column = f"slug_{code}"
                siblings = MenuSection.objects.filter(parent=self.parent_id, **{column: slug}).exclude(pk=self.pk)
                if not self.parent_id and slug in reserved_segments():
                    message = _("The address “%(slug)s” belongs to another part of the site. Choose another.")
                    yield column, ValidationError(message, code="reserved", params={"slug": slug})
                elif siblings.exists():
                    message = _("Another section beside this one has the address “%(slug)s” in this language.")
                    yield column, ValidationError(message, code="taken", params={"slug": slug})
