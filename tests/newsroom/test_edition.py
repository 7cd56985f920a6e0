"""What is public, asked at chosen instants."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from newsroom import workflow
from newsroom.models import Edition
from tests.factories import make_contact, make_edition, make_release, make_staff, make_unit

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
MOMENT = timedelta(microseconds=1)


@pytest.fixture
def editions():
    """One release: version 1 from noon to 14:00, version 2 cancelled, version 3 from 14:00, taken down at 16:00."""
    release, by = make_release("en"), make_staff()
    workflow.publish(release, ["en"], by=by, now=NOON)
    workflow.publish(release, ["en"], by=by, at=NOON + HOUR, now=NOON)
    workflow.cancel(release, ["en"], by=by, now=NOON)
    workflow.publish(release, ["en"], by=by, at=NOON + 2 * HOUR, now=NOON + HOUR)
    workflow.withdraw(release, ["en"], by=by, reason="error", now=NOON + 4 * HOUR)
    return Edition.objects.filter(release=release)


@pytest.mark.parametrize(
    ("hours", "live", "was_public", "withdrawn"),
    [
        (-1, [], [], []),
        (0, [1], [1], []),
        (1, [1], [1], []),
        (2, [3], [1, 3], []),
        (3, [3], [1, 3], []),
        (4, [], [1, 3], [3]),
        (9, [], [1, 3], [3]),
    ],
)
def test_what_readers_know_follows_the_clock(editions, hours, live, was_public, withdrawn):
    at = NOON + hours * HOUR

    def numbers(queryset):
        return sorted(queryset.values_list("number", flat=True))

    assert (numbers(editions.live(at)), numbers(editions.was_public(at)), numbers(editions.withdrawn(at))) == (
        live,
        was_public,
        withdrawn,
    )


def test_the_interval_is_closed_at_its_start_and_open_at_its_end(editions):
    ends = NOON + 2 * HOUR
    assert [edition.number for edition in editions.live(ends - MOMENT)] == [1]
    assert [edition.number for edition in editions.live(ends)] == [3]


def test_the_scheduled_are_those_that_lie_ahead_and_are_not_cancelled(editions):
    assert [edition.number for edition in editions.scheduled(NOON + HOUR)] == [3]
    assert [edition.number for edition in editions.scheduled(NOON + 2 * HOUR)] == []


def test_lists_go_newest_first_with_undated_last():
    undated = make_edition(title_en="Undated", released_on_precision="unknown", now=NOON)
    old = make_edition(title_en="Old", released_on=datetime(2006, 3, 1, tzinfo=UTC).date(), now=NOON + HOUR)
    new = make_edition(title_en="New", now=NOON)
    newer = make_edition(title_en="Newer on the same day", now=NOON + HOUR)

    assert list(Edition.objects.for_lists()) == [newer, new, old, undated]


def test_a_live_address_beats_a_former_one():
    former = make_edition(slug_en="shared", now=NOON)
    by = make_staff()
    workflow.withdraw(former.release, ["en"], by=by, reason="error", now=NOON + HOUR)
    assert Edition.objects.answering("en", "shared", NOON + HOUR) == former

    live = make_edition(slug_en="shared", now=NOON + 2 * HOUR)

    assert Edition.objects.answering("en", "shared", NOON + 2 * HOUR) == live
    assert Edition.objects.answering("fr", "shared", NOON + 2 * HOUR) is None
    assert Edition.objects.answering("en", "shared", NOON - HOUR) is None


def test_a_scheduled_edition_answers_for_nothing():
    make_edition(slug_en="secret", at=NOON + HOUR, now=NOON)

    assert Edition.objects.answering("en", "secret", NOON) is None


def test_is_live_gives_the_answer_of_live(editions):
    first = editions.get(number=1)
    assert (first.is_live(NOON - HOUR), first.is_live(NOON), first.is_live(NOON + 2 * HOUR)) == (False, True, False)


def test_an_interval_never_runs_backwards(editions):
    first = editions.get(number=1)
    first.live_until = first.live_from - HOUR
    with pytest.raises(IntegrityError), transaction.atomic():
        first.save()


def test_lapsed_contacts_give_way_to_the_press_office_of_their_unit():
    unit = make_unit()
    release = make_release("en")
    yesterday = datetime.now(UTC).date() - timedelta(days=1)
    lapsed = make_contact(release=release, unit=unit, valid_until=yesterday)
    current = make_contact(release=release)
    office = make_contact(unit=unit, press_office=True)
    headquarters = make_contact(unit=unit.parent or make_unit(), press_office=True)
    edition = make_edition(release=release)

    assert edition.contacts_for_readers() == [current, office]
    assert lapsed not in edition.contacts_for_readers()
    assert headquarters not in edition.contacts_for_readers()


def test_lapsed_contacts_without_a_press_office_give_way_to_the_headquarters():
    release = make_release("en")
    make_contact(release=release, unit=make_unit(parent=make_unit()), valid_until=datetime(2006, 1, 1, tzinfo=UTC))
    headquarters = make_contact(unit=make_unit(), press_office=True)

    assert make_edition(release=release).contacts_for_readers() == [headquarters]


def test_private_numbers_are_never_read_for_readers():
    release = make_release("en")
    contact = make_contact(release=release, phone="tel:+1-202-862-1826;ext=236")
    contact.numbers.create(number="+14104874950", public=False)

    [shown] = make_edition(release=release).contacts_for_readers()

    assert [number.number.as_rfc3966 for number in shown.public_numbers] == ["tel:+1-202-862-1826;ext=236"]
