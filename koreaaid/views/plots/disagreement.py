"""Where claims differ: each claim as a row with its bounds, and what every rule makes of them."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from koreaaid.ledger.records import records
from koreaaid.ledger.rules import KIND
from koreaaid.views.links import evidence_href
from koreaaid.views.picture import Picture, nothing
from koreaaid.views.plots.marks import claim_words, draw_claim, draw_key, drawn_once, key_of
from koreaaid.views.plots.scales import powers, round_steps
from koreaaid.views.style import BLUE, GOLD, GRID, INK, SOFT, fitted, frame, styled
from koreaaid.views.text import known
from koreaaid.views.words import (
    amount,
    as_day,
    best,
    day_words,
    number,
    source_line,
    speaker,
    with_unit,
)

_MOST = 30
_ROW = 21.0
_LEFT, _FIGURE = 226.0, 88.0
_WIDEST_LINEAR = 60.0


def disagreement_plot(
    claims: pd.DataFrame, summary: pd.DataFrame, title: str, name: str = "disagreement"
) -> Picture:
    """Draw the claims of a series as rows, largest first, and above them what each rule makes of them.

    Parameters
    ----------
    claims, summary : DataFrame
        As `Series.claims` and `Series.summary` return them. Of the summary the group with the most claims is
        drawn: figures of things that are planned are not weighed against those that are said to be so.
    title : str
        What the series counts.
    name : str
        Prefix of ids in the picture.
    """
    with_number = (row for row in records(claims) if (best(row) or 0) > 0)
    rows = drawn_once(with_number, lambda row: as_day(row.get("date")))
    rows.sort(key=lambda row: (-(best(row) or 0.0), row["article"], row["start"]))
    shown, rules = rows[:_MOST], _main_rules(summary)
    with styled():
        if len(rows) > 1 and summary.empty:
            return nothing(name, f"Nothing to weigh: {title}", "The claims are of different things.")
        if len(rows) < 2:
            return nothing(name, f"Nothing to compare: {title}", "Fewer than two claims have a number.")
        count = len(rules) + len(shown)
        finding = _finding(rules, rows)
        note = f"{source_line(records(claims))} A rule weighs only claims of one status that stand alone."
        note += (
            f" {len(rows) - len(shown)} smaller claims are in the table only." if len(rows) > _MOST else ""
        )
        key = key_of(shown)
        drawn = frame(
            finding, title, note, height=_ROW * (count + 1), left=_LEFT, right=26, below=20, key=bool(key)
        )
        axes = drawn.axes
        _scale(axes, rows)
        axes.set_ylim(count + 0.7, -0.8)
        axes.set_yticks([])
        for place, rule in enumerate(rules):
            _draw_rule(axes, rule, place)
        if rules:
            axes.axhline(len(rules) - 0.1, color=GRID, linewidth=0.8)
        for place, row in enumerate(shown, len(rules) + 1 if rules else 0):
            _name(axes, place, amount(row), f"{speaker(row, 30)}{_times(row)}{_said(row)}", url=_href(row))
            draw_claim(axes, row, place, way="along", url=_href(row))
        draw_key(drawn.figure, axes, key)
        return Picture(
            drawn.figure, name, f"{finding}. {title}. " + "; ".join(claim_words(row) for row in shown),
            {_href(row): claim_words(row) for row in shown},
        )  # fmt: skip


def _href(row: Any) -> str:
    return evidence_href(row["article"], row["claim_id"])


def _times(row: Any) -> str:
    return f" ×{row['_times']:,}" if row["_times"] > 1 else ""


def _said(row: Any) -> str:
    day = as_day(row.get("date"))
    return f", {day_words(day)}" if day else ""


def _main_rules(summary: pd.DataFrame) -> list[Any]:
    """Return the rows of the kind of figure that most claims are about."""
    rows: list[Any] = records(summary)
    if not rows:
        return []
    most = max(row["n_claims"] for row in rows)
    first = next(row for row in rows if row["n_claims"] == most)
    kind = [str(first[name]) for name in KIND]
    chosen = [row for row in rows if [str(row[name]) for name in KIND] == kind]
    if len({tuple(_stated(row)) for row in chosen}) == 1 and len(chosen) > 1:
        return [{**chosen[0], "rule": "all of them"}]
    return chosen


def _stated(rule: Any) -> list[float]:
    """Return the least and the most that a rule gives."""
    figures = [known(rule[name]) for name in ("low", "value", "high") if known(rule[name]) is not None]
    return [min(figures), max(figures)] if figures else []


def _scale(axes: Axes, rows: list[Any]) -> None:
    numbers = [best(row) or 0.0 for row in rows]
    highest = max([*numbers, *(known(row["high"]) or 0.0 for row in rows)])
    if highest / min(numbers) > _WIDEST_LINEAR:
        axes.set_xscale("log")
        axes.minorticks_off()
        ticks = powers(min(numbers), highest, 4)
        axes.set_xlim(ticks[0], ticks[-1] * 1.3)
    else:
        ticks = round_steps(highest, 3)
        axes.set_xlim(0, ticks[-1] * 1.04)
    units = {row["unit"] for row in rows}
    unit = units.pop() if len(units) == 1 else "count"
    axes.set_xticks(ticks, [with_unit(tick, unit) if tick else "0" for tick in ticks])


def _draw_rule(axes: Axes, rule: Any, place: int) -> None:
    stated, value = _stated(rule), known(rule["value"])
    if not stated:
        return
    least, most = stated
    _name(axes, place, _in_words(rule, least, most), f"rule: {rule['rule'].replace('-', ' ')}")
    axes.plot([least, most], [place, place], color=GOLD, linewidth=4, alpha=0.5, zorder=2)
    middle = value if value is not None else least
    axes.plot(
        middle, place, marker="|", markersize=12, markeredgewidth=2.4, color=GOLD, zorder=3, clip_on=False
    )


def _in_words(rule: Any, least: float, most: float) -> str:
    """Return what a rule gives: from its floor to its ceiling where it has both, else its value."""
    value, unit = known(rule["value"]), rule["unit"]
    if least == most:
        return with_unit(most, unit)
    if value is None or (known(rule["low"]) is not None and known(rule["high"]) is not None):
        return f"{number(least)} to {with_unit(most, unit)}"
    return f"{with_unit(value, unit)}, " + (
        f"from {number(least)}" if least < value else f"up to {number(most)}"
    )


def _name(axes: Axes, place: float, figure: str, words: str, url: str | None = None) -> None:
    for text, shift, room, style in (
        (figure, -_LEFT + 4, _FIGURE - 6, {"color": INK, "weight": 600}),
        (words, -_LEFT + _FIGURE, _LEFT - _FIGURE - 10, {"color": BLUE if url else SOFT}),
    ):
        written = axes.annotate(
            text, (0, place), (shift, 0), xycoords=("axes fraction", "data"), textcoords="offset points",
            va="center", size=8.8, annotation_clip=False, url=url, **style,
        )  # fmt: skip
        written.set_text(fitted(written, text, room))


def _finding(rules: list[Any], rows: list[Any]) -> str:
    stated = [_stated(rule) for rule in rules if _stated(rule)]
    if not stated:
        return f"{len(rows)} claims, from {amount(rows[-1])} to {amount(rows[0])}"
    least, most = min(low for low, _ in stated), max(high for _, high in stated)
    if least == most:
        return "The claims that can be compared do not differ"
    return f"{number(least)} or {with_unit(most, rules[0]['unit'])}, depending on the rule"
