"""Pages as a reader's browser gets them."""

from bs4 import BeautifulSoup, Tag
from django.test import Client


def page_at(client: Client, address: str, status: int = 200) -> BeautifulSoup:
    """The page at an address, which must answer with that status."""
    response = client.get(address)
    assert response.status_code == status
    return BeautifulSoup(response.content, "html.parser")


def text_of(tag: Tag) -> str:
    """The words of a part of a page, white space folded."""
    return " ".join(tag.get_text().split())
