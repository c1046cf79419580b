"""Whose aid, orders and things figures tell: "Seoul's aid to Ukraine", "Egypt's $1.6 billion purchase"."""

from __future__ import annotations

import re

from koreaaid.extract.claims.parties.party import is_goods, is_party, is_people
from koreaaid.extract.claims.words.phrases import Phrase
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language import word_classes as w
from koreaaid.language.subject_nouns import OWNING

_NEAR = 3
_GAP = re.compile("#[^;:|]*[&,]([CNB]{1,3})(?:[x#]o)?$")
_FAR_GAP = 16


def owner_of(sentence: Tagged, word: int, first: int) -> Phrase | None:
    """Return whose aid, order or export a figure tells: "South Korea's aid to Ukraine reached"."""
    if word and sentence.words[word - 1][-2:] in OWNING and _is_owned(sentence, sentence.after(word)):
        return _names_before(sentence, word, first)
    for at in sentence.cues_before(word):
        if at < first:
            break
        if not sentence.flags[at] & w.OWNED:
            continue
        end = at
        while end > max(first, at - _NEAR) and sentence.tags[end - 1] in "jx#":
            end -= 1
        owner = _names_before(sentence, end, first)
        if owner and sentence.words[end - 1][-2:] in OWNING:
            return owner
        if owner and (people := is_people(sentence, end)):
            return end - people, end
    return None


def _is_owned(sentence: Tagged, start: int) -> bool:
    """Say whether a sum stands before an order, aid or the like: "Egypt's $1.6 billion arms purchase"."""
    return any(bits & (w.OWNED | w.DEAL) for bits in sentence.flags[start : start + 2])


def _names_before(sentence: Tagged, end: int, first: int) -> Phrase | None:
    start = end
    while start > first and sentence.tags[start - 1] in "CNB":
        start -= 1
    return (start, end) if start < end else None


def buyer_of(sentence: Tagged, goods: Phrase, verb: int) -> Phrase | None:
    """Return whose things a participle tells to be bought: "Malaysia's 18 jets, bought for $920 million"."""
    if not sentence.flags[verb] & w.CONTRACTED or not is_goods(sentence, goods):
        return None
    for end in (goods[0], goods[0] + 1):
        if end and sentence.words[end - 1][-2:] in OWNING:
            return _names_before(sentence, end, 0)
    return None


def who_goes_on(sentence: Tagged, word: int, first: int) -> Phrase | None:
    """Return who does the same without a verb: "Poland has bought 180 tanks, and Norway [54]"."""
    found = _GAP.search(sentence.tags, max(first, word - _FAR_GAP), word)
    if found is None or not is_party(sentence, found.span(1)):
        return None
    told = any(_tells(bits) for bits in sentence.flags[first : found.start()])
    return found.span(1) if told else None


def _tells(bits: int) -> bool:
    return bool(bits & (w.FINITE | w.STAGED | w.TRANSFER)) and not bits & w.AUXILIARY
