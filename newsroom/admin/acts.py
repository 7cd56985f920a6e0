"""The acts of the publication screen, a form a verb: each asks the workflow and shows what it answers."""

from collections.abc import Iterable
from datetime import UTC, datetime

from django import forms
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom import workflow
from newsroom.languages import languages_of
from newsroom.models import Edition, Release
from newsroom.models.event import Verb
from newsroom.refusal import GENEVA, Refusal, geneva_hour, language_name
from org.translated import LANGUAGES

NOW, LATER = "now", "later"


def hours(moment: datetime) -> str:
    """An instant in Geneva's time, with UTC beside it."""
    return f"{geneva_hour(moment)} ({moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC)"


class GenevaHourField(forms.SplitDateTimeField):
    """A date and a 24-hour time, both Geneva's; gives an instant."""

    def __init__(self, **kwargs) -> None:
        widget = forms.SplitDateTimeWidget(
            date_format="%Y-%m-%d",
            time_format="%H:%M",
            date_attrs={"type": "date", "aria-label": gettext_lazy("Date")},
            time_attrs={"placeholder": "HH:MM", "aria-label": gettext_lazy("Time, 24 hours"), "size": 6, "dir": "ltr"},
        )
        super().__init__(
            input_date_formats=["%Y-%m-%d"], input_time_formats=["%H:%M", "%H.%M", "%Hh%M"], widget=widget, **kwargs
        )

    def compress(self, data_list: list) -> datetime | None:
        with timezone.override(GENEVA):
            return super().compress(data_list)


class LanguagesField(forms.MultipleChoiceField):
    """Some languages of a release. Any of the site's is taken: whether it can be is for the workflow to say."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs) -> None:
        super().__init__(choices=[(code, code) for code in LANGUAGES], label=gettext_lazy("Languages"), **kwargs)
        self.error_messages["required"] = gettext_lazy("Choose at least one language.")

    def offer(self, codes: Iterable[str]) -> None:
        """Shows these; a single one is chosen already."""
        offered = list(codes)
        self.widget.choices = [(code, language_name(code)) for code in offered]
        self.initial = offered if len(offered) == 1 else []


class ActForm(forms.Form):
    """One verb for one release."""

    verb: Verb

    def __init__(self, release: Release, data: dict | None = None) -> None:
        super().__init__(data, prefix=self.verb)
        self.release = release
        self.offers = ""

    def run(self, by: AbstractUser) -> str:
        """Does it and says so; "" where something must be mended first: then the form holds the sentences."""
        if not self.is_valid():
            return ""
        try:
            return self.act(by)
        except Refusal as refusal:
            self.offers = refusal.offer
            self.add_error(None, [ValidationError(reason, code="refused") for reason in refusal.reasons])
            return ""

    def act(self, by: AbstractUser) -> str:
        raise NotImplementedError


class TimedForm(ActForm):
    """An act for now or for later: each has its button, and neither does what the other says."""

    when = forms.ChoiceField(choices=[(LATER, LATER), (NOW, NOW)], required=False)
    hour = GenevaHourField(label=gettext_lazy("Date and time in Geneva"), required=False)

    def clean(self) -> dict:
        cleaned = super().clean()
        now, hour = cleaned.get("when") == NOW, cleaned.get("hour")
        if now and hour:
            self.add_error("hour", _("An hour stands here. Empty it to publish now, or press the button for later."))
        elif not now and not hour and "hour" not in self.errors:
            self.add_error("hour", _("Give the date and the time, or press the button for now."))
        return cleaned


class PublishForm(TimedForm):
    """Approves the working copy of some languages."""

    field_order = ("languages", "nature", "change_note", "hour")
    verb = Verb.PUBLISH
    languages = LanguagesField()
    nature = forms.ChoiceField(
        label=gettext_lazy("What changes for readers"),
        widget=forms.RadioSelect,
        required=False,
        choices=[
            (Edition.Nature.UPDATE, gettext_lazy("Publish update")),
            (Edition.Nature.CORRECTION, gettext_lazy("Publish correction")),
            (Edition.Nature.MINOR, gettext_lazy("Fix typo (no notice)")),
        ],
    )
    change_note = forms.CharField(
        label=gettext_lazy("Note to readers"), required=False, widget=forms.Textarea({"rows": 2, "dir": "auto"})
    )
    cancel_scheduled = forms.BooleanField(
        label=gettext_lazy("Cancel the scheduled version in the same step"), required=False
    )

    def __init__(self, release: Release, data: dict | None = None) -> None:
        super().__init__(release, data)
        self.fields["languages"].offer(languages_of(release))
        self.known = set(release.editions.was_public().values_list("language", flat=True))
        if not self.known:
            del self.fields["nature"], self.fields["change_note"]

    @property
    def may_cancel(self) -> bool:
        """Whether the workflow has offered to take the scheduled version away."""
        return self.offers == "cancel_scheduled" or bool(self["cancel_scheduled"].value())

    def clean(self) -> dict:
        cleaned = super().clean()
        if self.known & set(cleaned.get("languages", ())) and not cleaned.get("nature"):
            self.add_error("nature", _("Readers know an earlier version. Say what this one is to them."))
        return cleaned

    def act(self, by: AbstractUser) -> str:
        given = self.cleaned_data
        editions = workflow.publish(
            self.release,
            given["languages"],
            by=by,
            at=given["hour"],
            nature=given.get("nature") or Edition.Nature.UPDATE,
            change_note=given.get("change_note", ""),
            cancel_scheduled=given["cancel_scheduled"],
        )
        if given["hour"]:
            return _("Scheduled for %(hour)s: %(what)s.") % {"hour": hours(given["hour"]), "what": _named(editions)}
        return _("Published: %s.") % _named(editions)


class RescheduleForm(TimedForm):
    """Moves the hour of everything that is scheduled of a release."""

    verb = Verb.RESCHEDULE

    def act(self, by: AbstractUser) -> str:
        hour = self.cleaned_data["hour"]
        editions = workflow.reschedule(self.release, by=by, to=hour)
        if hour:
            return _("Moved to %(hour)s: %(what)s.") % {"hour": hours(hour), "what": _named(editions)}
        return _("Published: %s.") % _named(editions)


class CancelForm(ActForm):
    """Takes scheduled versions back."""

    verb = Verb.CANCEL
    languages = LanguagesField()

    def __init__(self, release: Release, data: dict | None = None) -> None:
        super().__init__(release, data)
        self.fields["languages"].offer(edition.language for edition in release.editions.scheduled())

    def act(self, by: AbstractUser) -> str:
        return _("Cancelled: %s.") % _named(workflow.cancel(self.release, self.cleaned_data["languages"], by=by))


class WithdrawForm(ActForm):
    """Takes down what readers have, and tells them why."""

    verb = Verb.WITHDRAW
    languages = LanguagesField()
    reason = forms.ChoiceField(
        label=gettext_lazy("Reason that readers are told"),
        widget=forms.RadioSelect,
        choices=Edition.WithdrawalReason.choices,
        error_messages={"required": gettext_lazy("Choose a reason that readers are told.")},
    )
    explanation = forms.CharField(
        label=gettext_lazy("Explanation to readers"), required=False, widget=forms.Textarea({"rows": 3, "dir": "auto"})
    )
    way_on = forms.CharField(
        label=gettext_lazy("Where readers find more"),
        help_text=gettext_lazy("An address that begins with https:// or /."),
        required=False,
        max_length=500,
        widget=forms.TextInput({"inputmode": "url", "dir": "ltr"}),
    )

    def __init__(self, release: Release, data: dict | None = None) -> None:
        super().__init__(release, data)
        self.fields["languages"].offer(edition.language for edition in release.editions.live())

    def act(self, by: AbstractUser) -> str:
        return _("Taken down: %s.") % _named(workflow.withdraw(self.release, by=by, **self.cleaned_data))


def _named(editions: Iterable[Edition]) -> str:
    """ "French (version 2), English (version 1)"."""
    return ", ".join(
        _("%(language)s (version %(number)s)") % {"language": language_name(edition.language), "number": edition.number}
        for edition in editions
    )
