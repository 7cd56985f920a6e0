import textwrap
from html import escape, unescape
from html.entities import codepoint2name
from pathlib import Path

import pytest

from iomsite.archive.paragraphs import join, paragraphs, source_width

PAGE = Path(__file__).parent.parent / "data" / "archive" / "conference-caraibes.fr.txt"
PROSE = (
    "Une équipe de volontaires a distribué des couvertures dans les villages de la vallée. Elle y retournera"
    " avant l'hiver, dès que la route sera rouverte aux véhicules légers.",
    "Les écoles ont rouvert après trois semaines. Près de neuf enfants sur dix y sont déjà revenus, et les"
    " maîtres espèrent que les autres suivront bientôt.",
    "Le bureau régional remercie tous les donateurs qui ont rendu cette opération possible.",
)


def as_source(text):
    return "".join(f"&{codepoint2name[ord(char)]};" if char > "\x7f" else escape(char, quote=False) for char in text)


def wrapped(prose, width):
    """As the archive was made: wrapped on the source, the tags counted, then stripped of both."""
    for paragraph in prose:
        for line in textwrap.wrap(f"<p>{as_source(paragraph)}</p>", width, break_on_hyphens=False):
            yield unescape(line).replace("<p>", "").replace("</p>", "")


def test_the_archived_page_has_its_six_paragraphs():
    lines = PAGE.read_text(encoding="utf-8").split("\n")[30:82]
    whole = paragraphs(lines)

    assert [paragraph.split()[:3] for paragraph in whole] == [
        ["Le", "bureau", "régional"],
        ["Lors", "de", "cet"],
        ["L'évaluation", "exploratoire", "sur"],
        ["Les", "facteurs", "qui"],
        ["Depuis", "2003,", "la"],
        ["La", "Conférence", "de"],
    ]
    assert " ".join(whole) == " ".join(lines)


@pytest.mark.parametrize("width", [50, 60, 67, 72, 80, 100])
def test_the_width_is_the_pages_own(width):
    assert paragraphs(list(wrapped(PROSE, width))) == PROSE


def test_a_page_wrapped_as_plain_text_is_measured_as_plain_text():
    lines = [line for paragraph in PROSE for line in textwrap.wrap(paragraph, 60, break_on_hyphens=False)]

    assert paragraphs(lines) == PROSE


def test_a_page_of_one_line_a_paragraph_stays_so():
    lines = ["Contexte", *PROSE, "Un intertitre", PROSE[0]]

    assert paragraphs(lines) == tuple(lines)


def test_short_lines_are_no_wrapped_text():
    assert paragraphs(["Pommes", "Poires", "Cerises"]) == ("Pommes", "Poires", "Cerises")


def test_a_blank_line_always_separates():
    assert paragraphs(["", "Ceci n'est pas fini", "", "", "et ceci non plus", ""]) == (
        "Ceci n'est pas fini",
        "et ceci non plus",
    )
    assert paragraphs(["", ""]) == ()


def test_a_bullet_begins_its_own_paragraph_in_wrapped_text():
    first = "- le premier point de cette liste assez longue, qui va sur deux"
    lines = ["Cette phrase annonce une liste de points qui se suivent ici :", first, "lignes", "- le second"]

    assert paragraphs(lines) == (lines[0], f"{first} lignes", lines[3])


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["non-", "gouvernementaux"], "non-gouvernementaux"),
        (["the pre-", "and post-war years"], "the pre- and post-war years"),
        (["un tiret -", "puis la suite"], "un tiret - puis la suite"),
        (["une", "autre"], "une autre"),
    ],
)
def test_lines_join_with_a_space_but_after_a_words_own_hyphen(lines, text):
    assert join(lines) == text


def test_the_source_had_entities_where_html_has_a_name_for_the_letter():
    assert [source_width(text) for text in ("été", "L'an «", "سلام")] == [17, 12, 4]
