"""Which texts are copies, found by their sketches: the smallest hashes of their word sequences.

Below the smaller of two sketches' largest hashes both are complete, so the share of those hashes that is in
both estimates how much of the shorter text stands in the longer (a bottom-k sketch; Broder 1997).

What grows with the number of texts lies in files as soon as it is much: a million texts take as much memory
as ten thousand, but for a few bytes each.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from koreaaid.articles.likeness import HIGHEST_HASH
from koreaaid.ledger.grouping import Groups
from koreaaid.ledger.piles import Keys, Numbers, Piles, Records, piles_for

Found = TypeVar("Found")

# An agency's story that an outlet cuts or heads anew keeps most of its sequences; two reports of one event
# share a quotation, some tenth of them.
_SHARE_OF_A_COPY = 0.6
# Fewer hashes in common are chance. Of a short sketch fewer are enough: of twelve, two texts of which a tenth
# is in common share five once in ten thousand times.
_FEWEST_HASHES = 8
_FEWEST_OF_A_SHORT_SKETCH = 5
_SHORT_SKETCH = 16
_NEIGHBOURS = 5
_HALF = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)
_AT_A_TIME = 100_000


class Copies:
    """Finds, for each of many texts, the first one that it is a copy of.

    Parameters
    ----------
    number : int
        How many texts there will be, or some more.
    size : int
        The most hashes that a sketch has: one with fewer has all hashes of its text.
    """

    def __init__(self, number: int, size: int) -> None:
        self._size = size
        self._fewest = _FEWEST_OF_A_SHORT_SKETCH if size <= _SHORT_SKETCH else _FEWEST_HASHES
        self._piles = piles_for(number)
        self._added = 0
        self._texts = Piles(self._piles, 2)
        self._digests = Piles(self._piles, 2)
        # The hashes of each sketch, as many as there is place for, and how many they are.
        self._sketches = Records(size + 1)
        generator = np.random.default_rng(0)
        self._factors = generator.integers(1, 1 << 63, size + 1, dtype=np.uint64) | np.uint64(1)

    def add(self, texts: npt.NDArray[np.integer], hashes: npt.NDArray[np.integer], counts: Numbers) -> None:
        """Add texts.

        Parameters
        ----------
        texts : array of shape (n,)
            Equal for equal texts: too short a text has no sketch to compare.
        hashes : array of int
            The hashes of all sketches, one sketch after the other, each in order.
        counts : array of shape (n,)
            How many hashes each sketch has.
        """
        rows = np.arange(self._added, self._added + len(texts), dtype=np.uint64)
        self._added += len(texts)
        keys = texts.astype(np.uint64)
        self._texts.add(keys, keys, rows)
        sketches = np.zeros((len(counts), self._size + 1), np.uint32)
        sketches[self._places() < counts[:, None]] = hashes
        sketches[:, -1] = counts
        self._sketches.add(sketches)
        # Two sketches have the same number by chance once in 2^64 times.
        enough = counts >= self._fewest
        digests = sketches[enough].astype(np.uint64) @ self._factors
        self._digests.add(digests >> _HALF, digests, rows[enough])

    def _places(self) -> npt.NDArray[np.intp]:
        """Return the numbers of the columns of sketches; the last column says how many hashes there are."""
        return np.arange(self._size + 1)

    def first(self, order: npt.NDArray[np.int32] | None = None) -> npt.NDArray[np.int32]:
        """Return, for each text, the row of the first that it is a copy of; its own where there is none.

        Can be asked once: the sketches are given back to the disk.

        Parameters
        ----------
        order : array of shape (n,), optional
            The rows, the earliest first; as they were added if none is given.
        """
        self._row_at = np.arange(self._added, dtype=np.int32) if order is None else order
        self._place_of = np.empty_like(self._row_at)
        self._place_of[self._row_at] = np.arange(self._added, dtype=np.int32)
        different = np.ones(self._added, np.bool_)
        groups = Groups(self._first_of_equals(self._texts, different))
        same_sketch = self._first_of_equals(self._digests, different)
        for some in _slices(self._added):
            groups.join(np.arange(some.start, some.stop), same_sketch[some])
        del same_sketch
        self._join_alike(different, groups)
        self._sketches.close()
        first = np.empty_like(self._row_at)
        for some in _slices(self._added):
            first[some] = self._row_at[groups.first_of(self._place_of[some])]
        del self._row_at, self._place_of
        return first

    def _first_of_equals(self, piles: Piles, different: npt.NDArray[np.bool_]) -> npt.NDArray[np.int32]:
        """Return for each place the first one with the same value; its own where it has none.

        Those that have one are no longer `different`: copies to the letter are one text from here on.
        """
        first = np.arange(self._added, dtype=np.int32)
        for pile in piles.each():
            if not len(pile):
                continue
            by_value = np.argsort(pile[:, 0])
            values, places = pile[by_value, 0], self._place_of[pile[by_value, 1].astype(np.int64)]
            begins = np.flatnonzero(np.diff(values, prepend=~values[:1]) != 0)
            lengths = np.diff(begins, append=len(values))
            first[places] = np.repeat(np.minimum.reduceat(places, begins), lengths)
            different[places] &= first[places] == places
        return first

    def _join_alike(self, different: npt.NDArray[np.bool_], groups: Groups) -> None:
        """Join places of which one text stands in the other for the most part."""
        doubtful: list[Numbers] = []
        for keys, shared in _made_ahead(_counted, self._pairs(different).each()):
            pairs = np.column_stack([keys >> _HALF, keys & _LOW, shared]).astype(np.int64)
            # As many as could ever be asked for.
            certain = shared >= _SHARE_OF_A_COPY * self._size
            for some in _slices(len(pairs)):
                groups.join(*pairs[some][certain[some], :2].T)
            doubtful.append(pairs[~certain & (shared >= self._fewest)])
            # Sketches are looked up in the order in which they lie: for many pairs at a time.
            if sum(map(len, doubtful)) >= _AT_A_TIME:
                self._join_copies(np.concatenate(doubtful), groups)
                doubtful = []
        if doubtful:
            self._join_copies(np.concatenate(doubtful), groups)

    def _join_copies(self, pairs: Numbers, groups: Groups) -> None:
        for some in _slices(len(pairs)):
            one, other, shared = pairs[some].T
            copy = self._are_copies(one, other, shared)
            groups.join(one[copy], other[copy])

    def _pairs(self, different: npt.NDArray[np.bool_]) -> Piles:
        """Return pairs of `different` places, once for each hash that they share.

        One is paired with the next few that have the hash, not with all: copies follow one another for each
        of their hashes, and time stays linear for a formula that stands in every article.
        """
        holders = Piles(self._piles)
        for start, block in self._sketches.blocks():
            places = self._place_of[start : start + len(block)]
            here = different[places]
            places, sketches = places[here].astype(np.uint64), block[here]
            counts = sketches[:, -1]
            keys = sketches[self._places() < counts[:, None]].astype(np.uint64)
            holders.add(keys, (keys << _HALF) | np.repeat(places, counts))
        pairs = Piles(self._piles)
        for found in _made_ahead(_neighbours, holders.each()):
            pairs.add(found >> _HALF, found)
        return pairs

    def _are_copies(self, one: Numbers, other: Numbers, shared: Numbers) -> npt.NDArray[np.bool_]:
        """Say of pairs of places that share so many hashes whether one text stands in the other."""
        sketches = [self._sketches.at(self._row_at[places]) for places in (one, other)]
        limit = np.minimum(*(self._reach(sketch) for sketch in sketches))[:, None]
        placed = np.arange(self._size)
        complete = np.minimum(*(((s[:, :-1] <= limit) & (placed < s[:, -1:])).sum(axis=1) for s in sketches))
        return np.asarray(shared >= _SHARE_OF_A_COPY * complete)

    def _reach(self, sketches: Numbers) -> Numbers:
        """Return up to which hash each sketch has all hashes of its text."""
        reach: Numbers = np.where(sketches[:, -1] == self._size, sketches[:, -2], HIGHEST_HASH)
        return reach


def first_copies(
    texts: npt.NDArray[np.integer], hashes: Numbers, counts: Numbers, size: int
) -> npt.NDArray[np.int32]:
    """Return, for each text, the row of the first one that it is a copy of: see `Copies`."""
    copies = Copies(len(texts), size)
    copies.add(texts, hashes, counts)
    return copies.first()


def _neighbours(pile: Keys) -> Keys:
    """Return the pairs of the next few places that have a hash in common; a key is a hash and a place."""
    keys = np.sort(pile)
    shared, held = keys >> _HALF, keys & _LOW
    near = []
    for step in range(1, _NEIGHBOURS + 1):
        same = np.flatnonzero(shared[:-step] == shared[step:])
        near.append((held[same] << _HALF) | held[same + step])
    return np.concatenate(near)


def _made_ahead(work: Callable[[Keys], Found], piles: Iterator[Keys]) -> Iterator[Found]:
    """Yield what is made of each pile, in order, while the next two are worked on; no more are read."""
    with ThreadPoolExecutor(2) as threads:
        ahead: deque[Future[Found]] = deque()
        for pile in piles:
            ahead.append(threads.submit(work, pile))
            if len(ahead) > 2:
                yield ahead.popleft().result()
        yield from (made.result() for made in ahead)


def _slices(length: int) -> Iterator[slice]:
    for start in range(0, length, _AT_A_TIME):
        yield slice(start, min(start + _AT_A_TIME, length))


def _counted(keys: Keys) -> tuple[Keys, Numbers]:
    """Return each key once, in order, with how often it is there."""
    ordered = np.sort(keys)
    begins = np.flatnonzero(np.diff(ordered, prepend=~ordered[:1]) != 0)
    return ordered[begins], np.diff(begins, append=len(ordered))
