"""How figures of one article belong together: parts of a whole, what a sum buys, what is said again."""

from __future__ import annotations

import re

from koreaaid.extract.claims.reading import Reading
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.extract.mention import Quantity
from koreaaid.language import word_classes as w

_PRONOUNS = frozenset(["whom", "which", "them", "these", "those"])
_BUYING = re.compile("[;:|2f]")
_COVERING = re.compile("[;:|2fx]")
_FAR = 14
_SMALL = 3  # "two officials" is said of many
_MOST_ALIKE = 20
_MOST_EARLIER = 12
_LONGEST_COVER = 30


def part_of(
    reading: Reading, sentence: Tagged, word: int, quantity: Quantity, earlier: list[Quantity]
) -> int | None:
    """Return the start of the figure that this one is a part of: "including 600 killed", "of whom 1,000"."""
    if quantity.part_of is not None:
        return quantity.part_of
    if not sentence.bits & w.INCLUDING or not earlier or quantity.unit in ("percent", "percentage point"):
        return None
    cue = _cue(sentence, word)
    if cue is None:
        return None
    for other in reversed(earlier[-_MOST_EARLIER:]):
        if other.end > sentence.start_of(cue) or other.unit != quantity.unit:
            continue
        if other.start < sentence.start and (cue > 3 or reading.index_of(other.start) < sentence.index - 1):
            break
        if _size(other) and _size(quantity) and _size(other) > _size(quantity):
            return other.start
    return None


def _cue(sentence: Tagged, word: int) -> int | None:
    """Return the index of "including", "of whom", "among them" before a figure, or of "of them" after it."""
    words = sentence.words
    for at in sentence.cues_before(word):
        if word - at > _FAR or sentence.tags[at] in ";:|":
            break
        if not sentence.flags[at] & w.INCLUDING:
            continue
        lower = words[at].lower()
        if lower == "including":
            return at
        if lower in _PRONOUNS and at and words[at - 1].lower() in ("of", "among"):
            return at - 1
    following = [near.lower() for near in words[word + 1 : word + 3]]
    return word if following[:1] == ["of"] and following[1:] and following[1] in _PRONOUNS else None


def _size(quantity: Quantity) -> float:
    known = (
        quantity.value
        if quantity.value is not None
        else quantity.low
        if quantity.low is not None
        else quantity.high
    )
    return known or 0.0


def covers_of(text: str, sentence: Tagged, word: int, quantity: Quantity) -> str | None:
    """Return what a sum of money buys, as written: "to provide F-16 fighter jets, …", "for K2 tanks"."""
    if quantity.category != "money":
        return None
    tags, words = sentence.tags, sentence.words
    covering, near = sentence.bits & w.COVERING, tags[word + 1 : word + _FAR]
    if not covering and "f" not in near and "2" not in near:
        return None
    cues = _COVERING if covering else _BUYING
    for found in cues.finditer(tags, word + 1, min(word + _FAR, len(tags) - 1)):
        at, tag = found.start(), found[0]
        if tag in ";:|":
            break
        if tag == "2" and sentence.flags[at + 1] & w.TRANSFER:
            return _listed(text, sentence, at + 2)
        if tag == "f" and tags[at + 1] in "d#xjNB" and words[at + 1].lower() not in ("the", "its"):
            return _listed(text, sentence, at + 1)
        if sentence.flags[at] & w.COVERING:
            return _listed(text, sentence, at + 1)
    return None


def _listed(text: str, sentence: Tagged, start: int) -> str | None:
    """Return the list of things that begins here, up to its end."""
    tags = sentence.tags
    while start < len(tags) and tags[start] == "d":
        start += 1
    end = start
    while end < len(tags) and end - start < _LONGEST_COVER and _lists(sentence, end):
        end += 1
    while end > start and tags[end - 1] in ",&d":
        end -= 1
    if end <= start or tags[start] in "@VX":
        return None
    begin, stop = sentence.span(start, end)
    listed = text[begin:stop]
    return listed if any(letter.isalpha() for letter in listed) else None


def _lists(sentence: Tagged, at: int) -> bool:
    tags, flags = sentence.tags, sentence.flags
    if tags[at] in "xNjBTD#":
        is_adjective = sentence.words[at].endswith("ed") and tags[at + 1 : at + 2] in ("x", "N")
        return not flags[at] & w.FINITE or is_adjective
    if tags[at] in ",&":
        return tags[at + 1 : at + 2] in ("x", "N", "j", "#", "d", "&", "B")
    return tags[at] == "o" or (tags[at] == "d" and tags[at - 1] in "o&,")


class Repeats:
    """Finds figures that say again what the same article has said before."""

    def __init__(self) -> None:
        self._said: dict[tuple[float, str, str, str], list[tuple[Quantity, str | None]]] = {}

    def of(self, quantity: Quantity, modality: str, speaker: str | None) -> int | None:
        """Return the start of the first figure that this one says again, and remember this one."""
        if quantity.repeats is not None:
            return quantity.repeats
        if quantity.additive or quantity.category == "percent":
            return None
        size = _size(quantity)
        if size < _SMALL and quantity.unit == "count":
            return None
        said = self._said.setdefault((size, quantity.unit, quantity.category, modality), [])
        for other, name in said:
            if _may_be_one(other, quantity, name, speaker) and _same_item(other.item, quantity.item):
                return other.start
        if len(said) < _MOST_ALIKE:
            said.append((quantity, speaker))
        return None


def _may_be_one(first: Quantity, second: Quantity, *speakers: str | None) -> bool:
    """Say whether two figures may be the same one: no other bound word or speaker."""
    if first.bound != second.bound and "exact" not in (first.bound, second.bound):
        return False
    return (
        len({name for name in speakers if name and not name.islower()}) < 2
    )  # "security chief" may be anybody


def _same_item(first: str | None, second: str | None) -> bool:
    if not first or not second:
        return first is second
    mine, other = _stems(first), _stems(second)
    return bool(mine & other)


def _stems(item: str) -> set[str]:
    return {word.lower().strip("’'s,.()") for word in item.split() if len(word) > 2 and word[:1].isalnum()}
