"""Only what the editor could have made reaches the database, whichever door it comes through (P20)."""

import pytest

from org.models import Person
from org.richtext import from_paragraphs, sanitize

pytestmark = pytest.mark.django_db

DIRTY = '<p onclick="x()">Good<script>alert(1)</script> <a href="javascript:alert(1)">link</a></p>'
CLEAN = "<p>Good <a>link</a></p>"


def stored():
    return list(Person.objects.order_by("pk").values_list("biography_en", flat=True))


@pytest.mark.parametrize(
    "door",
    [
        lambda: Person.objects.create(name="A", biography_en=DIRTY),
        lambda: Person.objects.bulk_create([Person(name="A", biography_en=DIRTY)]),
        lambda: (Person.objects.create(name="A"), Person.objects.update(biography_en=DIRTY)),
    ],
    ids=["create", "bulk_create", "update"],
)
def test_every_door_to_the_database_is_sanitised(door):
    door()
    assert stored() == [CLEAN]


def test_a_translation_does_not_leak_into_the_language_that_is_active():
    Person.objects.create(name="A", biography_fr="<p>Bonjour</p>")
    assert stored() == [None]


@pytest.mark.parametrize(
    "markup",
    [
        '<p>Text with <strong>bold</strong>, <em>italic</em> and a <a href="https://iom.int">link</a>.</p>',
        "<h2>Heading</h2><ul><li><p>Item</p></li></ul><blockquote><p>Said</p></blockquote>",
        "<table><tbody><tr><th><p>A</p></th></tr><tr><td><p>1</p></td></tr></tbody></table>",
    ],
)
def test_what_the_editor_makes_survives(markup):
    assert sanitize(markup) == markup


def test_plain_paragraphs_are_escaped():
    assert from_paragraphs(["a < b & c", "« d »"]) == "<p>a &lt; b &amp; c</p>\n<p>« d »</p>"
