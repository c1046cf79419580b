"""The frame of every figure: a title that says the finding, the data, a source line; fonts and style."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from koreaaid.views.text import visible

INK, SOFT, FAINT, GRID, PAPER = "#21201d", "#5f5b53", "#8a857b", "#e4e0d7", "#fffdf9"
BLUE, ORANGE, GREEN, PURPLE, GOLD, GREY, SKY = (
    "#0f5e9c", "#b8460e", "#0b7a5b", "#8a3f80", "#8a6400", "#6f6a61", "#9cc4e4",
)  # fmt: skip

# Widths and heights are points. This width is read without zooming on a desktop and on a phone held upright.
WIDTH = 430.0
MARGIN = 4.0
_TITLE_SIZE, _TITLE_LINE = 15.0, 18.5
_SUBTITLE_SIZE, _SUBTITLE_LINE = 10.5, 14.0
_NOTE_SIZE, _NOTE_LINE = 8.5, 11.5

_FOLDER = files(__package__)
_STYLE_FILE = Path(str(_FOLDER / "koreaaid.mplstyle"))
_WEIGHT = 600


def _register_fonts() -> None:
    """Make the shipped fonts known; a fallback without a semibold gives its regular, with no warning."""
    manager = font_manager.fontManager
    for font in sorted(Path(str(_FOLDER / "fonts")).glob("*.ttf")):
        manager.addfont(font)
    for entry in list(manager.ttflist):
        if (
            entry.name in ("koreaaid Sans KR", "DejaVu Sans")
            and entry.weight == 400
            and entry.style == "normal"
        ):
            manager.ttflist.append(replace(entry, weight=_WEIGHT))


_register_fonts()


@contextmanager
def styled() -> Iterator[None]:
    """Draw with the project's style on matplotlib's defaults, whatever the user has set."""
    with mpl.rc_context(fname=_STYLE_FILE), warnings.catch_warnings():
        # A script that no shipped font has is drawn as boxes; the tables beside the figure have the text.
        warnings.filterwarnings("ignore", message="Glyph .* missing from", category=UserWarning)
        warnings.filterwarnings(
            "ignore", message="Matplotlib currently does not support", category=UserWarning
        )
        yield


@dataclass(frozen=True)
class Frame:
    """A figure with its one pair of axes.

    Attributes
    ----------
    figure : Figure
    axes : Axes
        Where the data go.
    """

    figure: Figure
    axes: Axes


def frame(
    title: str, subtitle: str, note: str, *, height: float, left: float = MARGIN, right: float = MARGIN,
    below: float = 22.0, key: bool = False,
) -> Frame:  # fmt: skip
    """Make a figure whose data area is `height` high, with `left`, `right` and `below` of it room for labels.

    A key of marks needs its own line above the data. The words around it are wrapped to the width, and the
    figure is as high as they need.
    """
    figure = Figure(figsize=(WIDTH / 72, 4), dpi=72)
    FigureCanvasAgg(figure)
    full = WIDTH - 2 * MARGIN
    heads = wrapped(figure, title, full, size=_TITLE_SIZE, weight=_WEIGHT)
    subs = wrapped(figure, subtitle, full, size=_SUBTITLE_SIZE)
    notes = wrapped(figure, note, full, size=_NOTE_SIZE)
    above = len(heads) * _TITLE_LINE + len(subs) * _SUBTITLE_LINE + (36 if key else 18)
    under = below + 8 + len(notes) * _NOTE_LINE
    total = MARGIN + above + height + under + MARGIN
    figure.set_size_inches(WIDTH / 72, total / 72)
    y = total - MARGIN
    for lines, step, style in (
        (heads, _TITLE_LINE, {"size": _TITLE_SIZE, "weight": _WEIGHT, "color": INK}),
        (subs, _SUBTITLE_LINE, {"size": _SUBTITLE_SIZE, "color": SOFT}),
    ):
        for line in lines:
            y -= step
            figure.text(MARGIN / WIDTH, (y + 0.25 * step) / total, line, va="baseline", **style)  # type: ignore[arg-type]
    y = MARGIN + (len(notes) - 1) * _NOTE_LINE
    for line in notes:
        figure.text(MARGIN / WIDTH, (y + 2) / total, line, va="baseline", size=_NOTE_SIZE, color=SOFT)
        y -= _NOTE_LINE
    axes = figure.add_axes(
        (left / WIDTH, (MARGIN + under) / total, (WIDTH - left - right) / WIDTH, height / total)
    )
    return Frame(figure, axes)


def wrapped(figure: Figure, text: str, width: float, *, size: float, weight: int = 400) -> list[str]:
    """Return the lines of `text` that are at most `width` points wide; a word that is longer is cut."""
    lines: list[str] = []
    probe = figure.text(0, 0, "", size=size, weight=weight)
    for word in visible(text).split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and measure(probe, joined) <= width:
            lines[-1] = joined
            continue
        while measure(probe, word) > width and len(word) > 1:
            word = word[: max(1, int(len(word) * 0.9) - 1)].rstrip("…") + "…"
        lines.append(word)
    probe.remove()
    return lines


def fitted(probe: Text, text: str, width: float) -> str:
    """Return `text`, with an ellipsis where it would be wider than `width` points in the font of `probe`."""
    kept = visible(text)
    while len(kept) > 2 and measure(probe, kept) > width:
        kept = kept.removesuffix("…")[:-1].rstrip() + "…"
    return kept


def measure(probe: Text, text: str) -> float:
    """Return the width in points of `text` in the font of `probe`."""
    probe.set_text(text)
    return float(probe.get_window_extent().width)
