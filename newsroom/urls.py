"""Addresses of the newsroom's pages (DESIGN: addresses)."""

from django.urls import path

from newsroom import views
from newsroom.models.kind import Kind
from org import converters  # noqa: F401  registers the converter

urlpatterns = [
    path("news", views.releases, name="releases"),
    path("media-contacts", views.media_contacts, name="media-contacts"),
    *(path(f"{kind.path}/<unicode_slug:slug>", views.release, {"kind": kind}, name="release") for kind in Kind),
]
