"""What blocks publication, in sentences."""

import pytest

from newsroom.gate import faults
from tests.factories import make_release

pytestmark = pytest.mark.django_db


def test_a_written_language_has_no_faults():
    assert faults(make_release("fr"), "fr") == []


@pytest.mark.parametrize(
    ("details", "sentences"),
    [
        ({"title_fr": " "}, ["French: write a title."]),
        ({"body_fr": ""}, ["French: write a text."]),
        ({"title_fr": "", "body_fr": ""}, ["French: write a title.", "French: write a text."]),
    ],
)
def test_what_is_missing_is_named_with_its_language(details, sentences):
    assert faults(make_release("fr", **details), "fr") == sentences


def test_a_fallback_is_not_taken_for_the_language():
    assert faults(make_release("en"), "fr") == ["French: write a title.", "French: write a text."]
