from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.models import Release


class ArchivedPage(models.Model):
    """A page of the archive that has been imported: what makes a second run change nothing."""

    source = models.CharField(_("source"), max_length=500)
    fingerprint = models.CharField(_("fingerprint"), max_length=64, unique=True, help_text=_("SHA-256 of its bytes."))
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    release = models.ForeignKey(Release, models.PROTECT, verbose_name=_("release"), related_name="archived_pages")
    account = models.JSONField(_("account of its lines"), default=dict)
    imported_at = models.DateTimeField(_("imported"), auto_now_add=True)

    class Meta:
        verbose_name = _("archived page")
        verbose_name_plural = _("archived pages")
        ordering = ["-imported_at", "-pk"]

    def __str__(self) -> str:
        return self.source
