"""Sources whose verb stands before them: "…, said X", "…, estimated Kim, an analyst", "So said X"."""

from __future__ import annotations

import re

from koreaaid.extract.claims.sources.after_verbs import SAID
from koreaaid.extract.claims.sources.reach import date_in, turn_after, turn_before
from koreaaid.extract.claims.sources.source import Source
from koreaaid.extract.claims.words.appositions import name_behind
from koreaaid.extract.claims.words.phrases import Phrase, phrase_after, phrase_before
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language.word_classes import AUXILIARY, FINITE

_NAMED_LAST = re.compile(",N{1,3}$")
_LONGEST = 8
MARKS_BEFORE = frozenset(',"“”-')
_TOLD = frozenset(["tells", "told"])
_OPENS = MARKS_BEFORE | {"s"}
_NAMING = frozenset("NCTBDMdjx#")


def inverted_source(sentence: Tagged, at: int, before: str, after: str) -> Source | None:
    """Read "…, said X" and "So said X"."""
    if before not in _OPENS or after not in _NAMING:
        return None
    if before == "," and sentence.words[at] in _TOLD and name_before(sentence, at - 1):
        return None
    if (
        before == ","
        and phrase_before(sentence, at) is not None
        and sentence.words[at].lower() not in SAID
        and after != "D"
        and not _names_person(sentence, at + 1)
    ):
        return None
    phrase = phrase_after(sentence, at + 1)
    if phrase is None and before == "," and sentence.words[at].lower() in SAID:
        phrase = _somebody(sentence, at + 1)
    if phrase is None:
        return None
    if before == "s":
        return Source(phrase, sentence.words[at], at, at, at, begins=at, backward=True)
    phrase = name_behind(sentence, phrase) or phrase
    following = sentence.tags[phrase[1] : phrase[1] + 2]
    says = sentence.words[at].lower() in SAID
    if following[:1] not in ("", *',;.)"”@R-intpFafwyo') and not (says and following[0] == "c"):
        return None
    said = date_in(sentence, at, phrase[1] + 4)
    left, right = turn_before(sentence, at), turn_after(sentence, phrase[1])
    # "says Olga Petrova, a 34-year-old engineer"
    if following in (",d", ",R") or following[:1] == "c":
        right = phrase[1]
    return Source(phrase, sentence.words[at], at, left, right, begins=at, outer=True, said=said)


def name_before(sentence: Tagged, comma: int) -> Phrase | None:
    """Return the name that a comma closes: "the head of the section, Radim Koutek, told the committee"."""
    start = comma
    while start and sentence.tags[start - 1] == "N":
        start -= 1
    return (start, comma) if start < comma and sentence.tags[start - 1 : start] == "," else None


def _somebody(sentence: Tagged, at: int) -> Phrase | None:
    """Return the name at the end, or the words, of "says a baker across the road, Kim Mi-ran"."""
    if sentence.words[at] not in ("a", "an"):
        return None
    if any(bits & (FINITE | AUXILIARY) for bits in sentence.flags[at:]):  # "X, said a review it made is"
        return None
    if (named := _NAMED_LAST.search(sentence.tags, at)) and named.start() - at < _LONGEST:
        return named.start() + 1, named.end()
    end = at + 1
    while sentence.tags[end : end + 1] in ("x", "j") and end - at < _LONGEST:
        end += 1
    return (at, end) if end > at + 1 else None


def _names_person(sentence: Tagged, at: int) -> bool:
    """Say whether a name and what it is follow: "…, estimated Kim Hyun-soo, an analyst at"."""
    comma = sentence.tags.find(",d", at, at + 5)
    is_name = comma > at + 1 and sentence.tags[at:comma] == "N" * (comma - at)
    return is_name and "T" in sentence.tags[comma + 2 : comma + 6]
