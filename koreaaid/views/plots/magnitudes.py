"""How large the figures are, by category."""

from __future__ import annotations

from typing import Any

import pandas as pd
from matplotlib.transforms import Bbox

from koreaaid.ledger.records import records
from koreaaid.views.labels import Label, mark_box, place_labels
from koreaaid.views.links import evidence_href
from koreaaid.views.picture import Picture, nothing
from koreaaid.views.plots.marks import (
    ARROW,
    CEILINGS,
    FLOORS,
    claim_words,
    draw_claim,
    draw_key,
    drawn_once,
    key_of,
    look_of,
)
from koreaaid.views.plots.scales import powers
from koreaaid.views.style import GRID, INK, SOFT, frame, styled
from koreaaid.views.text import known, shorten
from koreaaid.views.words import CATEGORIES, amount, best, claim_title, counted, number, plural, source_line

_ROW = 74.0
_LANES = 5
_LABELS_PER_ROW = 6
# Some thousand marks are a band and no points, and megabytes: what is drawn runs from smallest to largest.
_MOST_PER_ROW = 60
_MOST_ROWS = 14
_UNITS = {"money": "US dollars", "percent": "per cent", "age": "years"}


def magnitudes_plot(claims: pd.DataFrame, name: str = "magnitudes") -> Picture:
    """Draw every claim with a number on one logarithmic scale, a row for each category and unit.

    Money stands at its value in US dollars at the rate of its date.
    """
    everything = _groups(claims)
    counts = {key: len(rows) for key, rows in everything.items()}
    groups = {key: _thinned(drawn_once(rows)) for key, rows in list(everything.items())[:_MOST_ROWS]}
    with styled():
        if not groups:
            return nothing(name, "No figures in these articles")
        shown = [row for rows in groups.values() for row in rows]
        title, alt = _finding(groups, counts)
        note = f"{source_line(records(claims))} Each mark is a claim. Money at the ECB's rate of its date."
        if sum(row["_times"] for row in shown) < sum(counts.values()):
            note += " Not all claims are drawn: the table has them."
        key = key_of(shown)
        drawn = frame(
            title, "Figures in the articles by category, logarithmic scale", note,
            height=_ROW * len(groups), left=92, right=14, below=20, key=bool(key),
        )  # fmt: skip
        axes = drawn.axes
        ticks = powers(min(row["_x"] for row in shown), max(row["_x"] for row in shown))
        axes.set_xscale("log")
        axes.set_xlim(ticks[0] / 1.8, ticks[-1] * 1.8)
        axes.minorticks_off()
        axes.set_xticks(ticks, [number(tick) for tick in ticks])
        axes.set_ylim(len(groups) - 0.5, -0.5)
        _name_rows(axes, {key: counts[key] for key in groups})
        labels: list[Label] = []
        taken: list[Bbox] = []
        for place, rows in enumerate(groups.values()):
            labels += _draw_row(axes, rows, place, taken)
        draw_key(drawn.figure, axes, key)
        place_labels(axes, labels, size=8.5, taken=taken)
        return Picture(drawn.figure, name, alt, {_href(row): claim_words(row) for row in shown})


def _href(row: Any) -> str:
    return evidence_href(row["article"], row["claim_id"])


def _groups(claims: pd.DataFrame) -> dict[tuple[str, str], list[Any]]:
    """Return the claims that have a number above zero, each with its place `_x`, by category and unit."""
    groups: dict[tuple[str, str], list[Any]] = {}
    for row in records(claims):
        value, category = best(row), row["category"]
        row["_scale"] = 1.0
        if category == "money" and value:
            dollars = known(row["value_usd"]) or (value if row["unit"] == "USD" else None)
            row["_scale"] = dollars / value if dollars else 0.0
        row["_x"] = (value or 0.0) * row["_scale"]
        if row["_x"] > 0:
            plain = row["unit"] in ("count", "percent") or category in _UNITS
            unit = _UNITS.get(category, "" if plain else plural(row["unit"]))
            groups.setdefault((category, unit), []).append(row)
    order = {category: i for i, category in enumerate(CATEGORIES)}
    return {
        key: sorted(groups[key], key=lambda row: row["_x"])
        for key in sorted(groups, key=lambda key: (order.get(key[0], len(order)), -len(groups[key]), key[1]))
    }


def _thinned(rows: list[Any]) -> list[Any]:
    if len(rows) <= _MOST_PER_ROW:
        return rows
    step = len(rows) / _MOST_PER_ROW
    return [rows[int(i * step)] for i in range(_MOST_PER_ROW - 1)] + [rows[-1]]


def _name_rows(axes: Any, counts: dict[tuple[str, str], int]) -> None:
    axes.set_yticks(range(len(counts)), [""] * len(counts))
    axes.grid(axis="x", visible=True)
    axes.grid(axis="y", visible=False)
    for place, ((category, unit), count) in enumerate(counts.items()):
        for words, shift, style in (
            (CATEGORIES.get(category, category), 11 if unit else 6, {"color": INK, "weight": 600}),
            (unit, -1, {"color": SOFT, "size": 8.5}),
            (counted(count, "claim"), -12 if unit else -6, {"color": SOFT, "size": 8.5}),
        ):
            axes.annotate(
                words, (0, place), (-88, shift), xycoords=("axes fraction", "data"),
                textcoords="offset points", va="center", annotation_clip=False, **style,
            )  # fmt: skip
        if place:
            axes.axhline(place - 0.5, color=GRID, linewidth=0.8, zorder=0)


def _draw_row(axes: Any, rows: list[Any], place: int, taken: list[Bbox]) -> list[Label]:
    """Draw a category; marks that would cover each other are moved apart. Returns the labels of the largest.

    The boxes of marks and arrows are added to `taken`.
    """
    lanes: list[float] = []
    at: dict[int, float] = {}
    for i, row in enumerate(rows):
        x = axes.transData.transform((row["_x"], 0))[0]
        left, right = x - 5 - ARROW * (row["bound"] in CEILINGS), x + 5 + ARROW * (row["bound"] in FLOORS)
        lane = next((n for n, end in enumerate(lanes) if left >= end), None)
        if lane is None:
            lane = len(lanes) if len(lanes) < _LANES else i % _LANES
            lanes[lane:] = lanes[lane:] or [right]
        lanes[lane] = right
        at[i] = (lane + 1) // 2 * (1 if lane % 2 else -1) * 0.13
    for i, row in enumerate(rows):
        box = draw_claim(axes, row, place + at[i], way="along", url=_href(row), size=5.5, scale=row["_scale"])
        taken += [mark_box(axes, row["_x"], place + at[i]), *([box] if box else [])]
    # The largest and the smallest first; what reads the same is said once.
    chosen = {_label(rows[i]): i for i in (*range(1, len(rows) - 1), 0, len(rows) - 1)}
    (_, bottom), (right, top) = axes.transData.transform(
        [(1, place + 0.5), (axes.get_xlim()[1], place - 0.5)]
    )
    room = Bbox.from_extents(axes.bbox.x0, bottom, axes.figure.bbox.x1, top)
    return [
        Label(rows[i]["_x"], place + at[i], words, look_of(rows[i]["modality"]).color, _href(rows[i]), room)
        for words, i in list(reversed(chosen.items()))[:_LABELS_PER_ROW]
    ]


def _label(row: Any) -> str:
    item = known(row["item"])
    return amount(row) + (f" {shorten(str(item), 24)}" if item and row["category"] != "money" else "")


def _finding(groups: dict[tuple[str, str], list[Any]], counts: dict[tuple[str, str], int]) -> tuple[str, str]:
    """Return the title, and the words for those who cannot see the figure."""
    largest = {key: rows[-1] for key, rows in groups.items()}
    parts = [
        f"{CATEGORIES.get(category, category).lower()}{f' ({unit})' if unit else ''}: "
        f"{counted(counts[category, unit], 'claim')}, the largest {claim_title(row)}"
        for (category, unit), row in largest.items()
    ]
    (category, _), row = next(iter(largest.items()))
    if category == "money":
        title = f"The largest sum is {amount(row)}"
        people = largest.get(("personnel", ""))
        title += f", the largest count of personnel {amount(people)}" if people else ""
    else:
        title = f"The largest figure is {_label(max(largest.values(), key=lambda row: row['_x']))}"
    return title, f"{title}. By category, on a logarithmic scale: {'; '.join(parts)}."
