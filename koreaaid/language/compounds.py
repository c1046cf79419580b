"""Compounds that begin with a number: "a 24-aircraft order", "a 10,000-strong unit", "a 30 page report"."""

from __future__ import annotations

from koreaaid.language.nouns import category_of, is_mass, is_plural
from koreaaid.language.patterns import late
from koreaaid.language.phrase_heads import WORD
from koreaaid.language.phrase_words import is_known, stops
from koreaaid.language.phrases import Phrase, phrase_after

_COMPOUND = late(r"[-‑]([^\W\d_]\w*)")
_TWO_WORDS = late(rf"\s([a-z]\w*(?:-\w+)*)\s({WORD})")


def compound_after(text: str, end: int) -> Phrase | None:
    """Read a compound behind a number, with the noun that it is said of: "a 24-aircraft order"."""
    found = _COMPOUND.match(text, end)
    if not found:
        return None
    if found[1] == "strong":  # "a 10,000-strong contingent"
        phrase = phrase_after(text, found.end(), single=True)
        return phrase._replace(category="personnel") if phrase else None
    whole = None if is_plural(found[1]) else phrase_after(text, found.end(), single=True)
    if whole and is_plural(whole.head) and not is_mass(whole.head):
        whole = None  # "six-cylinder options" are of a kind
    end = whole.end if whole and is_known(whole.head) else found.end(1)
    return Phrase(found.start(1), end, found[1], category_of(found[1]))


def attribute_after(text: str, end: int) -> Phrase | None:
    """Read the singular noun behind a number that stands before another one: "a 30 page report"."""
    found = _TWO_WORDS.match(text, end)
    if not found or stops(found[1]) or stops(found[2]):
        return None
    return Phrase(found.start(1), found.end(1), found[1], category_of(found[1]))
