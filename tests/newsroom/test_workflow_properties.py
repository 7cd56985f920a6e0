"""Any sequence of verbs keeps the interval rules (DESIGN: intervals)."""

from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom import workflow
from newsroom.models import Edition
from newsroom.refusal import Refusal
from tests.factories import make_release, make_staff

pytestmark = pytest.mark.django_db

BEGIN = datetime(2026, 3, 2, 12, tzinfo=UTC)
LANGUAGES = ("en", "fr")
INTERVAL = {"live_from", "live_until", "first_published_at", "released_on", "withdrawal"}

minutes = st.integers(0, 90).map(lambda number: timedelta(minutes=number))
languages = st.sets(st.sampled_from(LANGUAGES), min_size=1)
acts = st.one_of(
    st.tuples(st.just("publish"), languages, st.none() | minutes, st.booleans()),
    st.tuples(st.just("reschedule"), st.none() | minutes),
    st.tuples(st.just("cancel"), languages),
    st.tuples(st.just("withdraw"), languages),
    st.tuples(st.just("rename"), st.sampled_from(LANGUAGES), st.sampled_from(["one", "two"])),
)
steps = st.lists(st.tuples(minutes, st.integers(0, 1), acts), min_size=1, max_size=12)


def perform(release, by, now, act):
    match act:
        case ["publish", chosen, delay, cancel_scheduled]:
            at = None if delay is None else now + delay
            workflow.publish(release, chosen, by=by, at=at, cancel_scheduled=cancel_scheduled, now=now)
        case ["reschedule", delay]:
            workflow.reschedule(release, by=by, to=None if delay is None else now + delay, now=now)
        case ["cancel", chosen]:
            workflow.cancel(release, chosen, by=by, now=now)
        case ["withdraw", chosen]:
            workflow.withdraw(release, chosen, by=by, reason="error", now=now)
        case ["rename", language, slug]:
            release.refresh_from_db()
            setattr(release, f"slug_{language}", slug)
            release.save()


def rows(releases):
    return list(Edition.objects.filter(release__in=releases).order_by("pk").values())


def known(releases, instant):
    """What readers knew at an instant: the live editions."""
    return set(Edition.objects.filter(release__in=releases).live(instant).values_list("pk", flat=True))


def frozen(table):
    return {row["id"]: {name: value for name, value in row.items() if name not in INTERVAL} for row in table}


def overlap(one, other):
    far = datetime.max.replace(tzinfo=UTC)
    ends = [row["live_until"] or far for row in (one, other)]
    if one["live_from"] == one["live_until"] or other["live_from"] == other["live_until"]:
        return False
    return one["live_from"] < ends[1] and other["live_from"] < ends[0]


def assert_rules_hold(table, now):
    for one, other in combinations(table, 2):
        same_release = one["release_id"] == other["release_id"]
        if one["language"] == other["language"] and (same_release or one["slug"] == other["slug"]):
            assert not overlap(one, other), (one, other)
    waiting = [
        (row["release_id"], row["language"])
        for row in table
        if row["live_from"] > now and row["live_until"] != row["live_from"]
    ]
    assert len(waiting) == len(set(waiting))


@given(steps)
@settings(max_examples=60, deadline=None)
def test_any_sequence_of_verbs_keeps_the_interval_rules_and_the_past(sequence):
    publisher = make_staff()
    releases = [make_release(*LANGUAGES), make_release(*LANGUAGES)]
    now, past = BEGIN, {}
    for delay, which, act in sequence:
        now += delay
        past[now] = None
        before = rows(releases)
        try:
            perform(releases[which], publisher, now, act)
        except Refusal:
            assert rows(releases) == before
        after = rows(releases)
        assert_rules_hold(after, now)
        assert frozen(after) | frozen(before) == frozen(after)
        for instant in [instant for instant in past if instant < now]:
            past[instant] = known(releases, instant) if past[instant] is None else past[instant]
            assert known(releases, instant) == past[instant]
