"""The typography that plain text lost, put back by language; doing it twice changes nothing."""

import re

NBSP = "\u00a0"

# Left as they stand: addresses of any kind, and what remains of HTML entities.
KEPT = r"(?<!\S)\S*(?://|@|www\.)\S*|&#?\w{1,32};"

Rule = tuple[re.Pattern[str], str]


def _rule(pattern: str, replacement: str) -> Rule:
    return re.compile(f"({KEPT})|{pattern}"), replacement


_HIGH_SIGN = r"(?=(?:[:;]|[!?]+)(?:[\s»”)\]]|$))"

APOSTROPHE = _rule(r"(?<=[^\W\d_])['´](?=[^\W_]|«)", "’")
FRENCH = (
    _rule(rf"(?<=«)[ {NBSP}]*(?=\S)", NBSP),
    _rule(rf"(?<=\S)[ {NBSP}]*(?=»)", NBSP),
    _rule(rf"(?<=[^\s«(\[:;!?])[ {NBSP}]+{_HIGH_SIGN}", NBSP),
    _rule(rf"(?<=[\w»”)\]%’…]){_HIGH_SIGN}", NBSP),
)

# A number in groups of three that is no part of a longer row of digits, as a telephone number is.
GROUPED = re.compile(
    rf"(?<![\w+)(./,-])(?<![\d)][ {NBSP}.-])[1-9]\d{{0,2}}(?:[ {NBSP}]\d{{3}})+(?![\w)]|[ {NBSP}./-]\d)"
)
CALLED = re.compile(r"(?:t[ée]l|phone|mobile|fax|cell|móvil|portable)\w*[\s.:]*$", re.IGNORECASE)
QUOTED = re.compile(r'(?<![^\s(\[—–])"(?=\S)([^"]*)(?<=\S)"(?=[\s.,;:!?)\]—–-]|$)')


def repaired(text: str, language: str) -> str:
    """One title, label or paragraph with the typography of its language (Arabic is only trimmed)."""
    text = text.strip()
    if language == "ar":
        return text
    text = _apply(APOSTROPHE, re.sub("[ \t]+", " ", text))
    if language == "en":
        return _curly_quotes(text)
    if language == "fr":
        for rule in FRENCH:
            text = _apply(rule, text)
    return GROUPED.sub(_bind_digits, text)


def _apply(rule: Rule, text: str) -> str:
    pattern, replacement = rule
    return pattern.sub(lambda found: replacement if found[1] is None else found[0], text)


def _bind_digits(found: re.Match[str]) -> str:
    before = found.string[max(0, found.start() - 20) : found.start()]
    return found[0] if CALLED.search(before) else found[0].replace(" ", NBSP)


def _curly_quotes(text: str) -> str:
    """All the straight quotes or none: one that does not pair makes the others doubtful."""
    curly = QUOTED.sub(r"“\1”", text)
    return text if '"' in curly else curly
