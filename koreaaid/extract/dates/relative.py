"""Expressions that count from the publication date or from a date named before them."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date

from koreaaid.extract.dates import points, policies
from koreaaid.extract.dates.context import UNRESOLVED, Context, Reading, resolved
from koreaaid.extract.dates.durations import unit_named
from koreaaid.extract.dates.rules import rule
from koreaaid.extract.dates.timex import month_value, moved, quarter_value, shifted, span_of, week_value
from koreaaid.extract.dates.tokens import CLASSES
from koreaaid.language.calendar import WEEKDAYS
from koreaaid.language.lexicon import lexicon

_PARTS: dict[str, str] = lexicon("calendar")["parts"]
_STEPS = {"last": -1, "previous": -1, "past": -1, "next": 1, "coming": 1, "following": 1}


def period_around(day: date, unit: str) -> str | None:
    """Return the value of the calendar period of that unit in which `day` lies."""
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
    """Return the value of the period that lies `step` units after the one of `day`."""
    if unit in ("week", "weekend"):
        other = moved(day, 7 * step)
        return other and period_around(other, unit)
    value = period_around(day, unit)
    if value and unit in ("decade", "century"):
        return f"{int(value) + step:0{len(value)}}"
    return value and shifted(value, unit, step)


@rule(
    "this, last, next",
    r"THE? (?P<way>LAST|THIS (?:PAST|COMING)?|NEXT|CURRENT|COMING|PREVIOUS|FOLLOWING|SAME|THAT (?:SAME)?|LATEST) (?:FULL|FISCAL)*"
    r"(?P<unit>UNIT|QUARTER|WEEKEND|PERIOD)",
)
def _this_last_next(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "last week", "this year", "the current quarter", "that year", "the following month"."""
    tokens = context.tokens
    way = tokens.words(match.start("way"), match.end("way"))
    unit = tokens.words(match.start("unit"), match.end("unit"))
    if way.startswith("that") or way in ("same", "following", "previous"):
        return _beside_named(context, match, way, unit)
    if unit == "period" and way == "latest":
        unit = "quarter"
    if (
        unit == "period"
        or (unit == "day" and way in ("last", "latest", "current"))
        or _is_title(context, match)
    ):
        return None
    if unit == "day" and way == "next":
        return _beside_named(context, match, "following", unit)
    published = context.published
    if not published:
        return UNRESOLVED
    if unit == "quarter" and way == "latest":
        return resolved(last_reported_quarter(published), "publication")
    step = -1 if "past" in way else _STEPS.get(way, 0)
    value = period_beside(published, unit, step)
    return resolved(value, "publication") if value else None


def _is_title(context: Context, match: re.Match[bytes]) -> bool:
    """Say whether it is the name of a programme: ABC's "This Week"."""
    text, start = context.tokens.text, context.tokens.starts[match.start()]
    return text[start].isupper() and start > 0 and text[start - 1] in "\"“‘'"


@rule("the unit", r"THE FULL* (?P<unit>UNIT|QUARTER|WEEKEND) (?!DASH)(?!BEFORE|AFTER|EARLIER|LATER)")
def _the_unit(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "the year", "the week", "the quarter": the one that the text is about; "the year ended" is a length."""
    tokens = context.tokens
    unit = tokens.words(match.start("unit"), match.end("unit"))
    following = tokens.words(match.end(), min(match.end() + 1, len(tokens.codes)))
    if unit == "year" and following in ("ended", "ending", "to"):
        return Reading(
            "DURATION", "P1Y", "explicit", unit="year", number=1.0, low=1.0, high=1.0, bound="exact"
        )
    if unit in ("decade", "century") or (following == "of" and unit != "quarter"):
        return None
    if unit == "quarter":
        value = _quarter_reported(context)
        return resolved(value, "context") if value else UNRESOLVED
    if unit == "day":
        return _beside_named(context, match, "same", unit) or _of_publication(context, unit)
    return _of_publication(context, unit)


def _of_publication(context: Context, unit: str) -> Reading:
    published = context.published
    # News of a Monday or Tuesday looks back on the weekend.
    step = -1 if published and unit == "weekend" and published.isoweekday() < 3 else 0
    value = published and period_beside(published, unit, step)
    return resolved(value, "publication") if value else UNRESOLVED


@rule("end of a unit", r"(?:THE|FULL|THIS)? (?P<unit>UNIT) DASH? END (?P<year>YEAR)?")
def _unit_end(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "year-end", "month-end", "year-end 1990"."""
    tokens = context.tokens
    unit = tokens.words(match.start("unit"), match.end("unit"))
    if unit not in ("year", "month"):
        return None
    if match["year"]:
        return resolved(f"{tokens.words(match.start('year'), match.end('year'))}-12-31", "explicit", "END")
    published = context.published
    value = published and span_of(period_around(published, unit))[1]
    return resolved(value.isoformat(), "publication", "END") if value else UNRESOLVED


def last_reported_quarter(published: date) -> str:
    """Return the quarter that a report of that day is about: the last complete one."""
    return quarter_value(published.year, (published.month + 2) // 3 - 1)


def _beside_named(context: Context, match: re.Match[bytes], way: str, unit: str) -> Reading | None:
    """Read "that year", "the same day", "the following month" from the date named last."""
    if unit in ("decade", "century", "weekend"):
        return None
    if unit == "period":
        named = context.last_named(match.start(), "quarter half month year")
        return resolved(named.value, "context") if named and way == "same" else None
    named = context.last_named(match.start())
    step = _STEPS.get(way, 0)
    first = span_of(named.value)[0] if named else None
    if named and first and _can_hold(named.grain, unit):
        value = period_beside(first, unit, step)
        return resolved(value, "context") if value else None
    if step and context.published:
        value = period_beside(context.published, unit, step)
        return resolved(value, "publication") if value else None
    return None


_FINENESS = ["day", "week", "month", "quarter", "half", "season", "year"]


def _can_hold(grain: str, unit: str) -> bool:
    """Say whether a date of that grain lies in one period of that unit."""
    return grain in _FINENESS and unit in _FINENESS and _FINENESS.index(grain) <= _FINENESS.index(unit)


@rule(
    "weekday",
    r"(?P<way>LAST|NEXT|THIS (?:PAST|COMING)?|COMING|PAST|THE (?:PREVIOUS|FOLLOWING))? (?P<day>WEEKDAY) (?:(?P<part>ANYPART)|OF? (?P<week>(?:LAST|NEXT|THIS) UNIT))?",
)
def _weekday(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "Tuesday", "last Friday", "Friday afternoon", "Monday of last week"."""
    tokens = context.tokens
    weekday = WEEKDAYS[tokens.words(match.start("day"), match.end("day"))]
    published = context.published
    if not published:
        return Reading("DATE", f"XXXX-WXX-{weekday}", "unresolved")
    way = tokens.words(match.start("way"), match.end("way")) if match["way"] else ""
    week = tokens.words(match.start("week"), match.end("week")).split() if match["week"] else []
    if week and week[1] == "week":
        step = _STEPS.get(week[0], 0)
        day = moved(published, 7 * step + weekday - published.isoweekday())
    else:
        day = _named_weekday(context, match, way, weekday, published)
    if day is None:
        return UNRESOLVED
    part = tokens.words(match.start("part"), match.end("part")) if match["part"] else ""
    if part == "nights":
        return None
    if part:
        return Reading("TIME", f"{day.isoformat()}{_PARTS[part]}", "publication")
    return resolved(day.isoformat(), "publication")


def _named_weekday(
    context: Context, match: re.Match[bytes], way: str, weekday: int, published: date
) -> date | None:
    back = (published.isoweekday() - weekday) % 7
    if way in ("the previous", "the following"):
        named = context.last_named(match.start(), "day")
        anchor = span_of(named.value)[0] if named else published
        assert anchor
        step = (
            -((anchor.isoweekday() - weekday) % 7 or 7)
            if way == "the previous"
            else (weekday - anchor.isoweekday()) % 7 or 7
        )
        return moved(anchor, step)
    if way == "last" or "past" in way:
        return moved(published, -(back or 7))
    if way in ("next", "coming", "this coming"):
        return moved(published, (7 - back) if back else 7)
    if way == "this":
        return policies.day_of_weekday(weekday, published, "future")
    codes = context.tokens.codes
    if match.end() < len(codes) and codes[match.end()] == CLASSES["QUOTE"]:  # "Wednesday's ruling"
        return policies.day_of_weekday(weekday, published, "past")
    return policies.day_of_weekday(weekday, published, context.direction(match.start(), match.end()))


_DAYS = {"today": 0, "todays": 0, "yesterday": -1, "tomorrow": 1}


@rule("today", r"(?P<day>TODAY|YESTERDAY|TOMORROW) (?P<part>ANYPART)?")
def _today(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "today", "yesterday afternoon", "tomorrow night"."""
    tokens = context.tokens
    day = context.published and moved(
        context.published, _DAYS[tokens.words(match.start("day"), match.end("day"))]
    )
    if not day:
        return UNRESOLVED
    if match["part"]:
        part = _PARTS[tokens.words(match.start("part"), match.end("part"))]
        return Reading("TIME", f"{day.isoformat()}{part}", "publication")
    return resolved(day.isoformat(), "publication")


@rule(
    "the day before",
    r"(?:THE|A|ONE) (?P<unit>UNIT|QUARTER) (?P<way>BEFORE|EARLIER|AFTER|LATER)(?! (?:THE|A|THIS|THAT|CAPITALISED|OTHER))",
)
def _day_before(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "the day before", "a year earlier", "a week later".

    A day before is the day before the publication, as agencies write, unless the sentence has named its own day.
    """
    tokens = context.tokens
    unit = tokens.words(match.start("unit"), match.end("unit"))
    step = (
        -1 if tokens.words(match.start("way"), match.end("way")) in ("before", "earlier", "previously") else 1
    )
    if unit == "year" and step < 0:
        return year_before(context, match.start())
    return from_named(context, match.start(), unit, step)


_REACH = 60


def from_named(context: Context, at: int, unit: str, count: int) -> Reading | None:
    """Return the date `count` units from the date named last that can be moved so, or from the publication."""
    since = context.sentence_start(at) if unit == "day" and count == -1 else at - _REACH
    for named in reversed(context.named):
        if named.at < since:
            break
        value = shifted(named.value, unit, count)
        if value:
            return resolved(value, "context")
    if not context.published:
        return UNRESOLVED
    value = ago(context.published, unit, count)
    return resolved(value, "publication") if value else None


def ago(published: date, unit: str, count: int) -> str | None:
    """Return the period `count` units from the publication, in the grain of the unit: "two years ago" is a year.

    >>> ago(date(2024, 1, 10), "year", -2), ago(date(2024, 1, 10), "day", -3)
    ('2022', '2024-01-07')
    """
    if unit == "fortnight":
        unit, count = "week", 2 * count
    if unit == "decade":
        unit, count = "year", 10 * count
    if unit == "century":
        unit, count = "year", 100 * count
    return period_beside(published, unit, count) if abs(count) < 100_000 else None


@rule(
    "year ago",
    r"THE? UNIT DASH? (?:EARLIER|AGO) DASH? (?P<period>QUARTER|PERIOD|UNIT|(?P<number>ANYORDINAL) DASH? QUARTER)?"
    r"(?!ANYNUMBER UNITS)",
)
def _year_ago(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "the year-ago quarter", "year-earlier": the period that is compared, one year before."""
    tokens = context.tokens
    if not tokens.words(match.start(), match.end()).removeprefix("the ").startswith("year"):
        return None
    period = tokens.words(match.start("period"), match.end("period")) if match["period"] else ""
    return year_before(context, match.start(), period)


@rule(
    "quarter of a year",
    r"THE? (?:(?P<year>YEAR)|(?P<which>LAST|THIS|NEXT) (?P<unit>UNIT) QUOTE S) (?P<period>QUARTER|PERIOD)",
)
def _quarter_of_year(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "the 1988 quarter", "last year's period": the quarter named last, in that year."""
    tokens = context.tokens
    year = points.year_named(context, match)
    if year is None:
        return UNRESOLVED
    named = context.last_named(match.start(), "quarter months", reach=400)
    value = _quarter_reported(context) if named and named.grain == "quarter" else None
    if value is None:
        return resolved(f"{year:04}", "explicit" if match["year"] else "publication")
    return resolved(f"{year:04}{value[4:]}", "context")._replace(compared=year != int(value[:4]))


@rule(
    "the same period",
    r"THE (?:SAME|COMPARABLE) (?P<period>QUARTER|PERIOD) (?:OF|A)? (?P<which>LAST|THIS|PREVIOUS)? (?P<unit>UNIT) (?:EARLIER|AGO|BEFORE)?",
)
def _same_period(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "the same period last year", "the same quarter a year earlier"."""
    return year_before(
        context, match.start(), context.tokens.words(match.start("period"), match.end("period"))
    )


def _quarter_reported(context: Context) -> str | None:
    """Return the quarter that the text reports on: the last complete one if it names it, else one beside it."""
    published = context.published
    last = published and last_reported_quarter(published)
    named = [name.value for name in context.named if name.grain == "quarter"]
    if not named or last in named:
        return last
    for value in reversed(named):
        end = span_of(value)[1]
        if end and (not published or -92 < (published - end).days < 200):
            return value
    return last


def year_before(context: Context, at: int, period: str = "") -> Reading | None:
    """Return what is compared with: of an earnings report the same quarter, else the date named last, a year before."""
    named = context.last_named(at, "quarter months", reach=400)
    if period == "quarter" or named and named.grain == "quarter":
        value = _quarter_reported(context)
        before = value and shifted(value, "year", -1)
        if before:
            return resolved(before, "context")._replace(compared=True)
    if named and context.published:  # nine months with those of the year before
        return resolved(f"{context.published.year - 1:04}", "publication")._replace(compared=True)
    reading = from_named(context, at, "year", -1)
    return reading and reading._replace(compared=True)


@rule(
    "units ago",
    r"(?P<count>ANYNUMBER|ANYDIGITS|A|A? SEVERAL|COUPLE OF?|HALF A) DASH? (?P<unit>ANYUNIT) (?:OR OTHER)?"
    r"(?P<way>AGO|EARLIER|LATER|HENCE|FROM (?:NOW|TODAY)|BEFORE(?=DOT|COMMA|SEMICOLON)|AFTER(?=DOT|COMMA))",
)
def _units_ago(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "two years ago", "a week or so ago", "three days later", "several years ago"."""
    tokens = context.tokens
    unit = unit_named(tokens.words(match.start("unit"), match.end("unit")))
    way = tokens.words(match.start("way"), match.end("way"))
    count, first = _count(context, match)
    trim = (first - match.start(), 0)
    if count is None:
        return Reading("DATE", "PAST_REF", "explicit", trim=trim) if way == "ago" else None
    if unit in ("night", "second", "weekend"):
        unit = {"night": "day", "weekend": "week"}.get(unit, unit)
    step = -1 if way in ("ago", "earlier", "before", "previously") else 1
    if unit in ("hour", "minute", "second"):
        return _clock_ago(context, count * step, unit)._replace(trim=trim)
    if unit == "year" and count == 1 and step < 0:
        reading = year_before(context, match.start())
        return reading and reading._replace(trim=trim)
    if way in ("ago", "hence") or way.startswith("from"):
        if not context.published:
            return UNRESOLVED._replace(trim=trim)
        value = ago(context.published, unit, round(count) * step) if count >= 1 else None
        return resolved(value, "publication")._replace(trim=trim) if value else None
    reading = from_named(context, match.start(), unit, round(count) * step)
    return reading and reading._replace(trim=trim)


def _count(context: Context, match: re.Match[bytes]) -> tuple[float | None, int]:
    """Return how many units, None for a vague number, and the token where the number begins."""
    tokens = context.tokens
    word = tokens.words(match.start("count"), match.end("count"))
    if word == "a" or word == "an":
        return 1.0, match.start()
    if word.startswith("couple"):
        return 2.0, match.start() - 1
    if word.startswith("half"):
        return 0.5, match.start()
    numeral = context.numeral_before(tokens.end(match.end("count")))
    if numeral is None:
        return None, match.start()
    return numeral.value, bisect_right(tokens.starts, numeral.start) - 1


def _clock_ago(context: Context, count: float, unit: str) -> Reading:
    if not context.published:
        return Reading("TIME", None, "unresolved")
    day = moved(context.published, round(count / 24)) if unit == "hour" else context.published
    return Reading("TIME", day.isoformat() if day else None, "publication")
