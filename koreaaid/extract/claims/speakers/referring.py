"""Sentences that refer to the one before: "This was announced by X", "X reports this"."""

from __future__ import annotations

import re

from koreaaid.extract.claims.sources.source import Source
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language.word_classes import FINITE, INTENDING

_TELLS_FIRST = ("This ", "That ", "It ", "So ")
_OWNED = frozenset(["His", "Her", "Its", "Their"])
_OFFICES = (["ministry"], ["office"])  # "His office bought 40" is no word of his
_MORE = ("Another ", "A further ", "An additional ")
_THESE = frozenset(["her", "his", "its", "their", "them", "these", "this", "those"])
_AFTER_OBJECT = ("", ",", ";", ":", "-", "(", '"', "”", *"niawpy2FfK@")
_MAY_TELL = re.compile(r"(?:[\w’'.-]+ ){1,12}?(?:this|it)\b")


def may_tell(text: str, start: int, end: int) -> bool:
    """Say whether a sentence may tell who said the one before: "This was", "Ukrinform reports this"."""
    if text.startswith(_TELLS_FIRST, start):
        return True
    named = text.find(" this", start, end) > 0 or text.find(" it", start, end) > 0
    return named and bool(_MAY_TELL.match(text, start, end))


def reports_this(words: list[str], tags: str, source: Source) -> bool:
    """Say whether a sentence reports the one before: "X reports this with reference to Y"."""
    object_ = source.at + 1
    if words[object_ : object_ + 1] in (["about"], ["of"]):  # "told about this at the forum"
        object_ += 1
    if words[object_ : object_ + 1] in (["this"], ["it"]) and "#" not in tags:
        return tags[object_ + 1 : object_ + 2] in _AFTER_OBJECT  # not "said this was due to"
    first = words[0].lower()
    return first in ("this", "that") and tags[1:2] == "b" and source.at <= 4 and "t" not in tags


def takes_up(sentence: Tagged) -> bool:
    """Say whether a sentence goes on with the one before: "It covers …", "Another 20 may", "Of these, …"."""
    first = sentence.tags[:1]
    if first == "d":
        return sentence.words[0] in _OWNED and sentence.words[1:2] not in _OFFICES
    if first == "#":
        return sentence.words[0].startswith(_MORE)
    if first in ("I", "H") and sentence.flags[1:2] and sentence.flags[1] & INTENDING:
        return False  # "They want 90", which is what they do
    return first in ("I", "H") or (first == "o" and not _THESE.isdisjoint(sentence.words[1:2]))


def answers(sentence: Tagged, goes_on: bool) -> bool:
    """Say whether a sentence tells how many answered what: "Only 15 percent said …".

    One that goes on with a paragraph or a share needs no such verb: "The remaining 5 percent declined …".
    """
    at = sentence.tags.find("#", 0, 4)
    if at < 0 or sentence.figures[at].unit != "percent" or any(bits & FINITE for bits in sentence.flags[:at]):
        return False
    return goes_on or sentence.tags[0] == "o" or any(tag in "VUX" for tag in sentence.tags[at + 1 : at + 5])
