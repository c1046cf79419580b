"""Lengths of time: "two years", "a 30-minute call", "the last 3 months", "decades-long"."""

from __future__ import annotations

from bisect import bisect_right
from typing import cast

from koreaaid.extract.dates.context import Context
from koreaaid.extract.dates.readings import Length, Reading
from koreaaid.extract.dates.rules import Found, rule
from koreaaid.extract.dates.tokens import codes_of, pattern
from koreaaid.language.bounds import Bound, bound_around, limits
from koreaaid.language.lexicon import lexicon
from koreaaid.language.numerals import Numeral
from koreaaid.language.patterns import late

_UNITS: dict[str, dict[str, object]] = lexicon("calendar")["units"]
_IRREGULAR = {"centuries": "century"}
# TIMEX3 counts in whole units: half of one is written in the next smaller.
_HALVES = {
    "minute": "PT30S", "hour": "PT30M", "day": "PT12H", "month": "P15D", "year": "P6M", "decade": "P5Y",
    "century": "P50Y",
}  # fmt: skip
_MODS = {
    "about": "APPROX", "almost": "LESS_THAN", "less_than": "LESS_THAN", "at_most": "EQUAL_OR_LESS",
    "more_than": "MORE_THAN", "at_least": "EQUAL_OR_MORE",
}  # fmt: skip
# What a bare plural can be: "for years", but not "quarters" (lodgings) or "in the early hours".
_BARE_UNITS = ("week", "month", "year", "decade", "century")
_SEVERAL = 3.0

# Before a counted length of time: "the last", "the first", "a", "the year-earlier".
_LEAD = pattern(
    r"(?:THE|A|THIS|THAT)?"
    r"(?:UNIT DASH (?:AGO|EARLIER)|LAST|PAST|NEXT|FOLLOWING|PREVIOUS|COMING|LATEST|ORDINAL|ANOTHER|FULL"
    r"|RECENT)?\Z"
)
_LONGEST_LEAD = 4
_AGE_BEFORE = pattern(r"AGE OF?\Z")
_LOWER_BEFORE = pattern(r"(?:(?:ANYNUMBER|ANYDIGITS) (?:TO|OR|DASH)|BETWEEN (?:ANYNUMBER|ANYDIGITS) AND)\Z")
# What makes a bare plural a length of time: "for years", "weeks after"; "in years" only where a clause ends.
_BEFORE_BARE = codes_of("FOR WITHIN OVER AFTER EARLY LATE")
_AFTER_BARE = codes_of("AGO BEFORE AFTER EARLIER LATER")
_IN, _ENDS = codes_of("IN"), codes_of("DOT COMMA SEMICOLON")
_YEARS = codes_of("ANYYEAR")
# What makes "a year" a length of time.
_BEFORE_ONE = codes_of("FOR WITHIN ABOUT NEARLY OVER UNDER THAN AFTER LEAST TO NO AS")
_AFTER_ONE = codes_of("AFTER BEFORE OR")
_NOUNS = codes_of("OTHER PLURALNOUN CAPITALISED")
_NAMING = codes_of("OTHER CAPITALISED")
_OF_WHOLE = late(r" of (?:all|her|his|it|its|that|the|their|them|these|this|those|what)\b")
_ACCOUNTS = late(
    r"\b(?:account(?:s|ed|ing)? for|(?<!delayed )(?<!extended )(?<!postponed )by|covers?|makes? up|made up"
    r"|supply|supplies|provides?)"
    r"(?: (?:about|almost|at least|less than|more than|nearly|over|up to))? \Z"
)
_LONGEST_ACCOUNT = 28
_NIGHTS = frozenset({"day", "night"})
_BY_NIGHT = late(r"-[a-z]| and night\b")  # "300 night-vision goggles", "40 day and night sights"
_NO_LENGTHS = frozenset({"older", "younger", "War"})  # "five years older", "the Six-Day War"
_ABOUT = codes_of("ABOUT")
_BEFORE_VERB = frozenset({"can", "could", "may", "might", "must", "not", "should", "to", "will", "would"})
_ANY_DIGITS = codes_of("ANYDIGITS")
_SEVERAL_CODE, _HALF_CODE, _DASH_CODE = codes_of("SEVERAL"), codes_of("HALF"), codes_of("DASH")


def unit_named(word: str) -> str:
    """Return a unit's name in the singular."""
    return _IRREGULAR.get(word, word.removesuffix("s"))


def duration_value(count: float | None, unit: str) -> str:
    """Return the TIMEX3 value of a length of time; of a vague one with "X" for the number.

    >>> duration_value(30, "minute"), duration_value(2.5, "year"), duration_value(None, "week")
    ('PT30M', 'P2.5Y', 'PXW')
    """
    entry = _UNITS[unit]
    clock = "T" if entry.get("clock") else ""
    if count is None:
        return f"P{clock}X{entry.get('vague', entry['letter'])}"
    return f"P{clock}{count * cast(int, entry.get('times', 1)):.15g}{entry['letter']}"


def length_reading(count: float, unit: str, bound: Bound = "exact", first: int = 0) -> Reading:
    """Return the reading of `count` units with a bound; `first` tokens of the match are no part of it."""
    low, high = limits(bound, count)
    length = Length(count, low, high, bound, unit)
    return Reading(
        "DURATION", duration_value(count, unit), "explicit", _MODS.get(bound), trim=(first, 0), length=length
    )


def _vague(unit: str, low: float | None, first: int = 0) -> Reading:
    length = Length(None, low, None, "vague", unit)
    return Reading("DURATION", duration_value(None, unit), "explicit", trim=(first, 0), length=length)


def _half(unit: str) -> Reading | None:
    value = _HALVES.get(unit)
    return (
        Reading("DURATION", value, "explicit", length=Length(0.5, 0.5, 0.5, "exact", unit)) if value else None
    )


@rule(
    "length of time",
    "ANYUNIT",
    r"(?:ANYNUMBER|DIGITS|DAYNUMBER|OLDYEAR|YEAR(?=UNITS)|HALF|SEVERAL) DASH?"
    r"(?:TRADING|FISCAL|FULL|MORE|CONSECUTIVE|ANOTHER|LATER|CAPITALISED(?=DASH))?"
    r"DASH? (?P<unit>ANYUNIT) (?P<after>(?:DASH|QUOTE)? (?:OLD|LONG|OF AGE|PERIOD|TERM))?",
    before="ANYNUMBER ANYDIGITS HALF SEVERAL DASH TRADING FISCAL FULL MORE CONSECUTIVE ANOTHER LATER"
    " CAPITALISED",
)
def _counted(found: Found) -> Reading | None:
    """Read "two years", "a 30-minute call", "at least 72 hours", "the first nine months"; no ages."""
    unit, after = unit_named(found["unit"]), found["after"]
    if "old" in after or "age" in after:
        return None
    if found.following in _NAMING and found.tokens.written(found.after) in _NO_LENGTHS:
        return None
    by_night = found["unit"] in _NIGHTS and _BY_NIGHT.match(found.tokens.text, found.tokens.end(found.after))
    if by_night and not _is_hyphened(found):
        return None
    code = found.tokens.codes[found.first]
    if code in _SEVERAL_CODE:
        if _is_compared(found):
            return None
        return _vague(unit, _SEVERAL, _lead_start(found.context, found.first) - found.first)
    numeral = found.context.numeral_before(found.first + 1)
    if numeral is None:
        return _half(unit) if code in _HALF_CODE else None
    if found["unit"] == "second" and numeral.form != "digits" and not _is_hyphened(found):
        return None  # the ordinal
    if _AGE_BEFORE.search(found.tokens.codes, max(0, found.first - 2), found.first):
        return None
    return _with_numeral(found, numeral, unit)


def _is_compared(found: Found) -> bool:
    """Say whether a number named before is meant: "the third ship in as many weeks"."""
    return found.first > 0 and found.tokens.words(found.first - 1, found.first + 1) == "as many"


def _is_hyphened(found: Found) -> bool:
    return found.tokens.codes[found.first + 1] in _DASH_CODE


def _with_numeral(found: Found, numeral: Numeral, unit: str) -> Reading:
    tokens = found.tokens
    lower = _lower_of_range(found.context, bisect_right(tokens.starts, numeral.start) - 1)
    bound, begin, _ = bound_around(tokens.text, (lower or numeral).start, tokens.end(found.end("unit")))
    first = _lead_start(found.context, bisect_right(tokens.starts, begin) - 1) - found.first
    if numeral.value is None:
        return _vague(unit, numeral.low, first)
    if lower and lower.value is not None:
        length = Length(None, lower.value, numeral.value, "range", unit)
        return Reading(
            "DURATION", duration_value(lower.value, unit), "explicit", trim=(first, 0), length=length
        )
    return length_reading(numeral.value, unit, bound, first)


def _lead_start(context: Context, first: int) -> int:
    """Return the token where the words before a length of time begin that belong to it."""
    lead = _LEAD.search(context.tokens.codes, max(0, first - _LONGEST_LEAD), first)
    if lead is None or lead.start() == first:
        return first
    start = lead.start()
    if (
        start
        and context.tokens.written(start) == "last"
        and context.tokens.written(start - 1) in _BEFORE_VERB
    ):
        return first  # "the delay would last six months"
    return start


def _lower_of_range(context: Context, first: int) -> Numeral | None:
    """Return the lower number of "two to three weeks", if `first` is the token of the higher one."""
    if not _LOWER_BEFORE.search(context.tokens.codes, max(0, first - 3), first):
        return None
    return context.numeral_before(first - 1)


@rule(
    "length of time in words",
    "UNITS QUARTERS CLOCKUNITS WEEKENDS",
    r"(?:THE|A)? (?:LAST|PAST|NEXT|COMING|RECENT|PREVIOUS|FOLLOWING)? (?P<few>A? (?:COUPLE OF?|SEVERAL))?"
    r"(?P<unit>UNITS|QUARTERS|CLOCKUNITS|WEEKENDS) (?:DASH LONG)? (?!DASH? OLD|OF AGE)",
)
def _plural(found: Found) -> Reading | None:
    """Read "recent months", "the past few weeks", "decades-long", "years"."""
    unit, few = unit_named(found["unit"]), found["few"]
    if found.words.startswith("last ") and not few and found.following in _NOUNS:
        return None  # "last years results" has lost its apostrophe
    if unit == "second" or (found.after - found.first == 1 and not _stands_alone(found, unit)):
        return None
    if few and _is_compared(found):
        return None
    if unit == "year" and found.following in _YEARS:
        return None  # "the years 2024 to 2027"
    if "couple" in few:
        return length_reading(2.0, unit)
    return _vague(unit, _SEVERAL if few else None)


def _stands_alone(found: Found, unit: str) -> bool:
    """Say whether a bare plural is a length of time; "years of war" is none, nor what is left of a number."""
    if unit not in _BARE_UNITS:
        return False
    if found.before in _IN:
        return found.following in _ENDS
    return found.before in _BEFORE_BARE or found.following in _AFTER_BARE


@rule("half a unit", "HALF", r"HALF (?:DASH|A) (?P<unit>UNIT|CLOCKUNIT)")
def _half_a_unit(found: Found) -> Reading | None:
    """Read "half an hour", "half-century"."""
    return _half(found["unit"])


@rule(
    "one unit",
    "UNIT QUARTER CLOCKUNIT FORTNIGHT",
    r"(?P<one>A? ANOTHER|A|THE (?:PAST|LAST)) (?P<unit>UNIT|QUARTER|CLOCKUNIT|FORTNIGHT)"
    r"(?P<more>AND A HALF)? (?P<or>OR ANYNUMBER)? (?!DASH|AGO|OR OTHER AGO)",
    before="ANOTHER A PAST LAST",
)
def _one(found: Found) -> Reading | None:
    """Read "over a week", "within an hour", "a year or two", "the past decade"; "$900 a month" is a rate."""
    one, unit = found["one"], unit_named(found["unit"])
    count = 1.5 if found.has("more") else 1.0
    if one.startswith("the"):  # in "over the past year" the preposition bounds nothing
        return length_reading(count, unit)
    if found.before in _ANY_DIGITS:  # "$9 a month or $90 a year"
        return None
    if unit == "quarter" and (found.before in _ABOUT or _is_share(found)):  # "took about a quarter"
        return None
    if not (
        one not in ("a", "an")
        or found.has("more")
        or found.has("or")
        or found.before in _BEFORE_ONE
        or (found.following in _AFTER_ONE and unit != "quarter")
    ):
        return None
    tokens = found.tokens
    bound, begin, _ = bound_around(tokens.text, tokens.starts[found.first], tokens.end(found.after))
    most = found.context.numeral_before(found.after) if found.has("or") else None
    if most and most.value:
        return length_reading(count, unit)._replace(length=Length(None, count, most.value, "range", unit))
    return length_reading(count, unit, bound, bisect_right(tokens.starts, begin) - 1 - found.first)


def _is_share(found: Found) -> bool:
    """Say whether "a quarter" is a fourth part: "a quarter of the bill", "account for a quarter"."""
    text, start = found.tokens.text, found.tokens.starts[found.first]
    if _ACCOUNTS.search(text, max(0, start - _LONGEST_ACCOUNT), start):
        return True
    return bool(_OF_WHOLE.match(text, found.tokens.end(found.after)))
