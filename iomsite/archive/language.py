"""The language of a page: as given, from its file's name, or from its words."""

import re
from pathlib import Path

from iomsite.archive.source import Source, Unreadable

# Words that carry grammar, not matter; a word shared by two languages counts for both.
WORDS = {
    "en": "the of and to in is for with on that are by was from have has their this its been were",
    "fr": "le la les des et du un une est dans pour par sur que qui aux avec au ses cette ces en ont",
    "es": "el la los las del y en un una que para por con se su al como sus esta este son ha más",
}
FUNCTION_WORDS = {language: frozenset(words.split()) for language, words in WORDS.items()}
LANGUAGES = (*WORDS, "ar")


def language_of(source: Source, given: str = "") -> str:
    """`given`, else the code in a name such as `page.fr.txt`, else what the words say.

    Raises `Unreadable` when none of these tells: a page in the wrong language is worse than none.
    """
    found = given or named(source.path) or detected("\n".join(source.lines))
    if found not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise Unreadable(
            source.path,
            f"does not tell its language: give it with --language ({known}) or name the file like page.fr.txt.",
        )
    return found


def named(path: Path) -> str:
    """The language in the file's name, or an empty string."""
    code = Path(path.stem).suffix.lower().removeprefix(".")
    return code if code in LANGUAGES else ""


def detected(text: str) -> str:
    """The language that the text's letters and function words speak for, or an empty string."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    arabic = sum("\u0600" <= word[0] < "\u0780" for word in words)
    if words and 2 * arabic > len(words):
        return "ar"
    scores = sorted((sum(word in known for word in words), language) for language, known in FUNCTION_WORDS.items())
    (second, _), (best, language) = scores[-2:]
    return language if best > second else ""
