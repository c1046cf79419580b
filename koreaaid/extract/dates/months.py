"""Days and weeks that are counted within a month: "the last week of December", "the first day of May"."""

from __future__ import annotations

from koreaaid.extract.dates.durations import unit_named
from koreaaid.extract.dates.narrative import year_told
from koreaaid.extract.dates.periods import year_of_month
from koreaaid.extract.dates.readings import Reading, explicit, from_context, from_publication, partial
from koreaaid.extract.dates.rules import Found, rule
from koreaaid.extract.dates.timex import month_value, span_of
from koreaaid.language.calendar import MONTHS


@rule(
    "part of a month",
    "ORDINAL SECOND LAST",
    r"THE? (?:(?P<first>ORDINAL|SECOND)|LAST) (?P<unit>UNIT|UNITS) (?:OF|IN)"
    r"(?P<month>MONTHDATED INSIDE*|MONTH|MAY|MONTHABBR DOT?)",
    behind="UNIT UNITS",
)
def _part_of_month(found: Found) -> Reading | None:
    """Read "the last week of December", "the first days of May 2024": the month, and which part of it."""
    if unit_named(found["unit"]) not in ("day", "week"):
        return None
    reading = _month(found)
    value = reading.value or ""
    if found["unit"] == "day" and found["first"] in ("first", ""):
        day = span_of(value)[0 if found.has("first") else 1]
        return reading._replace(value=day.isoformat()) if day else reading
    return reading._replace(mod={"first": "START", "": "END"}.get(found["first"], "MID"))


def _month(found: Found) -> Reading:
    """Return the reading of the month itself."""
    atom = found.tokens.atoms.get(found.token("month"))
    if atom:
        return explicit(month_value(atom.year or 1, atom.month or 1))
    month, published = MONTHS[found["month"].rstrip(". ")], found.published
    if not published:
        return partial(f"XXXX-{month:02}")
    year = year_of_month(found, month, published)
    told = year_told(found, month, None, year, published)
    return (from_publication if told == year else from_context)(month_value(told, month))
