"""Where and when what a figure tells took place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from koreaaid.extract.claims.sources.source import Source
from koreaaid.extract.claims.words.phrases import Phrase
from koreaaid.extract.claims.words.tagged import Figure, Tagged
from koreaaid.extract.mention import Date, Quantity
from koreaaid.extract.sentences import Span
from koreaaid.language import word_classes as w
from koreaaid.language.actors import is_people_word
from koreaaid.language.lexicon import lexicon
from koreaaid.language.nouns import COUNTED

_PLACES = frozenset(lexicon("places")["nouns"])
_SITED = COUNTED | {"area"}
_PREPOSITIONS = frozenset("ia2")
_WHERE = frozenset(["across", "inside", "into", "near"])
_TOWN = re.compile("(N{1,2}(?:,C(?=,|$))?)(?=[,;:@.)inaRc&2]|$)")
_PARTING = re.compile("[;:|ctR]")
_FAR = 22
_LONGEST = 7


def location_of(text: str, sentence: Tagged, word: int, quantity: Quantity) -> str | None:
    """Return the place that the clause of a figure names: "in Russia’s Kursk Oblast"."""
    if quantity.category not in _SITED:
        return None
    tags = sentence.tags
    after = range(word + 1, min(word + _FAR, len(tags) - 1))
    before = range(word - 1, max(-1, word - _FAR), -1)
    for run in (after, before):
        for at in run:
            if tags[at] in ";:|" or (sentence.flags[at] & w.CLAUSE and tags[at] in "ct"):
                break
            if (tags[at] in _PREPOSITIONS and tags[at - 1 : at] != "A") or (
                tags[at] == "p" and sentence.words[at].lower() in _WHERE
            ):
                place = _place(sentence, at + 1) or (_town(sentence, at + 1) if tags[at] in "ip" else None)
                if place:
                    start, end = sentence.span(*place)
                    return " ".join(text[start:end].split())
    return None


def _place(sentence: Tagged, start: int) -> Phrase | None:
    """Return the noun phrase that begins here, if it ends in a place: "eastern Russia"."""
    tags, words = sentence.tags, sentence.words
    first = start
    while first < len(tags) and tags[first] == "d" and first - start < 2:
        first += 1
    at = first
    while (
        at < len(tags) and at - first < _LONGEST and tags[at] in "NCBjx" and not sentence.flags[at] & w.CLAUSE
    ):
        at += 1
        if words[at - 1].lower() in _PLACES and tags[at : at + 1] not in ("N", "C", "x"):
            if tags[at : at + 2] in ("oN", "oC"):  # "the village of Makhnovka"
                return first, at + 2
            return (first, at) if at - first > 1 else None
    if at == first or tags[at - 1] != "C":
        return None
    last = words[at - 1]
    return None if last[-2:] in ("'s", "’s") or is_people_word(last) else (first, at)


def _town(sentence: Tagged, start: int) -> Phrase | None:
    """Return the name that begins here, if it may be that of a town: "near Gdynia, Poland"."""
    name = _TOWN.match(sentence.tags, start)
    if name is None or sentence.words[start].isupper():
        return None
    return start, name.end(1)


def event_date_of(
    sentence: Tagged, word: int, source: Source | None, datelines: Sequence[Span]
) -> str | None:
    """Return when it happened or will: the nearest date in the clause, if it is not that of the saying.

    What stands in `datelines` dates the article.
    """
    if "@" not in sentence.tags:
        return None
    said = source.said if source else None
    left = source.left if source and not source.outer else 0
    nearest, days = _FAR, None
    tags, stop = sentence.tags, word + _FAR + 1
    at = tags.find("@", max(left, word - _FAR), stop)
    while at >= 0:
        first, last = (word, at) if at > word else (at, word)
        if (
            at != said
            and last - first <= nearest
            and (value := _day_told(sentence.figures[at], datelines))
            and not _belongs_to_other(sentence, word, at)
            and not _parted(sentence, first, last)
        ):
            nearest, days = last - first, value  # the later of two: "20 in 2022 and 30 in 2023"
        at = tags.find("@", at + 1, stop)
    return days


def _day_told(date: Figure, datelines: Sequence[Span]) -> str | None:
    """Return the value of a date that is none of the article's own and no "now"."""
    if not isinstance(date, Date) or date.timex_type == "SET":
        return None
    value = date.timex_value
    if date.timex_type == "DURATION" and "/" not in (value or ""):  # how long, but not when
        return None
    if not value or value.endswith("_REF"):
        return None
    return None if datelines and any(a <= date.start < b for a, b in datelines) else value


def _belongs_to_other(sentence: Tagged, word: int, date: int) -> bool:
    """Say whether another figure stands right before a date that follows: "to 32% from 72% in 2022"."""
    return date > word and "#" in sentence.tags[max(sentence.after(word), date - 3) : date]


def _parted(sentence: Tagged, first: int, last: int) -> bool:
    """Say whether another clause lies between two words."""
    for found in _PARTING.finditer(sentence.tags, first + 1, last):
        if found[0] in ";:|" or sentence.flags[found.start()] & w.CLAUSE:
            return True
    return False
