"""Axes with few ticks: time in the units that fit, numbers as newspapers write them."""

from __future__ import annotations

import math
from datetime import date, timedelta

from matplotlib.axes import Axes

from koreaaid.views.style import SOFT
from koreaaid.views.words import day_words, number

_MOST_TICKS = 6
_HALF_WORDS = 18.0
_DAY_STEPS = (1, 2, 4, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6)
_YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def time_axis(axes: Axes, first: date, last: date, most: int = _MOST_TICKS) -> None:
    """Let the x-axis run from `first` to `last` in days; the year stands at the first tick of each year."""
    axes.set_xlim(first.toordinal(), last.toordinal())
    ticks = [(tick, by) for tick, by in _ticks(first, last, most) if _has_room(axes, tick)]
    axes.set_xticks([tick.toordinal() for tick, _ in ticks], [""] * len(ticks))
    year = 0
    for tick, by in ticks:
        if by == "year":
            _tick_words(axes, tick, str(tick.year), 0)
            continue
        _tick_words(axes, tick, day_words(tick, year=False) if by == "day" else _MONTHS[tick.month - 1], 0)
        if tick.year != year:
            _tick_words(axes, tick, str(tick.year), 1)
        year = tick.year


def _has_room(axes: Axes, tick: date) -> bool:
    """Say whether the words of `tick` end inside of the figure."""
    x = axes.transData.transform((tick.toordinal(), 0))[0]
    return bool(axes.figure.bbox.x0 + _HALF_WORDS <= x <= axes.figure.bbox.x1 - _HALF_WORDS)


def _tick_words(axes: Axes, tick: date, words: str, line: int) -> None:
    axes.annotate(
        words, (tick.toordinal(), 0), (0, -14 - 12 * line), xycoords=("data", "axes fraction"),
        textcoords="offset points", ha="center", va="baseline", size=9.5, color=SOFT, annotation_clip=False,
    )  # fmt: skip


def _ticks(first: date, last: date, most: int) -> list[tuple[date, str]]:
    days = (last - first).days + 1
    for step in _DAY_STEPS:
        if days / step <= most:
            # The same days for any window that holds them: a new article does not shift all ticks.
            start = first.toordinal() + -first.toordinal() % step
            return [(date.fromordinal(n), "day") for n in range(start, last.toordinal() + 1, step)]
    months = days / 30.4
    for step in _MONTH_STEPS:
        if months / step <= most:
            index = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
            starts = [date(i // 12, i % 12 + 1, 1) for i in index if i % 12 % step == 0]
            return [(day, "month") for day in starts if first <= day <= last]
    step = next(s for s in _YEAR_STEPS if days / 365.25 / s <= most or s == _YEAR_STEPS[-1])
    years = [date(y, 1, 1) for y in range(first.year, last.year + 1) if y % step == 0]
    return [(day, "year") for day in years if first <= day <= last]


def padded(first: date, last: date, share: float = 0.06) -> tuple[date, date]:
    """Return the window a little wider than `first` to `last`, at least two days on each side."""
    room = timedelta(days=max(2, round((last - first).days * share)))
    least, most = date.min + room, date.max - room
    return max(first, least) - room, min(last, most) + room


def round_steps(highest: float, most: int = 4) -> list[float]:
    """Return round numbers from 0 to at least `highest`, at most `most` of them above 0.

    >>> round_steps(12000)
    [0.0, 5000.0, 10000.0, 15000.0]
    """
    if highest <= 0:
        return [0.0, 1.0]
    power = 10.0 ** math.floor(math.log10(highest))
    for base in (power / 10, power, power * 10):
        for factor in (1, 2, 2.5, 5):
            step = base * factor
            if math.ceil(highest / step - 1e-9) <= most and (step >= 1 or highest < 4):
                return [step * i for i in range(math.ceil(highest / step - 1e-9) + 1)]
    return [0.0, highest]


def powers(lowest: float, highest: float, most: int = 6) -> list[float]:
    """Return the powers of ten that span the two positive numbers, thinned to at most `most`."""
    first, last = math.floor(math.log10(lowest) + 1e-9), math.ceil(math.log10(highest) - 1e-9)
    last = max(last, first + 1)
    step = max(1, math.ceil((last - first) / (most - 1)))
    return [10.0**i for i in range(first, last + step, step)]


def value_axis(axes: Axes, ticks: list[float], unit: str = "") -> None:
    """Let the y-axis run over `ticks`: words above the grid lines at the left, the unit at the top one."""
    words = [number(tick) for tick in ticks]
    words[-1] = f"{words[-1]} {unit}".strip()
    axes.set_yticks(ticks, words, ha="left", va="bottom")
    axes.tick_params(axis="y", pad=0)
    axes.set_ylim(ticks[0], ticks[-1])
    axes.grid(axis="x", visible=False)
