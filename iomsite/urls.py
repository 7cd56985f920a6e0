"""All addresses (DESIGN: addresses). The catch-all of the menu comes last."""

from django.contrib import admin
from django.urls import path

urlpatterns = [path("admin/", admin.site.urls)]
