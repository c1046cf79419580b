"""Dates written in digits alone: 2022-11-11, 24/6/2024, 05.07.2024, "on 24/6"."""

from __future__ import annotations

import re

from koreaaid.language.calendar_parts import Place, WrittenDate, day_exists, full_year, with_time
from koreaaid.language.patterns import late

_ISO = late(r"(\d{4})([-/.]|\. )(\d{1,2})\2(\d{1,2})(?!\d|[-/]\d)")  # in Korea also "2024. 10. 31."
_ISO_MONTH = late(r"(\d{4})-(0[1-9]|1[0-2])(?![\w-]|[.,:/]\d)")
_NUMERIC = late(
    r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d|[-/]\d)|(\d\d?)/(\d\d?)/(\d\d)(?![\w/]|[.,-]\d)"
    r"|(\d\d)\.(\d\d)\.(\d\d)(?![\w/]|[.,:-]\d)"
)
_DAY_MONTH = late(r"(\d{1,2})/(\d{1,2})(?![\w/%-]|[.,:]\d)")
_ON_BEFORE = late(r"\b(?:on|since|until|till|by|from|before|after|dated)\s\Z", re.IGNORECASE)


def read_digits(place: Place) -> list[WrittenDate]:
    """Read the date that begins with the digits at `place`, if it is one."""
    text, start, stop = place.text, place.start, place.stop
    if place.end - start == 4:
        return _iso(place)
    if place.end - start > 2:
        return []
    found = _NUMERIC.match(text, start, stop)
    if found:
        first, second, year = (part for part in found.group(1, 3, 4, 5, 6, 7, 8, 9, 10) if part)
        return _numeric(place, found.end(), int(first), int(second), full_year(year))
    found = _DAY_MONTH.match(text, start, stop)
    if (
        found
        and day_exists(None, int(found[2]), int(found[1]))
        and _ON_BEFORE.search(text, max(0, start - 8), start)
    ):
        return [WrittenDate(start, found.end(), None, int(found[2]), int(found[1]), None, "numeric")]
    return []


def _iso(place: Place) -> list[WrittenDate]:
    """Read "2022-11-11", "2022/11/11", "2024-11"."""
    start = place.start
    found = _ISO.match(place.text, start, place.stop)
    if found:
        year, month, day = int(found[1]), int(found[3]), int(found[4])
        if year < 1000 or not day_exists(year, month, day):
            return []
        end = found.end() + (found[2] == ". " and place.text.startswith(".", found.end()))
        return [with_time(place, WrittenDate(start, end, year, month, day, None, "iso"))]
    found = _ISO_MONTH.match(place.text, start, place.stop)
    # "2010-11" is a season of two years.
    if found and int(found[1]) >= 1000 and int(found[2]) != int(found[1]) % 100 + 1:
        return [WrittenDate(start, found.end(), int(found[1]), int(found[2]), None, None, "iso")]
    return []


def _numeric(place: Place, end: int, first: int, second: int, year: int) -> list[WrittenDate]:
    """Read three numbers as day, month, year; as month, day, year where only that is a date."""
    if not 1000 <= year < 2200:
        return []
    if day_exists(year, second, first):
        form = "ambiguous" if first <= 12 and first != second else "numeric"
        written = WrittenDate(place.start, end, year, second, first, None, form)
    elif day_exists(year, first, second):
        written = WrittenDate(place.start, end, year, first, second, None, "numeric")
    else:
        return []
    return [with_time(place, written)]
