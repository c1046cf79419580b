"""Bare years, fiscal years and spans of years: four digits that are a year and not a count or a name."""

from __future__ import annotations

import re

from koreaaid.extract.dates.context import Context, Reading, resolved
from koreaaid.extract.dates.rules import rule
from koreaaid.extract.dates.tokens import CLASSES


def _codes(names: str) -> frozenset[int]:
    return frozenset(CLASSES[name] for name in names.split())


_TEMPORAL = _codes(
    "IN SINCE UNTIL BY FROM OF EARLY LATE MID BEFORE AFTER BETWEEN MONTH MAY SEASON END BEGINNING MIDDLE ABOUT HALF"
    " QUARTER EARLIER LATER TO AND OR LAST NEXT FISCAL FY"
)
_NEVER_BEFORE = _codes("MONEY DOT COMMA COLON SLASH DASH DIGITS DAYNUMBER NUMBER")
_NEVER_AFTER = _codes("PERCENT COLON")
_COUNT_AFTER = _codes("PLURALNOUN UNITS CLOCKUNITS QUARTERS")


@rule("year", r"(?P<year>ANYYEAR)")
def _year(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "in 2014", "the 2022 contract"; leave "2000 troops", "Panzerhaubitze 2000", "1,500", "Su-2000"."""
    tokens = context.tokens
    at, codes = match.start(), tokens.codes
    text, start = tokens.text, tokens.starts[at]
    end = start + 4
    before = codes[at - 1] if at else 0
    after = codes[at + 1] if at + 1 < len(codes) else 0
    if start and (text[start - 1].isalnum() or text[start - 1] in "$€£₩¥#№_&."):
        return None
    if text[end : end + 1].isalpha() or (text[end : end + 1] == "," and text[end + 1 : end + 2].isdigit()):
        return None
    if (text[end : end + 1] == "." and text[end + 1 : end + 2].isdigit()) or after in _NEVER_AFTER:
        return None
    # "1 2025", "5-2000": but "Nov, 2024" and "in June, 2024" and "Moscow, 2024" are years.
    if before in _NEVER_BEFORE and not (before == CLASSES["COMMA"] and text[start - 1] == " "):
        if before != CLASSES["DASH"] or not _dash_of_span(codes, at):
            return None
    year = int(text[start:end])
    temporal = before in _TEMPORAL
    if not _is_year(context, at, year, temporal, after):
        return None
    return resolved(text[start:end], "explicit")


def _dash_of_span(codes: bytearray, at: int) -> bool:
    """Say whether the dash before the token stands after another word of the calendar: "mid-2024", "May-2024"."""
    return at > 1 and codes[at - 2] in _TEMPORAL


def _is_year(context: Context, at: int, year: int, temporal: bool, after: int) -> bool:
    tokens = context.tokens
    old = tokens.codes[at] == CLASSES["OLDYEAR"]
    if old:
        return temporal and after not in _COUNT_AFTER and after != CLASSES["OTHER"]
    if year % 100 == 0 and not temporal:  # "Panzerhaubitze 2000", "2000 troops", but "the 2000 Olympics"
        return at > 0 and tokens.codes[at - 1] == CLASSES["THE"] and after == CLASSES["CAPITALISED"]
    if after in _COUNT_AFTER:
        # A count without its comma is rounder than a year, and rarely near the publication.
        this = context.published.year if context.published else 2024
        return year % 10 != 0 or (temporal and year % 100 != 0) or abs(year - this) <= 10
    before = tokens.codes[at - 1] if at else 0
    if before == CLASSES["CAPITALISED"] and not temporal:
        # The name of a model or a vision: "Agenda 2063". Of an event ("Euro 2024") it is the year all the same.
        return context.published is None or year <= context.published.year + 1
    return True


@rule("span of years", r"(?P<first>YEAR) (?:DASH|SLASH) (?P<last>YEAR|DAYNUMBER) (?!DASH|SLASH DAYNUMBER)")
def _span(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "2025-2028", "2024/25" as one length of time from year to year."""
    tokens = context.tokens
    first = tokens.words(match.start("first"), match.end("first"))
    last = tokens.words(match.start("last"), match.end("last"))
    start = tokens.starts[match.start()]
    if len(last) == 1 or (start and (tokens.text[start - 1].isalnum() or tokens.text[start - 1] in "-$€£.")):
        return None
    last = first[: 4 - len(last)] + last
    if not int(first) < int(last) <= int(first) + 150:
        return None
    return Reading("DURATION", f"{first}/{last}", "explicit")


@rule("fiscal year", r"THE? (?:FISCAL UNIT?|FY) QUOTE? (?P<year>YEAR|DAYNUMBER)")
def _fiscal(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "fiscal 1989", "fiscal year 2025", "FY25"."""
    digits = context.tokens.words(match.start("year"), match.end("year"))
    if len(digits) == 1:
        return None
    return resolved(digits if len(digits) == 4 else f"20{digits}", "explicit")


_CENTURIES = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}


@rule("year in words", r"NUMBER NUMBER (?:DASH? ANYNUMBER)?")
def _spelled(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "nineteen ninety-six", as transcripts write it."""
    tokens = context.tokens
    century = _CENTURIES.get(tokens.words(match.start(), match.start() + 1))
    numeral = context.numeral_before(tokens.end(match.end()))
    if century is None or numeral is None or numeral.value is None or not 10 <= numeral.value <= 99:
        return None
    if numeral.start != tokens.starts[match.start() + 1]:
        return None
    return resolved(f"{century + int(numeral.value)}", "explicit")
