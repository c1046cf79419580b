"""Lengths of time: "two years", "a 30-minute call", "the last 3 months", "decades-long"."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import cast

from koreaaid.extract.dates.context import Context, Reading
from koreaaid.extract.dates.rules import rule
from koreaaid.extract.dates.tokens import CLASSES, pattern
from koreaaid.extract.mention import Bound
from koreaaid.language.bounds import bound_around, limits
from koreaaid.language.lexicon import lexicon
from koreaaid.language.numerals import Numeral

_UNITS: dict[str, dict[str, object]] = lexicon("calendar")["units"]
_SINGULAR = {"centuries": "century"}
_HALVES = {
    "hour": "PT30M",
    "year": "P6M",
    "day": "PT12H",
    "century": "P50Y",
    "decade": "P5Y",
    "month": "P15D",
    "minute": "PT30S",
}

# Before a counted length of time: "the last", "the first", "a", "another".
_LEAD = pattern(
    r"(?:THE|A|THIS|THAT)? (?:UNIT DASH (?:AGO|EARLIER)|LAST|PAST|NEXT|FOLLOWING|PREVIOUS|COMING|LATEST|ORDINAL|ANOTHER|FULL|RECENT)?\Z"
)
_FIRST_OF_RANGE = pattern(r"(?:ANYNUMBER|ANYDIGITS) (?:TO|OR|DASH|AND)\Z")


def unit_named(word: str) -> str:
    """Return a unit's name in the singular."""
    return _SINGULAR.get(word, word.removesuffix("s"))


def duration_value(count: float | str, unit: str) -> str:
    """Return the TIMEX3 value of a length of time; "X" counts what is vague.

    >>> duration_value(30, "minute"), duration_value(2.5, "year"), duration_value(4, "decade"), duration_value("X", "week")
    ('PT30M', 'P2.5Y', 'P40Y', 'PXW')
    """
    entry = _UNITS[unit]
    clock = "T" if entry.get("clock") else ""
    if isinstance(count, str):
        return f"P{clock}{count}{entry.get('vague', entry['letter'])}"
    amount = count * cast(int, entry.get("times", 1))
    digits = f"{amount:.15g}"
    return f"P{clock}{digits}{entry['letter']}"


@rule(
    "length of time",
    r"(?:ANYNUMBER|DIGITS|DAYNUMBER|OLDYEAR|YEAR(?=UNITS)|HALF|SEVERAL) DASH? (?:TRADING|FISCAL|FULL|MORE|CONSECUTIVE|ANOTHER|LATER|CAPITALISED(?=DASH))?"
    r"DASH? (?P<unit>ANYUNIT) (?P<after>(?:DASH|QUOTE)? (?:OLD|LONG|OF AGE|PERIOD|TERM))?",
)
def _counted(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "two years", "a 30-minute call", "at least 72 hours", "the first nine months"; not "44-year-old"."""
    tokens = context.tokens
    after = tokens.words(match.start("after"), match.end("after")) if match["after"] else ""
    if "old" in after or "age" in after:
        return None
    unit = unit_named(tokens.words(match.start("unit"), match.end("unit")))
    if tokens.codes[match.start()] == CLASSES["SEVERAL"]:
        return _vague(context, match, unit)
    end = tokens.end(match.start() + 1)
    numeral = context.numeral_before(end)
    if numeral is None:
        return _half(context, match, unit) if tokens.codes[match.start()] == CLASSES["HALF"] else None
    if unit == "second" and not _is_length(context, match):
        return None
    return _with_lead(context, match, numeral, unit)


def _is_length(context: Context, match: re.Match[bytes]) -> bool:
    """Say whether "second" is the unit of time."""
    return context.tokens.codes[match.start() + 1] == CLASSES["DASH"]


def _half(context: Context, match: re.Match[bytes], unit: str) -> Reading | None:
    value = _HALVES.get(unit)
    if value is None:
        return None
    return Reading("DURATION", value, "explicit", number=0.5, low=0.5, high=0.5, bound="exact", unit=unit)


def _vague(context: Context, match: re.Match[bytes], unit: str) -> Reading:
    before = match.start() and context.tokens.codes[match.start() - 1]
    left = _LEAD.search(context.tokens.codes, max(0, match.start() - 4), match.start())
    trim = (-(match.start() - left.start()) if left and before else 0, 0)
    return Reading(
        "DURATION", duration_value("X", unit), "explicit", low=3.0, bound="vague", unit=unit, trim=trim
    )


def _with_lead(context: Context, match: re.Match[bytes], numeral: Numeral, unit: str) -> Reading:
    tokens = context.tokens
    first = bisect_right(tokens.starts, numeral.start) - 1
    least = _least_of_range(context, first)
    value = numeral.value if numeral.value is not None else numeral.low
    bound, start, _ = bound_around(tokens.text, numeral.start, tokens.end(match.end("unit")))
    low, high = limits(bound, value or 0.0)
    number = numeral.value
    if least:
        bound, low, number, high = "range", least.value, None, numeral.value
        start = least.start
    elif numeral.value is None:
        bound, low, high = "vague", numeral.low, None
    start_token = bisect_right(tokens.starts, start) - 1
    left = _LEAD.search(tokens.codes, max(0, start_token - 4), start_token)
    start_token = left.start() if left else start_token
    count = least.value if least else number
    timex = duration_value("X" if count is None else count, unit)
    mod = _MODS.get(bound)
    return Reading(
        "DURATION", timex, "explicit", mod, None, (start_token - match.start(), _tail(context, match)), low, number, high, cast(Bound, bound), unit
    )  # fmt: skip


_MODS = {
    "about": "APPROX",
    "almost": "LESS_THAN",
    "less_than": "LESS_THAN",
    "at_most": "EQUAL_OR_LESS",
    "more_than": "MORE_THAN",
    "at_least": "EQUAL_OR_MORE",
}


def _tail(context: Context, match: re.Match[bytes]) -> int:
    return 0


def _least_of_range(context: Context, first: int) -> Numeral | None:
    """Return the lower number of "two to three weeks", if `first` is the token of the higher one."""
    tokens = context.tokens
    if not _FIRST_OF_RANGE.search(tokens.codes, max(0, first - 2), first):
        return None
    return context.numeral_before(tokens.end(first - 1))


_BARE_UNITS = ("week", "month", "year", "decade", "century")


@rule(
    "length of time in words",
    r"(?:THE|A)? (?:LAST|PAST|NEXT|COMING|RECENT|PREVIOUS|FOLLOWING)? (?P<few>A? (?:COUPLE OF?|SEVERAL))? (?P<unit>UNITS|QUARTERS|CLOCKUNITS|WEEKENDS) (?:DASH LONG)?(?!DASH? OLD)",
)
def _plural(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "recent months", "the past few weeks", "decades-long", "years"."""
    tokens = context.tokens
    unit = unit_named(tokens.words(match.start("unit"), match.end("unit")))
    if unit not in _UNITS or unit == "second":
        return None
    if unit not in _BARE_UNITS and match.end() - match.start() == 1:  # three-quarters, "in the early hours"
        return None
    few = tokens.words(match.start("few"), match.end("few")) if match["few"] else ""
    if "couple" in few:
        return Reading(
            "DURATION",
            duration_value(2, unit),
            "explicit",
            number=2.0,
            low=2.0,
            high=2.0,
            bound="exact",
            unit=unit,
        )
    return Reading(
        "DURATION", duration_value("X", unit), "explicit", low=3.0 if few else 2.0, bound="vague", unit=unit
    )


@rule(
    "one unit",
    r"(?:THE (?:PAST|LAST)|(?:FOR|IN|ABOUT|NEARLY|OVER|THAN|AFTER|LEAST|TO|NO|AS) (?P<one>A|ANOTHER)|(?P<another>ANOTHER)|(?P<half>HALF) (?:DASH|A)) (?P<unit>UNIT|QUARTER|CLOCKUNIT|FORTNIGHT)(?!DASH|EARLIER|LATER|AGO|OR OTHER AGO)"
    r"|(?P<before>A) (?P<apart>UNIT|CLOCKUNIT) (?=AFTER|BEFORE|OR ANYNUMBER)",
)
def _one(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "over a week", "within an hour", "the past decade", "another year", "half an hour"."""
    tokens = context.tokens
    group = "unit" if match["unit"] else "apart"
    unit = unit_named(tokens.words(match.start(group), match.end(group)))
    if match["half"]:
        return _half(context, match, unit)
    start = match.start("one") if match["one"] else match.start()
    bound, begin, _ = bound_around(tokens.text, tokens.starts[start], tokens.end(match.end()))
    first = bisect_right(tokens.starts, begin) - 1
    low, high = limits(bound, 1.0)
    return Reading(
        "DURATION", duration_value(1, unit), "explicit", _MODS.get(bound), None, (first - match.start(), 0),
        low, 1.0, high, cast(Bound, bound), unit,
    )  # fmt: skip
