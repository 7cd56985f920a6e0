from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MenusConfig(AppConfig):
    name = "iomsite.menus"
    verbose_name = _("Menu")

    def ready(self) -> None:
        from iomsite.menus import checks  # noqa: F401, PLC0415  registers the system check
