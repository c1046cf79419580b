"""The words, numbers and marks of a text: cut once for all who look each of them up in a table."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate
from typing import TypeVar

from koreaaid.language.patterns import late

_WORD = late(r"(?:[A-Za-z]+|\d+|\S)\s*")
_MOST_KNOWN, _LONGEST_KNOWN = 100_000, 40

_Meaning = TypeVar("_Meaning")


class Table(dict[str, _Meaning]):
    """What each word met so far is, looked up with the blanks behind it: a text costs one lookup a word."""

    def __init__(self, read: Callable[[str], _Meaning]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, word: str) -> _Meaning:
        found = self._read(word.rstrip())
        if len(word) <= _LONGEST_KNOWN and len(self) < _MOST_KNOWN:
            self[word] = found
        return found


@lru_cache(maxsize=1)
def words_of(text: str) -> tuple[list[str], list[int]]:
    """Return the words, runs of digits and marks of `text`, each with the blanks behind it, and their starts.

    Behind the last start stands the end of the text.

    >>> words_of(" 40 T-72s")
    (['40 ', 'T', '-', '72', 's'], [1, 4, 5, 6, 8, 9])
    """
    words = _WORD.findall(text.replace("\n", " "))  # a word at a line's end is looked up like any other
    return words, list(accumulate(map(len, words), initial=len(text) - len(text.lstrip())))
