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
_ANY_WORD = re.compile(f"({WORD})")
_BLANKS = frozenset(" \n\u00a0-")


def phrase_before(text: str, start: int, limit: int, *, money: bool) -> Phrase | None:
    """Find the noun in `text[limit:start]` that a sum or a measure is said of, with the words before it.

    >>> text = "The ministry signed a framework deal worth"
    >>> phrase = phrase_before(text, len(text), 0, money=True)
    >>> text[phrase.start : phrase.end]
    'framework deal'
    """
    fits = _is_paid_for if money else _is_measured
    parts = _parts(text, limit, start)
    found: Phrase | None = None
    for at in range(len(parts) - 2, 0, -2):
        word = parts[at]
        if fits(word) and not (found and _is_generic(word)):
            found = _phrase(parts, at, limit, None)
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
    parts = _parts(text, limit, start)
    for at in range(len(parts) - 2, 0, -2):
        category = category_of(parts[at])
        if category in categories and not stops(parts[at]):
            return _phrase(parts, at, limit, category)
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


@lru_cache(maxsize=2)  # those who look there ask one after the other
def _parts(text: str, start: int, end: int) -> list[str]:
    """Return `text[start:end]` as gaps and words in turn, beginning and ending with a gap."""
    return _ANY_WORD.split(text[start:end])


def _phrase(parts: list[str], at: int, start: int, category: str | None) -> Phrase:
    """Return the phrase whose head is `parts[at]` in a text that begins at `start`."""
    begin = start + sum(map(len, parts[: _beginning(parts, at)]))
    return Phrase(begin, start + sum(map(len, parts[: at + 1])), parts[at], category)


def _beginning(parts: list[str], at: int) -> int:
    """Return which of `parts` begins the phrase whose head is `parts[at]`."""
    head = at
    first = max(1, at - 2 * _MOST_BEFORE)
    while at > first and _belongs(parts, at - 2):
        at -= 2
        if parts[at].endswith(("'s", "’s")):
            first = max(at - 4, 1)
            while at > first and parts[at - 2][0].isupper() and _belongs(parts, at - 2):
                at -= 2  # "South Korea's exports"
            break
    if 1 < at < head and parts[at - 2] in _BEFORE_VERBS:  # "can hit targets"
        at += 2
    return at


def _belongs(parts: list[str], at: int) -> bool:
    """Say whether a word before a noun is part of its phrase."""
    return parts[at + 1] in _BLANKS and not stops(parts[at]) and not parts[at][0].isdecimal()
