"""The grammar of written dates: words and digits that name a year, a month, a day or a time of day.

Only what is written is read: "Oct. 19" has no year, "June 2025" has no day, and nothing is resolved.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from operator import methodcaller
from typing import NamedTuple

from koreaaid.language.lexicon import lexicon

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


def absolute_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[WrittenDate]:
    """Find the dates in `text[start:end]` that name their year, in text order, not overlapping.

    >>> [d.form for d in absolute_dates("Kyiv, 3rd June, 2024; updated 05.07.2024 10:11")]
    ['day-first', 'ambiguous']
    """
    return (found for found in written_dates(text, start, end) if found.year is not None)


def written_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[WrittenDate]:
    """Find the dates in `text[start:end]`, with a year or not, in text order, not overlapping.

    A bare month, a bare year and a bare weekday are not found here: it takes their context to tell what
    they are. Of a span of days ("Jan. 2-9, 2024", "13 to 15 October") each end is a date of its own.
    """
    stop = len(text) if end is None else min(end, len(text))
    reached = start
    cues = [*_MONTH_CUE.finditer(text, start, stop), *_DIGITS_CUE.finditer(text, start, stop)]
    cues.sort(key=_start)
    for cue in cues:
        if cue.end() <= reached:
            continue
        read = _from_month if cue.group()[0].isalpha() else _from_digits
        for written in read(text, cue, reached, stop):
            yield written
            reached = written.end


def day_exists(year: int | None, month: int, day: int) -> bool:
    """Say whether there is such a day; without a year, whether there can be."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(year or 2000, month)[1]


def full_year(digits: str) -> int:
    """Return the year that two or four digits name: 98 is 1998, 24 is 2024.

    >>> full_year("98"), full_year("24"), full_year("1988")
    (1998, 2024, 1988)
    """
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year < 50 else 1900)


_ORDINAL = r"(?:st|nd|rd|th|ST|ND|RD|TH)?"
_YEAR = r"(?:1\d|2[01])\d\d"
# What follows a number that is no day and no year after all: more digits, a unit.
_NO_NUMBER = r"(?![%\d]|[.,:/]\d|[  -]?(?:percent|per\s+cent|million|billion|trillion|thousand|mln|bn)\b)"

# Two scans: a pattern that begins with letters or digits alike cannot skip through the text.
_MONTH_CUE = re.compile(
    rf"(?:{'|'.join(form for name in MONTHS for form in (name.capitalize(), name.upper()))}"
    rf"|{'|'.join(name for name in MONTHS if len(name) > 4 and name != 'march')})(?![A-Za-z])"
)
_DIGITS_CUE = re.compile(r"\d(?<![\d.,:/-].)\d{0,3}(?=[-/.]\d)")

_DAY_BEFORE = re.compile(
    rf"(?<![\w.,:$€£])(?<![A-Za-z]-)(\d{{1,2}}){_ORDINAL}(?:\s{{1,2}}(?:day\s)?of)?(?:\s{{1,2}}|-)\Z"
)
_FIRST_DAY_BEFORE = re.compile(
    rf"(?<![\w.,:$€£])(?<![A-Za-z]-)(\d{{1,2}}){_ORDINAL}(?:\s?[-–—/]\s?|\s(?:to|and|or)\s)\Z"
)
_YEAR_AFTER = re.compile(
    rf"\.?(?:[-\s]|\s?,\s?|\sof\s|\s)?\s?({_YEAR}){_NO_NUMBER}|\.?\s?['’](\d\d)\b|-(\d\d)(?![\w-]|[.,:]\d)"
)
_DAY_AFTER = re.compile(rf"\.?(?:\s|-)?\s{{0,2}}(?:the\s)?(\d{{1,2}}){_ORDINAL}(?![A-Za-z]){_NO_NUMBER}")
_LAST_DAY_AFTER = re.compile(
    rf"\s?[-–—/]\s?(\d{{1,2}}){_ORDINAL}(?![\w%/-]|[.,:]\d)"
    rf"|\s(?:to|and|or)\s(\d{{1,2}}){_ORDINAL}(?=\s?[,.;:)]|\s?\Z|\s(?:in|at|on|of|the|to|for|when|as)\b)(?![.,:]\d)"
)
_YEAR_AFTER_DAY = re.compile(
    rf"(?:\s?[,.]\s{{0,2}}|\s{{1,2}}(?:of\s)?|-)({_YEAR}){_NO_NUMBER}|,?\s['’](\d\d)\b"
)
_COUNTED = re.compile(r"\s(?!was\b|is\b|has\b|as\b|its\b|his\b|this\b|years?\b)[a-z]{3,}s\b")
_IN_BEFORE = re.compile(r"\b[Ii]n\s\Z")
# "the 12 May have been sent": the verb.
_VERB_AFTER = re.compile(r"\s+(?:be|have|not|also|still|well|yet|never|only|seem|mean|or\s+may)\b")
_CLOCK = (
    r"(?P<hour>\d{1,2})(?:(?::|(?<=\s\d\d)\.)(?P<minute>\d\d)(?::\d\d)?)?(?:\s?(?P<half>[AaPp])\.?[Mm]\b\.?)?"
)
_TIME_AFTER = re.compile(rf"(?:T|\s{{0,3}}(?:[-–—|/,•]\s{{0,3}}(?:at\s)?|\bat\s)?){_CLOCK}(?![\d,./])")
_TIME_BEFORE = re.compile(
    r"(?<![\w.,:-])(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::\d\d)?(?:\s?(?P<half>[AaPp])\.?[Mm]\.?)?"
    r"(?:\s[A-Z]{2,4})?[,|]?\s{1,2}(?:on\s)?\Z"
)

_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|[-/]\d)")
_ISO_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?![\w-]|[.,:/]\d)")
_NUMERIC = re.compile(
    r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d|[-/]\d)|(\d\d?)/(\d\d?)/(\d\d)(?![\w/]|[.,-]\d)"
)
_DAY_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})(?![\w/%-]|[.,:]\d)")
_ON_BEFORE = re.compile(r"\b(?:on|since|until|till|by|from|before|after|dated)\s\Z", re.IGNORECASE)


_start = methodcaller("start")


def _from_month(text: str, cue: re.Match[str], reached: int, stop: int) -> list[WrittenDate]:
    """Read the date around a month's name."""
    month = MONTHS[cue.group().lower()]
    # A capital may be glued to the word before it: "UkraineJan 10 2024".
    glued = cue.start() > 0 and text[cue.start() - 1].isalnum()
    if glued and (cue.group()[0].islower() or text[cue.start() - 1].isupper()):
        return []
    before = None if glued else _DAY_BEFORE.search(text, max(reached, cue.start() - 14), cue.start())
    if before and 1 <= int(before[1]) <= 31:
        return _day_first(text, before, cue, month, reached, stop)
    after = _DAY_AFTER.match(text, cue.end(), stop)
    if after and day_exists(None, month, int(after[1])) and not _is_count(text, cue, after, stop):
        found = _month_first(text, cue, after, month, reached, stop)
        # Glued to another word it has to be a whole date.
        return [] if glued and found[-1].year is None else found
    year = _YEAR_AFTER.match(text, cue.end(), stop)
    if not year or (year[3] is not None) or glued:
        return []
    return [
        WrittenDate(cue.start(), year.end(), full_year(year[1] or year[2]), month, None, None, "month-year")
    ]


def _is_count(text: str, cue: re.Match[str], after: re.Match[str], stop: int) -> bool:
    """Say whether the number after the month counts what follows: "In June 12 soldiers"."""
    return bool(
        _IN_BEFORE.search(text, max(0, cue.start() - 4), cue.start())
        and _COUNTED.match(text, after.end(), stop)
    )


def _day_first(
    text: str, day: re.Match[str], cue: re.Match[str], month: int, reached: int, stop: int
) -> list[WrittenDate]:
    """Read "3rd June, 2024", "13-15 October", "5-Jul-24", with the time of day beside it."""
    found = _YEAR_AFTER.match(text, cue.end(), stop)
    if found and found[3] is not None and text[cue.start() - 1] != "-":
        found = None
    year = full_year(found[1] or found[2] or found[3]) if found else None
    if month == 5 and not year and _VERB_AFTER.match(text, cue.end(), stop):
        return []
    if not day_exists(year, month, int(day[1])):
        return []
    end = found.end() if found else cue.end() + text.startswith(".", cue.end()) * (len(cue.group()) < 5)
    dates = []
    first = _FIRST_DAY_BEFORE.search(text, max(reached, day.start() - 10), day.start())
    if first and 1 <= int(first[1]) < int(day[1]):
        dates.append(WrittenDate(first.start(), first.end(1), year, month, int(first[1]), None, "day-first"))
    whole = WrittenDate(day.start(), end, year, month, int(day[1]), None, "day-first")
    return [*dates, _with_time(text, whole, reached, stop)]


def _month_first(
    text: str, cue: re.Match[str], day: re.Match[str], month: int, reached: int, stop: int
) -> list[WrittenDate]:
    """Read "June 3, 2024", "Jan. 2-9", "Dec. 2, 2024 - 14:19"."""
    last = _LAST_DAY_AFTER.match(text, day.end(), stop)
    if last and not (int(day[1]) < int(last[1] or last[2]) <= 31):
        last = None
    end = last.end() if last else day.end()
    found = _YEAR_AFTER_DAY.match(text, end, stop)
    year = full_year(found[1] or found[2]) if found else None
    if year and not day_exists(year, month, int(day[1])):
        return []
    whole_end = found.end() if found else end
    first = int(day[1])
    if last is None:
        whole = WrittenDate(cue.start(), whole_end, year, month, first, None, "month-first")
        return [_with_time(text, whole, reached, stop)]
    second = last.start(1) if last[1] else last.start(2)
    return [
        WrittenDate(cue.start(), day.end(), year, month, first, None, "month-first"),
        WrittenDate(second, whole_end, year, month, int(last[1] or last[2]), None, "month-first"),
    ]


def _from_digits(text: str, cue: re.Match[str], reached: int, stop: int) -> list[WrittenDate]:
    """Read "2022-11-11", "24/6/2024", "05.07.2024 10:11", "on 24/6"."""
    start = cue.start()
    if len(cue.group()) == 4:
        return _iso(text, start, reached, stop)
    if len(cue.group()) > 2:
        return []
    found = _NUMERIC.match(text, start, stop)
    if found:
        first, second = int(found[1] or found[5]), int(found[3] or found[6])
        return _numeric(text, found, (first, second, full_year(found[4] or found[7])), reached, stop)
    found = _DAY_MONTH.match(text, start, stop)
    if (
        found
        and day_exists(None, int(found[2]), int(found[1]))
        and _ON_BEFORE.search(text, max(0, start - 8), start)
    ):
        return [WrittenDate(start, found.end(), None, int(found[2]), int(found[1]), None, "numeric")]
    return []


def _iso(text: str, start: int, reached: int, stop: int) -> list[WrittenDate]:
    found = _ISO.match(text, start, stop)
    if found:
        year, month, day = int(found[1]), int(found[3]), int(found[4])
        if not (year >= 1000 and day_exists(year, month, day)):
            return []
        return [
            _with_time(text, WrittenDate(start, found.end(), year, month, day, None, "iso"), reached, stop)
        ]
    found = _ISO_MONTH.match(text, start, stop)
    # "2010-11" is a season of two years.
    if found and int(found[1]) >= 1000 and int(found[2]) != int(found[1]) % 100 + 1:
        return [WrittenDate(start, found.end(), int(found[1]), int(found[2]), None, None, "iso")]
    return []


def _numeric(
    text: str, found: re.Match[str], parts: tuple[int, int, int], reached: int, stop: int
) -> list[WrittenDate]:
    """Read three numbers as day, month, year; as month, day, year where only that is a date."""
    first, second, year = parts
    if not 1000 <= year < 2200:
        return []
    if day_exists(year, second, first):
        form = "ambiguous" if first <= 12 and first != second else "numeric"
        written = WrittenDate(found.start(), found.end(), year, second, first, None, form)
    elif day_exists(year, first, second):
        written = WrittenDate(found.start(), found.end(), year, first, second, None, "numeric")
    else:
        return []
    return [_with_time(text, written, reached, stop)]


def _with_time(text: str, written: WrittenDate, reached: int, stop: int) -> WrittenDate:
    """Add the time of day that stands after a whole date, or before it."""
    if written.year is None:
        return written
    after = _TIME_AFTER.match(text, written.end, stop)
    time = after and clock_time(after["hour"], after["minute"], after["half"])
    if after and time and (after["minute"] or after["half"]):
        return written._replace(end=after.end(), time=time)
    before = _TIME_BEFORE.search(text, max(reached, written.start - 22), written.start)
    time = before and clock_time(before["hour"], before["minute"], before["half"])
    if before and time:
        return written._replace(start=before.start(), time=time)
    return written


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
