from iomsite.archive.parsed import ParsedSection
from iomsite.archive.profile import Profile
from iomsite.archive.readers.text_menu import TextMenu, read_menu, stray_dashes


def menu(text, *known):
    return read_menu(text.split("\n"), Profile(frozenset(label.casefold() for label in known)), "fr")


def test_sections_groups_and_entries():
    text = "-\nNous\nNousC'est l'équipe.\nBureau\nBureau\n- Chef\n- Aide\n-\nAgir\nAgir\nTitre\nCorps."

    assert menu(text, "Nous", "Agir") == TextMenu(
        (
            ParsedSection(
                "Nous",
                "C’est l’équipe.",
                (ParsedSection("Bureau", "", (ParsedSection("Chef"), ParsedSection("Aide"))),),
            ),
            ParsedSection("Agir"),
        ),
        10,
        (),
    )


def test_a_profile_tells_which_entries_are_sections():
    text = "-\nNous\nNous\nBureau\nBureau\n- Ailleurs\n- Aide\nTitre"

    assert menu(text, "Nous", "Ailleurs") == TextMenu(
        (
            ParsedSection("Nous", "", (ParsedSection("Bureau"),)),
            ParsedSection("Ailleurs", "", (ParsedSection("Aide"),)),
        ),
        7,
        (),
    )


def test_what_neither_form_nor_profile_tells_is_placed_in_the_group_and_reported_once_a_group():
    read = menu("-\nNous\nNous\nBureau\nBureau\n- Chef\n- Ailleurs\nAutre\nAutre\n- Encore\nTitre", "Chef d'ici")

    assert read.sections == (
        ParsedSection(
            "Nous",
            "",
            (
                ParsedSection("Bureau", "", (ParsedSection("Chef"), ParsedSection("Ailleurs"))),
                ParsedSection("Autre", "", (ParsedSection("Encore"),)),
            ),
        ),
    )
    assert read.remarks == (
        "Placed under « Bureau », though the page's form does not tell whether they are sections of their own:"
        " « Chef », « Ailleurs ». To settle it, list every section of this menu (« Nous », and whichever of these"
        " it is) as top_level in archive.toml beside the page or in a profile given with --profile.",
        "Placed under « Autre », though the page's form does not tell whether they are sections of their own:"
        " « Encore ». To settle it, list every section of this menu (« Nous », and whichever of these it is) as"
        " top_level in archive.toml beside the page or in a profile given with --profile.",
    )


def test_a_group_may_have_a_blurb_and_a_section_none():
    assert menu("-\nNous\nBureau\nBureauUne adresse.\nTitre").sections == (
        ParsedSection("Nous", "", (ParsedSection("Bureau", "Une adresse."),)),
    )


def test_a_title_that_begins_the_body_is_no_group():
    assert menu("-\nNous\nNous\nHaïti\nHaïtiens et voisins se réunissent.").end == 3


def test_blank_lines_do_not_end_a_menu():
    assert menu("\n-\n\nNous\n\nNousTexte.\n\nBureau\nBureau\n\nTitre") == TextMenu(
        (ParsedSection("Nous", "Texte.", (ParsedSection("Bureau"),)),), 9, ()
    )


def test_there_may_be_no_menu():
    none = TextMenu((), 0, ())

    assert menu("Titre\nTitre\n- Un point") == none
    assert menu("-\nTitre\nCorps.") == none
    assert menu("-") == none
    assert menu("- Un point\nTitre") == none
    assert menu("") == none


def test_dashes_alone_below_the_menu_are_found():
    assert stray_dashes(["-", "a", "—", "- b"], 1) == [2]
