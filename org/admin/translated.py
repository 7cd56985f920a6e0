"""Forms in which a text stands once a language, and the language bar above them.

Not modeltranslation's tabbed admin: it loads jQuery UI from another site.
"""

from collections.abc import Iterator
from itertools import chain

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from js_asset import Media
from modeltranslation.admin import TranslationAdmin, TranslationStackedInline
from modeltranslation.translator import translator
from modeltranslation.utils import get_translation_fields

from org.admin.languages import LanguageLists
from org.admin.richtext import Editor
from org.richtext import RichTextField
from org.translated import Words


def columns(*fields: str) -> list[str]:
    """The columns of translated fields in every language, for `search_fields`."""
    return list(chain.from_iterable(get_translation_fields(field) for field in fields))


def marked(words: Words) -> str:
    """A text as HTML, marked with the language it is really in."""
    return format_html('<span lang="{}" dir="auto">{}</span>', words.language, words.text)


class TranslatedForm(forms.ModelForm):
    """Wants a field that must be filled in at least one language; no language comes before another."""

    def clean(self) -> dict:
        cleaned = super().clean()
        for names in self._wanted():
            if not any(cleaned.get(name) or name in self.errors for name in names):
                self.add_error(names[0], ValidationError(_("Write it in at least one language."), code="required"))
        return cleaned

    def _wanted(self) -> Iterator[list[str]]:
        """The columns in this form of each translated field that may not be blank."""
        model = self._meta.model
        for field in translator.get_options_for_model(model).get_field_names():
            names = [name for name in get_translation_fields(field) if name in self.fields]
            if names and not model._meta.get_field(field).blank:
                yield names


class LanguageColumns(LanguageLists):
    """Marks each column with its language and direction."""

    form = TranslatedForm
    formfield_overrides = {RichTextField: {"widget": Editor}, models.URLField: {"assume_scheme": "https"}}

    def patch_translation_field(
        self, db_field: models.Field, field: forms.Field, request: HttpRequest, **kwargs
    ) -> None:
        super().patch_translation_field(db_field, field, request, **kwargs)
        if language := getattr(db_field, "language", None):
            direction = "rtl" if get_language_info(language)["bidi"] else "ltr"
            field.widget.attrs |= {"lang": language, "dir": direction}
            field.required = False


class TranslatedInline(LanguageColumns, TranslationStackedInline):
    """Stacked: a text a language makes a row too wide."""


class TranslatedAdmin(LanguageColumns, TranslationAdmin):
    """Shows one language's columns at a time where there is a script; every column where there is none."""

    change_form_template = "admin/iomsite/translated_form.html"

    class Media:
        css = {"all": ["admin/iomsite/language-bar.css"]}
        js = ["admin/iomsite/language-bar.js"]

    def render_change_form(self, request: HttpRequest, context: dict, *args, **kwargs) -> HttpResponse:
        """The editor's import map is an inline script: the policy wants the request's nonce on it."""
        context["media"] = Media.from_media(context["media"], nonce=request.csp_nonce)
        return super().render_change_form(request, context, *args, **kwargs)
