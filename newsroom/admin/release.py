from django.contrib import admin, messages
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from newsroom import workflow
from newsroom.admin import publication
from newsroom.admin.order import OrderedFormSet
from newsroom.admin.standing import PublicFilter, standings, with_standing
from newsroom.models import CoIssuer, Release, ReleaseContact
from org.admin.languages import LanguageLists
from org.admin.translated import TranslatedAdmin, TranslatedInline, columns, marked
from org.dates import PartialDate
from org.translated import words


class ContactRows(LanguageLists, admin.TabularInline):
    model = ReleaseContact
    formset = OrderedFormSet
    fields = ("position", "contact", "languages")
    autocomplete_fields = ("contact",)
    language_lists = ("languages",)
    extra = 1


class CoIssuerRows(TranslatedInline):
    model = CoIssuer
    formset = OrderedFormSet
    fields = ("position", "unit", "name", "website")
    autocomplete_fields = ("unit",)
    extra = 0


_UNITS = ("unit", admin.RelatedOnlyFieldListFilter)


@admin.register(Release)
class ReleaseAdmin(TranslatedAdmin):
    """The working copy. Nothing here is public before somebody publishes it (`newsroom.admin.publication`)."""

    change_form_template = "admin/newsroom/release/change_form.html"
    list_display = ("headline", "public_now", "languages", "kind", "unit", "released")
    list_select_related = ("unit",)
    list_filter = (PublicFilter, "kind", "states__status", "source_language", "imported", _UNITS)
    search_fields = (*columns("title", "slug", "dateline"), "legacy_url")
    date_hierarchy = "released_on"
    autocomplete_fields = ("unit", "speaker", "countries")
    readonly_fields = ("imported", "legacy_url")
    inlines = (ContactRows, CoIssuerRows)
    fieldsets = (
        (None, {"fields": ("title", "slug", "dateline", "summary", "body", "notes_to_editors")}),
        (
            _("All languages"),
            {"fields": ("kind", "unit", ("released_on", "released_on_precision"), "source_language", "countries")},
        ),
        (_("Speaker"), {"fields": ("speaker", "speaker_name", "attribution"), "classes": ("collapse",)}),
        (_("Event"), {"fields": ("starts_at", "place", "webcast", "interpretation"), "classes": ("collapse",)}),
        (_("Archive"), {"fields": ("imported", "legacy_url"), "classes": ("collapse",)}),
    )

    class Media:
        css = {"all": ["admin/iomsite/publication.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Release]:
        return with_standing(super().get_queryset(request))

    # --- The list ---------------------------------------------------------------------------------

    @admin.display(description=_("title"), ordering="title")
    def headline(self, release: Release) -> str:
        title = words(release, "title")
        return marked(title) if title.text else _("without title")

    @admin.display(description=_("date"), ordering="released_on", empty_value="")
    def released(self, release: Release) -> str | None:
        date = PartialDate(release.released_on, release.released_on_precision)
        return str(date) if date.known else None

    @admin.display(description=_("languages"))
    def languages(self, release: Release) -> str:
        rows = (
            (standing.name, ", ".join(word for word, _edition in standing.public), standing.copy)
            for standing in standings(release)
            if not standing.empty
        )
        return format_html(
            '<ul class="standings">{}<li><a href="{}">{}</a></li></ul>',
            format_html_join("", "<li><b>{}</b> <span>{}</span> <span>{}</span></li>", rows),
            self._publication_url(release),
            _("Publication"),
        )

    @admin.display(description=_("public now?"), boolean=True)
    def public_now(self, release: Release) -> bool:
        return bool(release.live_editions)

    # --- The form ---------------------------------------------------------------------------------

    def save_related(self, request: HttpRequest, form: ModelForm, formsets: list, change: bool) -> None:  # noqa: FBT001
        """The last thing saved: only now does the workflow see what the person sees."""
        super().save_related(request, form, formsets, change)
        workflow.record_save(form.instance, by=request.user)

    def render_change_form(
        self, request: HttpRequest, context: dict, *args, obj: Release | None = None, **kwargs
    ) -> HttpResponse:
        if obj:
            context |= {"standings": standings(obj), "publication_url": self._publication_url(obj)}
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def response_post_save_add(self, request: HttpRequest, obj: Release) -> HttpResponse:
        return self._onward(request, obj) or super().response_post_save_add(request, obj)

    def response_post_save_change(self, request: HttpRequest, obj: Release) -> HttpResponse:
        return self._onward(request, obj) or super().response_post_save_change(request, obj)

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: dict | None = None) -> HttpResponse:
        release = self.get_object(request, object_id)
        if release and release.editions.exists():
            message = _("This release has versions, and these stay on record. Take it down instead of deleting it.")
            messages.error(request, message)
            return redirect(self._publication_url(release))
        return super().delete_view(request, object_id, extra_context)

    # --- Publication ------------------------------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.publication_view)
        return [path("<int:pk>/publication/", view, name="newsroom_release_publication"), *super().get_urls()]

    def publication_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        return publication.screen(self, request, pk)

    def _publication_url(self, release: Release) -> str:
        return reverse("admin:newsroom_release_publication", args=[release.pk])

    def _onward(self, request: HttpRequest, release: Release) -> HttpResponse | None:
        return redirect(self._publication_url(release)) if "_publication" in request.POST else None
