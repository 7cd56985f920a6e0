"""The menu by keyboard, by finger and without script, on wide and small windows."""

import pytest
from playwright.sync_api import expect

from iomsite.menus.models import MenuSection

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def sections():
    about = MenuSection.objects.create(label_en="About", introduction_en="What we are.", position=1)
    group = MenuSection.objects.create(label_en="Structure", parent=about, position=1)
    MenuSection.objects.create(label_en="Chart", parent=group, view="structure")
    work = MenuSection.objects.create(label_en="Work", position=2)
    MenuSection.objects.create(label_en="What we do", parent=work)
    MenuSection.objects.create(label_en="Offices", view="offices", position=3)


def focused(page):
    return page.evaluate("document.activeElement.textContent.trim()")


def expanded(page):
    return {
        button.text_content(): button.get_attribute("aria-expanded")
        for button in page.locator("button.menu-link").all()
    }


def test_the_skip_link_comes_first_and_leads_to_the_content(browser):
    page = browser("/news")
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_a_panel_opens_by_key_and_stands_next_in_the_tab_order(browser):
    page = browser("/news")
    page.get_by_role("button", name="About").focus()
    page.keyboard.press("Enter")
    assert expanded(page) == {"About": "true", "Work": "false"}
    assert page.get_by_text("What we are.").is_visible()
    visited = []
    for _step in range(4):
        page.keyboard.press("Tab")
        visited.append(focused(page))
    assert visited == ["About", "Structure", "Chart", "Work"]
    assert expanded(page) == {"About": "false", "Work": "false"}


def test_escape_closes_a_panel_and_returns_the_focus(browser):
    page = browser("/news")
    page.get_by_role("button", name="About").press("Enter")
    page.get_by_role("link", name="Chart").focus()
    page.keyboard.press("Escape")
    assert (focused(page), expanded(page)["About"]) == ("About", "false")


def test_one_panel_is_open_at_a_time_and_a_click_outside_closes_it(browser):
    page = browser("/news")
    page.get_by_role("button", name="About").click()
    page.get_by_role("button", name="Work").click()
    assert expanded(page) == {"About": "false", "Work": "true"}
    page.locator("footer").click(position={"x": 5, "y": 5})
    assert expanded(page) == {"About": "false", "Work": "false"}


def test_hovering_opens_nothing(browser):
    page = browser("/news")
    page.get_by_role("button", name="About").hover()
    assert expanded(page)["About"] == "false"


def test_on_a_small_window_a_button_opens_the_menu_and_rows_open_in_place(browser):
    page = browser("/news", width=360)
    opener = page.get_by_role("button", name="Menu", exact=True)
    assert not page.get_by_role("button", name="About").is_visible()
    opener.click()
    page.get_by_role("button", name="About").click()
    page.get_by_role("link", name="Chart").click()
    page.wait_for_url("**/structure")


def test_on_a_small_window_escape_closes_panel_then_menu(browser):
    page = browser("/news", width=360)
    opener = page.get_by_role("button", name="Menu", exact=True)
    opener.press("Enter")
    page.get_by_role("button", name="About").press("Enter")
    page.keyboard.press("Escape")
    assert focused(page) == "About"
    page.keyboard.press("Escape")
    assert (focused(page), opener.get_attribute("aria-expanded")) == ("Menu", "false")


def test_without_script_a_wide_menu_is_links_to_landing_pages(browser):
    page = browser("/news", script=False)
    page.get_by_role("link", name="About", exact=True).click()
    page.wait_for_url("**/about")
    page.get_by_role("link", name="Chart").click()
    page.wait_for_url("**/structure")


def test_without_script_a_small_menu_opens_and_closes_by_address(browser):
    page = browser("/news", width=360, script=False)
    about = page.locator("#menu").get_by_role("link", name="About", exact=True)
    assert not about.is_visible()
    page.get_by_role("link", name="Menu", exact=True).click()
    expect(about).to_be_visible()
    page.get_by_role("link", name="Close the menu").click()
    expect(about).to_be_hidden()
    page.get_by_role("link", name="Menu", exact=True).click()
    about.click()
    page.wait_for_url("**/about")
