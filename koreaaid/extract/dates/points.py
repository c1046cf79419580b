"""Days, months, seasons, quarters, years and decades that are called by their names."""

from __future__ import annotations

import re
from datetime import date

from koreaaid.extract.dates import policies
from koreaaid.extract.dates.context import UNRESOLVED, Context, Direction, Reading, resolved
from koreaaid.extract.dates.rules import rule
from koreaaid.extract.dates.timex import month_value
from koreaaid.extract.dates.tokens import CLASSES
from koreaaid.language.calendar import MONTHS, WEEKDAYS, WrittenDate, day_exists, full_year
from koreaaid.language.calendar_holidays import day_of_holiday
from koreaaid.language.lexicon import lexicon

_SEASONS: dict[str, str] = lexicon("calendar")["seasons"]
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]

# "of 2024", "of last year", "of the current fiscal year", "this year's" before.
_OF_YEAR = (
    r"(?:(?:OF|COMMA|IN)? FISCAL? (?P<year>ANYYEAR)(?!DASH DAYNUMBER|COMMA DIGITS)"
    r"|(?:OF|IN|COMMA)? (?P<which>THE? (?:THIS|LAST|NEXT|CURRENT|SAME|PREVIOUS|FOLLOWING|THAT)|THE) FISCAL? (?P<unit>UNIT))"
)
_BEFORE_MAY = {
    CLASSES[name]
    for name in ["IN", "SINCE", "UNTIL", "BY", "FROM", "OF", "TO", "FOR", "BETWEEN", "AND", "OR", "EARLY", "LATE", "MID", "LAST", "NEXT", "THIS", "BEFORE", "AFTER", "ABOUT", "DASH", "OPEN"]
}


_NOUNS = {CLASSES[name] for name in ("OTHER", "PLURALNOUN")}


@rule(
    "written date",
    r"(?:(?P<weekday>WEEKDAY|WEEKDAYABBR) DOT? COMMA? THE?)? (?P<atom>DATED|UNDATED) INSIDE*",
)
def _written(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "2022-11-11", "Dec. 2, 2024 - 14:19", "Monday, Oct. 26", "January 9"."""
    atom = context.tokens.atoms[match.start("atom")]
    assert atom.month and atom.day
    name = match["weekday"] and context.tokens.words(match.start("weekday"), match.end("weekday"))
    if atom.year is None:
        direction = context.direction(match.start(), match.end())
        return day_reading(context, atom.month, atom.day, WEEKDAYS.get(name or ""), direction)
    value = f"{_whole_day(atom, atom.year, context.published)}"
    if atom.time:
        return Reading("TIME", f"{value}T{atom.time}", "explicit")
    return resolved(value, "explicit")


def _whole_day(atom: WrittenDate, year: int, published: date | None) -> date:
    """Return the day of a written date; where day and month can change places, the one beside publication."""
    assert atom.month and atom.day
    day = date(year, atom.month, atom.day)
    if atom.form == "ambiguous" and published:
        other = date(year, atom.day, atom.month)
        if abs((other - published).days) <= 31 < abs((day - published).days):
            return other
    return day


def day_reading(
    context: Context, month: int, day: int, weekday: int | None, direction: Direction | None
) -> Reading:
    """Resolve a month and day."""
    year = context.published and policies.year_of_day(month, day, context.published, weekday, direction)
    if not year:
        return Reading("DATE", f"XXXX-{month:02}-{day:02}", "unresolved")
    return resolved(f"{year:04}-{month:02}-{day:02}", "publication")


@rule("holiday", r"HOLIDAY INSIDE* (?:COMMA|OF)? (?P<year>YEAR)?")
def _holiday(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "Thanksgiving Day", "Christmas 2023"."""
    name, published = context.tokens.holidays[match.start()], context.published
    if match["year"]:
        day = day_of_holiday(name, year_named(context, match) or 0)
        return resolved(day.isoformat(), "explicit") if day else None
    if not published:
        return UNRESOLVED
    days = [day for step in (-1, 0, 1) if (day := day_of_holiday(name, published.year + step))]
    day = policies.nearest_of(days, published)
    return resolved(day.isoformat(), "publication") if day else UNRESOLVED


@rule("month and year", r"MONTHDATED INSIDE*")
def _month_and_year(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "June 2025", "2024-11"."""
    atom = context.tokens.atoms[match.start()]
    assert atom.year and atom.month
    return resolved(month_value(atom.year, atom.month), "explicit")


@rule(
    "month",
    r"(?P<way>LAST|NEXT|THIS PAST?|COMING)? (?P<month>MONTH|MAY|MONTHABBR DOT)"
    r"(?:(?:OF|COMMA)? (?P<which>THIS|LAST|NEXT|THAT|THE (?:SAME|FOLLOWING|PREVIOUS)) (?P<unit>UNIT))?",
)
def _month(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "in April", "last September", "October last year", "Nov."."""
    tokens = context.tokens
    month = MONTHS[tokens.words(match.start("month"), match.end("month")).rstrip(".")]
    if match["unit"] and tokens.words(match.start("unit"), match.end("unit")) == "year":
        year = year_named(context, match)
        return resolved(month_value(year, month), "publication") if year else UNRESOLVED
    trim = (0, match.end() - match.end("month"))
    before = tokens.codes[match.start() - 1] if match.start() else 0
    if (
        tokens.codes[match.start("month")] == CLASSES["MAY"]
        and not match["way"]
        and before not in _BEFORE_MAY
    ):
        following = tokens.codes[match.end()] if match.end() < len(tokens.codes) else 0
        if month == 5 or before != CLASSES["THE"] or following not in _NOUNS:
            return None
    published = context.published
    if not published:
        return Reading("DATE", f"XXXX-{month:02}", "unresolved", trim=trim)
    way = tokens.words(match.start("way"), match.end("way")).split() if match["way"] else []
    if way == ["last"] or "past" in way:
        # Of the month just past one says "last month".
        year = published.year - (month >= published.month - 1)
    elif way in (["next"], ["coming"]):
        year = published.year + (month <= published.month)
    elif way == ["this"]:
        year = published.year
    else:
        year = policies.year_of_month(month, published, context.direction(match.start(), match.end()))
    return resolved(month_value(year, month), "publication")._replace(trim=trim)


def year_named(context: Context, match: re.Match[bytes]) -> int | None:
    """Return the year that the groups `year`, or `which` and `unit`, name: "2024", "last year", "the year"."""
    tokens = context.tokens
    groups = match.groupdict()
    if groups.get("year"):
        return full_year(tokens.words(match.start("year"), match.end("year")))
    way = tokens.words(match.start("which"), match.end("which")).removeprefix("the ")
    if way in ("same", "that", "following", "previous"):
        named = context.last_named(match.start())
        if named and named.value[:4].isdigit():
            return int(named.value[:4]) + {"following": 1, "previous": -1}.get(way, 0)
    if not context.published:
        return None
    return context.published.year + {"last": -1, "next": 1, "previous": -1, "following": 1}.get(way, 0)


@rule(
    "quarter or half",
    r"(?:THE|A)? (?:(?P<year>YEAR)|(?P<which>THIS|LAST|NEXT) (?P<unit>UNIT) QUOTE S)? FISCAL?"
    r"(?P<number>ORDINAL|SECOND|LAST|DAYNUMBER SUFFIX) DASH? FISCAL? (?P<part>QUARTER|HALF)",
)
def _quarter(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "the third quarter", "second-half", "the 1988 third quarter", "this year's first half"."""
    return _part_of_year(context, match, match["year"] or match["which"])


@rule(
    "quarter or half of a year",
    r"THE? FISCAL? (?P<number>ORDINAL|SECOND|LAST|DAYNUMBER SUFFIX) DASH? FISCAL? (?P<part>QUARTER|HALF) DASH?"
    + _OF_YEAR,
)
def _quarter_of_year(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "the third quarter of 1990", "the first half of this year"."""
    if match["unit"] and context.tokens.words(match.start("unit"), match.end("unit")) != "year":
        return None
    return _part_of_year(context, match, True)


@rule(
    "short quarter",
    r"(?:(?P<letter>Q|H) (?P<number>DAYNUMBER)|(?P<first>DAYNUMBER) (?P<after>Q|H)) (?:OF|IN|DASH|FY)? (?P<year>YEAR)?",
)
def _short_quarter(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "Q3 2024", "1H", "H1 of 2025"."""
    tokens = context.tokens
    number_group, letter_group = ("number", "letter") if match["number"] else ("first", "after")
    number = int(tokens.words(match.start(number_group), match.end(number_group)))
    count = 4 if tokens.words(match.start(letter_group), match.end(letter_group)) == "q" else 2
    # An unspaced "K1H" is a name, and a bare "H1" or "2H" is one more often than not.
    if not 1 <= number <= count or (match.end() - match.start() < 3 and count == 2):
        return None
    return _numbered_part(context, match, number, count, bool(match["year"]))


def _part_of_year(context: Context, match: re.Match[bytes], has_year: object) -> Reading | None:
    tokens = context.tokens
    count = 4 if tokens.words(match.start("part"), match.end("part")) == "quarter" else 2
    word = tokens.words(match.start("number"), match.end("number"))
    if word == "last":
        number = count
        if count == 4 and not has_year:
            return None
    else:
        number = _ORDINALS.index(word) + 1 if word in _ORDINALS else int(re.sub(r"\D", "", word) or 0)
    if not 1 <= number <= count:
        return None
    return _numbered_part(context, match, number, count, bool(has_year))


def _numbered_part(
    context: Context, match: re.Match[bytes], number: int, count: int, has_year: bool
) -> Reading:
    letter = "Q" if count == 4 else "H"
    if has_year:
        year = year_named(context, match)
        explicit = bool(match["year"])
    elif context.published:
        direction = context.direction(match.start(), match.end())
        year = policies.year_of_part(number, count, context.published, direction)
        explicit = False
    else:
        year = None
    if year is None:
        return Reading("DATE", f"XXXX-{letter}{number}", "unresolved")
    return resolved(f"{year:04}-{letter}{number}", "explicit" if explicit else "publication")


@rule("season", r"THE? (?P<way>LAST|NEXT|THIS PAST?|PAST|COMING)? (?P<season>SEASON) " + rf"(?:{_OF_YEAR})?")
def _season(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "last summer", "spring 2025", "the winter of 1994", "this fall"."""
    tokens, published = context.tokens, context.published
    word = tokens.words(match.start("season"), match.end("season"))
    season = _SEASONS[word]
    if match["year"] or match["which"]:
        if match["unit"] and tokens.words(match.start("unit"), match.end("unit")) != "year":
            return None
        year = year_named(context, match)
        return (
            resolved(f"{year:04}-{season}", "explicit" if match["year"] else "publication")
            if year
            else UNRESOLVED
        )
    before = tokens.codes[match.start() - 1] if match.start() else 0
    if not match["way"] and before not in _BEFORE_SEASON:
        return None
    if not published:
        return Reading("DATE", f"XXXX-{season}", "unresolved")
    number = ["SP", "SU", "FA", "WI"].index(season) + 1
    way = tokens.words(match.start("way"), match.end("way")) if match["way"] else ""
    # The seasons of a year run from March; January and February belong to the winter of the year before.
    season_year, current = (
        (published.year, (published.month - 3) // 3 + 1) if published.month > 2 else (published.year - 1, 4)
    )
    if way.startswith("last") or "past" in way:
        year = season_year - (number >= current)
    elif way in ("next", "coming") or (not way and context.direction(match.start(), match.end()) == "future"):
        year = season_year + (number <= current if way == "next" else number < current)
    else:
        year = season_year - (not way and number > current + 1)
    return resolved(f"{year:04}-{season}", "publication")


_BEFORE_SEASON = {
    CLASSES[name] for name in ["IN", "BY", "SINCE", "UNTIL", "FROM", "EARLY", "LATE", "MID", "FOR", "BEFORE", "AFTER", "OVER"]
}


@rule("decade", r"(?:THE (?P<half>ANYORDINAL|LAST) HALF OF)? THE? (?:(?P<year>YEAR|OLDYEAR)|QUOTE (?P<short>DAYNUMBER)) QUOTE? S")
def _decade(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "the 1980s", "the '90s"; "2025's" is a year."""
    tokens = context.tokens
    group = "year" if match["year"] else "short"
    digits = tokens.words(match.start(group), match.end(group))
    if not digits.endswith("0") or len(digits) < 2:
        return None
    if len(digits) == 2:
        return resolved(f"19{digits[0]}", "explicit")
    return resolved(digits[:3] if not digits.endswith("00") else digits[:2], "explicit")


@rule("century", r"THE? (?P<number>DAYNUMBER) SUFFIX DASH? (?P<unit>UNIT)")
def _century(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "the 20th century"."""
    if context.tokens.words(match.start("unit"), match.end("unit")) != "century":
        return None
    return resolved(
        f"{int(context.tokens.words(match.start('number'), match.end('number'))) - 1:02}", "explicit"
    )


@rule(
    "day of the month",
    r"(?:ON|SINCE|UNTIL|BY|FROM|OF) THE (?P<day>DAYNUMBER) SUFFIX (?=DOT|COMMA|AND|TO|OF THIS|IN|AS|AT|FOR|TENSEPAST)",
)
def _day_of_month(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "on the 8th": the last one, or the next on a cue of the future."""
    day = int(context.tokens.words(match.start("day"), match.end("day")))
    published = context.published
    trim = (1, 0)
    if not 1 <= day <= 31:
        return None
    if not published:
        return Reading("DATE", f"XXXX-XX-{day:02}", "unresolved", trim=trim)
    step = 1 if context.direction(match.start(), match.end()) == "future" else -1
    for count in range(0, 13 * step, step):
        year, month = (
            published.year + (published.month - 1 + count) // 12,
            (published.month - 1 + count) % 12 + 1,
        )
        if day_exists(year, month, day) and (date(year, month, day) - published).days * step >= 0:
            return resolved(date(year, month, day).isoformat(), "publication")._replace(trim=trim)
    return None
