"""The countries that the migration loads: names of the United Nations, complete, in four languages."""

import csv
import unicodedata
from importlib import import_module

import pytest
from django.apps import apps

from org.models import Country
from org.models.country import Region

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("countries")]

migration = import_module("org.migrations.0002_countries")

TRICKY = {
    "BO": ("Bolivia (Plurinational State of)", "Bolivie (État plurinational de)", "Bolivia (Estado Plurinacional de)"),
    "CD": ("Democratic Republic of the Congo", "République démocratique du Congo", "República Democrática del Congo"),
    "CI": ("Côte d'Ivoire", "Côte d'Ivoire", "Côte d'Ivoire"),
    "CV": ("Cabo Verde", "Cabo Verde", "Cabo Verde"),
    "KR": ("Republic of Korea", "République de Corée", "República de Corea"),
    "MD": ("Republic of Moldova", "République de Moldova", "República de Moldova"),
    "PS": ("State of Palestine", "État de Palestine", "Estado de Palestina"),
    "SZ": ("Eswatini", "Eswatini", "Eswatini"),
    "TR": ("Türkiye", "Türkiye", "Türkiye"),
    "VA": ("Holy See", "Saint-Siège", "Santa Sede"),
    "VE": (
        "Venezuela (Bolivarian Republic of)",
        "Venezuela (République bolivarienne du)",
        "Venezuela (República Bolivariana de)",
    ),
    "VN": ("Viet Nam", "Viet Nam", "Viet Nam"),
}


def rows() -> list[dict[str, str]]:
    with migration.COUNTRIES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_member_state_and_observer_is_there_once():
    codes = [row["code"] for row in rows()]
    assert len(codes) == 193 + 2 + 2  # Member States; observers; Cook Islands and Niue
    assert len(set(codes)) == len(codes)
    assert set(Country.objects.values_list("code", flat=True)) == set(codes)


def test_loading_again_adds_nothing_and_keeps_an_edited_name():
    Country.objects.filter(code="CH").update(name_en="Edited")
    migration.load(apps, None)
    assert Country.objects.count() == len(rows())
    assert Country.objects.get(code="CH").name_en == "Edited"


def test_every_column_is_filled_trimmed_and_in_nfc():
    for row in rows():
        assert all(row.values())
        assert [value for value in row.values() if unicodedata.normalize("NFC", value.strip()) != value] == []


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar"])
def test_no_two_countries_bear_one_name(language):
    names = [row[language] for row in rows()]
    assert len(set(names)) == len(names)


def test_regions_are_those_of_m49_and_all_in_use():
    assert {row["region"] for row in rows()} == set(Region.values)
    region = {row["code"]: row["region"] for row in rows()}
    assert [region[code] for code in ("CY", "GE", "RU", "EG", "TL", "CL", "FJ")] == [
        Region.ASIA,
        Region.ASIA,
        Region.EUROPE,
        Region.AFRICA,
        Region.ASIA,
        Region.AMERICAS,
        Region.OCEANIA,
    ]


def test_arabic_names_are_in_arabic_script():
    letters = {letter for row in rows() for letter in row["ar"] if letter.isalpha()}
    assert {unicodedata.name(letter).split()[0] for letter in letters} == {"ARABIC"}


@pytest.mark.parametrize("code", TRICKY)
def test_a_country_bears_the_name_that_the_united_nations_uses(code):
    country = Country.objects.get(code=code)
    assert (country.name_en, country.name_fr, country.name_es) == TRICKY[code]


def test_the_untranslated_column_says_the_english_name():
    stored = Country.objects.rewrite(mode=False).values_list("name", "name_en")
    assert [pair for pair in stored if pair[0] != pair[1]] == []
