"""Sources in the passive: "as reported by X", "This was announced by X", "X was quoted as saying"."""

from __future__ import annotations

import re

from koreaaid.extract.claims.sources.reach import turn_after, turn_before
from koreaaid.extract.claims.sources.source import Content, Source
from koreaaid.extract.claims.words.phrases import Phrase, phrase_after, phrase_before
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language.word_classes import EXPECTING

_PEOPLE = frozenset("NTBCh")
_ENDS = ("", ";", ",")
_TOLD_BY = re.compile("(?:[in]?@)?y")
_WORDS = frozenset([
    "address", "comment", "comments", "essay", "interview", "letter", "message", "post", "remark", "remarks",
    "speech", "statement", "statements", "video",
])  # fmt: skip


def passive_source(sentence: Tagged, at: int) -> Source | None:
    """Read "as reported by X", "This was announced by X", "It was confirmed by X that"."""
    tags = sentence.tags
    phrase = phrase_after(sentence, at + 2)
    if phrase is None:
        return None
    verb = sentence.words[at]
    # "quoted by X as saying"
    if tags[phrase[1] : phrase[1] + 1] == "c" and sentence.words[phrase[1]].lower() == "as":
        subject = phrase_before(sentence, at)
        behind = (
            sentence.tags[phrase[1] + 2 : phrase[1] + 3] in _ENDS
        )  # "…, officials were quoted by X as saying."
        left, right = (0, at) if behind else (phrase[1], turn_after(sentence, at))
        told = phrase if subject else None
        return Source(subject or phrase, verb, at, left, right, begins=at, outer=behind, told=told)
    if tags[at - 1 : at] == "#":  # "up from 3,000 estimated by X", "the 4 billion won forecast by X"
        content: Content = "expected" if sentence.flags[at] & EXPECTING else "said"
        return Source(phrase, verb, at, at - 1, at, begins=at, content=content)
    first = sentence.words[0].lower()
    if first in ("this", "that", "it") and at <= 4:
        if "t" in tags[phrase[1] : phrase[1] + 6]:
            return Source(phrase, verb, at, phrase[1], turn_after(sentence, at), begins=0)
        return Source(phrase, verb, at, at, at, begins=0, backward=True)
    if speaker := _in_words_carried(sentence, at, phrase):
        return Source(
            speaker, verb, at, speaker[0], turn_after(sentence, speaker[1]), begins=speaker[0], told=phrase
        )
    return Source(
        phrase, verb, at, turn_before(sentence, at), turn_after(sentence, phrase[1]), begins=at, outer=True
    )


def _in_words_carried(sentence: Tagged, at: int, medium: Phrase) -> Phrase | None:
    """Return who speaks in "In a letter published by the BBC, Nowak asked for"; None for "300 were asked"."""
    if sentence.tags[:1] != "i" or sentence.tags[1:at].strip("djxD") or sentence.words[at - 1] not in _WORDS:
        return None
    if sentence.tags[medium[1] : medium[1] + 1] != ",":
        return None
    speaker = phrase_after(sentence, medium[1] + 1)
    return speaker if speaker and sentence.tags[speaker[1] - 1] in _PEOPLE else None


def reported(sentence: Tagged, at: int) -> Source | None:
    """Read "X was quoted as saying", "was put at 4,000 by X", "This was reported on Facebook by X"."""
    if sentence.tags.startswith("a#y", at + 1):
        phrase = phrase_after(sentence, at + 4)
        return phrase and Source(phrase, sentence.words[at], at, at, at + 4, begins=at)
    if told_by := _TOLD_BY.match(sentence.tags, at + 1):
        return _told_by(sentence, at, told_by.end())
    return _quoted_as_saying(sentence, at) or _this_was_reported(sentence, at)


def _told_by(sentence: Tagged, at: int, start: int) -> Source | None:
    """Read "The lawmakers were told on Monday by the NIS that"."""
    phrase = phrase_after(sentence, start)
    if phrase is None or sentence.tags[phrase[1] : phrase[1] + 1] != "t":
        return _this_was_reported(sentence, at)
    begin = phrase[1] + 1
    return Source(phrase, sentence.words[at], at, begin, turn_after(sentence, begin), begins=at)


def _quoted_as_saying(sentence: Tagged, at: int) -> Source | None:
    """Read "X was quoted as saying"; any other passive ("is estimated", "was reported") names nobody."""
    following = [word.lower() for word in sentence.words[at + 1 : at + 3]]
    if sentence.words[at].lower() not in ("quoted", "cited") or following[:1] != ["as"] or len(following) < 2:
        return None
    subject = phrase_before(sentence, at)
    begin = at + 3
    if subject and sentence.tags[begin : begin + 1] == "y":  # "…, officials were quoted as saying by Yonhap"
        told = phrase_after(sentence, begin + 1)
        return Source(
            subject, sentence.words[at], at, 0, subject[0], begins=subject[0], outer=True, told=told
        )
    if subject and begin >= len(sentence.tags):  # "“…,” X was quoted as saying."
        return Source(subject, sentence.words[at], at, 0, subject[0], begins=subject[0], outer=True)
    return subject and Source(
        subject, sentence.words[at], at, begin, turn_after(sentence, begin), begins=subject[0]
    )


def _this_was_reported(sentence: Tagged, at: int) -> Source | None:
    """Read "This was reported on Facebook by X", "This was announced in the press service of X"."""
    tags = sentence.tags
    if sentence.words[0].lower() not in ("this", "that", "it") or at > 4 or "t" in tags:
        return None
    by = tags.find("y", at, at + 8)
    start = by if by > 0 else at + 1 if tags[at + 1 : at + 2] in ("i", "n") else -1
    phrase = phrase_after(sentence, start + 1) if start >= 0 else None
    if phrase is None or (tags[phrase[1] - 1] == "D" and by < 0):
        return None
    return Source(phrase, sentence.words[at], at, at, at, begins=0, backward=True)
