import pytest

from iomsite.menus.models import MenuSection
from tests.factories import make_staff
from tests.forms import parsed, send

pytestmark = pytest.mark.django_db

LIST, ADD = "/admin/menus/menusection/", "/admin/menus/menusection/add/"
FORM = "menusection_form"


@pytest.fixture(autouse=True)
def boss(client):
    client.force_login(make_staff())


def test_menu_stands_in_tree_order_and_indented(client):
    about = MenuSection.objects.create(label_fr="Qui sommes nous")
    MenuSection.objects.create(label_fr="Agir")
    structure = MenuSection.objects.create(label_fr="Structure", parent=about)
    MenuSection.objects.create(label_en="Ethics", parent=structure)
    nodes = parsed(client.get(LIST)).select(".tree-node")
    assert [(node.get_text(), node["data-depth"]) for node in nodes] == [
        ("Qui sommes nous", "0"),
        ("Structure", "1"),
        ("Ethics", "2"),
        ("Agir", "0"),
    ]
    assert [node.span["lang"] for node in nodes] == ["fr", "fr", "en", "fr"]


def test_section_in_french_alone_is_saved_with_the_languages_it_is_shown_in(client):
    send(client, ADD, FORM, {"label_fr": "Agir", "shown_in": ["fr", "es"]})
    [section] = MenuSection.objects.all()
    assert (section.label_fr, section.label_en, section.slug_fr, section.shown_in) == (
        "Agir",
        None,
        "agir",
        ["fr", "es"],
    )


def test_section_shown_in_no_language_is_not_given_them_all_back(client):
    send(client, ADD, FORM, {"label_fr": "Agir", "shown_in": []})
    assert MenuSection.objects.get().shown_in == []


def test_section_without_a_label_in_any_language_is_refused_with_a_sentence(client):
    answer = send(client, ADD, FORM, {})
    assert parsed(answer).select_one(".errorlist").get_text(strip=True) == "Write it in at least one language."
    assert not MenuSection.objects.exists()
