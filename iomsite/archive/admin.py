from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from iomsite.archive.models import ArchivedPage
from newsroom.admin.readonly import ReadOnlyAdmin
from org.admin.translated import columns, marked
from org.translated import words


@admin.register(ArchivedPage)
class ArchivedPageAdmin(ReadOnlyAdmin):
    """What the importer has brought in."""

    list_display = ("source", "language", "headline", "imported_at")
    list_select_related = ("release",)
    list_filter = ("language",)
    search_fields = ("source", "fingerprint", *(f"release__{column}" for column in columns("title")))
    date_hierarchy = "imported_at"
    fields = ("source", "language", "release", "imported_at", "fingerprint", "account")

    @admin.display(description=_("release"))
    def headline(self, page: ArchivedPage) -> str:
        return marked(words(page.release, "title"))
