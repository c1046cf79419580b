"""The parts of written dates: names of months and weekdays, days that exist, years and times of day."""

from __future__ import annotations

from calendar import monthrange
from typing import NamedTuple

from koreaaid.language.lexicon import lexicon
from koreaaid.language.patterns import late

_WORDS = lexicon("calendar")
MONTHS: dict[str, int] = {name: int(month) for month, names in _WORDS["months"].items() for name in names}
WEEKDAYS: dict[str, int] = {name: int(day) for day, names in _WORDS["weekdays"].items() for name in names}


class WrittenDate(NamedTuple):
    """A date as it is written; what is not written is None.

    Attributes
    ----------
    start, end : int
        Half-open span in the text that was searched.
    year, month, day : int or None
    time : str or None
        Time of day, "HH:MM" on the 24-hour clock.
    form : str
        iso (2022-11-11), numeric (24/6/2024), ambiguous (5/7/2024, read day first), month-first
        (June 3, 2024), day-first (3rd June) or month-year (June 2025).
    """

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    time: str | None
    form: str


class Place(NamedTuple):
    """Where a date may be: a month's name or a run of digits, and what is left of the text around it."""

    text: str
    start: int
    end: int
    reached: int
    stop: int


def day_exists(year: int | None, month: int, day: int) -> bool:
    """Say whether there is such a day; without a year, whether there can be."""
    return 1 <= month <= 12 and day >= 1 and (day <= 28 or day <= monthrange(year or 2000, month)[1])


def full_year(digits: str) -> int:
    """Return the year that two or four digits name: 98 is 1998, 24 is 2024.

    >>> full_year("98"), full_year("24"), full_year("1988")
    (1998, 2024, 1988)
    """
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year < 50 else 1900)


def clock_time(hour: str, minute: str | None, half: str | None) -> str | None:
    """Return "HH:MM" on the 24-hour clock, or None where there is no such time.

    >>> clock_time("7", "26", "p"), clock_time("12", None, "a"), clock_time("14", "75", None)
    ('19:26', '00:00', None)
    """
    hours, minutes = int(hour), int(minute or 0)
    if half:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + 12 * (half in "Pp")
    return f"{hours:02}:{minutes:02}" if hours < 24 and minutes < 60 else None


_CLOCK = (
    r"(?P<hour>\d{1,2})(?:(?::|(?<=\s\d\d)\.)(?P<minute>\d\d)(?::\d\d)?)?(?:\s?(?P<half>[AaPp])\.?[Mm]\b\.?)?"
)
_TIME_AFTER = late(rf"(?:T|\s{{0,3}}(?:[-–—|/,•]\s{{0,3}}(?:at\s)?|\bat\s)?){_CLOCK}(?![\d,./])")
_TIME_BEFORE = late(
    r"(?<![\w.,:-])(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::\d\d)?(?:\s?(?P<half>[AaPp])\.?[Mm]\.?)?"
    rf"(?:\s[A-Z]{{2,4}})?[,|]?\s{{1,2}}(?:on\s)?(?:(?i:{'|'.join(WEEKDAYS)})\.?,?\s{{1,2}})?\Z"
)
_LONGEST_TIME = 34


def with_time(place: Place, written: WrittenDate) -> WrittenDate:
    """Add the time of day that stands after a whole date, or before it."""
    if written.year is None:
        return written
    after = _TIME_AFTER.match(place.text, written.end, place.stop)
    time = after and clock_time(after["hour"], after["minute"], after["half"])
    if after and time and (after["minute"] or after["half"]):
        return written._replace(end=after.end(), time=time)
    before = _TIME_BEFORE.search(place.text, max(place.reached, written.start - _LONGEST_TIME), written.start)
    time = before and clock_time(before["hour"], before["minute"], before["half"])
    if before and time:
        return written._replace(start=before.start(), time=time)
    return written
