"""The menu in templates."""

from django import template
from django.template import RequestContext
from django.utils.encoding import escape_uri_path

from iomsite.menus.menu import Entry, Menu, menu_of

register = template.Library()


@register.simple_tag(takes_context=True)
def menu(context: RequestContext) -> Menu:
    """The menu of the page's language."""
    return menu_of(context["request"])


@register.simple_tag(takes_context=True)
def here(context: RequestContext, entry: Entry) -> str:
    """The value of `aria-current`: "page" for the entry of this page, "true" for one above it, else ""."""
    path = escape_uri_path(context["request"].path)
    if entry.url == path:
        return "page"
    return "true" if any(here(context, child) for child in entry.children) else ""
