"""The organisation's public pages."""

from datetime import date
from itertools import groupby

from django import forms
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from org.chart import Chart
from org.models import Post, Unit
from org.models.country import Region
from org.models.unit import Classification
from org.pages import in_every_language, pages_of
from org.translated import HasPages, words


class DayForm(forms.Form):
    """The day of which the chart is shown. Readers never look ahead: what comes may be under embargo."""

    on = forms.DateField(
        label=_("Structure on"), input_formats=["%Y-%m-%d"], widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )

    @property
    def day(self) -> date:
        today = timezone.localdate()
        return min(self.cleaned_data["on"], today) if self.is_valid() else today


@require_safe
def structure(request: HttpRequest) -> HttpResponse:
    """The organisation chart, today or on an earlier day."""
    day = DayForm(request.GET).day
    today = timezone.localdate()
    context = {
        "chart": Chart(day),
        "day": day,
        "today": today,
        "form": DayForm(initial={"on": day}),
        "pages": in_every_language("structure"),
    }
    return render(request, "org/structure.html", context)


@require_safe
def unit(request: HttpRequest, slug: str) -> HttpResponse:
    """One unit, one that has ended too."""
    found = _page_or_404(Unit.objects.public().select_related("country"), slug)
    context = {
        "unit": found,
        "box": Chart().box(found),
        "successors": [one for one in found.successors.public().defer("mandate") if one.languages],
        "pages": pages_of(found),
    }
    return render(request, "org/unit.html", context)


@require_safe
def post(request: HttpRequest, slug: str) -> HttpResponse:
    """Who holds a post, and who held it before."""
    found = _page_or_404(Post.objects.filter(unit__in=Unit.objects.public()).select_related("unit"), slug)
    context = {
        "post": found,
        "holder": found.held_by(),
        "former": found.appointments.former().select_related("person").defer("person__biography"),
        "pages": pages_of(found),
    }
    return render(request, "org/post.html", context)


@require_safe
def offices(request: HttpRequest) -> HttpResponse:
    """Where we work: the offices in the field, by region and country."""
    in_the_field = Unit.objects.existing().public().filter(classification__in=Classification.in_the_field())
    units = in_the_field.select_related("country").defer("mandate")
    return render(request, "org/offices.html", {"regions": _regions(units), "pages": in_every_language("offices")})


def _page_or_404(things: QuerySet, slug: str) -> HasPages:
    language = get_language()
    thing = things.filter(**{f"slug_{language}": slug}).first()
    if thing is None or language not in thing.languages:
        raise Http404
    return thing


def _regions(units: QuerySet) -> list[tuple[str, list[Unit]]]:
    """Offices under the name of their region; in each, by country. Offices without a country come last."""
    order = {region: place for place, region in enumerate(Region)}

    def region_of(office: Unit) -> str:
        return office.country.region if office.country else ""

    def place(office: Unit) -> tuple[int, str, bool]:
        country = words(office.country, "name").text if office.country else ""
        is_local = office.classification == Classification.COUNTRY_OFFICE
        return order.get(region_of(office), len(order)), country.casefold(), is_local

    by_region = groupby(sorted(units, key=place), key=region_of)
    return [(Region(code).label if code else _("Elsewhere"), list(members)) for code, members in by_region]
