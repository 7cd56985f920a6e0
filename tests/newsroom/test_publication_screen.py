"""The publication screen of the admin: forms in, editions out."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from newsroom import workflow
from newsroom.admin.acts import GenevaHourField
from newsroom.models import Edition, Event
from newsroom.refusal import GENEVA
from tests.factories import make_edition, make_release, make_staff
from tests.forms import parsed, send

pytestmark = pytest.mark.django_db

NOW, LATER = {"publish-when": "now"}, {"publish-when": "later"}
DAY, HOUR = "publish-hour_0", "publish-hour_1"
AHEAD = timezone.now().astimezone(GENEVA).replace(hour=9, minute=30, second=0, microsecond=0) + timedelta(days=40)


@pytest.fixture(autouse=True)
def boss(client):
    person = make_staff()
    client.force_login(person)
    return person


def screen(release):
    return f"/admin/newsroom/release/{release.pk}/publication/"


def act(client, release, form, **typed):
    return send(client, screen(release), form, typed)


def sentences(answer):
    return [error.get_text(strip=True) for error in parsed(answer).select(".errorlist li")]


def said(client, answer):
    return [message.get_text(strip=True) for message in parsed(client.get(answer.url)).select(".messagelist li")]


def live():
    return set(Edition.objects.live().values_list("language", "number"))


def intervals(release):
    return set(release.editions.values_list("language", "number", "live_from", "live_until"))


# --- Publishing -----------------------------------------------------------------------------------


def test_chosen_languages_go_out_now_and_the_others_do_not(client):
    release = make_release("en", "fr", "ar")
    answer = act(client, release, "publish", **{"publish-languages": ["fr", "ar"]}, **NOW)
    assert said(client, answer) == ["Published: French (version 1), Arabic (version 1)."]
    assert live() == {("fr", 1), ("ar", 1)}


def test_published_text_is_read_on_its_page(client):
    release = make_release("fr", title_fr="Conférence sur la traite")
    act(client, release, "publish", **NOW)
    client.logout()
    assert "Conférence sur la traite" in client.get("/fr/news/conference-sur-la-traite").content.decode()


def test_hour_is_genevas_and_utc_stands_beside_it(client):
    release = make_release("en")
    act(client, release, "publish", **{DAY: f"{AHEAD:%Y-%m-%d}", HOUR: "9.30"}, **LATER)
    assert (live(), Edition.objects.scheduled().get().live_from) == (set(), AHEAD)
    [hour] = parsed(client.get(screen(release))).select(".standing-table tr:nth-of-type(1) td:nth-of-type(3) bdi")
    assert hour.get_text() == f"{AHEAD:%Y-%m-%d} 09:30 Geneva time ({AHEAD.astimezone(UTC):%Y-%m-%d %H:%M} UTC)"


def test_hour_is_genevas_wherever_the_server_thinks_it_is():
    with timezone.override("Asia/Tokyo"):
        assert GenevaHourField().clean(["2027-01-15", "09:30"]) == datetime(2027, 1, 15, 8, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            {DAY: f"{AHEAD:%Y-%m-%d}", HOUR: "09:30", **NOW},
            "An hour stands here. Empty it to publish now, or press the button for later.",
        ),
        (LATER, "Give the date and the time, or press the button for now."),
        ({}, "Give the date and the time, or press the button for now."),
        ({DAY: f"{AHEAD:%Y-%m-%d}", **LATER}, "Enter a valid time."),
        ({DAY: "2027-03-28", HOUR: "02:30", **LATER}, "it may be ambiguous or it may not exist."),
        ({"publish-languages": [], **NOW}, "Choose at least one language."),
        ({"publish-languages": ["xx"], **NOW}, "Select a valid choice. xx is not one of the available choices."),
    ],
)
def test_unclear_hour_or_choice_publishes_nothing(typed, sentence, client):
    answer = act(client, make_release("en"), "publish", **typed)
    assert [found for found in sentences(answer) if found.endswith(sentence)] == sentences(answer) != []
    assert not Edition.objects.exists()


def test_hour_that_has_passed_is_refused_in_the_workflows_words(client):
    answer = act(client, make_release("en"), "publish", **{DAY: "2020-01-01", HOUR: "09:30"}, **LATER)
    assert sentences(answer) == ["2020-01-01 09:30 Geneva time has passed. Choose a later hour, or publish now."]


def test_faults_stand_in_the_table_and_refuse(client):
    release = make_release("en", title_fr="Sans texte")
    faults = [item.get_text() for item in parsed(client.get(screen(release))).select(".standing-table li")]
    assert faults == ["French: write a text."]
    answer = act(client, release, "publish", **{"publish-languages": ["en", "fr"]}, **NOW)
    assert (sentences(answer), live()) == (faults, set())


def test_readers_of_an_earlier_version_must_be_told_what_the_new_one_is(client):
    edition = make_edition()
    assert sentences(act(client, edition.release, "publish", **NOW)) == [
        "Readers know an earlier version. Say what this one is to them."
    ]
    typed = {"publish-nature": "correction", "publish-change_note": "The toll was wrong.", **NOW}
    act(client, edition.release, "publish", **typed)
    found = Edition.objects.live().values_list("number", "nature", "change_note")
    assert list(found) == [(2, "correction", "The toll was wrong.")]


def test_refusal_keeps_what_was_typed_and_offers_to_cancel_in_the_same_step(client, boss):
    release = make_edition(by=boss).release
    workflow.publish(release, ["en"], by=boss, at=AHEAD)
    before = intervals(release)
    typed = {"publish-nature": "update", "publish-change_note": "Two more States.", "publish-languages": ["en"]}
    assert parsed(client.get(screen(release))).select("[name=publish-cancel_scheduled]") == []
    answer = act(client, release, "publish", **typed, **NOW)
    assert sentences(answer) == [
        f"English: version 2 is scheduled for {AHEAD:%Y-%m-%d} 09:30 Geneva time. "
        "Cancel it in the same step, or move its hour."
    ]
    page = parsed(answer)
    assert page.select_one("[name=publish-change_note]").get_text(strip=True) == "Two more States."
    assert [box["value"] for box in page.select("#publish input[checked]")] == ["en", "update"]
    assert page.select("[name=publish-cancel_scheduled]")
    assert intervals(release) == before
    act(client, release, "publish", **typed, **NOW, **{"publish-cancel_scheduled": "on"})
    assert live() == {("en", 3)}
    assert not Edition.objects.scheduled().exists()


# --- What is scheduled ----------------------------------------------------------------------------


def test_hour_of_everything_scheduled_moves_in_one_act(client, boss):
    release = make_release("en", "fr")
    workflow.publish(release, ["en", "fr"], by=boss, at=AHEAD)
    moved = AHEAD + timedelta(days=1)
    typed = {"reschedule-hour_0": f"{moved:%Y-%m-%d}", "reschedule-hour_1": "09:30", "reschedule-when": "later"}
    act(client, release, "reschedule", **typed)
    assert intervals(release) == {("en", 1, moved, None), ("fr", 1, moved, None)}


def test_everything_scheduled_goes_out_now(client, boss):
    release = make_release("en", "fr")
    workflow.publish(release, ["en", "fr"], by=boss, at=AHEAD)
    act(client, release, "reschedule", **{"reschedule-when": "now"})
    assert live() == {("en", 1), ("fr", 1)}


def test_scheduled_language_is_cancelled_and_the_other_stays(client, boss):
    release = make_release("en", "fr")
    workflow.publish(release, ["en", "fr"], by=boss, at=AHEAD)
    answer = act(client, release, "cancel", **{"cancel-languages": ["fr"]})
    assert said(client, answer) == ["Cancelled: French (version 1)."]
    assert list(Edition.objects.scheduled().values_list("language", flat=True)) == ["en"]


def test_cancelling_what_went_out_meanwhile_is_refused_in_the_workflows_words(client, boss):
    release = make_release("en")
    workflow.publish(release, ["en"], by=boss, at=AHEAD)
    typed = {"verb": "cancel", "cancel-languages": ["en"]}
    workflow.reschedule(release, by=boss)
    answer = client.post(screen(release), typed)
    assert sentences(answer) == ["English: no version is scheduled."]
    assert live() == {("en", 1)}


# --- Taking down ----------------------------------------------------------------------------------


def test_taking_down_tells_readers_why_and_where_to_go(client):
    edition = make_edition()
    typed = {"reason": "replaced", "explanation": "A new one is out.", "way_on": "/news/new"}
    act(client, edition.release, "withdraw", **{f"withdraw-{name}": value for name, value in typed.items()})
    assert (live(), Edition.objects.withdrawn().get().withdrawal) == (set(), typed)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//elsewhere.example", "new"])
def test_way_on_must_be_an_address(address, client):
    edition = make_edition()
    answer = act(client, edition.release, "withdraw", **{"withdraw-reason": "error", "withdraw-way_on": address})
    assert sentences(answer) == ["Begin the way on with https:// or /."]
    assert parsed(answer).select_one("#withdraw [name=withdraw-way_on]")["value"] == address
    assert live() == {("en", 1)}


def test_taking_down_wants_a_reason(client):
    edition = make_edition()
    assert sentences(act(client, edition.release, "withdraw")) == ["Choose a reason that readers are told."]
    assert live() == {("en", 1)}


# --- Who may --------------------------------------------------------------------------------------


def reader(*codenames):
    person = make_staff(is_superuser=False)
    person.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    return person


def test_who_may_not_publish_sees_the_table_and_no_forms(client):
    release = make_edition(release=make_release("en", "fr")).release
    client.force_login(reader("view_release", "change_release"))
    page = parsed(client.get(screen(release)))
    assert len(page.select(".standing-table tbody tr")) == 4
    assert page.select("#content form") == []
    assert page.select("[href*='/admin/newsroom/edition/']") == [], "it would only refuse them"
    assert client.post(screen(release), {"verb": "publish", "publish-languages": ["fr"], **NOW}).status_code == 403
    assert live() == {("en", 1)}


def test_publisher_needs_no_other_right_than_to_see_and_to_publish(client):
    release = make_release("en")
    client.force_login(reader("view_release", "publish_release"))
    act(client, release, "publish", **NOW)
    assert live() == {("en", 1)}


def test_who_may_not_see_releases_sees_no_publication_screen(client):
    release = make_release("en")
    client.force_login(reader("publish_release"))
    assert client.get(screen(release)).status_code == 403


def test_looking_changes_nothing(client):
    release = make_edition().release
    before = (intervals(release), Event.objects.count())
    client.get(screen(release), {"verb": "withdraw", "withdraw-languages": "en", "withdraw-reason": "error"})
    assert (intervals(release), Event.objects.count()) == before


def test_unknown_verb_is_a_bad_request(client):
    assert client.post(screen(make_release("en")), {"verb": "delete"}).status_code == 400


def test_activity_says_who_did_what(client, boss):
    release = make_edition(by=boss).release
    said = [item.get_text(" ", strip=True) for item in parsed(client.get(screen(release))).select(".activity li")]
    who = [" ".join(line.split()[3:]) for line in said]
    assert who == [f"{boss.username} : published, English, Version 1", "import : saved the text, English"]
    assert datetime.strptime(said[0][:16], "%Y-%m-%d %H:%M").year  # noqa: DTZ007  it begins with the hour
