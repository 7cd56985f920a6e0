"""The whole demonstration site into the database. Running it again adds what is missing and keeps the rest."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from django.contrib.auth.models import User
from django.db import transaction
from django.urls import reverse
from django.utils.translation import override

from iomsite.archive.importing import Choices, import_pages
from iomsite.demo.menu import load_menu_words
from iomsite.demo.organisation import load_contacts, load_organisation
from iomsite.demo.releases import identity, load_releases
from iomsite.demo.staff import EDITOR, PUBLISHER, ensure_staff
from newsroom.models import Edition

ARCHIVED_PAGE = Path(__file__).resolve().parent / "conference-caraibes.fr.txt"


class Incomplete(Exception):  # noqa: N818  it is raised with a sentence for whoever runs the demo
    """The archived page could not be imported; says why."""


@transaction.atomic
def load_demo() -> dict[str, str]:
    """Adds what is missing, all or nothing; gives the passwords of the accounts made now, by user name.

    The organisation comes before the archived page, whose menu leads to its units and posts. Raises `Incomplete`,
    and `newsroom.refusal.Refusal` where an example release cannot go out.
    """
    units = load_organisation()
    contacts = load_contacts(units)
    if refusals := import_pages([ARCHIVED_PAGE], Choices(publish=True)).refusals:
        raise Incomplete(" ".join(refusals))
    load_menu_words()
    passwords = ensure_staff()
    staff = {user.username: user for user in User.objects.filter(username__in=(EDITOR, PUBLISHER))}
    load_releases(units, contacts, author=staff[EDITOR], publisher=staff[PUBLISHER])
    return passwords


def what_to_open() -> Iterator[tuple[str, str]]:
    """What to look at first, each with its path."""
    yield "Home", reverse("home")
    fingerprint = sha256(ARCHIVED_PAGE.read_bytes()).hexdigest()
    yield from _first("The archived page, in French", "fr", release__archived_pages__fingerprint=fingerprint)
    yield from _first("A release in Arabic", "ar", release__uuid=identity("06-story-harvest"))
    yield from _first("A correction", "en", release__uuid=identity("03-statement-recruitment"))
    yield from _first("A release taken down (410)", "en", release__uuid=identity("09-withdrawn"))
    yield from _first("A former address (redirects)", "en", release__uuid=identity("11-former-address"))
    with override("es"):
        yield "Structure, in Spanish", reverse("structure")
    yield "Where we work", reverse("offices")
    yield "Media contacts", reverse("media-contacts")
    yield "Administration", reverse("admin:index")


def _first(name: str, language: str, **which: object) -> Iterator[tuple[str, str]]:
    """The address that a release first went out under, if it has gone out."""
    if edition := Edition.objects.was_public().filter(language=language, **which).order_by("number").first():
        yield name, edition.get_absolute_url()
