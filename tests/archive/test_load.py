"""What a parsed page becomes in the database."""

import pytest
from bs4 import BeautifulSoup

from iomsite.archive.load import Unloadable, load
from iomsite.archive.models import ArchivedPage
from iomsite.archive.parsed import Fate, ParsedContact, ParsedNumber, ParsedPage, SourceLine
from newsroom.models import ContactNumber, Edition, MediaContact, Release
from org.dates import Precision
from tests.factories import make_contact, make_release

pytestmark = pytest.mark.django_db


def page(**details):
    """A small parsed page in French."""
    parts = {
        "source": "page.fr.txt",
        "fingerprint": "0" * 64,
        "language": "fr",
        "menu": (),
        "title": "Un titre",
        "paragraphs": ("Un <b> & deux.", "Trois."),
        "contacts": (),
        "lines": (SourceLine(1, "Un titre", Fate.TITLE),),
        "remarks": (),
    }
    return ParsedPage(**parts | details)


def contact(**details):
    parts = {"name": "Ana Piñeiro", "role": "Porte-parole", "email": "ana@iom.int"}
    return ParsedContact(**parts | details)


def test_a_page_becomes_a_working_copy_with_an_unknown_date():
    release = load(page()).release
    release.refresh_from_db()

    assert (release.title_fr, release.slug_fr, release.title_en, release.source_language) == (
        "Un titre",
        "un-titre",
        None,
        "fr",
    )
    assert (release.imported, release.released_on, release.released_on_precision) == (True, None, Precision.UNKNOWN)
    assert [p.text for p in BeautifulSoup(release.body_fr, "html.parser").find_all("p")] == ["Un <b> & deux.", "Trois."]
    assert not Edition.objects.exists()


def test_with_publish_the_import_approves_it_once():
    first, second = load(page(), publish=True), load(page(), publish=True)

    edition = Edition.objects.live().get()
    assert (edition.release, edition.approved_by, edition.imported) == (first.release, None, True)
    assert (second.release, second.made) == (first.release, [])


def test_a_page_imported_before_is_published_when_asked_later():
    load(page())

    assert load(page(), publish=True).made == ["published"]
    assert Edition.objects.live().count() == 1


def test_a_page_taken_down_by_staff_is_not_published_again_by_a_second_run():
    release = load(page(), publish=True).release
    Edition.objects.update(withdrawal={"reason": "error"}, live_until=Edition.objects.get().live_from)

    load(page(), publish=True)

    assert Edition.objects.filter(release=release).count() == 1


def test_contacts_keep_their_order_numbers_and_extensions():
    contacts = (
        contact(numbers=(ParsedNumber("office", "+12028621826", "236"), ParsedNumber("mobile", "+14104874950"))),
        contact(name="Bo", email=""),
    )
    release = load(page(contacts=contacts)).release

    rows = [(row.contact.name, row.contact.email, row.contact.role_fr) for row in release.release_contacts.all()]
    assert rows == [("Ana Piñeiro", "ana@iom.int", "Porte-parole"), ("Bo", "", "Porte-parole")]
    numbers = [(number.kind, number.number.as_rfc3966) for number in ContactNumber.objects.order_by("position")]
    assert numbers == [("office", "tel:+1-202-862-1826;ext=236"), ("mobile", "tel:+1-410-487-4950")]
    assert {contact.valid_until for contact in MediaContact.objects.all()} == {None}


def test_a_contact_that_is_there_already_is_used_and_a_difference_reported():
    known = make_contact(name="Ana P.", email="Ana@iom.int", phone="+12028621826")
    loaded = load(page(contacts=(contact(numbers=(ParsedNumber("mobile", "+14104874950"),)),)))

    assert [row.contact for row in loaded.release.release_contacts.all()] == [known]
    assert loaded.remarks == [
        "Ana P. is a contact already, without the number +14104874950: add it in the admin if it is right."
    ]


def test_a_fax_number_is_left_out_and_said_so():
    loaded = load(page(contacts=(contact(numbers=(ParsedNumber("fax", "+41227179111"),)),)))

    assert (loaded.remarks, ContactNumber.objects.count()) == (
        ["The fax number +41227179111 of Ana Piñeiro was left out."],
        0,
    )


def test_contacts_without_a_name_stay_apart():
    contacts = tuple(contact(name="", email="", numbers=(ParsedNumber("office", f"+4122717911{n}"),)) for n in (1, 2))

    release = load(page(contacts=contacts)).release

    assert [row.contact.name for row in release.release_contacts.all()] == ["+41227179111", "+41227179112"]


def test_an_address_in_use_gets_a_number():
    make_release("fr", slug_fr="un-titre")
    make_release("fr", slug_fr="un-titre-2")

    assert load(page()).release.slug_fr == "un-titre-3"


def test_a_page_that_has_changed_is_left_to_staff():
    load(page())

    with pytest.raises(Unloadable, match="has changed since it was imported"):
        load(page(fingerprint="1" * 64, paragraphs=("Autre texte.",)))
    assert (Release.objects.count(), ArchivedPage.objects.count()) == (1, 1)


def test_the_account_of_its_lines_is_kept():
    load(page())
    assert ArchivedPage.objects.get().account == {"menu": 0, "title": 1, "body": 0, "contact": 0, "dropped": 0}
