"""Which language a request is in, and one address a page.

On public pages the language comes from the path and nothing else; the admin follows the person's own choice.
Django's LocaleMiddleware would add `Vary: Accept-Language` to pages without a prefix, and its APPEND_SLASH
does not fire on paths that a catch-all resolves.
"""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils import translation
from django.utils.http import escape_leading_slashes

ADMIN = "/admin/"
_PREFIXED = {code for code, _name in settings.LANGUAGES} - {settings.LANGUAGE_CODE}


class LanguageFromPath:
    """Activates the language of a request and redirects a slash too many, or one too few, permanently."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        path = canonical_path(request.path_info)
        if path != request.path_info and request.method in {"GET", "HEAD"}:
            query = request.META.get("QUERY_STRING", "")
            return HttpResponsePermanentRedirect(escape_leading_slashes(path) + (f"?{query}" if query else ""))
        language = language_of(request)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


def language_of(request: HttpRequest) -> str:
    """The BCP 47 code of the language that a request is answered in."""
    if request.path_info.startswith(ADMIN):
        return translation.get_language_from_request(request)
    first = request.path_info.removeprefix("/").partition("/")[0]
    return first if first in _PREFIXED else settings.LANGUAGE_CODE


def canonical_path(path: str) -> str:
    """The one address of a page: no trailing slash, but on homes and in the admin."""
    if path.startswith(ADMIN):
        return path
    bare = path.rstrip("/")
    first, _slash, rest = bare.removeprefix("/").partition("/")
    is_home = not rest and (not first or first in _PREFIXED)
    return f"{bare}/" if is_home or bare == ADMIN.rstrip("/") else bare
