"""How figures hang together: conversions in brackets, parts of a total, units and bounds that reach on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from koreaaid.extract.quantities.figure import Figure
from koreaaid.language.actors import is_country_word
from koreaaid.language.bounds import limits
from koreaaid.language.nouns import GOODS, PEOPLE
from koreaaid.language.patterns import late

_OPENS_BRACKET = late(r"[^\S\n]?[(\[][^\S\n]*(?:or[ ,]+|equivalent to |some |i\.e\.,? )?\Z")
_OR = late(r",? or \Z")
_EQUALS = late(r"(?: each| apiece)?,? (?:or|(?:or )?(?:the )?equivalent (?:of|to)) \Z")
_PART = late(
    r"\b(?:including|among (?:them|whom|which)|of (?:whom|which|them|those|these)(?:\s+\w+){0,2}|whom)"
    r"\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_AMONG = late(r"\b(?:including|among (?:them|whom|those))\b")
_OF_TOTAL = late(r"\bOf (?:the |these |those |its |their )?\Z")
_LISTED = late(r",? (?:and )?\Z")
_PART_CUE = re.compile(r"ncluding|which|whom|th(?:em|ose|ese)")
_PART_BEHIND = late(r"\s+(?:more\s+)?of\s+(?:them|whom|which|those|these|the)\b")
_OTHER_WAY = frozenset({"money", "distance", "area", "mass"})
_BEHIND = 3
_OF_REACH = 12
_PERSONS = PEOPLE | {"other_count"}
_NEAR = 60
_NEAREST = 32  # "54 km long and has the Russian gauge (1,520 mm)": no conversion


def relate(text: str, figure: Figure, before: Sequence[Figure], sentence: int) -> None:
    """Fill in `converts` and `part_of`, and carry over the bound of the amount that is converted."""
    if before and figure.unit == before[-1].unit:
        _carry_bound(text, figure, before[-1])
    elif before:
        _convert(text, figure, before[-1])
    if (
        figure.bound != "vague"
        and figure.converts is None
        and (figure.unit == "count" or figure.category == "money")
    ):
        _part(text, figure, before, sentence)


def _convert(text: str, figure: Figure, earlier: Figure) -> None:
    """Read "30 million euros ($33 million)", "2 trillion won or around 450 million dollars"."""
    if figure.category != earlier.category or "count" in (figure.unit, earlier.unit):
        return
    if figure.category not in _OTHER_WAY and figure.category != "other_count":
        return
    begin = max(earlier.end, earlier.phrase_end)
    if figure.start - begin > 24:
        begin = earlier.end
    bracket = (
        figure.start - earlier.end <= (60 if figure.category == "money" else _NEAREST)
        and text.find(")", earlier.end, figure.start) < 0
        and _OPENS_BRACKET.search(text, earlier.end, figure.start)
    )
    if not bracket and not (figure.category == "money" and _EQUALS.match(text, earlier.end, figure.start)):
        return
    figure.converts = earlier.converts if earlier.converts is not None else earlier.start
    figure.item = earlier.item or figure.item
    _bound_like(figure, earlier)


def _carry_bound(text: str, figure: Figure, earlier: Figure) -> None:
    """Let "up to" reach over "or": "up to 2 million shells or 700,000 rockets"."""
    if figure.unit == "count" and _OR.match(text, max(earlier.phrase_end, earlier.end), figure.start):
        _bound_like(figure, earlier)


def _bound_like(figure: Figure, earlier: Figure) -> None:
    if (
        figure.bound == "exact"
        and earlier.bound not in ("exact", "range", "vague")
        and figure.value is not None
    ):
        figure.bound = earlier.bound
        figure.low, figure.high = limits(figure.bound, figure.value)


def _part(text: str, figure: Figure, before: Sequence[Figure], sentence: int) -> None:
    """Read "including 600 killed", "of whom 1,000", "40 of them" as parts of the total before."""
    least = figure.least
    for earlier in before[: -_BEHIND - 1 : -1]:
        if earlier.part_of is not None or earlier.converts is not None:
            continue
        if earlier.unit == figure.unit:
            larger = earlier.least > least > 0 and _alike(figure, earlier)
        else:
            money = figure.category == earlier.category == "money"
            larger = money and figure.start - earlier.end < _NEAR
        if larger:
            if _says_part(text, figure, before[-1], sentence):
                figure.part_of = earlier.start
                people = figure.category == "personnel" or is_country_word(figure.head)
                if (
                    people
                    and earlier.category == "casualties"
                    and _AMONG.search(text, earlier.end, figure.start)
                ):
                    figure.category = "casualties"  # "killed 20, including three officers"
            return


def _alike(figure: Figure, earlier: Figure) -> bool:
    """Say whether one can be a part of the other: the dead of the troops, but not the shells of them."""
    kinds = {figure.category, earlier.category}
    return len(kinds) == 1 or kinds <= _PERSONS or kinds <= GOODS or figure.head == earlier.head


def _says_part(text: str, figure: Figure, last: Figure, sentence: int) -> bool:
    """Say whether the words around a figure make it a part of one before; a list of parts goes on."""
    begin = figure.start - 40
    if _PART_CUE.search(text, begin, figure.start) and _PART.search(text, begin, figure.start):
        return True
    end = figure.core[1]
    if text.find("of", end, end + _OF_REACH) >= 0 and _PART_BEHIND.match(text, end):
        return True
    begin = max(sentence, last.start - _OF_REACH)
    if text.find("Of ", begin, last.start) >= 0 and _OF_TOTAL.search(text, begin, last.start):
        return True
    listed = last.part_of is not None and last.start >= sentence
    return listed and bool(_LISTED.match(text, max(last.phrase_end, last.end), figure.start))
