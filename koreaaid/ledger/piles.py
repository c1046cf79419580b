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

# In bytes: what one file holds before it goes to the disk.
_IN_MEMORY = 1 << 14
_BLOCK = 4096
# Files that numbers are spread over, those of many texts and of few.
_PILES = 64
_MANY = 20_000


def _file() -> SpooledTemporaryFile[bytes]:
    return SpooledTemporaryFile(max_size=_IN_MEMORY)


def piles_for(number: int) -> int:
    """Return over how many files to spread what so many texts have."""
    return _PILES if number > _MANY else 1


class Piles:
    """Rows of numbers, spread over files so that equal ones of the first column lie together.

    Parameters
    ----------
    count : int
        How many files; a power of two.
    columns : int
        How many numbers a row has.
    """

    def __init__(self, count: int, columns: int = 1) -> None:
        self._files = [_file() for _ in range(count)]
        self._columns = columns

    def add(self, by: Keys, *columns: Keys) -> None:
        """Add rows, given by column; those of equal `by` go to one file, in the order in which they come."""
        rows = np.column_stack(columns) if len(columns) > 1 else columns[0]
        pile = (by & np.uint64(len(self._files) - 1)).astype(np.uint8)
        order = np.argsort(pile, kind="stable")
        edges = np.searchsorted(pile[order], np.arange(len(self._files) + 1))
        rows = rows[order]
        for file, (start, end) in zip(self._files, pairwise(edges), strict=True):
            if end > start:
                file.write(rows[start:end].tobytes())

    def each(self) -> Iterator[Keys]:
        """Yield the rows of each file, and delete it: in the order in which they were added."""
        for file in self._files:
            file.seek(0)
            rows = np.frombuffer(file.read(), np.uint64)
            file.close()
            yield rows.reshape(-1, self._columns) if self._columns > 1 else rows


class Records:
    """Rows of equal length of 32-bit numbers in one file, to be read by their places."""

    def __init__(self, columns: int) -> None:
        self._file = _file()
        self._columns = columns

    def add(self, rows: Numbers) -> None:
        """Add rows of shape (n, columns) at the end."""
        self._file.write(rows.astype(np.uint32).tobytes())

    def blocks(self) -> Iterator[tuple[int, Numbers]]:
        """Yield all rows, some at a time, with the place of the first."""
        self._file.seek(0)
        at = 0
        while content := self._file.read(_BLOCK * self._columns * 4):
            rows = np.frombuffer(content, np.uint32).reshape(-1, self._columns).astype(np.int64)
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
