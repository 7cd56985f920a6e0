"""All addresses (DESIGN: addresses). The catch-all of the menu comes last."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from iomsite import views
from iomsite.menus.views import section

urlpatterns = [
    path("admin/", admin.site.urls),
    path("health/live", views.live, name="live"),
    path("health/ready", views.ready, name="ready"),
    *i18n_patterns(
        path("", views.home, name="home"),
        path("", include("newsroom.urls")),
        path("", include("org.urls")),
        path("<path:path>", section, name="section"),
        prefix_default_language=False,
    ),
]
