"""Bare years, fiscal years and spans of years: four digits that are a year and not a count or a name."""

from __future__ import annotations

from koreaaid.extract.dates.readings import Reading, explicit
from koreaaid.extract.dates.resolving import spelled_year
from koreaaid.extract.dates.rules import Found, rule
from koreaaid.extract.dates.tokens import CLASSES, codes_of, pattern
from koreaaid.language.units import unit_after

_TEMPORAL = codes_of(
    "IN SINCE UNTIL BY FROM OF EARLY LATE MID BEFORE AFTER BETWEEN MONTH MAY SEASON END BEGINNING MIDDLE"
    " ABOUT HALF QUARTER EARLIER LATER TO AND OR LAST NEXT FISCAL FY PREFIX"
)
_ONLY_TEMPORAL = codes_of("IN SINCE UNTIL BY")
_NUMBERS = codes_of("MONEY SLASH DIGITS DAYNUMBER NUMBER YEAR OLDYEAR")
_WORDS = codes_of("OTHER CAPITALISED UNIT NUMBER ANYORDINAL PLURALNOUN")
_COLON = CLASSES["COLON"]
_COMMA, _DOT, _DASH, _THE, _CAPITALISED, _OTHER, _OLD = (
    CLASSES[name] for name in ("COMMA", "DOT", "DASH", "THE", "CAPITALISED", "OTHER", "OLDYEAR")
)
_NEVER_AFTER = codes_of("PERCENT ZONE")
_COUNTED = codes_of("PLURALNOUN UNITS CLOCKUNITS QUARTERS")
_TO_COUNTED = pattern("TO ANYYEAR PLURALNOUN")
_LISTED = pattern(r"NUMBERED (?:(?:DIGITS|OLDYEAR|YEAR|DAYNUMBER) COMMA? (?:AND|OR)?)*\Z")
_LONGEST_LIST = 24
_SIGNS = "$€£₩¥#№_&.:"
_THIS_YEAR = 2024  # where the publication is not known
_NEAR = 10
_OWNERS = codes_of("THE S")
_LONGEST_SPAN = 150
_NOUNS = codes_of("OTHER PLURALNOUN")
_LETTERS_OF_A_UNIT = 5


@rule("year", "ANYYEAR", "(?:THE UNIT)? (?P<year>ANYYEAR)")
def _year(found: Found) -> Reading | None:
    """Read "in 2014", "the 2022 contract"; leave "2000 troops", "Panzerhaubitze 2000", "1,500", "Su-2000"."""
    if found["year"] != found.words:
        return explicit(found["year"]) if found.words.startswith("the year") else None
    if _is_part_of_more(found) or _begins_counts(found) or _is_in_list(found):
        return None
    year, temporal = int(found.words), found.before in _TEMPORAL
    if found.tokens.codes[found.first] == _OLD:
        named = temporal and found.following not in _COUNTED and found.following != _OTHER
        named = named or (found.before in _OWNERS and found.following == _OTHER and _is_of_1800s(year))
    elif found.following in _COUNTED:
        named = _is_year_of_many(found, year, temporal)
    elif year % 100 == 0 and not temporal:  # "Panzerhaubitze 2000", but "the 2000 Olympics"
        named = found.before == _THE and found.following == _CAPITALISED
    elif found.before == _CAPITALISED and not temporal:
        # A model or a vision: "Agenda 2063". Of an event ("Euro 2024") it is the year all the same.
        named = found.published is None or year <= found.published.year + 1
    else:
        named = True
    return explicit(found.words) if named and not _is_measure(found) else None


def _is_of_1800s(year: int) -> bool:
    """Say whether it is plainly a year before a single thing: "the 1898 ruling", but "the 1850 kilo bomb"."""
    return year // 100 == 18 and year % 10 != 0


def _is_year_of_many(found: Found, year: int, temporal: bool) -> bool:
    """Tell "the 2022 contracts" from "2000 troops": a count is rounder, and rarely near the publication."""
    if year % 100 == 0:
        return False
    this = found.published.year if found.published else _THIS_YEAR
    return temporal or year % 10 != 0 or abs(year - this) <= _NEAR


def _is_measure(found: Found) -> bool:
    """Say whether a unit is written out behind it: "of 2000 cubic centimeters", but "in 2024 tons came"."""
    if found.following not in _NOUNS or found.before in _ONLY_TEMPORAL:
        return False
    end = found.tokens.starts[found.first] + 4
    unit = unit_after(found.tokens.text, end)
    return unit is not None and unit.end - end >= _LETTERS_OF_A_UNIT


def _begins_counts(found: Found) -> bool:
    """Read the first of two round numbers that count: "from 1500 to 2000 recruits"."""
    return int(found.words) % 100 == 0 and bool(_TO_COUNTED.match(found.tokens.codes, found.after))


def _is_in_list(found: Found) -> bool:
    """Say whether it is the number of something: "resolutions 1718, 1874 and 2094"."""
    return bool(_LISTED.search(found.tokens.codes, max(0, found.first - _LONGEST_LIST), found.first))


def _is_part_of_more(found: Found) -> bool:
    """Say whether the digits are glued to a word or are part of a longer number, time or designation."""
    text, start, codes = found.tokens.text, found.tokens.starts[found.first], found.tokens.codes
    before, after = text[start - 1 : start], text[start + 4 : start + 6]
    if before.isalnum() or (before and before in _SIGNS) or after[:1].isalpha():
        return True
    if (after[:1] in (".", ",", ":") and after[1:].isdigit()) or found.following in _NEVER_AFTER:
        return True
    if found.before == _DASH:  # "mid-2024" is a year, "5-2000" and "T-1990" are none
        return found.first < 2 or codes[found.first - 2] not in _TEMPORAL
    if found.before == _DOT:  # "No. 2021", but a sentence can begin with a year
        return found.context.sentence_start(found.first) != found.first
    # "Moscow, 2024" is a year, "1,2024" is none.
    if found.before == _COLON:  # "Note: 1986 results", but "Comments: 2019" counts
        return found.following not in _WORDS or "\n" in text[start + 4 : start + 6]
    return found.before in _NUMBERS or (found.before == _COMMA and before == ",")


@rule(
    "span of years",
    "ANYYEAR",
    r"(?P<first>YEAR|(?<=OPEN) OLDYEAR(?=DASH ANYYEAR)) (?:DASH|SLASH) (?P<last>ANYYEAR|DAYNUMBER)"
    r"(?!DASH|SLASH DAYNUMBER)",
    behind="DASH SLASH",
)
def _span(found: Found) -> Reading | None:
    """Read "2025-2028", "2024/25", "(1885-1941)" as one length of time from year to year."""
    first, last = found["first"], found["last"]
    start = found.tokens.starts[found.first]
    before = found.tokens.text[start - 1 : start]
    if len(last) == 1 or before.isalnum() or (before and before in "-" + _SIGNS):
        return None
    last = first[: 4 - len(last)] + last
    if not 0 < int(last) - int(first) <= _LONGEST_SPAN:
        return None
    return Reading("DURATION", f"{first}/{last}", "explicit")


@rule(
    "fiscal year",
    "FISCAL FY",
    r"THE? (?:FISCAL UNIT?|FY) QUOTE? (?P<year>YEAR|DAYNUMBER)(?!DASH DAYNUMBER|SLASH DAYNUMBER)",
)
def _fiscal(found: Found) -> Reading | None:
    """Read "fiscal 1989", "fiscal year 2025", "FY25"."""
    digits = found["year"]
    if len(digits) == 1:
        return None
    return explicit(digits if len(digits) == 4 else f"20{digits}")


@rule("year in words", "NUMBER", r"NUMBER NUMBER (?:DASH? ANYNUMBER)?", before="NUMBER")
def _spelled(found: Found) -> Reading | None:
    """Read "nineteen ninety-six", as transcripts write it."""
    year = spelled_year(found.context, found.first, found.after)
    return explicit(f"{year}") if year else None
