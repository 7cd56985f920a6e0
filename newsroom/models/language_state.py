from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from newsroom.models.release import Release


class Status(models.TextChoices):
    """Where the working copy of one language stands. What the public has is told by its editions."""

    NOT_PLANNED = "not_planned", _("not planned")
    MISSING = "missing", _("missing")
    IN_TRANSLATION = "in_translation", _("with translator")
    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    APPROVED = "approved", _("approved")


class LanguageState(models.Model):
    """One language of a release: how far its text is. Written by `newsroom.workflow` only."""

    release = models.ForeignKey(Release, models.CASCADE, related_name="states")
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    status = models.CharField(_("status"), max_length=14, choices=Status.choices, default=Status.MISSING)
    version = models.PositiveIntegerField(_("version"), default=0)
    text_digest = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the text last saved.")
    translator = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("translator"), null=True, blank=True
    )
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    made_from = models.JSONField(
        _("source text"), null=True, blank=True, help_text=_("What the source said when the translation was made.")
    )

    class Meta:
        verbose_name = _("language")
        verbose_name_plural = _("languages")
        ordering = ["release", "language"]
        constraints = [models.UniqueConstraint(name="language_state_once", fields=["release", "language"])]

    def __str__(self) -> str:
        return f"{self.get_language_display()}: {self.get_status_display()}"


class Agreement(models.Model):
    """A person has agreed, by an act of their own, to exactly one text (told by its SHA-256)."""

    state = models.ForeignKey(LanguageState, models.CASCADE, related_name="agreements")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("person"))
    text_digest = models.CharField(max_length=64)
    agreed_at = models.DateTimeField(_("agreed"))

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        constraints = [models.UniqueConstraint(name="agreement_once", fields=["state", "person", "text_digest"])]

    def __str__(self) -> str:
        return f"{self.person}, {self.state}"
