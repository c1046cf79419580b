"""Where sentences begin and end, in news text as it is found: glued paragraphs, titles, abbreviations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from koreaaid.language.lexicon import lexicon

Span = tuple[int, int]

_ALWAYS = frozenset(lexicon("abbreviations")["always"])
_SOMETIMES = frozenset(lexicon("abbreviations")["sometimes"])

# A line break, or a stop with its closing quotes that is followed by a blank or, where paragraphs were glued
# together, directly by a capital letter after a small one.
_BREAK = re.compile(
    r"\n\s*|[!?][\"'”’»)\]]*(?=\s)\s*|\.(?:[\"'”’»)\]]*(?=\s)\s*|(?<=[a-z0-9%)”\"]\.)(?=[A-Z“\"][A-Za-z’']))"
)
_WORD_BEFORE = re.compile(r"[A-Za-z.]*\Z")
_LONGEST_ABBREVIATION = 12


def sentence_spans(text: str) -> list[Span]:
    """Return the half-open spans of the sentences of `text`, in order, without the blanks between them.

    A line break always ends a sentence: headlines, captions and list items have no full stop.
    """
    spans: list[Span] = []
    start = 0
    for match in _BREAK.finditer(text):
        if text[match.start()] == "." and not _ends_sentence(text, match.start(), match.end()):
            continue
        _append(spans, text, start, match.end())
        start = match.end()
    _append(spans, text, start, len(text))
    return spans


def sentence_at(spans: Sequence[Span], offset: int) -> int:
    """Return the index of the sentence that holds `offset`, or of the last one that begins before it."""
    return max(0, bisect_right(spans, (offset, 1 << 60)) - 1)


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        spans.append((start, end))


def _ends_sentence(text: str, stop: int, after: int) -> bool:
    """Say whether the full stop at `stop` ends a sentence; the next word begins at `after`."""
    found = _WORD_BEFORE.search(text[max(0, stop - _LONGEST_ABBREVIATION) : stop])
    word = found.group() if found else ""
    following = text[after : after + 1]
    if word in _ALWAYS:
        return False
    if len(word) == 1 and word.isupper():  # an initial: "Kim J. Park"
        return False
    if word in _SOMETIMES or "." in word:
        return following.isupper() and not text[after + 1 : after + 2] == "."
    return not following.islower()
