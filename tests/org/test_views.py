"""The organisation's pages: the chart on any day, units, posts, offices; nothing that readers may not know of yet."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from org.models import Country, Person
from org.models.unit import Classification
from tests.factories import make_appointment, make_contact, make_edition, make_post, make_unit
from tests.pages import page_at, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("countries")]

TOMORROW = timedelta(days=1)


def chart(page):
    """`{unit: {…}}` of the one nested list."""

    def branch(tag):
        items = tag.find_all("li", recursive=False) if tag else []
        return {item.select_one(".box > a").get_text(): branch(item.find("ul")) for item in items}

    [root] = page.select("ul.chart")
    return branch(root)


def test_the_chart_nests_units_under_those_they_report_to(client):
    head = make_unit("Head")
    area = make_unit("Area", parent=head)
    make_unit("Division", parent=area)
    make_unit("Ethics", parent=head)
    assert chart(page_at(client, "/structure")) == {"Head": {"Ethics": {}, "Area": {"Division": {}}}}


def test_offices_that_report_to_the_head_stand_before_the_areas(client):
    head = make_unit("Head")
    make_unit("Department", parent=make_unit("Area", parent=head))
    make_unit("Ethics", parent=head)
    assert list(chart(page_at(client, "/structure"))["Head"]) == ["Ethics", "Area"]


def test_a_unit_below_one_that_is_not_there_stands_under_the_next_one_up(client):
    head = make_unit("Head")
    secret = make_unit("Secret", parent=head, public_from=timezone.now() + TOMORROW)
    gone = make_unit("Gone", parent=secret, dissolved_precision="unknown")
    make_unit("Division", parent=gone)
    page = page_at(client, "/structure")
    assert chart(page) == {"Head": {"Division": {}}}
    assert "Secret" not in page.get_text()


def test_the_chart_names_holders_in_the_form_they_bear_and_says_acting_and_vacant(client):
    unit = make_unit("Cabinet", name_fr="Cabinet")
    titles = {"title_fr": "Direction générale", "title_feminine_fr": "Directrice générale"}
    post = make_post("Director General", unit=unit, rank=1, **titles)
    make_post("Chief of Staff", unit=unit, rank=2)
    person = Person.objects.create(name="Ann Example", gender_of_title="feminine")
    make_appointment(post=post, person=person, since=date(2020, 1, 1), acting=True)
    seats = [text_of(seat) for seat in page_at(client, "/fr/structure").select(".seat")]
    assert seats == ["Directrice générale Ann Example (par intérim)", "Chief of Staff vacant"]


def test_the_chart_shows_the_organisation_of_an_earlier_day(client):
    head = make_unit("Head")
    make_unit("Old", parent=head, dissolved=date(2020, 1, 1), dissolved_precision="day")
    make_unit("New", parent=head, founded=date(2020, 1, 1), founded_precision="day")
    post = make_post("Director", unit=head)
    make_appointment(post=post, person=Person.objects.create(name="First"), since=date(2010, 1, 1))
    make_appointment(post=post, person=Person.objects.create(name="Second"), since=date(2020, 1, 1))
    then, now = page_at(client, "/structure?on=2019-12-31"), page_at(client, "/structure")
    assert (chart(then), text_of(then.select_one(".seat"))) == ({"Head": {"Old": {}}}, "Director First")
    assert (chart(now), text_of(now.select_one(".seat"))) == ({"Head": {"New": {}}}, "Director Second")
    assert "as it was on 31 December 2019" in text_of(then.main)
    assert then.find("input", type="date")["value"] == "2019-12-31"


@pytest.mark.parametrize("day", ["2999-01-01", "yesterday", "", "2019-13-01", "%00"])
def test_a_day_to_come_or_a_bad_one_counts_as_today(client, day):
    make_unit("Head", dissolved=date(2998, 1, 1), dissolved_precision="day")
    page = page_at(client, f"/structure?on={day}")
    assert chart(page) == {"Head": {}}
    assert page.find("input", type="date")["value"] == timezone.localdate().isoformat()


@pytest.mark.parametrize("units", [1, 30])
def test_the_chart_takes_five_queries_whatever_its_size(client, django_assert_max_num_queries, units):
    head = make_unit("Head")
    for _number in range(units):
        post = make_post(unit=make_unit(parent=head))
        make_appointment(post=post, since=date(2020, 1, 1))
    with django_assert_max_num_queries(5):
        client.get("/structure")


def test_more_than_twelve_units_below_one_are_one_box_with_their_number(client):
    head = make_unit("Head", slug_en="head")
    for _number in range(13):
        make_unit(parent=head)
    page = page_at(client, "/structure")
    assert [(link["href"], link.get_text()) for link in page.select(".box-many a")] == [("/structure/head", "13 units")]


def test_a_unit_page_shows_its_place_posts_units_contacts_and_releases(client):
    unit = make_unit(
        "Office",
        parent=make_unit("Head", slug_en="head"),
        mandate_en="<p>What it does.</p>",
        email="office@iom.int",
        phone="+41227179111",
        city_en="Geneva",
        country=Country.objects.get(code="CH"),
    )
    make_unit("Team", parent=unit)
    make_unit("Former team", parent=unit, dissolved_precision="unknown")
    make_post("Chief", unit=unit)
    make_contact(name="Press", unit=unit, press_office=True)
    make_contact(name="Not press", unit=unit)
    for number in range(6):
        make_edition(unit=unit, title_en=f"Release {number}", released_on=date(2026, 1, 1 + number))
    make_edition(title_en="Of another unit")
    page = page_at(client, "/structure/office")
    text = text_of(page.main)
    for part in ("What it does.", "Chief vacant", "Team", "Press", "Geneva", "Switzerland", "+41 22 717 91 11"):
        assert part in text
    assert [link["href"] for link in page.select(".breadcrumbs a")] == ["/structure", "/structure/head"]
    assert [link.get_text() for link in page.select(".release-row a")] == [
        f"Release {number}" for number in (5, 4, 3, 2, 1)
    ]
    assert page.main.find("a", href="/news?unit=office")
    assert "Former team" not in text
    assert "Not press" not in text


def test_a_unit_that_ended_says_so_and_leads_to_its_successors(client):
    unit = make_unit("Old office", dissolved=date(2024, 5, 1), dissolved_precision="month")
    unit.successors.add(
        make_unit("New office", slug_en="new"), make_unit("Soon", public_from=timezone.now() + TOMORROW)
    )
    band = page_at(client, "/structure/old-office").select_one(".band")
    assert text_of(band) == "This office ended: May 2024. Its work goes on in: New office"
    assert [link["href"] for link in band.select("a")] == ["/structure/new"]
    undated = make_unit("Undated", dissolved_precision="unknown")
    assert "no longer exists" in page_at(client, undated.get_absolute_url()).select_one(".band").get_text()


def test_a_unit_has_a_page_only_in_languages_in_which_it_has_a_name(client):
    make_unit("Office", name_fr="Bureau")
    page = page_at(client, "/fr/structure/bureau")
    assert [link["href"] for link in page.select(".languages a")] == ["/structure/office"]
    assert client.get("/es/structure/office").status_code == 404
    make_unit("Nameless in Spanish", slug_es="sin-nombre")
    assert client.get("/es/structure/sin-nombre").status_code == 404


def test_a_unit_or_a_post_under_embargo_is_on_no_page(client):
    secret = make_unit("Secret unit", public_from=timezone.now() + TOMORROW, classification="country_office")
    post = make_post("Secret post", unit=secret)
    assert client.get(secret.get_absolute_url()).content == client.get("/structure/never-was").content
    assert client.get(post.get_absolute_url()).content == client.get("/leadership/never-was").content
    for path in ("/structure", "/offices", "/"):
        assert "Secret" not in page_at(client, path).get_text()


def test_a_post_page_shows_holder_biography_and_former_holders(client):
    post = make_post("Director", slug_en="director")
    persons = [
        Person.objects.create(name=name, biography_en=f"<p>Life of {name}.</p>", honorific_en="Ms")
        for name in ("First", "Second", "Third")
    ]
    for person, year in zip(persons, (2001, 2010, 2020), strict=True):
        make_appointment(post=post, person=person, since=date(year, 3, 1), since_precision="month")
    page = page_at(client, "/leadership/director")
    text = text_of(page.main)
    assert "Ms Third" in text
    assert "Since March 2020" in text
    assert "Life of Third." in text
    assert "Life of Second." not in text
    assert [text_of(item) for item in page.select(".ruled li")] == [
        "Second Director · March 2010 to February 2020",
        "First Director · March 2001 to February 2010",
    ]


def test_a_post_page_keeps_a_change_under_embargo(client):
    post = make_post("Director", slug_en="director")
    since = timezone.localdate() - timedelta(days=2)
    make_appointment(post=post, person=Person.objects.create(name="Present"), since=date(2020, 1, 1))
    before = client.get("/leadership/director").content
    successor = Person.objects.create(name="Secret successor")
    make_appointment(post=post, person=successor, since=since, public_from=timezone.now() + TOMORROW)
    assert client.get("/leadership/director").content == before


def test_a_vacant_post_says_so(client):
    make_post("Director", slug_en="director")
    page = page_at(client, "/leadership/director")
    assert "This post is vacant." in page.main.get_text()
    assert page.main.find("a", href="/structure")


def test_offices_in_the_field_stand_under_their_region_and_country(client):
    def office(name, code, classification=Classification.COUNTRY_OFFICE, **details):
        country = Country.objects.get(code=code) if code else None
        return make_unit(name, classification=classification, country=country, **details)

    office("Nairobi regional", "KE", Classification.REGIONAL_OFFICE)
    office("Kenya office", "KE")
    office("Egypt office", "EG")
    office("Panama centre", "PA", Classification.ADMINISTRATIVE_CENTRE)
    office("Liaison", "", Classification.SPECIAL_LIAISON_OFFICE)
    office("Closed", "KE", dissolved_precision="unknown")
    office("Headquarters", "CH", Classification.DEPARTMENT)
    page = page_at(client, "/offices")
    regions = {
        section.h2.get_text(): [link.get_text() for link in section.select("li a")] for section in page.select(".ruled")
    }
    assert regions == {
        "Africa": ["Egypt office", "Nairobi regional", "Kenya office"],
        "Americas": ["Panama centre"],
        "Elsewhere": ["Liaison"],
    }


@pytest.mark.parametrize("path", ["/structure", "/offices"])
def test_an_empty_page_says_so_and_offers_a_way_on(client, path):
    page = page_at(client, path)
    assert page.main.select_one("p a")


def test_borrowed_words_are_marked_with_their_language(client):
    make_unit("Office", parent=make_unit("Head", name_ar="الرأس"))
    borrowed = page_at(client, "/ar/structure").select(".box span")
    assert [(span["lang"], span["dir"], span.get_text()) for span in borrowed] == [("en", "ltr", "Office")]
