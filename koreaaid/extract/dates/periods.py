"""Months, quarters and halves that are called by their names."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date

from koreaaid.extract.dates import policies
from koreaaid.extract.dates.context import FAR
from koreaaid.extract.dates.narrative import is_past, year_told
from koreaaid.extract.dates.readings import (
    UNRESOLVED,
    Reading,
    explicit,
    from_context,
    from_publication,
    partial,
)
from koreaaid.extract.dates.resolving import spelled_year
from koreaaid.extract.dates.rules import Found, rule
from koreaaid.extract.dates.timex import STEPS, month_value, span_of
from koreaaid.extract.dates.tokens import CLASSES, codes_of, pattern
from koreaaid.language.calendar import MONTHS, full_year
from koreaaid.language.lexicon import lexicon

_ORDINALS = ["first", "second", "third", "fourth"]
_NUMBER = r"(?P<number>ORDINAL|SECOND|LAST|FINAL|DAYNUMBER SUFFIX)"
# "of 2024", "of last year", "of the current fiscal year".
OF_YEAR = (
    r"(?:(?:OF|COMMA|IN)? FISCAL? (?P<year>ANYYEAR)(?!DASH DAYNUMBER|COMMA DIGITS)"
    r"|OF (?P<spelled>NUMBER NUMBER (?:DASH? ANYNUMBER)?)"
    r"|(?:OF|IN|COMMA)? (?P<which>THE? (?:THIS|LAST|NEXT|CURRENT|SAME|PREVIOUS|FOLLOWING|THAT)|THE) FISCAL?"
    r"(?P<unit>UNIT))"
)
_TO_MONTH = pattern(
    r"(?:TO|UNTIL|DASH|AND) (?:(?:EARLY|MID|LATE) DASH?)? (?P<month>MONTHDATED|MONTH|MAY)"
    r"(?P<of>OF? (?P<which>THIS|LAST|NEXT) UNIT)?"
)
# "the October War": what a month gives its name to.
_NAMED_FOR = frozenset(lexicon("calendar")["named_for_months"]["words"])
_COUNTED_TO = pattern(r"UNITS (?:TO|UNTIL)\Z")  # "the six months through June"
_SPAN = pattern(r"(?:TO|DASH) (?:MONTHDATED|MONTHABBR|MONTH|MAY)")
_MAY, _ABBREVIATION, _COMMA = CLASSES["MAY"], CLASSES["MONTHABBR"], CLASSES["COMMA"]
_THE, _CAPITALISED = CLASSES["THE"], CLASSES["CAPITALISED"]
_BEFORE_MAY = codes_of(
    "IN SINCE UNTIL BY FROM OF TO FOR BETWEEN AND OR EARLY LATE MID BEFORE AFTER ABOUT DASH OPEN"
)
_BEFORE_ABBREVIATION = codes_of("IN SINCE UNTIL")
_MONTHS = codes_of("MONTH MAY")
_NOUNS = codes_of("OTHER PLURALNOUN")


def year_named(found: Found) -> int | None:
    """Return the year that the groups `year`, or `which`, name: "2024", "last year", "the year"."""
    if found.has("year"):
        return full_year(found["year"])
    if found.has("spelled"):
        return spelled_year(found.context, found.token("spelled"), found.end("spelled"))
    way = found["which"].removeprefix("the ")
    if way in ("same", "that", "following", "previous"):
        named = found.context.last_named(found.first)
        if named and named.value[:4].isdigit():
            return int(named.value[:4]) + STEPS.get(way, 0)
    return found.published.year + STEPS.get(way, 0) if found.published else None


def in_year_named(found: Found, rest: str) -> Reading:
    """Return the part `rest` of the year that is named beside it."""
    year = year_named(found)
    if year is None:
        return partial(f"XXXX-{rest}")
    named = found.has("year") or found.has("spelled")
    return explicit(f"{year:04}-{rest}") if named else from_publication(f"{year:04}-{rest}")


@rule("month and year", "MONTHDATED", r"MONTHDATED INSIDE*")
def _month_and_year(found: Found) -> Reading | None:
    """Read "June 2025", "2024-11"."""
    atom = found.tokens.atoms[found.first]
    return explicit(month_value(atom.year or 1, atom.month or 1))


@rule(
    "month",
    "MONTH MAY MONTHABBR",
    r"(?P<way>LAST|NEXT|THIS PAST?|COMING|THE (?:PREVIOUS|FOLLOWING))? (?P<month>MONTH|MAY|MONTHABBR DOT?)"
    r"(?P<of>(?:OF|COMMA)? (?P<which>THIS|LAST|NEXT|THAT|THE (?:SAME|FOLLOWING|PREVIOUS)) (?P<unit>UNIT))?",
)
def _month(found: Found) -> Reading | None:
    """Read "in April", "last September", "October last year", "Nov."."""
    month = MONTHS[found["month"].rstrip(". ")]
    if found["unit"] == "year":
        return in_year_named(found, f"{month:02}")
    trim = (0, found.after - found.end("month"))
    if not _is_month(found, month):
        return None
    spanned = _year_of_last(found, month)
    if spanned:
        return explicit(month_value(spanned, month))._replace(trim=trim)
    published = found.published
    if not published:
        return partial(f"XXXX-{month:02}")._replace(trim=trim)
    way = found["way"]
    if way.startswith("the "):
        return _month_beside(found, month, published, STEPS[way.removeprefix("the ")])
    if way == "last" or "past" in way:
        # Of the month just past one says "last month".
        year = published.year - (month >= published.month - 1)
    elif way in ("next", "coming"):
        year = published.year + (month <= published.month)
    elif way == "this":
        year = published.year
    else:
        year = year_of_month(found, month, published)
        told = year
        if not _TO_MONTH.match(found.tokens.codes, found.after):
            told = year_told(found, month, None, year, published)
        if told != year:
            return from_context(month_value(told, month))._replace(trim=trim)
    return from_publication(month_value(year, month))._replace(trim=trim)


def _month_beside(found: Found, month: int, published: date, step: int) -> Reading:
    """Read "the previous November" from the date named last."""
    named = found.context.last_named(found.first, "day month quarter half year", reach=FAR)
    begun, ended = span_of(named.value) if named else (published, published)
    if not begun or not ended:
        return UNRESOLVED
    year = begun.year - (month >= begun.month) if step < 0 else ended.year + (month <= ended.month)
    return from_context(month_value(year, month)) if MINYEAR <= year <= MAXYEAR else UNRESOLVED


def _year_of_last(found: Found, month: int) -> int | None:
    """Return the year that the end of a span gives its first month: "from March to June 2025"."""
    last = _TO_MONTH.match(found.tokens.codes, found.after)
    atom = found.tokens.atoms.get(last.start("month")) if last else None
    return (atom.year or 1) - (month > (atom.month or 1)) if atom else None


def year_of_month(found: Found, month: int, published: date) -> int:
    """Return the year of a month, in "from May to June last year" that of the month where the span ends."""
    last = _TO_MONTH.match(found.tokens.codes, found.after)
    if not last:
        counted = _COUNTED_TO.search(found.tokens.codes, max(0, found.first - 2), found.first)
        year = policies.year_of_month(month, published, "past" if counted else found.direction)
        return year - ((year, month) > (published.year, published.month) and is_past(found))
    final = MONTHS[found.tokens.words(*last.span("month"))]
    if last["of"] and found.tokens.words(*last.span("of")).endswith("year"):
        way = found.tokens.words(*last.span("which"))
        return published.year + STEPS.get(way, 0) - (month > final)
    return policies.year_of_month(final, published, found.direction) - (month > final)


def _is_month(found: Found, month: int) -> bool:
    """Tell a month from other words: "may" and "Jan" need a word that leads them, or another month before."""
    codes, first = found.tokens.codes, found.token("month")
    code = codes[first]
    following = codes[first + 1] if first + 1 < len(codes) else 0
    if following == _CAPITALISED and found.tokens.words(first + 1, first + 2) in _NAMED_FOR:
        return False
    if code == _ABBREVIATION and not found["month"].endswith("."):
        return found.before in _BEFORE_ABBREVIATION or bool(_SPAN.match(codes, first + 1))
    if code != _MAY or found.has("way") or found.before in _BEFORE_MAY:
        return True
    if found.before == _COMMA and first > 1 and codes[first - 2] in _MONTHS:  # "April, May and June"
        return True
    return month == 3 and found.before == _THE and following in _NOUNS  # "the March summit"


@rule(
    "quarter or half",
    "QUARTER HALF",
    r"(?:THE|A)? (?:(?P<year>YEAR)|(?P<which>THIS|LAST|NEXT) (?P<unit>UNIT) QUOTE S)? FISCAL?"
    rf"{_NUMBER} DASH? FISCAL? (?P<part>QUARTER|HALF) (?!DASH? (?:CLOCKUNIT|CLOCKUNITS))",
)
def _quarter(found: Found) -> Reading | None:
    """Read "the third quarter", "second-half", "the 1988 third quarter", "this year's first half"."""
    return _part_of_year(found, found.has("year") or found.has("which"))


@rule(
    "half of a month",
    "HALF",
    r"THE? (?P<number>ORDINAL|SECOND) HALF OF (?P<month>MONTHDATED INSIDE*|MONTH|MAY)",
)
def _half_of_month(found: Found) -> Reading | None:
    """Read "the second half of July"."""
    if found["number"] not in ("first", "second"):
        return None
    mod = "START" if found["number"] == "first" else "END"
    atom = found.tokens.atoms.get(found.token("month"))
    if atom:
        return explicit(month_value(atom.year or 1, atom.month or 1))._replace(mod=mod)
    month = MONTHS[found["month"]]
    if not found.published:
        return partial(f"XXXX-{month:02}")._replace(mod=mod)
    year = policies.year_of_month(month, found.published, found.direction)
    return from_publication(month_value(year, month))._replace(mod=mod)


@rule(
    "quarter or half of a year",
    "QUARTER HALF",
    rf"THE? FISCAL? {_NUMBER} DASH? FISCAL? (?P<part>QUARTER|HALF) DASH? {OF_YEAR}",
)
def _quarter_of_year(found: Found) -> Reading | None:
    """Read "the third quarter of 1990", "the first half of this year"."""
    return _part_of_year(found, True) if found["unit"] in ("", "year") else None


@rule(
    "two quarters of a year",
    "QUARTERS",
    rf"THE? (?P<number>ORDINAL|LAST) NUMBER QUARTERS {OF_YEAR}",
)
def _two_quarters(found: Found) -> Reading | None:
    """Read "the first two quarters of 1990"."""
    words = found.words.removeprefix("the ")
    if found["unit"] not in ("", "year") or not words.startswith(("first two ", "last two ")):
        return None
    return in_year_named(found, "H1" if found["number"] == "first" else "H2")


@rule(
    "short quarter",
    "Q H",
    r"(?:(?P<letter>Q|H) (?P<number>DAYNUMBER)|(?P<first>DAYNUMBER) (?P<final>Q|H))"
    r"(?:(?:OF|IN|DASH|FY)? (?P<year>YEAR)|OF? (?P<which>THE? (?:THIS|LAST|NEXT|SAME|THAT)) (?P<unit>UNIT))?",
)
def _short_quarter(found: Found) -> Reading | None:
    """Read "Q3 2024", "1H 2025", "H1 of 2025"."""
    number = int(found["number"] or found["first"])
    count = 4 if (found["letter"] or found["final"]) == "q" else 2
    # A bare "H1" or "2H" is a name more often than not.
    has_year = found.has("year") or found["unit"] == "year"
    if not 1 <= number <= count or (count == 2 and not has_year):
        return None
    return _numbered_part(found, number, count, has_year)


@rule("short quarter", "Q H", r"(?P<number>DAYNUMBER) (?P<letter>Q|H) (?P<year>DAYNUMBER)")
def _glued_quarter(found: Found) -> Reading | None:
    """Read "3Q23", "1H24"."""
    number, count = int(found["number"]), 4 if found["letter"] == "q" else 2
    if len(found.words) != len("3Q23") or not 1 <= number <= count:
        return None
    return explicit(f"20{found['year']}-{'Q' if count == 4 else 'H'}{number}")


def _part_of_year(found: Found, has_year: bool) -> Reading | None:
    count = 4 if found["part"] == "quarter" else 2
    word = found["number"]
    if word in ("last", "final"):
        if count == 4 and not has_year:
            return None
        return _numbered_part(found, count, count, has_year)
    number = _ORDINALS.index(word) + 1 if word in _ORDINALS else int(re.sub(r"\D", "", word) or 0)
    return _numbered_part(found, number, count, has_year) if 1 <= number <= count else None


def _numbered_part(found: Found, number: int, count: int, has_year: bool) -> Reading:
    name = f"{'Q' if count == 4 else 'H'}{number}"
    if has_year:
        return in_year_named(found, name)
    if not found.published:
        return partial(f"XXXX-{name}")
    year = policies.year_of_part(number, count, found.published, found.direction)
    return from_publication(f"{year:04}-{name}")
