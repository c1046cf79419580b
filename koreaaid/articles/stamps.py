"""The day in a date as metadata and archives write it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import lru_cache

from koreaaid.articles.bylines import day_or_none
from koreaaid.language.calendar import absolute_dates
from koreaaid.language.patterns import late

_ISO_DAY = late(r"\s*(\d{4})(-?)(\d\d)\2(\d\d)(?=T|\D|\d{6}\s*\Z|\Z)")
_SECONDS = late(r"\s*(\d{10})(?:\d{3})?(?:\.\d+)?\s*")
_LONGEST = 100
_UNSET = (date(1970, 1, 1), date(1969, 12, 31))


@lru_cache(maxsize=4096)
def stated_day(value: str) -> date | None:
    """Return the day of a date as metadata write it: ISO, seconds since 1970, or in words.

    A day that is written so that it could be two is none, and the one that systems write where none was set.

    >>> stated_day("2024-10-29T23:10:00Z"), stated_day("1750680000000"), stated_day("29 October 2024, 10:00")
    (datetime.date(2024, 10, 29), datetime.date(2025, 6, 23), datetime.date(2024, 10, 29))
    """
    day = _day_in(value)
    return None if day in _UNSET else day


def _day_in(value: str) -> date | None:
    seconds = _SECONDS.fullmatch(value)
    if seconds:
        return datetime.fromtimestamp(int(seconds[1]), UTC).date()
    iso = _ISO_DAY.match(value)
    if iso:
        return day_or_none(int(iso[1]), int(iso[3]), int(iso[4]))
    written = next((day for day in absolute_dates(value[:_LONGEST]) if day.month and day.day), None)
    if written is None or written.year is None or written.month is None or written.day is None:
        return None
    # With points between the numbers the day comes first; with anything else that depends on the land.
    if written.form == "ambiguous" and "." not in value[written.start : written.end]:
        return None
    return day_or_none(written.year, written.month, written.day)
