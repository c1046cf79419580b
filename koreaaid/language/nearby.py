"""The word next to a place in a text: a quick look before a pattern is tried."""

from __future__ import annotations

import re

_WORD = re.compile(r"(?:[^\S\n]|-|‑|\r?\n(?!\s))?([^\W\d_]+)")
_REACH = 24


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
