"""A tree as an indented list in its own order, whose rows move up and down among their siblings.

Not the admin of django-tree-queries: it indents with `style=`, which the policy forbids, and its view that moves
a node asks nobody's permission.
"""

from collections.abc import Callable

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from tree_queries.admin import TreeChangeList

from org.admin.translated import TranslatedAdmin, marked
from org.translated import words

UP, DOWN = "up", "down"
_STEPS = {UP: -1, DOWN: 1}


class TreeAdmin(TranslatedAdmin):
    """The admin of an ordered tree; `named_by` is the translated field that names a node."""

    named_by: str
    sortable_by = ()
    list_per_page = 500

    class Media:
        css = {"all": ["admin/iomsite/tree.css"]}

    def get_changelist(self, request: HttpRequest, **kwargs) -> type[TreeChangeList]:
        return TreeChangeList

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).with_tree_fields()

    def get_list_display(self, request: HttpRequest) -> list[str | Callable]:
        moves = [self.moves] if self.has_change_permission(request) else []
        return [self.indented, *moves, *super().get_list_display(request)]

    def get_list_display_links(self, request: HttpRequest, list_display: list) -> list:
        return list_display[:1]

    @admin.display(description=_("name"))
    def indented(self, node: models.Model) -> str:
        return format_html(
            '<span class="tree-node" id="node-{}" data-depth="{}">{}</span>',
            node.pk,
            node.tree_depth,
            marked(words(node, self.named_by)),
        )

    @admin.display(description=_("order"))
    def moves(self, node: models.Model) -> str:
        name = words(node, self.named_by).text
        return format_html(
            '<span class="tree-moves">{}{}</span>',
            self._button(node, UP, "↑", _("Move “%s” up") % name),
            self._button(node, DOWN, "↓", _("Move “%s” down") % name),
        )

    def _button(self, node: models.Model, way: str, arrow: str, label: str) -> str:
        """It sends the form that stands around every list of the admin, and with it the token."""
        return format_html(
            '<button type="submit" formaction="{}" aria-label="{}" title="{}">{}</button>',
            reverse(f"admin:{self._url_name}", args=[node.pk, way]),
            label,
            label,
            arrow,
        )

    @property
    def _url_name(self) -> str:
        return f"{self.opts.app_label}_{self.opts.model_name}_move"

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(require_POST(self.move_view))
        return [path("<int:pk>/move/<str:way>/", view, name=self._url_name), *super().get_urls()]

    @transaction.atomic
    def move_view(self, request: HttpRequest, pk: int, way: str) -> HttpResponse:
        """Moves a node one place up or down among its siblings; at the end of the row it stays."""
        node = self.get_object(request, str(pk))
        if node is None or way not in _STEPS:
            raise Http404
        if not self.has_change_permission(request, node):
            raise PermissionDenied
        siblings = list(self.model._default_manager.filter(parent=node.parent_id).order_by("position", "pk"))
        place = siblings.index(node)
        siblings.insert(max(0, place + _STEPS[way]), siblings.pop(place))
        for position, sibling in enumerate(siblings, start=1):
            self.model._base_manager.filter(pk=sibling.pk).update(position=10 * position)
        self.log_change(request, node, [{"changed": {"fields": [str(self.opts.get_field("position").verbose_name)]}}])
        changelist = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist")
        return redirect(f"{changelist}#node-{node.pk}")
