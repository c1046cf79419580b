"""Time grows with the text, also in texts made on purpose for each regular expression of the package.

An example of what a pattern matches, with its end cut off, is repeated: whatever begins to match often, and
fails late, takes long. KOREAAID_PATTERNS=all tries every pattern; without it one in twelve is tried.
"""

import importlib
import os
import pkgutil
import re
import time
from re import _constants as kinds
from re import _parser as parser
from typing import Any

import pytest

from koreaaid import extract
from koreaaid.articles.reading import article_from_text

LENGTH = 12_000
# Above this the half is read too: texts that are nothing but numbers take long, and twice as long when doubled.
SECONDS = 0.15
FLOORS = ("koreaaid.language", "koreaaid.articles", "koreaaid.extract")
STEP = 1 if os.environ.get("KOREAAID_PATTERNS") == "all" else 12


def all_patterns() -> list[re.Pattern[str]]:
    """Return the patterns that modules hold or make on demand, each once."""
    found: dict[str, re.Pattern[str]] = {}
    for floor in FLOORS:
        package = importlib.import_module(floor)
        for module in pkgutil.walk_packages(package.__path__, floor + "."):
            for value in vars(importlib.import_module(module.name)).values():
                if isinstance(getattr(value, "pattern", None), str):
                    found[value.pattern] = value
                elif callable(value) and getattr(value, "__name__", "").endswith("_pattern"):
                    made_one = value()
                    if isinstance(made_one, re.Pattern):
                        found[made_one.pattern] = made_one
                elif isinstance(value, str) and "(?" in value:
                    try:
                        found[value] = re.compile(value)
                    except re.error:
                        continue
    return [found[key] for key in sorted(found)]


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


def hostile_texts() -> list[str]:
    pieces = set()
    for number, pattern in enumerate(all_patterns()):
        parsed = parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE & ~re.DEBUG)
        for branch in (number, 3 * number + 1):
            text = example(parsed, branch)[:300]
            pieces |= {text, text[:-1], text[: len(text) // 2] + " "} if len(text) > 1 else {text}
    return sorted(piece for piece in pieces if piece)


def seconds_for(text: str) -> float:
    begin = time.process_time()
    extract(article_from_text(text))
    return time.process_time() - begin


def test_no_text_made_for_a_pattern_takes_long() -> None:
    slow = []
    texts = hostile_texts()
    assert len(texts) > 500
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
