from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from newsroom.admin.readonly import ReadOnly, ReadOnlyAdmin
from newsroom.models import Edition, EditionContact


class LiveFilter(admin.SimpleListFilter):
    title = _("public now?")
    parameter_name = "live"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("live", _("live")), ("scheduled", _("scheduled")), ("withdrawn", _("taken down"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Edition]) -> QuerySet[Edition]:
        rules = {"live": queryset.live, "scheduled": queryset.scheduled, "withdrawn": queryset.withdrawn}
        return rules[self.value()]() if self.value() in rules else queryset


class ContactRows(ReadOnly, admin.TabularInline):
    model = EditionContact
    fields = ("contact",)
    verbose_name_plural = _("media contacts")


@admin.register(Edition)
class EditionAdmin(ReadOnlyAdmin):
    """What was approved, as it was approved."""

    list_display = ("title", "language", "number", "kind", "nature", "live_from", "live_until", "public_now")
    list_filter = (LiveFilter, "language", "kind", "nature", "imported")
    search_fields = ("title", "slug", "dateline")
    date_hierarchy = "live_from"
    inlines = (ContactRows,)
    fieldsets = (
        (None, {"fields": ("release", "language", "number", "nature", "change_note")}),
        (_("In public"), {"fields": ("public_now", "live_from", "live_until", "first_published_at", "taken_down")}),
        (_("Approved"), {"fields": ("approved_by", "created_at", "imported")}),
        (_("Text"), {"fields": ("title", "slug", "dateline", "summary", "text", "notes")}),
        (
            _("All languages"),
            {
                "fields": (
                    "kind",
                    "date",
                    "unit",
                    "source_language",
                    "issued_with",
                    "said_by",
                    "takes_place",
                    "countries",
                )
            },
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Edition]:
        live = Edition.objects.live().filter(pk=OuterRef("pk"))
        return super().get_queryset(request).annotate(answers_now=Exists(live))

    def view_on_site(self, edition: Edition) -> str | None:
        return edition.get_absolute_url() if edition.is_live() else None

    @admin.display(description=_("public now?"), boolean=True)
    def public_now(self, edition: Edition) -> bool:
        return edition.answers_now

    @admin.display(description=_("text"))
    def text(self, edition: Edition) -> str:
        return _rich(edition.body, edition.language)

    @admin.display(description=_("notes to editors"))
    def notes(self, edition: Edition) -> str:
        return _rich(edition.notes_to_editors, edition.language)

    @admin.display(description=_("date"))
    def date(self, edition: Edition) -> str:
        return str(edition.date)

    @admin.display(description=_("taken down"))
    def taken_down(self, edition: Edition) -> str:
        told = dict(edition.withdrawal or {})
        reason = told.pop("reason", "")
        return " ".join(filter(None, (dict(Edition.WithdrawalReason.choices).get(reason, reason), *told.values())))

    @admin.display(description=_("co-issuers"))
    def issued_with(self, edition: Edition) -> str:
        return ", ".join(issuer["name"] for issuer in edition.co_issuers)

    @admin.display(description=_("speaker"))
    def said_by(self, edition: Edition) -> str:
        return (edition.speaker or {}).get("name", "")

    @admin.display(description=_("event"))
    def takes_place(self, edition: Edition) -> str:
        return ", ".join(filter(None, (edition.event or {}).values()))


def _rich(text: str, language: str) -> str:
    """Rich text as it reads: it was sanitised on its way into the database."""
    direction = "rtl" if get_language_info(language)["bidi"] else "ltr"
    return format_html('<div lang="{}" dir="{}">{}</div>', language, direction, mark_safe(text))  # noqa: S308
