"""Sums of money: what is claimed, what it covers, and what it is worth in other currencies."""

from __future__ import annotations

import textwrap
from typing import Any

import pandas as pd

from koreaaid.ledger.records import records
from koreaaid.views.links import evidence_href
from koreaaid.views.picture import Picture, nothing
from koreaaid.views.plots.marks import claim_words, draw_claim, draw_key, drawn_once, key_of
from koreaaid.views.plots.scales import round_steps
from koreaaid.views.style import INK, PAPER, SKY, SOFT, frame, styled
from koreaaid.views.text import known, shorten
from koreaaid.views.words import (
    as_day,
    best,
    claim_title,
    counted,
    day_words,
    source_line,
    speaker,
    with_unit,
)

_CURRENCIES = ("USD", "EUR", "KRW", "PLN")
_MOST = 14
_COLUMN = 88
_LINE = 12.0
_BAR = 20.0


def deals_plot(claims: pd.DataFrame, title: str, name: str = "deals") -> Picture:
    """Draw sums of money as bars in US dollars, each with what it covers and its value in EUR, KRW and PLN.

    The rate's day and source stand with the values. A bound is drawn as an arrow: the bar ends at the number
    that is named, and the arrow shows on which side of it the truth is said to lie.
    """
    counts = (row for row in records(claims) if _dollars(row) and row.get("counted", True))
    rows = drawn_once(counts, lambda row: row["counterparty"])
    rows.sort(key=lambda row: (-_dollars(row), row["article"], row["start"]))
    shown, hidden = rows[:_MOST], len(claims) - min(len(rows), _MOST)
    with styled():
        if not shown:
            return nothing(name, f"No sums yet: {title}", "No article that was read has one.")
        words = [_words(row) for row in shown]
        tops, height = _stacked(words)
        left_out = f" In the table only: {counted(hidden, 'repeat, conversion or smaller sum')}."
        note = _note(shown) + (left_out if hidden else "")
        key = key_of(shown)
        drawn = frame(_finding(shown), title, note, height=height, right=20, below=22, key=bool(key))
        axes = drawn.axes
        highest = max(_dollars(row) for row in shown)
        ticks = round_steps(highest)
        axes.set_xlim(0, ticks[-1])
        axes.set_xticks(ticks, [with_unit(tick, "USD") if tick else "0" for tick in ticks])
        axes.set_ylim(height, 0)
        axes.set_yticks([])
        for row, lines, top in zip(shown, words, tops, strict=True):
            _draw(axes, row, lines, top)
        draw_key(drawn.figure, axes, key)
        alt = f"{_finding(shown)}. {title}. " + "; ".join(
            " ".join([claim_title(row), *lines[1:]]) for row, lines in zip(shown, words, strict=True)
        )
        return Picture(drawn.figure, name, alt, {_href(row): claim_words(row) for row in shown})


def _href(row: Any) -> str:
    return evidence_href(row["article"], row["claim_id"])


def _dollars(row: Any) -> float:
    """Return the claim's number in US dollars, 0 where it has none."""
    value = best(row)
    if value is None:
        return 0.0
    if row["unit"] == "USD":
        return value
    dollars = known(row["value_usd"])
    return float(dollars) if dollars else 0.0


def _words(row: Any) -> list[str]:
    """Return the lines about a claim: what, by whom; what it covers; what it is worth elsewhere."""
    stage, other = known(row["stage"]), known(row["counterparty"])
    lines = [
        shorten(row["surface"], 60)
        + (f" with {shorten(other, 30)}" if other else "")
        + (f", {stage}" if stage else "")
    ]
    covers = known(row["covers"]) or known(row["item"])
    said = f"says {speaker(row, 60)}" + (f", for {shorten(str(covers), 200)}" if covers else "")
    lines += textwrap.wrap(said, _COLUMN)
    worths = [
        with_unit(_rounded(known(row[f"value_{code.lower()}"])), code)
        for code in _CURRENCIES
        if known(row[f"value_{code.lower()}"])
    ]
    worth = [words for words in worths if words not in row["surface"]]
    if worth:
        day = as_day(row["rate_date"])
        lines.append("= " + ", ".join(worth) + (f" at the rate of {day_words(day)}" if day else ""))
    return lines


def _rounded(value: float) -> float:
    """Return `value` with the three figures that a rounded claim can bear."""
    return float(f"{value:.3g}")


def _stacked(words: list[list[str]]) -> tuple[list[float], float]:
    tops: list[float] = []
    y = 4.0
    for lines in words:
        tops.append(y)
        y += len(lines) * _LINE + _BAR + 8
    return tops, y


def _draw(axes: Any, row: Any, lines: list[str], top: float) -> None:
    for i, line in enumerate(lines):
        style = {"size": 9, "color": SOFT} if i else {"size": 10, "color": INK, "weight": 600}
        axes.annotate(
            line, (0, top + (i + 0.5) * _LINE), (2, 0), textcoords="offset points", va="center",
            url=_href(row), zorder=4, bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 1}, **style,
        )  # fmt: skip
    middle = top + len(lines) * _LINE + _BAR / 2
    number = best(row) or 0.0
    axes.barh(middle, _dollars(row), height=_BAR - 8, color=SKY, zorder=1, url=_href(row))
    draw_claim(
        axes, row, middle, way="along", url=_href(row), scale=_dollars(row) / number if number else 1.0
    )


def _finding(rows: list[Any]) -> str:
    row = rows[0]
    other = known(row["counterparty"])
    what = f"{shorten(row['surface'], 50)}{f' with {shorten(other, 30)}' if other else ''}"
    what = what[0].upper() + what[1:]
    return what if len(rows) == 1 else f"{what} is the largest of {len(rows)} sums named"


def _note(rows: list[Any]) -> str:
    sources = sorted({known(row["rate_source"]) for row in rows if known(row["rate_date"])} - {None})
    rates = f"Rates: {', '.join(sources)}, of the day shown. " if sources else ""
    return f"{source_line(rows)} {rates}Sums of different scope and stage are not added."
