from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField
from tree_queries.fields import TreeNodeForeignKey
from tree_queries.models import OrderableTreeNode
from tree_queries.query import TreeQuerySet

from org.dates import PartialDate, PrecisionField
from org.email import InternationalEmailField
from org.models.country import Country
from org.richtext import RichTextField
from org.slugs import AddressSlugField, unique_slugs
from org.translated import HasPages


class Classification(models.TextChoices):
    EXECUTIVE_OFFICE = "executive_office", _("executive office")
    DEPUTY_AREA = "deputy_area", _("Deputy Director General’s area")
    DEPARTMENT = "department", _("department")
    DIVISION = "division", _("division")
    INDEPENDENT_OFFICE = "independent_office", _("independent office")
    REGIONAL_OFFICE = "regional_office", _("regional office")
    COUNTRY_OFFICE = "country_office", _("country office")
    SPECIAL_LIAISON_OFFICE = "special_liaison_office", _("special liaison office")
    ADMINISTRATIVE_CENTRE = "administrative_centre", _("administrative centre")

    @classmethod
    def in_the_field(cls) -> set[str]:
        """Offices that “where we work” lists; the rest is headquarters."""
        return {cls.REGIONAL_OFFICE, cls.COUNTRY_OFFICE, cls.SPECIAL_LIAISON_OFFICE, cls.ADMINISTRATIVE_CENTRE}


class UnitQuerySet(TreeQuerySet):
    def public(self, at: datetime | None = None) -> "UnitQuerySet":
        """Units that readers may know of at an instant (default: now)."""
        return self.filter(Q(public_from__isnull=True) | Q(public_from__lte=at or timezone.now()))

    def existing(self, on: date | None = None) -> "UnitQuerySet":
        """Units that existed on a day (default: today); one dissolved on an unknown date is taken as gone."""
        on = on or timezone.localdate()
        not_dissolved = Q(dissolved_precision="") | Q(dissolved__gt=on)
        return self.filter(not_dissolved).filter(Q(founded__isnull=True) | Q(founded__lte=on))


class Unit(HasPages, OrderableTreeNode):
    """A part of the organisation (Popolo: Organization). Its place in the tree says whom it reports to."""

    named_by = "name"
    url_name = "unit"

    parent = TreeNodeForeignKey(
        "self", models.PROTECT, verbose_name=_("reports to"), null=True, blank=True, related_name="children"
    )
    name = models.CharField(_("name"), max_length=200)
    slug = AddressSlugField(_("address"))
    abbreviation = models.CharField(_("abbreviation"), max_length=20, blank=True)
    classification = models.CharField(_("kind of unit"), max_length=30, choices=Classification.choices)
    mandate = RichTextField(_("mandate"), blank=True)
    founded = models.DateField(_("founded"), null=True, blank=True)
    founded_precision = PrecisionField(_("precision"), blank=True)
    dissolved = models.DateField(_("dissolved"), null=True, blank=True)
    dissolved_precision = PrecisionField(
        _("precision"), blank=True, help_text=_("Leave empty while the unit exists. “Date unknown” says that it ended.")
    )
    successors = models.ManyToManyField(
        "self", verbose_name=_("successors"), symmetrical=False, blank=True, related_name="predecessors"
    )
    email = InternationalEmailField(_("e-mail"), blank=True)
    phone = PhoneNumberField(_("phone"), blank=True)
    address = models.TextField(_("postal address"), blank=True)
    city = models.CharField(_("city"), max_length=100, blank=True)
    country = models.ForeignKey(Country, models.PROTECT, verbose_name=_("country"), null=True, blank=True)
    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    website = models.URLField(_("website"), blank=True)
    public_from = models.DateTimeField(_("public from"), null=True, blank=True)

    objects = UnitQuerySet.as_manager(with_tree_fields=False)

    class Meta:
        verbose_name = _("unit")
        verbose_name_plural = _("units")
        ordering = ["position", "pk"]
        constraints = unique_slugs("unit")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.dissolved and not self.dissolved_precision:
            message = _("Say how precisely the date is known: day, month or year.")
            raise ValidationError({"dissolved_precision": message}, code="precision")

    def is_public(self, at: datetime | None = None) -> bool:
        """Whether readers may know of it at an instant (default: now): the rule of `UnitQuerySet.public`."""
        return self.public_from is None or self.public_from <= (at or timezone.now())

    @property
    def ended(self) -> PartialDate | None:
        """When it was dissolved; None while it exists."""
        return PartialDate(self.dissolved, self.dissolved_precision) if self.dissolved_precision else None
