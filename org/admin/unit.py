from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from org.admin.translated import columns
from org.admin.tree import TreeAdmin
from org.models import Unit


class ExistingFilter(admin.SimpleListFilter):
    title = _("exists today")
    parameter_name = "existing"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("yes", _("Yes")), ("no", _("No"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Unit]) -> QuerySet[Unit]:
        existing = Unit.objects.existing().order_by().values("pk")
        if self.value() == "yes":
            return queryset.filter(pk__in=existing)
        return queryset.exclude(pk__in=existing) if self.value() == "no" else queryset


@admin.register(Unit)
class UnitAdmin(TreeAdmin):
    """The organisation as a tree."""

    named_by = "name"
    list_display = ("classification", "country", "ended", "public_from", "abbreviation")
    list_select_related = ("country",)
    list_filter = (ExistingFilter, "classification", "country__region")
    search_fields = ("abbreviation", "email", *columns("name", "slug", "city"))
    autocomplete_fields = ("parent", "country", "successors")
    fieldsets = (
        (None, {"fields": ("name", "slug", "mandate")}),
        (_("Place"), {"fields": ("parent", "classification", "abbreviation", "public_from")}),
        (_("Contact"), {"fields": ("email", "phone", "website", "address", "city", "country")}),
        (_("On the map"), {"fields": (("latitude", "longitude"),), "classes": ("collapse",)}),
        (
            _("Beginning and end"),
            {
                "fields": (("founded", "founded_precision"), ("dissolved", "dissolved_precision"), "successors"),
                "classes": ("collapse",),
            },
        ),
    )

    def view_on_site(self, unit: Unit) -> str | None:
        return unit.get_absolute_url() or None if unit.is_public() else None

    @admin.display(description=_("dissolved"), empty_value="")
    def ended(self, unit: Unit) -> str | None:
        return unit.ended and str(unit.ended)
