from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from org.admin.translated import TranslatedAdmin, columns, marked
from org.models import Figure
from org.translated import words


@admin.register(Figure)
class FigureAdmin(TranslatedAdmin):
    list_display = ("labelled", "value", "date", "source", "position")
    list_editable = ("position",)
    search_fields = ("source", *columns("label"))
    fields = ("label", "value", ("as_of", "as_of_precision"), "source", "position")

    @admin.display(description=_("label"), ordering="label")
    def labelled(self, figure: Figure) -> str:
        return marked(words(figure, "label"))

    @admin.display(description=_("as of"), ordering="as_of")
    def date(self, figure: Figure) -> str:
        return str(figure.date)
