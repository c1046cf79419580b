"""Times of day: on the clock, and by the part of the day."""

from __future__ import annotations

from datetime import date

from koreaaid.extract.dates import policies
from koreaaid.extract.dates.days import PARTS, read_atom
from koreaaid.extract.dates.readings import Reading
from koreaaid.extract.dates.rules import Found, rule
from koreaaid.extract.dates.timex import moved, span_of
from koreaaid.extract.dates.today import DAYS
from koreaaid.extract.dates.tokens import CLASSES, codes_of
from koreaaid.extract.mention import Basis
from koreaaid.language.calendar import WEEKDAYS, clock_time

_STEPS = {"last": -1, "the previous": -1, "the following": 1, "the next": 1}
# How far back the day of a time may be named, in tokens.
_REACH = 25
_NO_TIME_BEFORE = codes_of("COLON SLASH CAPITALISED")
_DASH, _ZONE = CLASSES["DASH"], CLASSES["ZONE"]
_SIGNS = codes_of("DASH OTHER")

_HALF = r"(?P<half>AMPM|(?:A|P) DOT M) DOT?"
_PLACE = (
    r"(?:ZONE|LOCAL? TIME|CAPITALISED TIME"
    r"|(?P<zone>OPEN (?:DIGITS|OLDYEAR|DAYNUMBER COLON DAYNUMBER)? (?:ZONE|LOCAL? TIME) CLOSE))?"
)
_DAY_BEHIND = (
    r"(?:(?:COMMA|ON){0,2} (?:(?:WEEKDAY COMMA?)? (?P<atom>DATED|UNDATED) INSIDE*|(?P<weekday>WEEKDAY)"
    r"|(?P<day>TODAY|YESTERDAY|TOMORROW)))?"
)
_DAY_AHEAD = r"(?P<ahead>WEEKDAY|TODAY|YESTERDAY|TOMORROW) (?:COMMA|AT|BY)? ABOUT?"


_HALF_DAY = rf"(?P<hour>DAYNUMBER) (?:(?:COLON|DOT) (?P<minute>DAYNUMBER))? {_HALF} {_PLACE} {_DAY_BEHIND}"
_FULL_DAY = rf"(?P<hour>DAYNUMBER) COLON (?P<minute>DAYNUMBER) (?:COLON DAYNUMBER)? {_PLACE} {_DAY_BEHIND}"


@rule("clock", "AMPM M", f"{_DAY_AHEAD} {_HALF_DAY}", before="DOT DAYNUMBER")
@rule("clock", "AMPM M", _HALF_DAY, before="DOT DAYNUMBER")
def _half_day_clock(found: Found) -> Reading | None:
    """Read "8 a.m.", "4 a.m. EDT Thursday", "5 p.m. EST, Nov. 6"."""
    return _clock(found, found["half"][0])


@rule("clock", "COLON", f"{_DAY_AHEAD} {_FULL_DAY}", before="DAYNUMBER", behind="DAYNUMBER")
@rule("clock", "COLON", _FULL_DAY, before="DAYNUMBER", behind="DAYNUMBER")
def _full_day_clock(found: Found) -> Reading | None:
    """Read "14:19", "at 10:35"; a score or a ratio ("2:1", "3:10:5") is none."""
    return None if found.before in _NO_TIME_BEFORE or _is_of_zone(found) else _clock(found, None)


def _is_of_zone(found: Found) -> bool:
    """Say whether hours and minutes are those between a zone and Greenwich: "GMT+09:00"."""
    if found.first < 2 or found.tokens.codes[found.first - 2] != _ZONE or found.before not in _SIGNS:
        return False
    return len(found.tokens.text[found.tokens.starts[found.first - 2] : found.tokens.start(found.first)]) == 4


@rule(
    "clock",
    "ZONE TIME",
    rf"(?P<hour>DAYNUMBER) DOT (?P<minute>DAYNUMBER) (?:ZONE|LOCAL? TIME|CAPITALISED TIME) {_DAY_BEHIND}",
    before="DAYNUMBER LOCAL CAPITALISED",
)
def _pointed_clock(found: Found) -> Reading | None:
    """Read "17.40 Kyiv time", "9.15 GMT"."""
    return _clock(found, None)


@rule("clock", "ZONE", rf"(?P<digits>DIGITS|OLDYEAR|YEAR) {_PLACE} {_DAY_BEHIND}")
def _military_clock(found: Found) -> Reading | None:
    """Read "0735 GMT", "at 2000 EST"."""
    digits = found["digits"]
    time = clock_time(digits[:2], digits[2:], None) if len(digits) == 4 else None
    return _on_day(found, f"T{time}") if time else None


def _clock(found: Found, half: str | None) -> Reading | None:
    minute = found["minute"] or None
    if minute is not None and len(minute) != 2:
        return None
    time = clock_time(found["hour"], minute, half)
    reading = _on_day(found, f"T{time}") if time else None
    if reading and found.has("zone") and (found.has("weekday") or found.has("atom")):
        # "10:35 a.m. (0735 GMT) Friday": what is in brackets parts the two.
        return reading._replace(trim=(0, found.after - found.end("zone")))
    return reading


@rule(
    "clock",
    "AMPM M",
    r"(?P<hour>DAYNUMBER) (?:(?:COLON|DOT) (?P<minute>DAYNUMBER))? (?:DASH|TO|UNTIL|AND)"
    rf"(?P<last>DAYNUMBER) (?:(?:COLON|DOT) DAYNUMBER)? {_HALF} {_PLACE}" + _DAY_BEHIND,
    before="DOT DAYNUMBER",
)
def _first_hour(found: Found) -> Reading | None:
    """Read the first hour of "6-9 p.m.", "11 to 2 p.m."."""
    half = found["half"][0]
    if int(found["hour"]) % 12 > int(found["last"]) % 12:
        half = "a" if half == "p" else "p"
    reading = _clock(found, half)
    end = found.end("minute") if found.has("minute") else found.end("hour")
    return reading and reading._replace(trim=(0, found.after - end))


@rule("clock", "CLOCKUNITS", r"AT ABOUT? (?P<digits>DIGITS|OLDYEAR|YEAR) CLOCKUNITS")
def _hours(found: Found) -> Reading | None:
    """Read "at 1400 hours"."""
    digits = found["digits"]
    time = clock_time(digits[:2], digits[2:], None) if found.words.endswith("hours") else None
    return (
        _on_day(found, f"T{time}")._replace(trim=(found.token("digits") - found.first, 0)) if time else None
    )


@rule("noon", "NOON", rf"(?P<part>NOON) {_PLACE} {_DAY_BEHIND} (?!CAPITALISED)")
def _noon(found: Found) -> Reading | None:
    """Read "noon Saturday", "midnight"."""
    return _on_day(found, PARTS[found["part"]])


@rule("hour of a part of the day", "PART", r"(?P<hour>DAYNUMBER) IN THE (?P<part>PART)")
def _hour_in_part(found: Found) -> Reading | None:
    """Read "4 in the morning"."""
    time = clock_time(found["hour"], None, "a" if found["part"] in ("morning", "dawn") else "p")
    return _on_day(found, f"T{time}") if time else None


@rule(
    "part of the day",
    "PART NIGHT TONIGHT OVERNIGHT",
    r"(?P<way>THIS|LAST|THAT|THE (?:SAME|PREVIOUS|FOLLOWING|NEXT)?|MID DASH?) (?P<part>PART|NIGHT)"
    r"(?P<day>YESTERDAY|TODAY|TOMORROW)? (?!OF (?:THE? WEEKDAY|DATED|UNDATED))|TONIGHT"
    r"|OVERNIGHT (?!(?:ON|TO|OF|OTHER)? (?:WEEKDAY|DATED|UNDATED))",
)
def _part(found: Found) -> Reading | None:
    """Read "this morning", "last night", "mid-afternoon yesterday", "tonight", "overnight"."""
    way, part = found["way"] or "this", found["part"] or "night"
    if (way, part) == ("the", "night") or part == "nights":
        return None
    if way == "the" and found.tokens.text[found.tokens.starts[found.token("part")]].isupper():
        return None  # "the Morning Memo"
    step = DAYS[found["day"]] if found.has("day") else _STEPS.get(way, 0)
    told = way.startswith("th") and way != "this"
    named = found.context.last_named(found.first, "day") if told else None
    if told and way != "the" and named is None:  # "That night she wrote", after no day
        return Reading("TIME", None, "unresolved")
    day = span_of(named.value)[0] if named else found.published
    whole = day and moved(day, step)
    if not whole:
        return Reading("TIME", None, "unresolved")
    return Reading("TIME", f"{whole.isoformat()}{PARTS[part]}", "context" if named else "publication")


def _on_day(found: Found, time: str) -> Reading:
    """Put a time of day on the day that stands beside it, else on the day named last or the publication."""
    if found.has("atom"):
        reading = read_atom(found)
        return Reading("TIME", f"{(reading.value or '').partition('T')[0]}{time}", reading.basis)
    day, basis = _day_beside(found)
    if day is None:
        return Reading("TIME", f"XXXX-XX-XX{time}", "unresolved")
    return Reading("TIME", f"{day.isoformat()}{time}", basis)


def _heads_entry(found: Found) -> bool:
    """Say whether a time heads an entry of a live report: in a line of its own, or before a dash."""
    text, tokens = found.tokens.text, found.tokens
    before = text[max(0, tokens.starts[found.first] - 2) : tokens.starts[found.first]]
    if "\n" not in before and before.strip():
        return False
    if found.after >= len(tokens.codes):
        return True
    behind = text[tokens.end(found.after) : tokens.starts[found.after]]
    return "\n" in behind or (found.following == _DASH and bool(behind))


def _day_beside(found: Found) -> tuple[date | None, Basis]:
    published = found.published
    word = next((found[group] for group in ("weekday", "day", "ahead") if found.has(group)), "")
    if word and published:
        if word in DAYS:
            return moved(published, DAYS[word]), "publication"
        return policies.day_of_weekday(WEEKDAYS[word], published, found.direction), "publication"
    alone = word or _heads_entry(found)  # the time of an entry is that of the page
    named = None if alone else found.context.last_named(found.first, "day", reach=_REACH)
    return (span_of(named.value)[0], "context") if named else (published, "publication")
