"""The working copy in the admin, and the lists beside it. The publication screen has tests of its own."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from newsroom import workflow
from newsroom.models import Edition, Event, LanguageState, MediaContact, Release
from tests.factories import make_contact, make_edition, make_release, make_staff, make_unit
from tests.forms import form_on, parsed, send

pytestmark = pytest.mark.django_db

LIST, ADD, FORM = "/admin/newsroom/release/", "/admin/newsroom/release/add/", "release_form"


@pytest.fixture(autouse=True)
def boss(client):
    person = make_staff(username="boss")
    client.force_login(person)
    return person


def change(release):
    return f"/admin/newsroom/release/{release.pk}/change/"


def rows(answer, *columns):
    found = parsed(answer).select("#result_list tbody tr")
    return [tuple(row.select_one(f".field-{name}").get_text(" ", strip=True) for name in columns) for row in found]


# --- The form -------------------------------------------------------------------------------------


def test_release_in_two_languages_is_saved_with_its_contacts_in_the_order_on_the_screen(client, boss):
    first, second = make_contact(name="Chissey Mueller"), make_contact(name="Niurka Piñeiro")
    typed = {
        "title_fr": "Conférence",
        "body_fr": "<p>Texte.</p>",
        "title_ar": "مؤتمر",
        "release_contacts-TOTAL_FORMS": "2",
        "release_contacts-0-contact": second.pk,
        "release_contacts-1-contact": first.pk,
        "release_contacts-1-languages": ["fr"],
        "release_contacts-1-release": "",
        "release_contacts-1-id": "",
    }
    assert send(client, ADD, FORM, typed).status_code == 302
    release = Release.objects.get()
    assert [(row.contact.name, row.languages) for row in release.release_contacts.all()] == [
        ("Niurka Piñeiro", []),
        ("Chissey Mueller", ["fr"]),
    ]
    assert list(release.states.values_list("language", "status")) == [
        ("ar", "draft"),
        ("en", "missing"),
        ("es", "missing"),
        ("fr", "draft"),
    ]
    saved = Event.objects.order_by("language").values_list("actor", "verb", "language")
    assert list(saved) == [(boss.pk, "save", "ar"), (boss.pk, "save", "fr")]
    assert not Edition.objects.exists()


def test_contacts_change_places_by_their_numbers_and_a_new_one_comes_last(client):
    release = make_release()
    for name in ("Chissey", "Niurka"):
        make_contact(name=name, release=release)
    newcomer = make_contact(name="Amina")
    data = form_on(client.get(change(release)), FORM)
    data |= {"release_contacts-0-position": "9", "release_contacts-2-contact": newcomer.pk}
    assert client.post(change(release), data).status_code == 302
    assert [row.contact.name for row in release.release_contacts.all()] == ["Niurka", "Chissey", "Amina"]


def test_partner_and_unit_issue_a_release_together(client):
    release, unit = make_release(), make_unit("Operations")
    common = {"release": release.pk, "id": ""}
    typed = {"co_issuers-TOTAL_FORMS": "2"}
    typed |= {f"co_issuers-0-{name}": value for name, value in (common | {"unit": unit.pk}).items()}
    typed |= {f"co_issuers-1-{name}": value for name, value in (common | {"name_es": "Cruz Roja"}).items()}
    assert send(client, change(release), FORM, typed).status_code == 302
    assert [(row.unit, row.name_es) for row in release.co_issuers.all()] == [(unit, None), (None, "Cruz Roja")]


def test_saving_a_published_release_changes_nothing_that_is_public(client):
    edition = make_edition()
    send(client, change(edition.release), FORM, {"title_en": "Another title"})
    assert list(Edition.objects.live().values_list("title", "number")) == [(edition.title, 1)]
    assert edition.release.states.get(language="en").status == "draft"


def test_form_shows_how_each_language_stands_with_its_version(client, boss):
    edition = make_edition(release=make_release("en", "fr"), by=boss)
    table = parsed(client.get(change(edition.release))).select(".standing-table tbody tr")
    assert [[cell.get_text(" ", strip=True) for cell in row.select("th, td")] for row in table] == [
        ["English", "✓ approved", "● live Version 1 View on site"],
        ["French", "○ draft", "– nothing"],
        ["Spanish", "– missing", "– nothing"],
        ["Arabic", "– missing", "– nothing"],
    ]
    assert table[0].a["href"] == f"/admin/newsroom/edition/{edition.pk}/change/"


def test_deleting_a_release_with_versions_is_refused_with_a_sentence(client):
    edition = make_edition()
    answer = client.post(f"/admin/newsroom/release/{edition.release_id}/delete/", {"post": "yes"}, follow=True)
    assert [message.get_text(strip=True) for message in parsed(answer).select(".messagelist li")] == [
        "This release has versions, and these stay on record. Take it down instead of deleting it."
    ]
    assert Edition.objects.live().get() == edition


def test_saving_may_lead_straight_to_publication(client):
    release = make_release()
    answer = send(client, change(release), FORM, {"_publication": "1"})
    assert answer.url == f"/admin/newsroom/release/{release.pk}/publication/"


# --- The lists ------------------------------------------------------------------------------------


def test_list_says_what_the_public_has_and_how_the_working_copy_stands(client, boss):
    hour = timezone.now() + timedelta(days=1)
    both = make_release("en", "fr", title_en="Both")
    workflow.publish(both, ["en"], by=boss)
    workflow.publish(both, ["fr"], by=boss, at=hour)
    gone = make_release("es", title_es="Retirada")
    workflow.publish(gone, ["es"], by=boss)
    workflow.withdraw(gone, ["es"], by=boss, reason="error")
    make_release("ar", title_ar="بيان")
    assert rows(client.get(LIST), "headline", "languages") == [
        ("بيان", "Arabic – nothing ○ draft Publication"),
        ("Retirada", "Spanish × taken down ✓ approved Publication"),
        ("Both", "English ● live ✓ approved French ◷ scheduled ✓ approved Publication"),
    ]
    icons = [icon["alt"] for icon in parsed(client.get(LIST)).select(".field-public_now img")]
    assert icons == ["False", "False", "True"]


@pytest.mark.parametrize(
    ("public", "titles"), [("live", ["Live"]), ("scheduled", ["Soon"]), ("withdrawn", ["Gone"]), ("nothing", ["Draft"])]
)
def test_list_is_filtered_by_what_the_public_has(public, titles, client, boss):
    workflow.publish(make_release(title_en="Live"), ["en"], by=boss)
    workflow.publish(make_release(title_en="Soon"), ["en"], by=boss, at=timezone.now() + timedelta(days=1))
    gone = make_release(title_en="Gone")
    workflow.publish(gone, ["en"], by=boss)
    workflow.withdraw(gone, ["en"], by=boss, reason="error")
    make_release(title_en="Draft")
    assert [title for (title,) in rows(client.get(LIST, {"public": public}), "headline")] == titles


def test_search_finds_a_title_in_any_language(client):
    make_release("ar", title_ar="مؤتمر حول الاتجار")
    make_release("fr", title_fr="Autre")
    assert rows(client.get(LIST, {"q": "الاتجار"}), "headline") == [("مؤتمر حول الاتجار",)]


def test_list_takes_as_many_queries_for_one_as_for_twenty(client, boss, django_assert_num_queries):
    unit = make_unit()
    make_edition(release=make_release("en", "fr", unit=unit), by=boss)
    with CaptureQueriesContext(connection) as one:
        assert len(rows(client.get(LIST), "headline")) == 1
    for _number in range(19):
        make_edition(release=make_release("en", "fr", unit=unit), by=boss)
    with django_assert_num_queries(len(one)):
        assert len(rows(client.get(LIST), "headline")) == 20


def test_version_says_whether_it_is_public_now_and_who_reads_it_where(client, boss):
    live = make_edition(by=boss)
    later = make_edition(by=boss, at=timezone.now() + timedelta(days=1))
    icons = {
        row.select_one(".field-title").get_text(): row.select_one(".field-public_now img")["alt"]
        for row in parsed(client.get("/admin/newsroom/edition/")).select("#result_list tbody tr")
    }
    assert icons == {live.title: "True", later.title: "False"}
    links = [
        parsed(client.get(f"/admin/newsroom/edition/{edition.pk}/change/")).select_one(".viewsitelink")
        for edition in (live, later)
    ]
    assert [link and link["href"] for link in links] == [live.get_absolute_url(), None]


def test_language_whose_source_has_moved_on_says_so(client):
    release = make_release("en", "fr")
    release.title_en = "Another title"
    release.save()
    [row] = [row for row in rows(client.get("/admin/newsroom/languagestate/"), "language", "stale") if row[1]]
    assert row == ("Français", "English has changed since: title")


# --- Media contacts -------------------------------------------------------------------------------


def test_contact_keeps_its_extension_its_accented_address_and_its_languages(client):
    typed = {
        "name": "Niurka Piñeiro",
        "email": "npiñeiro@iom.int",
        "languages": ["en", "es"],
        "numbers-0-number": "+1 202 862 1826 ext. 225",
        "numbers-0-public": "on",
    }
    assert send(client, "/admin/newsroom/mediacontact/add/", "mediacontact_form", typed).status_code == 302
    contact = MediaContact.objects.get()
    assert (contact.email, contact.languages) == ("npiñeiro@iom.int", ["en", "es"])
    assert [number.number.as_rfc3966 for number in contact.numbers.all()] == ["tel:+1-202-862-1826;ext=225"]


def test_saving_a_contact_untouched_loses_nothing(client):
    contact = make_contact(phone="+1 202 862 1826 ext. 236", languages=["en", "pt-BR"])
    assert (
        send(client, f"/admin/newsroom/mediacontact/{contact.pk}/change/", "mediacontact_form", {}).status_code == 302
    )
    contact.refresh_from_db()
    assert contact.languages == ["en", "pt-BR"]
    assert contact.numbers.get().number.extension == "236"


@pytest.mark.parametrize(("current", "names"), [("yes", ["Here"]), ("no", ["Lapsed"])])
def test_contacts_are_filtered_by_being_current(current, names, client):
    make_contact(name="Here")
    make_contact(name="Lapsed", valid_until=timezone.localdate() - timedelta(days=1))
    answer = client.get("/admin/newsroom/mediacontact/", {"current": current})
    assert [name for (name,) in rows(answer, "name")] == names


def test_contact_of_a_release_is_found_by_typing_its_name(client):
    contact = make_contact(name="Niurka Piñeiro")
    make_contact(name="Chissey Mueller")
    query = {"app_label": "newsroom", "model_name": "releasecontact", "field_name": "contact", "term": "Niurka"}
    found = client.get("/admin/autocomplete/", query).json()["results"]
    assert found == [{"id": str(contact.pk), "text": "Niurka Piñeiro"}]


def test_states_are_never_written_here(client):
    state = make_release().states.get(language="en")
    client.post(f"/admin/newsroom/languagestate/{state.pk}/change/", {"status": "approved"})
    assert LanguageState.objects.get(pk=state.pk).status == "draft"
