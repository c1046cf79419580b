"""Figures of what is there already, beside what is planned: "now $40", "the 90 of a year ago"."""

from __future__ import annotations

from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.extract.mention import Quantity
from koreaaid.language.lexicon import lexicon
from koreaaid.language.subject_nouns import OWNING

_EXISTING = frozenset(lexicon("modality")["existing"])
_COMPARING = (["against"], ["versus"])
_NOW = (["already"], ["currently"], ["now"], ["today"])
_ANALYSTS = (["analysts"], ["brokerages"], ["economists"])
_OF_WHOM = (["among"], ["by"], ["from"])
_PLACED = ("", "i", "n", "a", "x", "r")
_TIMES = (["double"], ["exceeding"], ["triple"], ["twice"])
_NOT_YET = (["new"], ["planned"], ["proposed"])
_BEGINS = ("", ",", ";", "&", "w")
_PAST_ENDS, _PAST_BEGINS = ("ago", "before", "earlier"), ("last ", "this ")


def is_standing(sentence: Tagged, word: int, quantity: Quantity) -> bool:
    """Say whether a figure counts what is there already: "the existing 28", "its 28 current launchers".

    So it does where what may be is compared with it ("could make 2 million, against 900,000 in 2022"), and
    in "the fine, 1 billion yen at present, may be raised".
    """
    tags, words = sentence.tags, sentence.words
    if words[word - 1 : word] in _COMPARING and "@" in tags[word + 1 : word + 4]:
        return True
    if words[word + 1 : word + 3] == ["at", "present"]:
        return True
    if words[word - 1 : word] in _NOW and tags[word - 2 : word - 1] == ",":
        return True  # "the price, now $4,000, may fall"
    if "already" in words[word + 1 : word + 4] and _is_already(sentence, word):
        return True
    the = tags[word - 1 : word] == "d" and words[word - 1] == "the"
    if the and (words[word - 2 : word - 1] in _TIMES or _is_of_past(sentence, word)):
        return True  # "would be double the $3 billion of the first"
    if the and "frozen" in words[word + 1 : word + 4]:
        return True  # "wants to use the $300 billion in frozen assets"
    if words[word + 1 : word + 2] in _ANALYSTS and words[word - 1 : word] in _OF_WHOM:
        return True  # "an average forecast from 12 analysts"
    if quantity.category == "other_count" and _are_some(sentence, word):
        return True
    return not _EXISTING.isdisjoint(map(str.lower, words[max(0, word - 1) : word + 2]))


def is_from_before(sentence: Tagged, word: int) -> bool:
    """Say whether a figure is where a change begins: "from 900 million", "from this year's 40 million"."""
    return sentence.tags.endswith(("F", "F@", "F@x"), 0, word)


def _is_already(sentence: Tagged, word: int) -> bool:
    """Say whether a figure is one of what is there: "joining 900 men already there", no "will already be"."""
    at = sentence.words.index("already", word)
    between = sentence.tags[word + 1 : at].strip("xjNCT")
    return not between and sentence.tags[at + 1 : at + 2] in _PLACED


def _is_of_past(sentence: Tagged, word: int) -> bool:
    """Say whether a figure is of a year before: "twice the $40 million of last year", "the 90 a year ago"."""
    at = word + 2 if sentence.tags[word + 1 : word + 2] == "o" else word + 1
    if sentence.tags[at : at + 1] != "@":
        return False
    date = sentence.words[at].lower()
    return date.endswith(_PAST_ENDS) or date.startswith(_PAST_BEGINS)


def _are_some(sentence: Tagged, word: int) -> bool:
    """Say whether those are told of who do it: "the country's four largest firms", "two other states may"."""
    if sentence.words[word + 1 : word + 2] == ["other"]:
        return sentence.tags[word - 1 : word] in _BEGINS
    if sentence.words[word + 1 : word + 2] in _NOT_YET:
        return False
    return word > 0 and sentence.words[word - 1][-2:] in OWNING
