"""Numbers that share what is written once: "5, 6 and 7 percent", "4 dollars 20 cents"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from koreaaid.extract.quantities.antecedents import is_whole
from koreaaid.extract.quantities.figure import Figure
from koreaaid.extract.quantities.ranges import scale_of
from koreaaid.language.lexicon import lexicon
from koreaaid.language.nearby import word_after, word_before
from koreaaid.language.patterns import late
from koreaaid.language.phrases import phrase_after
from koreaaid.language.verb_arguments import subject_before

_HEDGE = r"(?:(?:about|around|nearly|over|then|up to|almost|just|only)\s+)?"
_LINK = late(
    rf"-?,?(?:\s+(?:and|or|to|from|by|x|×|and/or|of the|of its|of their|of|versus|vs\.?))?\s+{_HEDGE}\Z"
)
_BACK = late(
    r"[\w ,()-]{0,24}\b(?:to|from|at|by|and|or|than|compared with|against|(?:and|but) (?:are|is|was|were))"
    rf"\s+{_HEDGE}\Z"
)
_RATE = late(r"[A-Za-z]/[A-Za-z]|/\Z")  # "the peso/dollar rate", "3.7501/03 to the dollar"
_AGENT = late(r".*\b(?:is|are|was|were|been|being) \w+ by\s\Z", re.DOTALL)  # "is guarded by 6,000"
_LONGEST = 24
_MEASURES = frozenset({"percent", "distance", "area", "mass", "age", "other_count", "money"})
_HUNDREDTHS = frozenset({"cent", "penny", "kopeck"})
_LIKE = 12.0
_SIMILAR = 3.0
_WHOLE = 1000.0
_CLOSE = 3
_COMMA = late(r",[ \u00a0]\Z")
_ALSO = late(r",? (?:and |or |respectively )?\Z")
_OLDEST = 120
_BRACKET = late(r" ?\((?:about |around |some |approximately )?")
_TO = late(rf" to {_HEDGE}")
_NEAREST = 6
_COMPARED = 3
_FARTHEST = 64
_LARGE = 100_000
_MILLION, _BILLION = 1e6, 1e9
# "wants 3.4 trillion for 2026", "120 billion of it"
_OF_NOTHING = late(r" (?:(?:for|in) (?:19|20)\d\d\b|(?:last|next|this) year\b|of (?:it|that|this|which)\b)")
_MARKS = frozenset('.,;)”"')
_BULK = frozenset({"other_count", "mass"})
_NO_MEASURES = frozenset({None, "count", "times"})
_DATED = frozenset({"a", "per", "annually", "yearly", "since", "between", "in", "by", "this", "last"})
LIMITS = ("cap of ", "ceiling of ", "quota of ")
_COMPARES = late(
    r"(?:[^.;:!?\n]|\.(?=\d)){0,56}\b(?:compared (?:with|to)|against|versus|vs\.?|than|from|to|of which)"
    rf"\s+(?:(?:this|last|the previous|the current) year['’]s\s+)?{_HEDGE}\Z"
)
# "Germany gave 17 billion euros, Britain 13 billion"
_BEFORE_OTHERS = frozenset({"at", "by", "with", "and", "including"})
# ... and "a pledge of 12 million dollars to the fund, which had received 24 million"
_GIVING = frozenset(lexicon("phrases")["verbs_of_sums"]["giving"])
_SUMS = frozenset(lexicon("phrases")["verbs_of_sums"]["sums"])
_TARGETS = tuple(f"{noun} of " for noun in _SUMS)
_WHO_PAYS = late(
    r" (?:(?:that|which) )?(?:it|they|he|she|we|[A-Z]\w+|(?:the|its) [a-z]+)(?: ha[ds]| have)?(?= )"
)
_CLAUSE_END = late(r"[;:!?]|\n\s|\.(?!\d)")
_IT_WAS = late(rf"\b(?:it|that|this) (?:is|was|stood|had been) (?:at )?{_HEDGE}\Z")
_AND = late(r"\s+(?:and\s+)?\Z")
_STOP = late(r"\s*(?:[.,;!?)]|\Z)")


def with_hundredths(text: str, figure: Figure, following: Figure) -> bool:
    """Take in "50 cents" behind a sum of "3 dollars", and "25" behind "17 USD"; say whether that was done."""
    if (
        figure.unit in _HUNDREDTHS
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
    cents = following.unit in _HUNDREDTHS
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

    A limit of it may be so many times less: "a million barrels, twice the cap of 500,000".
    """
    limit = text.endswith(LIMITS, 0, figure.start)
    earlier = before[-2] if limit and before[-1].unit == "times" and len(before) > 1 else before[-1]
    if figure.least < _LARGE or earlier.unit in _NO_MEASURES or earlier.category not in _BULK:
        return
    like = earlier.least > 0 and 1 / _LIKE <= figure.least / earlier.least <= _LIKE
    if like and figure.start - earlier.end <= _OLDEST and (limit or word_after(text, figure.end) in _DATED):
        figure.unit, figure.category, figure.rule = earlier.unit, earlier.category, "shared unit"
        figure.item = earlier.item


def currency_from_last(text: str, figure: Figure, before: Sequence[Figure]) -> None:
    """Give a sum the currency of one that it is compared with: "2.1 billion won, against 1.9 billion"."""
    last = before[-1]
    if (
        last.category == "money" and word_before(text, last.start).lower() == "from"
    ):  # "from 45 dollars to 52"
        like = last.least > 0 and 1 / _LIKE <= figure.least / last.least <= _LIKE
        if like and _TO.fullmatch(text, last.end, figure.start):
            figure.unit, figure.category, figure.rule = last.unit, "money", "shared unit"
            return
    if last.category == "money" and _is_price_before(text, figure, last):
        figure.unit, figure.category, figure.rule = last.unit, "money", "shared unit"
        return
    worth = word_before(text, figure.start) == "worth" and figure.least >= _LARGE  # "worth half a million"
    scaled = figure.numeral.form == "mixed" or (figure.least >= _MILLION and scale_of(text, figure) > 1)
    if not scaled and figure.least < _BILLION and not worth:
        return
    bare = _is_bare_billion(text, figure)
    paid = bare or _is_paid(text, figure)
    most = _WHOLE if paid or text.startswith(" of ", figure.end) else _LIKE  # "120 billion of it"
    farthest = _FARTHEST * (3 if bare else 2 if paid else 1)
    for earlier in reversed(before[-_COMPARED:]):
        converted = text[earlier.end : earlier.end + 1] == ")"
        if earlier.category != "money" or earlier.unit in _HUNDREDTHS or earlier.least <= 0 or converted:
            continue
        if not 1 / most <= figure.least / earlier.least <= most or figure.start - earlier.end > farthest:
            continue
        if (
            paid
            or figure.additive
            or _is_another_sum(text, figure, earlier)
            or _COMPARES.match(text, earlier.end, figure.start)
        ):
            figure.unit, figure.category, figure.rule = earlier.unit, "money", "shared unit"
            if _is_origin(text, last, figure):  # "raised it from 15 to 25 trillion"
                last.unit, last.category, last.rule = figure.unit, "money", "shared unit"
        return


def _is_price_before(text: str, figure: Figure, last: Figure) -> bool:
    """Read "raised to 280,000 won from 230,000", "is at $63 a barrel. A year ago it was at 75"."""
    if not last.least or not 1 / _SIMILAR <= figure.least / last.least <= _SIMILAR:
        return False
    if text[last.end : figure.start] == " from ":
        return phrase_after(text, figure.end) is None
    ends = text[figure.end : figure.end + 1] in _MARKS and figure.start - last.end <= _FARTHEST
    return ends and bool(_IT_WAS.search(text, max(last.end, figure.start - _LONGEST), figure.start))


def _is_origin(text: str, last: Figure, figure: Figure) -> bool:
    """Say whether a number is what a sum has risen or fallen from: "from 15 to 25 trillion"."""
    rises = word_before(text, last.start) == "from" and _TO.fullmatch(text, last.end, figure.start)
    return bool(rises) and last.unit == "count" and last.item is None


def _is_bare_billion(text: str, figure: Figure) -> bool:
    """Say whether billions of nothing end a phrase: "talking 50, maybe 52 billion"."""
    ends = text[figure.end : figure.end + 1] in _MARKS or _OF_NOTHING.match(text, figure.end)
    if figure.least < _BILLION or not ends:
        return False
    return text.find("population", max(0, figure.start - _LONGEST), figure.start) < 0


def _is_paid(text: str, figure: Figure) -> bool:
    """Say whether someone pays or gets a sum: "had received 24 million", "the 97 billion it spent"."""
    if word_before(text, figure.start) in (*_GIVING, "worth") or text.endswith(_TARGETS, 0, figure.start):
        return phrase_after(text, figure.end) is None  # "beating a forecast of 238 billion"
    level = subject_before(text, figure.start, max(0, figure.start - _FARTHEST), reaching_only=True)
    if level and level.head.lower() in _SUMS:  # "Revenue rose to 6.5 billion"
        return phrase_after(text, figure.end) is None
    behind = _WHO_PAYS.match(text, figure.end)
    return behind is not None and word_after(text, behind.end()) in _GIVING


def _is_another_sum(text: str, figure: Figure, earlier: Figure) -> bool:
    """Say whether a sum of the same clause is that of another: "France 4 billion"."""
    word = word_before(text, figure.start)
    near = word in _BEFORE_OTHERS or word.endswith(",") or (word[:1].isupper() and word.isalpha())
    return near and not _CLAUSE_END.search(text, earlier.end, figure.start)


def _is_listed(text: str, figure: Figure, earlier: Figure) -> bool:
    """Say whether a number is that of another in a list: "46 percent, the Philippines 14 and India 7"."""
    word = word_before(text, figure.start)
    ends = text[figure.end : figure.end + 1] in _MARKS or text.startswith(" and ", figure.end)
    return (
        ends
        and word[:1].isupper()
        and word.isalpha()
        and not _CLAUSE_END.search(text, earlier.end, figure.start)
    )


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
        alike = earlier.least > 0 and 1 / _SIMILAR <= figure.least / earlier.least <= _SIMILAR
        near = figure.start - earlier.end <= 2 * _FARTHEST
        goes_on = goes_on or (alike and near and not _RATE.search(text, earlier.end, figure.end + 1))
    if earlier.category == "percent" and figure.start - earlier.end <= _FARTHEST:
        goes_on = goes_on or _is_listed(text, figure, earlier)
    also = text.endswith(" with ", 0, figure.start) and earlier.category == "percent"
    if also and text[figure.end : figure.end + 1] in _MARKS:  # "47 percent, ahead of the U.S. with 44,"
        goes_on = goes_on or figure.start - earlier.end <= 2 * _FARTHEST
    moved = text.endswith((" down from ", " up from "), 0, figure.start)  # "137,000 sq km, down from 174,000"
    goes_on = goes_on or (moved and figure.start - earlier.end <= 2 * _FARTHEST)
    if not goes_on and (
        figure.start - earlier.end > _LONGEST or not _BACK.match(text, earlier.end, figure.start)
    ):
        return
    if earlier.least <= 0 or not 1 / _LIKE <= figure.least / earlier.least <= _LIKE:
        return
    if _AGENT.match(text, earlier.end, figure.start):
        return
    figure.unit, figure.category, figure.rule = earlier.unit, earlier.category, "shared unit"
