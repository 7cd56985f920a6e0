"""Which columns of the organisation exist once a language (django-modeltranslation)."""

from modeltranslation.translator import TranslationOptions, register

from org.models import Country, Figure, Person, Post, Unit


@register(Unit)
class UnitTranslation(TranslationOptions):
    fields = ("name", "slug", "mandate", "address", "city")


@register(Post)
class PostTranslation(TranslationOptions):
    fields = ("title", "title_feminine", "title_masculine", "slug")


@register(Person)
class PersonTranslation(TranslationOptions):
    fields = ("honorific", "biography")


@register(Country)
class CountryTranslation(TranslationOptions):
    fields = ("name",)


@register(Figure)
class FigureTranslation(TranslationOptions):
    fields = ("label",)
