"""Goods that a contract or an agreement promises: "signed a contract for 48 jets"."""

from __future__ import annotations

from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.extract.mention import Quantity
from koreaaid.language import word_classes as w
from koreaaid.language.nouns import GOODS, THINGS

_HANDED = THINGS | {"money"}
_WITH_WHOM = frozenset("wdCNBT&@r")
_COUNTED = THINGS | {"other_count"}
OFFERING = frozenset(["offered", "offering", "offers"])
_WORTH = frozenset(["of", "worth"])
_PARTS_OF_DEALS = frozenset(["batch", "lot", "phase", "price", "tranche"])
_AGREED = frozenset(["accord", "agreement", "contract", "deal", "memorandum"])
_ORDERS = frozenset(["order", "orders"])
_NEAR_DEAL = 14
_FAR_PAPER = 20


def under_contract(sentence: Tagged, verb: int, word: int, quantity: Quantity) -> bool:
    """Say whether goods are the object of a contract: "signed a contract for 48 jets"."""
    if quantity.category not in GOODS:
        return False
    if verb >= 0 and sentence.words[verb].lower() in ("was", "were", "had"):
        has_done = sentence.words[verb] == "had" and sentence.words[verb + 1].endswith(("ed", "en", "won"))
        if not has_done:  # "had a contract for 20 guns"
            return False
    for at in range(word - 1, max(verb, word - _NEAR_DEAL, -1), -1):
        if sentence.tags[at] in ",;" or sentence.flags[at] & w.CLAUSE:
            return False
        if sentence.words[at] == "on":
            return not _AGREED.isdisjoint(sentence.words[max(0, at - _NEAR_DEAL) : at])
        if sentence.tags[at] == "f":
            return any(_promises(sentence, deal) for deal in range(max(0, at - _NEAR_DEAL), at))
    return False


def _promises(sentence: Tagged, at: int) -> bool:
    """Say whether a word names a contract or the like: what is on order is ordered already."""
    return bool(sentence.flags[at] & w.DEAL) and sentence.words[at] not in _ORDERS


def agreed_on(sentence: Tagged, verb: int, word: int) -> bool:
    """Say whether goods will change hands by what was agreed: "cleared the sale of 96 jets".

    So it is with "agreed with Oslo on 40 jets", not with "agreed on three points".
    """
    if sentence.words[word - 1] == "on":
        figure = sentence.figures[word]
        with_whom = set(sentence.tags[verb + 1 : word - 1])
        agreed = sentence.words[verb] == "agreed" and with_whom <= _WITH_WHOM
        return agreed and isinstance(figure, Quantity) and figure.category in _HANDED
    if not sentence.bits & w.HANDOVER:
        return False
    of = sentence.tags.rfind("o", max(verb, word - 6), word)
    if of < 1 or not sentence.flags[of - 1] & w.HANDOVER:
        return False
    for at in range(of - 1, max(-1, of - 9), -1):
        bits = sentence.flags[at]
        if bits & w.AGREEING:
            return sentence.words[at] != "told"  # "told reporters of the arrival of 40 guns"
        if bits & w.FINITE:  # "the agreement followed the purchase of 48 jets"
            return False
    return False


def is_offered(sentence: Tagged, at: int, word: int, quantity: Quantity) -> bool:
    """Say whether a sum or goods are offered: "offered Oslo 40 jets for $9 million", "a loan of $3"."""
    if quantity.category not in _HANDED:
        return False
    between = sentence.tags[at + 1 : word]
    if not between.strip("djrCNTB"):
        return True
    worth = quantity.category == "money" and sentence.words[word - 1] in (*_WORTH, "for")
    return worth and not between[:-1].strip("djrxCNTB#@")


def speaks_of_deal(sentence: Tagged, at: int, quantity: Quantity) -> bool:
    """Say whether "covers" is said of a contract in the present tense: its content is still to come."""
    if quantity.category not in _COUNTED or sentence.words[at].endswith("ed"):
        return False
    if (sentence.tags[0] == "I" and at < 4) or sentence.tags[at - 2 : at] == ",I":
        return quantity.category in GOODS
    if any(word.lower() in _PARTS_OF_DEALS for word in sentence.words[max(0, at - 3) : at]):
        return sentence.words[at].lower() in ("cover", "covers", "include", "includes", "comprises")
    return any(bits & (w.DEAL | w.AIM) for bits in sentence.flags[max(0, at - 20) : at])


def is_written(sentence: Tagged, at: int) -> bool:
    """Say whether a contract, a plan or the like foresees something: "a letter of intent foresees two"."""
    written = w.DEAL | w.INTENDING | w.FRAMEWORK
    first = max(0, at - _FAR_PAPER)
    return "budget" in sentence.words[first:at] or any(bits & written for bits in sentence.flags[first:at])
