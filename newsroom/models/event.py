from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.models.edition import Edition
from newsroom.models.release import Release


class Verb(models.TextChoices):
    """What can be done to a release (`newsroom.verbs` says when and by whom)."""

    SAVE = "save", _("saved the text")
    ASSIGN = "assign", _("gave to a translator")
    LEAVE_OUT = "leave_out", _("left out")
    SUBMIT = "submit", _("sent for clearance")
    PUBLISH = "publish", _("published")
    RESCHEDULE = "reschedule", _("moved the hour")
    CANCEL = "cancel", _("cancelled the scheduled version")
    WITHDRAW = "withdraw", _("took down")


class EventQuerySet(models.QuerySet["Event"]):
    def update(self, **kwargs):
        raise PermissionDenied("The activity log is append-only.")

    def delete(self):
        raise PermissionDenied("The activity log is append-only.")


class Event(models.Model):
    """The audit trail: who did what, when. Append-only; written by `newsroom.workflow` only."""

    at = models.DateTimeField(_("at"))
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("person"), null=True, related_name="+"
    )
    actor_name = models.CharField(_("who"), max_length=150)
    verb = models.CharField(_("what"), max_length=20, choices=Verb.choices)
    release = models.ForeignKey(Release, models.PROTECT, verbose_name=_("release"), related_name="events")
    language = models.CharField(_("language"), max_length=8, blank=True)
    edition = models.ForeignKey(Edition, models.PROTECT, verbose_name=_("version"), null=True, related_name="events")
    detail = models.JSONField(_("detail"), default=dict)

    objects = models.Manager.from_queryset(EventQuerySet)()

    class Meta:
        verbose_name = _("activity")
        verbose_name_plural = _("activity")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M:%S} {self.actor_name}: {self.verb}"

    def save(self, *args, **kwargs) -> None:
        if self.pk:
            raise PermissionDenied("The activity log is append-only.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise PermissionDenied("The activity log is append-only.")
