"""The menu of a page into the menu of the site."""

import pytest

from iomsite.archive.load_menu import load_menu
from iomsite.archive.parsed import ParsedSection
from iomsite.menus.models import MenuSection
from tests.factories import make_post, make_unit

pytestmark = pytest.mark.django_db

MENU = (
    ParsedSection(
        "Qui sommes nous",
        "L’organisation.",
        (
            ParsedSection(
                "Structure",
                children=(
                    ParsedSection("Organigramme", view="structure"),
                    ParsedSection("Directrice générale"),
                    ParsedSection("Bureau du Chef de Cabinet"),
                    ParsedSection("Autre"),
                ),
            ),
            ParsedSection("Bureau du Chef de Cabinet"),
        ),
    ),
    ParsedSection("Agir"),
)


def tree(parent=None):
    sections = MenuSection.objects.filter(parent=parent).select_related("unit", "post").order_by("position")
    return [
        (section.label_fr, str(section.unit or section.post or section.view), tree(section)) for section in sections
    ]


def test_the_menu_is_made_in_order_and_entries_lead_to_what_they_name():
    make_post("Director General", title_feminine_fr="Directrice générale")
    make_unit("Office of the Chief of Staff", name_fr="Bureau du chef de cabinet")

    assert load_menu(MENU, "fr") == 8
    assert tree() == [
        (
            "Qui sommes nous",
            "",
            [
                (
                    "Structure",
                    "",
                    [
                        ("Organigramme", "structure", []),
                        ("Directrice générale", "Director General", []),
                        ("Bureau du Chef de Cabinet", "Office of the Chief of Staff", []),
                        ("Autre", "", []),
                    ],
                ),
                ("Bureau du Chef de Cabinet", "", []),
            ],
        ),
        ("Agir", "", []),
    ]
    first = MenuSection.objects.get(label_fr="Qui sommes nous")
    assert (first.introduction_fr, first.shown_in, first.label_en, first.slug_fr) == (
        "L’organisation.",
        ["fr"],
        None,
        "qui-sommes-nous",
    )


def test_a_second_run_makes_nothing_and_leaves_what_staff_changed():
    load_menu(MENU, "fr")
    MenuSection.objects.filter(label_fr="Agir").update(introduction_fr="De la rédaction.", position=1)

    assert load_menu(MENU, "fr") == 0
    assert MenuSection.objects.get(label_fr="Agir").introduction_fr == "De la rédaction."


def test_another_page_adds_what_the_menu_lacks():
    load_menu(MENU, "fr")

    assert load_menu((ParsedSection("AGIR", children=(ParsedSection("Engagez-vous"),)),), "fr") == 1
    assert MenuSection.objects.get(label_fr="Engagez-vous").parent.label_fr == "Agir"


def test_menus_of_two_languages_stay_apart():
    load_menu((ParsedSection("Agir"),), "fr")

    assert load_menu((ParsedSection("Agir"),), "es") == 1
