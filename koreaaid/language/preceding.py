"""Noun phrases before a number: what a sum of money, a share or a measure is said of."""

from __future__ import annotations

import re
from functools import lru_cache

from koreaaid.language.nouns import category_of, singular
from koreaaid.language.phrases import MEASURED_NOUNS, MONEY_NOUNS, WORD, Phrase, Word, stops

THINGS = frozenset({"personnel", "equipment", "munitions"})
# "the deal, whose value is $6 billion": such a noun is taken only where there is no better one before it.
_GENERIC = frozenset({"value", "price", "cost", "costs", "worth", "total", "sum", "amount", "increase"})
_MOST_BEFORE = 3
_BEFORE_VERBS = frozenset(
    {"to", "can", "will", "would", "could", "may", "might", "must", "should", "shall", "not"}
)
_ANY_WORD = re.compile(WORD)
_BLANKS = frozenset(" \n\u00a0-")


def phrase_before(text: str, start: int, limit: int, *, money: bool) -> Phrase | None:
    """Find the noun in `text[limit:start]` that a sum or a measure is said of, with the words before it.

    >>> text = "The ministry signed a framework deal worth"
    >>> phrase = phrase_before(text, len(text), 0, money=True)
    >>> text[phrase.start : phrase.end]
    'framework deal'
    """
    nouns = MONEY_NOUNS if money else MEASURED_NOUNS
    words = _words_between(text, limit, start)
    found: Phrase | None = None
    for at in range(len(words) - 1, -1, -1):
        _, end, word = words[at]
        low = word.lower()
        noun = singular(low)
        if (low not in nouns and noun not in nouns) or (found and noun in _GENERIC):
            continue
        found = Phrase(_beginning(text, words, at), end, word, None)
        if noun not in _GENERIC:
            return found
    return found


def thing_before(text: str, start: int, limit: int, categories: frozenset[str] = THINGS) -> Phrase | None:
    """Find the last noun of one of `categories` in `text[limit:start]`, with the words before it.

    >>> text = "The new vehicle weighs"
    >>> phrase = thing_before(text, len(text), 0)
    >>> text[phrase.start : phrase.end]
    'new vehicle'
    """
    words = _words_between(text, limit, start)
    for at in range(len(words) - 1, -1, -1):
        _, end, word = words[at]
        category = category_of(word)
        if category in categories and not stops(word):
            return Phrase(_beginning(text, words, at), end, word, category)
    return None


@lru_cache(maxsize=2)
def _words_between(text: str, start: int, end: int) -> list[Word]:
    """Return the words of `text[start:end]`; those who look there ask one after the other."""
    return [(*m.span(), m[0]) for m in _ANY_WORD.finditer(text, start, end)]


def _beginning(text: str, words: list[Word], at: int) -> int:
    """Return where the phrase begins whose head is `words[at]`."""
    begin, head = words[at][0], at
    first = max(0, at - _MOST_BEFORE)
    while at > first and _belongs(text, words[at - 1], begin):
        at -= 1
        begin = words[at][0]
        if words[at][2].endswith(("'s", "’s")):
            first = max(at - 2, 0)
            while at > first and words[at - 1][2][0].isupper() and _belongs(text, words[at - 1], begin):
                at -= 1  # "South Korea's exports"
                begin = words[at][0]
            break
    if 0 < at < head and words[at - 1][2] in _BEFORE_VERBS:  # "can hit targets"
        return words[at + 1][0]
    return begin


def _belongs(text: str, word: Word, begin: int) -> bool:
    """Say whether a word before a noun is part of its phrase."""
    return not stops(word[2]) and not word[2][0].isdecimal() and text[word[1] : begin] in _BLANKS
