"""What reports of earnings compare with: "the year-ago quarter", "a year earlier", "the 1988 period"."""

from __future__ import annotations

from datetime import date

from koreaaid.extract.dates.context import Context
from koreaaid.extract.dates.periods import year_named
from koreaaid.extract.dates.readings import UNRESOLVED, Reading, explicit, from_context, from_publication
from koreaaid.extract.dates.resolving import from_named
from koreaaid.extract.dates.rules import Found, rule
from koreaaid.extract.dates.timex import quarter_value, shifted, span_of

# How far back the quarter that is reported may be named, in tokens, and how long ago it ended, in days.
_REACH = 400
_LOOKED_AT = 30  # dates named last, among which the quarter is looked for
_DAYS_SINCE = range(-91, 200)


def last_reported_quarter(published: date) -> str:
    """Return the quarter that a report of that day is about: the last complete one."""
    return quarter_value(published.year, (published.month + 2) // 3 - 1)


def quarter_reported(context: Context) -> str | None:
    """Return the quarter that the text reports on: the last complete one, or one beside it that it names."""
    published = context.published
    last = last_reported_quarter(published) if published else None
    named = [name.value for name in context.named[-_LOOKED_AT:] if name.grain == "quarter"]
    if not named or last in named:
        return last
    for value in reversed(named):
        end = span_of(value)[1]
        if end and (not published or (published - end).days in _DAYS_SINCE):
            return value
    return last


def quarter_reading(context: Context) -> Reading:
    """Return the reading of "the quarter": the one that the text reports on."""
    value = quarter_reported(context)
    if value is None:
        return UNRESOLVED
    told = any(name.value == value for name in context.named[-_LOOKED_AT:])
    return from_context(value) if told else from_publication(value)


def year_before(context: Context, at: int, period: str = "") -> Reading | None:
    """Return what is compared with, a year before: the quarter that is reported, else the date named last."""
    last = context.last_named(at)
    if (
        last and last.grain == "year" and last.at >= context.sentence_start(at)
    ):  # "for 2026, … the year before"
        return from_context(f"{int(last.value[:4]) - 1:04}")._replace(compared=True)
    named = context.last_named(at, "quarter months", reach=_REACH)
    if period == "quarter" or (named and named.grain == "quarter"):
        value = quarter_reported(context)
        before = shifted(value, "year", -1) if value else None
        if before:
            return from_context(before)._replace(compared=True)
    if named and context.published:  # nine months with those of the year before
        return from_publication(f"{context.published.year - 1:04}")._replace(compared=True)
    reading = from_named(context, at, "year", -1)
    return reading and reading._replace(compared=True)


@rule(
    "year ago",
    "EARLIER AGO",
    r"THE? (?P<unit>UNIT) DASH? (?:EARLIER|AGO) DASH?"
    r"(?P<period>QUARTER|PERIOD|UNIT|ANYORDINAL DASH? QUARTER)? (?!ANYNUMBER UNITS)",
)
def _year_ago(found: Found) -> Reading | None:
    """Read "the year-ago quarter", "year-earlier"."""
    return year_before(found.context, found.first, found["period"]) if found["unit"] == "year" else None


@rule(
    "same period of a year",
    "PERIOD",
    r"THE? (?:SAME|COMPARABLE) PERIOD (?:OF|IN) (?P<year>YEAR) (?!DASH|SLASH)",
    before="SAME COMPARABLE",
    behind="OF IN",
)
def _same_period_of(found: Found) -> Reading | None:
    """Read "the same period of 2022": the quarter, half or month named last, in that year."""
    named = found.context.last_named(found.first, "quarter half month year")
    finer = named.value[4:] if named and named.value[:4].isdigit() else ""
    return explicit(f"{found['year']}{finer}")._replace(compared=True)


@rule(
    "quarter of a year",
    "QUARTER PERIOD",
    r"THE? (?:(?P<year>YEAR)|(?P<which>LAST|THIS|NEXT) (?P<unit>UNIT) QUOTE S) (?:QUARTER|PERIOD)",
    before="YEAR S",
)
def _quarter_of_year(found: Found) -> Reading | None:
    """Read "the 1988 quarter", "last year's period": the quarter that is reported, in that year."""
    year = year_named(found)
    if year is None:
        return UNRESOLVED
    named = found.context.last_named(found.first, "quarter months", reach=_REACH)
    value = quarter_reported(found.context) if named and named.grain == "quarter" else None
    if value is None:
        return explicit(f"{year:04}") if found.has("year") else from_publication(f"{year:04}")
    return from_context(f"{year:04}{value[4:]}")._replace(compared=year != int(value[:4]))


@rule(
    "the same period",
    "QUARTER PERIOD",
    r"THE (?:SAME|COMPARABLE) (?P<period>QUARTER|PERIOD) (?:OF|A)? (?:LAST|THIS|PREVIOUS)? UNIT"
    r"(?:EARLIER|AGO|BEFORE)?",
    before="SAME COMPARABLE",
)
def _same_period(found: Found) -> Reading | None:
    """Read "the same period last year", "the same quarter a year earlier"."""
    return year_before(found.context, found.first, found["period"])
