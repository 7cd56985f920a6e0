from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from iomsite.menus.models import MenuSection
from org.admin.translated import columns, marked
from org.admin.tree import TreeAdmin
from org.translated import LANGUAGES, words


@admin.register(MenuSection)
class MenuSectionAdmin(TreeAdmin):
    """The menu as a tree."""

    named_by = "label"
    list_display = ("target", "shows")
    list_select_related = ("unit", "post")
    list_filter = ("view",)
    search_fields = ("url", *columns("label", "slug"))
    autocomplete_fields = ("parent", "unit", "post")
    language_lists = ("shown_in",)
    fieldsets = (
        (None, {"fields": ("label", "slug", "introduction", "body")}),
        (_("Place"), {"fields": ("parent", "shown_in")}),
        (
            _("Leads to"),
            {"fields": ("unit", "post", "view", "url"), "description": _("One of these, or a page of its own.")},
        ),
    )

    @admin.display(description=_("leads to"))
    def target(self, section: MenuSection) -> str:
        if section.unit:
            return marked(words(section.unit, "name"))
        if section.post:
            return marked(words(section.post, "title"))
        return section.get_view_display() or section.url or _("its own page")

    @admin.display(description=_("shown in"))
    def shows(self, section: MenuSection) -> str:
        return ", ".join(code for code in LANGUAGES if section.shows_in(code))
