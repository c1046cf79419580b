"""Labels beside the marks of a figure, none on top of another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.transforms import Bbox

from koreaaid.views.style import FAINT, INK, PAPER

# Where a label may stand, seen from its mark: (dx, dy, horizontal, vertical), in points, best place first.
_NEAR = (
    (7, 0, "left", "center"),
    (-7, 0, "right", "center"),
    (0, 8, "center", "bottom"),
    (0, -8, "center", "top"),
    (7, 9, "left", "bottom"),
    (7, -9, "left", "top"),
    (-7, 9, "right", "bottom"),
    (-7, -9, "right", "top"),
)
_FAR = tuple(
    (dx, dy * step, side, "center")
    for step in (1.6, 2.6, 3.6, 4.6, 5.6)
    for dy in (12, -12)
    for dx, side in ((10, "left"), (-10, "right"), (26, "left"), (-26, "right"))
)
_AIR = 1.5
_MARK = 3.8
# From the edge of a room to the middle of a line of words in it.
_LINE = 8.5


@dataclass(frozen=True, slots=True)
class Label:
    """Words that belong to a mark.

    Attributes
    ----------
    x, y : float
        The mark, in data coordinates.
    text : str
        One or more lines.
    color : str
    url : str or None
        Link of the words.
    room : Bbox or None
        The box in pixels that the words stay in; that of the axes if None.
    """

    x: float
    y: float
    text: str
    color: str = INK
    url: str | None = None
    room: Bbox | None = None


def mark_box(axes: Axes, x: float, y: float) -> Bbox:
    """Return the box in pixels of a mark at a place in data coordinates."""
    at_x, at_y = axes.transData.transform((x, y))
    return Bbox.from_extents(at_x - _MARK, at_y - _MARK, at_x + _MARK, at_y + _MARK)


def place_labels(
    axes: Axes, labels: Sequence[Label], *, size: float = 9.0, taken: Sequence[Bbox] = (), far: bool = True,
) -> list[Bbox]:  # fmt: skip
    """Write the labels, the first ones first, each where it covers no mark, no label and nothing `taken`.

    Left of the axes are the names of rows: no label goes there, while the room at the right is free.

    A label that finds no place near its mark gets one farther off with a line to it (if `far`), and one that
    finds none at all is left out: pointing at its mark still shows the words. The limits of the axes must be
    final. Returns the boxes that are written, in pixels.
    """
    marks = [mark_box(axes, label.x, label.y) for label in labels]
    figure = axes.figure.bbox
    edge = Bbox.from_extents(axes.bbox.x0 - 1, axes.bbox.y0 + 1, figure.x1 - 3, axes.bbox.y1 + 6)
    used = list(taken)
    written: list[Bbox] = []
    for i, label in enumerate(labels):
        others = [*used, *(mark for j, mark in enumerate(marks) if j != i)]
        room = Bbox.intersection(edge, label.room) or edge if label.room else edge
        for number, (dx, dy, ha, va) in enumerate((*_NEAR, *_farther(marks[i], label.room) * far)):
            text = axes.annotate(
                label.text, (label.x, label.y), (dx, dy), textcoords="offset points", ha=ha, va=va, size=size,
                color=label.color, linespacing=0.95, annotation_clip=False,
                bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 0.4}, zorder=4,
            )  # fmt: skip
            box = text.get_window_extent()
            box = Bbox.from_extents(box.x0 - _AIR, box.y0 - _AIR, box.x1 + _AIR, box.y1 + _AIR)
            fits = room.x0 <= box.x0 and box.x1 <= room.x1 and room.y0 <= box.y0 and box.y1 <= room.y1
            if fits and not any(box.overlaps(other) for other in others):
                text.set_url(label.url)
                if number >= len(_NEAR):
                    _lead(axes, label, dx, dy)
                used.append(box)
                written.append(box)
                break
            text.remove()
    return written


def _farther(mark: Bbox, room: Bbox | None) -> tuple[tuple[float, float, str, str], ...]:
    """Return places farther off: around the mark, or along the upper and the lower edge of its room."""
    if room is None:
        return _FAR
    y = (mark.y0 + mark.y1) / 2
    return tuple(
        (dx, dy, side, "center")
        for shift in (0, 12, 40, 70)
        for dy in (room.y1 - _LINE - y, room.y0 + _LINE - y)
        for dx, side in ((shift, "left"), (-shift, "right"))
    )


def _lead(axes: Axes, label: Label, dx: float, dy: float) -> None:
    axes.annotate(
        "", (label.x, label.y), (dx, dy), textcoords="offset points", annotation_clip=False,
        arrowprops={"arrowstyle": "-", "color": FAINT, "linewidth": 0.7, "shrinkA": 1, "shrinkB": 5},
    )  # fmt: skip
