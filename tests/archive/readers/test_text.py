from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iomsite.archive.parsed import Fate, ParsedContact, ParsedNumber, ParsedSection, SourceLine, account
from iomsite.archive.profile import BUILT_IN, load_profile
from iomsite.archive.readers.text import TextReader, parse
from iomsite.archive.source import Source, Unreadable, split
from iomsite.archive.typography import repaired

DATA = Path(__file__).parent.parent.parent / "data" / "archive"
PROFILE = load_profile(BUILT_IN)
# The first and last line of each paragraph of the archived page.
PARAGRAPHS = [(31, 37), (38, 44), (45, 50), (51, 59), (60, 70), (71, 82)]


def parsed(text, language="fr"):
    return parse(Source(Path("page.txt"), "f" * 64, tuple(split(text))), language, PROFILE)


def leaves(*labels):
    return tuple(ParsedSection(label) for label in labels)


@pytest.fixture(scope="module")
def page():
    return TextReader().read(DATA / "conference-caraibes.fr.txt")


def test_the_menu_of_the_archived_page(page):
    blurbs = [section.blurb for section in page.menu]
    bare = tuple(replace(section, blurb="") for section in page.menu)

    assert bare == (
        ParsedSection(
            "Qui sommes nous",
            "",
            (
                ParsedSection(
                    "Structure",
                    "",
                    (
                        ParsedSection("Structure organisationnelle", view="structure"),
                        *leaves(
                            "Directrice générale",
                            "Directrice générale adjointe chargée de la gestion et des réformes",
                            "Directrice générale adjointe chargée des opérations",
                            "Bureau du Chef de Cabinet",
                            "Bureau des partenariats, de la sensibilisation et de la communication",
                            "Bureau de la stratégie et de la performance institutionnelle",
                        ),
                    ),
                ),
            ),
        ),
        ParsedSection("Notre travail", "", leaves("Ce que nous faisons", "Partenariats")),
        ParsedSection("Où travaillons-nous", view="offices"),
        ParsedSection("Agir", "", leaves("Travailler avec nous", "Engagez-vous")),
        ParsedSection("Données et recherche"),
        ParsedSection("2030 AGENDA"),
    )
    assert [bool(blurb) for blurb in blurbs] == [True, True, False, False, False, False]
    assert blurbs[0].startswith("L’Organisation internationale pour les migrations (OIM) fait partie")
    assert blurbs[0].endswith("présente dans 171 pays.")
    assert blurbs[1].startswith("En tant que principale organisation intergouvernementale")


def test_the_release_of_the_archived_page(page):
    assert (page.source, page.language, page.title) == (
        "conference-caraibes.fr.txt",
        "fr",
        "Conférence sur la traite dans la région des Caraïbes",
    )
    source = (DATA / "conference-caraibes.fr.txt").read_text(encoding="utf-8").split("\n")
    whole = [" ".join(source[first - 1 : last]) for first, last in PARAGRAPHS]
    assert page.paragraphs == tuple(repaired(paragraph, "fr") for paragraph in whole)
    assert "relations «\u00a0amoureuses\u00a0» ou" in page.paragraphs[3]
    assert "plus de 1\u00a0200 participants" in page.paragraphs[4]


def test_the_contacts_of_the_archived_page(page):
    assert page.contacts == (
        ParsedContact("Chissey Mueller", "", "cmueller@iom.int", (ParsedNumber("office", "+12028621826", "236"),)),
        ParsedContact(
            "Niurka Piñeiro",
            "",
            "npiñeiro@iom.int",
            (ParsedNumber("office", "+12028621826", "225"), ParsedNumber("mobile", "+14104874950")),
        ),
    )


def test_every_line_of_the_archived_page_is_accounted_for_without_remark(page):
    source = (DATA / "conference-caraibes.fr.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")

    assert [line.text for line in page.lines] == source
    assert account(page.lines) == {Fate.MENU: 29, Fate.TITLE: 1, Fate.BODY: 52, Fate.CONTACT: 11, Fate.DROPPED: 0}
    assert page.remarks == ()


def test_another_archive_in_spanish_reads_by_its_own_profile():
    page = TextReader().read(DATA / "segunda" / "taller-rutas-seguras.es.txt")

    assert page.menu == (
        ParsedSection(
            "Quiénes somos",
            "Una asociación de ejemplo que acompaña a quienes cambian de país.",
            (
                ParsedSection(
                    "Organización", "", (ParsedSection("Organigrama", view="structure"), ParsedSection("Secretaría"))
                ),
            ),
        ),
        ParsedSection("Nuestra labor", "Talleres, guías y asistencia en doce ciudades.", leaves("Programas")),
        ParsedSection("Dónde estamos", view="offices"),
        ParsedSection("Participe"),
    )
    assert page.title == "Taller sobre rutas seguras en la frontera norte"
    assert page.paragraphs == (
        "Más de 40 guías comunitarios se reúnen desde el lunes en la ciudad de ejemplo para aprender a orientar"
        " a las personas que cruzan la frontera norte.",
        "El taller dura cinco días y combina clases con visitas a los albergues. Cada participante vuelve a su"
        " barrio con un plan propio y con el teléfono de un tutor.",
        '"Nadie debería caminar sin información", dijo la coordinadora de la red.',
    )
    assert page.contacts == (
        ParsedContact(
            "Lucía Ejemplo",
            "Oficial de prensa",
            "lucia@archivo.example.org",
            (ParsedNumber("office", "+34910000001", "12"),),
        ),
        ParsedContact("Íñigo Muestra", "", "", (ParsedNumber("mobile", "+34600000002"),)),
    )
    assert (page.language, page.remarks) == ("es", ())


def test_a_foreign_profile_leaves_remarks():
    page = TextReader().read(DATA / "segunda" / "taller-rutas-seguras.es.txt", profile=BUILT_IN)

    assert [remark[:28] for remark in page.remarks] == [
        "Placed under « Organización ",
        "Placed under « Programas », ",
    ]


def test_each_line_has_its_fate():
    page = parsed(
        "-\nAgir\nAgir\n-\n\nTitre\nPremier.\n\n-\n###\nContact:\nJane Doe\n\njdoe@iom.int\n"
        "Voici la suite du texte, avec encore quelques mots."
    )

    assert [(line.number, line.fate.value, line.reason) for line in page.lines] == [
        (1, "menu", ""),
        (2, "menu", ""),
        (3, "menu", ""),
        (4, "dropped", "a dash that opens no section"),
        (5, "dropped", "empty line"),
        (6, "title", ""),
        (7, "body", ""),
        (8, "dropped", "empty line"),
        (9, "body", ""),
        (10, "dropped", "a mark for the end of the text"),
        (11, "contact", ""),
        (12, "contact", ""),
        (13, "dropped", "empty line"),
        (14, "contact", ""),
        (15, "body", ""),
    ]


def test_a_title_that_stands_twice_is_taken_once():
    page = parsed("Titre\n\nTitre\nCorps.\nTitre")

    assert (page.title, page.paragraphs) == ("Titre", ("Corps.", "Titre"))
    assert page.lines[2] == SourceLine(3, "Titre", Fate.DROPPED, "the title once more")


def test_text_around_the_contacts_is_kept_and_remarked():
    page = parsed("Titre\nPremier, à x@iom.int.\n-\nContact:\nJane Doe\njdoe@iom.int\n\nVoici la suite.")

    assert page.paragraphs == ("Premier, à x@iom.int.", "-", "Voici la suite.")
    assert page.remarks == (
        "Line 3 is a dash alone, as before a menu section, but stands below the title: it was kept as text.",
        "Text stands below the contacts, from line 8 on: it was kept as part of the body.",
        "Line 2 gives an e-mail address that was not taken for a media contact: it stays in the body.",
    )


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("-\nAgir\nAgirIci.\nEngagez-vous\nEngagez-vous\n- Dons", "holds a menu and nothing below it"),
        ("-", "holds a menu and nothing below it"),
        ("Titre", "has a menu or a title but no text below it"),
        ("Titre\nContact:\nJane Doe\njdoe@iom.int", "has a menu or a title but no text below it"),
        ("x" * 251 + "\nCorps.", "has a first line of 251 characters where its title should be"),
        (f"-\nAgir\nAgir\n- {'x' * 121}\nTitre\nCorps.", "has a menu label of 121 characters"),
        (f"Titre\nCorps.\nContact: {'x' * 151}, a@iom.int", "has a media contact with an overlong name or role"),
    ],
)
def test_a_page_without_a_release_or_out_of_measure_is_refused(text, trouble):
    with pytest.raises(Unreadable) as refusal:
        parsed(text)

    assert str(refusal.value).startswith(f"page.txt {trouble}")


PIECES = st.sampled_from(
    [
        "-",
        "",
        "Agir",
        "Agir et encore",
        "- Agir",
        "- Ailleurs",
        "Notre travail",
        "Une phrase.",
        "une ligne qui va jusqu'au bord de la page et même au-delà du",
        "Contact:",
        "Pour plus d'informations, veuillez contacter:",
        "Jane Doe",
        "ou",
        "Tél:",
        "+41 22 717 9111, Ext. 12",
        "Tel: 12 34 56 78 90",
        '"mailto:a%C3%A9@iom.int">aé@iom.int',
        "a@b.cd",
        "###",
    ]
)


@given(st.lists(PIECES | st.text(max_size=40), max_size=25), st.sampled_from(["en", "fr", "es", "ar"]))
def test_any_text_is_parsed_or_refused_and_every_line_has_one_fate(pieces, language):
    text = "\n".join(pieces)
    try:
        page = parsed(text, language)
    except Unreadable:
        return
    lines = list(split(text))
    assert [(line.number, line.text) for line in page.lines] == list(enumerate(lines, 1))
    assert sum(account(page.lines).values()) == len(lines)
    assert account(page.lines)[Fate.TITLE] == 1
    assert all(bool(line.reason) == (line.fate is Fate.DROPPED) for line in page.lines)
    assert page.title
    assert all(page.paragraphs)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("pages") / "page.fr.txt"
    path.write_bytes(data)
    with suppress(Unreadable):
        TextReader().read(path)
