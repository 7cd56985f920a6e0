from django.db import models
from django.utils.translation import gettext_lazy as _


class Region(models.TextChoices):
    """Regions of the United Nations' M49 standard."""

    AFRICA = "002", _("Africa")
    AMERICAS = "019", _("Americas")
    ASIA = "142", _("Asia")
    EUROPE = "150", _("Europe")
    OCEANIA = "009", _("Oceania")


class Country(models.Model):
    """A country or area under the name that the United Nations uses (ISO 3166, UN M49)."""

    code = models.CharField(_("ISO 3166 code"), max_length=2, unique=True)
    region = models.CharField(_("region"), max_length=3, choices=Region.choices)
    name = models.CharField(_("name"), max_length=100)

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
