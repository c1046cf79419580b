"""Which claims belong to which of the shipped series, worked out when a shard is read: then it costs little.

A series of a million stories has some thousand claims. With the series of a claim in its row, they are found
without looking at what the others say.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from koreaaid.ledger.series import CHOICES, TOGETHER, Filter, Series, load_series, pattern

_Rows = npt.NDArray[np.int64]


@cache
def shipped() -> tuple[Series, ...]:
    """Return the series that rows of claims are marked with: the first one by the lowest bit."""
    return tuple(series for series in load_series().values() if series.compare)


def bit_of(series: Series) -> int | None:
    """Return the number that marks the claims of `series`; None where rows do not say it."""
    return 1 << shipped().index(series) if series in shipped() else None


def series_of(claims: pa.Table) -> pa.Array:
    """Return, for each row of claims, the sum of the numbers of the series that it belongs to."""
    marks = np.zeros(len(claims), np.int32)
    for series in shipped():
        marks[_belonging(claims, series)] |= bit_of(series) or 0
    return pa.array(marks)


def _belonging(claims: pa.Table, series: Series) -> _Rows:
    every = np.arange(len(claims))
    found = [_all_hold(claims, every, filters) for filters in (series.where, *series.also)]
    rows = np.unique(np.concatenate(found))
    for one in series.without:
        rows = np.setdiff1d(rows, _holding(claims, rows, one))
    return rows


def _all_hold(claims: pa.Table, rows: _Rows, filters: tuple[Filter, ...]) -> _Rows:
    # What is quickly said is asked first.
    for one in sorted(filters, key=lambda one: (one[0] not in CHOICES, one[0] in TOGETHER)):
        rows = _holding(claims, rows, one)
    return rows


def _holding(claims: pa.Table, rows: _Rows, one: Filter) -> _Rows:
    """Return those of `rows` in which a column is, or has, one of some words."""
    column, words = one
    if not len(rows):
        return rows  # to make a pattern takes longer than to look through most shards
    if column in CHOICES:
        return rows[_true(pc.is_in(claims[column].take(rows), pa.array(words)))]
    left, found = rows, [rows[:0]]
    for name in TOGETHER.get(column, (column,)):
        holds = _true(pc.match_substring_regex(claims[name].take(left), pattern(words), ignore_case=True))
        found.append(left[holds])
        left = left[~holds]
    return np.sort(np.concatenate(found))


def _true(found: pa.ChunkedArray) -> npt.NDArray[np.bool_]:
    held: npt.NDArray[np.bool_] = found.fill_null(False).to_numpy().astype(bool)
    return held
