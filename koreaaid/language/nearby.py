"""The words next to a place in a text: a quick look before a pattern is tried, and names from a table.

A dictionary answers faster than a pattern of hundreds of names, and costs nothing to build.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_WORD = re.compile(r"(?:[^\S\n]|-|‑|\r?\n(?!\s))?([^\W\d_]{1,40})")
_REACH = 24
_NAME_WORD = r"(?:(?:[^\W\d_]\.)+[^\W\d_](?!\w)|[^\W\d_][\w$]*)"  # "U.S", but "dollars.The" are two
_NAME_GAP = r"(?:\.?[ \t\u00a0\u2009\u202f-]|\.?\r?\n(?!\s))"
_NAME = re.compile(rf"(?:{_NAME_GAP})?({_NAME_WORD}(?:{_NAME_GAP}{_NAME_WORD}){{0,3}})")
_GAPS = re.compile(_NAME_GAP)


def word_before(text: str, start: int) -> str:
    """Return the last word before `start`, as written, with what is joined to it; "" at a line's beginning.

    >>> word_before("worth about 3,000", 12), word_before("the (3,000", 5)
    ('about', '(')
    """
    words = text[max(0, start - _REACH) : start].split()
    return words[-1] if words else ""


def word_after(text: str, end: int) -> str:
    """Return the word right behind `end` or behind one blank or hyphen, in small letters, or "".

    >>> word_after("80 kilometers", 2), word_after("80, of which", 2)
    ('kilometers', '')
    """
    found = _WORD.match(text, end)
    return found[1].lower() if found else ""


def table_key(name: str) -> str:
    """Return the form in which a name is looked up: "light-year" as "light year"."""
    return _GAPS.sub(" ", name.strip("-")).lower()


def name_after(text: str, end: int, table: Mapping[str, str]) -> tuple[str, int] | None:
    """Find the longest name of up to four words behind `end` that `table` has: its value and its end.

    >>> name_after("5 miles per hour.", 1, {"miles": "mile", "miles per hour": "mph"})
    ('mph', 16)
    """
    found = _NAME.match(text, end)
    if not found:
        return None
    start = found.start(1)
    stops = [gap.start() for gap in _GAPS.finditer(text, start, found.end(1))]
    for stop in (found.end(1), *reversed(stops)):
        value = table.get(table_key(text[start:stop]))
        if value is not None:
            return value, stop
    return None
