"""How a claim is drawn: its bound as an arrow or a bar, its modality as shape and colour."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.transforms import Bbox

from koreaaid.views.style import BLUE, GREY, MARGIN, ORANGE, PAPER, SOFT, WIDTH, measure
from koreaaid.views.text import known
from koreaaid.views.words import Row, best, claim_title, counted

Key = list[tuple[str, "Look | None"]]
Way = Literal["up", "along"]

FLOORS = ("more_than", "at_least", "vague")
CEILINGS = ("almost", "less_than", "at_most")
ARROW = 17.0


@dataclass(frozen=True, slots=True)
class Look:
    """Shape and colour of a mark."""

    marker: str
    color: str
    filled: bool


_LOOKS = {
    "asserted": Look("o", BLUE, True),
    "expected": Look("o", ORANGE, False),
    "planned": Look("D", ORANGE, False),
    "possible": Look("s", ORANGE, False),
    "denied": Look("X", GREY, True),
    "not_confirmed": Look("X", GREY, False),
}


def look_of(modality: object) -> Look:
    """Return how a claim of this modality is drawn."""
    return _LOOKS.get(str(modality), _LOOKS["asserted"])


def draw_claim(
    axes: Axes, row: Row, at: float, *, way: Way = "up", url: str | None = None, size: float = 6.5,
    scale: float = 1.0,
) -> Bbox | None:  # fmt: skip
    """Draw the claim of `row` at its number; `at` is its place on the other axis.

    A range is a bar between its ends, a floor an arrow to more, a ceiling an arrow to less. An arrow has one
    length: how much more is not said. Returns the box of the arrow in pixels, where there is one: labels keep
    away from it.
    """
    value = best(row)
    if value is None:
        return None
    arrow = None
    look = look_of(row["modality"])
    low, high = known(row["low"]), known(row["high"])
    bound = known(row["bound"])
    place = (lambda number: (at, number)) if way == "up" else (lambda number: (number, at))
    if bound == "range" and low is not None and high is not None:
        ends = [place(low * scale), place(high * scale)]
        axes.plot(
            [x for x, _ in ends], [y for _, y in ends], color=look.color, linewidth=3.2, alpha=0.45,
            solid_capstyle="round", zorder=2, url=url,
        )  # fmt: skip
    elif bound in FLOORS or bound in CEILINGS:
        arrow = _arrow(axes, place(value * scale), way, 1 if bound in FLOORS else -1, look.color)
    axes.plot(
        *place(value * scale), marker=look.marker, markersize=size, markeredgecolor=look.color,
        markerfacecolor=look.color if look.filled else PAPER, markeredgewidth=1.6, linestyle="none", zorder=3,
        url=url, clip_on=False,
    )  # fmt: skip
    return arrow


def _arrow(axes: Axes, point: tuple[float, float], way: Way, direction: int, color: str) -> Bbox:
    shift = (0.0, direction * ARROW) if way == "up" else (direction * ARROW, 0.0)
    axes.annotate(
        "", xy=point, xytext=shift, textcoords="offset points", annotation_clip=False, zorder=2,
        arrowprops={"arrowstyle": "<|-,head_width=0.22,head_length=0.4", "color": color, "linewidth": 1.5,
                    "shrinkA": 0, "shrinkB": 0},
    )  # fmt: skip
    x, y = axes.transData.transform(point)
    ends = sorted([x, x + shift[0]]), sorted([y, y + shift[1]])
    return Bbox.from_extents(ends[0][0] - 3, ends[1][0] - 3, ends[0][1] + 3, ends[1][1] + 3)


def drawn_once(rows: Iterable[Any], day: Callable[[Any], object] = lambda row: None) -> list[Any]:
    """Return the first of the claims that would cover each other, with how many there are as `_times`.

    A statement that a hundred outlets copy is one mark: one figure of one origin, of the same `day`.
    """
    first: dict[tuple[object, ...], Any] = {}
    for row in rows:
        place = (best(row), row["unit"], row["bound"], row["modality"], row["origin"], day(row))
        kept = first.setdefault(place, row)
        kept["_times"] = kept.get("_times", 0) + 1 if kept is not row else 1
    return list(first.values())


def claim_words(row: Any) -> str:
    """Return what a mark of `drawn_once` says when a reader points at it."""
    more = row.get("_times", 1) - 1
    return claim_title(row) + (f" (and {counted(more, 'more claim')} of it)" if more else "")


def key_of(rows: Iterable[Row]) -> Key:
    """Return what the marks of `rows` have that needs words: shapes, unless all is asserted, and arrows."""
    rows = list(rows)
    modalities = [name for name in _LOOKS if any(row["modality"] == name for row in rows)]
    bounds = {row["bound"] for row in rows}
    more, less = bool(bounds & set(FLOORS)), bool(bounds & set(CEILINGS))
    shapes: Key = [(name.replace("_", " "), _LOOKS[name]) for name in modalities]
    arrow = "arrow: or more, or less" if more and less else "arrow: or more" if more else "arrow: or less"
    words = [arrow] * (more or less) + ["bar: from–to"] * ("range" in bounds)
    return (shapes if modalities != ["asserted"] else []) + [(word, None) for word in words]


def draw_key(figure: Figure, axes: Axes, entries: Key) -> None:
    """Write the key above the axes."""
    height = figure.get_size_inches()[1] * 72
    x, y = MARGIN + (4 if entries and entries[0][1] else 0), axes.get_position().y1 * height + 19
    for words, look in entries:
        if look:
            figure.add_artist(
                Line2D(
                    [x / WIDTH],
                    [(y + 3.2) / height],
                    marker=look.marker,
                    markersize=6,
                    markerfacecolor=look.color if look.filled else PAPER,
                    markeredgecolor=look.color,
                    markeredgewidth=1.5,
                    linestyle="none",
                )
            )
            x += 8
        text = figure.text(
            x / WIDTH, y / height, words, size=9, color=look.color if look else SOFT, va="baseline"
        )
        x += measure(text, words) + 11
