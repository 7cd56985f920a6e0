"""What readers get: release pages at their addresses, the list with its filters, the press offices."""

import unicodedata
from datetime import date, timedelta
from urllib.parse import quote

import pytest
from django.utils import timezone

from iomsite.menus.models import MenuSection
from newsroom import workflow
from newsroom.models import ContactNumber, Edition
from newsroom.models.kind import Kind
from org.models import Country
from tests.factories import make_contact, make_edition, make_release, make_staff, make_unit
from tests.pages import page_at, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("countries")]


def titles(page):
    return [tag.get_text() for tag in page.select(".release-row a")]


@pytest.mark.parametrize("kind", Kind)
def test_a_release_answers_at_the_address_of_its_kind(client, kind):
    edition = make_edition(kind=kind, slug_en="floods")
    assert edition.get_absolute_url() == f"/{kind.path}/floods"
    assert page_at(client, f"/{kind.path}/floods").h1.get_text() == edition.title


def test_a_release_under_the_wrong_kind_redirects_in_one_hop(client):
    edition = make_edition(kind=Kind.SPEECH, slug_en="floods")
    response = client.get("/stories/floods")
    assert (response.status_code, response.url) == (301, edition.get_absolute_url())


def test_a_former_address_under_a_former_kind_redirects_in_one_hop(client):
    release = make_release(kind=Kind.NEWS, slug_en="before")
    yesterday = timezone.now() - timedelta(days=1)
    make_edition(release=release, now=yesterday)
    release.slug_en, release.kind = "after", Kind.STORY
    release.save()
    workflow.record_save(release, by=workflow.IMPORT)
    make_edition(release=release)
    for path in ("/news/before", "/stories/before", "/news/after"):
        response = client.get(path)
        assert (response.status_code, response.url) == (301, "/stories/after")
    assert client.get("/stories/after").status_code == 200


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_an_arabic_address_is_read_in_either_unicode_form(client, form):
    make_edition(language="ar", slug_ar="أخبار-الفيضانات")
    address = quote(unicodedata.normalize(form, "أخبار-الفيضانات"))
    assert client.get(f"/ar/news/{address}").status_code == 200


def test_a_withdrawn_release_is_gone_and_says_why_and_where_to_go(client):
    release = make_release("en", "fr", slug_en="floods", slug_fr="inondations", title_en="Secret name")
    for language in ("en", "fr"):
        make_edition(release=release, language=language, now=timezone.now() - timedelta(hours=1))
    workflow.withdraw(
        release,
        ["en"],
        by=make_staff(),
        reason=Edition.WithdrawalReason.ERROR,
        explanation="Wrong <numbers>.",
        way_on="/offices",
    )
    page = page_at(client, "/news/floods", 410)
    assert page.h1.get_text() == "This release was withdrawn"
    text = text_of(page.main)
    assert "It was published in error." in text
    assert "Wrong <numbers>." in text
    assert "Secret name" not in page.get_text()
    assert page.main.find("a", href="/offices")
    assert [link["href"] for link in page.select(".languages a")] == ["/fr/news/inondations"]
    assert client.get("/stories/floods").status_code == 410


def test_a_release_published_again_after_its_withdrawal_redirects_from_its_former_address(client):
    release = make_release(slug_en="floods")
    make_edition(release=release, now=timezone.now() - timedelta(hours=2))
    workflow.withdraw(release, ["en"], by=make_staff(), reason="error", now=timezone.now() - timedelta(hours=1))
    release.slug_en = "floods-again"
    release.save()
    make_edition(release=release)
    response = client.get("/news/floods")
    assert (response.status_code, response.url) == (301, "/news/floods-again")


def test_a_release_that_ended_without_a_reason_is_not_found(client):
    edition = make_edition(slug_en="floods", now=timezone.now() - timedelta(days=2))
    Edition.objects.filter(pk=edition.pk).update(live_until=timezone.now() - timedelta(days=1))
    assert client.get("/news/floods").status_code == 404


def test_a_hidden_release_answers_exactly_as_one_that_never_was(client):
    later = timezone.now() + timedelta(days=1)
    make_release(slug_en="draft-one")
    make_edition(at=later, slug_en="embargoed")
    cancelled = make_release(slug_en="cancelled")
    make_edition(release=cancelled, at=later)
    workflow.cancel(cancelled, ["en"], by=make_staff())
    answers = [client.get(f"/news/{slug}") for slug in ("draft-one", "embargoed", "cancelled", "never-was")]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert len({tuple(sorted(answer.headers.items())) for answer in answers}) == 1


def test_a_release_under_embargo_is_on_no_page(client):
    unit = make_unit("Unit of ours")
    make_edition(unit=unit, at=timezone.now() + timedelta(days=1), title_en="Embargoed title")
    for path in ("/", "/news", unit.get_absolute_url()):
        assert "Embargoed title" not in page_at(client, path).get_text()


def test_a_language_of_a_release_without_live_edition_is_not_found(client):
    release = make_release("en", "fr", slug_en="floods", slug_fr="floods")
    make_edition(release=release)
    assert client.get("/fr/news/floods").status_code == 404


def test_the_language_switch_of_a_release_lists_its_live_languages_only(client):
    release = make_release("en", "fr", "ar", slug_en="floods", slug_fr="inondations", slug_ar="فيضانات")
    make_edition(release=release)
    make_edition(release=release, language="fr")
    make_edition(release=release, language="ar", at=timezone.now() + timedelta(days=1))
    page = page_at(client, "/news/floods")
    switch = [(link["href"], link["hreflang"], link["lang"], link.get_text()) for link in page.select(".languages a")]
    assert switch == [("/fr/news/inondations", "fr", "fr", "Français")]
    alternates = {link["hreflang"]: link["href"] for link in page.find_all("link", rel="alternate")}
    assert alternates == {
        "en": "http://127.0.0.1:8000/news/floods",
        "fr": "http://127.0.0.1:8000/fr/news/inondations",
    }
    assert page.find("link", rel="canonical")["href"] == "http://127.0.0.1:8000/news/floods"


def test_a_release_shows_its_parts_in_reading_order(client):
    unit = make_unit("Office in Nairobi")
    release = make_release(
        unit=unit,
        slug_en="floods",
        title_en="Floods",
        summary_en="The short of it.",
        dateline_en="Nairobi",
        body_en="<p>The long of it.</p>",
        notes_to_editors_en="<p>Notes here.</p>",
        released_on=date(2026, 3, 1),
        speaker_name="Ann Example",
        attribution="check",
        starts_at=timezone.now(),
        place_en="Hall 12",
    )
    release.countries.add(Country.objects.get(code="KE"))
    make_contact(release=release, name="Con Tact")
    make_edition(release=release, now=timezone.now() - timedelta(hours=2))
    page = page_at(client, "/news/floods")
    text = text_of(page.main)
    parts = [
        "All news",
        "News release · 1 March 2026",
        "Floods",
        "The short of it.",
        "Nairobi 1 minute to read Media contacts",
        "Ann Example · check against delivery",
        "Hall 12",
        "The long of it.",
        "Notes here.",
        "Con Tact",
        "Issued by: Office in Nairobi",
        "Countries: Kenya",
        "Published ",
    ]
    places = [text.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)
    assert text.endswith("UTC")


def test_a_correction_is_banded_an_earlier_update_listed_and_a_minor_change_silent(client):
    release = make_release(slug_en="floods")
    start = timezone.now() - timedelta(days=1)
    steps = [("first", ""), ("update", "Two more villages."), ("correction", "It was Tuesday."), ("minor", "A comma.")]
    for hours, (nature, note) in enumerate(steps):
        release.body_en = f"<p>Text {hours}</p>"
        release.save()
        workflow.record_save(release, by=workflow.IMPORT)
        now = start + timedelta(hours=hours)
        workflow.publish(release, ["en"], by=make_staff(), nature=nature, change_note=note, now=now)
    page = page_at(client, "/news/floods")
    [band] = page.select(".band")
    assert "Correction" in band.get_text()
    assert "It was Tuesday." in band.get_text()
    foot = text_of(page.select_one(".release-foot"))
    assert "Two more villages." in foot
    assert "It was Tuesday." not in foot
    assert "A comma." not in page.get_text()
    assert "Text 3" in page.get_text()
    assert f"corrected {start + timedelta(hours=2):%-d %B %Y}" in foot


def test_an_imported_release_without_date_does_not_claim_one(client):
    release = make_release(imported=True, slug_en="old", released_on_precision="unknown")
    workflow.approve_import(release, "en")
    page = page_at(client, "/news/old")
    assert "News release · Date unknown" in text_of(page.main)
    assert "Published" not in page.main.get_text()
    assert page.main.find("time") is None


def test_a_contact_card_links_public_numbers_and_addresses(client):
    release = make_release(slug_en="floods")
    contact = make_contact(release=release, phone="tel:+1-202-862-1826;ext=225", email="npiñeiro@iom.int")
    ContactNumber.objects.create(contact=contact, number="+14104874950", kind="mobile")
    ContactNumber.objects.create(contact=contact, number="+14104874951", public=False)
    make_edition(release=release)
    card = page_at(client, "/news/floods").select_one(".contact-card")
    assert [(link["href"], text_of(link)) for link in card.select("a")] == [
        ("tel:+1-202-862-1826;ext=225", "Call +1 202 862 1826 ext. 225"),
        ("tel:+1-410-487-4950", "Mobile +1 410 487 4950"),
        ("mailto:npi%C3%B1eiro@iom.int", "Write npiñeiro@iom.int"),
    ]
    assert [bdi["dir"] for bdi in card.select("a bdi")] == ["ltr"] * 3


def test_a_unit_that_readers_may_not_know_of_is_not_named_by_a_release(client):
    secret = make_unit("Secret unit", public_from=timezone.now() + timedelta(days=1))
    release = make_release(slug_en="floods", unit=secret)
    make_contact(release=release, unit=secret)
    make_edition(release=release)
    text = page_at(client, "/news/floods").get_text()
    assert "Secret unit" not in text
    assert "Issued by" not in text
    assert "Secret unit" not in page_at(client, "/news").get_text()


@pytest.mark.parametrize("contacts", [1, 25])
def test_a_release_page_takes_six_queries_however_much_it_names(client, django_assert_max_num_queries, contacts):
    release = make_release("en", "fr", slug_en="floods", unit=make_unit())
    release.countries.set(Country.objects.all()[:contacts])
    for number in range(contacts):
        lapsed = date(2020, 1, 1) if number % 2 else None
        make_contact(release=release, phone="+14104874950", unit=make_unit(), valid_until=lapsed)
        make_contact(press_office=True, unit=make_unit(), phone="+14104874950")
        MenuSection.objects.create(label_en=f"Section {number}", unit=make_unit())
    for _number in range(contacts):
        make_edition(release=release)
    make_edition(release=release, language="fr")
    with django_assert_max_num_queries(6):
        page = page_at(client, "/news/floods")
    assert len(page.select(".contact-card")) >= (contacts + 1) // 2


@pytest.mark.parametrize("rows", [1, 21])
def test_the_list_takes_six_queries_whatever_its_length(client, django_assert_max_num_queries, rows):
    for number in range(rows):
        release = make_release(unit=make_unit())
        release.countries.add(Country.objects.all()[number])
        make_edition(release=release)
    with django_assert_max_num_queries(6):
        page = page_at(client, "/news")
    assert len(titles(page)) == min(rows, 20)


def test_the_list_shows_newest_first_under_its_years_and_undated_last(client):
    make_edition(title_en="Undated", released_on_precision="unknown")
    make_edition(title_en="Old", released_on=date(2019, 5, 1), released_on_precision="year")
    make_edition(title_en="New", released_on=date(2026, 5, 1))
    page = page_at(client, "/news")
    assert titles(page) == ["New", "Old", "Undated"]
    assert [year.get_text() for year in page.select(".row-year")] == ["2026", "2019", "Date unknown"]
    assert [text_of(row) for row in page.select(".row-date")] == ["1 May 2026", "2019", "Date unknown"]


def test_the_list_is_filtered_by_kind_year_country_and_unit(client):
    kenya = Country.objects.get(code="KE")
    unit = make_unit("Office in Nairobi")
    wanted = make_release(title_en="Wanted", kind=Kind.STORY, unit=unit, released_on=date(2025, 1, 1))
    wanted.countries.add(kenya)
    make_edition(release=wanted)
    make_edition(title_en="Other", released_on=date(2026, 1, 1))
    for query in ("kind=story", "year=2025", "country=KE", "unit=office-in-nairobi"):
        assert titles(page_at(client, f"/news?{query}")) == ["Wanted"], query
    page = page_at(client, "/news?kind=story&country=KE")
    chips = [(text_of(chip), chip["href"]) for chip in page.select(".chips a")]
    assert chips == [
        ("Remove filter: Story", "/news?country=KE"),
        ("Remove filter: Kenya", "/news?kind=story"),
        ("Clear all", "/news"),
    ]
    assert page.find("link", rel="canonical")["href"] == "http://127.0.0.1:8000/news?kind=story&country=KE"
    assert [option["value"] for option in page.select("option[selected]")] == ["story", "", "KE", ""]
    assert "No releases match." in page_at(client, "/news?kind=speech&year=2025").get_text()


@pytest.mark.parametrize(
    "query", ["kind=x", "year=zz", "year=1999", "country=%00", "unit=nowhere", "page=x", "page=0", "page=-1", "x=y"]
)
def test_a_bad_filter_counts_as_absent(client, query):
    make_edition(title_en="Only")
    page = page_at(client, f"/news?{query}")
    assert titles(page) == ["Only"]
    assert page.select(".chips, option[selected]:not([value=''])") == []


def test_filters_offer_only_what_live_releases_have(client):
    hidden = make_release(unit=make_unit("Hidden unit"), released_on=date(2031, 1, 1))
    hidden.countries.add(Country.objects.get(code="KE"))
    make_edition(release=hidden, at=timezone.now() + timedelta(days=1))
    make_edition(language="fr", released_on=date(2001, 1, 1))
    make_edition(released_on=date(2020, 1, 1))
    options = {option["value"] for option in page_at(client, "/news").select("option")}
    assert options == {"", *Kind.values, "2020"}


def test_a_page_of_the_list_that_is_not_there_is_not_found(client):
    for _number in range(21):
        make_edition()
    second = page_at(client, "/news?page=2&kind=news")
    assert len(titles(second)) == 1
    assert second.find("link", rel="canonical")["href"] == "http://127.0.0.1:8000/news?kind=news&page=2"
    assert [chip["href"] for chip in second.select(".chips a")] == ["/news", "/news"]
    assert second.find("a", rel="prev")["href"] == "/news?kind=news"
    assert client.get("/news?page=3").status_code == 404
    assert client.get(f"/news?page={'9' * 400}").status_code == 404


def test_an_empty_list_says_so_and_offers_a_way_on(client):
    page = page_at(client, "/news")
    assert "No release has been published in this language yet." in page.main.get_text()
    assert page.main.find("a", href="/media-contacts")


def test_the_list_keeps_its_filters_in_another_language(client):
    unit = make_unit("Office", name_fr="Bureau")
    make_edition(unit=unit)
    page = page_at(client, "/news?kind=news&unit=office")
    assert page.select_one(".languages a[hreflang=fr]")["href"] == "/fr/news?kind=news&unit=bureau"


def test_media_contacts_are_current_press_offices_the_heads_first(client):
    head = make_unit("Zentrale")
    office = make_unit("Andes", parent=head)
    secret = make_unit("Secret", parent=head, public_from=timezone.now() + timedelta(days=1))
    make_contact(name="Andes press", unit=office, press_office=True)
    make_contact(name="Head press", unit=head, press_office=True)
    make_contact(name="Lapsed", unit=head, press_office=True, valid_until=date(2020, 1, 1))
    make_contact(name="Not press", unit=head)
    make_contact(name="Secret press", unit=secret, press_office=True)
    page = page_at(client, "/media-contacts")
    assert [text_of(heading) for heading in page.main.select("h2, h3")] == [
        "Zentrale",
        "Head press",
        "Andes",
        "Andes press",
    ]


def test_pages_answer_reading_methods_only(client):
    make_edition(slug_en="floods")
    assert client.head("/news/floods").status_code == 200
    assert client.put("/news/floods").status_code == 405
