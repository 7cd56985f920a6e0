from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField
from phonenumber_field.widgets import RegionalPhoneNumberWidget

from newsroom.admin.order import OrderedFormSet
from newsroom.models import ContactNumber, MediaContact
from org.admin.translated import TranslatedAdmin, columns, marked
from org.translated import words


class NumberRows(admin.TabularInline):
    model = ContactNumber
    formset = OrderedFormSet
    fields = ("position", "kind", "number", "public")
    extra = 1
    formfield_overrides = {PhoneNumberField: {"widget": RegionalPhoneNumberWidget(attrs={"dir": "ltr"})}}


class CurrentFilter(admin.SimpleListFilter):
    title = _("current")
    parameter_name = "current"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("yes", _("Yes")), ("no", _("No"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[MediaContact]) -> QuerySet[MediaContact]:
        current = MediaContact.objects.current().values("pk")
        if self.value() == "yes":
            return queryset.filter(pk__in=current)
        return queryset.exclude(pk__in=current) if self.value() == "no" else queryset


@admin.register(MediaContact)
class MediaContactAdmin(TranslatedAdmin):
    list_display = ("name", "says", "unit", "organisation", "email", "press_office", "current", "valid_until")
    list_select_related = ("unit",)
    list_filter = (CurrentFilter, "press_office", "unit__classification")
    search_fields = ("name", "email", "organisation", "numbers__number", *columns("role"))
    autocomplete_fields = ("unit",)
    language_lists = ("languages",)
    inlines = (NumberRows,)
    fieldsets = (
        (None, {"fields": ("name", "role", "unit", "organisation", "press_office")}),
        (_("Reached at"), {"fields": ("email", "email_ascii", "languages")}),
        (_("Validity"), {"fields": (("valid_from", "valid_until"),)}),
    )

    @admin.display(description=_("role"), ordering="role")
    def says(self, contact: MediaContact) -> str:
        return marked(words(contact, "role"))

    @admin.display(description=_("current"), boolean=True)
    def current(self, contact: MediaContact) -> bool:
        return contact.is_current()
