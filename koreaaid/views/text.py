"""The text of strangers made safe to show: in HTML, in a figure, in a terminal."""

from __future__ import annotations

import html
import math
from typing import Any

# A control character becomes its picture, an invisible one that reorders text a replacement character: the
# length stays, so that offsets into the text still hold.
_VISIBLE: dict[int, int] = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"},
    0x7F: 0x2421,
    **dict.fromkeys(range(0x80, 0xA0), 0xFFFD),
    **dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], 0xFFFD),
    **dict.fromkeys([0x2028, 0x2029], 0x20),
}


def visible(text: str) -> str:
    """Return `text`, as long as it was, with control and bidi characters made visible."""
    return text.translate(_VISIBLE)


def safe(text: object) -> str:
    """Return `text` for HTML, between tags or in a quoted attribute.

    >>> safe("<b> costs $5")
    '&lt;b&gt; costs $5'
    """
    return html.escape(visible(str(text)), quote=True)


def shorten(text: str, length: int) -> str:
    """Return `text` on one line, cut at a word with an ellipsis when it is longer than `length`."""
    line = " ".join(visible(text[: 4 * length + 100]).split())
    if len(line) <= length and len(text) <= 4 * length + 100:
        return line
    cut = line[: length - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[length // 2 :] else cut).rstrip(" ,;:") + "…"


def missing(value: Any) -> bool:
    """Say whether a cell of a table is null: None, NaN, NaT or NA."""
    if value is None:
        return True
    if isinstance(value, float):
        return math.isnan(value)
    return type(value).__name__ in ("NAType", "NaTType")


def known(value: Any) -> Any:
    """Return the value of a cell, None for any kind of null."""
    return None if missing(value) else value
