"""Noun phrases before a number: what a sum of money, a share or a measure is said of."""

from __future__ import annotations

import re
from functools import lru_cache

from koreaaid.language.nouns import category_of, singular
from koreaaid.language.phrases import MEASURED_NOUNS, MONEY_NOUNS, WORD, Phrase, stops

THINGS = frozenset({"personnel", "equipment", "munitions"})
# "the deal, whose value is $6 billion": such a noun is taken only where there is no better one before it.
_GENERIC = frozenset({"value", "price", "cost", "costs", "worth", "total", "sum", "amount", "increase"})
_MOST_BEFORE = 3
_BEFORE_VERBS = frozenset(
    {"to", "can", "will", "would", "could", "may", "might", "must", "should", "shall", "not"}
)
_ANY_WORD = re.compile(WORD)
_BLANKS = frozenset(" \n\u00a0-")

_Words = list[re.Match[str]]


def phrase_before(text: str, start: int, limit: int, *, money: bool) -> Phrase | None:
    """Find the noun in `text[limit:start]` that a sum or a measure is said of, with the words before it.

    >>> text = "The ministry signed a framework deal worth"
    >>> phrase = phrase_before(text, len(text), 0, money=True)
    >>> text[phrase.start : phrase.end]
    'framework deal'
    """
    fits = _is_paid_for if money else _is_measured
    words = _words_between(text, limit, start)
    found: Phrase | None = None
    for at in range(len(words) - 1, -1, -1):
        word = words[at][0]
        if fits(word) and not (found and _is_generic(word)):
            found = Phrase(_beginning(text, words, at), words[at].end(), word, None)
            if not _is_generic(word):
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
        word = words[at][0]
        category = category_of(word)
        if category in categories and not stops(word):
            return Phrase(_beginning(text, words, at), words[at].end(), word, category)
    return None


@lru_cache(maxsize=4096)
def _is_paid_for(word: str) -> bool:
    low = word.lower()
    return low in MONEY_NOUNS or singular(low) in MONEY_NOUNS


@lru_cache(maxsize=4096)
def _is_measured(word: str) -> bool:
    low = word.lower()
    return low in MEASURED_NOUNS or singular(low) in MEASURED_NOUNS


def _is_generic(word: str) -> bool:
    return singular(word.lower()) in _GENERIC


@lru_cache(maxsize=2)
def _words_between(text: str, start: int, end: int) -> _Words:
    """Return the words of `text[start:end]`; those who look there ask one after the other."""
    return list(_ANY_WORD.finditer(text, start, end))


def _beginning(text: str, words: _Words, at: int) -> int:
    """Return where the phrase begins whose head is `words[at]`."""
    head = at
    first = max(0, at - _MOST_BEFORE)
    while at > first and _belongs(text, words[at - 1], words[at]):
        at -= 1
        if words[at][0].endswith(("'s", "’s")):
            first = max(at - 2, 0)
            while at > first and words[at - 1][0][0].isupper() and _belongs(text, words[at - 1], words[at]):
                at -= 1  # "South Korea's exports"
            break
    if 0 < at < head and words[at - 1][0] in _BEFORE_VERBS:  # "can hit targets"
        at += 1
    return words[at].start()


def _belongs(text: str, word: re.Match[str], following: re.Match[str]) -> bool:
    """Say whether a word before a noun is part of its phrase."""
    near = text[word.end() : following.start()] in _BLANKS
    return near and not stops(word[0]) and not word[0][0].isdecimal()
