"""Rows of a form that have an order."""

from django import forms
from django.forms.models import BaseInlineFormSet


class OrderedFormSet(BaseInlineFormSet):
    """A row without a number follows the numbered ones; such rows keep the order that they have on the screen."""

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["position"].required = False
        if form.instance.pk is None:
            form.initial.pop("position", None)
            form.fields["position"].initial = None

    def clean(self) -> None:
        super().clean()
        given = [getattr(form, "cleaned_data", {}).get("position") for form in self.forms]
        last = max((number for number in given if number is not None), default=0)
        for form, number in zip(self.forms, given, strict=True):
            if number is None:
                last += 1
                form.instance.position = last
