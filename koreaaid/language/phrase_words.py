"""The words that end a noun phrase, and the nouns that figures are said of."""

from __future__ import annotations

from functools import lru_cache

from koreaaid.language.lexicon import lexicon
from koreaaid.language.nouns import category_of
from koreaaid.language.patterns import late

_WORDS = lexicon("phrases")
STOPS = frozenset(_WORDS["stops"]["words"])
_WHO = frozenset(_WORDS["stops"]["contracted"])
MONEY_NOUNS = frozenset(_WORDS["money_nouns"]["words"])
MEASURED_NOUNS = frozenset(_WORDS["measured_nouns"]["words"])
POLLED = frozenset(_WORDS["polled"]["participles"])
PERIODS = frozenset(_WORDS["paid_for"]["periods"])
_MISSILES = frozenset(_WORDS["missiles"]["letters"])
_LETTERS = late(r"[^\W\d_]*")
_ORDINALS = ("1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "0th")
_APOSTROPHES = frozenset("'’")


@lru_cache(maxsize=4096)
def stops(word: str) -> bool:
    """Say whether a noun phrase ends before the word."""
    if word in ("IT", "US"):
        return False
    if word[-2:-1] in _APOSTROPHES or word[-3:-2] in _APOSTROPHES:  # "they've", "she's", but "today's"
        return word.replace("’", "'").lower().partition("'")[0] in _WHO or word.lower() in STOPS
    return word.lower() in STOPS or (word[0].isdecimal() and not any(c.isalpha() or c == "×" for c in word))


@lru_cache(maxsize=4096)
def is_known(word: str) -> bool:
    """Say whether a lexicon has the noun: of things counted, paid for or measured."""
    low = word.lower()
    return category_of(word) is not None or low in MONEY_NOUNS or low in MEASURED_NOUNS


@lru_cache(maxsize=4096)
def is_designation(word: str) -> bool:
    """Say whether a word of a phrase has digits: "48 FA-50s"."""
    return any(c.isdigit() for c in word) and not (word[0].isdigit() and word.endswith(_ORDINALS))


def designation_category(word: str) -> str:
    """Return what a designation names: of its letters, a few stand for missiles ("KN-23s")."""
    letters = _LETTERS.match(word)
    return "munitions" if letters and letters[0] in _MISSILES else "equipment"
