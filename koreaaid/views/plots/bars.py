"""Counts as bars in parts, one row for each article or source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from koreaaid.views.picture import Picture, nothing
from koreaaid.views.style import FAINT, INK, SOFT, fitted, frame, measure, styled
from koreaaid.views.text import shorten

_ROW = 22.0
_LEFT = 170.0


@dataclass(frozen=True, slots=True)
class Part:
    """One part of every bar: its name in the key and its colour."""

    name: str
    color: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: its words, how much of each part it has, and where it leads."""

    words: str
    counts: tuple[int, ...]
    href: str | None = None


def bars_plot(
    bars: Sequence[Bar],
    parts: Sequence[Part],
    name: str,
    *,
    title: str,
    subtitle: str,
    note: str,
    most: int = 25,
) -> Picture:
    """Draw the first `most` of `bars`; the picture says how many are left out."""
    shown = bars[:most]
    if not shown:
        return nothing(name, title)
    left_out = f" {len(bars) - len(shown):,} more are in the table." if len(bars) > most else ""
    with styled():
        drawn = frame(
            title,
            subtitle,
            note + left_out,
            height=_ROW * len(shown),
            left=_LEFT,
            right=34,
            below=6,
            key=True,
        )
        axes = drawn.axes
        axes.set_ylim(len(shown) - 0.4, -0.6)
        axes.set_xlim(0, max(sum(bar.counts) for bar in shown) or 1)
        axes.set_xticks([])
        axes.set_yticks([])
        axes.spines["bottom"].set_visible(False)
        for place, bar in enumerate(shown):
            _draw(axes, bar, parts, place)
        _draw_key(axes, parts)
        titles = {bar.href: _told(bar, parts) for bar in shown if bar.href}
        alt = f"{title}. {subtitle}. " + "; ".join(_told(bar, parts) for bar in shown)
        return Picture(drawn.figure, name, alt, titles)


def _draw(axes: Any, bar: Bar, parts: Sequence[Part], place: int) -> None:
    left = 0
    for part, count in zip(parts, bar.counts, strict=True):
        axes.barh(place, count, left=left, height=0.62, color=part.color, url=bar.href)
        left += count
    name = axes.annotate(
        shorten(bar.words, 60), (0, place), (-_LEFT + 4, 0), xycoords=("axes fraction", "data"),
        textcoords="offset points", va="center", size=9.5, color=INK, annotation_clip=False, url=bar.href,
    )  # fmt: skip
    name.set_text(fitted(name, name.get_text(), _LEFT - 12))
    axes.annotate(
        f"{left:,}", (left, place), (4, 0), textcoords="offset points", va="center", size=9, color=SOFT,
        annotation_clip=False,
    )  # fmt: skip


def _draw_key(axes: Any, parts: Sequence[Part]) -> None:
    shift = -_LEFT + 4
    for part in parts:
        text = axes.annotate(
            part.name, (0, 1), (shift, 14), xycoords="axes fraction", textcoords="offset points", size=9.5,
            weight=600, color=SOFT if part.color == FAINT else part.color, annotation_clip=False,
        )  # fmt: skip
        shift += measure(text, part.name) + 14


def _told(bar: Bar, parts: Sequence[Part]) -> str:
    counts = ", ".join(f"{count} {part.name}" for part, count in zip(parts, bar.counts, strict=True))
    return f"{shorten(bar.words, 80)}: {counts}"
