"""Numbers and names in files, for work on more than memory should hold; few of them stay in memory."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from tempfile import SpooledTemporaryFile

import numpy as np
import numpy.typing as npt
import pyarrow as pa

Numbers = npt.NDArray[np.int64]
Keys = npt.NDArray[np.uint64]
Words = npt.NDArray[np.uint32]

# In bytes: what one file holds before it goes to the disk.
_IN_MEMORY = 1 << 14
_BLOCK = 4096
_BLOCKS = 16  # that are read together, where all are
# Piles that numbers are spread over, those of many texts and of few.
_PILES = 64
_MANY = 20_000


def _file() -> SpooledTemporaryFile[bytes]:
    return SpooledTemporaryFile(max_size=_IN_MEMORY)


def piles_for(number: int) -> int:
    """Return over how many piles to spread what so many texts have."""
    return _PILES if number > _MANY else 1


class Piles:
    """Rows of numbers in one file, those of which the first column is equal in one pile.

    Parameters
    ----------
    count : int
        How many piles; a power of two.
    columns : int
        How many numbers a row has.
    """

    def __init__(self, count: int, columns: int = 1) -> None:
        self._count = count
        self._columns = columns
        self._file = _file()
        # For each time that rows were added, where in the file each pile begins, and where the last one ends.
        self._edges: list[list[int]] = []

    def add(self, by: Keys, *columns: Keys) -> None:
        """Add rows, given by column; those of equal `by` go to one pile, in the order in which they come."""
        pile = (by & np.uint64(self._count - 1)).astype(np.uint8)
        order = np.argsort(pile, kind="stable")
        rows = np.empty((len(by), self._columns), np.uint64)
        for place, column in enumerate(columns):
            rows[:, place] = column[order]
        begin = self._edges[-1][-1] if self._edges else 0
        ends = np.cumsum(np.bincount(pile, minlength=self._count)) * rows.strides[0] + begin
        self._edges.append([begin, *ends.tolist()])
        self._file.write(rows.data)

    def each(self) -> Iterator[Keys]:
        """Yield the rows of each pile, in the order in which they were added, and delete them all."""
        for pile in range(self._count):
            parts = [self._read(*edges[pile : pile + 2]) for edges in self._edges]
            rows = np.frombuffer(b"".join(parts), np.uint64)
            yield rows.reshape(-1, self._columns) if self._columns > 1 else rows
        self._file.close()

    def _read(self, begin: int, end: int) -> bytes:
        self._file.seek(begin)
        return self._file.read(end - begin)


class Records:
    """Rows of equal length of 32-bit numbers in one file, to be read by their places."""

    def __init__(self, columns: int) -> None:
        self._file = _file()
        self._columns = columns

    def add(self, rows: Words) -> None:
        """Add rows of shape (n, columns) at the end."""
        self._file.write(rows.data)

    def blocks(self) -> Iterator[tuple[int, Words]]:
        """Yield all rows, some at a time, with the place of the first."""
        self._file.seek(0)
        at = 0
        while content := self._file.read(_BLOCKS * _BLOCK * self._columns * 4):
            rows = np.frombuffer(content, np.uint32).reshape(-1, self._columns)
            yield at, rows
            at += len(rows)

    def close(self) -> None:
        """Delete the rows."""
        self._file.close()

    def at(self, places: npt.NDArray[np.integer]) -> Numbers:
        """Return the rows at some places."""
        found = np.empty((len(places), self._columns), np.int64)
        order = np.argsort(places, kind="stable")
        edges = np.flatnonzero(np.diff(places[order] // _BLOCK, prepend=-1, append=-1))
        for start, end in pairwise(edges):
            here = order[start:end]
            first = int(places[here[0]]) // _BLOCK * _BLOCK
            self._file.seek(first * self._columns * 4)
            block = np.frombuffer(self._file.read(_BLOCK * self._columns * 4), np.uint32)
            found[here] = block.reshape(-1, self._columns)[places[here] - first]
        return found


class Column:
    """Whole numbers of 32 bits in a file, in the order in which they were added."""

    def __init__(self) -> None:
        self._file = _file()

    def add(self, numbers: npt.NDArray[np.int32]) -> None:
        """Add numbers at the end."""
        self._file.write(numbers.tobytes())

    def taken(self) -> npt.NDArray[np.int32]:
        """Return all numbers, and delete them from the disk."""
        self._file.seek(0)
        numbers = np.frombuffer(self._file.read(), np.int32)
        self._file.close()
        return numbers


class Names:
    """Strings in two files, in the order in which they were added."""

    def __init__(self) -> None:
        self._letters, self._ends = _file(), _file()
        self._length = self._number = 0
        self._ends.write(bytes(8))

    def add(self, names: pa.StringArray) -> None:
        """Add names, of which none is null, at the end."""
        large = names.cast(pa.large_string())
        _, offsets, letters = large.buffers()
        ends = np.frombuffer(offsets, np.int64)[large.offset : large.offset + len(large) + 1]
        self._letters.write(letters[ends[0] : ends[-1]])
        self._ends.write((ends[1:] - ends[0] + self._length).tobytes())
        self._length += int(ends[-1] - ends[0])
        self._number += len(large)

    def all(self) -> pa.LargeStringArray:
        """Return all names."""
        self._letters.seek(0)
        self._ends.seek(0)
        ends, letters = pa.py_buffer(self._ends.read()), pa.py_buffer(self._letters.read())
        return pa.LargeStringArray.from_buffers(self._number, ends, letters)

    def close(self) -> None:
        """Delete the names."""
        self._letters.close()
        self._ends.close()
