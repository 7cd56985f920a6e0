"""The admin site. Its language is the person's own choice (see `iomsite.languages`)."""

from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _


class SiteAdmin(AdminSite):
    site_header = site_title = _("Newsroom")
    index_title = _("Desk")
