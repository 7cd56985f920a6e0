"""Section pages, and the menu as HTML: links that need no script."""

import unicodedata

import pytest

from iomsite.menus.models import MenuSection
from tests.pages import page_at

pytestmark = pytest.mark.django_db


def make_section(label, parent=None, **details):
    return MenuSection.objects.create(label_en=label, parent=parent, **details)


def test_a_section_shows_its_introduction_text_and_what_stands_below(client):
    about = make_section("About", introduction_en="In short & plainly.", body_en="<p>At length.</p>")
    below = make_section("Structure", about, introduction_en="How we are built.")
    make_section("Chart", below, view="structure")
    page = page_at(client, "/about")
    assert page.h1.get_text() == "About"
    assert page.select_one(".standfirst").get_text() == "In short & plainly."
    assert page.select_one(".prose").decode_contents() == "<p>At length.</p>"
    links = [(link.get_text(), link["href"]) for link in page.select(".link-list a")]
    assert links == [("Structure", "/about/structure"), ("Chart", "/structure")]


def test_a_section_names_the_way_to_it(client):
    about = make_section("About")
    make_section("History", make_section("Story", about))
    page = page_at(client, "/about/story/history")
    crumbs = [(link.get_text(), link["href"]) for link in page.select(".breadcrumbs a")]
    assert crumbs == [("Home", "/"), ("About", "/about"), ("Story", "/about/story")]


def test_a_section_that_leads_elsewhere_redirects_there(client):
    make_section("Offices here", view="offices")
    response = client.get("/offices-here")
    assert (response.status_code, response.url) == (302, "/offices")


def test_a_section_that_leads_to_itself_is_its_own_page(client):
    make_section("About", url="/about")
    assert page_at(client, "/about").h1.get_text() == "About"


def test_a_site_without_sections_has_no_menu(client):
    assert page_at(client, "/news").select("#menu, .menu-opener") == []


@pytest.mark.parametrize("path", ["/nowhere", "/story", "/about/nowhere", "/About", "/about%00", "/%C3", "/a//b"])
def test_a_path_without_section_is_not_found(client, path):
    make_section("Story", make_section("About"))
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_section_is_found_in_either_unicode_form(client, form):
    make_section("Data", label_ar="إحصاءات")
    assert client.get(f"/ar/{unicodedata.normalize(form, 'إحصاءات')}").status_code == 200


def test_a_section_lists_the_languages_that_show_it(client):
    about = make_section("About", label_fr="À propos", label_es="Acerca", shown_in=["en", "fr"])
    make_section("Work", about, label_fr="Travail", label_es="Trabajo")
    page = page_at(client, "/about/work")
    assert [link["href"] for link in page.select(".languages a")] == ["/fr/a-propos/travail"]


def test_the_menu_marks_where_the_reader_is(client):
    about = make_section("About")
    make_section("Work", about)
    make_section("News here", view="releases")
    top = {link.get_text(): link.get("aria-current") for link in page_at(client, "/about/work").select(".menu-link")}
    assert top == {"About": "true", "News here": None}
    top = {link.get_text(): link.get("aria-current") for link in page_at(client, "/news").select(".menu-link")}
    assert top == {"About": None, "News here": "page"}


def test_the_menu_is_links_with_blurbs(client):
    about = make_section("About", introduction_en="What we are.")
    make_section("Work", about)
    page = page_at(client, "/news")
    panel = page.select_one("#menu .menu-panel")
    assert panel.has_attr("hidden")
    assert "What we are." in panel.get_text()
    assert [link["href"] for link in panel.select("a")] == ["/about", "/about/work"]
    assert page.select_one("a.menu-opener")["href"] == "#menu"


@pytest.mark.parametrize("sections", [1, 30])
def test_a_section_page_takes_two_queries(client, django_assert_max_num_queries, sections):
    about = make_section("About", body_en="<p>Text.</p>")
    for number in range(sections):
        make_section(f"Section {number}", about)
    with django_assert_max_num_queries(2):
        client.get("/about")
