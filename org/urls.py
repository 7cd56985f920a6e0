"""Addresses of the organisation's pages (DESIGN: addresses)."""

from django.urls import path

from org import converters, views  # noqa: F401  registers the converter

urlpatterns = [
    path("structure", views.structure, name="structure"),
    path("structure/<unicode_slug:slug>", views.unit, name="unit"),
    path("leadership/<unicode_slug:slug>", views.post, name="post"),
    path("offices", views.offices, name="offices"),
]
