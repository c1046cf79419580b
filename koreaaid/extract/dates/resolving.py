"""Counting from the publication date, or from the date that the text named last."""

from __future__ import annotations

from datetime import date, timedelta

from koreaaid.extract.dates.context import Context
from koreaaid.extract.dates.readings import UNRESOLVED, Reading, from_context, from_publication
from koreaaid.extract.dates.timex import period_beside, shifted

_REACH = 60
_NEAR = 9
_MOST = 100_000
_CENTURIES = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}
_AS_OTHERS = {"fortnight": ("week", 2), "decade": ("year", 10), "century": ("year", 100)}


def from_named(context: Context, at: int, unit: str, count: int) -> Reading | None:
    """Return the date `count` units from the date named last that can be moved so, or from the publication.

    A day before is the day before the publication, as agencies write, unless the sentence names its own day
    or goes behind an earlier one: "Lviv was hit on Oct. 3. The day before, Odesa had been hit".
    """
    since = at - _REACH
    if (unit, count) == ("day", -1) and not _goes_behind(context, at):
        since = max(since, context.sentence_start(at))
    for named in reversed(context.named):
        if named.at < since:
            break
        value = shifted(named.value, unit, count)
        if value:
            # "Two years later" is no day, even if the one counted from is.
            return from_context(value[:4] if unit == "year" and abs(count) > 1 else value)
    if not context.published:
        return UNRESOLVED
    value = ago(context.published, unit, count)
    return from_publication(value) if value else None


def _goes_behind(context: Context, at: int) -> bool:
    """Say whether what had been before a day is told, and the publication day does not follow that one."""
    if not context.named or context.published is None:
        return False
    behind = context.tokens.words(at, min(at + _NEAR, len(context.tokens.starts) - 1))
    day = context.named[-1].value[:10]
    is_day = len(day) == len("2025-10-03") and " had " in behind
    return is_day and day < (context.published - timedelta(days=1)).isoformat()


def ago(published: date, unit: str, count: int) -> str | None:
    """Return the period `count` units from the publication, as fine as the unit: "two years ago" is a year.

    >>> ago(date(2024, 1, 10), "year", -2), ago(date(2024, 1, 10), "day", -3)
    ('2022', '2024-01-07')
    """
    unit, times = _AS_OTHERS.get(unit, (unit, 1))
    return period_beside(published, unit, count * times) if abs(count) < _MOST else None


def spelled_year(context: Context, first: int, after: int) -> int | None:
    """Return the year that the tokens spell: "nineteen ninety-six"."""
    century = _CENTURIES.get(context.tokens.words(first, first + 1))
    if century is None:
        return None
    numeral = context.numeral_before(after)
    if not numeral or not numeral.value or numeral.start != context.tokens.starts[first + 1]:
        return None
    return century + int(numeral.value) if 10 <= numeral.value <= 99 else None
