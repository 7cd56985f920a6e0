"""The verbs that move a working copy along: saved, given to a translator, left out, sent for clearance."""

from datetime import UTC, datetime, timedelta

import pytest

from newsroom import workflow
from newsroom.models import Agreement, Event, LanguageState
from newsroom.models.language_state import Status
from newsroom.refusal import Refusal
from tests.factories import make_release, make_staff

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def publisher():
    return make_staff(username="publisher")


# --- record_save


def test_saving_a_changed_text_makes_it_a_draft_again_and_counts_its_version(publisher):
    release = make_release("en")
    workflow.publish(release, ["en"], by=publisher, now=NOON)
    release.refresh_from_db()
    release.title_en = "New words"
    release.save()
    workflow.record_save(release, by=publisher)
    workflow.record_save(release, by=publisher)

    states = LanguageState.objects.filter(release=release).values_list("language", "status", "version")
    assert set(states) == {
        ("en", Status.DRAFT, 2),
        ("fr", Status.MISSING, 0),
        ("es", Status.MISSING, 0),
        ("ar", Status.MISSING, 0),
    }


def test_a_translation_remembers_the_source_it_was_made_from(publisher):
    release = make_release("en", "fr", title_en="Source")

    states = dict(LanguageState.objects.filter(release=release).values_list("language", "made_from"))

    assert (states["en"], states["fr"]["title"]) == (None, "Source")


# --- assign_translation, leave_out, send_for_clearance


def status_of(release, language):
    return LanguageState.objects.get(release=release, language=language).status


def test_a_language_without_a_text_is_given_to_a_translator_until_a_day(publisher):
    release, translator = make_release("en"), make_staff()

    workflow.assign_translation(release, "fr", by=publisher, translator=translator, due_at=NOON + HOUR, now=NOON)

    state = LanguageState.objects.get(release=release, language="fr")
    assert (state.status, state.translator, state.due_at) == (Status.IN_TRANSLATION, translator, NOON + HOUR)
    assert Event.objects.filter(release=release).latest("pk").verb == "assign"


def test_a_language_that_is_written_is_not_given_away_or_left_out(publisher):
    release = make_release("en")

    with pytest.raises(Refusal, match="only a language without a text is given"):
        workflow.assign_translation(release, "en", by=publisher, translator=publisher, now=NOON)
    with pytest.raises(Refusal, match="only a language without a text can be left out"):
        workflow.leave_out(release, ["es", "en"], by=publisher, now=NOON)
    assert [status_of(release, language) for language in ("en", "es")] == [Status.DRAFT, Status.MISSING]


def test_a_language_left_out_is_not_planned_until_somebody_writes_it(publisher):
    release = make_release("en")
    workflow.leave_out(release, ["es"], by=publisher, now=NOON)
    assert status_of(release, "es") == Status.NOT_PLANNED

    release.refresh_from_db()
    release.title_es = "Al final sí"
    release.save()
    workflow.record_save(release, by=publisher, now=NOON)

    assert status_of(release, "es") == Status.DRAFT


def test_sending_for_clearance_is_the_authors_agreement_to_exactly_this_text(publisher):
    release, author = make_release("en"), make_staff()
    workflow.send_for_clearance(release, ["en"], by=author, now=NOON)

    assert status_of(release, "en") == Status.IN_REVIEW
    workflow.publish(release, ["en"], by=publisher, now=NOON)
    digests = Agreement.objects.values_list("person", "text_digest")
    assert len({digest for _person, digest in digests}) == 1
    assert {person for person, _digest in digests} == {author.pk, publisher.pk}


def test_only_a_whole_draft_is_sent_for_clearance(publisher):
    with pytest.raises(Refusal, match="French: write a title"):
        workflow.send_for_clearance(make_release("en"), ["fr"], by=publisher, now=NOON)
    sent = make_release("en")
    workflow.send_for_clearance(sent, ["en"], by=publisher, now=NOON)
    with pytest.raises(Refusal, match="only a draft can be sent"):
        workflow.send_for_clearance(sent, ["en"], by=publisher, now=NOON)
