"""Hard-wrapped lines back into paragraphs.

The archive's pages were wrapped on their HTML source, where an accented letter was an entity and the
tags counted. A line break ends a paragraph if the line ends a sentence and the next line's first word
would still have fitted; any other break is a wrap. The width differs from page to page, so it is
estimated: a break inside a sentence is surely a wrap, which says that the line itself fitted and that
the next word did not; the width is the one that most such breaks agree on.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from html.entities import codepoint2name
from itertools import accumulate, groupby, pairwise

Measure = Callable[[str], int]

NARROWEST, WIDEST = 40, 160
OPENING_TAG = len("<p>")
SENTENCE_END = re.compile(r"[.!?…؟۔][»”’\"')\]\s]*$")
BULLET = re.compile(r"[-–—•*·]\s")
# "pre- and post-conflict": such a hyphen waits for a later word, not for the next one.
SUSPENDED = re.compile(r"(?:and|or|to|et|ou|y|o|e|u)\b")


def paragraphs(lines: Sequence[str]) -> tuple[str, ...]:
    """Whole paragraphs from lines; blank lines always separate, typography is left as it is."""
    blocks = [list(block) for filled, block in groupby(lines, key=bool) if filled]
    measure, width = _wrapping(blocks)
    return tuple(join(part) for block in blocks for part in _parts(block, measure, width))


def source_width(line: str) -> int:
    """The line's length where it was wrapped: with entities for what is not ASCII."""
    return sum(
        len(codepoint2name.get(ord(char), "")) + 2 if char > "\x7f" and ord(char) in codepoint2name else 1
        for char in line
    )


def join(lines: Sequence[str]) -> str:
    """Lines as one text: a word's own hyphen stays and is not followed by a space."""
    text = lines[0]
    for line in lines[1:]:
        glued = re.search(r"\w-$", text[-2:]) and re.match(r"\w", line) and not SUSPENDED.match(line)
        text += line if glued else f" {line}"
    return text


def _wrapping(blocks: list[list[str]]) -> tuple[Measure, int]:
    """The measure and width that the page was wrapped at; width 0 is one line a paragraph."""
    estimates = [(_estimate(blocks, measure), measure) for measure in (source_width, len)]
    (agreeing, width), measure = max(estimates, key=lambda estimate: estimate[0][0])
    return measure, width if agreeing else 0


def _estimate(blocks: list[list[str]], measure: Measure) -> tuple[int, int]:
    """How many sure wraps agree on which width; (0, 0) if the page was not wrapped by this measure."""
    wraps = [fit for block in blocks for fit in _sure_wraps(block, measure)]
    agreeing, width = _most_agreed(wraps)
    longer = sum(measure(line) > width + OPENING_TAG for block in blocks for line in block)
    believable = NARROWEST <= width <= WIDEST and 2 * agreeing >= len(wraps)
    return (agreeing, width) if believable and 10 * longer <= sum(map(len, blocks)) else (0, 0)


def _sure_wraps(block: list[str], measure: Measure) -> Iterator[tuple[int, int]]:
    """For each break inside a sentence: the width that was enough, the width that was too much."""
    for line, following in pairwise(block):
        if not SENTENCE_END.search(line) and not BULLET.match(following):
            yield measure(line), _with_next_word(measure(line), following, measure)


def _most_agreed(wraps: list[tuple[int, int]]) -> tuple[int, int]:
    if not wraps:
        return 0, 0
    changes = Counter(enough for enough, _ in wraps)
    changes.subtract(too_much for _, too_much in wraps)
    agreement = list(accumulate(changes[width] for width in range(max(changes) + 1)))
    agreeing = max(agreement)
    return agreeing, agreement.index(agreeing)


def _with_next_word(taken: int, following: str, measure: Measure) -> int:
    return taken + 1 + measure(following.partition(" ")[0])


def _parts(block: list[str], measure: Measure, width: int) -> Iterator[list[str]]:
    part = block[:1]
    for line, following in pairwise(block):
        tag = OPENING_TAG if measure is source_width and len(part) == 1 else 0
        roomy = _with_next_word(measure(line) + tag, following, measure) <= width
        if not width or BULLET.match(following) or (roomy and SENTENCE_END.search(line)):
            yield part
            part = []
        part.append(following)
    yield part
