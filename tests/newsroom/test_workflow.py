"""The verbs one by one. Time is an argument: nothing here waits."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from newsroom import workflow
from newsroom.models import Agreement, Edition, Event, LanguageState
from newsroom.models.language_state import Status
from newsroom.refusal import Refusal
from org.dates import Precision
from tests.factories import make_contact, make_edition, make_release, make_staff, make_unit

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
FIRST, UPDATE, CORRECTION = Edition.Nature.FIRST, Edition.Nature.UPDATE, Edition.Nature.CORRECTION


@pytest.fixture
def publisher():
    return make_staff(username="publisher")


def intervals(release, language="en"):
    """`(number, from, until)` of each edition, in hours from noon."""

    def hours(moment):
        return moment and (moment - NOON) / HOUR

    editions = Edition.objects.filter(release=release, language=language).order_by("number")
    return [(edition.number, hours(edition.live_from), hours(edition.live_until)) for edition in editions]


def live_titles(at, language="en"):
    return list(Edition.objects.live(at).filter(language=language).values_list("title", flat=True))


# --- publish


def test_publishing_freezes_the_text_and_later_edits_change_nothing_public(publisher):
    release = make_release("en", title_en="As approved", summary_en="In short")
    workflow.publish(release, ["en"], by=publisher, now=NOON)

    release.title_en = "Edited since"
    release.save()

    assert live_titles(NOON) == ["As approved"]
    assert Edition.objects.get().summary == "In short"


def test_publishing_several_languages_gives_them_one_instant(publisher):
    release = make_release("en", "fr", "ar")

    editions = workflow.publish(release, ["ar", "en", "fr"], by=publisher, now=NOON)

    assert [(edition.language, edition.live_from) for edition in editions] == [
        ("en", NOON),
        ("fr", NOON),
        ("ar", NOON),
    ]


def test_one_language_that_cannot_go_out_holds_back_all(publisher):
    release = make_release("en")

    with pytest.raises(Refusal) as refused:
        workflow.publish(release, ["en", "fr"], by=publisher, now=NOON)

    assert refused.value.reasons == (
        "French: its text is “missing”; finish it first.",
        "French: write a title.",
        "French: write a text.",
    )
    assert not Edition.objects.exists()


def test_a_later_hour_makes_the_edition_live_by_the_clock_alone(publisher):
    release = make_release("en", title_en="Later")
    workflow.publish(release, ["en"], by=publisher, at=NOON + HOUR, now=NOON)

    assert live_titles(NOON + HOUR - timedelta(microseconds=1)) == []
    assert live_titles(NOON + HOUR) == ["Later"]


def test_an_hour_that_has_passed_is_refused(publisher):
    with pytest.raises(Refusal, match="has passed"):
        workflow.publish(make_release(), ["en"], by=publisher, at=NOON - HOUR, now=NOON)


def test_an_hour_without_a_zone_is_refused(publisher):
    with pytest.raises(Refusal, match="with its time zone"):
        workflow.publish(make_release(), ["en"], by=publisher, at=datetime(2026, 3, 2, 13), now=NOON)  # noqa: DTZ001


def test_a_new_edition_ends_its_predecessor_at_its_own_start(publisher):
    release = make_release()
    workflow.publish(release, ["en"], by=publisher, now=NOON)
    workflow.publish(release, ["en"], by=publisher, at=NOON + 3 * HOUR, now=NOON + HOUR)

    assert intervals(release) == [(1, 0, 3), (2, 3, None)]


def test_the_first_edition_is_first_whatever_is_said_and_later_ones_tell_what_changed(publisher):
    release = make_release()
    workflow.publish(release, ["en"], by=publisher, nature=CORRECTION, change_note="Wrong", now=NOON)
    workflow.publish(release, ["en"], by=publisher, nature=CORRECTION, change_note="The toll is 12.", now=NOON + HOUR)

    told = Edition.objects.order_by("number").values_list("nature", "change_note", "first_published_at")
    assert list(told) == [(FIRST, "", NOON), (CORRECTION, "The toll is 12.", NOON)]


def test_publishing_while_a_version_is_scheduled_is_refused_with_an_offer(publisher):
    release = make_release()
    workflow.publish(release, ["en"], by=publisher, at=NOON + HOUR, now=NOON)

    with pytest.raises(Refusal) as refused:
        workflow.publish(release, ["en"], by=publisher, now=NOON)

    assert refused.value.offer == "cancel_scheduled"
    assert refused.value.reasons == (
        "English: version 1 is scheduled for 2026-03-02 14:00 Geneva time."
        " Cancel it in the same step, or move its hour.",
    )
    assert intervals(release) == [(1, 1, None)]


def test_the_scheduled_version_can_be_cancelled_in_the_same_step(publisher):
    release = make_release()
    workflow.publish(release, ["en"], by=publisher, now=NOON - HOUR)
    workflow.publish(release, ["en"], by=publisher, at=NOON + HOUR, now=NOON)

    workflow.publish(release, ["en"], by=publisher, cancel_scheduled=True, now=NOON)

    assert intervals(release) == [(1, -1, 0), (2, 1, 1), (3, 0, None)]


def test_a_language_that_is_not_written_yet_is_refused_as_such(publisher):
    with pytest.raises(Refusal, match="Choose at least one language"):
        workflow.publish(make_release(), [], by=publisher, now=NOON)
    with pytest.raises(Refusal, match="no language “de”"):
        workflow.publish(make_release(), ["de"], by=publisher, now=NOON)


def test_without_the_right_nothing_is_published():
    release = make_release()
    author = make_staff(is_superuser=False)

    with pytest.raises(Refusal, match="Ask a publisher"):
        workflow.publish(release, ["en"], by=author, now=NOON)

    assert not Edition.objects.exists()


def test_an_address_in_use_is_refused_without_naming_the_other_release(publisher):
    make_edition(slug_en="taken", title_en="Secret plans", now=NOON)
    release = make_release("en", slug_en="taken")

    with pytest.raises(Refusal) as refused:
        workflow.publish(release, ["en"], by=publisher, now=NOON + HOUR)

    assert refused.value.reasons == (
        "English: the address “taken” is in use at that time. Give this release another address.",
    )


def test_an_address_is_free_in_another_language_and_after_a_withdrawal(publisher):
    first = make_edition(slug_en="shared", now=NOON)
    make_edition(language="fr", slug_fr="shared", now=NOON)
    workflow.withdraw(first.release, ["en"], by=publisher, reason="error", now=NOON + HOUR)

    second = make_edition(slug_en="shared", now=NOON + HOUR)

    assert Edition.objects.live(NOON + HOUR).get(language="en", slug="shared") == second


def test_a_missing_address_is_made_of_the_title_and_stays_when_the_title_changes(publisher):
    release = make_release("fr", title_fr="Conférence sur l’été")
    workflow.publish(release, ["fr"], by=publisher, now=NOON)
    release.refresh_from_db()
    release.title_fr = "Autre titre"
    release.save()
    workflow.publish(release, ["fr"], by=publisher, now=NOON + HOUR)

    slugs = Edition.objects.order_by("number").values_list("slug", flat=True)
    assert list(slugs) == ["conference-sur-lete", "conference-sur-lete"]


def test_the_date_is_genevas_at_first_publication_and_stays_with_later_versions(publisher):
    release = make_release()
    late_evening_utc = datetime(2026, 3, 1, 23, 30, tzinfo=UTC)
    workflow.publish(release, ["en"], by=publisher, now=late_evening_utc)
    workflow.publish(release, ["en"], by=publisher, now=NOON + 48 * HOUR)

    assert list(Edition.objects.values_list("released_on", flat=True)) == [date(2026, 3, 2), date(2026, 3, 2)]


def test_a_date_given_by_staff_is_kept_and_an_unknown_one_is_not_invented(publisher):
    dated = make_edition(released_on=date(2006, 3, 1), released_on_precision=Precision.MONTH, now=NOON)
    undated = make_edition(released_on_precision=Precision.UNKNOWN, now=NOON)

    assert (dated.date.iso, undated.date.iso, str(undated.date)) == ("2006-03", "", "Date unknown")


def test_contacts_go_out_in_order_and_only_to_their_languages(publisher):
    release = make_release("en", "fr")
    both, french = make_contact(release=release), make_contact(release=release)
    release.release_contacts.filter(contact=french).update(languages=["fr"], position=0)
    release.release_contacts.filter(contact=both).update(position=1)

    english, in_french = workflow.publish(release, ["en", "fr"], by=publisher, now=NOON)

    assert [contact.pk for contact in english.contacts_for_readers()] == [both.pk]
    assert [contact.pk for contact in in_french.contacts_for_readers()] == [french.pk, both.pk]


def test_what_else_readers_see_is_frozen_too(publisher):
    partner = make_unit("Partner unit", website="https://partner.example.int")
    release = make_release(
        "en", speaker_name="A. Speaker", attribution="as_delivered", starts_at=NOON, place_en="Geneva"
    )
    release.co_issuers.create(unit=partner)

    [edition] = workflow.publish(release, ["en"], by=publisher, now=NOON)

    assert (edition.co_issuers, edition.speaker, edition.event) == (
        [{"name": "Partner unit", "language": "en", "website": "https://partner.example.int"}],
        {"name": "A. Speaker", "attribution": "as_delivered"},
        {"starts_at": "2026-03-02T12:00:00+00:00", "place": "Geneva", "webcast": "", "interpretation": ""},
    )


def test_publishing_is_an_agreement_to_exactly_this_text_and_is_recorded(publisher):
    release = make_release()
    workflow.publish(release, ["en"], by=publisher, now=NOON)

    state = LanguageState.objects.get(release=release, language="en")
    agreement = Agreement.objects.get()
    assert (state.status, agreement.person, agreement.text_digest) == (Status.APPROVED, publisher, state.text_digest)
    event = Event.objects.filter(verb="publish").get()
    assert (event.actor, event.language, event.detail) == (publisher, "en", {"live_from": NOON.isoformat()})


# --- approve_import


def test_the_import_approves_under_its_own_name():
    release = make_release("fr", imported=True)

    edition = workflow.approve_import(release, "fr", now=NOON)

    assert (edition.approved_by, edition.imported, edition.live_from) == (None, True, NOON)
    assert Event.objects.filter(edition=edition).values_list("actor", "actor_name").get() == (None, "import")
    assert not Agreement.objects.exists()


def test_the_import_approves_nothing_but_imports():
    with pytest.raises(Refusal, match="came from the archive"):
        workflow.approve_import(make_release("fr"), "fr", now=NOON)


# --- reschedule


@pytest.mark.parametrize(("hours", "expected"), [(0.5, 0.5), (5, 5), (None, 0)])
def test_moving_the_hour_moves_the_end_of_the_predecessor_with_it(publisher, hours, expected):
    release = make_release("en", "fr")
    workflow.publish(release, ["en", "fr"], by=publisher, now=NOON - HOUR)
    workflow.publish(release, ["en", "fr"], by=publisher, at=NOON + HOUR, now=NOON - HOUR)

    workflow.reschedule(release, by=publisher, to=hours and NOON + hours * HOUR, now=NOON)

    assert intervals(release, "en") == intervals(release, "fr") == [(1, -1, expected), (2, expected, None)]


def test_moving_the_hour_of_a_first_version_moves_its_dates(publisher):
    release = make_release()
    workflow.publish(release, ["en"], by=publisher, at=NOON + HOUR, now=NOON)

    [edition] = workflow.reschedule(release, by=publisher, to=NOON + 24 * HOUR, now=NOON)
    edition.refresh_from_db()

    assert (edition.first_published_at, edition.released_on) == (NOON + 24 * HOUR, date(2026, 3, 3))


def test_moving_the_hour_leaves_a_date_given_by_staff_alone(publisher):
    release = make_release(released_on=date(2026, 3, 2))
    workflow.publish(release, ["en"], by=publisher, at=NOON + HOUR, now=NOON)

    workflow.reschedule(release, by=publisher, to=NOON + 24 * HOUR, now=NOON)

    assert Edition.objects.get().released_on == date(2026, 3, 2)


def test_nothing_scheduled_cannot_be_moved(publisher):
    with pytest.raises(Refusal, match="Nothing of this release is scheduled"):
        workflow.reschedule(make_release(), by=publisher, to=NOON + HOUR, now=NOON)


def test_moving_into_the_time_of_another_release_of_that_address_is_refused(publisher):
    moved, other = make_release("en", slug_en="same"), make_release("en", slug_en="same")
    workflow.publish(moved, ["en"], by=publisher, now=NOON)
    moved.slug_en = "new"
    moved.save()
    workflow.publish(moved, ["en"], by=publisher, at=NOON + HOUR, now=NOON)
    workflow.publish(other, ["en"], by=publisher, at=NOON + 2 * HOUR, now=NOON)

    with pytest.raises(Refusal, match="“same” is in use"):
        workflow.reschedule(moved, by=publisher, to=NOON + 3 * HOUR, now=NOON)

    assert intervals(moved) == [(1, 0, 1), (2, 1, None)]


# --- cancel


def test_cancelling_reopens_the_predecessor_and_the_cancelled_never_was_public(publisher):
    release = make_release("en", title_en="Stays")
    workflow.publish(release, ["en"], by=publisher, now=NOON)
    workflow.publish(release, ["en"], by=publisher, at=NOON + HOUR, now=NOON)

    workflow.cancel(release, ["en"], by=publisher, now=NOON)

    assert intervals(release) == [(1, 0, None), (2, 1, 1)]
    assert list(Edition.objects.was_public(NOON + 9 * HOUR).values_list("number", flat=True)) == [1]


def test_cancelling_names_each_language_without_a_scheduled_version(publisher):
    with pytest.raises(Refusal) as refused:
        workflow.cancel(make_release("en", "fr"), ["fr", "en"], by=publisher, now=NOON)

    assert refused.value.reasons == ("English: no version is scheduled.", "French: no version is scheduled.")


# --- withdraw


def test_withdrawing_ends_the_live_edition_and_cancels_the_scheduled_one(publisher):
    release = make_release()
    workflow.publish(release, ["en"], by=publisher, now=NOON)
    workflow.publish(release, ["en"], by=publisher, at=NOON + 2 * HOUR, now=NOON)

    workflow.withdraw(
        release, ["en"], by=publisher, reason="error", explanation="Too early.", way_on="/news", now=NOON + HOUR
    )

    assert intervals(release) == [(1, 0, 1), (2, 2, 2)]
    withdrawn = Edition.objects.withdrawn(NOON + HOUR).get()
    assert (withdrawn.number, withdrawn.withdrawal) == (
        1,
        {"reason": "error", "explanation": "Too early.", "way_on": "/news"},
    )
    assert not Edition.objects.withdrawn(NOON).exists()


def test_withdrawing_what_is_not_public_is_refused(publisher):
    release = make_release("en", "fr")
    workflow.publish(release, ["en"], by=publisher, now=NOON)

    with pytest.raises(Refusal) as refused:
        workflow.withdraw(release, ["en", "fr"], by=publisher, reason="error", now=NOON + HOUR)

    assert refused.value.reasons == ("French: nothing is public to take down.",)
    assert live_titles(NOON + HOUR) != []


def test_withdrawing_needs_a_reason_that_readers_are_told(publisher):
    edition = make_edition(now=NOON)

    with pytest.raises(Refusal, match="Choose a reason"):
        workflow.withdraw(edition.release, ["en"], by=publisher, reason="whim", now=NOON + HOUR)


def test_the_way_on_is_never_a_script(publisher):
    edition = make_edition(now=NOON)

    with pytest.raises(Refusal, match="Begin the way on"):
        workflow.withdraw(
            edition.release, ["en"], by=publisher, reason="error", way_on="javascript:alert(1)", now=NOON + HOUR
        )


def test_a_withdrawn_release_can_be_published_again(publisher):
    edition = make_edition(now=NOON)
    workflow.withdraw(edition.release, ["en"], by=publisher, reason="error", now=NOON + HOUR)

    workflow.publish(edition.release, ["en"], by=publisher, now=NOON + 2 * HOUR)

    assert intervals(edition.release) == [(1, 0, 1), (2, 2, None)]


# --- the trail


def test_the_activity_cannot_be_changed_or_deleted():
    event = make_edition().events.get()

    for attempt in (event.save, event.delete, Event.objects.all().delete, lambda: Event.objects.update(verb="x")):
        with pytest.raises(PermissionDenied):
            attempt()
