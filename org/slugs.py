"""Slugs: the last part of an address. Latin ones are ASCII, Arabic ones stay Arabic (Unicode, NFC)."""

import unicodedata
from collections.abc import Container
from itertools import chain, count

from django.conf import settings
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

MAX_LENGTH = 150
_KEEPS_ITS_SCRIPT = {"ar"}


def slug_of(text: str, language: str) -> str:
    """The slug made of a title or name in a language (a BCP 47 code), cut at a word to 150 characters."""
    slug = unicodedata.normalize("NFC", slugify(text, allow_unicode=language in _KEEPS_ITS_SCRIPT))
    if len(slug) <= MAX_LENGTH:
        return slug
    return slug[: MAX_LENGTH + 1].rpartition("-")[0] or slug[:MAX_LENGTH]


def first_free(slug: str, taken: Container[str | None]) -> str:
    """The slug, with the first number from 2 on that makes it one which is not taken."""
    candidates = chain([slug], (f"{slug}-{number}" for number in count(2)))
    return next(candidate for candidate in candidates if candidate not in taken)


class AddressSlugField(models.SlugField):
    """A Unicode slug that is null, never empty, where the language has none: so `unique_slugs` can hold."""

    def __init__(self, *args, **kwargs):
        kwargs |= {"max_length": MAX_LENGTH, "allow_unicode": True, "null": True, "blank": True}
        super().__init__(*args, **kwargs)

    def get_prep_value(self, value):
        value = super().get_prep_value(value)
        return unicodedata.normalize("NFC", value) if value else None


def unique_slugs(model: str) -> list[models.UniqueConstraint]:
    """Constraints that make a model's slug unique in each language.

    Not `unique=True`: that would bind the untranslated column too, which holds whatever language was active.
    """
    return [
        models.UniqueConstraint(
            name=f"{model}_slug_{code}_once",
            fields=[f"slug_{code}"],
            violation_error_message=_("Another one has this address in this language. Change the address."),
        )
        for code, _name in settings.LANGUAGES
    ]
