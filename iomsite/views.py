"""Home, and what machines ask about the site's health."""

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from newsroom.models import Edition
from org.models import Figure, Unit
from org.pages import in_every_language

FEATURES = 3
LATEST = 8


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The front page: the newest release leads, three more follow, then the latest rows and the organisation."""
    live = Edition.objects.live().filter(language=get_language())
    newest = list(live.for_lists()[: 1 + FEATURES + LATEST])
    context = {
        "lead": newest[0] if newest else None,
        "features": newest[1 : 1 + FEATURES],
        "latest": newest[1 + FEATURES :],
        "organisation": Unit.objects.existing().public().filter(parent=None).first(),
        "figures": Figure.objects.all()[:3],
        "pages": in_every_language("home"),
    }
    return render(request, "iomsite/home.html", context)


@never_cache
@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return JsonResponse({"status": "ok"})


@never_cache
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """The process can serve pages: the database answers."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"status": "the database does not answer"}, status=503)
    return JsonResponse({"status": "ok"})
