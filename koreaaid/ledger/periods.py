"""TIMEX3 values as spans of days."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

import numpy as np
import pandas as pd

Period = tuple[date, date]

_NO_DAY = np.datetime64("NaT", "s")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?\Z")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?\Z")
_MONTHS = re.compile(r"(\d{4})-(\d\d|Q[1-4]|H[12]|SP|SU|FA|WI)\Z")
_YEARS = re.compile(r"(?:FY)?(\d{2,4})(X{0,2})\Z")

# First month and number of months; winter is that of the year in which it begins.
_PARTS = {
    "Q1": (1, 3), "Q2": (4, 3), "Q3": (7, 3), "Q4": (10, 3), "H1": (1, 6), "H2": (7, 6),
    "SP": (3, 3), "SU": (6, 3), "FA": (9, 3), "WI": (12, 3),
}  # fmt: skip


@lru_cache(maxsize=50_000)
def period(timex: str) -> Period | None:
    """Return the first and the last day of a TIMEX3 value; None for one that spans no days of its own.

    >>> period("2024-W28")
    (datetime.date(2024, 7, 8), datetime.date(2024, 7, 14))
    """
    if "/" in timex:  # "between 4 and 13 October"
        bounds = [period(bound) for bound in timex.split("/")]
        return (bounds[0][0], bounds[-1][1]) if bounds[0] and bounds[-1] else None
    try:
        if found := _DAY.match(timex):
            day = date(int(found[1]), int(found[2]), int(found[3]))
            return day, day
        if found := _WEEK.match(timex):
            first = date.fromisocalendar(int(found[1]), int(found[2]), 6 if found[3] else 1)
            return first, first + timedelta(days=1 if found[3] else 6)
        if found := _MONTHS.match(timex):
            month, months = _PARTS[found[2]] if found[2] in _PARTS else (int(found[2]), 1)
            return _months(int(found[1]), month, months)
        if (found := _YEARS.match(timex)) and len(found[1] + found[2]) == 4:
            years: int = 10 ** len(found[2])
            first_year = int(found[1]) * years
            return date(first_year, 1, 1), date(first_year + years - 1, 12, 31)
    except ValueError:  # a 31 April or a week 60 that somebody wrote
        return None
    return None


def first_days(timex: pd.Series) -> pd.Series:
    """Return the first day that each TIMEX3 value spans."""
    return _boundaries(timex, 0)


def last_days(timex: pd.Series) -> pd.Series:
    """Return the last day that each TIMEX3 value spans."""
    return _boundaries(timex, 1)


def _boundaries(timex: pd.Series, which: int) -> pd.Series:
    codes, values = pd.factorize(timex)
    spans = [period(value) for value in values]
    days = [np.datetime64(span[which], "s") if span else _NO_DAY for span in spans]
    return pd.Series(np.array([*days, _NO_DAY])[codes], index=timex.index)  # null has the code -1: the last


def _months(year: int, month: int, months: int) -> Period:
    last_year, last_month = divmod(year * 12 + month - 1 + months - 1, 12)
    last = date(last_year, last_month + 1, monthrange(last_year, last_month + 1)[1])
    return date(year, month, 1), last
