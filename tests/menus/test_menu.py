"""The tree of the menu in memory: one query, one language, nothing that readers may not know of yet."""

from datetime import timedelta

import pytest
from django.utils import timezone

from iomsite.menus.menu import Menu, all_sections
from iomsite.menus.models import MenuSection
from tests.factories import make_post, make_unit

pytestmark = pytest.mark.django_db

SOON = timedelta(days=1)


def make_section(label, parent=None, **details):
    return MenuSection.objects.create(label_en=label, parent=parent, **details)


def tree(entries):
    return {entry.label: (entry.url, tree(entry.children)) for entry in entries}


def menu(language="en"):
    return tree(Menu(all_sections(), language).top)


def test_entries_lead_to_their_own_page_below_those_above_them():
    about = make_section("About us")
    make_section("Who", make_section("Structure", about))
    make_section("Work")
    assert menu() == {
        "About us": ("/about-us", {"Structure": ("/about-us/structure", {"Who": ("/about-us/structure/who", {})})}),
        "Work": ("/work", {}),
    }


def test_entries_lead_to_units_posts_views_and_addresses():
    make_section("Unit", unit=make_unit(slug_en="legal"))
    make_section("Post", post=make_post(slug_en="chief"))
    make_section("View", view="offices")
    make_section("Address", url="https://example.org/")
    assert [address for address, _below in menu().values()] == [
        "/structure/legal",
        "/leadership/chief",
        "/offices",
        "https://example.org/",
    ]


def test_a_menu_has_what_its_language_shows():
    make_section("About", label_fr="À propos", shown_in=["en", "fr"])
    hidden = make_section("Hidden", label_fr="Caché", shown_in=["en"])
    make_section("Below", hidden, label_fr="Dessous")
    make_section("Untranslated")
    assert menu("fr") == {"À propos": ("/fr/a-propos", {})}


def test_what_leads_to_a_unit_or_post_under_embargo_is_left_out_with_what_stands_below():
    secret = make_unit(public_from=timezone.now() + SOON)
    above = make_section("Unit", unit=secret)
    make_section("Below", above)
    make_section("Post", post=make_post(unit=secret))
    make_section("Known")
    assert list(menu()) == ["Known"]


def test_entries_keep_the_order_that_staff_gave_them():
    make_section("Last", position=20)
    make_section("First", position=10)
    assert list(menu()) == ["First", "Last"]


def test_a_label_without_letters_has_an_address_all_the_same():
    section = make_section("!?")
    assert menu() == {"!?": (f"/{section.pk}", {})}


@pytest.mark.parametrize("sections", [1, 30])
def test_a_menu_is_read_in_one_query(django_assert_num_queries, sections):
    for number in range(sections):
        above = make_section(f"Section {number}", unit=make_unit())
        make_section("Below", above, post=make_post(unit=make_unit()))
    with django_assert_num_queries(1):
        assert len(menu()) == sections
