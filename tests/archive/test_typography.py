import pytest
from hypothesis import given
from hypothesis import strategies as st

from iomsite.archive.language import LANGUAGES
from iomsite.archive.typography import repaired

TELLING = st.text(st.sampled_from(" \u00a0aéL1029'´\"«»:;!?.,/@&()-+“”’…w\n"), max_size=30)


@pytest.mark.parametrize(
    ("plain", "good"),
    [
        ("relations « amoureuses » ou", "relations «~amoureuses~» ou"),
        ("des «amies»", "des «~amies~»"),
        ("Où aller ? Ici !", "Où aller~? Ici~!"),
        ("Où aller? Ici: là; voilà!", "Où aller~? Ici~: là~; voilà~!"),
        ("Quoi ?! (vraiment?)", "Quoi~?! (vraiment~?)"),
        ("à 10:30, ratio 2:1", "à 10:30, ratio 2:1"),
        ("voir http://iom.int/a?b : ici", "voir http://iom.int/a?b~: ici"),
        ("écrire à a.b@iom.int; merci", "écrire à a.b@iom.int; merci"),
        ("l'OIM, aujourd'hui, d'« ici », l´an", "l’OIM, aujourd’hui, d’«~ici~», l’an"),
        ("plus de 1 200 et 12 500 000 francs", "plus de 1~200 et 12~500~000 francs"),
        ("en 2005 300 personnes", "en 2005 300 personnes"),
        ("au +1 202 862 1826 ou 022 717 911", "au +1 202 862 1826 ou 022 717 911"),
        ("tél. : 717 911 111", "tél.~: 717 911 111"),
        ("caf&eacute; et (?)", "caf&eacute; et (?)"),
        ("  deux  espaces ", "deux espaces"),
    ],
)
def test_french(plain, good):
    assert repaired(plain, "fr") == good.replace("~", "\u00a0")


@pytest.mark.parametrize(
    ("plain", "good"),
    [
        ('IOM\'s "new" office ("the hub").', "IOM’s “new” office (“the hub”)."),
        ('A 6" pipe and "a word"', 'A 6" pipe and "a word"'),
        ("What is it? « So »", "What is it? « So »"),
        ('see "mailto:a@b.int">a "x"', 'see "mailto:a@b.int">a "x"'),
    ],
)
def test_english(plain, good):
    assert repaired(plain, "en") == good


def test_spanish_binds_digits_and_leaves_its_signs():
    assert repaired("¿Ya son 12 000? O'Higgins", "es") == "¿Ya son 12\u00a0000? O’Higgins"


def test_arabic_is_only_trimmed():
    assert repaired(" قال: 'نعم' ؟  12 000 ", "ar") == "قال: 'نعم' ؟  12 000"


@given(TELLING | st.text(), st.sampled_from(LANGUAGES))
def test_doing_it_twice_changes_nothing(text, language):
    once = repaired(text, language)

    assert repaired(once, language) == once
