import pytest

from iomsite.archive.contacts import FoundContacts, find_contacts
from iomsite.archive.parsed import ParsedContact, ParsedNumber

REACHED = (ParsedNumber("office", "+41227179111"),)


def found(text):
    return find_contacts(text.split("\n"))


def contacts(text):
    return found(text).contacts


@pytest.mark.parametrize(
    "introduction",
    [
        "For more information, please contact:",
        "For further information please contact",
        "For additional information on the workshop, contact",
        "For media enquiries, please call:",
        "Media contacts:",
        "Contact:",
        "Please contact:",
        "For more information,\nplease contact:",
        "Pour plus d'informations, veuillez contacter:",
        "Pour plus d’information, veuillez contacter :",
        "Pour de plus amples renseignements, veuillez vous adresser à :",
        "Pour toute information complémentaire, merci de contacter",
        "Contacts presse :",
        "Para mayor información, contacte:",
        "Para más información, favor contactar a:",
        "Para obtener más información, póngase en contacto con:",
        "Contacto de prensa:",
        "لمزيد من المعلومات، يرجى الاتصال بـ:",
        "للتواصل:",
    ],
)
def test_an_introduction_begins_the_contacts(introduction):
    text = f"Corps du texte.\n{introduction}\nJane Doe\nTel: +41 22 717 9111"
    positions = frozenset(range(1, len(text.split("\n"))))

    assert found(text) == FoundContacts((ParsedContact("Jane Doe", numbers=REACHED),), positions, ())


@pytest.mark.parametrize(
    "text",
    [
        "For further information on the conference, participants contacted the office.",
        "Contacts between the communities grew.",
        "For more information, please contact the nearest office.",
        "Mobile teams reach people on +41 22 717 9111.",
        "",
    ],
)
def test_without_introduction_and_number_or_address_nothing_is_a_contact(text):
    assert found(text) == FoundContacts((), frozenset(), ())


def test_one_line_may_hold_everything():
    text = (
        "For more information, please contact Jane Doe, IOM Geneva, Tel: +41 22 717 9111, Email: jdoe@iom.int"
        " or John Smith at IOM Nairobi, Tel. +254 20 422 1000 ext. 12; Cell +254 722 123 456"
    )

    assert contacts(text) == (
        ParsedContact("Jane Doe", "IOM Geneva", "jdoe@iom.int", REACHED),
        ParsedContact(
            "John Smith",
            "IOM Nairobi",
            "",
            (ParsedNumber("office", "+254204221000", "12"), ParsedNumber("mobile", "+254722123456")),
        ),
    )


def test_a_label_may_stand_above_its_value_and_a_role_below_the_name():
    text = "Contact:\nJane Doe\nMedia Officer\nIOM Geneva\nMobile:\n+41 79 123 45 67\nE-mail\njdoe@iom.int"

    assert contacts(text) == (
        ParsedContact(
            "Jane Doe", "Media Officer, IOM Geneva", "jdoe@iom.int", (ParsedNumber("mobile", "+41791234567"),)
        ),
    )


@pytest.mark.parametrize("separator", ["or", "and", "ou", "et", "o", "y", "OU", "أو", "و", "", "&"])
def test_two_contacts_may_be_parted_by_a_word_or_by_nothing(separator):
    text = f"Contact:\nJane Doe\nTel: +41 22 717 9111\n{separator}\nJohn Smith\njsmith@iom.int"

    assert contacts(text) == (
        ParsedContact("Jane Doe", numbers=REACHED),
        ParsedContact("John Smith", email="jsmith@iom.int"),
    )


def test_or_between_two_numbers_parts_no_contact():
    assert contacts("Contact: Jane Doe, Tel: +41 22 717 9111 or Mobile: +41 79 123 45 67") == (
        ParsedContact("Jane Doe", numbers=(*REACHED, ParsedNumber("mobile", "+41791234567"))),
    )


@pytest.mark.parametrize(
    "remnant",
    [
        '"mailto:npi%C3%B1eiro@iom.int">npiñeiro@iom.int',
        '"mailto:npi%F1eiro@iom.int">npiñeiro@iom.int',
        '<a href="mailto:npi%C3%B1eiro@iom.int?subject=x">npiñeiro@iom.int</a>',
        "mailto:npi%C3%B1eiro@iom.int",
        "npin\u0303eiro@iom.int",
        "npiñeiro@IOM.int.",
    ],
)
def test_an_address_is_read_out_of_what_is_left_of_its_link(remnant):
    assert found(f"Contact:\nNiurka Piñeiro\nE-mail:\n{remnant}").contacts == (
        ParsedContact("Niurka Piñeiro", email="npiñeiro@iom.int"),
    )


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Tél: +1 202 862 1826, Ext. 236", ParsedNumber("office", "+12028621826", "236")),
        ("Tel. +1 (202) 862-1826 ext 236", ParsedNumber("office", "+12028621826", "236")),
        ("Phone: +1.202.862.1826 x236", ParsedNumber("office", "+12028621826", "236")),
        ("Téléphone : 001 202 862 1826 (poste 236)", ParsedNumber("office", "+12028621826", "236")),
        ("+1 202 862 1826 #236", ParsedNumber("office", "+12028621826", "236")),
        ("Teléfono: +1 202 862 1826 extensión 236", ParsedNumber("office", "+12028621826", "236")),
        ("هاتف: +1 202 862 1826 تحويلة 236", ParsedNumber("office", "+12028621826", "236")),
        ("Mobile: +1 410 487 4950", ParsedNumber("mobile", "+14104874950")),
        ("Cell +1 410 487 4950", ParsedNumber("mobile", "+14104874950")),
        ("Portable : +33 6 12 34 56 78", ParsedNumber("mobile", "+33612345678")),
        ("Móvil: +507 6123 4567", ParsedNumber("mobile", "+50761234567")),
        ("Celular: +507 6123 4567", ParsedNumber("mobile", "+50761234567")),
        ("جوال: +20 122 123 4567", ParsedNumber("mobile", "+201221234567")),
        ("Fax: +41 22 798 6150", ParsedNumber("fax", "+41227986150")),
        ("Tel: +٤١ ٢٢ ٧١٧ ٩١١١", ParsedNumber("office", "+41227179111")),
    ],
)
def test_numbers_are_normalised_with_kind_and_extension(line, number):
    assert found(f"Contact:\nJane Doe\n{line}").contacts == (ParsedContact("Jane Doe", numbers=(number,)),)


def test_what_is_not_understood_is_told_and_not_lost():
    text = (
        "Contact:\nJane Doe\nTel: 717 9361 22\nTwitter: @example\nE-mail: jdoe@iom.int\nother@iom.int\n"
        "a..b@iom.int\nJohn Smith\nor\nMary Major\nmmajor@iom.int ext 12"
    )

    assert found(text) == FoundContacts(
        (
            ParsedContact("Jane Doe", email="jdoe@iom.int"),
            ParsedContact("John Smith"),
            ParsedContact("Mary Major", email="mmajor@iom.int"),
        ),
        frozenset(range(11)),
        (
            "This number of Jane Doe was left out, being no full international number: 717 9361 22",
            "Among the contacts, this was not understood: Twitter: @example",
            "A second address of Jane Doe was left out: other@iom.int",
            "This address of Jane Doe is malformed and was left out: a..b@iom.int",
            "The contact John Smith has neither a number nor an address.",
            "The extension 12 of Mary Major belongs to no number.",
        ),
    )


def test_the_block_ends_before_prose_and_another_may_follow():
    prose = "The office will hold another briefing on the matter next week in Geneva."
    text = (
        f"Contact:\nJane Doe\njdoe@iom.int\n{prose}\nIn Nairobi.\nFor interviews, please contact John Smith\njs@iom.int"
    )

    assert found(text) == FoundContacts(
        (ParsedContact("Jane Doe", email="jdoe@iom.int"), ParsedContact("John Smith", email="js@iom.int")),
        frozenset({0, 1, 2, 5, 6}),
        (),
    )


def test_a_name_is_no_must():
    assert contacts("Contact: press@iom.int or media@iom.int") == (
        ParsedContact("", email="press@iom.int"),
        ParsedContact("", email="media@iom.int"),
    )
