"""Every public page, found through the resolver: answers, is one document, leaks no cookie."""

import re

import pytest
from bs4 import BeautifulSoup

from iomsite.menus.models import MenuSection
from newsroom.models.kind import Kind
from tests.factories import make_edition, make_post, make_unit
from tests.sweep import SWEPT

pytestmark = pytest.mark.django_db

PAGES = sorted(path for path in SWEPT.values() if not path.startswith("/health/"))


@pytest.fixture
def site():
    """One thing of each kind, in English."""
    for kind in Kind:
        slug = "swept" if kind == Kind.NEWS else f"swept-{kind.value.replace('_', '-')}"
        make_edition(kind=kind, slug_en=slug)
    unit = make_unit("Swept unit")
    make_post("Swept post", unit=unit)
    MenuSection.objects.create(label_en="Swept section", label_fr="Rubrique")


@pytest.mark.parametrize("path", PAGES)
def test_a_public_page_is_one_document_without_cookies(client, site, path):
    """P36."""
    response = client.get(path)

    assert (response.status_code, response.headers["Content-Language"]) == (200, "en")
    page = BeautifulSoup(response.content, "html.parser")
    assert len(page.find_all("h1")) == len(page.find_all("main")) == len(page.find_all("title")) == 1
    assert (page.html["lang"], page.html["dir"]) == ("en", "ltr")
    assert response.cookies == {}
    assert "Cookie" not in response.headers.get("Vary", "")
    assert "Accept-Language" not in response.headers.get("Vary", "")


@pytest.mark.parametrize("path", PAGES)
def test_a_public_page_runs_no_script_but_the_sites_own(client, site, path):
    """P34: a static policy, nothing inline, nothing from elsewhere."""
    response = client.get(path)

    policy = dict(part.strip().partition(" ")[::2] for part in response.headers["Content-Security-Policy"].split(";"))
    assert (policy["script-src"], policy["default-src"], policy["object-src"]) == ("'self'", "'self'", "'none'")
    page = BeautifulSoup(response.content, "html.parser")
    assert page.find_all(style=True) == page.find_all("style") == []
    assert [script for script in page.find_all("script") if script.string or not script.get("src")] == []
    loaded = [tag.get("src") or tag.get("href") for tag in page.find_all(["script", "img", "link", "iframe"])]
    away = [url for url in loaded if re.match(r"(https?:)?//", url) and not url.startswith("http://127.0.0.1:8000/")]
    assert away == []


@pytest.mark.parametrize("language", ["fr", "es", "ar"])
@pytest.mark.parametrize("path", ["/", "/news", "/structure", "/offices", "/media-contacts"])
def test_the_standing_pages_are_there_in_every_language(client, site, path, language):
    response = client.get(f"/{language}{path}")

    page = BeautifulSoup(response.content, "html.parser")
    direction = "rtl" if language == "ar" else "ltr"
    assert (response.status_code, page.html["lang"], page.html["dir"]) == (200, language, direction)


@pytest.mark.parametrize("path", PAGES)
def test_a_slash_too_many_is_redirected_for_good(client, site, path):
    if path == "/":
        path = "/fr"
        expected = "/fr/"
    else:
        expected, path = f"{path}?page=1", f"{path}//?page=1"
    response = client.get(path)

    assert (response.status_code, response.headers["Location"]) == (301, expected)


def test_health_says_live_and_ready(client):
    assert [client.get(path).status_code for path in ("/health/live", "/health/ready")] == [200, 200]
