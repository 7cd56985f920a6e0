from datetime import date

from django.db import models
from django.db.models import Prefetch, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField

from org.email import InternationalEmailField
from org.models import Unit


class MediaContactQuerySet(models.QuerySet["MediaContact"]):
    def current(self, on: date | None = None) -> "MediaContactQuerySet":
        """Contacts whom journalists may call on a day (default: today). Undated ones never lapse."""
        on = on or timezone.localdate()
        return self.filter(Q(valid_from__isnull=True) | Q(valid_from__lte=on)).filter(
            Q(valid_until__isnull=True) | Q(valid_until__gte=on)
        )

    def for_readers(self) -> "MediaContactQuerySet":
        """With what a contact card shows: the unit and the public numbers, in two queries."""
        public_numbers = Prefetch("numbers", ContactNumber.objects.filter(public=True), to_attr="public_numbers")
        return self.select_related("unit").prefetch_related(public_numbers)


class MediaContact(models.Model):
    """Whom journalists may call. What it says now stands on every release that names it, old ones too."""

    name = models.CharField(_("name"), max_length=150)
    role = models.CharField(_("role"), max_length=200, blank=True)
    unit = models.ForeignKey(
        Unit, models.PROTECT, verbose_name=_("unit"), null=True, blank=True, related_name="media_contacts"
    )
    organisation = models.CharField(
        _("partner organisation"), max_length=200, blank=True, help_text=_("For the contact of a partner of ours.")
    )
    email = InternationalEmailField(_("e-mail"), blank=True)
    email_ascii = models.EmailField(
        _("e-mail, ASCII"), blank=True, help_text=_("Where our mail goes if the address above has accents.")
    )
    languages = models.JSONField(_("languages spoken"), default=list, blank=True)
    press_office = models.BooleanField(
        _("press office"), default=False, help_text=_("Stands for its unit when other contacts have lapsed.")
    )
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)

    objects = models.Manager.from_queryset(MediaContactQuerySet)()

    class Meta:
        verbose_name = _("media contact")
        verbose_name_plural = _("media contacts")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def is_current(self, on: date | None = None) -> bool:
        on = on or timezone.localdate()
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_until is None or on <= self.valid_until
        )


class ContactNumber(models.Model):
    """A number of a contact, in E.164 with its extension (RFC 3966)."""

    class Kind(models.TextChoices):
        OFFICE = "office", _("Office")
        MOBILE = "mobile", _("Mobile")

    contact = models.ForeignKey(MediaContact, models.CASCADE, related_name="numbers")
    kind = models.CharField(_("kind"), max_length=6, choices=Kind.choices, default=Kind.OFFICE)
    number = PhoneNumberField(_("number"))
    public = models.BooleanField(_("public"), default=True, help_text=_("A number that is not stays in the admin."))
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("number")
        verbose_name_plural = _("numbers")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return str(self.number)
