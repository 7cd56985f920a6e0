"""Partial dates in words, in four languages."""

from datetime import date

import pytest
from django.utils import translation

from org.dates import PartialDate, Precision, spell

DAY = date(2018, 7, 1)


@pytest.mark.parametrize(
    ("language", "day", "month", "year"),
    [
        ("en", "1 July 2018", "July 2018", "2018"),
        ("fr", "1er juillet 2018", "juillet 2018", "2018"),
        ("es", "1 de julio de 2018", "julio de 2018", "2018"),
        ("ar", "1 تموز/يوليه 2018", "تموز/يوليه 2018", "2018"),
    ],
)
def test_a_date_is_spelled_as_far_as_it_is_known(language, day, month, year):
    spelled = [spell(DAY, precision, language) for precision in (Precision.DAY, Precision.MONTH, Precision.YEAR)]
    assert spelled == [day, month, year]


def test_iso_says_no_more_than_is_known():
    assert [PartialDate(DAY, precision).iso for precision in Precision] == ["2018-07-01", "2018-07", "2018", ""]


def test_an_unknown_date_says_so_in_the_readers_language():
    unknown = PartialDate(None, Precision.UNKNOWN)
    with translation.override("en"):
        assert (str(unknown), unknown.known) == ("Date unknown", False)
    with translation.override("fr"):
        assert str(PartialDate(DAY, Precision.MONTH)) == "juillet 2018"
