"""Which columns of the newsroom exist once a language (django-modeltranslation)."""

from modeltranslation.translator import TranslationOptions, register

from newsroom.models import CoIssuer, MediaContact, Release


@register(Release)
class ReleaseTranslation(TranslationOptions):
    fields = ("title", "slug", "dateline", "summary", "body", "notes_to_editors", "place")


@register(MediaContact)
class MediaContactTranslation(TranslationOptions):
    fields = ("role",)


@register(CoIssuer)
class CoIssuerTranslation(TranslationOptions):
    fields = ("name",)
