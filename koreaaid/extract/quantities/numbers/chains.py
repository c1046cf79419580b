"""Numbers that share what is written once: "5, 6 and 7 percent", "4 dollars 20 cents"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from koreaaid.extract.quantities.figure import Figure
from koreaaid.extract.quantities.numbers.antecedents import is_whole
from koreaaid.extract.quantities.numbers.ranges import scale_of
from koreaaid.language.lexicon import lexicon
from koreaaid.language.nearby import word_after, word_before
from koreaaid.language.patterns import late

HEDGE = r"(?:(?:about|around|nearly|over|then|up to|almost|just|only)\s+)?"
_LINK = late(
    rf"-?,?(?:\s+(?:and|or|to|from|by|x|×|and/or|of the|of its|of their|of|versus|vs\.?))?\s+{HEDGE}\Z"
)
_BACK = late(
    r"[\w ,()-]{0,24}\b(?:to|from|at|by|and|or|than|compared with|against|(?:and|but) (?:are|is|was|were))"
    rf"\s+{HEDGE}\Z"
)
_RATE = late(r"[A-Za-z]/[A-Za-z]|/\Z")  # "the peso/dollar rate", "3.7501/03 to the dollar"
_AGENT = late(r".*\b(?:is|are|was|were|been|being) \w+ by\s\Z", re.DOTALL)  # "is guarded by 6,000"
_LONGEST = 24
_MEASURES = frozenset({"percent", "distance", "area", "mass", "age", "other_count", "money"})
HUNDREDTHS = frozenset({"cent", "penny", "kopeck"})
LIKE = 12.0
SIMILAR = 3.0
_CLOSE = 3
_COMMA = late(r",[ \u00a0]\Z")
_ALSO = late(r",? (?:and |or |respectively )?\Z")
_OLDEST = 120
_BRACKET = late(r" ?\((?:about |around |some |approximately )?")
_NEAREST = 6
_FARTHEST = 64
_LARGE = 100_000
MARKS = frozenset('.,;)”"')
_BULK = frozenset({"other_count", "mass"})
_NO_MEASURES = frozenset({None, "count", "times"})
_DATED = frozenset({"a", "per", "annually", "yearly", "since", "between", "in", "by", "this", "last"})
LIMITS = ("cap of ", "ceiling of ", "quota of ")
TARGETS = tuple(f"{noun} of " for noun in lexicon("phrases")["verbs_of_sums"]["sums"])
CLAUSE_END = late(r"[;:!?]|\n\s|\.(?!\d)")
_IN_YEAR = late(r" (?:in (?:19|20)\d\d|(?:last|this|next) year)\b")
_IT_FELL = late(
    rf"\b[Ii]t (?:has |had )?(?:dropped|fallen|fell|grew|grown|is|risen|rose|was)(?: to| at)? {HEDGE}\Z"
)
_PROVIDED = frozenset({"if", "using", "when", "with", "without"})
_AND = late(r"\s+(?:and\s+)?\Z")
_STOP = late(r"\s*(?:[.,;!?)]|\Z)")


def with_hundredths(text: str, figure: Figure, following: Figure) -> bool:
    """Take in "50 cents" behind a sum of "3 dollars", and "25" behind "17 USD"; say whether that was done."""
    if (
        figure.unit in HUNDREDTHS
        or figure.end <= figure.numeral.end
        or figure.value is None
        or figure.value >= 1e5
    ):
        return False
    part = following.value
    if (
        part is None
        or not 0 < part < 100
        or part != int(part)
        or not _AND.match(text, figure.end, following.start)
    ):
        return False
    cents = following.unit in HUNDREDTHS
    if not cents and (
        following.unit is not None
        or not _STOP.match(text, following.end)
        or "and" in text[figure.end : following.start]
    ):
        return False
    figure.value = round(figure.value + part / 100, 2)
    figure.end = following.end
    figure.core = (figure.core[0], following.end)
    return True


def share_units(text: str, amounts: Sequence[Figure]) -> None:
    """Give the first numbers of "80, 160 and 290 kilometers" the unit of the last."""
    for at in range(len(amounts) - 3, -1, -1):
        first, second = amounts[at], amounts[at + 1]
        if first.unit is not None or second.start - first.end > _CLOSE:
            continue
        if second.unit is None and amounts[at + 2].unit is not None:
            if not _COMMA.match(text, first.end, second.start):
                continue
            unit_from_next(text, second, amounts[at + 2])
        if second.rule == "shared unit" and _COMMA.match(text, first.end, second.start):
            unit_from_next(text, first, second)


def unit_from_next(text: str, figure: Figure, following: Figure) -> None:
    """Give a bare number the unit of the next: "5, 6 and 7 percent", "40 million of the 2 billion won"."""
    if following.unit is None or following.category not in _MEASURES or following.rule in ("share", "times"):
        return
    if following.start - figure.end > _LONGEST or not _LINK.match(text, figure.end, following.start):
        return
    if text.startswith(", and ", figure.end) and not text.endswith(", ", 0, figure.start):
        return  # "than last year's 450 million, and 18 billion won to clear mines"
    if following.start < following.numeral.start and "of" not in text[figure.end : following.start]:
        return  # "the 5 and $6": a sign before the number is not shared backwards
    if figure.numeral.form == "digits" and text.startswith(" of the ", figure.end):  # "4.2 of the 5 billion"
        scale = scale_of(text, following)
        if scale > 1 and figure.value is not None and figure.value * scale < following.least:
            figure.value = figure.low = figure.high = figure.value * scale
    if following.category == "age" and text[figure.end : following.start] == ", ":
        return  # "the mother of two, 36, fled"
    if following.least <= 0 or not 1 / 1000 <= figure.least / following.least <= 1000:
        return
    figure.unit, figure.category, figure.rule = following.unit, following.category, "shared unit"


def unit_from_conversion(text: str, figure: Figure, following: Figure, before: Sequence[Figure]) -> None:
    """Give a bare number the currency of one that was converted alike.

    "3 million won ($2,300) for one and 5 million ($3,800) for the other" is money twice.
    """
    if following.category != "money" or not _BRACKET.fullmatch(text, figure.end, following.start):
        return
    for earlier in reversed(before[-_NEAREST:]):
        if earlier.converts is None or earlier.unit != following.unit:
            continue
        converted = next((one for one in before if one.start == earlier.converts), None)
        if converted is not None and converted.category == "money":
            figure.unit, figure.category, figure.rule = converted.unit, "money", "shared unit"
        return


def measure_from_last(text: str, figure: Figure, before: Sequence[Figure]) -> None:
    """Give a large number the measure of a like one: "500,000 barrels a year; a million since March".

    A limit of it may be so many times less: "a million barrels, twice the cap of 500,000". A part of a share
    is one too: "5 percent, 1.5 of it for roads".
    """
    if (
        before[-1].unit == "percent"
        and figure.least < before[-1].least
        and text.startswith(" of it", figure.end)
    ):
        figure.unit, figure.category, figure.rule = "percent", "percent", "shared unit"
        return
    limit = text.endswith(LIMITS, 0, figure.start)
    earlier = before[-2] if limit and before[-1].unit == "times" and len(before) > 1 else before[-1]
    if figure.least < _LARGE or earlier.unit in _NO_MEASURES or earlier.category not in _BULK:
        return
    like = earlier.least > 0 and 1 / LIKE <= figure.least / earlier.least <= LIKE
    if like and text.startswith(" of ", figure.end) and text.startswith(" of ", earlier.end):
        if figure.start - earlier.end <= _FARTHEST:  # "5.9 million tonnes of wheat, 1.3 million of barley"
            figure.unit, figure.category, figure.rule = earlier.unit, earlier.category, "shared unit"
        return
    if like and figure.start - earlier.end <= _OLDEST and (limit or word_after(text, figure.end) in _DATED):
        figure.unit, figure.category, figure.rule = earlier.unit, earlier.category, "shared unit"
        figure.item = earlier.item


def _is_listed(text: str, figure: Figure, earlier: Figure) -> bool:
    """Say whether a number is that of another in a list: "46 percent, the Philippines 14 and India 7"."""
    word = word_before(text, figure.start)
    ends = text[figure.end : figure.end + 1] in MARKS or text.startswith(" and ", figure.end)
    return (
        ends
        and word[:1].isupper()
        and word.isalpha()
        and not CLAUSE_END.search(text, earlier.end, figure.start)
    )


def _is_percent_too(text: str, figure: Figure, earlier: Figure) -> bool:
    """Read "12 percent in 2023, eight in 2024", "82 percent, against a target of 90", "It fell to 44"."""
    year = _IN_YEAR.match(text, figure.end)
    if year and _IN_YEAR.match(text, earlier.end):
        return True
    begin = max(earlier.end, figure.start - _LONGEST)
    if year or text[figure.end : figure.end + 1] in MARKS:
        return text.endswith(TARGETS, 0, figure.start) or bool(_IT_FELL.search(text, begin, figure.start))
    return False


def unit_from_last(text: str, figure: Figure, earlier: Figure) -> None:
    """Give a bare number behind "to", "from", "by" the unit of the last: "rose 2 percent, then fell by 1"."""
    if earlier.rule == "age" and earlier.end == earlier.core[1]:  # "aged 20 and 26"
        age = figure.numeral.form == "digits" and 0 < figure.least < _OLDEST
        if age and _ALSO.match(text, earlier.end, figure.start):
            figure.unit, figure.category, figure.rule = earlier.unit, "age", "age"
        return
    if (
        earlier.unit in (None, "count", "times")
        or earlier.rule in ("share", "age")
        or earlier.category == "money"
    ):
        return
    goes_on = figure.additive is not None and figure.start - earlier.end <= _FARTHEST
    if earlier.category == "percent" and not is_whole(figure):  # "KAI rose 4.4 percent and Poongsan 2.9"
        alike = earlier.least > 0 and 1 / SIMILAR <= figure.least / earlier.least <= SIMILAR
        near = figure.start - earlier.end <= 2 * _FARTHEST
        goes_on = goes_on or (alike and near and not _RATE.search(text, earlier.end, figure.end + 1))
    if earlier.category == "percent" and figure.start - earlier.end <= _FARTHEST:
        goes_on = goes_on or _is_listed(text, figure, earlier) or _is_percent_too(text, figure, earlier)
    also = text.endswith(" with ", 0, figure.start) and earlier.category == "percent"
    if also and text[figure.end : figure.end + 1] in MARKS:  # "47 percent, ahead of the U.S. with 44,"
        goes_on = goes_on or figure.start - earlier.end <= 2 * _FARTHEST
    bracket = text[earlier.end : figure.start] == " (" and word_after(text, figure.end) in _PROVIDED
    goes_on = goes_on or bracket  # "a reach of 40 km (60 with rocket assistance)"
    moved = text.endswith((" down from ", " up from "), 0, figure.start)  # "137,000 sq km, down from 174,000"
    goes_on = goes_on or (moved and figure.start - earlier.end <= 2 * _FARTHEST)
    if not goes_on and (
        figure.start - earlier.end > _LONGEST or not _BACK.match(text, earlier.end, figure.start)
    ):
        return
    if earlier.least <= 0 or not 1 / LIKE <= figure.least / earlier.least <= LIKE:
        return
    if _AGENT.match(text, earlier.end, figure.start):
        return
    figure.unit, figure.category, figure.rule = earlier.unit, earlier.category, "shared unit"
