"""Holidays: their names in a text, and their day in a year."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

from koreaaid.language.lexicon import alternatives, lexicon
from koreaaid.language.patterns import late

_RULES: dict[str, str] = {
    name.replace("'", "’"): rule for name, rule in lexicon("calendar")["holidays"].items()
}
_NAMES = late(rf"(?:{alternatives(_RULES).replace('’', '[’' + chr(39) + ']')})(?![\w-])")


class Holiday(NamedTuple):
    """A holiday's name in a text."""

    start: int
    end: int
    name: str


def holidays(text: str, start: int = 0, end: int | None = None) -> Iterator[Holiday]:
    """Find the names of holidays in `text[start:end]`.

    >>> [holiday.name for holiday in holidays("on New Year's Eve")]
    ['New Year’s Eve']
    """
    for match in _NAMES.finditer(text, start, len(text) if end is None else end):
        moon = text.endswith(("Lunar ", "Chinese "), 0, match.start())  # "Lunar New Year"
        if not moon and not (match.start() and text[match.start() - 1].isalnum()):
            yield Holiday(match.start(), match.end(), " ".join(match.group().replace("'", "’").split()))


def day_of_holiday(name: str, year: int) -> date | None:
    """Return the day of a holiday in a year.

    >>> day_of_holiday("Thanksgiving", 1999), day_of_holiday("Easter", 2024)
    (datetime.date(1999, 11, 25), datetime.date(2024, 3, 31))
    """
    if not MINYEAR < year < MAXYEAR:
        return None
    first, second, *weekday = _RULES[name].split()
    if first == "easter":
        return _easter(year) + timedelta(int(second))
    if not weekday:
        return date(year, int(first), int(second))
    return _weekday_of_month(year, int(first), second, int(weekday[0]))


def _weekday_of_month(year: int, month: int, which: str, weekday: int) -> date:
    if which == "last":
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta((last.isoweekday() - weekday) % 7)
    begin = date(year, month, 1)
    return begin + timedelta((weekday - begin.isoweekday()) % 7 + 7 * (int(which[0]) - 1))


def _easter(year: int) -> date:
    """Return the Sunday of Easter in the West (the anonymous Gregorian computus)."""
    century, golden = year // 100, year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (year % 100 // 4) - moon - year % 100 % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
