import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.models.contact import MediaContact
from newsroom.models.kind import Kind
from org.dates import Precision, PrecisionField
from org.models import Country, Person, Unit
from org.richtext import RichTextField
from org.slugs import MAX_LENGTH
from org.translated import words


class Attribution(models.TextChoices):
    """How a speaker's words may be quoted."""

    ON_RECORD = "on_record", _("on the record")
    AS_DELIVERED = "as_delivered", _("as delivered")
    CHECK = "check", _("check against delivery")


class Release(models.Model):
    """The working copy of a release, all languages in one row. Staff edit it; no public code reads it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=14, choices=Kind.choices, default=Kind.NEWS)
    title = models.CharField(_("title"), max_length=250, blank=True)
    slug = models.SlugField(
        _("address"),
        max_length=MAX_LENGTH,
        allow_unicode=True,
        blank=True,
        help_text=_("Left empty, it is made of the title."),
    )
    dateline = models.CharField(_("dateline (place)"), max_length=120, blank=True)
    summary = models.TextField(_("summary"), blank=True)
    body = RichTextField(_("text"), blank=True)
    notes_to_editors = RichTextField(_("notes to editors"), blank=True)
    released_on = models.DateField(
        _("date"), null=True, blank=True, help_text=_("Left empty, it is Geneva’s date at first publication.")
    )
    released_on_precision = PrecisionField(_("precision of the date"), default=Precision.DAY)
    source_language = models.CharField(
        _("source language"), max_length=8, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name=_("issued by"), null=True, blank=True)
    speaker = models.ForeignKey(Person, models.PROTECT, verbose_name=_("speaker"), null=True, blank=True)
    speaker_name = models.CharField(
        _("speaker’s name"), max_length=150, blank=True, help_text=_("For a speaker who is not among our people.")
    )
    attribution = models.CharField(_("attribution"), max_length=12, choices=Attribution.choices, blank=True)
    countries = models.ManyToManyField(Country, verbose_name=_("countries"), blank=True)
    contacts = models.ManyToManyField(MediaContact, through="ReleaseContact", verbose_name=_("media contacts"))
    starts_at = models.DateTimeField(_("event starts at"), null=True, blank=True)
    place = models.CharField(_("place of the event"), max_length=200, blank=True)
    webcast = models.URLField(_("webcast"), blank=True)
    interpretation = models.CharField(_("interpretation"), max_length=200, blank=True)
    imported = models.BooleanField(_("imported from the archive"), default=False, editable=False)
    legacy_url = models.CharField(_("address in the archive"), max_length=500, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False, help_text="Of what is not text.")
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        ordering = ["-created_at", "-pk"]
        permissions = [("publish_release", "Can publish releases")]

    def __str__(self) -> str:
        return self.title or str(self.uuid)


class CoIssuer(models.Model):
    """Who issues a release with us: another unit, or a partner organisation under its own name."""

    release = models.ForeignKey(Release, models.CASCADE, related_name="co_issuers")
    unit = models.ForeignKey(Unit, models.PROTECT, verbose_name=_("unit"), null=True, blank=True)
    name = models.CharField(_("partner organisation"), max_length=200, blank=True)
    website = models.URLField(_("website"), blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("co-issuer")
        verbose_name_plural = _("co-issuers")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return str(self.unit or self.name)

    def clean(self) -> None:
        if bool(self.unit_id) == bool(words(self, "name").text):
            raise ValidationError(_("Choose a unit or name a partner organisation, one of the two."), code="issuer")


class ReleaseContact(models.Model):
    """A media contact of a release, at its place in the order and for some or all languages."""

    release = models.ForeignKey(Release, models.CASCADE, related_name="release_contacts")
    contact = models.ForeignKey(MediaContact, models.PROTECT, verbose_name=_("contact"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    languages = models.JSONField(
        _("languages"), default=list, blank=True, help_text=_("The languages of the release it is for; none: all.")
    )

    class Meta:
        verbose_name = _("media contact")
        verbose_name_plural = _("media contacts")
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(name="release_contact_once", fields=["release", "contact"])]

    def __str__(self) -> str:
        return str(self.contact)
