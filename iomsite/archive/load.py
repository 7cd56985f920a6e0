"""A parsed page into the database: its menu, its release, its media contacts.

Compute what is wanted, look what is there, make the difference: a second run makes nothing.
"""

from dataclasses import dataclass, field

from django.db import connection
from django.db.models import Q
from modeltranslation.utils import build_localized_fieldname

from iomsite.archive.load_menu import load_menu
from iomsite.archive.models import ArchivedPage
from iomsite.archive.parsed import ParsedContact, ParsedNumber, ParsedPage, account
from newsroom import workflow
from newsroom.models import ContactNumber, Edition, MediaContact, Release, ReleaseContact
from org.dates import Precision
from org.richtext import from_paragraphs
from org.slugs import first_free, slug_of
from org.translated import raw


class Unloadable(ValueError):  # noqa: N818  it is raised with a sentence, and reads as one
    """A page that was read but cannot go in: one sentence that says why and what to do."""


@dataclass
class Loaded:
    """What one page became. `made` is in words, one a kind of thing; empty where all was there already."""

    release: Release
    made: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    published: bool = False


def load(page: ParsedPage, *, publish: bool = False) -> Loaded:
    """Puts a page in; with `publish`, the import approves its release if that language never went out.

    Call it inside a transaction: imports that run side by side wait for each other until its end, so that none
    makes what another is making. Raises `Unloadable`, and `newsroom.refusal.Refusal` from publication.
    """
    _one_at_a_time()
    known = ArchivedPage.objects.filter(fingerprint=page.fingerprint).select_related("release").first()
    loaded = Loaded(known.release) if known else _load_new(page)
    if publish and not Edition.objects.filter(release=loaded.release, language=page.language).exists():
        workflow.approve_import(loaded.release, page.language)
        loaded.made.append("published")
        loaded.published = True
    return loaded


def _one_at_a_time() -> None:
    """On SQLite the transaction holds the writer lock anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {ArchivedPage._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")


def _load_new(page: ParsedPage) -> Loaded:
    _refuse_changed(page)
    loaded = Loaded(_make_release(page))
    sections = load_menu(page.menu, page.language)
    contacts = [_contact(contact, loaded, page.language) for contact in page.contacts]
    for place, contact in enumerate(dict.fromkeys(contacts)):
        ReleaseContact.objects.create(release=loaded.release, contact=contact, position=place)
    workflow.record_save(loaded.release, by=workflow.IMPORT)
    ArchivedPage.objects.create(
        source=page.source,
        fingerprint=page.fingerprint,
        language=page.language,
        release=loaded.release,
        account=account(page.lines),
    )
    loaded.made[:0] = [f"1 release with {len(page.paragraphs)} paragraphs", f"{sections} menu sections"]
    return loaded


def _refuse_changed(page: ParsedPage) -> None:
    earlier = ArchivedPage.objects.filter(source=page.source, language=page.language).select_related("release")
    slug = slug_of(page.title, page.language)
    if any(raw(one.release, "slug", page.language) == slug for one in earlier):
        raise Unloadable("has changed since it was imported; its release was left as it is: edit it in the admin.")


def _make_release(page: ParsedPage) -> Release:
    release = Release(
        source_language=page.language, imported=True, released_on=None, released_on_precision=Precision.UNKNOWN
    )
    text = {
        "title": page.title,
        "slug": _free_slug(page.title, page.language),
        "body": from_paragraphs(page.paragraphs),
    }
    for name, value in text.items():
        setattr(release, build_localized_fieldname(name, page.language), value)
    release.save()
    return release


def _free_slug(title: str, language: str) -> str:
    slug = slug_of(title, language)
    column = build_localized_fieldname("slug", language)
    taken = set(Release.objects.filter(**{f"{column}__startswith": slug}).values_list(column, flat=True))
    taken |= set(Edition.objects.filter(language=language, slug__startswith=slug).values_list("slug", flat=True))
    return first_free(slug, taken)


def _contact(parsed: ParsedContact, loaded: Loaded, language: str) -> MediaContact:
    """The contact of that address, or of that name where there is no address; else a new one, undated."""
    name = parsed.name or parsed.email or parsed.numbers[0].number
    same = Q(email__iexact=parsed.email) if parsed.email else Q(name__iexact=name, email="")
    if known := MediaContact.objects.filter(same).first():
        loaded.remarks += _differences(known, parsed)
        return known
    contact = MediaContact(name=name, email=parsed.email)
    setattr(contact, build_localized_fieldname("role", language), parsed.role)
    contact.save()
    for place, number in enumerate(parsed.numbers):
        if number.kind in ContactNumber.Kind:
            ContactNumber.objects.create(contact=contact, kind=number.kind, number=_rfc3966(number), position=place)
        else:
            loaded.remarks.append(f"The {number.kind} number {number.number} of {name} was left out.")
    loaded.made.append(f"media contact {name}")
    return contact


def _differences(known: MediaContact, parsed: ParsedContact) -> list[str]:
    there = {number.number.as_e164 for number in known.numbers.all()}
    return [
        f"{known.name} is a contact already, without the number {number.number}: add it in the admin if it is right."
        for number in parsed.numbers
        if number.number not in there
    ]


def _rfc3966(number: ParsedNumber) -> str:
    return f"tel:{number.number};ext={number.extension}" if number.extension else number.number
