"""The measure of "real": the archived page goes in at one end and comes out at the other as a page."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command

from tests.factories import make_post, make_unit

pytestmark = pytest.mark.django_db

ARCHIVED = Path(__file__).parent / "data" / "archive" / "conference-caraibes.fr.txt"
ADDRESS = "/fr/news/conference-sur-la-traite-dans-la-region-des-caraibes"
BEGINNINGS = [
    "Le bureau régional de l’OIM en Amérique du Nord et aux Caraïbes réunit",
    "Lors de cet évènement de trois jours qui débute aujourd’hui à Miami",
    "L’évaluation exploratoire sur la traite des personnes de 2005",
    "Les facteurs qui alimentent la traite à travers les Caraïbes",
    "Depuis 2003, la région a fait d’importantes avancées",
    "La Conférence de lutte contre la traite de l’OIM aux Caraïbes vise",
]
ENDS = [
    "afin de débattre de la traite dans la région des Caraïbes.",
    "les premiers soins et la réintégration.",
    "d’exploitation sexuelle ou de servitude domestique.",
    "sur les sites internet ou par le biais de SMS.",
    "afin de porter assistance à 54 victimes.",
    "dans le cadre du Programme régional de l’OIM aux Caraïbes.",
]


@pytest.fixture
def organisation():
    """The unit and the post that two entries of the archived menu name."""
    make_unit("Office of the Chief of Staff", name_fr="Bureau du Chef de Cabinet")
    make_post("Director General", title_fr="Direction générale", title_feminine_fr="Directrice générale")


@pytest.fixture
def page(client, organisation):
    """The page that readers get after import and publication."""
    call_command("import_archive", str(ARCHIVED), "--publish", verbosity=0)
    response = client.get(ADDRESS)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_the_archived_release_is_a_page(page):
    assert page.h1.get_text(strip=True) == "Conférence sur la traite dans la région des Caraïbes"
    paragraphs = [paragraph.get_text() for paragraph in page.select(".prose p")]
    assert [text[: len(start)] for text, start in zip(paragraphs, BEGINNINGS, strict=True)] == BEGINNINGS
    assert [text[-len(end) :] for text, end in zip(paragraphs, ENDS, strict=True)] == ENDS
    assert "«\u00a0amoureuses\u00a0»" in paragraphs[3]
    assert "'" not in "".join(paragraphs)
    assert "Date inconnue" in page.article.get_text()
    assert page.article.find("time") is None


def test_its_two_contacts_can_be_called_and_written_to(page):
    cards = [
        (card.h3.get_text(strip=True), [a["href"] for a in card.find_all("a")]) for card in page.select(".contact-card")
    ]
    assert cards == [
        ("Chissey Mueller", ["tel:+1-202-862-1826;ext=236", "mailto:cmueller@iom.int"]),
        (
            "Niurka Piñeiro",
            ["tel:+1-202-862-1826;ext=225", "tel:+1-410-487-4950", "mailto:npi%C3%B1eiro@iom.int"],
        ),
    ]


def menu_tree(tag):
    """`(label, address, entries below)` of each entry of a list, as a reader without script gets it."""
    return [
        (item.a.get_text(strip=True), item.a["href"], menu_tree(item.find("ul")) if item.find("ul") else [])
        for item in tag.find_all("li", recursive=False)
    ]


def test_its_menu_is_the_menu_of_the_french_pages(page):
    structure = "/fr/qui-sommes-nous/structure"
    deputy = "Directrice générale adjointe chargée"
    assert menu_tree(page.select_one("nav#menu > ul")) == [
        (
            "Qui sommes nous",
            "/fr/qui-sommes-nous",
            [
                (
                    "Structure",
                    structure,
                    [
                        ("Structure organisationnelle", "/fr/structure", []),
                        ("Directrice générale", "/fr/leadership/direction-generale", []),
                        (
                            f"{deputy} de la gestion et des réformes",
                            f"{structure}/directrice-generale-adjointe-chargee-de-la-gestion-et-des-reformes",
                            [],
                        ),
                        (
                            f"{deputy} des opérations",
                            f"{structure}/directrice-generale-adjointe-chargee-des-operations",
                            [],
                        ),
                        ("Bureau du Chef de Cabinet", "/fr/structure/bureau-du-chef-de-cabinet", []),
                        (
                            "Bureau des partenariats, de la sensibilisation et de la communication",
                            f"{structure}/bureau-des-partenariats-de-la-sensibilisation-et-de-la-communication",
                            [],
                        ),
                        (
                            "Bureau de la stratégie et de la performance institutionnelle",
                            f"{structure}/bureau-de-la-strategie-et-de-la-performance-institutionnelle",
                            [],
                        ),
                    ],
                )
            ],
        ),
        (
            "Notre travail",
            "/fr/notre-travail",
            [
                ("Ce que nous faisons", "/fr/notre-travail/ce-que-nous-faisons", []),
                ("Partenariats", "/fr/notre-travail/partenariats", []),
            ],
        ),
        ("Où travaillons-nous", "/fr/offices", []),
        (
            "Agir",
            "/fr/agir",
            [
                ("Travailler avec nous", "/fr/agir/travailler-avec-nous", []),
                ("Engagez-vous", "/fr/agir/engagez-vous", []),
            ],
        ),
        ("Données et recherche", "/fr/donnees-et-recherche", []),
        ("2030 AGENDA", "/fr/2030-agenda", []),
    ]


def test_every_link_of_the_page_leads_somewhere(client, page):
    links = {a["href"] for a in page.find_all("a") if a["href"].startswith("/")}
    assert len(links) > 15
    assert {link: status for link in links if (status := client.get(link).status_code) != 200} == {}


def test_the_menus_blurbs_stand_in_the_menu_and_on_their_page(client, page):
    blurb = "En tant que principale organisation intergouvernementale qui promeut depuis 1951"
    assert blurb in page.select_one("nav#menu").get_text()
    section = BeautifulSoup(client.get("/fr/notre-travail").content, "html.parser")
    assert section.h1.get_text(strip=True) == "Notre travail"
    assert blurb in section.main.get_text()


def test_the_release_leads_the_french_list_and_no_other(client, page):
    listed = [
        a["href"]
        for language in ("", "/fr", "/es", "/ar")
        for a in BeautifulSoup(client.get(f"{language}/news").content, "html.parser").main.select("a")
        if "conference" in a["href"]
    ]
    assert set(listed) == {ADDRESS}
