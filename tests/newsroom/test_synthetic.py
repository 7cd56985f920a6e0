"""Synthetic releases: as the workflow would have published them, the same for the same seed, quick to make."""

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from newsroom.freezing import frozen
from newsroom.languages import digest, text_of
from newsroom.models import ContactNumber, Edition, Event, LanguageState, MediaContact, Release
from newsroom.models.kind import Kind
from newsroom.models.language_state import Status
from newsroom.synthetic import SeedUsed, load
from tests.factories import load_countries, make_unit

pytestmark = pytest.mark.django_db

COLUMNS = ("language", "slug", "title", "body", "summary", "kind", "released_on", "unit_id", "live_from")


@pytest.fixture(autouse=True)
def organisation():
    load_countries()
    make_unit()
    make_unit()


def synthesise(number, seed=1):
    load(number, seed, lambda made: None)


def texts():
    return list(Edition.objects.order_by("language", "slug").values_list(*COLUMNS, "countries__code"))


def test_five_releases_are_fifteen_live_editions_with_two_contacts_each():
    synthesise(5)
    live = Edition.objects.live()
    assert sorted(live.values_list("language", flat=True)) == ["en"] * 5 + ["es"] * 5 + ["fr"] * 5
    assert {edition.contacts.count() for edition in live} == {2}
    assert {release.contacts.count() for release in Release.objects.all()} == {2}
    assert {edition.countries.count() for edition in live} == {1}


def test_bodies_have_about_2500_characters_in_several_paragraphs():
    synthesise(20)
    for edition in Edition.objects.all():
        assert 2000 < len(edition.body) < 3000
        assert edition.body.count("<p>") >= 4
        assert "{" not in edition.body + edition.title + edition.summary


def test_kinds_units_and_years_are_spread():
    synthesise(120)
    editions = Edition.objects.filter(language="en")
    assert set(editions.values_list("kind", flat=True)) == set(Kind.values)
    assert len(set(editions.values_list("unit", flat=True))) == 2
    assert set(editions.values_list("released_on__year", flat=True)) == set(range(2006, 2026))


def test_the_same_seed_makes_the_same_ones():
    with transaction.atomic():
        synthesise(7, seed=4)
        first = texts()
        transaction.set_rollback(True)
    assert texts() == []
    synthesise(7, seed=4)
    assert texts() == first


def test_fewer_are_the_first_of_more():
    with transaction.atomic():
        synthesise(3)
        few = set(texts())
        transaction.set_rollback(True)
    synthesise(6)
    assert few < set(texts())


def test_a_seed_taken_is_refused_and_leaves_nothing():
    synthesise(2)
    before = texts()
    with pytest.raises(SeedUsed):
        synthesise(5)
    assert texts() == before


def test_another_seed_adds_others_under_addresses_of_their_own():
    synthesise(30, seed=1)
    synthesise(30, seed=2)
    slugs = list(Edition.objects.values_list("language", "slug"))
    assert len(set(slugs)) == len(slugs) == 180
    assert {tuple(slug.rsplit("-", 2)[1:]) for _language, slug in slugs} == {
        (seed, str(index)) for seed in ("1", "2") for index in range(30)
    }
    assert MediaContact.objects.count() == 20
    assert ContactNumber.objects.count() == 20


def test_an_edition_is_what_freezing_makes_of_its_release():
    synthesise(3)
    own = {"id", "uuid", "number", "live_from", "first_published_at", "created_at"}
    for edition in Edition.objects.select_related("release"):
        expected = frozen(edition.release, edition.language)
        columns = [field.attname for field in Edition._meta.concrete_fields if field.name not in own]
        assert {name: getattr(edition, name) for name in columns} == {name: getattr(expected, name) for name in columns}


def test_the_working_copies_are_approved_with_their_very_text_and_nobody_is_said_to_have_done_it():
    synthesise(2)
    for state in LanguageState.objects.select_related("release"):
        assert state.status == Status.APPROVED
        assert state.text_digest == digest(text_of(state.release, state.language))
    assert LanguageState.objects.count() == 6
    assert Event.objects.count() == 0


def test_steps_are_told():
    told = []
    load(230, 1, told.append)
    assert told == [100, 100, 30]


def test_the_command_says_one_line_and_is_quiet_in_a_pipe(capsys):
    call_command("load_synthetic", "2", "--seed", "9")
    assert capsys.readouterr() == ("2 synthetic releases in three languages, seed 9.\n", "")
    assert Edition.objects.live().count() == 6


def test_the_command_refuses_a_seed_taken_in_one_sentence():
    call_command("load_synthetic", "1")
    with pytest.raises(CommandError, match=r"^The releases of seed 1 are there already: choose another with --seed\.$"):
        call_command("load_synthetic", "1")


@pytest.mark.parametrize("arguments", [["0"], ["-3"], ["many"], ["5", "--seed", "x"]])
def test_the_command_refuses_what_is_no_number(arguments):
    with pytest.raises(CommandError, match="give a whole number"):
        call_command("load_synthetic", *arguments)
