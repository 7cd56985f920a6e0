"""Which units exist and are public, on which day."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from org.models import Unit
from tests.factories import make_unit

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("on", "names"),
    [
        (date(1950, 1, 1), ["Always", "Later dissolved"]),
        (date(2000, 1, 1), ["Always", "Founded 1951", "Later dissolved"]),
        (date(2025, 1, 1), ["Always", "Founded 1951"]),
    ],
)
def test_units_exist_between_their_dates(on, names):
    make_unit("Always")
    make_unit("Founded 1951", founded=date(1951, 12, 5), founded_precision="day")
    make_unit("Later dissolved", dissolved=date(2024, 1, 1), dissolved_precision="year")
    make_unit("Ended some day", dissolved_precision="unknown")

    assert sorted(Unit.objects.existing(on).values_list("name_en", flat=True)) == names


def test_a_unit_is_public_from_its_hour_on():
    now = timezone.now()
    make_unit("Open")
    make_unit("Announced later", public_from=now + timedelta(hours=1))

    assert [unit.name for unit in Unit.objects.public()] == ["Open"]
    assert Unit.objects.public(now + timedelta(hours=1)).count() == 2


def test_a_dissolved_unit_says_when_as_far_as_known():
    ended = make_unit(dissolved=date(2024, 1, 1), dissolved_precision="year")
    unknown = make_unit(dissolved_precision="unknown")

    assert (make_unit().ended, str(ended.ended), str(unknown.ended)) == (None, "2024", "Date unknown")


def test_a_date_of_dissolution_needs_its_precision():
    unit = make_unit(dissolved=date(2024, 1, 1))
    with pytest.raises(ValidationError, match="how precisely"):
        unit.full_clean()


def test_a_unit_cannot_stand_below_itself():
    parent = make_unit()
    child = make_unit(parent=parent)
    parent.parent = child
    with pytest.raises(ValidationError, match="descendant"):
        parent.full_clean()
