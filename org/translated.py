"""What a row says in one language, and in which languages it says anything.

django-modeltranslation falls back to another language silently. A public page must know: it marks
borrowed words with `lang`, and offers only the languages that a thing really has.
"""

from typing import Any, NamedTuple

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import get_language, override
from modeltranslation.utils import build_localized_fieldname

from org.slugs import first_free, slug_of

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


class Words(NamedTuple):
    """A text and the language it is really in (BCP 47)."""

    text: str
    language: str


def raw(instance: models.Model, field: str, language: str) -> str:
    """The column of a translated field in one language, without fallback; "" where empty."""
    return getattr(instance, build_localized_fieldname(field, language)) or ""


def words(instance: models.Model, field: str, language: str | None = None) -> Words:
    """A translated field in a language, else in the first language that has it, with the language it is in."""
    wanted = language or get_language() or LANGUAGES[0]
    for code in (wanted, *LANGUAGES):
        if text := raw(instance, field, code):
            return Words(text, code)
    return Words("", wanted)


class HasPages(models.Model):
    """A thing with a page in each language in which it has a name (`named_by`) and a slug."""

    named_by: str
    url_name: str

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A name without a slug gets one made of it."""
        for code in LANGUAGES:
            if (name := raw(self, self.named_by, code)) and not raw(self, "slug", code):
                setattr(self, build_localized_fieldname("slug", code), self._free_slug(slug_of(name, code), code))
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        """Its page in the active language, else in the language that `words` would show its name in; "" if none."""
        languages = self.languages
        if not languages:
            return ""
        active = get_language()
        return self.url_in(active if active in languages else languages[0])

    def _free_slug(self, slug: str, language: str) -> str | None:
        column = build_localized_fieldname("slug", language)
        taken = set(
            type(self)
            ._default_manager.filter(**{f"{column}__startswith": slug})
            .exclude(pk=self.pk)
            .order_by()
            .values_list(column, flat=True)
        )
        return first_free(slug, taken) if slug else None

    @property
    def languages(self) -> list[str]:
        """The languages in which the thing has a page."""
        return [code for code in LANGUAGES if raw(self, self.named_by, code) and raw(self, "slug", code)]

    def url_in(self, language: str) -> str:
        """The address of its page in a language that it has."""
        with override(language):
            return reverse(self.url_name, kwargs={"slug": raw(self, "slug", language)})
