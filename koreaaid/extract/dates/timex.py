"""TIMEX3 values: making them, moving them, and the days that they span."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache

from koreaaid.language.patterns import late

Span = tuple[date | None, date | None]
NO_SPAN: Span = (None, None)
_REMEMBERED = 4096  # values: a text names the same few again and again

# First month of each season; a winter is named by the year in which it begins.
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

# How many units on a word leads.
STEPS = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1, "following": 1}

_VALUE = late(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?(?:T.*)?"
    r"|(?P<decade>\d{3})|(?P<century>\d\d)|(?P<first>\d{4})/(?P<last>\d{4})"
)


def month_value(year: int, month: int) -> str:
    """Return the value of a month; months run on over the ends of the year.

    >>> month_value(2024, 13)
    '2025-01'
    """
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{year:04}-{month:02}"


def week_value(day: date) -> str:
    """Return the ISO week of `day`: its year can differ from the calendar's around New Year."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def quarter_value(year: int, quarter: int) -> str:
    """Return the value of a quarter; quarters run on over the ends of the year."""
    year, quarter = year + (quarter - 1) // 4, (quarter - 1) % 4 + 1
    return f"{year:04}-Q{quarter}"


def period_around(day: date, unit: str) -> str | None:
    """Return the value of the calendar period of that unit in which `day` lies.

    >>> period_around(date(2024, 10, 28), "week")
    '2024-W44'
    """
    if unit == "day":
        return day.isoformat()
    if unit == "week":
        return week_value(day)
    if unit == "weekend":
        return f"{week_value(day)}-WE"
    if unit == "month":
        return month_value(day.year, day.month)
    if unit == "quarter":
        return quarter_value(day.year, (day.month + 2) // 3)
    if unit == "year":
        return f"{day.year:04}"
    if unit == "decade":
        return f"{day.year // 10:03}"
    return f"{day.year // 100:02}" if unit == "century" else None


def period_beside(day: date, unit: str, step: int) -> str | None:
    """Return the value of the period that lies `step` units after the one of `day`.

    >>> period_beside(date(2024, 1, 10), "month", -1)
    '2023-12'
    """
    if unit in ("week", "weekend"):
        other = moved(day, 7 * step)
        return period_around(other, unit) if other else None
    value = period_around(day, unit)
    if value and unit in ("decade", "century"):
        return f"{int(value) + step:0{len(value)}}" if int(value) + step > 0 else None
    return value and shifted(value, unit, step)


def moved(day: date, days: int) -> date | None:
    """Return the day that lies `days` after `day`, or None beyond the calendar."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


@lru_cache(_REMEMBERED)
def span_of(value: str | None) -> Span:
    """Return the first and last day of a value; nothing for one that has no place on the calendar.

    >>> span_of("2024-Q1")
    (datetime.date(2024, 1, 1), datetime.date(2024, 3, 31))
    """
    found = _VALUE.fullmatch(value) if value else None
    if not found:
        return NO_SPAN
    try:
        return _span(found)
    except (ValueError, OverflowError):
        return NO_SPAN


def _span(found: re.Match[str]) -> Span:
    if found["decade"]:
        return _years(int(found["decade"]) * 10, 10)
    if found["century"]:
        return _years(int(found["century"]) * 100, 100)
    if found["first"]:
        return _years(int(found["first"]), int(found["last"]) - int(found["first"]) + 1)
    year = int(found["year"])
    if found["day"]:
        day = date(year, int(found["month"]), int(found["day"]))
        return day, day
    if found["week"]:
        monday = date.fromisocalendar(year, int(found["week"]), 1)
        return monday + timedelta(5 if found["weekend"] else 0), monday + timedelta(6)
    if found["month"]:
        return _months(year, int(found["month"]), 1)
    if found["quarter"]:
        return _months(year, 3 * int(found["quarter"]) - 2, 3)
    if found["half"]:
        return _months(year, 6 * int(found["half"]) - 5, 6)
    if found["season"]:
        return _months(year, _SEASON_MONTH[found["season"]], 3)
    return _years(year, 1)


def _years(year: int, count: int) -> Span:
    if not (year >= MINYEAR and year + count - 1 <= MAXYEAR and count > 0):
        return NO_SPAN
    return date(year, 1, 1), date(year + count - 1, 12, 31)


def _months(year: int, month: int, count: int) -> Span:
    after = month + count - 1
    end = date(year + after // 12, after % 12 + 1, 1) - timedelta(1)
    return date(year, month, 1), end


def narrowed(span: Span, mod: str | None) -> Span:
    """Return the part of a span that START, MID or END leaves of it, in thirds.

    A third is what the words promise at most: "late April" is not before the 21st.
    """
    first, last = span
    if first is None or last is None or mod not in ("START", "MID", "END") or first == last:
        return span
    third = ((last - first).days + 1) // 3
    if mod == "START":
        return first, first + timedelta(max(third - 1, 0))
    if mod == "END":
        return last - timedelta(max(third - 1, 0)), last
    return first + timedelta(third), last - timedelta(third)


def shifted(value: str, unit: str, count: int) -> str | None:
    """Return `value` moved by `count` units ("year", "quarter", "month", "week", "day"), in its own grain.

    None where the value is coarser than the unit or has no place on the calendar.

    >>> shifted("2024-Q3", "year", -1), shifted("2024-10-28", "week", 1)
    ('2023-Q3', '2024-11-04')
    """
    first, _ = span_of(value)
    if first is None:
        return None
    try:
        return _shifted(value, first, unit, count)
    except (ValueError, OverflowError):
        return None


def _shifted(value: str, first: date, unit: str, count: int) -> str | None:
    if unit == "year" and len(value) >= 4 and value[:4].isdigit():
        year = int(value[:4]) + count
        moved_value = f"{year:04}{value[4:]}"
        return moved_value if 1 <= year <= MAXYEAR and span_of(moved_value) != NO_SPAN else None
    grain = grain_of(value)
    if unit == "quarter" and grain == "quarter":
        return quarter_value(int(value[:4]), int(value[-1]) + count)
    if unit in ("month", "quarter") and grain in ("month", "day"):
        month = month_value(first.year, first.month + count * (3 if unit == "quarter" else 1))
        return month if grain == "month" else f"{month}-{min(first.day, 28):02}"
    if unit == "week" and grain == "week":
        return week_value(first + timedelta(weeks=count))
    if unit in ("week", "day") and grain == "day":
        return (first + timedelta(count * (7 if unit == "week" else 1))).isoformat()
    return None


@lru_cache(_REMEMBERED)
def grain_of(value: str) -> str:
    """Return how fine a value is: day … century, "months" of the part of a year reported on, or other."""
    if value in ("P3M", "P6M", "P9M"):
        return "months"
    found = _VALUE.fullmatch(value)
    if not found:
        return "other"
    for grain in ("day", "week", "month", "quarter", "half", "season", "year", "decade", "century"):
        if found[grain]:
            return grain
    return "other"
