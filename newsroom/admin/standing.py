"""How each language of a release stands: its working copy, and what the public has. Asked of the querysets alone."""

from dataclasses import dataclass

from django.contrib import admin
from django.db import models
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from newsroom.models import Edition, LanguageState, Release
from newsroom.models.language_state import Status
from newsroom.refusal import language_name
from org.translated import LANGUAGES

_SHOWN = ("release", "language", "number", "kind", "slug", "live_from", "live_until", "nature", "withdrawal")


class Public(models.TextChoices):
    """What the public has of a language."""

    NOTHING = "nothing", _("nothing")
    SCHEDULED = "scheduled", _("scheduled")
    LIVE = "live", _("live")
    WITHDRAWN = "withdrawn", _("taken down")


MARKS = {
    Status.NOT_PLANNED: "–",
    Status.MISSING: "–",
    Status.IN_TRANSLATION: "…",
    Status.DRAFT: "○",
    Status.IN_REVIEW: "◐",
    Status.APPROVED: "✓",
    Public.NOTHING: "–",
    Public.SCHEDULED: "◷",
    Public.LIVE: "●",
    Public.WITHDRAWN: "×",
}
"""Every state has a mark and a word."""


@dataclass(frozen=True)
class Standing:
    """One language of a release. Beside what is live there may be a version scheduled."""

    language: str
    status: Status
    live: Edition | None
    scheduled: Edition | None
    withdrawn: Edition | None

    @property
    def name(self) -> str:
        return language_name(self.language)

    @property
    def copy(self) -> str:
        return f"{MARKS[self.status]} {self.status.label}"

    @property
    def public(self) -> list[tuple[str, Edition | None]]:
        """Each thing that the public has or will have, in words, with its version."""
        has = [(Public.LIVE, self.live)] if self.live else [(Public.WITHDRAWN, self.withdrawn)]
        found = [(state, edition) for state, edition in (*has, (Public.SCHEDULED, self.scheduled)) if edition]
        return [(f"{MARKS[state]} {state.label}", edition) for state, edition in found or [(Public.NOTHING, None)]]

    @property
    def empty(self) -> bool:
        """Whether nothing was written and nothing was ever public."""
        return self.status in {Status.NOT_PLANNED, Status.MISSING} and not (
            self.live or self.scheduled or self.withdrawn
        )


def _rules() -> dict[Public, QuerySet[Edition]]:
    now = timezone.now()
    editions = Edition.objects.only(*_SHOWN)
    return {
        Public.LIVE: editions.live(now),
        Public.SCHEDULED: editions.scheduled(now),
        Public.WITHDRAWN: editions.withdrawn(now),
    }


def with_standing(releases: QuerySet[Release]) -> QuerySet[Release]:
    """Releases with what `standings` needs, in four queries whatever their number."""
    editions = (Prefetch("editions", found, to_attr=f"{state}_editions") for state, found in _rules().items())
    return releases.prefetch_related(Prefetch("states", LanguageState.objects.defer("made_from")), *editions)


def standings(release: Release) -> list[Standing]:
    """How each language of the site stands, for a release read through `with_standing`."""
    statuses = {state.language: Status(state.status) for state in release.states.all()}
    live, scheduled, withdrawn = (
        {edition.language: edition for edition in getattr(release, f"{state}_editions")}
        for state in (Public.LIVE, Public.SCHEDULED, Public.WITHDRAWN)
    )
    return [
        Standing(code, statuses.get(code, Status.MISSING), live.get(code), scheduled.get(code), withdrawn.get(code))
        for code in LANGUAGES
    ]


class PublicFilter(admin.SimpleListFilter):
    """Releases of which the public has something in some language, or nothing."""

    title = _("what the public has")
    parameter_name = "public"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return Public.choices

    def queryset(self, request: HttpRequest, queryset: QuerySet[Release]) -> QuerySet[Release]:
        rules = _rules()
        if self.value() == Public.NOTHING:
            for editions in rules.values():
                queryset = queryset.exclude(pk__in=editions.values("release"))
        elif self.value() in rules:
            queryset = queryset.filter(pk__in=rules[Public(self.value())].values("release"))
        return queryset
