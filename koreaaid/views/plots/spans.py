"""Which dates a figure shows, and from when to when its axis runs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from koreaaid.ledger.records import records
from koreaaid.views.words import as_day, run_words

# Of this many dates one at each end, or one in ten, may lie off; the axis leaves them out if it would else be
# this many times as long.
_FEW, _OUTLIERS, _FAR = 8, 10, 3


def spans(dates: pd.DataFrame) -> list[Any]:
    """Return the dates that can be placed on an axis, each with its days `_first` and `_last`."""
    rows = []
    for row in records(dates):
        row["_first"], row["_last"] = as_day(row["earliest"]), as_day(row["latest"])
        if row["_first"] and row["_last"]:
            rows.append(row)
    return rows


def chosen_articles(articles: pd.DataFrame, by_article: Mapping[Any, list[Any]], most: int) -> list[Any]:
    """Return the articles with the most dates, at most `most`, by day of publication."""
    ranked = sorted(by_article, key=lambda name: (-len(by_article[name]), name))
    chosen = set(ranked[:most])
    rows = [row for row in records(articles) if row["article"] in chosen]
    return sorted(rows, key=lambda row: (as_day(row["published"]) or date.max, row["article"]))


def distinct(rows: list[Any], most: int = 20) -> list[Any]:
    """Return the first row of each span, at most `most`: the same day named again covers its first mark."""
    spans = {(row["_first"], row["_last"], row["basis"]): row for row in reversed(rows)}
    kept = sorted(spans.values(), key=lambda row: row["start"])
    return kept[:most]


def main_window(rows: list[Any]) -> tuple[date, date]:
    """Return the days between which the dates lie, without the few that lie far off all others."""
    ordered = sorted(rows, key=lambda row: (row["_first"], row["_last"]))
    whole = ordered[0]["_first"], max(row["_last"] for row in ordered)
    spare = max(1, len(ordered) // _OUTLIERS) if len(ordered) >= _FEW else 0
    inner = ordered[spare : len(ordered) - spare]
    if not inner:
        return whole
    first, last = inner[0]["_first"], max(row["_last"] for row in inner)
    room = max((last - first).days, 14)
    if (whole[1] - whole[0]).days <= _FAR * room:
        return whole
    close = [
        row for row in rows if (first - row["_first"]).days <= room and (row["_last"] - last).days <= room
    ]
    return min(row["_first"] for row in close), max(row["_last"] for row in close)


def with_day(window: tuple[date, date], day: date | None) -> tuple[date, date]:
    """Return the window with the day of publication in it, unless that lies far off."""
    first, last = window
    room = max((last - first).days, 60) * _FAR
    if day is None or (first - day).days > room or (day - last).days > room:
        return window
    return min(first, day), max(last, day)


def run_of(rows: list[Any]) -> str:
    """Return from when to when the dates run, each end with its own precision."""
    start = min(rows, key=lambda row: row["_first"])
    end = max(rows, key=lambda row: row["_last"])
    return run_words((start["_first"], start["_last"]), (end["_first"], end["_last"]))
