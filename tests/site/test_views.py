"""The front page, and what machines ask about the site's health."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection

from org.models import Figure
from tests.factories import make_edition, make_unit


@pytest.mark.django_db
def test_health_answers_without_language_or_cache(client):
    for path in ("/health/live", "/health/ready"):
        response = client.get(path)
        assert (response.status_code, response.json()) == (200, {"status": "ok"})
        assert "no-store" in response.headers["Cache-Control"]


def test_the_process_is_alive_without_a_database(client):
    assert client.get("/health/live").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_the_site_is_not_ready_while_the_database_does_not_answer(client):
    name = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = "/nowhere/at-all.sqlite3"
    try:
        response = client.get("/health/ready")
    finally:
        connection.close()
        connection.settings_dict["NAME"] = name
    assert (response.status_code, response.json()) == (503, {"status": "the database does not answer"})


@pytest.mark.django_db
def test_the_front_page_leads_with_the_newest_release_then_three_more_then_the_rest(client):
    for number in range(13):
        make_edition(title_en=f"Release {number}", released_on=f"2026-01-{number + 1:02}")
    page = BeautifulSoup(client.get("/").content, "html.parser")
    assert page.select_one(".lead h2").get_text() == "Release 12"
    assert [tag.get_text() for tag in page.select(".features h2")] == ["Release 11", "Release 10", "Release 9"]
    assert [tag.get_text() for tag in page.select(".release-row a")] == [f"Release {n}" for n in range(8, 0, -1)]


@pytest.mark.django_db
def test_an_empty_front_page_says_so_and_offers_a_way_on(client):
    page = BeautifulSoup(client.get("/ar/").content, "html.parser")
    assert page.select_one(".lead a")["href"] == "/ar/media-contacts"


@pytest.mark.django_db
def test_the_front_page_tells_of_the_organisation_and_as_of_when_its_figures_are(client, django_assert_max_num_queries):
    make_unit("Head", mandate_en="<p>What it is for.</p>")
    Figure.objects.create(label_en="Member States", value=1175, as_of="2024-06-01", as_of_precision="month")
    Figure.objects.create(label_en="founded", value=3)
    with django_assert_max_num_queries(4):
        page = BeautifulSoup(client.get("/").content, "html.parser")
    assert page.select_one(".prose").get_text() == "What it is for."
    figures = [" ".join(item.get_text().split()) for item in page.select(".figures li")]
    assert figures == ["1,175 Member States as of June 2024", "3 founded"]
