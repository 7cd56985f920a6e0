"""Addresses with a non-ASCII local part are addresses."""

import pytest
from django.core.exceptions import ValidationError

from org.email import mailto, normalize


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("npiñeiro@iom.int", "npiñeiro@iom.int"),
        ("npin\u0303eiro@IOM.int ", "npiñeiro@iom.int"),
        ("cmueller@iom.int", "cmueller@iom.int"),
    ],
)
def test_an_address_has_one_form(given, kept):
    assert normalize(given) == kept


@pytest.mark.parametrize("given", ["npiñeiro", "a@b@c.int", "a b@iom.int", "x@iom.int\nBcc: y@iom.int"])
def test_what_is_no_address_is_refused_in_a_sentence(given):
    with pytest.raises(ValidationError, match="is not an e-mail address"):
        normalize(given)


def test_the_link_is_percent_encoded_in_utf8():
    assert mailto("npiñeiro@iom.int") == "mailto:npi%C3%B1eiro@iom.int"
    assert mailto("press+fr@iom.int") == "mailto:press+fr@iom.int"
    assert mailto("") == ""
