"""The count before that a bare number goes on with: of a like size, near, and larger than its part."""

from __future__ import annotations

from collections.abc import Sequence
from math import log10

from koreaaid.extract.quantities.figure import Figure
from koreaaid.language.nearby import word_after, word_before
from koreaaid.language.nouns import THINGS
from koreaaid.language.patterns import late

OF_THEM = late(r"\s+of (?:whom|them|which|these|those)(?:\s+(?:are|were|is|was|being))?\b")
_PARTS = frozenset({"among", "including", "them", "which", "whom"})
_HALVED = frozenset({"points", "units"})
_ARRANGING = (" in ", " into ")
_PLACING = (" in ", " at ", " across ", " from ")
_FAR_MORE = 1.5
_OTHER_PARAGRAPH = 0.5
_UNLIKE = 6.0
_ALIKE = 2.0
_SUMMING = frozenset({"to", "at", "hit", "reach", "reached", "exceed", "exceeded"})
_SUM = late(
    r"\btotal (?:(?:may|might|could|will|would|to) )?"
    r"(?:hit|reach(?:ed)?|exceed(?:ed)?|(?:c[oa]mes?|rises?|rose) to|stands? at) \Z"
)
_INCLUDING = frozenset({"comprises", "contains", "fields", "includes", "operates"})
_PARTS_OF_SUM, _MOST_PARTS = 8, 4
_REACH = 40
_LAST = 4
_FARTHEST = 240


def antecedent(
    text: str, figure: Figure, before: Sequence[Figure], kinds: frozenset[str] | None = None
) -> Figure | None:
    """Return the count before that is near and of a like size; of certain categories, if asked."""
    nearest: Figure | None = None
    least = _UNLIKE
    whole, size = is_whole(figure), _size(figure)
    last = 1 if figure.additive == "+" else _LAST  # "9,146 (+7) tanks"
    distance = 0
    for earlier in reversed(before[-2 * last :]):
        if distance == last or figure.start - earlier.end > _FARTHEST:
            break
        if earlier.unit != "count" or earlier.item is None:
            continue
        distance += 1
        if not whole and earlier.head not in _HALVED:
            continue
        if kinds and earlier.category not in kinds:
            continue
        earlier_size = _size(earlier)
        if (
            earlier.category == "other_count"
            and size - earlier_size > _FAR_MORE
            and text.endswith(_PLACING, 0, earlier.start)
        ):
            continue  # "3,000 train at five bases and will be joined by 7,000"
        unlike = abs(earlier_size - size) + (distance - 1) / 2
        if unlike > _ALIKE and text[earlier.core[1] : earlier.core[1] + 1] == "-":
            continue  # "The 12-ship convoy carried rounds for two months at 10,000 a day"
        if earlier.category == "other_count" and text.endswith(_ARRANGING, 0, earlier.start):
            unlike += 1  # "260 containers were stacked in four rows. A week earlier, 40 could be seen"
        if text.find("\n\n", earlier.end, figure.start) >= 0:
            unlike += _OTHER_PARAGRAPH
        if unlike < least:
            nearest, least = earlier, unlike
    return nearest and _whole_of(text, figure, nearest, before)


def _whole_of(text: str, figure: Figure, part: Figure, before: Sequence[Figure]) -> Figure:
    """Return what parts add up to: "The five Poles, two women and three children, left. Since then 90"."""
    parts, added = list(before[-2 * _LAST :]), part.least
    while parts and parts.pop() is not part:
        pass
    for earlier in reversed(parts[-_MOST_PARTS:]):
        if earlier.unit != "count" or text.find(". ", earlier.end, part.start) >= 0:
            break
        if earlier.least == added != part.least:
            return earlier if text.find(". ", part.end, figure.start) >= 0 else part
        added += earlier.least
    return part


def part_of_sum(text: str, figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """Return the count that is nearest to a total: "900 went, 300 followed; the total may hit 2,000"."""
    if word_before(text, figure.start) not in _SUMMING:
        return None
    if not _SUM.search(text, figure.start - _REACH, figure.start):
        return None
    parts = [one for one in before[-_PARTS_OF_SUM:] if one.category in THINGS and one.unit == "count"]
    parts = [one for one in parts if one.item and one.least < figure.least]
    return min(parts, key=lambda one: abs(_size(one) - _size(figure)), default=None)


def is_alike(figure: Figure, earlier: Figure) -> bool:
    """Say whether two counts differ by less than a hundredfold."""
    return abs(_size(figure) - _size(earlier)) < _ALIKE


def _size(figure: Figure) -> float:
    """Return how large a number is, in powers of ten."""
    return log10(max(figure.least, 1))


def wholes_of(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> Sequence[Figure]:
    """Return what a figure may be a part of: "three generals …; 6,200 of them" counts no generals."""
    includes = before and word_before(text, figure.start) in _INCLUDING
    if includes and len(text[before[-1].phrase_end : figure.start].split()) == 1:
        return before[:-1]  # "got 108 modules. One battery includes six"
    part = word_before(text, figure.start) in _PARTS or (
        word_after(text, figure.end) == "of" and OF_THEM.match(text, figure.end)
    )
    if not part:
        return before
    larger = [one for one in before[-_LAST:] if one.unit == "count" and one.least >= figure.least]
    beside = [one for one in larger if one.start >= sentence]  # "120,000 bombs, among them 500"
    return beside or larger or before


def is_whole(figure: Figure) -> bool:
    """Say whether the number can count something: nobody counts half soldiers."""
    value = figure.low if figure.value is None else figure.value
    return value is None or value == int(value)
