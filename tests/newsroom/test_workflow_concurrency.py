"""Two connections at once try to break the one-live rule and the slug rule, on the database at hand."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from newsroom import workflow
from newsroom.freezing import frozen
from newsroom.models import Edition, Release
from newsroom.refusal import Refusal
from tests.concurrency import at_once
from tests.factories import make_edition, make_release, make_staff

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 8


def test_two_releases_published_at_once_under_one_address_leave_one_live():
    by = make_staff()
    for number in range(ROUNDS):
        releases = [make_release("en", slug_en=f"one-address-{number}") for _ in range(2)]

        outcomes = at_once(*[lambda release=release: workflow.publish(release, ["en"], by=by) for release in releases])

        refused = [outcome for outcome in outcomes if isinstance(outcome, Refusal)]
        assert len(refused) == 1
        assert Edition.objects.live().filter(slug=f"one-address-{number}").count() == 1


def test_one_release_published_twice_at_once_has_one_live_edition():
    by = make_staff()
    for _ in range(ROUNDS):
        release = make_release("en", "fr")

        at_once(
            lambda release=release: workflow.publish(release, ["en", "fr"], by=by),
            lambda release=release: workflow.publish(release, ["fr", "en"], by=by),
        )

        for language in ("en", "fr"):
            editions = Edition.objects.filter(release=release, language=language).order_by("number")
            assert [edition.number for edition in editions] == [1, 2]
            assert editions[0].live_until == editions[1].live_from
            assert editions.live().get() == editions[1]


def test_one_release_scheduled_twice_at_once_has_one_scheduled_edition():
    by = make_staff()
    for _ in range(ROUNDS):
        release = make_release("en")
        hours = [timezone.now() + timedelta(days=days) for days in (1, 2)]

        outcomes = at_once(
            *[lambda hour=hour, release=release: workflow.publish(release, ["en"], by=by, at=hour) for hour in hours]
        )

        assert sum(isinstance(outcome, Refusal) for outcome in outcomes) == 1
        assert Edition.objects.scheduled().filter(release=release).count() == 1


def test_postgresql_itself_refuses_what_goes_around_the_workflow():
    rules = {"edition_one_live", "edition_one_slug"}
    if connection.vendor != "postgresql":
        with connection.cursor() as cursor:
            assert not rules & set(connection.introspection.get_constraints(cursor, "newsroom_edition"))
        return
    edition = make_edition(slug_en="taken")
    same_release = frozen(edition.release, "en")
    same_release.number = 2
    same_slug = frozen(Release.objects.get(pk=make_release("en", slug_en="taken").pk), "en")
    same_slug.number = 1
    for intruder, constraint in ((same_release, "edition_one_live"), (same_slug, "edition_one_slug")):
        intruder.live_from = intruder.first_published_at = timezone.now()
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            intruder.save()
