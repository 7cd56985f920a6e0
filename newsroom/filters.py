"""The filters of the list of releases: a GET form whose bad values count as absent."""

from typing import NamedTuple

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from newsroom.models.edition import EditionQuerySet
from newsroom.models.kind import Kind
from org.models import Country, Unit
from org.translated import raw, words

Choices = list[tuple[str, str]]


class Chip(NamedTuple):
    """A filter in force, and the query of the list without it."""

    label: str
    query: str


class ReleaseFilter(forms.Form):
    """Which of the live editions of a language a reader asks for. Offers only values that some of them have."""

    kind = forms.ChoiceField(label=_("Kind"), required=False)
    year = forms.ChoiceField(label=_("Year"), required=False)
    country = forms.ChoiceField(label=_("Country"), required=False)
    unit = forms.ChoiceField(label=_("Issued by"), required=False)
    page = forms.IntegerField(min_value=1, required=False, widget=forms.HiddenInput)

    def __init__(self, data: QueryDict, editions: EditionQuerySet, language: str) -> None:
        super().__init__(data)
        self._editions = editions
        self._units = _units(editions, language)
        self._offer("kind", [(kind.value, kind.label) for kind in Kind])
        self._offer("year", [(str(year.year),) * 2 for year in editions.dates("released_on", "year", order="DESC")])
        self._offer("country", _countries(editions))
        self._offer("unit", [(slug, words(unit, "name").text) for slug, unit in self._units.items()])
        self.full_clean()

    def editions(self) -> EditionQuerySet:
        """The editions that match every filter in force."""
        lookups = {
            "kind": self._value("kind"),
            "released_on__year": self._value("year"),
            "countries__code": self._value("country"),
            "unit": self._units.get(self._value("unit")),
        }
        return self._editions.filter(**{lookup: value for lookup, value in lookups.items() if value})

    @property
    def page_number(self) -> int:
        return self.cleaned_data.get("page") or 1

    def query(self, **changes: str | int) -> str:
        """The query string of the list with some values changed; an empty value takes its filter away."""
        values = {name: self._value(name) for name in self.fields if name != "page"} | changes
        query = QueryDict(mutable=True)
        query.update({name: value for name, value in values.items() if value})
        return f"?{query.urlencode()}" if query else ""

    def query_of_page(self, number: int) -> str:
        """The query string of a page of the list; the first page has no number."""
        return self.query(page=number if number > 1 else "")

    def chips(self) -> list[Chip]:
        """The filters in force, in the order of the form."""
        in_force = {name: self._value(name) for name in self.fields if name != "page" and self._value(name)}
        return [
            Chip(dict(self.fields[name].choices)[value], self.query(**{name: ""})) for name, value in in_force.items()
        ]

    def query_in(self, language: str) -> str:
        """The same filters in another language; its name for the unit differs."""
        unit = self._units.get(self._value("unit"))
        return self.query(unit=raw(unit, "slug", language) if unit else "")

    def _offer(self, name: str, choices: Choices) -> None:
        self.fields[name].choices = [("", pgettext_lazy("no filter", "All")), *choices]

    def _value(self, name: str) -> str:
        return self.cleaned_data.get(name) or ""


def _countries(editions: EditionQuerySet) -> Choices:
    named = Country.objects.filter(pk__in=editions.values("countries")).order_by()
    return sorted(((country.code, words(country, "name").text) for country in named), key=lambda choice: choice[1])


def _units(editions: EditionQuerySet, language: str) -> dict[str, Unit]:
    issuing = Unit.objects.public().filter(pk__in=editions.values("unit")).defer("mandate", "address").order_by()
    by_slug = {raw(unit, "slug", language): unit for unit in issuing if language in unit.languages}
    return dict(sorted(by_slug.items(), key=lambda item: words(item[1], "name").text))
