"""The words next to a place in a text: a quick look before a pattern is tried, and names from a table.

A dictionary answers faster than a pattern of hundreds of names, and costs nothing to build.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from functools import lru_cache

from koreaaid.language.patterns import late

_WORD = re.compile(r"(?:[ \u00a0-]|[^\S\n]|‑|\n(?!\s)|\r\n(?!\s)|)([^\W\d_]{1,40})")
_REACH = 24
_NAME_WORD = r"(?:[^\W\d_]\.(?:[^\W\d_]\.)*[^\W\d_](?!\w)|[^\W\d_][\w$]*)"  # "U.S", but "dollars.The" are two
_NAME_GAP = r"(?:\.?[ \t\u00a0\u2009\u202f-]|\.?\r?\n(?!\s))"
_GAPS = late(_NAME_GAP)
_MOST_WORDS = 4
# The next word, the next two words … of a text, as far as there are so many.
_WORDS = [
    late(rf"(?:{_NAME_GAP}|)({_NAME_WORD}(?:{_NAME_GAP}{_NAME_WORD}){{0,{more}}})")
    for more in range(_MOST_WORDS)
]


@lru_cache(maxsize=64)  # those who look there ask soon after one another
def word_before(text: str, start: int) -> str:
    """Return the last word before `start`, as written, with what is joined to it; "" at a line's beginning.

    >>> word_before("worth about 3,000", 12), word_before("the (3,000", 5)
    ('about', '(')
    """
    words = text[start - _REACH if start > _REACH else 0 : start].rsplit(None, 1)
    return words[-1] if words else ""


@lru_cache(maxsize=64)
def word_after(text: str, end: int) -> str:
    """Return the word right behind `end` or behind one blank or hyphen, in small letters, or "".

    >>> word_after("80 kilometers", 2), word_after("80, of which", 2)
    ('kilometers', '')
    """
    found = _WORD.match(text, end)
    return found[1].lower() if found else ""


def begins_with(text: str, end: int, words: Set[str], marks: Set[str]) -> bool:
    """Say whether one of `words`, or one of `marks`, stands behind `end`."""
    word = word_after(text, end)
    return word in words if word else not marks.isdisjoint(text[end : end + 2])


def table_key(name: str) -> str:
    """Return the form in which a name is looked up: "light-year" as "light year"."""
    return name.lower() if name.isalpha() else _GAPS.sub(" ", name.strip("-")).lower()


class Names:
    """Names of up to four words, each with what it stands for, to be found behind a place in a text.

    >>> names = Names({"miles": "mile", "miles per hour": "mph"})
    >>> names.after("5 miles per hour.", 1)
    ('mph', 16)
    """

    def __init__(self, table: Mapping[str, str]) -> None:
        self._table = {table_key(name): value for name, value in table.items()}
        self._lengths: dict[str, int] = {}
        for name in self._table:
            first = word_after(name, 0)
            self._lengths[first] = max(self._lengths.get(first, 0), name.count(" ") + 1)

    @property
    def first_words(self) -> Set[str]:
        """Return what `word_after` finds where one of the names stands."""
        return self._lengths.keys()

    def __getitem__(self, name: str) -> str:
        return self._table[name]

    def after(self, text: str, end: int) -> tuple[str, int] | None:
        """Find the longest of the names behind `end`: what it stands for, and its end."""
        length = self._lengths.get(word_after(text, end))
        found = _WORDS[length - 1].match(text, end) if length else None
        if not found:
            return None
        start, stop = found.span(1)
        value = self._table.get(table_key(text[start:stop]))
        if value is not None or length == 1:
            return None if value is None else (value, stop)
        for gap in reversed(list(_GAPS.finditer(text, start, stop))):
            value = self._table.get(table_key(text[start : gap.start()]))
            if value is not None:
                return value, gap.start()
        return None
