"""What the words around a number say of it: the one table of bounds.

==========================================  =========  ===  =====  ====
words                                       bound      low  value  high
==========================================  =========  ===  =====  ====
none, exactly                               exact      X    X      X
about, around, some, roughly, an estimated  about      -    X      -
almost, nearly, close to, just under        almost     -    X      X
less than, fewer than, under, below         less_than  -    X      X
up to, as many as, no more than, at most    at_most    -    X      X
over, more than, above, upwards of          more_than  X    X      -
at least, no fewer than, X or more          at_least   X    X      -
between X and Y, X to Y, X-Y                range      X    -      Y
several, dozens, hundreds of                vague      3..  -      -
==========================================  =========  ===  =====  ====

Of stacked bounds the outermost counts ("up to almost 3,000" is at most 3,000), except an outer "about".
"""

from __future__ import annotations

import re
from typing import Literal

from koreaaid.language.lexicon import alternatives, lexicon
from koreaaid.language.nearby import word_after, word_before
from koreaaid.language.patterns import late

Bound = Literal["exact", "about", "almost", "less_than", "at_most", "more_than", "at_least", "range", "vague"]

_WORDS = lexicon("bounds")


def _bounds(table: dict[Bound, list[str]]) -> dict[str, Bound]:
    return {words: bound for bound, entries in table.items() for words in entries}


_BEFORE = _bounds(_WORDS["before"])
_AFTER = {**_bounds(_WORDS["after"]), **_bounds(_WORDS["after_at_end"])}
# How many words the bounds have that end in a word, most first.
_LENGTHS = {
    last: sorted({len(words.split()) for words in _BEFORE if words.split()[-1] == last}, reverse=True)
    for last in {words.split()[-1] for words in _BEFORE}
}
_NOT_AFTER = {word: frozenset(entries) for word, entries in _WORDS["not_after"].items()}
_ONLY_AFTER = {word: frozenset(entries) for word, entries in _WORDS["only_after"].items()}
_PASSING = frozenset(_WORDS["marked"]["more_than"])
_NOT_BEFORE_SMALL = frozenset(_WORDS["not_before_small"]["words"])
_SMALL = late(r"(?:[1-4]|one|two|three|four)\Z", re.IGNORECASE)
_UNDER_WHAT = late(
    rf"[\s-]+(?:\w+[\s-]+){{0,2}}(?:{alternatives(_WORDS['under_what']['nouns'])})\b", re.IGNORECASE
)
_ONLY_OF_LENGTHS = frozenset(_WORDS["only_of_lengths"]["words"])
_LENGTH_UNITS = tuple(_WORDS["only_of_lengths"]["units"])
_AT_END = alternatives(words for entries in _WORDS["after_at_end"].values() for words in entries)
_BEHIND_WORDS = alternatives(words for entries in _WORDS["after"].values() for words in entries)
_BEHIND = late(
    rf"[^\S\n]?(?:({_BEHIND_WORDS})(?![\w+])"
    rf"|({_AT_END})(?=\s*(?:[,.;:)\n”\"]|\Z)))",
    re.IGNORECASE,
)
_FIRST_BEHIND = frozenset(word_after(words, 0) for words in _AFTER if words != "+")
_RIVALS = late(r"\s(?:[A-Za-z-]+\s){0,2}(?:bidders|competitors|contenders|others|rivals)\b")
_MOST_STACKED = 3
_LONGEST = 5  # words of a bound
_REACH = 64  # characters before the number
_SIGN_ENDS = frozenset("-≈~∼<=>≤≥±")
_SIGNS = ("sub-", "+/-", "+-", "≈", "~", "∼", "<=", ">=", "<", ">", "≤", "≥", "±")
_OPENING = "(“\"‘'—–["
_CLOSING = "”\"’'"  # “well over” 3 billion


def bound_around(text: str, start: int, end: int) -> tuple[Bound, int, int]:
    """Read the bound of the number (with its currency or unit) at `text[start:end]`, and the span of both.

    >>> bound_around("up to almost 3,000,000 shells", 13, 22)
    ('at_most', 0, 22)
    >>> bound_around("information about 3,000 troops", 18, 23)
    ('exact', 18, 23)
    """
    before, begin = bound_before(text, start, end)
    after, stop = bound_after(text, end)
    if after != "exact" and (after != "about" or before == "exact"):
        return after, begin, stop
    return before, begin, stop


def bound_before(text: str, start: int, end: int) -> tuple[Bound, int]:
    """Read the bound in the words before a number, and where they begin."""
    bound: Bound = "exact"
    begin = start
    if text.startswith(" mark", end) and text.endswith(" the ", 0, start):
        return _before_mark(text, start, end)
    before = text[start - 1 : start]
    if before in _SIGN_ENDS:
        sign = next((sign for sign in _SIGNS if text[start - len(sign) : start].lower() == sign), "")
        return (_BEFORE[sign], start - len(sign)) if sign else (bound, begin)
    if not before.isspace():
        return bound, begin
    if word_before(text, start).lower().lstrip(_OPENING).rstrip(_CLOSING) not in _LENGTHS:
        return bound, begin
    words = text[max(0, start - _REACH) : start].lower().rsplit(None, 2 * _LONGEST)
    for _ in range(_MOST_STACKED):
        phrase = _phrase_at_end(words)
        if not phrase or not _is_bound(text, phrase, words, start, end):
            break
        for word in reversed(words[-len(phrase) :]):
            begin = _word_start(text, word, begin)
        quoted = words[-1][-1] in _CLOSING
        begin += max(0, len(word) - len(word.lstrip(_OPENING)) - quoted)
        del words[-len(phrase) :]
        found = _BEFORE[" ".join(phrase)]
        if found not in ("about", "exact") or bound == "exact":
            bound = found
    return bound, begin


def _before_mark(text: str, start: int, end: int) -> tuple[Bound, int]:
    """Read "just under the 40 trillion won mark", "passed the $100 billion mark"."""
    article = start - len("the ")
    bound, begin = bound_before(text, article, end)
    if bound == "exact" and word_before(text, article).lower() in _PASSING:
        bound = "more_than"
    return bound, begin if begin < article else start


def bound_after(text: str, end: int) -> tuple[Bound, int]:
    """Read the bound in the words behind a number or its unit, and where they end."""
    near = word_after(text, end) in _FIRST_BEHIND or "+" in text[end : end + 2]
    found = _BEHIND.match(text, end) if near else None
    if not found:
        return "exact", end
    words = " ".join((found[1] or found[2]).lower().split())
    return _AFTER[words], found.end()


def limits(bound: Bound, value: float) -> tuple[float | None, float | None]:
    """Return the lowest and highest number that `value` with `bound` can mean, as in the table above."""
    if bound == "exact":
        return value, value
    low = value if bound in ("more_than", "at_least") else None
    high = value if bound in ("almost", "less_than", "at_most") else None
    return low, high


def _phrase_at_end(words: list[str]) -> list[str]:
    """Return the longest bound that the last of `words` make, with the marks around it or without."""
    if not words:
        return []
    last = words[-1].rstrip(_CLOSING)
    for length in _LENGTHS.get(last.lstrip(_OPENING), ()):
        phrase = [*words[-length:-1], last]
        if last != words[-1] and phrase[0][0] not in _OPENING:
            continue  # only the whole of what is quoted
        phrase[0] = phrase[0].lstrip(_OPENING)
        if " ".join(phrase) in _BEFORE:
            return phrase
    return []


def _word_start(text: str, word: str, end: int) -> int:
    """Return where `word`, the last one before `end`, begins."""
    while text[end - 1].isspace():
        end -= 1
    return end - len(word)


def _is_bound(text: str, phrase: list[str], words: list[str], start: int, end: int) -> bool:
    """Tell a bound from a preposition: "about 3,000", but not "information about 3,000"."""
    word = " ".join(phrase)
    before = words[-len(phrase) - 1] if len(words) > len(phrase) else ""
    if before in _NOT_AFTER.get(word, ()):
        return False
    if word in _ONLY_AFTER and before not in _ONLY_AFTER[word]:
        return False
    if word in _NOT_BEFORE_SMALL and _SMALL.match(text, start, end):
        return False
    if word in _ONLY_OF_LENGTHS and not text.endswith(_LENGTH_UNITS, start, end):
        return False
    if word == "over" and _RIVALS.match(text, end):
        return False  # "picked it over two rivals"
    return word not in ("under", "below") or not _UNDER_WHAT.match(text, end)
