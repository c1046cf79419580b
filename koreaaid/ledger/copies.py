"""Which texts are copies, found by their sketches: the smallest hashes of their word sequences.

Below the smaller of two sketches' largest hashes both are complete, so the share of those hashes that is in
both estimates how much of the shorter text stands in the longer (a bottom-k sketch; Broder 1997).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from koreaaid.articles.likeness import HIGHEST_HASH
from koreaaid.ledger.grouping import first_of_each_group

# An agency's story that an outlet cuts or heads anew keeps most of its sequences; two reports of one event
# share a quotation, some tenth of them.
_SHARE_OF_A_COPY = 0.6
# Fewer hashes in common are chance. Of a short sketch fewer are enough: of twelve, two texts of which a tenth
# is in common share five once in ten thousand times.
_FEWEST_HASHES = 8
_FEWEST_OF_A_SHORT_SKETCH = 5
_SHORT_SKETCH = 16
_NEIGHBOURS = 5
_ROWS = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)
_PAIRS_AT_A_TIME = 200_000

Numbers = npt.NDArray[np.int64]
_Keys = npt.NDArray[np.uint64]


def first_copies(texts: npt.NDArray[np.generic], hashes: Numbers, counts: Numbers, size: int) -> Numbers:
    """Return, for each text, the row of the first one that it is a copy of; its own where there is none.

    Parameters
    ----------
    texts : array of shape (n,)
        Equal for equal texts: too short a text has no sketch to compare.
    hashes : array of int
        The hashes of all sketches, one sketch after the other, each in order.
    counts : array of shape (n,)
        How many hashes each sketch has.
    size : int
        The most that a sketch has: one with fewer has all hashes of its text.
    """
    fewest = _FEWEST_OF_A_SHORT_SKETCH if size <= _SHORT_SKETCH else _FEWEST_HASHES
    sketches = np.full((len(counts), size), HIGHEST_HASH + 1, dtype=np.int64)
    sketches[np.arange(size) < counts[:, None]] = hashes
    rows = np.arange(len(counts))
    same_text = _first_of_equals(texts)
    same_sketch = np.where(counts >= fewest, _first_of_equals(_digests(sketches)), rows)
    # Copies to the letter are one row from here on.
    different = np.flatnonzero((same_text == rows) & (same_sketch == rows))
    pairs = [_alike(sketches, different, counts, size, fewest), _distinct(same_text, same_sketch)]
    return _grouped(len(counts), np.concatenate(pairs))[same_text]


def _first_of_equals(values: npt.NDArray[np.generic]) -> Numbers:
    """Return for each value the place of the first one that is equal."""
    _, first, group = np.unique(values, return_index=True, return_inverse=True)
    found: Numbers = first[group].astype(np.int64)
    return found


def _distinct(one: Numbers, other: Numbers) -> Numbers:
    """Return the pairs of two columns, each once."""
    pairs = np.unique((one.astype(np.uint64) << _ROWS) | other.astype(np.uint64))
    return np.column_stack([pairs >> _ROWS, pairs & _LOW]).astype(np.int64)


def _digests(sketches: Numbers) -> _Keys:
    """Return a number for each sketch; two sketches have the same one by chance once in 2^64 times."""
    factors = np.random.default_rng(0).integers(1, 1 << 63, sketches.shape[1], dtype=np.uint64) | np.uint64(1)
    digests: _Keys = (sketches.astype(np.uint64) * factors).sum(axis=1, dtype=np.uint64)
    return digests


def _alike(sketches: Numbers, rows: Numbers, counts: Numbers, size: int, fewest: int) -> Numbers:
    """Return pairs of `rows` of which one text stands in the other for the most part."""
    reach = np.where(counts == size, sketches[:, -1], HIGHEST_HASH)
    found = [np.empty((0, 2), np.int64)]
    for one, other, shared in _sharing(sketches, rows, fewest):
        limit = np.minimum(reach[one], reach[other])[:, None]
        complete = np.minimum((sketches[one] <= limit).sum(axis=1), (sketches[other] <= limit).sum(axis=1))
        copy = shared >= _SHARE_OF_A_COPY * complete
        found.append(np.column_stack([one[copy], other[copy]]))
    return np.concatenate(found)


def _sharing(sketches: Numbers, rows: Numbers, fewest: int) -> Iterator[tuple[Numbers, Numbers, Numbers]]:
    """Yield pairs of rows, some at a time, with the number of hashes that they share where these are enough.

    A row is paired with the next few that have the hash, not with all: copies follow one another for each
    of their hashes, and time stays linear for a formula that stands in every article.
    """
    own = sketches[rows]
    at, place = np.nonzero(own <= HIGHEST_HASH)
    keys = (own[at, place].astype(np.uint64) << _ROWS) | rows[at].astype(np.uint64)
    keys.sort()
    hashes = keys >> _ROWS
    low = keys & _LOW
    paired = [np.empty(0, np.uint64)]
    for step in range(1, _NEIGHBOURS + 1):
        same = hashes[:-step] == hashes[step:]
        paired.append((low[:-step][same] << _ROWS) | low[step:][same])
    pairs, shared = np.unique(np.concatenate(paired), return_counts=True)
    enough = shared >= fewest
    pairs, shared = pairs[enough], shared[enough]
    for start in range(0, len(pairs), _PAIRS_AT_A_TIME):
        some = pairs[start : start + _PAIRS_AT_A_TIME]
        one, other = (some >> _ROWS).astype(np.int64), (some & _LOW).astype(np.int64)
        yield one, other, shared[start : start + _PAIRS_AT_A_TIME]


def _grouped(size: int, pairs: Numbers) -> Numbers:
    """Return the first row that `pairs` connect each row with."""
    first = np.arange(size, dtype=np.int64)
    rows = np.unique(pairs)
    joined = np.searchsorted(rows, pairs)
    first[rows] = (
        rows[first_of_each_group(len(rows), zip(*joined.T.tolist(), strict=True))] if len(rows) else rows
    )
    return first
