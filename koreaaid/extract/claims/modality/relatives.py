"""What is told of a figure right after what it counts: "the 300 guns that were planned", "18 due by May"."""

from __future__ import annotations

import re

from koreaaid.extract.claims.verbs.verb_groups import group_end, group_modality
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.extract.mention import Modality, Quantity
from koreaaid.language import word_classes as w
from koreaaid.language.lexicon import lexicon
from koreaaid.language.nouns import THINGS

_CLOSING = frozenset(lexicon("modality")["closing"])
SET_ASIDE = (["allocated"], ["budgeted"], ["earmarked"], ["reserved"])
_DUE = frozenset(["by", "in", "later", "next", "on", "this"])
_NOUN = re.compile('o?[xjNCBTr"“”&]*(.)')
_COMING = (["arrive"], ["come"], ["follow"])
MEANT = frozenset(lexicon("modality")["meant"])
_PROMISED = frozenset(["pledged", "promised"])
_HOLDING, _OVER = frozenset(["has", "have"]), ("", ",", "i", "n", "a")
_RATES = [[each, time] for each in ("a", "an", "per") for time in ("day", "hour", "month", "week", "year")]
_AFTER_MEANT = ("", "f", ",", ";", ")", "@", "a", "i", "n", "y", "r")
_NEAR_MEANT = 6
_LONGEST = 8
_LONGEST_SUBJECT = 6
_FAR_CLOSE = 20
_ENDING = w.FINITE | w.CLAUSE | w.DUE
_AHEAD = w.INTENDING | w.EXPECTING
_HANDED = w.DELIVERED | w.SHIPPED
_PLACED = ("i", "n", "a")
_WHOLE = ("o", "F", "2")
_SUBJECTS = frozenset("IhHWCNBT")


def told_after(sentence: Tagged, word: int, quantity: Quantity) -> Modality | None:
    """Return what follows a figure and what it counts tells of it, or None where nothing does."""
    if sentence.words[word + 1 : word + 2] in SET_ASIDE and sentence.tags[word + 2 : word + 3] == "f":
        return "planned"  # "with $260 million reserved for Oslo"
    if sentence.bits & _AHEAD and (meant := _meant(sentence, word)):
        return meant
    ends = _NOUN.match(sentence.tags, word + 1)
    if ends is None or (ends[1] not in "dtIHWn2" and not sentence.bits & w.DUE):
        return None
    at = _after_noun(sentence, word)
    if at >= len(sentence.tags):
        return None
    tag = sentence.tags[at]
    if tag == "t":
        return _in_relative(sentence, word, at + 1)
    if (
        tag in "IHW" and at > word + 1 and sentence.tags[at - 1] != "o"
    ):  # "a $400 million deal it is close to signing"
        return _of_verb(sentence, at + 1)
    if sentence.words[at] == "due" and quantity.category in THINGS:  # no bonds, no debts
        following = sentence.words[at + 1 : at + 2]
        dated = sentence.tags[at + 1 : at + 2] == "@" or not _DUE.isdisjoint(following)
        return "planned" if dated else None
    if sentence.words[at - 1] == "more" and tag == "2" and sentence.words[at + 1 : at + 2] in _COMING:
        return "planned"  # "with a dozen more to follow"
    if tag == "n" and sentence.flags[at + 2 : at + 3] and sentence.words[at + 2] == "way":
        return "planned"  # "100 more guns on their way to Russia"
    return None


def _meant(sentence: Tagged, word: int) -> Modality | None:
    """Return what a participle behind a figure says: "down from 450 planned at first"."""
    if MEANT.isdisjoint(sentence.words[word + 1 : word + _NEAR_MEANT]):
        return None
    at = _after_noun(sentence, word)
    if sentence.words[at : at + 1] == [] or sentence.words[at] not in MEANT:
        return None
    if sentence.words[at] in _PROMISED and sentence.tags[max(0, word - 2) : word] not in ("od", "cd"):
        return None  # "has got all 16 trucks promised"
    after = sentence.tags[at + 1 : at + 2]
    if after not in _AFTER_MEANT and not (after == "2" and sentence.tags[at + 2 : at + 3] in ("C", "N", "d")):
        return None
    return "expected" if sentence.flags[at] & w.EXPECTING else "planned"


def has_left(sentence: Tagged, word: int) -> bool:
    """Say whether a relative clause tells that things are handed over: "the 22 guns (that) Oslo had given".

    What is taken from or put to may have any past: "to the 180 it ordered", "40 of the 90 guns Oslo built".
    """
    if word == 0 or sentence.words[word - 1].lower() != "the":
        return False
    tags, flags = sentence.tags, sentence.flags
    at = _after_noun(sentence, word)
    ahead = tags[at - 1] == "r" and sentence.words[at - 1] == "already"
    if ahead and tags[at : at + 1] in _PLACED:
        return True  # "the 180 already in service"
    linked = tags[at : at + 1] in ("t", "R")
    verb = _after_subject(sentence, at + linked)
    had = linked and tags[verb : verb + 1] == "v"
    told = linked or tags[verb - 1] in _SUBJECTS
    while verb < len(tags) and tags[verb] in ("vrb" if linked else "vr"):
        verb += 1
    bits = flags[verb] if verb < len(tags) else 0
    if sentence.words[verb - 1] in _HOLDING and tags[verb : verb + 1] in _OVER:
        return True  # "the 900 shells it has in storage"
    if bits & _HANDED and not (sentence.words[verb].endswith("s") or tags[verb + 1 : verb + 3] == "y@"):
        return had or bool(bits & w.FINITE)
    whole = told and tags[max(0, word - 2) : word - 1] in _WHOLE
    return whole and bool(bits & w.FINITE) and not bits & (_AHEAD | w.ENVISAGING | w.ENVISAGING_FOR)


def have_promised(sentence: Tagged, word: int) -> bool:
    """Say whether those counted have promised something: "five countries have committed 900 million"."""
    at = _after_noun(sentence, word)
    if sentence.words[at : at + 1] == ["who"]:  # "two men who want to go to Oslo"
        return bool(sentence.flags[at + 1 : at + 2] and sentence.flags[at + 1] & w.INTENDING)
    perfect = sentence.tags[at : at + 1] == "v"
    if perfect:
        at += 2 if sentence.tags[at + 1 : at + 2] == "r" else 1
    if at >= len(sentence.tags) or not sentence.words[at].endswith("ed"):
        return False
    if not sentence.flags[at] & (w.INTENDING | w.AGREEING):
        return False
    return perfect or sentence.tags[at + 1 : at + 2] in ("#", "d")


def must_do(sentence: Tagged, word: int) -> bool:
    """Say whether what is counted must do something: "a tenth of the sum must flow back", not "must be"."""
    if not sentence.bits & w.MUST:
        return False
    for at in range(word + 1, min(word + _LONGEST, len(sentence.tags) - 1)):
        if sentence.flags[at] & w.MUST:
            return sentence.tags[at + 1] == "x" and not sentence.flags[at + 1] & (w.FINITE | w.OUTCOME)
        if sentence.flags[at] & (w.FINITE | w.CLAUSE) or sentence.tags[at] in ",;":
            return False
    return False


def is_close_to(sentence: Tagged, word: int) -> bool:
    """Say whether a deal is near that a figure belongs to: "is close to signing a deal for 30 guns"."""
    tags = sentence.tags
    first = max(1, word - _FAR_CLOSE)
    to = tags.rfind("2", first, word)
    while to > 0:
        if sentence.words[to - 1] == "close":
            signs = sentence.words[to + 1] in _CLOSING
            return signs and not any(bits & w.CLAUSE for bits in sentence.flags[to:word])
        to = tags.rfind("2", first, to)
    return False


def _after_noun(sentence: Tagged, word: int) -> int:
    """Return the index after the noun that a figure counts: "[300] soldiers and officers that"."""
    tags, flags = sentence.tags, sentence.flags
    at = word + 2 if tags[word + 1 : word + 2] == "o" else word + 1  # "thousands of workers"
    while at < len(tags) and at - word < _LONGEST:
        joins = tags[at] == "&" and tags[at + 1 : at + 2] in ("x", "N", "C", "T")
        if not joins and (tags[at] not in 'xjNCBTr"“”' or flags[at] & _ENDING):
            break
        at += 1
    return at + 2 if sentence.words[at : at + 2] in _RATES else at  # "the 900 a month that were promised"


def _after_subject(sentence: Tagged, start: int) -> int:
    tags, flags = sentence.tags, sentence.flags
    at = start
    while at < len(tags) and at - start < _LONGEST_SUBJECT:
        if tags[at] not in "dNCTBMjxhHIW" or flags[at] & (w.FINITE | _AHEAD):
            break
        at += 1
    return at


def _in_relative(sentence: Tagged, word: int, start: int) -> Modality | None:
    """Return what a clause after "that" plans: "that was forecast", "that the North plans to send"."""
    verb = _after_subject(sentence, start)
    if verb == start:
        while verb < len(sentence.tags) and sentence.tags[verb] in "vbr":
            verb += 1
        bits = sentence.flags[verb] if start < verb < len(sentence.flags) else 0
        return "expected" if bits & w.EXPECTING else "planned" if bits & w.INTENDING else None
    return _of_verb(sentence, verb)


def _of_verb(sentence: Tagged, at: int) -> Modality | None:
    """Return what the verb of a clause says, if it looks ahead."""
    tags = sentence.tags
    while at < len(tags) and tags[at] in "rbv":
        at += 1
    if at >= len(tags):
        return None
    if sentence.words[at] == "close":
        return "expected" if is_close_to(sentence, at + 3) else None
    if not sentence.flags[at] & (_AHEAD | w.MODAL):
        return None
    end = at + 2 if tags[at + 1 : at + 2] == "2" else group_end(sentence, at)
    found = group_modality(sentence, min(end, len(tags) - 1))
    return found if found in ("planned", "expected") else None
