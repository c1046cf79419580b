"""Figures of what the figure before is of: "850 meters long and seven meters wide", "26 parts, or 9%"."""

from __future__ import annotations

from collections.abc import Sequence

from koreaaid.extract.quantities.figure import Figure
from koreaaid.extract.quantities.measuring.behind import CHANGES

_ALSO = frozenset({"and", "by", "deep and", "high and", "long", "long and", "tall and", "wide", "wide and"})


def also_measured(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read "850 meters long and seven meters wide", "halls of 120 by 40 meters"."""
    last = before[-1] if before else None
    if last is None or last.start < sentence or last.category != figure.category:
        return None
    if figure.rule == "shared unit" and figure.category == "other_count" and last.unit == figure.unit:
        return last.item  # "70 km/h on roads and 50 off them"
    if figure.category != "distance":
        return None
    return last.item if text[last.end : figure.start].strip(" ,") in _ALSO else None


def or_share(text: str, figure: Figure, before: Sequence[Figure]) -> str | None:
    """Read "26 parts, or 9%, carry": both count the same."""
    last = before[-1] if before else None
    if last is None or figure.category != "percent" or last.unit != "count":
        return None
    if text.startswith(" of ", figure.end):
        return None
    behind = max(last.end, last.phrase_end)
    return last.item if text[behind : figure.start] == ", or " else None


def instead_of_change(item: str | None, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read "sold goods for $373 million, an increase of 231 percent": not the increase is what is counted."""
    last = before[-1] if before else None
    return last.item if item in CHANGES and last and last.start >= sentence and last.item else item


def not_of_last(item: str | None, figure: Figure, before: Sequence[Figure]) -> str | None:
    """Leave out what only the measure before is said of: "at an altitude of 100 km at Mach 5"."""
    last = before[-1] if before else None
    other = last is not None and last.item == item and last.category == "distance" != figure.category
    return None if other else item


def converts(figure: Figure, before: Sequence[Figure]) -> bool:
    """Say whether a measure in brackets says the one before it again: "7,000 kilometers (4,350 miles)"."""
    return bool(before) and figure.start - before[-1].end < 3 and figure.category == before[-1].category
