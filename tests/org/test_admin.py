from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext

from org.models import Appointment, Person, Unit
from tests.factories import make_appointment, make_post, make_staff, make_unit
from tests.forms import form_on, parsed, send

pytestmark = pytest.mark.django_db

APPOINT = "/admin/org/appointment/add/"


@pytest.fixture(autouse=True)
def boss(client):
    client.force_login(make_staff())


def appoint(client, post, person, since, **typed):
    return send(client, APPOINT, "appointment_form", {"post": post.pk, "person": person.pk, "since": since, **typed})


def sentences(answer):
    return [error.get_text(strip=True) for error in parsed(answer).select(".errorlist li")]


def test_new_appointment_ends_the_one_before(client):
    before = make_appointment(since=date(2018, 10, 1))
    successor = Person.objects.create(name="Amy Pope")
    assert appoint(client, before.post, successor, "2023-10-01").status_code == 302
    held = Appointment.objects.order_by("since").values_list("person__name", "since", "until")
    assert list(held) == [
        (before.person.name, date(2018, 10, 1), date(2023, 10, 1)),
        ("Amy Pope", date(2023, 10, 1), None),
    ]


def test_refused_appointment_ends_nobodys(client):
    before = make_appointment(since=date(2018, 10, 1))
    answer = appoint(client, before.post, Person.objects.create(name="Amy Pope"), "2023-10-01", until="2023-01-01")
    assert sentences(answer) == ["An appointment ends after it begins. Choose a later day, or leave it empty."]
    assert list(Appointment.objects.values_list("person__name", "until")) == [(before.person.name, None)]


def test_appointment_into_the_time_of_another_is_refused_with_a_sentence(client):
    other = make_appointment(since=date(2018, 10, 1))
    answer = appoint(client, other.post, Person.objects.create(name="Amy Pope"), "2015-01-01")
    assert sentences(answer) == [
        f"{other.person.name} holds this post in that time. Change one of the two dates.",
        "Somebody holds this post already, without an end.",
    ]


def test_changing_an_appointment_ends_nobody_elses(client):
    first = make_appointment(since=date(2018, 10, 1))
    second = make_appointment(post=first.post, since=date(2023, 10, 1))
    send(client, f"/admin/org/appointment/{second.pk}/change/", "appointment_form", {"since": "2024-01-01"})
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.until, second.since) == (date(2023, 10, 1), date(2024, 1, 1))


def test_page_of_a_post_leads_to_appointing_somebody_to_it(client):
    post = make_post()
    page = parsed(client.get(f"/admin/org/post/{post.pk}/change/"))
    form = form_on(client.get(page.select_one(".field-appoint a")["href"]), "appointment_form")
    assert form["post"] == [str(post.pk)]


def test_list_of_posts_names_their_holders(client):
    held = make_appointment(since=date(2018, 10, 1))
    make_post("Chief of Staff")
    rows = parsed(client.get("/admin/org/post/")).select("#result_list tbody tr")
    assert {row.select_one(".field-name").get_text(): row.select_one(".field-holder").get_text() for row in rows} == {
        held.post.title: held.person.name,
        "Chief of Staff": "vacant",
    }


def tree(client):
    nodes = parsed(client.get("/admin/org/unit/")).select(".tree-node")
    return [(node.get_text(), node["data-depth"]) for node in nodes]


def test_units_stand_in_tree_order_and_move_among_their_siblings(client):
    head = make_unit("Head")
    first, _second, third = (make_unit(name, parent=head) for name in ("First", "Second", "Third"))
    make_unit("Below first", parent=first)
    assert tree(client) == [("Head", "0"), ("First", "1"), ("Below first", "2"), ("Second", "1"), ("Third", "1")]
    client.post(f"/admin/org/unit/{first.pk}/move/down/")
    assert tree(client) == [("Head", "0"), ("Second", "1"), ("First", "1"), ("Below first", "2"), ("Third", "1")]
    client.post(f"/admin/org/unit/{third.pk}/move/up/")
    assert tree(client) == [("Head", "0"), ("Second", "1"), ("Third", "1"), ("First", "1"), ("Below first", "2")]


@pytest.mark.parametrize(("name", "way"), [("First", "up"), ("Third", "down")])
def test_unit_at_the_end_of_its_row_stays(name, way, client):
    row = {label: make_unit(label) for label in ("First", "Second", "Third")}
    client.post(f"/admin/org/unit/{row[name].pk}/move/{way}/")
    assert [label for label, _depth in tree(client)] == list(row)


def test_looking_moves_no_unit_and_neither_does_who_may_only_look(client):
    head = make_unit("Head")
    make_unit("First", parent=head)
    second = make_unit("Second", parent=head)
    assert client.get(f"/admin/org/unit/{second.pk}/move/up/").status_code == 405
    reader = make_staff(is_superuser=False)
    reader.user_permissions.set(Permission.objects.filter(codename="view_unit"))
    client.force_login(reader)
    assert client.post(f"/admin/org/unit/{second.pk}/move/up/").status_code == 403
    assert tree(client) == [("Head", "0"), ("First", "1"), ("Second", "1")]
    assert parsed(client.get("/admin/org/unit/")).select(".tree-moves") == []


def test_list_of_units_takes_as_many_queries_for_one_as_for_twenty(client, django_assert_num_queries):
    head = make_unit("Head")
    with CaptureQueriesContext(connection) as one:
        client.get("/admin/org/unit/")
    for _number in range(19):
        make_unit(parent=head)
    with django_assert_num_queries(len(one)):
        client.get("/admin/org/unit/")


def test_unit_is_saved_in_two_languages_without_english(client):
    typed = {"name_fr": "Opérations", "name_ar": "العمليات", "classification": "department"}
    assert send(client, "/admin/org/unit/add/", "unit_form", typed).status_code == 302
    unit = Unit.objects.get()
    assert (unit.name_en, unit.name_fr, unit.slug_fr, unit.name_ar) == (None, "Opérations", "operations", "العمليات")


def test_each_column_is_marked_with_its_language_and_direction(client):
    page = parsed(client.get("/admin/org/unit/add/"))
    columns = page.select("#id_name_en, #id_name_fr, #id_name_es, #id_name_ar, #id_mandate_ar")
    assert [(column["id"], column["lang"], column["dir"]) for column in columns] == [
        ("id_name_en", "en", "ltr"),
        ("id_name_fr", "fr", "ltr"),
        ("id_name_es", "es", "ltr"),
        ("id_name_ar", "ar", "rtl"),
        ("id_mandate_ar", "ar", "rtl"),
    ]
    assert [button["lang"] for button in page.select(".language-bar button")] == ["en", "fr", "es", "ar"]
    assert page.select_one(".language-bar").has_attr("hidden"), "it does nothing without its script"
