"""When there is no page: not found and broken, in the reader's language, with a way on."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client, RequestFactory
from django.urls import path
from django.utils.translation import override
from django.views.defaults import server_error

from iomsite.urls import urlpatterns


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "heading"), [("/nowhere", "Page not found"), ("/fr/nulle-part", "Page introuvable")]
)
def test_a_missing_page_offers_a_way_on(client, address, heading):
    response = client.get(address)
    page = BeautifulSoup(response.content, "html.parser")
    assert (response.status_code, page.h1.get_text()) == (404, heading)
    assert len(page.main.select("a")) == 3
    assert page.select(".languages, link[rel=canonical], link[rel=alternate]") == []


@pytest.mark.django_db
def test_a_missing_page_does_not_repeat_what_was_asked_for(client):
    assert client.get("/<script>").content == client.get("/something-else").content


def test_a_broken_page_needs_no_database_and_speaks_the_readers_language():
    with override("ar"):
        response = server_error(RequestFactory().get("/ar/"))
    page = BeautifulSoup(response.content, "html.parser")
    assert (response.status_code, page.html["dir"], page.h1.get_text()) == (500, "rtl", "حدث خطأ")
    assert page.main.a["href"] == "/ar/"


def _broken(request):
    raise ValueError("broken")


@pytest.mark.django_db
def test_a_fault_in_a_view_shows_the_broken_page_in_its_language(settings):
    settings.ROOT_URLCONF = (path("fr/broken", _broken), *urlpatterns)
    response = Client(raise_request_exception=False).get("/fr/broken")
    assert (response.status_code, response.headers["Content-Language"]) == (500, "fr")
    assert "Une erreur s’est produite" in response.content.decode()
