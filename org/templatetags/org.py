"""How templates show translated words, languages, numbers and addresses."""

from datetime import date

from django import template
from django.conf import settings
from django.db import models
from django.utils import formats
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_info
from phonenumber_field.phonenumber import PhoneNumber

from org import email
from org.dates import Precision, spell
from org.models import Figure
from org.translated import HasPages, Words, words

register = template.Library()
register.filter("mailto", email.mailto)


@register.filter
def autonym(code: str) -> str:
    """The name of a language in that language: fr → "Français"."""
    return dict(settings.LANGUAGES)[code]


@register.filter
def language_name(code: str) -> str:
    """The name of a language in the reader's own, as in running text; the code itself if we have none."""
    try:
        name = get_language_info(code)["name_translated"]
    except KeyError:
        return code
    return name.lower() if get_language() in {"fr", "es"} else name


@register.filter
def direction(code: str) -> str:
    """The `dir` of a language."""
    return "rtl" if get_language_info(code)["bidi"] else "ltr"


@register.filter
def at(paths: dict[str, str] | None, code: str) -> str:
    """The path of a page in a language; "" where it has none."""
    return (paths or {}).get(code, "")


@register.filter
def absolute(path: str) -> str:
    """A path as a whole address of this site."""
    return f"{settings.SITE_URL}{path}"


@register.filter
def marked(said: Words) -> str:
    """Words escaped, and marked with their language where it is not the page's."""
    if said.language == get_language():
        return said.text
    return format_html('<span lang="{}" dir="{}">{}</span>', said.language, direction(said.language), said.text)


@register.simple_tag
def say(thing: models.Model, field: str) -> str:
    """A translated field of a thing in the reader's language, else in another one and marked so."""
    return marked(words(thing, field))


@register.simple_tag
def linked(thing: HasPages, field: str) -> str:
    """What `say` gives, as a link to the page of the thing where it has one."""
    said, url = say(thing, field), thing.get_absolute_url()
    return format_html('<a href="{}">{}</a>', url, said) if url else said


@register.simple_tag
def rich(thing: models.Model, field: str) -> SafeString:
    """A translated rich text, which its field has sanitised; marked if it is in another language."""
    said = words(thing, field)
    if not said.text:
        return mark_safe("")
    opening = format_html('<div class="prose" lang="{}" dir="{}">', said.language, direction(said.language))
    return mark_safe(f"{opening}{said.text}</div>")  # noqa: S308  RichTextField stores sanitised HTML only


@register.filter
def has(thing: models.Model, field: str) -> bool:
    """Whether a translated field says anything in any language."""
    return bool(words(thing, field).text)


@register.filter
def dial(number: PhoneNumber) -> str:
    """A number as people read it, without its extension: "+1 202 862 1826" (ITU-T E.123)."""
    bare = PhoneNumber(country_code=number.country_code, national_number=number.national_number)
    bare.italian_leading_zero = number.italian_leading_zero
    bare.number_of_leading_zeros = number.number_of_leading_zeros
    return bare.as_international.replace("-", " ")


@register.filter
def amount(figure: Figure) -> str:
    """The value of a figure, grouped as the reader's language does."""
    return formats.number_format(figure.value.normalize(), use_l10n=True, force_grouping=True)


@register.filter
def spelled(day: date) -> str:
    """A day in words of the reader's language."""
    return spell(day, Precision.DAY, get_language())
