"""How the slug of an address is read: Unicode in its one form (NFC)."""

import re
import unicodedata

from django.urls import register_converter


class UnicodeSlugConverter:
    """A slug in any script. An address that no slug could have is no match, so the page is not found."""

    regex = "[^/]+"

    def to_python(self, value: str) -> str:
        slug = unicodedata.normalize("NFC", value)
        if not re.fullmatch(r"[-\w]+", slug):
            raise ValueError(value)
        return slug

    def to_url(self, value: str) -> str:
        return value


register_converter(UnicodeSlugConverter, "unicode_slug")
