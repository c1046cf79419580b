"""Things that belong together because pairs of them do."""

from __future__ import annotations

from collections.abc import Iterable


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
