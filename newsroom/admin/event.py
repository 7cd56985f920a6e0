from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from newsroom.admin.readonly import ReadOnlyAdmin
from newsroom.models import Event
from org.admin.translated import columns, marked
from org.translated import words


@admin.register(Event)
class EventAdmin(ReadOnlyAdmin):
    """Who did what, when."""

    list_display = ("at", "actor_name", "verb", "headline", "language", "edition")
    list_select_related = ("release", "edition")
    list_filter = ("verb", "language")
    search_fields = ("actor_name", *(f"release__{column}" for column in columns("title")))
    date_hierarchy = "at"
    fields = ("at", "actor", "actor_name", "verb", "release", "language", "edition", "detail")

    @admin.display(description=_("release"))
    def headline(self, event: Event) -> str:
        return marked(words(event.release, "title"))
