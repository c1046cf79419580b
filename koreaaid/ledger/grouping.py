"""Things that belong together because pairs of them do."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt


def first_of_each_group(size: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """Return, for each of the rows 0 to `size` - 1, the first row that `pairs` connect it with.

    >>> first_of_each_group(5, [(3, 1), (4, 3)])
    [0, 1, 2, 1, 1]
    """
    first = list(range(size))

    def root(row: int) -> int:
        while first[row] != row:
            first[row] = first[first[row]]
            row = first[row]
        return row

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        first[high] = low
    return [root(row) for row in range(size)]


class Groups:
    """The same for more rows than a list should hold; pairs come some at a time.

    Parameters
    ----------
    earlier : array of int of shape (n,)
        Of each row an earlier one of its group, or itself; it is changed.

    Examples
    --------
    >>> groups = Groups(np.arange(5, dtype=np.int32))
    >>> groups.join(np.array([3, 4]), np.array([1, 3]))
    >>> groups.first_of(np.arange(5)).tolist()
    [0, 1, 2, 1, 1]
    """

    def __init__(self, earlier: npt.NDArray[np.int32]) -> None:
        self._earlier = earlier

    def join(self, one: npt.NDArray[np.integer], other: npt.NDArray[np.integer]) -> None:
        """Join the rows of pairs."""
        while len(one):
            one, other = self.first_of(one), self.first_of(other)
            apart = one != other
            one, other = np.minimum(one, other)[apart], np.maximum(one, other)[apart]
            np.minimum.at(self._earlier, other, one.astype(np.int32))

    def first_of(self, rows: npt.NDArray[np.integer]) -> npt.NDArray[np.int64]:
        """Return the first row of the group of each of some rows."""
        found = rows.astype(np.int64)
        while True:
            up = self._earlier[found].astype(np.int64)
            if (up == found).all():
                return found
            self._earlier[found] = self._earlier[up]  # next time the way is half as long
            found = up
