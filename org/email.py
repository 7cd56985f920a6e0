"""E-mail addresses as the organisation really has them: `npiñeiro@iom.int` is one (RFC 6531)."""

from urllib.parse import quote

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from email_validator import EmailNotValidError, validate_email


def normalize(address: str) -> str:
    """The address in its one form: NFC, lower-case domain.

    Raises ValidationError with a sentence for staff where it is not an address.
    """
    try:
        return validate_email(address.strip(), check_deliverability=False).normalized
    except EmailNotValidError as error:
        message = _("“%(address)s” is not an e-mail address: %(reason)s") % {"address": address, "reason": error}
        raise ValidationError(message, code="invalid") from error


def mailto(address: str) -> str:
    """The `mailto:` link of an address, percent-encoded in UTF-8 as RFC 6068 has it."""
    local, _at, domain = address.rpartition("@")
    return f"mailto:{quote(local, safe='!$*+-.^_~')}@{domain}" if local else ""


class EmailWidget(forms.TextInput):
    """`type=text`: the browsers' `type=email` refuses a non-ASCII local part."""

    def __init__(self, attrs: dict[str, str] | None = None) -> None:
        super().__init__({"inputmode": "email", "autocomplete": "off", "dir": "ltr"} | (attrs or {}))


class InternationalEmailField(models.CharField):
    """An e-mail address that may have a non-ASCII local part."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 254)
        super().__init__(*args, **kwargs)

    def to_python(self, value):
        value = super().to_python(value)
        return normalize(value) if value else value

    def formfield(self, **kwargs):
        return super().formfield(**(kwargs | {"widget": EmailWidget()}))
