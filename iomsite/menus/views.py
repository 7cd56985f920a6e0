"""The pages of menu sections: whatever address nothing else owns."""

import unicodedata

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from iomsite.menus.menu import Menu, all_sections
from org.translated import LANGUAGES


@require_safe
def section(request: HttpRequest, path: str) -> HttpResponse:
    """A section's landing page; a section that leads elsewhere redirects there."""
    sections = all_sections()
    request.menu = Menu(sections, get_language())
    entry = request.menu.at(unicodedata.normalize("NFC", path))
    if entry is None:
        raise Http404
    if entry.leads_to not in {"", entry.own_url}:
        return HttpResponseRedirect(entry.leads_to)
    elsewhere = [Menu(sections, code).entry(entry.section) for code in LANGUAGES]
    pages = {other.language: other.own_url for other in elsewhere if other}
    return render(request, "menus/section.html", {"entry": entry, "pages": pages})
