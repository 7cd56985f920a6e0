"""The language of a page comes from its path; every word that readers see is there in all four."""

import ast
import gettext
import re
from itertools import chain
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.utils.translation import override
from django.utils.translation.template import templatize

from iomsite.languages import canonical_path
from iomsite.menus.models import MenuSection
from newsroom.models import Edition
from newsroom.models.kind import Kind
from newsroom.models.release import Attribution
from org.models.country import Region
from org.templatetags.org import dial, language_name
from tests.factories import make_contact, make_release

ROOT = Path(__file__).resolve().parents[2]
LOCALE = ROOT / "iomsite" / "locale"
TRANSLATED = ("fr", "es", "ar")
CALLS = {"_", "gettext", "gettext_lazy", "ngettext", "pgettext", "pgettext_lazy"}
CHOICES = (Kind, Region, Attribution, Edition.WithdrawalReason)
IN_TEMPLATES = re.compile(
    r"\b(?:_|gettext|ngettext|pgettext)\(((?:\s*u?(?:'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\")\s*,?)+)"
)


def key(arguments, name=""):
    """How a catalogue finds a message: its context and its words."""
    return "\x04".join(arguments[:2]) if name.startswith("pgettext") else arguments[0]


def words_of_templates():
    for path in (ROOT / "templates").rglob("*.html"):
        if "admin" in path.relative_to(ROOT).parts:
            continue
        for match in IN_TEMPLATES.finditer(templatize(path.read_text())):
            arguments = ast.literal_eval(f"({match[1].rstrip(', ')},)")
            yield key(arguments, match[0].lstrip())


def words_of_code():
    public = ("views", "filters", "chart", "menu")
    paths = [path for app in ("org", "newsroom", "iomsite") for path in (ROOT / app).rglob("*.py")]
    for path in paths:
        if path.stem not in public and path.parent.name != "templatetags":
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
                strings = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
                yield key(strings, node.func.id)


def words_of_choices():
    with override("en"):
        return [str(label) for choices in CHOICES for label in choices.labels] + ["Date unknown"]


def catalogue(language):
    """`{message: translation}` of the compiled file; a plural has its forms in a tuple."""
    with (LOCALE / language / "LC_MESSAGES" / "django.mo").open("rb") as file:
        singles = gettext.GNUTranslations(file)._catalog
    found = {}
    for message, text in singles.items():
        name, number = message if isinstance(message, tuple) else (message, None)
        found[name] = text if number is None else (*found.get(name, ()), text)
    return {name: text for name, text in found.items() if name}


def source_of(language):
    """The same of the `.po` file: what is translated there."""
    text = (LOCALE / language / "LC_MESSAGES" / "django.po").read_text()
    found = {}
    for block in re.split(r"\n\s*\n", text):
        parts = {}
        for line in block.splitlines():
            if match := re.match(r"(msg\w+(?:\[\d\])?) (\".*\")", line):
                current = match[1]
                parts[current] = ast.literal_eval(match[2])
            elif line.startswith('"'):
                parts[current] += ast.literal_eval(line)
        strings = [parts[name] for name in sorted(parts) if name.startswith("msgstr")]
        if "#, fuzzy" not in block and parts.get("msgid") and all(strings):
            name = "\x04".join(filter(None, [parts.get("msgctxt"), parts["msgid"]]))
            found[name] = tuple(strings) if "msgid_plural" in parts else strings[0]
    return found


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_word_that_readers_see_is_translated(language):
    wanted = set(chain(words_of_templates(), words_of_code(), words_of_choices()))
    assert len(wanted) > 100
    assert wanted - set(catalogue(language)) == set()


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_compiled_catalogue_is_that_of_its_source(language):
    assert catalogue(language) == source_of(language)


@pytest.mark.parametrize(("language", "forms"), [("fr", 2), ("es", 3), ("ar", 6)])
def test_plurals_have_every_form_of_the_language(language, forms):
    plurals = [text for text in catalogue(language).values() if isinstance(text, tuple)]
    assert len(plurals) >= 3
    assert {len(text) for text in plurals} == {forms}


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_keep_what_is_filled_in(language):
    """Of a plural only the forms for 0, 1 and 2 may spell the number out."""
    for message, text in catalogue(language).items():
        names = set(re.findall(r"%\((\w+)\)s", message))
        for translation in (text[-1],) if isinstance(text, tuple) else (text,):
            assert set(re.findall(r"%\((\w+)\)s", translation)) == names, message


def test_french_has_its_spaces():
    texts = chain.from_iterable(text if isinstance(text, tuple) else (text,) for text in catalogue("fr").values())
    assert [text for text in texts if re.search(r"(?<!\u00a0)[:;!?»](?![:/])|«(?!\u00a0)|'", text)] == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "language", "direction"),
    [("/", "en", "ltr"), ("/fr/", "fr", "ltr"), ("/es/", "es", "ltr"), ("/ar/", "ar", "rtl")],
)
def test_a_page_is_in_the_language_of_its_path_whatever_the_browser_asks_for(client, path, language, direction):
    response = client.get(path, headers={"accept-language": "de, fr;q=0.5"})
    page = BeautifulSoup(response.content, "html.parser")
    assert (page.html["lang"], page.html["dir"]) == (language, direction)
    assert response.headers["Content-Language"] == language
    assert "Vary" not in response.headers
    assert response.cookies == {}


@pytest.mark.django_db
def test_the_switch_names_each_language_in_itself(client):
    page = BeautifulSoup(client.get("/fr/news").content, "html.parser")
    links = [
        (link["href"], link["hreflang"], link["lang"], link["dir"], link.get_text())
        for link in page.select(".languages a")
    ]
    assert links == [
        ("/news", "en", "en", "ltr", "English"),
        ("/es/news", "es", "es", "ltr", "Español"),
        ("/ar/news", "ar", "ar", "rtl", "العربية"),
    ]
    assert page.select_one(".languages [aria-current]").get_text() == "Français"


@pytest.mark.parametrize(
    ("path", "canonical"),
    [
        ("/news/", "/news"),
        ("/fr", "/fr/"),
        ("/fr/", "/fr/"),
        ("/", "/"),
        ("/fr/news//", "/fr/news"),
        ("/admin", "/admin/"),
        ("/en/", "/en"),
    ],
)
def test_a_page_has_one_address(path, canonical):
    assert canonical_path(path) == canonical


@pytest.mark.django_db
def test_a_slash_too_many_is_redirected_for_good_with_its_query(client):
    response = client.get("/fr/news/?kind=story")
    assert (response.status_code, response.url) == (301, "/fr/news?kind=story")


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["*", "//evil.example.int/", "/\r\nSet-Cookie:x/", "/fr/\x00"])
def test_a_malformed_address_stays_on_the_site_and_breaks_nothing(client, path):
    """P25, P37."""
    response = client.get("/", PATH_INFO=path)
    assert response.status_code in {301, 404}
    target = response.headers.get("Location", "/")
    assert target.startswith("/")
    assert not target.startswith(("//", "/\\"))
    assert "\n" not in target
    assert "Set-Cookie" not in response.headers


@pytest.mark.django_db
def test_the_prefix_of_the_default_language_is_no_page(client):
    MenuSection.objects.create(label_en="Section")
    assert client.get("/en/section").status_code == 404


@pytest.mark.django_db
def test_numbers_of_contacts_read_as_people_dial_them():
    contact = make_contact(release=make_release(), phone="tel:+39-06-12345678;ext=9")
    assert dial(contact.numbers.get().number) == "+39 06 1234 5678"


@pytest.mark.parametrize(
    ("language", "name"), [("en", "French"), ("fr", "français"), ("ar", "الفرنسيّة"), ("es", "francés")]
)
def test_languages_are_named_in_the_readers_own(language, name):
    with override(language):
        assert (language_name("fr"), language_name("xx-unknown")) == (name, "xx-unknown")
