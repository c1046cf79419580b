"""Units of measure behind a number, and the ages, rates and ordinals that look like them."""

from __future__ import annotations

import re
from typing import NamedTuple

from koreaaid.language.lexicon import lexicon
from koreaaid.language.nearby import Names, begins_with, table_key, word_after
from koreaaid.language.patterns import late

_WORDS = lexicon("units")
_GLUED_ONLY = frozenset(_WORDS["glued_only"]["signs"]) - frozenset(_WORDS["not_glued_only"]["signs"])
_SPACED_AT_END = frozenset(_WORDS["not_glued_only"]["signs"])
_TABLES: dict[str, dict[str, object]] = {
    name: table for name, table in _WORDS.items() if name not in ("glued_only", "not_glued_only")
}
CATEGORIES: dict[str, str] = {
    name: str(table.get("category", "other_count")) for name, table in _TABLES.items()
}


def _forms(kind: str) -> dict[str, str]:
    return {form: name for name, table in _TABLES.items() for form in table.get(kind, [])}  # type: ignore[attr-defined]


_SIGNS = _forms("signs")
_SINGULAR = {table_key(word): name for word, name in _forms("words").items()}
_NAMES = Names(
    _SINGULAR
    | {f"{word}s": name for word, name in _SINGULAR.items() if word[-1] not in "s%" and name != "times"}
)
# What a unit or an age begins with: letters, in small ones, or a mark.
_SIGN_WORDS = frozenset(word_after(sign, 0) for sign in _SIGNS)
_AGE_WORDS = frozenset(
    {"year", "years", "yr", "yrs", "month", "months", "week", "weeks", "day", "days", "y", "yo"}
)
_WORDS_BEHIND = _SIGN_WORDS | _NAMES.first_words | _AGE_WORDS
_MARKS_BEHIND = frozenset(sign[0] for sign in _SIGNS)

_JOINT = r"(?:[ \t\u00a0\u2009\u202f]|-|‑|\r?\n(?!\s))"
# A run of letters is a sign as a whole or not at all; "5 C-130s" has none.
_SIGN = late(rf"({_JOINT}|)([%％]|[°℃℉′″㎞] ?[CF]?|[A-Za-zµμ·]+(?:[./][A-Za-z]+)*\.?[23²³]?)(?![\w²³])")
_NO_SIGN = late(r"-[a-z]*\d")
# Behind a letter that stands apart ("12 C", "120 m") nothing may go on as a name or an abbreviation.
_SENTENCE_GOES_ON = late(r"(?:[\s)(,;:\"”’/–—-]|\.(?!\w)|\Z)")

_AGE = late(
    rf"{_JOINT}?(?P<unit>years?|yrs?|months?|weeks?|days?){_JOINT}(?:old(?:er)?|younger|of{_JOINT}age)s?\b|{_JOINT}?(?:y\.o\.|yo)(?!\w)",
    re.IGNORECASE,
)
_OIL = late(
    r"\b(?:[Oo]il|OIL|[Cc]rude|[Bb]rent|OPEC|[Pp]etrol|[Dd]iesel|[Ff]uel|[Gg]asoline|[Rr]efiner)|\b(?:bpd|kerosene)\b"
)
_ARTICLE = 4000
_ORDINAL = late(r"(?:st|nd|rd|th)(?![^\W_])", re.IGNORECASE)


class Unit(NamedTuple):
    """A unit behind a number: its name, its category and where it ends."""

    name: str
    category: str
    end: int


def may_be_measured(text: str, end: int) -> bool:
    """Say whether a unit or an age may stand behind a number; a no is certain, and cheap."""
    return begins_with(text, end, _WORDS_BEHIND, _MARKS_BEHIND)


def unit_after(text: str, end: int) -> Unit | None:
    """Read the unit of measure behind the number that ends at `end`.

    >>> unit_after("80 kilometers", 2)
    Unit(name='kilometer', category='distance', end=13)
    """
    if not may_be_measured(text, end):
        return None
    named = _NAMES.after(text, end)
    if named and text[named[1] : named[1] + 1] == "-" and text[named[1] + 1 : named[1] + 2].isupper():
        return None  # "two KM-SAM batteries"
    if named and named[0] == "barrel" and not _OIL.search(text, max(0, end - _ARTICLE), end + _ARTICLE):
        return None  # of guns
    sign = _sign_after(text, end) if word_after(text, end) in _SIGN_WORDS else None
    if named and not (sign and sign[1] >= named[1]):
        return Unit(named[0], CATEGORIES[named[0]], named[1])
    return Unit(sign[0], CATEGORIES[sign[0]], sign[1]) if sign else None


def _sign_after(text: str, end: int) -> tuple[str, int] | None:
    """Find a sign and where it ends: "5 m" ends a phrase, "2 C" begins none, "16 x" is no unit."""
    found = _SIGN.match(text, end)
    if not found:
        percent = text[end : end + 1] in ("%", "％")  # "5%of"
        return ("percent", end + 1) if percent else None
    joint, sign, stop = found[1], found[2], found.end()
    if sign not in _SIGNS and sign[-1] == ".":  # the end of a sentence
        sign, stop = sign[:-1], stop - 1
    if sign not in _SIGNS and "/" in sign and sign.split("/")[0] in _SIGNS:  # "30 g/km": a rate of grams
        sign = sign.split("/")[0]
        rate = (sign not in _GLUED_ONLY or not joint) and not _NO_SIGN.match(text, stop)
        return (_SIGNS[sign], stop) if rate else None
    if sign not in _SIGNS:
        sign, stop = sign.rstrip(". "), found.start(2) + len(sign.rstrip(". "))
    if sign not in _SIGNS or (sign[0].isalpha() and _NO_SIGN.match(text, stop)):
        return None
    if joint and sign in _GLUED_ONLY:
        return None
    if sign.isupper() and text.startswith("-", stop) and text[stop + 1 : stop + 2].isalpha():
        return None  # "16 C-Star missiles"
    if joint and sign in _SPACED_AT_END and not _SENTENCE_GOES_ON.match(text, stop):
        return None
    return _SIGNS[sign], stop


def age_after(text: str, end: int) -> int | None:
    """Return where "-year-old" or "years of age" behind a number ends."""
    found = _AGE.match(text, end) if word_after(text, end) in _AGE_WORDS else None
    return found.end() if found else None


def ordinal_after(text: str, end: int) -> int | None:
    """Return where the ordinal's ending behind digits ends ("22nd")."""
    found = _ORDINAL.match(text, end)
    return found.end() if found else None
