"""What a row says in a language, and which languages it has a page in."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from org.models import Unit
from org.translated import raw, words
from tests.factories import make_unit

pytestmark = pytest.mark.django_db


def test_words_say_which_language_they_are_borrowed_from():
    unit = make_unit(name_en="Protection", name_fr="")

    assert words(unit, "name", "en") == ("Protection", "en")
    assert words(unit, "name", "fr") == ("Protection", "en")
    assert raw(unit, "name", "fr") == ""


def test_a_thing_has_a_page_only_where_it_has_a_name():
    unit = make_unit(name_en="Protection", name_ar="الحماية")

    assert unit.languages == ["en", "ar"]
    with translation.override("fr"):
        assert unit.get_absolute_url() == "/structure/protection"
    with translation.override("ar"):
        assert unit.get_absolute_url() == unit.url_in("ar")


def test_a_slug_is_made_of_the_name_and_never_taken_twice():
    first, second = make_unit("Ethics"), make_unit("Ethics")

    assert [first.slug_en, second.slug_en] == ["ethics", "ethics-2"]
    assert [first.slug_fr, second.slug_fr] == [None, None]


def test_one_slug_may_serve_in_two_languages():
    make_unit("Protection", name_fr="Sécurité")
    with translation.override("fr"):
        unit = make_unit("Safety", name_fr="Protection")
        unit.full_clean()

    assert unit.slug_fr == "protection"


def test_a_slug_given_twice_in_a_language_is_refused_in_a_sentence():
    make_unit("Ethics")
    twin = Unit(name_en="Other", slug_en="ethics", classification="division", position=1)

    with pytest.raises(ValidationError, match="Change the address"):
        twin.full_clean()
