"""A list of languages in a JSON column, as checkboxes."""

import re

from django import forms
from django.conf import settings
from django.db import models
from django.http import HttpRequest

_CODE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE)


class LanguageBoxes(forms.CheckboxSelectMultiple):
    """The languages of the site, and whichever else a row already has: saving a form loses none."""

    def optgroups(self, name: str, value: list[str], attrs: dict | None = None) -> list:
        known = dict(settings.LANGUAGES)
        self.choices = [*known.items(), *((code, code) for code in value if code not in known)]
        return super().optgroups(name, value, attrs)


class LanguagesField(forms.MultipleChoiceField):
    """Takes BCP 47 codes; gives a list of them."""

    widget = LanguageBoxes

    @classmethod
    def of(cls, db_field: models.JSONField) -> "LanguagesField":
        return cls(
            label=db_field.verbose_name.capitalize(),
            help_text=db_field.help_text,
            required=not db_field.blank,
            initial=db_field.get_default,
        )

    def valid_value(self, value: str) -> bool:
        return bool(_CODE.fullmatch(value))


class LanguageLists:
    """For an admin or inline whose model keeps languages in JSON columns (`language_lists`)."""

    language_lists: tuple[str, ...] = ()

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs) -> forms.Field | None:
        if db_field.name in self.language_lists:
            return LanguagesField.of(db_field)
        return super().formfield_for_dbfield(db_field, request, **kwargs)
