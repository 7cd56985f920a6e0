"""Rows for tests, deliberately boring. Each takes what the test is about and invents the rest."""

from datetime import datetime
from importlib import import_module
from itertools import count

from django.apps import apps
from django.contrib.auth.models import User

from newsroom import workflow
from newsroom.models import ContactNumber, Edition, MediaContact, Release, ReleaseContact
from org.models import Appointment, Person, Post, Unit
from org.models.unit import Classification

_numbers = count(1)


def load_countries() -> None:
    """The countries that the migration loads: a test that flushed the database took them with it."""
    import_module("org.migrations.0002_countries").load(apps, None)


def make_staff(**details) -> User:
    """A superuser: may do everything."""
    number = next(_numbers)
    details = {"username": f"staff-{number}", "is_staff": True, "is_superuser": True} | details
    return User.objects.create(**details)


def make_release(*languages: str, **details) -> Release:
    """A working copy with a title and a text in each language given (default: English)."""
    number = next(_numbers)
    release = Release()
    for language in languages or ("en",):
        setattr(release, f"title_{language}", f"Release {number} {language}")
        setattr(release, f"body_{language}", f"<p>Text of release {number} in {language}.</p>")
    for name, value in details.items():
        setattr(release, name, value)
    release.save()
    workflow.record_save(release, by=workflow.IMPORT)
    return release


def make_edition(
    *,
    language: str = "en",
    release: Release | None = None,
    at: datetime | None = None,
    now: datetime | None = None,
    by: User | None = None,
    **details,
) -> Edition:
    """A release published in one language through the workflow, at once or for `at`."""
    release = release or make_release(language, **details)
    [edition] = workflow.publish(release, [language], by=by or make_staff(), at=at, now=now)
    return edition


def make_contact(*, release: Release | None = None, phone: str = "", **details) -> MediaContact:
    """A media contact, with a public office number and as the last contact of a release if these are given."""
    number = next(_numbers)
    contact = MediaContact.objects.create(**{"name": f"Contact {number}", "email": f"c{number}@iom.int"} | details)
    if phone:
        ContactNumber.objects.create(contact=contact, number=phone)
    if release:
        place = release.release_contacts.count()
        ReleaseContact.objects.create(release=release, contact=contact, position=place)
    return contact


def make_unit(name: str = "", **details) -> Unit:
    """A unit with an English name."""
    number = next(_numbers)
    return Unit.objects.create(
        **{"name_en": name or f"Unit {number}", "classification": Classification.DEPARTMENT} | details
    )


def make_post(title: str = "", **details) -> Post:
    """A post with an English title, in a unit of its own unless one is given."""
    number = next(_numbers)
    unit = details.pop("unit", None) or make_unit()
    return Post.objects.create(**{"title_en": title or f"Post {number}", "unit": unit} | details)


def make_appointment(**details) -> Appointment:
    """A person appointed to a post (`since` is needed)."""
    number = next(_numbers)
    post = details.pop("post", None) or make_post()
    person = details.pop("person", None) or Person.objects.create(name=f"Person {number}")
    return Appointment.objects.appoint(post=post, person=person, **details)
