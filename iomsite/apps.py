"""The site's own app and its admin."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig as DjangoAdminConfig


class SiteConfig(AppConfig):
    """What composes the apps: home, demo command, interface strings, checks."""

    name = "iomsite"


class AdminConfig(DjangoAdminConfig):
    """Django's admin under this site's name."""

    default_site = "iomsite.admin.SiteAdmin"
