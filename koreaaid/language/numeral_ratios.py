"""Shares told by how many there are to one or more: "7 in 10", "one out of three", "every third shell".

All functions take the text in small letters.
"""

from __future__ import annotations

from koreaaid.language.lexicon import alternatives, lexicon
from koreaaid.language.patterns import late

_WORDS = lexicon("numerals")
_WHOLES: dict[str, int] = _WORDS["wholes"]
_RATIO = late(
    r"[ \u00a0](?:(?:out[ \u00a0]of|in)(?:[ \u00a0]every)?|of[ \u00a0]every)[ \u00a0]"
    rf"(?P<whole>{alternatives(_WHOLES)})\b(?![.,:/-]?\d|%)"
)
_NOT_A_WHOLE = late(rf"[\s-]+(?:{alternatives(_WORDS['not_after_ratio']['words'])})")
_EVERY = "every"
_ONE_OF_THEM = late(rf"[ \u00a0](?!(?:{alternatives(_WORDS['times_of_every']['words'])})\b)[a-z]")


def read_ratio(low: str, value: float, end: int) -> tuple[float, int] | None:
    """Read the rest of "7 in 10", "one out of three": the share and its end."""
    found = _RATIO.match(low, end) if 0 < value < 1000 else None
    if not found:
        return None
    whole = _WHOLES[found["whole"]]
    if value >= whole or _NOT_A_WHOLE.match(low, found.end()):
        return None
    return value / whole, found.end()


def begin_of_every(low: str, start: int, end: int) -> int | None:
    """Return where "every third shell" begins, whose ordinal is at `start`; None for "every third day"."""
    begin = start - len(_EVERY) - 1
    if begin < 0 or not low.startswith(_EVERY, begin) or not low[start:end].endswith(("rd", "th")):
        return None
    return begin if _ONE_OF_THEM.match(low, end) else None
