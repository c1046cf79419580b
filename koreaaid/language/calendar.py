"""The grammar of written dates: words and digits that name a year, a month, a day or a time of day.

Only what is written is read: "Oct. 19" has no year, "June 2025" has no day, and nothing is resolved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from koreaaid.language.calendar_digits import read_digits
from koreaaid.language.calendar_parts import (
    MONTHS,
    WEEKDAYS,
    Place,
    WrittenDate,
    clock_time,
    day_exists,
    full_year,
    with_time,
)
from koreaaid.language.patterns import late

__all__ = [
    "CAPITAL_MONTHS", "MONTHS", "WEEKDAYS", "WrittenDate", "absolute_dates", "clock_time", "dates_at",
    "day_exists", "full_year", "written_dates",
]  # fmt: skip


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
    cues = [cue.span() for scan in _CUES for cue in scan.finditer(text, start, stop)]
    return dates_at(text, sorted(cues), start, stop)


def dates_at(text: str, cues: Iterable[tuple[int, int]], start: int, stop: int) -> Iterator[WrittenDate]:
    """Find the dates around `cues`: spans of names of months, and of digits before a separator, in order."""
    reached = start
    for first, after in cues:
        if after <= reached:
            continue
        place = Place(text, first, after, reached, stop)
        for written in _around_month(place) if text[first].isalpha() else read_digits(place):
            yield written
            reached = written.end


_ORDINAL = r"(?:st|nd|rd|th|ST|ND|RD|TH)?"
_YEAR = r"(?:1\d|2[01])\d\d"
_EARLIEST, _LATEST = 1900, 2100  # years that may be glued to a month: "Apr2024"
# What follows a number that is no day and no year after all: more digits, a unit.
_NO_NUMBER = r"(?![%\d]|[.,:/]\d|[  -]?(?:percent|per\s+cent|million|billion|trillion|thousand|mln|bn)\b)"

CAPITAL_MONTHS = "|".join(form for name in MONTHS for form in (name.title(), name.upper()))
# Three scans: each leaps to the few characters that it can begin with, and one for all could not.
_CUES = (
    late(rf"(?:{CAPITAL_MONTHS})(?![A-Za-z])"),
    late(rf"(?:{'|'.join(name for name in MONTHS if len(name) > 4 and name != 'march')})(?![A-Za-z])"),
    late(r"\d(?<![\d.,:/-].)\d{0,3}(?=[-/.]\d|(?<=\d{4})\. \d{1,2}\. \d)"),
)

# A blank within a date: a line may end there, a paragraph not.
_B = r"(?:[^\S\n]|\n(?!\s))"
_DAY_BEFORE = late(
    rf"(?<![\w.,:$€£])(?<![A-Za-z]-)(\d{{1,2}}){_ORDINAL}(?:{_B}{{1,2}}(?:day{_B})?of)?(?:{_B}{{1,2}}|-)\Z"
)
_FIRST_DAY_BEFORE = late(
    rf"(?<![\w.,:$€£])(?<![A-Za-z]-)(\d{{1,2}}){_ORDINAL}(?:{_B}?[-–—/]{_B}?|{_B}(?:to|and|or|through|until|till){_B})\Z"
)
_YEAR_AFTER = late(
    rf"\.?(?:(?:-|{_B})|{_B}?,{_B}?|{_B}of{_B})?{_B}?({_YEAR}){_NO_NUMBER}|\.?{_B}?['’](\d\d)\b|-(\d\d)(?![\w-]|[.,:]\d)"
)
_DAY_AFTER = late(
    rf"\.?(?:{_B}|-)?{_B}{{0,2}}(?:the{_B})?(\d{{1,2}}){_ORDINAL}(?![A-Za-z])(?:(?=,{_YEAR}(?!\d))|{_NO_NUMBER})"
)
# Words that may follow the last day of a span, and cannot be what a number counts.
_NEXT_WORDS = (
    "in|at|on|of|the|to|for|when|as|and|or|but|with|that|which|who|after|before|by|while|is|was|were|will"
    "|he|she|it|they|indicates?|shows?|showed|suggests?|said|says|reported|claimed|confirmed|stated|respectively"
    "|from|against|during|near|over|under|into|amid|following|between|because|where|there|also|had|have|has"
    "|aboard|alongside|along|inside|outside|within|without|around|across|through|despite|according|if|though|a|an"
    "|its|their|his|her|not|until|since|towards?|via|inclusive|only|then|ahead"
)
_LAST_DAY_AFTER = late(
    rf"{_B}?[-–—/]{_B}?(\d{{1,2}}){_ORDINAL}(?![\w%/-]|[.,:]\d)"
    rf"|{_B}(?:to|and|or|through|until|till){_B}(\d{{1,2}}){_ORDINAL}(?={_B}?[,.;:)]|{_B}?\Z|{_B}(?:{_NEXT_WORDS})\b)(?![.,:]\d)"
)
# More days of the month, between the first and the last: "October 8, 12 and 17", "8, 12 and 17 October".
_MORE_DAYS_AFTER = late(rf"(?:,{_B}\d{{1,2}})+,?(?={_B}(?:and|or){_B}\d{{1,2}}(?!\d))")
_MORE_DAYS_BEFORE = late(rf"(?<![\w.,:$€£-])\d{{1,2}}(?:,{_B}\d{{1,2}})*(?=,{_B}\Z)")
_LONGEST_LIST = 40
_NUMBER = late(r"\d+")
_YEAR_AFTER_DAY = late(
    rf"(?:{_B}?[,.]{_B}{{0,2}}|{_B}{{1,2}}(?:of{_B})?|-)({_YEAR})(?:(?=\d{{1,2}}:\d\d)|{_NO_NUMBER})|,?{_B}['’](\d\d)\b"
    rf"|,?{_B}Juche{_B}\d{{1,3}}{_B}?\(({_YEAR})\)"  # as North Korea's agency writes
)
_COUNTED = late(r"\s(?!was\b|is\b|has\b|as\b|its\b|his\b|this\b|years?\b)[a-z]{3,}s\b")
_BARE_BEFORE = late(r"\b(?:in|last|late|early|next|this)\s\Z", re.IGNORECASE)  # before a month alone
_IN_BEFORE = late(r"\b[Ii]n\s\Z")
# "the 12 May have been sent": the verb.
_VERB_AFTER = late(r"\s+(?:be|have|not|also|still|well|yet|never|only|seem|mean|or\s+may)\b")


def _around_month(place: Place) -> list[WrittenDate]:
    """Read the date around a month's name."""
    text, start, end, reached, stop = place
    month = MONTHS[text[start:end].lower()]
    # A capital may be glued to the word before it: "UkraineJan 10 2024".
    glued = start > 0 and text[start - 1].isalnum()
    if glued and (text[start].islower() or text[start - 1].isupper()):
        return []
    before = None if glued else _DAY_BEFORE.search(text, max(reached, start - 14), start)
    if before and 1 <= int(before[1]) <= 31:
        return _day_first(place, before, month)
    if text.startswith(".", end) and not _is_abbreviation(place) and _ends_sentence(place):
        return []
    after = _DAY_AFTER.match(text, end, stop)
    capitals = text[start:end].isupper()
    if after and day_exists(None, month, int(after[1])) and not _is_count(place, after):
        found = _month_first(place, after, month)
        # Glued to another word it has to be a whole date; "DEC20" names a thing.
        glued = glued or (capitals and after.start(1) == end)
        return [] if glued and found and found[-1].year is None else found
    year = _YEAR_AFTER.match(text, end, stop)
    if not year or year[3] or glued:
        return []
    if year.start(1) == end and (capitals or not _EARLIEST <= int(year[1]) <= _LATEST):
        return []  # the reactor APR1400
    return [WrittenDate(start, year.end(), full_year(year[1] or year[2]), month, None, None, "month-year")]


def _is_abbreviation(place: Place) -> bool:
    """Say whether the name of the month is cut short: a stop behind it may be its own."""
    name = place.text[place.start : place.end].lower()
    return len(name) < 5 and name not in ("may", "june", "july")


def _ends_sentence(place: Place) -> bool:
    """Say whether the stop behind a month's whole name ends a sentence: "It came in March. 12 were lost"."""
    line_ends = place.text.startswith("\n", place.end + 1)  # "by the end of July.\n3. The third tranche"
    return line_ends or bool(_BARE_BEFORE.search(place.text, max(0, place.start - 6), place.start))


def _is_count(place: Place, after: re.Match[str]) -> bool:
    """Say whether the number after the month counts what follows: "In June 12 soldiers"."""
    return bool(
        _IN_BEFORE.search(place.text, max(0, place.start - 4), place.start)
        and _COUNTED.match(place.text, after.end(), place.stop)
    )


def _day_first(place: Place, day: re.Match[str], month: int) -> list[WrittenDate]:
    """Read "3rd June, 2024", "13-15 October", "5-Jul-24", with the time of day beside it."""
    text, start, end, reached, stop = place
    found = _YEAR_AFTER.match(text, end, stop)
    if found and found[3] and text[start - 1] != "-":
        found = None
    year = full_year(found[1] or found[2] or found[3]) if found else None
    if month == 5 and not year and _VERB_AFTER.match(text, end, stop):
        return []
    if not day_exists(year, month, int(day[1])):
        return []
    # The stop of an abbreviation belongs to it.
    whole_end = found.end() if found else end + (text.startswith(".", end) and _is_abbreviation(place))
    dates = []
    first = _FIRST_DAY_BEFORE.search(text, max(reached, day.start() - 10), day.start())
    if first and 1 <= int(first[1]) < int(day[1]):
        dates = [*_days_before(place, first.start(), year, month)]
        dates.append(WrittenDate(first.start(), first.end(1), year, month, int(first[1]), None, "day-first"))
    whole = WrittenDate(day.start(), whole_end, year, month, int(day[1]), None, "day-first")
    return [*dates, with_time(place, whole)]


def _days_before(place: Place, end: int, year: int | None, month: int) -> Iterator[WrittenDate]:
    """Read the days of "8, 12 and 17 October" that stand before `end`."""
    start = max(place.reached, end - _LONGEST_LIST)
    days = _MORE_DAYS_BEFORE.search(place.text, start, end)
    if days:
        yield from _days_in(place.text, *days.span(), year, month, "day-first")


def _days_in(
    text: str, start: int, end: int, year: int | None, month: int, form: str
) -> Iterator[WrittenDate]:
    """Read each number of `text[start:end]` as a day of the month."""
    for day in _NUMBER.finditer(text, start, end):
        if day_exists(year, month, int(day.group())):
            yield WrittenDate(*day.span(), year, month, int(day.group()), None, form)


def _month_first(place: Place, day: re.Match[str], month: int) -> list[WrittenDate]:
    """Read "June 3, 2024", "Jan. 2-9", "Dec. 2, 2024 - 14:19"."""
    text, start, _, _, stop = place
    more = _MORE_DAYS_AFTER.match(text, day.end(), stop)
    last = _LAST_DAY_AFTER.match(text, more.end() if more else day.end(), stop)
    if last and not (int(day[1]) < int(last[1] or last[2]) <= 31):
        last = None
    end = last.end() if last else day.end()
    found = _YEAR_AFTER_DAY.match(text, end, stop)
    year = full_year(found[1] or found[2] or found[3]) if found else None
    first, final = int(day[1]), int(last[1] or last[2]) if last else int(day[1])
    if not (day_exists(year, month, first) and day_exists(year, month, final)):
        return []
    whole_end = found.end() if found else end
    if last is None:
        return [with_time(place, WrittenDate(start, whole_end, year, month, first, None, "month-first"))]
    second = last.start(1) if last[1] else last.start(2)
    between = _days_in(text, *more.span(), year, month, "month-first") if more else ()
    return [
        WrittenDate(start, day.end(), year, month, first, None, "month-first"),
        *between,
        WrittenDate(second, whole_end, year, month, final, None, "month-first"),
    ]
