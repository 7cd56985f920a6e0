"""First segments that a menu section may not take: what the site itself answers at (DESIGN: addresses)."""

from collections.abc import Iterator
from functools import cache

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern, RoutePattern


@cache
def reserved_segments() -> frozenset[str]:
    """The segments, read from the site's own addresses, with the language codes and the folders of files."""
    folders = {settings.STATIC_URL.strip("/"), "media"}
    return frozenset(_first_segments(get_resolver())) | {code for code, _name in settings.LANGUAGES} | folders


def _first_segments(resolver: URLResolver) -> Iterator[str]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver) and (isinstance(entry.pattern, LocalePrefixPattern) or not _route(entry)):
            yield from _first_segments(entry)
        elif (segment := _route(entry).partition("/")[0]) and "<" not in segment:
            yield segment


def _route(entry: URLPattern | URLResolver) -> str:
    return str(entry.pattern) if isinstance(entry.pattern, RoutePattern) else ""
