"""Numerals with the currency or unit beside them."""

from __future__ import annotations

from typing import cast

from koreaaid.extract.mention import Category
from koreaaid.extract.quantities.figure import Figure
from koreaaid.extract.quantities.numbers.ages import is_age
from koreaaid.language.currencies import may_be_money, money_at
from koreaaid.language.nearby import word_after, word_before
from koreaaid.language.numerals import Numeral
from koreaaid.language.patterns import late
from koreaaid.language.units import age_after, may_be_measured, unit_after

_PART_OF = late(r"(?:[ -]of)?[ -]an?(?=[ -])")
_COOLEST = 20  # Fahrenheit: no farads of that number
_LONGEST_WAVE = 2000  # nanometers
_LARGE = 1e5
_MILLION = 1e6
_LIKE = 12.0
_BESIDE = 120


def amount(text: str, numeral: Numeral) -> Figure:
    """Return the numeral with its currency or unit; `unit` is None where it has neither."""
    figure = Figure(
        numeral.start, numeral.end, numeral, numeral.value, numeral.low, None, None, None, "count",
        (numeral.start, numeral.end),
    )  # fmt: skip
    if numeral.form == "times":
        return _as(figure, "times", "other_count", numeral.end, "times")
    behind = _behind_of(text, numeral)
    if may_be_money(text, numeral.start, behind, signed=numeral.signed):
        money = _money(text, figure, behind)
        if money:
            return money
    if numeral.form == "fraction":
        return _part_of_measure(text, figure) or _share(figure)
    measure = _measure(text, figure, behind) if may_be_measured(text, behind) else None
    if measure:
        return measure
    before = word_before(text, numeral.start)
    if before == "Mach":
        figure.start = text.rindex("Mach", 0, numeral.start)
        return _as(figure, "mach", "other_count", numeral.end, "unit")
    if is_age(text, numeral, before):
        return _as(figure, "year", "age", numeral.end, "age")
    return figure


def in_millions(text: str, amounts: list[Figure]) -> None:
    """Read "can build four million but has the money for 2.2m": no metres beside millions of like size."""
    for at in range(1, len(amounts)):
        figure, last = amounts[at], amounts[at - 1]
        if figure.unit != "meter" or text[figure.numeral.end : figure.end] != "m" or last.least < _MILLION:
            continue
        like = last.category in (None, "money") and 1 / _LIKE <= figure.least * _MILLION / last.least <= _LIKE
        between = text[last.end : figure.start]
        if like and len(between) <= _BESIDE and ". " not in between and not word_after(text, figure.end):
            millions = round(figure.least * _MILLION, 2)
            amounts[at] = amount(text, figure.numeral._replace(value=millions, end=figure.end, form="mixed"))


def _money(text: str, figure: Figure, behind: int) -> Figure | None:
    """Read the currency beside a number."""
    numeral = figure.numeral
    scaled = numeral.form in ("mixed", "vague") or (
        numeral.form == "words" and (numeral.value or 0) >= _LARGE
    )
    money = money_at(text, numeral.start, behind, numeral.value or numeral.low, scaled=scaled)
    if money is None:
        return None
    figure.start = money.start
    if money.factor != 1.0 and figure.value is not None:
        figure.value *= money.factor
    return _as(figure, money.unit, "money", money.end, "money")


def _measure(text: str, figure: Figure, behind: int) -> Figure | None:
    """Read the age or the unit behind a number."""
    numeral = figure.numeral
    age = age_after(text, numeral.end)
    if age:
        return _as(figure, _age_unit(text, numeral.end), "age", age, "age")
    unit = unit_after(text, behind)
    if unit is None or _is_designation(text, numeral.start, behind, unit.name):
        return None
    name = _meant(unit.name, numeral.value or 0)
    if name == "farad" and text[behind : behind + 1] == "F":
        return None  # "on the 15F", the fifteenth floor
    return _as(figure, name, cast(Category, unit.category), unit.end, "unit")


def _behind_of(text: str, numeral: Numeral) -> int:
    """Return the end of a numeral, behind the "of" of "millions of dollars" and "thousands of tons"."""
    return (
        numeral.end + 3 if numeral.form == "vague" and text.startswith(" of ", numeral.end) else numeral.end
    )


def _is_designation(text: str, start: int, behind: int, unit: str) -> bool:
    """Tell "SSM-710K C-Star" and "a two-time champion" from numbers with a unit."""
    if unit == "times" and text.startswith("-", behind):
        return True
    return text[start - 1 : start] == "-" and text[start - 2 : start - 1].isupper()


def _meant(unit: str, value: float) -> str:
    """Return the unit that is meant by a sign of two units, by the size of the number."""
    if unit == "farad" and abs(value) >= _COOLEST:
        return "fahrenheit"
    if unit == "nanometer" and value >= _LONGEST_WAVE:  # "a range of 4,500 nm"
        return "nautical mile"
    return unit


def _as(figure: Figure, unit: str, category: Category, end: int, rule: str) -> Figure:
    figure.unit, figure.category, figure.end, figure.rule = unit, category, end, rule
    return figure


def _part_of_measure(text: str, figure: Figure) -> Figure | None:
    """Read "1/16 inch", "two-thirds of a mile", "half a percent"."""
    of = _PART_OF.match(text, figure.end)
    unit = unit_after(text, of.end() if of else figure.end)
    if unit is None or unit.name == "times":
        return None
    return _as(figure, unit.name, cast(Category, unit.category), unit.end, "unit")


def _share(figure: Figure) -> Figure:
    """Turn a fraction into a percentage: "two-thirds", "7 in 10"."""
    figure.value = None if figure.value is None else round(100 * figure.value, 10)
    return _as(figure, "percent", "percent", figure.end, "share")


def _age_unit(text: str, end: int) -> str:
    return next((unit for unit in ("month", "week", "day") if text.startswith(unit, end + 1)), "year")
