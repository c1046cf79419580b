"""Which year, week or quarter is meant where the text does not say so: policies measured on news.

Each takes the publication date and the direction that the clause shows, and returns the nearest fitting day or
period. Sources of the policies: TempEval-3's TimeBank and AQUAINT.
"""

from __future__ import annotations

from datetime import date, timedelta

from koreaaid.extract.dates.context import Direction
from koreaaid.language.calendar import day_exists

# A month and day lies behind unless its next occurrence is this near; 96.7 % right, the tense alone 87.5 %.
DAYS_AHEAD = 120
_MONTHS_AHEAD = 3
_QUARTERS_AHEAD = 1


def year_of_day(month: int, day: int, published: date, weekday: int | None = None) -> int | None:
    """Return the year of a month and day: the last one, unless the next is at most 120 days ahead.

    A weekday that stands beside it decides where it fits only one of the two years.
    """
    years = [year for year in range(published.year - 4, published.year + 5) if day_exists(year, month, day)]
    past = [year for year in years if (year, month, day) <= (published.year, published.month, published.day)]
    ahead = [year for year in years if year not in past]
    if not past or not ahead:
        return None
    if weekday:
        fitting = [year for year in (past[-1], ahead[0]) if date(year, month, day).isoweekday() == weekday]
        if len(fitting) == 1:
            return fitting[0]
    near = (date(ahead[0], month, day) - published).days <= DAYS_AHEAD
    return ahead[0] if near and date(past[-1], month, day) != published else past[-1]


def year_of_month(month: int, published: date, direction: Direction | None) -> int:
    """Return the year of a month: by tense; without one the last, unless the next is at most 3 months ahead."""
    last = published.year - (month > published.month)
    following = last + (month != published.month)
    if direction:
        return following if direction == "future" else last
    ahead = (following - published.year) * 12 + month - published.month
    return following if ahead <= _MONTHS_AHEAD else last


def year_of_part(number: int, count: int, published: date, direction: Direction | None) -> int:
    """Return the year of the `number`th of the `count` quarters, halves or seasons of a year."""
    current = (published.month - 1) * count // 12 + 1
    if direction == "future":
        # What is still to be reported of the part that has just ended is expected, too.
        return published.year + (number < current - 1)
    if number <= current + (direction is None) * _QUARTERS_AHEAD:
        return published.year
    return published.year - 1


def day_of_weekday(weekday: int, published: date, direction: Direction | None) -> date:
    """Return the day of a weekday: of the seven up to the publication, or of the seven after it."""
    back = (published.isoweekday() - weekday) % 7
    if direction == "future" and back:
        return published + timedelta(7 - back)
    return published - timedelta(back)
