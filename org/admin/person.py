from django.contrib import admin
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from org.admin.translated import TranslatedAdmin, columns, marked
from org.models import Appointment, Person


@admin.register(Person)
class PersonAdmin(TranslatedAdmin):
    list_display = ("name", "gender_of_title", "posts")
    list_filter = ("gender_of_title",)
    search_fields = ("name", *columns("honorific"))
    fields = ("name", "gender_of_title", "honorific", "biography")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Person]:
        holding = Appointment.objects.holding().select_related("post", "person")
        return super().get_queryset(request).prefetch_related(Prefetch("appointments", holding, to_attr="holding"))

    @admin.display(description=_("holds now"), empty_value="")
    def posts(self, person: Person) -> str | None:
        return format_html_join(", ", "{}", ([marked(appointment.title())] for appointment in person.holding)) or None
