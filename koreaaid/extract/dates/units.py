"""Periods named by their unit: "last week", "this year", "the month", "two years ago", "the day before"."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from koreaaid.extract.dates.comparisons import quarter_reading, year_before
from koreaaid.extract.dates.context import FAR, NEAR
from koreaaid.extract.dates.durations import length_reading, unit_named
from koreaaid.extract.dates.readings import UNRESOLVED, Reading, explicit, from_context, from_publication
from koreaaid.extract.dates.resolving import ago, from_named
from koreaaid.extract.dates.rules import Found, rule
from koreaaid.extract.dates.timex import STEPS, grain_of, moved, period_beside, span_of
from koreaaid.extract.dates.tokens import CLASSES, codes_of

_SINCE, _IN, _OF, _THE, _THAN, _OTHER = (
    CLASSES[name] for name in ("SINCE", "IN", "OF", "THE", "THAN", "OTHER")
)
_PRONOUNS = frozenset(("he", "it", "she", "they", "we"))
_EDGES = codes_of("BEGINNING MIDDLE END")
_ON, _PART_OF_DAY = codes_of("ON FOR"), codes_of("LATER EARLIER LATE EARLY")
# What half a unit is in the next smaller.
_HALVES = {"month": ("week", 2), "year": ("month", 6), "decade": ("year", 5), "century": ("year", 50)}
_FINENESS = ["day", "week", "month", "quarter", "half", "season", "year"]


@rule(
    "this, last, next",
    "UNIT QUARTER WEEKEND PERIOD",
    r"THE? (?P<way>LAST|THIS (?:PAST|COMING)?|NEXT|CURRENT|COMING|PREVIOUS|FOLLOWING|SAME|THAT SAME?|LATEST)"
    r"(?:FULL|FISCAL){0,2} (?P<unit>UNIT|QUARTER|WEEKEND|PERIOD)",
    before="LAST THIS PAST COMING NEXT CURRENT PREVIOUS FOLLOWING SAME THAT LATEST FULL FISCAL",
)
def _this_last_next(found: Found) -> Reading | None:
    """Read "last week", "this year", "the current quarter", "that year", "the following month"."""
    way, unit = found["way"], found["unit"]
    if unit in ("decade", "century") and way in ("next", "coming"):
        return length_reading(1.0, unit)
    if unit == "period" and way == "latest":
        unit = "quarter"
    if way.startswith("that") or way in ("same", "following", "previous") or (unit, way) == ("day", "next"):
        return _beside_named(found, "following" if unit == "day" and way == "next" else way, unit)
    if unit == "period" or (unit == "day" and way in ("last", "latest", "current")) or _is_title(found):
        return None
    published = found.published
    if not published:
        return UNRESOLVED
    if unit == "quarter" and way == "latest":
        return quarter_reading(found.context)
    value = period_beside(published, unit, -1 if "past" in way else STEPS.get(way, 0))
    return from_publication(value) if value else None


@rule(
    "lost apostrophe",
    "UNITS",
    r"(?P<way>THIS|LAST|NEXT) (?P<units>UNITS) (?=OTHER|PLURALNOUN|CAPITALISED)",
    before="THIS LAST NEXT",
)
def _lost_apostrophe(found: Found) -> Reading | None:
    """Read "last years results", where a page has lost its apostrophes; "these years" are many."""
    if found.before == _THE or found["way"] not in ("this", "last", "next"):
        return None
    unit = unit_named(found["units"])
    value = found.published and period_beside(found.published, unit, STEPS.get(found["way"], 0))
    return from_publication(value) if value else UNRESOLVED


def _is_title(found: Found) -> bool:
    """Say whether it is the name of a programme: ABC's "This Week"."""
    text, start = found.tokens.text, found.tokens.starts[found.first]
    if not text[start].isupper() or start == 0 or text[start - 1] not in "\"“‘'":
        return False
    return text[found.tokens.starts[found.first + 1]].isupper()  # not "Next year we will", he said


def _beside_named(found: Found, way: str, unit: str) -> Reading | None:
    """Read "that year", "the same day", "the following month" from the date named last."""
    if unit in ("decade", "century", "weekend"):
        return None
    if unit == "period":
        named = found.context.last_named(found.first, "quarter half month year")
        return from_context(named.value) if named and way == "same" else None
    step = STEPS.get(way, 0)
    named = found.context.last_named(found.first, reach=FAR if step else NEAR)
    first = span_of(named.value)[0] if named else None
    if named and first and _can_hold(named.grain, unit):
        # Who compares twice with "the previous week" means one; a story goes on with "the following year".
        again = step < 0 and found.context.stepped == (step, unit, named.value)
        value = named.value if again else period_beside(first, unit, step)
        found.context.stepped = step, unit, value
        return from_context(value) if value else None
    if step and found.published:
        value = period_beside(found.published, unit, step)
        return from_publication(value) if value else None
    return None


def _can_hold(grain: str, unit: str) -> bool:
    """Say whether a date of that grain lies in one period of that unit."""
    return grain in _FINENESS and unit in _FINENESS and _FINENESS.index(grain) <= _FINENESS.index(unit)


@rule(
    "the unit",
    "UNIT QUARTER WEEKEND",
    r"THE FULL? (?P<unit>UNIT|QUARTER|WEEKEND) (?!DASH|BEFORE|AFTER|EARLIER|LATER)",
    before="THE FULL",
)
def _the_unit(found: Found) -> Reading | None:
    """Read "the year", "the quarter": the one the text is about; "the year ended Aug. 31" is a length."""
    tokens, unit = found.tokens, found["unit"]
    following = tokens.words(found.after, min(found.after + 1, len(tokens.codes)))
    if unit in ("year", "quarter", "month") and found.before == CLASSES["ON"]:  # "rose 2.9 times on the year"
        return None
    if unit == "year" and following in ("ended", "ending", "to") and not _is_edge(found):
        return Reading("DURATION", "P1Y", "explicit")
    if unit in ("decade", "century") and found.before == _OF:  # "by the end of the decade"
        return _of_publication(found, unit)
    if unit in ("decade", "century") or (following == "of" and unit != "quarter"):
        return None
    if unit == "quarter":
        return quarter_reading(found.context)
    if unit != "day":
        return _of_publication(found, unit)
    if not _is_day(found):
        return None
    return _beside_named(found, "same", unit) or _of_publication(found, unit)


def _is_edge(found: Found) -> bool:
    """Say whether the beginning or the end of a period is meant: "at the start of the year"."""
    return found.before == _OF and found.first > 1 and found.tokens.codes[found.first - 2] in _EDGES


def _is_day(found: Found) -> bool:
    """Say whether it is a day: "later in the day", "on the day", but not "back in the day", "the day off"."""
    codes, first = found.tokens.codes, found.first
    return found.before in _ON or (found.before == _IN and first > 1 and codes[first - 2] in _PART_OF_DAY)


def _of_publication(found: Found, unit: str) -> Reading:
    published = found.published
    # News of a Monday or Tuesday looks back on the weekend.
    step = -1 if published and unit == "weekend" and published.isoweekday() < 3 else 0
    value = published and period_beside(published, unit, step)
    return from_publication(value) if value else UNRESOLVED


@rule(
    "end of a unit",
    "END",
    r"(?:THE|FULL|THIS)? (?P<unit>UNIT) (?:DASH|QUOTE S)? END (?P<year>YEAR)?",
    before="UNIT DASH S",
)
def _unit_end(found: Found) -> Reading | None:
    """Read "year-end", "month-end", "year's end", "year-end 1990"."""
    unit = found["unit"]
    if unit not in ("year", "month"):
        return None
    if found.has("year"):
        return explicit(f"{found['year']}-12-31")._replace(mod="END")
    # "since year-end" looks back on the last one.
    period = found.published and period_beside(found.published, unit, -(found.before == _SINCE))
    last = span_of(period)[1] if period else None
    return from_publication(last.isoformat())._replace(mod="END") if last else UNRESOLVED


@rule(
    "the day before",
    "UNIT QUARTER",
    r"(?:THE|A|ONE) (?P<unit>UNIT|QUARTER) (?P<way>BEFORE|EARLIER|AFTER|LATER)"
    r"(?:(?<!EARLIER)(?<!LATER)THAT (?=DOT|COMMA|SEMICOLON|CLOSE|OTHER|TENSEPAST|\Z)"
    r"|(?!THE|A|THIS|THAT|CAPITALISED|OTHER|PLURALNOUN|WEEKDAY|MONTH|DATED|UNDATED|MONTHDATED|YEAR))",
    before="THE A ONE",
    behind="BEFORE EARLIER AFTER LATER",
)
def _day_before(found: Found) -> Reading | None:
    """Read "the day before", "a year earlier", "a week later", "the quarter before that"."""
    unit = found["unit"]
    if found.following == _THAN:
        return None  # "a year later than planned"
    if found.following == _OTHER and found.tokens.words(found.after, found.after + 1) not in _PRONOUNS:
        return None  # "the week before that deal"
    step = -1 if found["way"] in ("before", "earlier", "previously") else 1
    if found.words.endswith("that"):
        named = found.context.latest
        fine = (
            named and found.first - named.at <= NEAR and named.grain in _FINENESS[: _FINENESS.index(unit) + 1]
        )
        day = span_of(named.value)[0] if named and fine else None
        value = period_beside(day, unit, step) if day else None
        return from_context(value) if value else None
    if unit == "year" and step < 0:
        reading = year_before(found.context, found.first)
        whole = (
            found.words.startswith("the") and reading and grain_of(reading.value or "") in ("day", "month")
        )
        return reading._replace(value=(reading.value or "")[:4]) if reading and whole else reading
    return from_named(found.context, found.first, unit, step)


@rule(
    "units ago",
    "AGO EARLIER LATER HENCE NOW TODAY BEFORE AFTER",
    r"(?P<count>ANYNUMBER|ANYDIGITS|A|A? SEVERAL|A? COUPLE OF?|HALF A) DASH? (?P<unit>ANYUNIT) (?:OR OTHER)?"
    r"(?P<way>AGO|EARLIER|LATER|HENCE|FROM (?:NOW|TODAY)|(?:BEFORE|AFTER)(?=DOT|COMMA|SEMICOLON))",
    before="ANYUNIT OTHER FROM",
)
def _units_ago(found: Found) -> Reading | None:
    """Read "two years ago", "a week or so ago", "three days later", "several years ago"."""
    way = found["way"]
    unit = {"night": "day", "weekend": "week"}.get(unit_named(found["unit"]), unit_named(found["unit"]))
    if found.following == _THAN or (found.before == _THE and way in ("after", "before")):
        return None  # "three months later than planned", "in the 30 years before"
    count, first = _count(found)
    trim = (first - found.first, 0)
    if count is None:
        return explicit("PAST_REF")._replace(trim=trim) if way == "ago" else None
    if unit in ("hour", "minute", "second"):
        return _clock_ago(found.published, count, unit)._replace(trim=trim) if way == "ago" else None
    step = -1 if way in ("ago", "earlier", "before", "previously") else 1
    steps = round(count) * step
    reading: Reading | None
    if unit == "year" and steps == -1:
        reading = year_before(found.context, found.first)
        if way == "ago" and reading and grain_of(reading.value or "") != "quarter":
            reading = _from_today(found.published, unit, steps)
    elif way in ("ago", "hence") or way.startswith("from"):
        reading = _from_today(found.published, unit, steps)
    else:
        reading = from_named(found.context, found.first, unit, steps)
        if steps > 0 and reading and reading.basis != "context":
            return None  # later than what? It is a length of time
    return reading and reading._replace(trim=trim)


@rule("units ago", "AGO", r"(?:A (?P<unit>UNIT) AND (?P<more>A HALF)|HALF A (?P<half>UNIT)) AGO")
def _halves_ago(found: Found) -> Reading | None:
    """Read "a year and a half ago", "half a year ago": as fine as the half is."""
    unit = found["unit"] or found["half"]
    finer = _HALVES.get(unit)
    if finer is None:
        return None
    name, count = finer
    return _from_today(found.published, name, -(3 * count if found.has("more") else count))


def _from_today(published: date | None, unit: str, steps: int) -> Reading | None:
    if not published:
        return UNRESOLVED
    value = ago(published, unit, steps) if steps else None
    return from_publication(value) if value else None


def _count(found: Found) -> tuple[float | None, int]:
    """Return how many units, None for a vague number, and the token where the number begins."""
    word = found["count"]
    if word in ("a", "an"):
        return 1.0, found.first
    if "couple" in word:
        return 2.0, found.first
    if word.startswith("half"):
        return 0.5, found.first
    numeral = found.context.numeral_before(found.end("count"))
    if numeral is None:
        return None, found.first
    return numeral.value, bisect_right(found.tokens.starts, numeral.start) - 1


def _clock_ago(published: date | None, count: float, unit: str) -> Reading:
    if not published:
        return Reading("TIME", None, "unresolved")
    day = moved(published, -round(count / 24)) if unit == "hour" and count < 1e6 else published
    return Reading("TIME", day.isoformat() if day else None, "publication")
