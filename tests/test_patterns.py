"""Time grows with the text, also in texts made on purpose for each regular expression of the package.

An example of what a pattern matches, with its end cut off, is repeated: whatever begins to match often, and
fails late, takes long. Every pattern is tried on its own texts; what it takes to read those is tried of one text in
thirty, and of all with KOREAAID_PATTERNS=all.
"""

import os
import re
import time
from collections.abc import Iterator
from functools import cache
from re import _constants as kinds
from re import _parser as parser
from typing import Any

import pytest

from koreaaid import extract
from koreaaid.articles.reading import article_from_text
from tests.collecting import Made, patterns, places

LENGTH = 12_000
# Above this the half is read too: texts that are nothing but numbers take long, and twice as long when doubled.
SECONDS = 0.15
# A pattern alone may take a tenth of a second for so many characters: one that is exponential takes for ever.
ALONE, SECONDS_ALONE = 1200, 0.1
STEP = 1 if os.environ.get("KOREAAID_PATTERNS") == "all" else 60


def example(parsed: Any, branch: int) -> str:
    """Return a text that the parsed pattern matches, more or less: look-arounds and references are left out."""
    out = []
    for kind, value in parsed:
        if kind is kinds.LITERAL:
            out.append(chr(value))
        elif kind is kinds.NOT_LITERAL:
            out.append("x" if value != ord("x") else "y")
        elif kind is kinds.ANY:
            out.append("x")
        elif kind is kinds.IN:
            out.append(one_of(value, branch))
        elif kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT):
            least, most, inner = value
            out.append(example(inner, branch) * min(most, max(least, 2)))
        elif kind is kinds.SUBPATTERN:
            out.append(example(value[-1], branch))
        elif kind is kinds.ATOMIC_GROUP:
            out.append(example(value, branch))
        elif kind is kinds.BRANCH:
            choices = value[1]
            out.append(example(choices[branch % len(choices)], branch))
    return "".join(out)


def one_of(members: Any, branch: int) -> str:
    kind, value = members[branch % len(members)]
    if kind is kinds.LITERAL:
        return chr(value)
    if kind is kinds.RANGE:
        return chr(value[0] + branch % (value[1] - value[0] + 1))
    if kind is kinds.CATEGORY:
        named = {kinds.CATEGORY_DIGIT: "7", kinds.CATEGORY_SPACE: " ", kinds.CATEGORY_WORD: "w"}
        return named.get(value, "-")
    return "~"


def hostile_texts(number: int, made: Made) -> Iterator[str]:
    pattern: Any = made.pattern.encode("latin-1") if made.of_bytes else made.pattern
    parsed = parser.parse(pattern, made.flags & ~re.UNICODE & ~re.DEBUG)
    for branch in (number, 3 * number + 1):
        text = example(parsed, branch)[:300]
        yield from {text, text[:-1], text[: len(text) // 2] + " "} if len(text) > 1 else {text}


@cache
def all_texts() -> tuple[str, ...]:
    texts = (
        text
        for number, made in enumerate(patterns())
        if not made.of_bytes
        for text in hostile_texts(number, made)
    )
    return tuple(sorted({text for text in texts if text}))


def test_every_place_that_makes_a_pattern_is_known() -> None:
    known = {(made.file, made.line) for made in patterns()}
    unknown = [
        (file, span)
        for file, span, written in places()
        if not written and not any((file, line) in known for line in span)
    ]
    assert unknown == []
    assert len(patterns()) > 400


def test_no_pattern_takes_long_for_a_text_made_for_it() -> None:
    slow = []
    for number, made in enumerate(patterns()):
        pattern: Any = re.compile(
            made.pattern.encode("latin-1") if made.of_bytes else made.pattern, made.flags
        )
        for text in hostile_texts(number, made):
            piece: Any = text.encode("latin-1", "replace") if made.of_bytes else text
            begin = time.process_time()
            for size in (60, 200, ALONE):  # an exponential one is given away by a short text
                for _ in pattern.finditer(piece * max(2, size // max(1, len(text)))):
                    pass
                if time.process_time() - begin > SECONDS_ALONE:
                    slow.append((made.file, made.line, text[:80]))
                    break
    assert slow == []


def seconds_for(text: str) -> float:
    begin = time.process_time()
    extract(article_from_text(text))
    return time.process_time() - begin


def test_no_text_made_for_a_pattern_takes_long() -> None:
    slow = []
    texts = all_texts()
    assert len(texts) > 1000
    for piece in texts[::STEP]:
        times = LENGTH // len(piece)
        whole = seconds_for(piece * times)
        if whole > SECONDS:
            half = min(seconds_for(piece * (times // 2)) for _ in range(2))
            if min(whole, seconds_for(piece * times)) > 3 * half + 0.02:
                slow.append((round(whole, 2), piece))
    assert not slow


@pytest.mark.parametrize(
    ("pattern", "text"),
    [(r"(?:a|b)+c", "aac"), (r"[0-9]{2}(?:st|nd)\s?x", "00st x"), (r"By (?!The)\w+", "By ww")],
)
def test_examples_are_what_patterns_match(pattern: str, text: str) -> None:
    assert example(parser.parse(pattern), 0) == text
