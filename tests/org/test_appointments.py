"""Who holds a post, on which day, and what readers may know of it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from org.models import Appointment, Person
from org.models.person import TitleForm
from tests.factories import make_appointment, make_post

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate


def test_a_new_appointment_ends_the_one_before():
    first = make_appointment(since=date(2018, 10, 1))
    second = make_appointment(post=first.post, since=date(2023, 10, 1))
    first.refresh_from_db()

    assert (first.until, second.until) == (date(2023, 10, 1), None)
    assert first.post.held_by(date(2023, 9, 30)) == first
    assert first.post.held_by(date(2023, 10, 1)) == first.post.held_by() == second
    assert first.post.held_by(date(2018, 9, 30)) is None
    assert list(first.post.appointments.former()) == [first]


def test_two_people_never_hold_one_post_on_one_day():
    held = make_appointment(since=date(2018, 1, 1), until=date(2020, 1, 1))
    for since, until in ((date(2019, 1, 1), None), (date(2017, 1, 1), date(2018, 1, 2)), (date(2017, 1, 1), None)):
        with pytest.raises(ValidationError):
            make_appointment(post=held.post, since=since, until=until)

    make_appointment(post=held.post, since=date(2020, 1, 1))
    make_appointment(post=held.post, since=date(2017, 1, 1), until=date(2018, 1, 1))


def test_an_appointment_ends_after_it_begins():
    with pytest.raises(ValidationError):
        make_appointment(since=date(2020, 1, 1), until=date(2019, 1, 1))


def test_an_appointment_under_embargo_changes_nothing_that_readers_see():
    """P1: neither the successor nor the end of the present holder is told."""
    now = timezone.now()
    holder = make_appointment(since=date(2018, 10, 1))
    successor = make_appointment(
        post=holder.post, since=TODAY() - timedelta(days=3), public_from=now + timedelta(hours=1)
    )

    assert holder.post.held_by() == holder
    assert list(holder.post.appointments.former()) == []
    assert successor not in holder.post.appointments.public()

    Appointment.objects.filter(pk=successor.pk).update(public_from=now - timedelta(hours=1))
    assert holder.post.held_by() == successor
    assert [former.pk for former in holder.post.appointments.former()] == [holder.pk]


@pytest.mark.parametrize(
    ("form", "french", "english"),
    [
        (TitleForm.FEMININE, "Directrice générale", "Director General"),
        (TitleForm.MASCULINE, "Directeur général", "Director General"),
        (TitleForm.NEUTRAL, "Direction générale", "Director General"),
    ],
)
def test_a_title_agrees_with_its_holder(form, french, english):
    post = make_post(
        title_en="Director General",
        title_fr="Direction générale",
        title_feminine_fr="Directrice générale",
        title_masculine_fr="Directeur général",
    )
    person = Person.objects.create(name="A. Person", gender_of_title=form)
    appointment = make_appointment(post=post, person=person, since=date(2023, 10, 1))

    assert appointment.title("fr") == (french, "fr")
    assert appointment.title("en") == (english, "en")
    assert appointment.title("ar") == (english, "en")


def test_dates_of_a_holder_are_as_precise_as_they_are_known():
    first = make_appointment(since=date(2008, 10, 1), since_precision="month")
    make_appointment(post=first.post, since=date(2018, 10, 1), since_precision="month")
    first.refresh_from_db()

    assert (first.began.iso, first.ended.iso) == ("2008-10", "2018-09")


def test_a_holder_ends_on_the_eve_of_the_successor():
    first = make_appointment(since=date(2018, 10, 1))
    make_appointment(post=first.post, since=date(2023, 10, 1))
    first.refresh_from_db()

    assert str(first.ended) == "30 September 2023"
