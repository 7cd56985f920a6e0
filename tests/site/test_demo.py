"""The demonstration site: what it shows, that every example says what it is, and that a second run changes nothing."""

import re
import socket
from datetime import timedelta
from unicodedata import normalize
from urllib.parse import unquote
from uuid import uuid4

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from iomsite.demo.load import load_demo, what_to_open
from iomsite.demo.releases import identity, names
from iomsite.demo.rows import read
from iomsite.demo.staff import EDITOR, PUBLISHER
from iomsite.menus.models import MenuSection
from newsroom.languages import stale_fields
from newsroom.models import Edition, LanguageState, MediaContact, Release
from newsroom.models.kind import Kind
from newsroom.models.language_state import Status
from org.models import Appointment, Figure, Post, Unit
from org.translated import LANGUAGES, raw
from tests.factories import load_countries

pytestmark = pytest.mark.django_db

EXAMPLES = [identity(name) for name in names()]


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The site, loaded once for all tests here; each test then changes it within a savepoint of its own."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_countries()
        yield load_demo()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def demo(loaded, settings, tmp_path):
    settings.STATIC_ROOT = tmp_path


def everything():
    """Every row of the site's own tables and of the accounts."""
    models = [
        model for app in ("org", "newsroom", "menus", "archive") for model in apps.get_app_config(app).get_models()
    ]
    return {model: list(model.objects.order_by("pk").values()) for model in [*models, User]}


def live(name, language):
    return Edition.objects.live().get(release__uuid=identity(name), language=language)


def test_a_second_run_changes_nothing():
    before = everything()
    assert sum(map(len, before.values())) > 300
    assert load_demo() == {}
    assert everything() == before


def test_a_second_run_keeps_what_was_edited():
    release = Release.objects.get(uuid=identity("06-story-harvest"))
    edits = [
        (release, "title_en"),
        (Unit.objects.get(name_en="Protection"), "name_en"),
        (Unit.objects.get(name_en="Legal Affairs"), "slug_en"),
        (Post.objects.get(title_en="Director General"), "title_en"),
        (Appointment.objects.get(person__name="Amy Pope").person, "name"),
        (MediaContact.objects.get(name="Camille Example"), "name"),
        (Figure.objects.get(label_en="Member States"), "label_en"),
        (MenuSection.objects.get(label_es="Noticias"), "label_es"),
    ]
    for row, column in edits:
        setattr(row, column, "edited")
        row.save()
    hidden = MenuSection.objects.get(label_en="Our work")
    hidden.shown_in = ["fr"]
    hidden.save()
    before = everything()
    load_demo()
    assert everything() == before


def test_a_second_run_brings_back_what_is_missing():
    Figure.objects.get(label_en="Member States").delete()
    MenuSection.objects.get(label_en="News").delete()
    load_demo()
    assert Figure.objects.filter(label_en="Member States", value=175).exists()
    assert MenuSection.objects.filter(label_en="News", view="releases").exists()


# --- The releases ---------------------------------------------------------------------------------


def test_every_kind_is_live_and_every_language_has_some():
    editions = Edition.objects.live().filter(release__uuid__in=EXAMPLES)
    assert set(editions.values_list("kind", flat=True)) == set(Kind.values)
    assert set(editions.values_list("language", flat=True)) == set(LANGUAGES)
    spoken = [frozenset(editions.filter(release__uuid=one).values_list("language", flat=True)) for one in EXAMPLES]
    assert spoken.count(frozenset(LANGUAGES)) >= 2
    assert frozenset({"ar"}) in spoken


def test_every_example_says_that_it_is_one():
    editions = Edition.objects.filter(release__uuid__in=EXAMPLES)
    mark = read("mark")
    for edition in editions:
        assert edition.summary.startswith(mark[edition.language]["word"])
        assert mark[edition.language]["note"] in edition.notes_to_editors
    assert len(editions) > 25


def test_working_copies_show_every_status():
    states = LanguageState.objects.filter(release__uuid__in=EXAMPLES)
    assert set(states.values_list("status", flat=True)) == set(Status)
    draft = Release.objects.get(uuid=identity("12-draft"))
    assert dict(draft.states.values_list("language", "status")) == {
        "en": Status.DRAFT,
        "fr": Status.IN_TRANSLATION,
        "es": Status.NOT_PLANNED,
        "ar": Status.MISSING,
    }
    assert not draft.editions.exists()


def test_one_is_scheduled_for_a_week_ahead_in_two_languages():
    scheduled = Edition.objects.scheduled()
    assert {edition.language for edition in scheduled} == {"en", "fr"}
    assert {edition.release.uuid for edition in scheduled} == {identity("08-scheduled")}
    assert {edition.live_from.astimezone().date() for edition in scheduled} == {
        timezone.localdate() + timedelta(days=7)
    }


def test_one_is_updated_and_one_corrected_each_with_a_note_in_its_language():
    told = {name: (live(name, "fr").nature, live(name, "fr").change_note) for name in names()[1:3]}
    assert told == {
        "02-advice-desk": ("update", "Le guichet est désormais ouvert aussi l’après-midi."),
        "03-statement-recruitment": (
            "correction",
            "Une version antérieure parlait de cinq principes. Il y en a quatre.",
        ),
    }
    assert live("02-advice-desk", "en").number == 2


def test_one_translation_is_stale():
    stale = [state for state in LanguageState.objects.filter(release__uuid__in=EXAMPLES) if stale_fields(state)]
    assert (identity("05-briefing-note-registration"), "fr") in [(one.release.uuid, one.language) for one in stale]
    assert "body" in stale_fields(LanguageState.objects.get(release__uuid=EXAMPLES[4], language="fr"))


def test_one_was_taken_down_and_says_why(client):
    [english] = Edition.objects.withdrawn().filter(release__uuid=identity("09-withdrawn"), language="en")
    response = client.get(english.get_absolute_url())
    assert response.status_code == 410
    assert "The timetable was for August." in response.content.decode()


def test_a_former_address_leads_to_the_present_one(client):
    response = client.get("/news/orientation-course-for-students")
    assert response.status_code == 301
    assert response.headers["Location"].endswith("/news/orientation-course-for-students-opens-in-nairobi")


def test_the_press_office_stands_in_for_a_contact_that_has_lapsed():
    edition = live("11-former-address", "en")
    assert [contact.is_current() for contact in edition.contacts.all()] == [False]
    assert [contact.name for contact in edition.contacts_for_readers()] == ["Press Office (example)"]


def test_a_contact_has_an_extension_and_a_mobile():
    numbers = MediaContact.objects.get(name="Camille Example").numbers.all()
    assert [(one.kind, one.number.as_rfc3966) for one in numbers] == [
        ("office", "tel:+33-1-99-00-12-34;ext=56"),
        ("mobile", "tel:+44-7700-900123"),
    ]


def test_a_speech_has_its_speaker_and_an_advisory_its_event_and_partner():
    assert live("04-speech-cities", "en").speaker == {"name": "Alex Example", "attribution": "check"}
    advisory = live("07-advisory-exhibition", "fr")
    assert advisory.event["place"] == "Salle Exemple, Genève"
    assert [issuer["name"] for issuer in advisory.co_issuers] == ["Fondation partenaire d’exemple"]


def test_titles_are_of_one_word_and_of_120_characters():
    lengths = {len(title) for title in Edition.objects.live().values_list("title", flat=True)}
    assert max(lengths) == 120
    assert live("06-story-harvest", "en").title == "Harvest"


def test_dates_are_spread_over_the_months_and_never_the_day_of_the_run():
    days = set(Edition.objects.live().filter(release__uuid__in=EXAMPLES).values_list("released_on", flat=True))
    assert len({(day.year, day.month) for day in days}) >= 5
    assert max(days) < timezone.localdate()


def test_french_signs_stand_off_their_word_by_a_space_that_does_not_break():
    for edition in Edition.objects.filter(language="fr", release__uuid__in=EXAMPLES):
        assert (
            re.findall(r"[^\S\u00a0\u202f][:;?!»]|«[^\S\u00a0\u202f]", edition.title + edition.summary + edition.body)
            == []
        )


# --- The organisation and the menu ----------------------------------------------------------------


def test_the_organisation_hangs_together():
    assert [unit.name_en for unit in Unit.objects.filter(parent=None)] == ["International Organization for Migration"]
    rows = [*read("headquarters")["units"], *read("offices")["units"]]
    assert Unit.objects.count() == len(rows) == len({row["key"] for row in rows})
    for model in (Unit, Post, Appointment, Figure, MediaContact, MenuSection):
        for row in model.objects.all():
            row.full_clean()


def test_posts_are_held_as_is_known():
    holders = {post.title_en: post.held_by() and post.held_by().person.name for post in Post.objects.all()}
    assert holders == {
        "Director General": "Amy Pope",
        "Deputy Director General for Management and Reform": "Sung Ah Lee",
        "Deputy Director General for Operations": "Ugochi Daniels",
        "Chief of Staff": None,
    }
    titles = [one.title("fr").text for one in Appointment.objects.filter(post__rank=1)]
    assert titles == ["Directrice générale", "Directeur général", "Directeur général"]


def test_offices_that_have_ended_say_so_and_what_came_after():
    gone = Unit.objects.exclude(dissolved_precision="")
    assert {str(unit): (unit.ended.iso, list(unit.successors.values_list("name_en", flat=True))) for unit in gone} == {
        "Regional Office in San José": ("2024", ["Regional Office in Panama"]),
        "Regional Office in Buenos Aires": ("2024", ["Regional Office in Panama"]),
        "Bureau régional en Amérique du Nord et aux Caraïbes": ("", []),
    }


def test_the_french_menu_is_the_archives_own_and_leads_to_units_and_posts():
    french = MenuSection.objects.filter(shown_in__icontains='"fr"')
    assert [section.label_fr for section in french.filter(parent=None)] == [
        "Qui sommes nous",
        "Notre travail",
        "Où travaillons-nous",
        "Agir",
        "Données et recherche",
        "2030 AGENDA",
    ]
    entries = french.filter(parent__label_fr="Structure")
    assert len(entries) == 7
    assert [section for section in entries if not (section.unit or section.post or section.view)] == []


@pytest.mark.parametrize("language", ["en", "es", "ar"])
def test_the_menu_speaks_the_other_languages_where_it_has_words(language):
    sections = MenuSection.objects.all()
    assert [one for one in sections if (language in one.shown_in) != bool(raw(one, "label", language))] == []
    top = [raw(one, "label", language) for one in sections.filter(parent=None) if one.shows_in(language)]
    assert len(top) == 8


# --- The command ----------------------------------------------------------------------------------


def test_everything_named_to_open_opens(client):
    statuses = {name: client.get(path).status_code for name, path in what_to_open()}
    assert statuses == dict.fromkeys(statuses, 200) | {
        "A release taken down (410)": 410,
        "A former address (redirects)": 301,
        "Administration": 302,
    }
    paths = dict(what_to_open())
    archived = "/fr/news/conference-sur-la-traite-dans-la-region-des-caraibes"
    assert paths["The archived page, in French"] == archived
    assert normalize("NFC", unquote(paths["A release in Arabic"])) == "/ar/stories/حصاد"


def test_the_editor_edits_and_the_publisher_publishes(loaded):
    assert set(loaded) == {EDITOR, PUBLISHER}
    for name, password in loaded.items():
        assert User.objects.get(username=name).check_password(password)
    editor, publisher = (User.objects.get(username=name) for name in (EDITOR, PUBLISHER))
    assert editor.is_staff
    assert editor.has_perms(["newsroom.change_release", "newsroom.add_mediacontact", "org.change_unit"])
    assert not editor.has_perm("newsroom.publish_release")
    assert not editor.has_perm("newsroom.change_edition")
    assert publisher.has_perm("newsroom.publish_release")


def test_the_command_shows_passwords_once(capsys):
    User.objects.filter(username=EDITOR).update(username="former")
    call_command("demo", "--no-serve")
    shown = re.search(r"^  editor +(\S+)  \(shown this once\)$", capsys.readouterr().out, flags=re.MULTILINE)
    assert User.objects.get(username=EDITOR).check_password(shown[1])
    call_command("demo", "--no-serve")
    said = capsys.readouterr().out
    assert "shown this once" not in said
    assert "manage.py changepassword editor" in said


def test_an_example_that_cannot_go_out_leaves_nothing_and_no_password_unseen():
    User.objects.filter(username=EDITOR).update(username="former")
    Release.objects.filter(uuid=identity("06-story-harvest")).update(uuid=uuid4())
    before = everything()
    with pytest.raises(CommandError, match="the address “harvest” is in use at that time"):
        call_command("demo", "--no-serve")
    assert everything() == before


def test_the_command_refuses_a_port_that_is_taken():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(CommandError, match=f"^Port {port} is taken"):
            call_command("demo", "--port", str(port))


def test_the_command_refuses_to_run_with_debug_on(settings):
    settings.DEBUG = True
    with pytest.raises(CommandError, match="unset DEBUG"):
        call_command("demo", "--no-serve")
