from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from newsroom.admin.readonly import ReadOnly, ReadOnlyAdmin
from newsroom.languages import stale_fields
from newsroom.models import Agreement, LanguageState, Release
from newsroom.refusal import language_name
from org.admin.translated import columns, marked
from org.translated import words


class AgreementRows(ReadOnly, admin.TabularInline):
    model = Agreement
    fields = ("person", "agreed_at", "text_digest")


@admin.register(LanguageState)
class LanguageStateAdmin(ReadOnlyAdmin):
    """How far each language of each release is."""

    list_display = ("headline", "language", "status", "version", "translator", "due_at", "stale")
    list_select_related = ("release", "translator")
    list_filter = ("status", "language")
    search_fields = [f"release__{column}" for column in columns("title")]
    fields = ("release", "language", "status", "version", "translator", "due_at", "stale")
    inlines = (AgreementRows,)

    @admin.display(description=_("release"))
    def headline(self, state: LanguageState) -> str:
        return marked(words(state.release, "title"))

    @admin.display(description=_("source"), empty_value="")
    def stale(self, state: LanguageState) -> str | None:
        if not (fields := stale_fields(state)):
            return None
        names = ", ".join(str(Release._meta.get_field(field).verbose_name) for field in fields)
        return _("%(language)s has changed since: %(fields)s") % {
            "language": language_name(state.release.source_language),
            "fields": names,
        }
