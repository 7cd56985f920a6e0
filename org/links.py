"""Addresses that staff type and pages link to."""

import re

_LINK = re.compile(r"(https?://|/(?![/\\]))[^\s\x00-\x1f]*")


def is_link(address: str) -> bool:
    """Whether an address is one of this site's (`/…`) or a whole one (`https://…`): never a script."""
    return bool(_LINK.fullmatch(address))
