"""What staff may make a page link to."""

import pytest

from org.links import is_link


@pytest.mark.parametrize("address", ["/", "/fr/news", "https://iom.int/a?b=c", "http://127.0.0.1:8000/"])
def test_addresses_of_this_site_and_whole_ones_are_links(address):
    assert is_link(address)


@pytest.mark.parametrize(
    "address", ["", "news", "javascript:alert(1)", " https://x.int", "//evil.int", "/\\evil.int", "/a\nb", "data:,x"]
)
def test_anything_else_is_not(address):
    assert not is_link(address)
