"""What every test gets: plain static files (no manifest to collect first) and no leftover language."""

import pytest
from django.utils import translation

from tests.factories import load_countries


@pytest.fixture
def countries(db):
    """For tests that name a country."""
    load_countries()


@pytest.fixture(autouse=True)
def plain_static_files(settings):
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


@pytest.fixture(autouse=True)
def english():
    with translation.override("en"):
        yield
