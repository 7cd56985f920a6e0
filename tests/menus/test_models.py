"""Rules of the menu: three levels, one target, addresses of its own."""

import pytest
from django.core.checks import run_checks
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from iomsite.menus.models import MenuSection
from tests.factories import make_unit

pytestmark = pytest.mark.django_db


def make_section(label="Section", parent=None, **details):
    return MenuSection.objects.create(**{"label_en": label, "parent": parent} | details)


def problems(**details):
    """The codes of what validation finds wrong."""
    section = MenuSection(**{"label_en": "New", "position": 1} | details)
    with pytest.raises(ValidationError) as refused:
        section.full_clean()
    return [error.code for errors in refused.value.error_dict.values() for error in errors]


def test_the_menu_has_three_levels_at_most():
    third = make_section(parent=make_section(parent=make_section()))
    assert problems(parent=third) == ["depth"]


def test_a_section_is_not_moved_to_where_those_below_it_would_stand_too_deep():
    moved = make_section("Moved")
    make_section("Below", parent=make_section("Between", parent=moved))
    moved.parent = make_section("New place")

    with pytest.raises(ValidationError, match="3 levels at most"):
        moved.full_clean()


def test_a_section_with_others_below_it_is_not_deleted():
    section = make_section()
    make_section(parent=section)
    with pytest.raises(ProtectedError):
        section.delete()


def test_a_section_leads_to_one_place():
    assert problems(unit=make_unit(), url="https://example.int") == ["target"]
    assert problems(url="javascript:alert(1)") == ["url"]


@pytest.mark.parametrize("slug", ["news", "structure", "admin", "fr", "static", "statements"])
def test_the_sites_own_addresses_are_reserved_on_the_first_level(slug):
    assert problems(slug_en=slug) == ["reserved"]
    MenuSection(label_en="Below", slug_en=slug, parent=make_section(), position=1).full_clean()


def test_siblings_have_addresses_of_their_own():
    make_section("Partners")
    assert problems(label_en="Partners") == ["taken"]
    assert problems(slug_en="partners") == ["taken"]


def test_a_slug_is_made_of_the_label_in_each_language():
    section = make_section("Who we are", label_fr="Qui sommes nous")
    assert (section.slug_en, section.slug_fr, section.slug_es) == ("who-we-are", "qui-sommes-nous", None)


def test_a_section_shows_where_it_is_wanted_and_has_a_label():
    section = make_section(shown_in=["en", "fr"])
    assert [section.shows_in(language) for language in ("en", "fr", "es")] == [True, False, False]


def test_the_system_check_names_a_section_that_hides_behind_an_address():
    section = make_section("Newsroom", slug_en="news")
    warnings = run_checks(tags=["database"], databases=["default"])
    assert [(warning.id, str(section) in warning.msg) for warning in warnings] == [("menus.W001", True)]
