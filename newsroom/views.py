"""The newsroom's public pages. They read editions, never releases."""

from itertools import groupby

from django.core.paginator import EmptyPage, Paginator
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from newsroom.filters import ReleaseFilter
from newsroom.models import Edition, MediaContact
from newsroom.models.kind import Kind
from org.pages import in_every_language
from org.translated import words

PAGE_SIZE = 20
_TOLD = {Edition.Nature.UPDATE, Edition.Nature.CORRECTION}


@require_safe
def releases(request: HttpRequest) -> HttpResponse:
    """The list of releases of a language, newest first, filtered as the query says."""
    language = get_language()
    form = ReleaseFilter(request.GET, Edition.objects.live().filter(language=language), language)
    try:
        page = Paginator(form.editions().for_lists(), PAGE_SIZE).page(form.page_number)
    except EmptyPage as error:
        raise Http404 from error
    paths = in_every_language("releases")
    context = {
        "form": form,
        "page": page,
        "pages": {code: f"{path}{form.query_in(code)}" for code, path in paths.items()},
        "canonical": f"{paths[language]}{form.query_of_page(page.number)}",
    }
    return render(request, "newsroom/releases.html", context)


@require_safe
def release(request: HttpRequest, kind: Kind, slug: str) -> HttpResponse:
    """One release in one language.

    A former address, or one under another kind, redirects to the present one; a release that was taken
    down answers 410 with its reason; everything else is not found, whether it exists or not.
    """
    language = get_language()
    edition = Edition.objects.select_related("unit").answering(language, slug)
    if edition is None:
        raise Http404
    known = _public_editions(edition)
    history = [one for one in known if one.language == language]
    pages = {one.language: one.get_absolute_url() for one in known if one.live_now}
    if language not in pages:
        return _withdrawn(request, history[0], pages)
    if edition.pk != history[0].pk or edition.kind != kind:
        return HttpResponsePermanentRedirect(pages[language])
    notices = [one for one in history if one.nature in _TOLD and one.change_note]
    context = {"edition": edition, "contacts": edition.contacts_for_readers(), "notices": notices, "pages": pages}
    return render(request, "newsroom/release.html", context)


@require_safe
def media_contacts(request: HttpRequest) -> HttpResponse:
    """The press offices: those that stand for the whole organisation first, then by the name of their unit."""
    offices = MediaContact.objects.current().filter(press_office=True).for_readers()
    known = [contact for contact in offices if contact.unit is None or contact.unit.is_public()]
    by_unit = groupby(sorted(known, key=_place_of_office), key=lambda contact: contact.unit)
    context = {
        "offices": [(unit, list(contacts)) for unit, contacts in by_unit],
        "pages": in_every_language("media-contacts"),
    }
    return render(request, "newsroom/media_contacts.html", context)


def _place_of_office(contact: MediaContact) -> tuple[bool, str, int]:
    if contact.unit is None:
        return False, "", 0
    return contact.unit.parent_id is not None, words(contact.unit, "name").text, contact.unit.pk


def _public_editions(edition: Edition) -> list[Edition]:
    """What readers know or knew of the same release, all languages, newest first; `live_now` as `live()` says."""
    is_live = Exists(Edition.objects.live().filter(pk=OuterRef("pk")))
    editions = Edition.objects.was_public().filter(release=edition.release_id).annotate(live_now=is_live)
    columns = ("release", "language", "kind", "slug", "nature", "change_note", "live_from", "withdrawal")
    return list(editions.only(*columns).order_by("-live_from", "-number"))


def _withdrawn(request: HttpRequest, last: Edition, pages: dict[str, str]) -> HttpResponse:
    if last.withdrawal is None:
        raise Http404
    reason = Edition.WithdrawalReason(last.withdrawal["reason"]).label
    context = {"reason": reason, "withdrawal": last.withdrawal, "pages": pages}
    return render(request, "410.html", context, status=410)
