"""Slugs are ASCII in Latin script and stay Arabic in Arabic."""

import pytest

from org.slugs import MAX_LENGTH, slug_of


@pytest.mark.parametrize(
    ("text", "language", "slug"),
    [
        (
            "Conférence sur la traite dans la région des Caraïbes",
            "fr",
            "conference-sur-la-traite-dans-la-region-des-caraibes",
        ),
        ("L’été à Genève", "fr", "lete-a-geneve"),
        ("المنظمة الدولية للهجرة", "ar", "المنظمة-الدولية-للهجرة"),
        ("!!!", "en", ""),
    ],
)
def test_a_slug_is_made_of_a_title(text, language, slug):
    assert slug_of(text, language) == slug


def test_a_long_title_is_cut_at_a_word():
    slug = slug_of("migration " * 40, "en")
    assert len(slug) <= MAX_LENGTH
    assert set(slug.split("-")) == {"migration"}
