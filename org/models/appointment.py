from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from org.dates import PartialDate, Precision, PrecisionField
from org.models.person import Person, TitleForm
from org.models.post import Post
from org.translated import Words, words


class AppointmentQuerySet(models.QuerySet):
    def public(self, at=None) -> "AppointmentQuerySet":
        """Appointments that readers may know of at an instant (default: now)."""
        return self.filter(Q(public_from__isnull=True) | Q(public_from__lte=at or timezone.now()))

    def holding(self, on: date | None = None) -> "AppointmentQuerySet":
        """Public appointments in force on a day (default: today), as readers may know them.

        A holder whose end was set by an appointment still under embargo goes on holding: the end would
        announce the successor.
        """
        on = on or timezone.localdate()
        return (
            self.public()
            .filter(since__lte=on)
            .filter(Q(until__isnull=True) | Q(until__gt=on) | self._ended_in_secret())
        )

    @staticmethod
    def _ended_in_secret() -> Exists:
        now = timezone.now()
        return Exists(Appointment.objects.filter(post=OuterRef("post"), since=OuterRef("until"), public_from__gt=now))

    def former(self, on: date | None = None) -> "AppointmentQuerySet":
        """Public appointments that have ended by a day (default: today), newest first."""
        on = on or timezone.localdate()
        return self.public().filter(until__lte=on).exclude(self._ended_in_secret()).order_by("-since")

    @transaction.atomic
    def appoint(self, post: Post, person: Person, since: date, **details) -> "Appointment":
        """A person takes a post; whoever holds it open-ended until then ends on that day."""
        appointment = Appointment(post=post, person=person, since=since, **details)
        appointment.end_predecessor()
        appointment.full_clean()
        appointment.save()
        return appointment


class Appointment(models.Model):
    """A person in a post from a day on (Popolo: Membership). One holder of a post at a time."""

    post = models.ForeignKey(Post, models.PROTECT, verbose_name=_("post"), related_name="appointments")
    person = models.ForeignKey(Person, models.PROTECT, verbose_name=_("person"), related_name="appointments")
    since = models.DateField(_("since"))
    since_precision = PrecisionField(_("precision"), default=Precision.DAY)
    until = models.DateField(
        _("until"), null=True, blank=True, help_text=_("The first day on which the post is no longer held.")
    )
    until_precision = PrecisionField(_("precision"), default=Precision.DAY)
    acting = models.BooleanField(_("acting (p.i.)"), default=False)
    public_from = models.DateTimeField(
        _("public from"), null=True, blank=True, help_text=_("Until then readers see the present holder.")
    )

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        ordering = ["post", "-since"]
        constraints = [
            models.CheckConstraint(
                name="appointment_ends_after_it_begins",
                condition=Q(until__isnull=True) | Q(until__gt=models.F("since")),
            ),
            models.UniqueConstraint(
                name="appointment_one_holder",
                fields=["post"],
                condition=Q(until__isnull=True),
                violation_error_message=_("Somebody holds this post already, without an end."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.post}"

    def clean(self) -> None:
        if not (self.post_id and self.since):
            return
        others = Appointment.objects.filter(post=self.post).exclude(pk=self.pk)
        overlapping = others.filter(Q(until__isnull=True, since__gte=self.since) | Q(until__gt=self.since))
        if self.until:
            overlapping = overlapping.filter(since__lt=self.until)
        if other := overlapping.select_related("person").first():
            message = _("%(person)s holds this post in that time. Change one of the two dates.")
            raise ValidationError(message, code="overlap", params={"person": other.person})

    def end_predecessor(self) -> None:
        """Ends, on the day this one begins, whoever holds the post without an end since before."""
        open_ended = Appointment.objects.filter(post=self.post, until__isnull=True, since__lt=self.since)
        open_ended.exclude(pk=self.pk).update(until=self.since, until_precision=self.since_precision)

    @property
    def began(self) -> PartialDate:
        return PartialDate(self.since, self.since_precision)

    @property
    def ended(self) -> PartialDate | None:
        """The last day in the post, as far as known; `until` is the day after, on which a successor begins."""
        return PartialDate(self.until - timedelta(days=1), self.until_precision) if self.until else None

    def title(self, language: str | None = None) -> Words:
        """The post's title in the form that the person bears, in a language (default: the active one).

        Neutral where that form is missing.
        """
        neutral = words(self.post, "title", language)
        if self.person.gender_of_title == TitleForm.NEUTRAL:
            return neutral
        own = words(self.post, f"title_{self.person.gender_of_title}", neutral.language)
        return own if own.language == neutral.language and own.text else neutral
