"""Which columns of the menu exist once a language (django-modeltranslation)."""

from modeltranslation.translator import TranslationOptions, register

from iomsite.menus.models import MenuSection


@register(MenuSection)
class MenuSectionTranslation(TranslationOptions):
    fields = ("label", "slug", "introduction", "body")
