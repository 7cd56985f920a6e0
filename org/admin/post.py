from urllib.parse import urlencode

from django import forms
from django.contrib import admin
from django.db import transaction
from django.db.models import Prefetch, QuerySet
from django.forms.models import construct_instance
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from org.admin.translated import TranslatedAdmin, columns, marked
from org.models import Appointment, Post
from org.translated import words


class Dates:
    """When an appointment began and ended, as far as that is known."""

    @admin.display(description=_("since"), ordering="since")
    def began(self, appointment: Appointment) -> str:
        return str(appointment.began)

    @admin.display(description=_("until"), ordering="until")
    def ended(self, appointment: Appointment) -> str:
        return str(appointment.ended or "")


class AppointmentRows(Dates, admin.TabularInline):
    """Who holds and held the post, to read; a new one is appointed on a page of its own."""

    model = Appointment
    fields = ("person", "began", "ended", "acting", "public_from")
    readonly_fields = fields
    ordering = ("-since",)
    can_delete = False
    show_change_link = True
    extra = 0

    def has_add_permission(self, request: HttpRequest, obj: Post | None = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Appointment]:
        return super().get_queryset(request).select_related("person", "post")


@admin.register(Post)
class PostAdmin(TranslatedAdmin):
    list_display = ("name", "unit", "rank", "holder")
    list_select_related = ("unit",)
    list_filter = ("unit__classification",)
    search_fields = (*columns("title", "title_feminine", "title_masculine"), *(f"unit__{c}" for c in columns("name")))
    autocomplete_fields = ("unit",)
    readonly_fields = ("appoint",)
    fieldsets = (
        (None, {"fields": ("title", "title_feminine", "title_masculine", "slug")}),
        (_("Place"), {"fields": ("unit", "rank", "appoint")}),
    )
    inlines = (AppointmentRows,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Post]:
        holding = Appointment.objects.holding().select_related("person")
        return super().get_queryset(request).prefetch_related(Prefetch("appointments", holding, to_attr="holding"))

    def view_on_site(self, post: Post) -> str | None:
        return post.get_absolute_url() or None if post.unit.is_public() else None

    @admin.display(description=_("title"), ordering="title")
    def name(self, post: Post) -> str:
        return marked(words(post, "title"))

    @admin.display(description=_("held by"), empty_value=_("vacant"))
    def holder(self, post: Post) -> str | None:
        return ", ".join(appointment.person.name for appointment in post.holding) or None

    @admin.display(description=_("new holder"))
    def appoint(self, post: Post) -> str:
        if not post.pk:
            return _("Save the post first.")
        url = f"{reverse('admin:org_appointment_add')}?{urlencode({'post': post.pk})}"
        return format_html('<a href="{}">{}</a>', url, _("Appoint somebody to this post"))


class AppointmentForm(forms.ModelForm):
    """A new appointment ends the one before, so it is judged as if that one had ended already."""

    def clean(self) -> dict:
        given = super().clean()
        if given.get("since") and given.get("until") and given["until"] <= given["since"]:
            self.add_error("until", _("An appointment ends after it begins. Choose a later day, or leave it empty."))
        return given

    def _post_clean(self) -> None:
        with transaction.atomic():
            if self.instance._state.adding and not {"post", "since"} - set(self.cleaned_data):
                construct_instance(self, self.instance, ["post", "since", "since_precision"]).end_predecessor()
            super()._post_clean()
            transaction.set_rollback(True)


@admin.register(Appointment)
class AppointmentAdmin(Dates, admin.ModelAdmin):
    form = AppointmentForm
    list_display = ("person", "post_title", "began", "ended", "acting", "public_from")
    list_display_links = ("person", "post_title")
    list_select_related = ("person", "post")
    list_filter = ("acting", ("until", admin.EmptyFieldListFilter), "post__unit__classification")
    search_fields = ("person__name", *(f"post__{c}" for c in columns("title")))
    date_hierarchy = "since"
    autocomplete_fields = ("post", "person")
    fields = ("post", "person", ("since", "since_precision"), ("until", "until_precision"), "acting", "public_from")

    def save_model(self, request: HttpRequest, obj: Appointment, form: forms.ModelForm, change: bool) -> None:  # noqa: FBT001
        if not change:
            obj.end_predecessor()
        super().save_model(request, obj, form, change)

    @admin.display(description=_("post"), ordering="post")
    def post_title(self, appointment: Appointment) -> str:
        return marked(appointment.title())
