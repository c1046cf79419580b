"""Days by their date, their weekday, their number or their name."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date

from koreaaid.extract.dates import policies
from koreaaid.extract.dates.context import FAR, Named
from koreaaid.extract.dates.narrative import is_done, is_past, year_of_weekday, year_told
from koreaaid.extract.dates.periods import year_named
from koreaaid.extract.dates.readings import (
    UNRESOLVED,
    Reading,
    explicit,
    from_context,
    from_publication,
    partial,
)
from koreaaid.extract.dates.rules import Found, rule
from koreaaid.extract.dates.tense import direction
from koreaaid.extract.dates.timex import STEPS, moved, span_of
from koreaaid.extract.dates.tokens import CLASSES, codes_of, pattern
from koreaaid.language.calendar import MONTHS, WEEKDAYS, WrittenDate, day_exists, full_year
from koreaaid.language.calendar_holidays import day_of_holiday
from koreaaid.language.lexicon import lexicon
from koreaaid.language.named_days import thing_named

PARTS: dict[str, str] = lexicon("calendar")["parts"]
_CAPITALISED = CLASSES["CAPITALISED"]
_OF, _OPEN = CLASSES["OF"], CLASSES["OPEN"]
_EARLY = codes_of("EARLY LATE EARLIER LATER")
_QUOTE = codes_of("QUOTE")
_LISTING = codes_of("AND COMMA")
_REPORTS, _BESIDE = codes_of("TENSEREPORT"), 4  # tokens
_END_OF_SPAN = pattern(r"(?:TO|UNTIL|DASH|AND|OR) DATED")
_WEEKDAY_TO = pattern(r"(?:TO|UNTIL|DASH) WEEKDAY")
_TO_WEEKDAY = pattern(r"WEEKDAY (?:TO|UNTIL|DASH)\Z")
_SPANS = codes_of("TO UNTIL DASH")
_LONGEST_SPAN = 180  # days
_DAYS_BESIDE = 31
_CLASSES = lexicon("calendar")["classes"]
_ORDINALS = [*_CLASSES["ORDINAL"][:1], *_CLASSES["SECOND"], *_CLASSES["ORDINAL"][1:]]


@rule(
    "written date",
    "DATED UNDATED",
    r"(?:(?:LAST|NEXT|THIS? (?:PAST|COMING)?)? (?P<weekday>WEEKDAY|WEEKDAYABBR) DOT? COMMA? THE?)?"
    r"(?P<atom>DATED|UNDATED) INSIDE*",
)
def _written(found: Found) -> Reading | None:
    """Read "2022-11-11", "Dec. 2, 2024 - 14:19", "last Monday, Oct. 26", "January 9"."""
    atom = found.tokens.atoms[found.token("atom")]
    if (
        atom.year is None
        and atom.form == "month-first"
        and thing_named(found.tokens.text, atom.start, atom.end)
    ):
        return None
    return read_atom(found, WEEKDAYS.get(found["weekday"]))


@rule(
    "day of a year",
    "UNDATED",
    r"(?P<atom>UNDATED) INSIDE* (?:COMMA|OF)?"
    r"(?P<which>THE? (?:SAME|THAT|THIS|LAST|NEXT|PREVIOUS|FOLLOWING)) (?P<unit>UNIT)",
)
def _of_year(found: Found) -> Reading | None:
    """Read "28 October last year", "4 November of the same year"."""
    atom = found.tokens.atoms[found.first]
    year = year_named(found) if found["unit"] == "year" else None
    month, day = atom.month or 1, atom.day or 1
    if year is None or not day_exists(year, month, day):
        return None
    value = date(year, month, day).isoformat()
    return from_publication(value) if found["which"] in ("this", "last", "next") else from_context(value)


def read_atom(found: Found, weekday: int | None = None) -> Reading:
    """Read the written date of the group `atom`."""
    atom = found.tokens.atoms[found.token("atom")]
    month, day = atom.month or 1, atom.day or 1
    if atom.year is not None:
        value = _whole_day(atom, found.published).isoformat()
        return Reading("TIME", f"{value}T{atom.time}", "explicit") if atom.time else explicit(value)
    end = _END_OF_SPAN.match(found.tokens.codes, found.after)
    if end:  # "from June 3 to June 17, 2019"
        last = found.tokens.atoms[end.end() - 1]
        beside = (last.year or 1) - (month > (last.month or 1))
        return (
            explicit(date(beside, month, day).isoformat()) if day_exists(beside, month, day) else UNRESOLVED
        )
    published = found.published
    if not published:
        return partial(f"XXXX-{month:02}-{day:02}")
    ending = _last_of_span(found, month, day)
    if ending:
        return from_publication(ending.isoformat())
    year = policies.year_of_day(month, day, published, weekday, found.direction)
    if not year:
        return partial(f"XXXX-{month:02}-{day:02}")
    if date(year, month, day) > published and not weekday and is_past(found):
        year -= 1
    if weekday:
        told = year_of_weekday(found.context, month, day, weekday, year)
    else:
        told = year_told(found, month, day, year, published)
        ahead = (year, month, day) > (published.year, published.month, published.day)
        if told == year and ahead and (is_done(found) or found.tells_deed):
            told = year = year - 1
    if told < MINYEAR or not day_exists(told, month, day):
        return UNRESOLVED
    value = date(told, month, day).isoformat()
    return from_publication(value) if told == year else from_context(value)


def _last_of_span(found: Found, month: int, day: int) -> date | None:
    """Return the last day of "August 1-10", "April 29-May 2": the next one after the first."""
    first = found.context.named[-1] if found.context.named and found.before in _SPANS else None
    if first is None or first.at != found.first - 1 or first.grain != "day":
        return None
    begun = date.fromisoformat(first.value)
    year = begun.year + ((month, day) < (begun.month, begun.day))
    last = date(year, month, day) if year <= MAXYEAR and day_exists(year, month, day) else None
    return last if last and (last - begun).days <= _LONGEST_SPAN else None


def _whole_day(atom: WrittenDate, published: date | None) -> date:
    """Return the day of a written date; where day and month can change places, the one beside publication."""
    year, month, day = atom.year or 1, atom.month or 1, atom.day or 1
    whole = date(year, month, day)
    if atom.form == "ambiguous" and published:
        other = date(year, day, month)
        if abs((other - published).days) <= _DAYS_BESIDE < abs((whole - published).days):
            return other
    return whole


@rule("holiday", "HOLIDAY", r"HOLIDAY INSIDE* (?:(?:COMMA|OF)? (?P<year>YEAR))?")
def _holiday(found: Found) -> Reading | None:
    """Read "Thanksgiving Day", "Christmas 2023"."""
    name = found.tokens.holidays[found.first]
    if found.has("year"):
        day = day_of_holiday(name, full_year(found["year"]))
        return explicit(day.isoformat()) if day else None
    published = found.published
    if not published:
        return UNRESOLVED
    days = [day for step in (-1, 0, 1) if (day := day_of_holiday(name, published.year + step))]
    day = policies.nearest_of(days, published)
    return from_publication(day.isoformat()) if day else UNRESOLVED


@rule(
    "spelled day",
    "ORDINAL SECOND",
    r"(?P<month>MONTH|MAY) (?P<day>ORDINAL|SECOND)"
    r"(?=DOT|COMMA|SEMICOLON|CLOSE|AND|TO|IN|AS|AT|BY|FOR|THAT|TENSEREPORT|TENSEPAST|\Z)",
    before="MONTH MAY",
)
def _spelled_day(found: Found) -> Reading | None:
    """Read "December second", as broadcasters write."""
    day, month = _ORDINALS.index(found["day"]) + 1, MONTHS[found["month"]]
    if not found.published:
        return partial(f"XXXX-{month:02}-{day:02}")
    year = policies.year_of_day(month, day, found.published, None, found.direction)
    return from_publication(date(year, month, day).isoformat()) if year else None


@rule(
    "day of the month",
    "SUFFIX",
    r"(?:ON|SINCE|UNTIL|BY|FROM|OF|(?<=SUFFIX) (?:AND|COMMA)) THE (?P<day>DAYNUMBER) SUFFIX"
    r"(?=DOT|COMMA|OPEN|AND|TO|IN|AS|AT|BY|FOR|THAT|TENSEREPORT|OF (?:THIS|LAST|NEXT)|TENSEPAST)",
)
def _day_of_month(found: Found) -> Reading | None:
    """Read "on the 8th": of the month that the sentence names, or the last, or the next on a cue."""
    day, published = int(found["day"]), found.published
    if not 1 <= day <= 31:
        return None
    last = found.context.last_named(found.first)
    if found.tokens.codes[found.first] in _LISTING and (last is None or last.at != found.first):
        return None  # "the 5th and the 8th" of a race
    named = _day_of_sentence(found, last, day)
    if named:
        return from_context(named)._replace(trim=(1, 0))
    if not published:
        return partial(f"XXXX-XX-{day:02}")._replace(trim=(1, 0))
    step = 1 if found.direction == "future" else -1
    for count in range(0, 13 * step, step):
        year, month = (
            published.year + (published.month - 1 + count) // 12,
            (published.month - 1 + count) % 12 + 1,
        )
        if 1 <= year <= 9999 and day_exists(year, month, day):
            whole = date(year, month, day)
            if (whole - published).days * step >= 0:
                return from_publication(whole.isoformat())._replace(trim=(1, 0))
    return None


def _day_of_sentence(found: Found, last: Named | None, day: int) -> str | None:
    """Return a day of the month named just before: "last month, on the 3rd", "May 5 to the 8th".

    What is said "on the 8th" at the end of a sentence is said in the month of publication.
    """
    if last is None or found.first - last.at > _BESIDE:
        return None
    if any(code in _REPORTS for code in found.tokens.codes[last.at : found.first]):
        return None
    goes_on = last.grain == "month" or (last.grain == "day" and day > int(last.value[8:10]))
    value = f"{last.value[:7]}-{day:02}"
    return value if goes_on and span_of(value)[0] else None


@rule(
    "weekday",
    "WEEKDAY",
    r"(?P<way>LAST|NEXT|THIS (?:PAST|COMING)?|COMING|PAST|THE (?:PREVIOUS|FOLLOWING))? (?P<day>WEEKDAY)"
    r"(?:(?P<part>ANYPART)|OF? (?P<week>LAST|NEXT|THIS) (?P<unit>UNIT))?",
)
def _weekday(found: Found) -> Reading | None:
    """Read "Tuesday", "last Friday", "Friday afternoon", "Monday of last week"."""
    weekday, published, part = WEEKDAYS[found["day"]], found.published, found["part"]
    if part == "nights" or (found.has("unit") and found["unit"] != "week"):
        return None
    if not published:
        return partial(f"XXXX-WXX-{weekday}")
    elsewhere = _day_elsewhere(found, weekday)
    if found.has("week"):
        day = moved(published, 7 * STEPS.get(found["week"], 0) + weekday - published.isoweekday())
    elif found["way"] in ("the previous", "the following"):
        return _weekday_beside(found, weekday, published)
    else:
        day = elsewhere or _named_weekday(found, weekday, published)
    if day is None:
        return UNRESOLVED
    reading = from_context(day.isoformat()) if elsewhere else from_publication(day.isoformat())
    return reading._replace(type="TIME", value=f"{reading.value}{PARTS[part]}") if part else reading


def _day_elsewhere(found: Found, weekday: int) -> date | None:
    """Read the day of another time zone: "said on Tuesday (early Wednesday in Seoul)"."""
    codes, first = found.tokens.codes, found.first
    while first and codes[first - 1] in _EARLY:
        first -= 1
    last = found.context.named[-1] if found.context.named else None
    if last is None or last.grain != "day" or last.at != first - 1 or codes[first - 1] != _OPEN:
        return None
    day = span_of(last.value)[0]
    return day and moved(day, (weekday - day.isoweekday() + 3) % 7 - 3)


def _weekday_beside(found: Found, weekday: int, published: date) -> Reading:
    """Read "the previous Friday" from the day named last."""
    named = found.context.last_named(found.first, "day", reach=FAR)
    anchor = (span_of(named.value)[0] if named else None) or published
    if found["way"] == "the previous":
        day = moved(anchor, -((anchor.isoweekday() - weekday) % 7 or 7))
    else:
        day = moved(anchor, (weekday - anchor.isoweekday()) % 7 or 7)
    return from_context(day.isoformat()) if day else UNRESOLVED


def _named_weekday(found: Found, weekday: int, published: date) -> date | None:
    way = found["way"]
    back = (published.isoweekday() - weekday) % 7
    if way == "last" or "past" in way:
        return moved(published, -(back or 7))
    if "coming" in way or way == "next":
        return moved(published, 7 - back)
    if way == "this":
        return policies.day_of_weekday(weekday, published, "future")
    last = _WEEKDAY_TO.match(found.tokens.codes, found.after)
    if last:  # "from Monday to Wednesday": the last day is resolved, and the first before it
        final = WEEKDAYS[found.tokens.words(last.end() - 1, last.end())]
        end = policies.day_of_weekday(final, published, direction(found.context, found.first, last.end()))
        return end and moved(end, -((final - weekday) % 7))
    first = _TO_WEEKDAY.search(found.tokens.codes, max(0, found.first - 2), found.first)
    if first:
        whole = direction(found.context, first.start(), found.after)
        return policies.day_of_weekday(weekday, published, whole)
    if found.following in _QUOTE:  # "Wednesday's ruling"
        return policies.day_of_weekday(weekday, published, "past")
    return policies.day_of_weekday(weekday, published, found.direction)
