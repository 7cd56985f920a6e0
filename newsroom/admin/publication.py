"""The publication screen of a release: how each language stands, and what a publisher may do about it."""

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from newsroom import gate, permissions
from newsroom.admin.acts import ActForm, CancelForm, PublishForm, RescheduleForm, WithdrawForm, hours
from newsroom.admin.standing import Standing, standings, with_standing
from newsroom.models import Release
from newsroom.models.event import Verb
from org.translated import words

_ACTS: dict[str, type[ActForm]] = {form.verb: form for form in (PublishForm, RescheduleForm, CancelForm, WithdrawForm)}
_RECENT = 20


def screen(model_admin: ModelAdmin, request: HttpRequest, pk: int) -> HttpResponse:
    """GET shows it; POST does the one act that `verb` names, for people who may publish the release."""
    release = get_object_or_404(with_standing(Release.objects.all()), pk=pk)
    if not model_admin.has_view_permission(request, release):
        raise PermissionDenied
    publisher = permissions.may(request.user, permissions.PUBLISH, release)
    sent = None
    if request.method == "POST":
        if not publisher:
            raise PermissionDenied
        if request.POST.get("verb") not in _ACTS:
            return HttpResponseBadRequest()
        sent = _ACTS[request.POST["verb"]](release, request.POST)
        if done := sent.run(request.user):
            messages.success(request, done)
            return redirect(request.path)
    context = _context(model_admin, request, release) | {"forms": _forms(release, sent) if publisher else {}}
    return TemplateResponse(request, "admin/newsroom/release/publication.html", context)


def _context(model_admin: ModelAdmin, request: HttpRequest, release: Release) -> dict:
    return model_admin.admin_site.each_context(request) | {
        "title": _("Publication"),
        "opts": model_admin.opts,
        "media": model_admin.media,
        "release": release,
        "headline": words(release, "title"),
        "rows": [_row(release, standing) for standing in standings(release)],
        "events": release.events.select_related("edition")[:_RECENT],
    }


def _row(release: Release, standing: Standing) -> dict:
    return {
        "standing": standing,
        "hour": hours(standing.scheduled.live_from) if standing.scheduled else "",
        "faults": [] if standing.empty else gate.faults(release, standing.language),
    }


def _forms(release: Release, sent: ActForm | None) -> dict[str, ActForm]:
    """The forms that have something to act on, and the one that was just sent, as it was sent."""
    found = standings(release)
    wanted = {
        Verb.PUBLISH: True,
        Verb.RESCHEDULE: any(standing.scheduled for standing in found),
        Verb.CANCEL: any(standing.scheduled for standing in found),
        Verb.WITHDRAW: any(standing.live for standing in found),
    }
    forms = {verb: _ACTS[verb](release) for verb, wants in wanted.items() if wants}
    return forms | ({sent.verb: sent} if sent else {})
