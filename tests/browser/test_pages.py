"""Pages as a browser lays them out: nothing cut off, Arabic from the right, languages one click away."""

from datetime import date

import pytest
from playwright.sync_api import expect

from iomsite.menus.models import MenuSection
from tests.factories import make_appointment, make_contact, make_edition, make_post, make_release, make_unit

pytestmark = pytest.mark.django_db(transaction=True)

LONG = (
    "Floods in coastal provinces drive thousands from their homes as Donaudampfschifffahrtsgesellschaftskapitäne help"
)
ARABIC = "الفيضانات تجبر الآلاف على ترك منازلهم"


@pytest.fixture
def site():
    """A release in three languages with a long title and an extension, a unit with posts."""
    MenuSection.objects.create(label_en="About us", label_ar="من نحن")
    head = make_unit("Office of the Director General", name_ar="مكتب المديرة العامة")
    for number in range(7):
        make_unit(f"Department of Administration {number}", parent=head)
    make_appointment(post=make_post("Director General", unit=head), since=date(2020, 1, 1))
    release = make_release(
        "en", "fr", "ar", title_en=LONG, title_ar=ARABIC, slug_en="floods", slug_fr="inondations", slug_ar="فيضانات"
    )
    make_contact(release=release, phone="tel:+1-202-862-1826;ext=225", unit=head, press_office=True)
    for language in ("en", "fr", "ar"):
        make_edition(release=release, language=language)


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
@pytest.mark.parametrize(
    "path", ["/", "/news", "/news/floods", "/structure", "/offices", "/media-contacts", "/ar/", "/x"]
)
def test_no_page_scrolls_sideways(browser, site, path, width):
    page = browser(path, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_language_switch_leads_to_the_same_release(browser, site):
    page = browser("/news/floods")
    page.get_by_role("navigation", name="Languages").get_by_role("link", name="Français").click()
    page.wait_for_url("**/fr/news/inondations")
    assert page.evaluate("document.documentElement.lang") == "fr"


def test_arabic_runs_from_the_right_with_its_numbers_from_the_left(browser, site):
    page = browser("/ar/news/فيضانات", width=360)
    name, opener = page.locator(".site-name").bounding_box(), page.locator(".menu-opener").bounding_box()
    assert name["x"] > opener["x"]
    number = page.locator(".contact-card bdi[dir=ltr]").first
    assert number.evaluate("tag => getComputedStyle(tag).direction") == "ltr"
    title = page.locator("h1")
    assert title.evaluate("tag => getComputedStyle(tag).direction") == "rtl"
    assert title.evaluate("tag => getComputedStyle(tag).fontWeight") == "700"


def test_contacts_stand_beside_the_text_on_a_wide_window_and_below_it_on_a_small_one(browser, site):
    wide, small = browser("/news/floods"), browser("/news/floods", width=360)
    boxes = {
        page: [page.locator(part).bounding_box() for part in (".release-text", ".release-contacts")]
        for page in (wide, small)
    }
    text, contacts = boxes[wide]
    assert (contacts["x"] > text["x"] + text["width"], abs(contacts["y"] - text["y"]) < 1) == (True, True)
    text, contacts = boxes[small]
    assert contacts["y"] >= text["y"] + text["height"]


def test_filters_are_open_on_a_wide_window_and_fold_on_a_small_one(browser, site):
    assert browser("/news").get_by_label("Kind").is_visible()
    small = browser("/news", width=360)
    assert not small.get_by_label("Kind").is_visible()
    small.get_by_text("Filter", exact=True).click()
    small.get_by_label("Kind").select_option("story")
    small.get_by_role("button", name="Show results").click()
    expect(small.get_by_text("No releases match.")).to_be_visible()


@pytest.mark.parametrize("path", ["/news/floods", "/structure", "/news"])
def test_controls_are_large_enough_to_touch(browser, site, path):
    page = browser(path, width=360)
    for control in page.locator("button, select, input, .menu-opener, .contact-card a, .languages a, footer a").all():
        if control.is_visible():
            assert control.bounding_box()["height"] >= 44, control.inner_html()


@pytest.mark.parametrize("language", ["", "/ar"])
def test_text_has_the_sizes_of_the_seven_steps_only(browser, site, language):
    steps = {"": {14, 16, 18, 22, 28, 36, 48}, "/ar": {15, 17, 19, 23, 29, 36, 44}}[language]
    for path in ("/", "/news", "/structure", "/media-contacts"):
        page = browser(f"{language}{path}")
        sizes = page.evaluate(
            "[...document.querySelectorAll('body, body *')].map(tag => parseFloat(getComputedStyle(tag).fontSize))"
        )
        assert set(sizes) <= steps
