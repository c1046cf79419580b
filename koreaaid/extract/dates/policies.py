"""Which year, week or quarter is meant where the text does not say so: measured policies.

Each takes the publication date and the direction that the clause shows, and returns the nearest fitting day
or period. The policies were measured on TimeBank and AQUAINT.
"""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date

from koreaaid.extract.dates.tense import Direction
from koreaaid.extract.dates.timex import moved
from koreaaid.language.calendar import day_exists

# A month and day lies behind unless its next occurrence is this near; 96.7 % right, the tense alone 87.5 %.
DAYS_AHEAD = 120
# ... or, where the clause shows the future or the past, this near.
_DAYS_AHEAD_ON_CUE, _DAYS_AHEAD_AGAINST_CUE = 240, 60
_MONTHS_AHEAD = 4
_QUARTERS_AHEAD = 1
_SEASONS = ("SP", "SU", "FA", "WI")


def nearest_of(days: list[date], published: date) -> date | None:
    """Return of the days on which something falls the last one, unless the next is at most 120 days ahead."""
    past = [day for day in days if day <= published]
    ahead = [day for day in days if day > published]
    if ahead and (not past or (ahead[0] - published).days <= DAYS_AHEAD) and published not in past:
        return ahead[0]
    return past[-1] if past else None


def year_of_day(
    month: int, day: int, published: date, weekday: int | None = None, direction: Direction | None = None
) -> int | None:
    """Return the year of a month and day: the last one, unless the next is at most 120 days ahead.

    A weekday that stands beside it decides where it fits one year only; the tense of the clause widens or
    narrows what is near.
    """
    years = range(max(MINYEAR, published.year - 4), min(MAXYEAR, published.year + 4) + 1)
    days = [date(year, month, day) for year in years if day_exists(year, month, day)]
    if weekday:
        beside = [one for one in days if abs((one - published).days) <= 366 and one.isoweekday() == weekday]
        if len(beside) == 1:
            return beside[0].year
    if direction == "future":
        ahead = [one for one in days if 0 < (one - published).days <= _DAYS_AHEAD_ON_CUE]
        if ahead:
            return ahead[0].year
    nearest = nearest_of(days, published)
    if direction == "past" and nearest and (nearest - published).days > _DAYS_AHEAD_AGAINST_CUE:
        return max((one for one in days if one <= published), default=nearest).year
    return nearest.year if nearest else None


def year_of_month(month: int, published: date, direction: Direction | None) -> int:
    """Return the year of a month: by tense; without one the last, or the next if it is 4 months ahead."""
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


def year_of_season(season: str, way: str, published: date, direction: Direction | None) -> int:
    """Return the year of "last summer", "this fall", "in the spring".

    The seasons of a year run from March; January and February belong to the winter of the year before.
    """
    number = _SEASONS.index(season) + 1
    year, current = published.year, (published.month - 3) // 3 + 1
    if published.month < 3:
        year, current = published.year - 1, len(_SEASONS)
    if way == "this":
        return year if season == "WI" else published.year
    if way.startswith("last") or "past" in way:
        return year - (number >= current)
    if way == "next":
        return year + (number <= current)
    if way == "coming" or (not way and direction == "future"):
        return year + (number < current)
    return year - (not way and number > current + 1)


def day_of_weekday(weekday: int, published: date, direction: Direction | None) -> date | None:
    """Return the day of a weekday: of the seven up to the publication, or of the seven after it."""
    back = (published.isoweekday() - weekday) % 7
    if direction == "future" and back:
        return moved(published, 7 - back)
    return moved(published, -back)
