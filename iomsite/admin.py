"""The admin site. Its language is the person's own choice (see `iomsite.languages`)."""

from django.conf import settings
from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.i18n import set_language


class SiteAdmin(AdminSite):
    site_header = site_title = _("Newsroom")
    index_title = _("Desk")

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """With the choice of language, open to who has not signed in yet."""
        return [path("set-language/", set_language, name="set-language"), *super().get_urls()]

    def each_context(self, request: HttpRequest) -> dict:
        """“View site” leads to the home in the person's language; languages go by their own names."""
        return super().each_context(request) | {"site_url": reverse("home"), "site_languages": settings.LANGUAGES}
