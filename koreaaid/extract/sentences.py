"""Where sentences begin and end, in news text as it is found: glued paragraphs, titles, wrapped lines."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from koreaaid.language.lexicon import lexicon
from koreaaid.language.patterns import late

Span = tuple[int, int]

_WORDS = lexicon("abbreviations")
_ALWAYS = frozenset(_WORDS["always"])
_SOMETIMES = frozenset(_WORDS["sometimes"])
_OPENERS = frozenset(_WORDS["openers"])

# A line break, or a stop with its closing quotes and notes ("destruction.[2] Of these") that is followed by a
# blank or, where paragraphs were glued together, directly by a capital letter after a small one. The set in
# front is what a search leaps to.
_STOP = (
    r"[\"'”’»)\]]*(?:\[\d{1,3}\](?:\[\d{1,3}\])*|)(?=\s)\s*"
    r"|(?=[A-Z“\"])(?:(?<=[a-z%)”\"]\.)(?=.[A-Za-z’']|[AI] )"
    r"|(?<=[0-9]\.)(?=.[a-z’' ])"  # but not in "012450.KS"
    r"|(?<=[A-Z]{2}\.)(?=[A-Z]+[a-z]* ))"  # "according to KAI.KAI has sold"
    r"|”(?=[A-Z][a-z]|A )"  # "… by May.”The ministry said"
)
_BREAK = late(rf"[.!?\n](?:(?<=\n)\s*|(?<!\n)(?:{_STOP}))")
# In wrapped text only a blank line or an indented one begins a paragraph.
_BREAK_WRAPPED = late(rf"[.!?\n](?:(?<=\n)(?=[ \t]*\n|[ \t][ \t])\s*|(?<!\n)(?:{_STOP}))")

_PARAGRAPH = late(r"\n")
_PARAGRAPH_WRAPPED = late(r"\n[ \t]*\n|\n[ \t]{2,}")

_LONGEST_ABBREVIATION = 12
_ABBREVIATION = late(r"[A-Za-z.]*\Z")
_WORD = late(r"[A-Za-z]+")

# A table or a list without a stop is no sentence: work on one figure must not grow with the whole of it.
_LONGEST_SENTENCE = 4_000

# Wire services wrap at some 60 to 80 columns.
_SHORTEST_LINE, _LONGEST_LINE = 40, 99
_LINES_LOOKED_AT = 40


# The ledger asks for those of the article that was just read.
@lru_cache(maxsize=1)
def sentence_spans(text: str) -> list[Span]:
    """Return the half-open spans of the sentences of `text`, in order, without the blanks between them.

    A line break ends a sentence (headlines, captions and list items have no full stop), except in text that
    is wrapped at a fixed width, where only a new paragraph does. A text without stops is cut behind a blank.
    """
    spans: list[Span] = []
    start = 0
    wrapped = _is_wrapped(text)
    breaks, paragraph = (_BREAK_WRAPPED, _PARAGRAPH_WRAPPED) if wrapped else (_BREAK, _PARAGRAPH)
    title = text.find("\n")
    if wrapped and text[:title].isupper():  # a headline in capitals above wrapped text
        _append(spans, text, 0, title)
        start = title
    for match in breaks.finditer(text, start):
        begin, end = match.span()
        if (
            text[begin] == "."
            and not _ends_sentence(text, begin, end)
            and not paragraph.search(text, begin, end)
        ):
            continue
        _append(spans, text, start, match.end())
        start = match.end()
    _append(spans, text, start, len(text))
    return spans


def sentence_at(spans: Sequence[Span], offset: int) -> int:
    """Return the index of the sentence that holds `offset`, or of the last one that begins before it."""
    return max(0, bisect_right(spans, (offset, 1 << 60)) - 1)


def _is_wrapped(text: str) -> bool:
    """Say whether lines are broken at a fixed width: most go on in the next with no stop at their end."""
    lines = text.split("\n", _LINES_LOOKED_AT + 1)[:_LINES_LOOKED_AT]
    pairs = [
        (line, following)
        for line, following in pairwise(lines)
        if following[:1].isalnum() and line and not line.isspace()
    ]
    inner = [line for line, _ in pairs]
    if len(inner) < 2 or max(map(len, inner)) > _LONGEST_LINE:
        return False
    if 2 * sum(following[0].islower() for _, following in pairs) < len(pairs) and _are_entries(pairs):
        return False
    running = [line for line in inner if len(line) >= _SHORTEST_LINE and line[-1] not in ".!?:"]
    return 2 * len(running) > len(inner)


def _are_entries(pairs: list[tuple[str, str]]) -> bool:
    """Say whether lines are those of a list: the next begins where its first word would have had room."""
    width = max(len(line) for line, _ in pairs)
    roomy = [
        not following[0].islower() and len(line) + 1 + len(following.split(None, 1)[0]) <= width
        for line, following in pairs
    ]
    return 2 * sum(roomy) > len(pairs)


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end].rstrip()
    end = start + len(piece)
    start = end - len(piece.lstrip())
    while end - start > _LONGEST_SENTENCE:
        cut = text.rfind(" ", start, start + _LONGEST_SENTENCE) + 1 or start + _LONGEST_SENTENCE
        spans.append((start, cut))
        start = cut
    if end > start:
        spans.append((start, end))


def _ends_sentence(text: str, stop: int, after: int) -> bool:
    """Say whether the full stop at `stop` ends a sentence; the next word begins at `after`."""
    word = text[max(0, stop - _LONGEST_ABBREVIATION) : stop].rpartition(" ")[2]
    if not (word.isascii() and word.isalpha()):
        found = _ABBREVIATION.search(word)
        word = found.group() if found else ""
    if word in _ALWAYS:
        return False
    if len(word) == 1 and word.isupper() and word != "I":  # an initial: "Kim J. Park"
        return False
    if word in _SOMETIMES or "." in word:
        if text.startswith("$", after):  # "(U.S. $18 billion)"
            return False
        following = _WORD.match(text, after)
        return following is None or following.group() in _OPENERS
    return not text[after : after + 1].islower()
