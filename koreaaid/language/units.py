"""Units of measure behind a number, and the ages, rates and ordinals that look like them."""

from __future__ import annotations

import re
from typing import NamedTuple

from koreaaid.language.lexicon import alternatives, lexicon
from koreaaid.language.nearby import word_after

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
_NAMES = _forms("words")
_NAMES.update(
    {f"{word}s": name for word, name in list(_NAMES.items()) if word[-1] not in "s%" and name != "times"}
)

_JOINT = r"(?:[ \t\u00a0\u2009\u202f]|-|‑|\r?\n(?!\s))"
_SIGN = re.compile(
    rf"(?P<joint>{_JOINT}|)(?P<sign>{alternatives(_SIGNS)})(?P<bare>(?<=[%°′″])|(?![\w²³]|-[a-z]*\d))"
)
_NAME = re.compile(rf"(?:{_JOINT}|)(?P<name>{alternatives(_NAMES)})(?![\w²³])", re.IGNORECASE)
_FIRST_WORDS = frozenset(name.lstrip("-").split()[0].split(".")[0].split("-")[0] for name in _NAMES)
_STARTS = frozenset(form[0].lower() for form in (*_SIGNS, *_NAMES))
# Behind a letter that stands apart ("12 C", "120 m") nothing may go on as a name or an abbreviation.
_SENTENCE_GOES_ON = re.compile(r"(?:[\s)(,;:\"”’/–—-]|\.(?!\w)|\Z)")

_AGE = re.compile(
    rf"{_JOINT}?(?P<unit>years?|yrs?|months?|weeks?|days?){_JOINT}(?:old|of{_JOINT}age)s?\b|{_JOINT}?(?:y\.o\.|yo)(?!\w)",
    re.IGNORECASE,
)
_AGE_WORDS = frozenset(
    {"year", "years", "yr", "yrs", "month", "months", "week", "weeks", "day", "days", "y", "yo"}
)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)(?![^\W_])", re.IGNORECASE)


class Unit(NamedTuple):
    """A unit behind a number: its name, its category and where it ends."""

    name: str
    category: str
    end: int


def unit_after(text: str, end: int) -> Unit | None:
    """Read the unit of measure behind the number that ends at `end`.

    >>> unit_after("80 kilometers", 2)
    Unit(name='kilometer', category='distance', end=13)
    """
    nearest = text[end : end + 2].lower()
    if not nearest or (nearest[0] not in _STARTS and nearest[1:] not in _STARTS):
        return None
    sign = _SIGN.match(text, end)
    name = _NAME.match(text, end) if word_after(text, end) in _FIRST_WORDS else None
    if name and not (sign and sign.end() >= name.end()):
        unit = _NAMES[" ".join(name["name"].lower().split())]
        return Unit(unit, CATEGORIES[unit], name.end())
    if sign and _sign_stands(text, sign):
        unit = _SIGNS[sign["sign"]]
        return Unit(unit, CATEGORIES[unit], sign.end())
    return None


def _sign_stands(text: str, sign: re.Match[str]) -> bool:
    """Say whether a sign is one here: "5 m" ends a phrase, "2 C" begins none, "16 x" is no unit."""
    if not sign["joint"]:
        return True
    letters = sign["sign"]
    if letters in _GLUED_ONLY:
        return False
    return letters not in _SPACED_AT_END or bool(_SENTENCE_GOES_ON.match(text, sign.end()))


def age_after(text: str, end: int) -> int | None:
    """Return where "-year-old" or "years of age" behind a number ends."""
    found = _AGE.match(text, end) if word_after(text, end) in _AGE_WORDS else None
    return found.end() if found else None


def ordinal_after(text: str, end: int) -> int | None:
    """Return where the ordinal's ending behind digits ends ("22nd")."""
    found = _ORDINAL.match(text, end)
    return found.end() if found else None
