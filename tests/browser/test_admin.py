"""The language bar and the editor of the admin, with and without script, under the content security policy."""

import pytest

from tests.factories import make_release, make_staff

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def form(browser):
    """Signs in and opens the form of a release in French and Arabic; `refused` is what the policy refused."""
    person = make_staff(username="boss")
    person.set_password("a long secret")
    person.save()
    release = make_release("fr", "ar")

    def open_form(**how):
        page = browser(f"/admin/login/?next=/admin/newsroom/release/{release.pk}/change/", **how)
        page.refused = []
        page.on("console", lambda message: page.refused.append(message.text) if message.type == "error" else None)
        page.fill("[name=username]", "boss")
        page.fill("[name=password]", "a long secret")
        with page.expect_navigation(wait_until="networkidle"):
            page.click("#login-form [type=submit]")
        return page

    return open_form


def shown(page):
    return [code for code in ("en", "fr", "es", "ar") if page.is_visible(f"[name=title_{code}]")]


def test_one_language_is_shown_and_the_bar_is_worked_by_keyboard(form):
    page = form()
    assert shown(page) == ["fr"], "the first that has a text"
    page.focus(".language-bar button[lang=ar]")
    page.keyboard.press("Enter")
    assert shown(page) == ["ar"]
    pressed = page.locator(".language-bar button[aria-pressed=true]")
    assert pressed.get_attribute("lang") == "ar"


def test_bar_marks_languages_with_text_as_they_are_written(form):
    page = form()
    marked = "[...document.querySelectorAll('.language-bar .has-text')].map(({ lang }) => lang)"
    assert page.evaluate(marked) == ["fr", "ar"]
    page.click(".language-bar button[lang=es]")
    page.fill("[name=title_es]", "Conferencia")
    assert page.evaluate(marked) == ["fr", "es", "ar"]


def test_language_with_an_error_is_marked_and_shown(form):
    page = form()
    page.click(".language-bar button[lang=ar]")
    page.fill("[name=slug_ar]", "two words")
    page.click(".language-bar button[lang=fr]")
    with page.expect_navigation(wait_until="networkidle"):
        page.click("[name=_continue]")
    assert shown(page) == ["ar"]
    assert [button.get_attribute("lang") for button in page.locator(".language-bar .has-errors").all()] == ["ar"]


def test_every_language_is_shown_without_script(form):
    page = form(script=False)
    assert shown(page) == ["en", "fr", "es", "ar"]
    assert page.is_hidden(".language-bar")


def test_editor_works_in_the_direction_of_its_language_and_the_policy_refuses_nothing(form):
    page = form()
    page.click(".language-bar button[lang=ar]")
    editor = page.locator(".field-body_ar [role=textbox]")
    assert (editor.get_attribute("lang"), editor.get_attribute("dir")) == ("ar", "rtl")
    editor.click()
    page.keyboard.press("Control+End")
    page.keyboard.type("نص")
    assert page.input_value("[name=body_ar]").endswith("نص</p>")
    assert page.refused == []


@pytest.mark.parametrize("width", [360, 1280])
def test_form_does_not_scroll_sideways(form, width):
    page = form(width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
