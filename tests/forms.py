"""Forms as a browser sends them: what stands on the page, with what the test types."""

from bs4 import BeautifulSoup, Tag
from django.http import HttpResponse
from django.test import Client

Data = dict[str, list[str]]


def parsed(response: HttpResponse) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def form_on(response: HttpResponse, form_id: str) -> Data:
    """What the form with that id would send untouched, without its buttons."""
    data: Data = {}
    for control in parsed(response).find("form", id=form_id).select("input[name], select[name], textarea[name]"):
        for value in _values(control):
            data.setdefault(control["name"], []).append(value)
    return data


def send(client: Client, url: str, form_id: str, typed: dict[str, str | list[str]]) -> HttpResponse:
    """Opens a page, types into one of its forms and sends it."""
    return client.post(url, form_on(client.get(url), form_id) | typed)


def _values(control: Tag) -> list[str]:
    if control.name == "select":
        return [option.get("value", "") for option in control.select("option[selected]")]
    if control.name == "textarea":
        return [control.get_text().removeprefix("\n").removeprefix("\r\n")]
    if control.get("type") in {"submit", "button", "file"}:
        return []
    if control.get("type") in {"checkbox", "radio"}:
        return [control.get("value", "on")] if control.has_attr("checked") else []
    return [control.get("value", "")]
