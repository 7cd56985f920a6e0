from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from org.admin.translated import TranslatedAdmin, columns, marked
from org.models import Country
from org.translated import words


@admin.register(Country)
class CountryAdmin(TranslatedAdmin):
    list_display = ("named", "code", "region")
    list_filter = ("region",)
    search_fields = ("code", *columns("name"))
    fields = ("name", "code", "region")

    @admin.display(description=_("name"), ordering="name")
    def named(self, country: Country) -> str:
        return marked(words(country, "name"))
