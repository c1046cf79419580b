"""Times of day: on the clock, and by the part of the day."""

from __future__ import annotations

import re
from datetime import date

from koreaaid.extract.dates import policies
from koreaaid.extract.dates.context import Context, Reading
from koreaaid.extract.dates.rules import rule
from koreaaid.extract.dates.timex import moved, span_of
from koreaaid.extract.dates.tokens import CLASSES
from koreaaid.language.calendar import WEEKDAYS, clock_time
from koreaaid.language.lexicon import lexicon

_PARTS: dict[str, str] = lexicon("calendar")["parts"]
_STEPS = {"last": -1, "the previous": -1, "the following": 1, "the next": 1}
_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}

_HALF = r"(?P<half>AMPM|(?:A|P) DOT M) DOT?"
_PLACE = r"(?: ZONE| LOCAL? TIME| OPEN (?:DIGITS|OLDYEAR|DAYNUMBER COLON DAYNUMBER)? (?:ZONE|LOCAL? TIME) CLOSE| CAPITALISED TIME)?"
_DAY = r"(?P<on>(?:COMMA|ON)* (?:(?P<weekday>WEEKDAY)|(?P<atom>DATED|UNDATED) INSIDE*|(?P<day>TODAY|YESTERDAY|TOMORROW)))?"
_BEFORE = r"(?:(?P<first>WEEKDAY|TODAY|YESTERDAY|TOMORROW) (?:COMMA|AT|BY)? ABOUT? )?"


@rule(
    "clock", _BEFORE + rf"(?P<hour>DAYNUMBER) (?:(?:COLON|DOT)(?P<minute>DAYNUMBER))? {_HALF} {_PLACE} {_DAY}"
)
def _half_day_clock(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "8 a.m.", "4 a.m. EDT Thursday", "5 p.m. EST, Nov. 6"."""
    return _clock(context, match, context.tokens.words(match.start("half"), match.start("half") + 1)[0])


@rule(
    "clock",
    _BEFORE + rf"(?P<hour>DAYNUMBER) COLON (?P<minute>DAYNUMBER) (?:COLON DAYNUMBER)? {_PLACE} {_DAY}",
)
def _full_day_clock(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "14:19", "at 10:35"; a score or a ratio ("2:1", "3:10:5") is none."""
    before = context.tokens.codes[match.start() - 1] if match.start() else 0
    if before in (CLASSES["COLON"], CLASSES["SLASH"], CLASSES["CAPITALISED"]):
        return None
    return _clock(context, match, None)


def _clock(context: Context, match: re.Match[bytes], half: str | None) -> Reading | None:
    tokens = context.tokens
    minute = tokens.words(match.start("minute"), match.end("minute")) if match["minute"] else None
    if minute is not None and len(minute) != 2:
        return None
    time = clock_time(tokens.words(match.start("hour"), match.end("hour")), minute, half)
    if time is None:
        return None
    return _at(context, match, f"T{time}")


@rule("noon", rf"(?P<part>NOON) {_PLACE} {_DAY}")
def _noon(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "noon Saturday", "midnight"."""
    return _at(context, match, _PARTS[context.tokens.words(match.start("part"), match.end("part"))])


@rule("hour of a part of the day", r"(?P<hour>DAYNUMBER) IN THE (?P<part>PART)")
def _hour_in_part(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "4 in the morning"."""
    tokens = context.tokens
    half = "a" if tokens.words(match.start("part"), match.end("part")) in ("morning", "dawn") else "p"
    time = clock_time(tokens.words(match.start("hour"), match.end("hour")), None, half)
    return _at(context, match, f"T{time}") if time else None


@rule(
    "part of the day",
    r"(?:(?P<way>THIS|LAST|THAT|THE (?:SAME|PREVIOUS|FOLLOWING|NEXT)|THE|MID DASH?) (?P<part>PART|NIGHT) (?P<day>YESTERDAY|TODAY|TOMORROW)?|(?P<alone>TONIGHT|OVERNIGHT))",
)
def _part(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "this morning", "last night", "tonight", "overnight"."""
    tokens = context.tokens
    part = tokens.words(match.start("part"), match.end("part")) if match["part"] else "night"
    way = tokens.words(match.start("way"), match.end("way")) if match["way"] else "this"
    day = context.published
    if way not in ("this", "last", "mid", "mid-"):
        named = context.last_named(match.start(), "day")
        day = span_of(named.value)[0] if named else day
    if way == "the" and part == "night":
        return None
    if match["day"]:
        way, step = "this", _DAYS[tokens.words(match.start("day"), match.end("day"))]
    else:
        step = _STEPS.get(way, 0)
    day = day and moved(day, step)
    if not day:
        return Reading("TIME", None, "unresolved")
    return Reading(
        "TIME", f"{day.isoformat()}{_PARTS[part]}", "publication" if way in ("this", "last") else "context"
    )


def _at(context: Context, match: re.Match[bytes], time: str) -> Reading:
    """Put a time of day on the day that stands beside it, else on the day of the sentence or the publication."""
    day, basis = _day_beside(context, match)
    if day is None:
        return Reading("TIME", f"XXXX-XX-XX{time}", "unresolved")
    return Reading("TIME", f"{day.isoformat()}{time}", basis)


def _day_beside(context: Context, match: re.Match[bytes]) -> tuple[date | None, str]:
    tokens, published = context.tokens, context.published
    groups = match.groupdict()
    if groups.get("atom"):
        atom = tokens.atoms[match.start("atom")]
        assert atom.month and atom.day
        if atom.year:
            return date(atom.year, atom.month, atom.day), "explicit"
        year = published and policies.year_of_day(atom.month, atom.day, published)
        return (date(year, atom.month, atom.day), "publication") if year else (None, "unresolved")
    if not published:
        named = context.last_named(match.start(), "day", reach=25)
        return (span_of(named.value)[0], "context") if named else (None, "unresolved")
    for group in ("weekday", "day", "first"):
        if groups.get(group):
            word = tokens.words(match.start(group), match.end(group))
            if word in WEEKDAYS:
                direction = context.direction(match.start(), match.end())
                return policies.day_of_weekday(WEEKDAYS[word], published, direction), "publication"
            return moved(published, _DAYS[word]), "publication"
    named = context.last_named(match.start(), "day", reach=25)
    return (span_of(named.value)[0], "context") if named else (published, "publication")
