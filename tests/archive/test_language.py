from pathlib import Path

import pytest

from iomsite.archive.language import detected, language_of, named
from iomsite.archive.source import Source, Unreadable

SPANISH = ("La organización informa que los talleres empiezan en el mes de mayo",)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The office has opened a centre for the people of the coast.", "en"),
        ("Le bureau a ouvert un centre pour les habitants de la côte.", "fr"),
        (SPANISH[0], "es"),
        ("افتتح المكتب مركزا لسكان الساحل مع IOM", "ar"),
        ("Genève 2003", ""),
        ("", ""),
    ],
)
def test_words_tell_the_language_or_nothing_does(text, language):
    assert detected(text) == language


@pytest.mark.parametrize(
    ("name", "language"),
    [("page.fr.txt", "fr"), ("page.AR.txt", "ar"), ("page.de.txt", ""), ("fr.txt", ""), ("page.txt", "")],
)
def test_a_name_tells_the_language_by_its_middle_part(name, language):
    assert named(Path(name)) == language


def test_what_is_given_beats_the_name_and_the_name_beats_the_words():
    source = Source(Path("page.fr.txt"), "", SPANISH)
    nameless = Source(Path("page.txt"), "", SPANISH)

    assert [language_of(source, "en"), language_of(source), language_of(nameless)] == ["en", "fr", "es"]


@pytest.mark.parametrize("given", ["", "de"])
def test_a_language_that_cannot_be_told_is_asked_for(given):
    with pytest.raises(Unreadable, match=r"^page\.txt does not tell its language: .*--language"):
        language_of(Source(Path("page.txt"), "", ("1 2 3",)), given)
