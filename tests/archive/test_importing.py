"""Imports that run side by side make nothing twice."""

import shutil
from pathlib import Path

import pytest

from iomsite.archive.importing import Choices, import_page
from iomsite.archive.models import ArchivedPage
from iomsite.menus.models import MenuSection
from newsroom.models import Edition, MediaContact, Release
from tests.concurrency import at_once

pytestmark = pytest.mark.django_db(transaction=True)

REAL = Path(__file__).parent.parent / "data" / "archive" / "conference-caraibes.fr.txt"
PUBLISH = Choices(publish=True)


def counts():
    return [model.objects.count() for model in (Release, Edition, MenuSection, MediaContact, ArchivedPage)]


def test_one_page_imported_twice_at_once_goes_in_once():
    outcomes = at_once(*[lambda: import_page(REAL, PUBLISH)] * 2)

    assert sorted(outcome.state for outcome in outcomes) == ["imported", "unchanged"]
    assert counts() == [1, 1, 18, 2, 1]


def test_two_pages_imported_at_once_share_one_menu_and_one_set_of_contacts(tmp_path):
    other = tmp_path / "other.fr.txt"
    shutil.copy(REAL, other)
    other.write_text(other.read_text().replace("Conférence sur la traite", "Seconde conférence sur la traite"))

    outcomes = at_once(lambda: import_page(REAL, PUBLISH), lambda: import_page(other, PUBLISH))

    assert [outcome.state for outcome in outcomes] == ["imported", "imported"]
    assert counts() == [2, 2, 18, 2, 2]
