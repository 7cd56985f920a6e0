import uuid
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from newsroom.models.contact import MediaContact
from newsroom.models.kind import Kind
from newsroom.models.release import Release
from org.dates import PartialDate, PrecisionField
from org.models import Country, Unit
from org.richtext import RichTextField
from org.slugs import MAX_LENGTH

NEWEST_FIRST = (
    F("released_on").desc(nulls_last=True),
    F("first_published_at").desc(),
    F("id").desc(),
)
"""The order of every list: by date, undated last, then by first publication."""


class EditionQuerySet(models.QuerySet["Edition"]):
    """What readers may know, stated once. Public code uses these methods and no filter of its own on time."""

    def live(self, at: datetime | None = None) -> "EditionQuerySet":
        """Readable at an instant (default: now)."""
        at = at or timezone.now()
        return self.filter(live_from__lte=at).filter(Q(live_until__isnull=True) | Q(live_until__gt=at))

    def was_public(self, at: datetime | None = None) -> "EditionQuerySet":
        """Has been live at some moment up to an instant (default: now). An empty interval never was."""
        not_empty = Q(live_until__isnull=True) | Q(live_until__gt=F("live_from"))
        return self.filter(not_empty, live_from__lte=at or timezone.now())

    def withdrawn(self, at: datetime | None = None) -> "EditionQuerySet":
        """Was public and had been taken down by an instant (default: now), with its reason."""
        at = at or timezone.now()
        return self.was_public(at).filter(withdrawal__isnull=False, live_until__lte=at)

    def scheduled(self, at: datetime | None = None) -> "EditionQuerySet":
        """Approved for a moment that still lies ahead. For staff: no public code asks this."""
        at = at or timezone.now()
        return self.filter(live_from__gt=at).filter(Q(live_until__isnull=True) | Q(live_until__gt=F("live_from")))

    def overlapping(self, start: datetime, end: datetime | None) -> "EditionQuerySet":
        """Editions that are live at some moment of `[start, end)`; `end` None is open."""
        begins_before_end = Q() if end is None else Q(live_from__lt=end)
        return self.filter(
            Q(live_until__isnull=True) | (Q(live_until__gt=start) & Q(live_until__gt=F("live_from"))), begins_before_end
        )

    def for_lists(self) -> "EditionQuerySet":
        """In the order of every list, with the few columns that a row shows."""
        return self.order_by(*NEWEST_FIRST).only(
            "language", "kind", "title", "slug", "dateline", "summary", "released_on", "released_on_precision"
        )

    def answering(self, language: str, slug: str, at: datetime | None = None) -> "Edition | None":
        """The edition that answers for a slug: the live one, else the last that readers knew by it."""
        known = self.was_public(at).filter(language=language, slug=slug)
        return known.live(at).first() or known.order_by("-live_until").first()


class Edition(models.Model):
    """What was approved: one release in one language, frozen. Live in `[live_from, live_until)`.

    `newsroom.workflow` alone creates editions and writes their interval and withdrawal.
    """

    class Nature(models.TextChoices):
        FIRST = "first", _("first")
        UPDATE = "update", _("update")
        CORRECTION = "correction", _("correction")
        MINOR = "minor", _("minor")

    class WithdrawalReason(models.TextChoices):
        ERROR = "error", _("It was published in error.")
        OUTDATED = "outdated", _("It is out of date.")
        REPLACED = "replaced", _("It has been replaced.")
        PROTECTION = "protection", _("It was taken down to protect people.")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    release = models.ForeignKey(Release, models.PROTECT, verbose_name=_("release"), related_name="editions")
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    number = models.PositiveIntegerField(_("version"))
    live_from = models.DateTimeField(_("live from"))
    live_until = models.DateTimeField(_("live until"), null=True, blank=True)

    kind = models.CharField(_("kind"), max_length=14, choices=Kind.choices)
    title = models.CharField(_("title"), max_length=250)
    slug = models.SlugField(_("address"), max_length=MAX_LENGTH, allow_unicode=True)
    dateline = models.CharField(_("dateline (place)"), max_length=120, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    body = RichTextField(_("text"), blank=True)
    notes_to_editors = RichTextField(_("notes to editors"), blank=True)
    released_on = models.DateField(_("date"), null=True)
    released_on_precision = PrecisionField(_("precision of the date"))
    date_follows_publication = models.BooleanField(
        default=False, help_text="The date is Geneva's on the day of publication, and moves with the hour."
    )
    source_language = models.CharField(_("source language"), max_length=8, choices=settings.LANGUAGES)
    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name=_("issued by"), null=True, related_name="editions")
    co_issuers = models.JSONField(_("co-issuers"), default=list)
    speaker = models.JSONField(_("speaker"), null=True)
    event = models.JSONField(_("event"), null=True)
    contacts = models.ManyToManyField(MediaContact, through="EditionContact", related_name="editions")
    countries = models.ManyToManyField(Country, verbose_name=_("countries"), related_name="editions")

    nature = models.CharField(_("nature"), max_length=10, choices=Nature.choices, default=Nature.FIRST)
    change_note = models.TextField(_("note to readers"), blank=True)
    first_published_at = models.DateTimeField(_("first published"))
    imported = models.BooleanField(_("imported"), default=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("approved by"), null=True, related_name="+"
    )
    withdrawal = models.JSONField(
        _("withdrawal"), null=True, help_text="Null, or `reason` (WithdrawalReason), `explanation`, `way_on` (a URL)."
    )
    redacted = models.BooleanField(_("removed everywhere"), default=False)
    created_at = models.DateTimeField(_("approved"), auto_now_add=True)

    objects = models.Manager.from_queryset(EditionQuerySet)()

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["release", "language", "number"]
        constraints = [
            models.UniqueConstraint(name="edition_number_once", fields=["release", "language", "number"]),
            models.CheckConstraint(
                name="edition_interval_forward",
                condition=Q(live_until__isnull=True) | Q(live_until__gte=F("live_from")),
            ),
        ]
        indexes = [
            # The index of NEWEST_FIRST is made by a migration: SQLite knows no NULLS LAST in one.
            models.Index(fields=["language", "slug"], name="edition_slug"),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.language}, {self.number})"

    def get_absolute_url(self) -> str:
        with override(self.language):
            return reverse("release", kwargs={"kind": Kind(self.kind), "slug": self.slug})

    @property
    def date(self) -> PartialDate:
        return PartialDate(self.released_on, self.released_on_precision)

    def is_live(self, at: datetime | None = None) -> bool:
        """The answer of `live()` for this one edition, asked of `live()` itself."""
        return Edition.objects.live(at).filter(pk=self.pk).exists()

    def contacts_for_readers(self) -> list[MediaContact]:
        """Its contacts as they are now, in order; a lapsed one gives way to the press office.

        Two queries, lapsed or not: the press offices that may stand in come with the contacts.
        """
        place = EditionContact.objects.filter(edition=self, contact=OuterRef("pk")).values("position")
        near = Q(unit__in=self.contacts.values("unit")) | Q(unit__parent__isnull=True)
        known = MediaContact.objects.annotate(place=Subquery(place))
        wanted = known.filter(Q(place__isnull=False) | (Q(press_office=True) & near)).for_readers()
        contacts = list(wanted.order_by("place", "name", "pk"))  # type: ignore[misc]  # annotated
        named = [contact for contact in contacts if contact.place is not None]  # type: ignore[attr-defined]
        current = [contact for contact in named if contact.is_current()]
        if len(current) == len(named):
            return current
        lapsed_units = {contact.unit for contact in named if not contact.is_current() and contact.unit}
        offices = [contact for contact in contacts if contact.press_office and contact.is_current()]
        at_the_head = [office for office in offices if office.unit is None or office.unit.parent_id is None]
        stand_ins = [office for office in offices if office.unit in lapsed_units] or at_the_head
        return current + [office for office in stand_ins if office not in current]


class EditionContact(models.Model):
    """A media contact named by an edition, at its place in the order."""

    edition = models.ForeignKey(Edition, models.CASCADE)
    contact = models.ForeignKey(MediaContact, models.PROTECT)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(name="edition_contact_once", fields=["edition", "contact"])]

    def __str__(self) -> str:
        return str(self.contact)
