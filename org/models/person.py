from django.db import models
from django.utils.translation import gettext_lazy as _

from org.richtext import RichTextField


class TitleForm(models.TextChoices):
    """Which form of a post's title a person bears: « Directrice générale » or « Directeur général »."""

    FEMININE = "feminine", _("feminine")
    MASCULINE = "masculine", _("masculine")
    NEUTRAL = "neutral", _("neutral")


class Person(models.Model):
    name = models.CharField(_("name"), max_length=150)
    honorific = models.CharField(_("honorific"), max_length=30, blank=True)
    gender_of_title = models.CharField(
        _("form of title"), max_length=9, choices=TitleForm.choices, default=TitleForm.NEUTRAL
    )
    biography = RichTextField(_("biography"), blank=True)

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
