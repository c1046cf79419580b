"""Numerals with the currency or unit beside them."""

from __future__ import annotations

import re
from typing import cast

from koreaaid.extract.mention import Category
from koreaaid.extract.quantities.figure import Figure
from koreaaid.language.currencies import money_at
from koreaaid.language.nearby import word_before
from koreaaid.language.numerals import Numeral
from koreaaid.language.units import age_after, unit_after

_AGED = re.compile(r"\b(?:aged?|age of|ages)[ \u00a0]\Z", re.IGNORECASE)
_AGE_APPOSITION = re.compile(
    r"(?:[A-Z][\w.’'-]+|\b(?:other|man|woman|boy|girl|soldier|second|first|latter)),[ \u00a0]\Z"
)
_AGE_BEHIND = re.compile(r",(?=[ \u00a0][A-Za-z])|[.;)]")
_WAS = re.compile(r"\b(?:[Hh]e|[Ss]he|who) (?:was|is|turned|turns|will be)(?: about| only| just)? \Z")
_WAS_BEHIND = re.compile(r"[.,;]|\s(?:when|at|by|and|in|on|or|but)\b")
_NAMED_AGE = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+ \Z")
_HE = re.compile(r" (?:who|has|had|is|was|said|says|told)\b")
_LARGE = 1e6


def amount(text: str, numeral: Numeral) -> Figure:
    """Return the numeral with its currency or unit; `unit` is None where it has neither."""
    figure = Figure(
        numeral.start, numeral.end, numeral, numeral.value, numeral.low, numeral.high, None, None, "count",
        core=(numeral.start, numeral.end),
    )  # fmt: skip
    if numeral.form == "times":
        return _as(figure, "times", "other_count", numeral.end, "times")
    scaled = numeral.form in ("mixed", "vague") or (
        numeral.form == "words" and (numeral.value or 0) >= _LARGE
    )
    behind = _behind_of(text, numeral)
    money = money_at(text, numeral.start, behind, numeral.value or numeral.low, scaled=scaled)
    if money:
        figure.start = money.start
        if money.factor != 1.0 and figure.value is not None:
            figure.value *= money.factor
        return _as(figure, money.unit, "money", money.end, "money")
    if numeral.form == "fraction":
        return _share(figure)
    age = age_after(text, numeral.end)
    if age:
        return _as(figure, _age_unit(text, numeral.end), "age", age, "age")
    unit = unit_after(text, behind)
    if unit:
        return _as(figure, unit.name, cast(Category, unit.category), unit.end, "unit")
    if word_before(text, numeral.start) == "Mach":
        figure.start = text.rindex("Mach", 0, numeral.start)
        return _as(figure, "mach", "other_count", numeral.end, "unit")
    if _is_age(text, numeral):
        return _as(figure, "year", "age", numeral.end, "age")
    return figure


def _behind_of(text: str, numeral: Numeral) -> int:
    """Return the end of a numeral, behind the "of" of "millions of dollars" and "thousands of tons"."""
    return (
        numeral.end + 3 if numeral.form == "vague" and text.startswith(" of ", numeral.end) else numeral.end
    )


def _as(figure: Figure, unit: str, category: Category, end: int, rule: str) -> Figure:
    figure.unit, figure.category, figure.end, figure.rule = unit, category, end, rule
    return figure


def _share(figure: Figure) -> Figure:
    """Turn a fraction into a percentage: "two-thirds", "7 in 10"."""
    figure.value = None if figure.value is None else round(100 * figure.value, 10)
    return _as(figure, "percent", "percent", figure.end, "share")


def _age_unit(text: str, end: int) -> str:
    return next((unit for unit in ("month", "week", "day") if text.startswith(unit, end + 1)), "year")


def _is_age(text: str, numeral: Numeral) -> bool:
    """Say whether a number is an age by its place: "aged 21", "Kim Min-su, 44, said"."""
    if numeral.form != "digits" or numeral.value is None or not 0 < numeral.value < 120:
        return False
    if _AGED.search(text, max(0, numeral.start - 8), numeral.start):
        return True
    if _WAS.search(text, max(0, numeral.start - 24), numeral.start) and _WAS_BEHIND.match(text, numeral.end):
        return True
    if numeral.end - numeral.start != 2:
        return False
    if _NAMED_AGE.search(text, max(0, numeral.start - 32), numeral.start) and _HE.match(text, numeral.end):
        return True
    if not _AGE_BEHIND.match(text, numeral.end):
        return False
    return bool(_AGE_APPOSITION.search(text, max(0, numeral.start - 24), numeral.start))
