"""The words of a noun phrase and which is its head: "tanks" of "North Korean tanks", "body armor"."""

from __future__ import annotations

import re

from koreaaid.language.lexicon import lexicon
from koreaaid.language.nouns import GOODS, category_of, compound_category, is_mass, is_plural
from koreaaid.language.patterns import late
from koreaaid.language.phrase_words import is_designation, is_known

_WORDS = lexicon("phrases")
BLANK = r"(?:[ \t\u00a0\u2009\u202f]|\r?\n(?=[a-z]))"
# Parts that are rare are written as one of two alternatives, the other of them nothing: `(?:…)*` costs more.
# Most words are of small letters alone, which are passed over faster than `\w`; nothing is given back.
_MORE = r"[a-z]*+\w*+(?:\.\d\w*(?:\.\d\w*)*|)"
_JOINED = rf"['’&/×‑-][^\W_]{_MORE}"
_REST = rf"{_MORE}(?:{_JOINED}(?:{_JOINED})*|)(?:['’](?=\s)|)"
# Initials, or any other word; a search leaps to the first letter of either.
WORD = rf"[^\W_](?:\.(?<=[A-Z].)(?:[A-Z]\.){{0,2}}(?:(?=[ \u00a0\nA-Z])|-[a-z]+)|{_REST})"
# A calibre, and any other measure that is part of what is counted: "500 2-ton trucks".
CALIBRE = late(
    rf"{BLANK}{{1,2}}(\d{{2,3}}(?:\.\d+)?[ \u00a0-]?(?:mm|millimet\w{{2}}s?)"
    r"(?:(?:/| and | or |, )\d{2,3}[ \u00a0-]?mm)*"
    r"(?:[- ]cali\w+)?"
    r"|\d{1,3}(?:,\d{3}|\d)?(?:\.\d+)?[ -](?:ton|tonne|kg|kilogram|pound|liter|litre|gallon|watt|kilowatt"
    r"|megawatt|foot|inch|meter|metre|kilometer|kilometre|horsepower)(?=[ -][a-z]))\b",
    re.IGNORECASE,
)
LIKE_ADJECTIVES = frozenset({"military", "infantry", "artillery", "police", "airborne", "equipment"})
_PAST_VERBS = frozenset(_WORDS["figure_verbs"]["words"])

Word = tuple[int, int, str]


def can_be_head(word: str, *, single: bool) -> bool:
    """Say whether a phrase may end with a word: a plural, or behind "one" a noun of the lexicon."""
    if word[-1] in "'’." or word.endswith(("'s", "’s")):
        return False
    return is_plural(word) or (single and is_known(word))


def is_of_kind(words: list[Word], head_at: int) -> bool:
    """Say whether a noun has taken its place behind a plural like an adjective: "military aid"."""
    head, last = words[head_at][2], words[-1][2]
    if is_mass(head) and head_at >= len(words) - 3 and _is_thing(last):  # "ammunition resupply vehicle"
        return True
    return head_at == len(words) - 2 and head.lower() in LIKE_ADJECTIVES and is_known(last)


def fallback_head(words: list[Word], *, single: bool) -> int:
    """Return the index of the head where no word looks like a plural, or -1."""
    last = len(words) - 1
    for at in range(last, -1, -1):
        if is_designation(words[at][2]) and not CALIBRE.fullmatch(f" {words[at][2]}"):
            return next((behind for behind in range(last, at, -1) if _is_thing(words[behind][2])), at)
    for at, (_, _, word) in enumerate(words):
        if category_of(word) not in (None, "other_count") and word.islower():
            return at + (at < last and compound_category(word, words[at + 1][2]) is not None)  # "body armor"
    if words[last][2][0].isupper() and category_of(words[last][2]) in GOODS:  # "20 Leopard 2 and"
        return last
    head = min(len(words), 3) - 1 if single else -1
    while head > 0 and _is_past(words[head][2]):  # "of Korean rice reached Kyiv"
        head -= 1
    return head


def _is_past(word: str) -> bool:
    return word in _PAST_VERBS and word.endswith("ed")


def _is_thing(word: str) -> bool:
    """Say whether a word names goods in the singular: the "vehicle" of "the K10 resupply vehicle"."""
    return word.islower() and not is_mass(word) and category_of(word) in GOODS
