from django.db import models
from django.utils.translation import gettext_lazy as _

from org.dates import PartialDate, Precision, PrecisionField


class Figure(models.Model):
    """A key figure of the organisation with the day it was true: 175 Member States, as of…"""

    label = models.CharField(_("label"), max_length=120)
    value = models.DecimalField(_("value"), max_digits=18, decimal_places=2)
    as_of = models.DateField(_("as of"), null=True, blank=True)
    as_of_precision = PrecisionField(_("precision of the date"), default=Precision.DAY)
    source = models.CharField(_("source"), max_length=250, blank=True)
    position = models.PositiveIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("key figure")
        verbose_name_plural = _("key figures")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return f"{self.value.normalize():f} {self.label}"

    @property
    def date(self) -> PartialDate:
        return PartialDate(self.as_of, self.as_of_precision)
