"""Money: the currency before or after a number, in every form that news texts use."""

from __future__ import annotations

import re
from typing import NamedTuple

from koreaaid.language.lexicon import alternatives, lexicon
from koreaaid.language.nearby import word_after

_WORDS = lexicon("currencies")
_CODES: dict[str, str] = {**{code: code for code in _WORDS["codes"]}, **_WORDS["other_codes"]}
_BEFORE: dict[str, str] = {**_WORDS["signs"], **_WORDS["letters"], **_CODES, **_WORDS["prefixes"]}
_AFTER_SIGNS: dict[str, str] = {**_WORDS["signs"], **_CODES}
_HUNDREDTHS: dict[str, str] = _WORDS["hundredths"]
_PLURAL_ONLY = frozenset(_WORDS["doubtful"]["plural_only"])
_DOUBTFUL = frozenset(_WORDS["doubtful"]["words"])


def _names() -> dict[str, str]:
    """Return every word for a currency, singular and plural, with its code or else its own name."""
    names: dict[str, str] = dict(_HUNDREDTHS)
    for unit, words in [*_WORDS["words"].items(), *_WORDS["ambiguous_words"].items()]:
        for word in words:
            names[word] = unit
            names.setdefault(f"{word}s", unit)
    names["cents"] = "cent"
    names["kopecks"] = names["kopeks"] = "kopeck"
    return {word: unit for word, unit in names.items() if word not in _PLURAL_ONLY}


_NAMES = _names()
_FIRST_WORDS = frozenset(word.split()[0].split(".")[0].split("$")[0].split("-")[0] for word in _NAMES)
_FIRST_SIGNS = frozenset(sign[0] for sign in _AFTER_SIGNS) | {"M"}
_DOUBTFUL_FORMS = _DOUBTFUL | {f"{word}s" for word in _DOUBTFUL}

_BLANK = r"[ \t\u00a0\u202f]"
_BEFORE_PATTERN = re.compile(rf"(?<![^\W\d_])(?<![$])({alternatives(_BEFORE)}){_BLANK}?(?:[-−])?\Z")
_LAST_CHARACTERS = frozenset(sign[-1] for sign in _BEFORE)
_WORD_BEFORE = re.compile(rf"\b(euros?|dollars|roubles|rubles|yen|pounds){_BLANK}?\Z", re.IGNORECASE)
_AFTER_SIGN = re.compile(rf"{_BLANK}?(M?)({alternatives(_AFTER_SIGNS)})(?![^\W_])")
_AFTER_WORD = re.compile(rf"(?:[^\S\n]|-|\r?\n(?!\s))?({alternatives(_NAMES)})(?![^\W_])", re.IGNORECASE)
_SCALE_BEHIND = re.compile(rf"{_BLANK}(million|billion|trillion)\b")
_SCALES = {"million": 1e6, "billion": 1e9, "trillion": 1e12}
_WHOSE = re.compile(rf"{_BLANK}({alternatives(_WORDS['dollars_of'])})(?![\w-]|{_BLANK}[A-Z])")
_LARGE = 100.0
# "won the vote", "won by", "pound bombs": the word is a verb or a weight.
_NOT_MONEY = re.compile(
    r"[\s-]+(?:the|an?|by|bombs?|warheads?|shells?|medals?|games|of|gold|seats|in a|straight|more)\b"
)


class Money(NamedTuple):
    """A currency beside a number: span of number and currency, ISO 4217 code, and a factor for the number."""

    start: int
    end: int
    unit: str
    factor: float


def money_at(text: str, start: int, end: int, value: float | None, *, scaled: bool) -> Money | None:
    """Read the currency of the number at `text[start:end]`, or None.

    >>> text = "worth RON 4.2 billion (U.S. $910 million)"
    >>> money_at(text, 10, 21, 4.2e9, scaled=True)
    Money(start=6, end=21, unit='RON', factor=1.0)
    """
    before = _before(text, start, end, scaled=scaled)
    if before:
        begin, unit = before
        whose = _WHOSE.match(text, end) if text[start - 1] == "$" else None
        if whose:
            return Money(begin, whose.end(), _WORDS["dollars_of"][whose[1]], 1.0)
        name = (
            _AFTER_WORD.match(text, end) if unit == "USD" else None
        )  # "$3 billion dollars", "$20 Canadian dollars"
        return Money(begin, name.end() if name else end, unit, 1.0)
    return _after(text, start, end, value, scaled=scaled)


def _before(text: str, start: int, end: int, *, scaled: bool) -> tuple[int, str] | None:
    last = text[start - 1] if start else ""
    if last.isspace() and start > 1:
        last = text[start - 2]
    if last not in _LAST_CHARACTERS:
        if last in "soOSnN":
            word = _WORD_BEFORE.search(text, max(0, start - 9), start)
            if word and (scaled or word[1].lower().startswith("euro")):
                return word.start(), _NAMES[word[1].lower()]
        return None
    found = _BEFORE_PATTERN.search(text, max(0, start - 8), start)
    if not found:
        return None
    sign = found[1]
    if sign in _WORDS["letters"] and (text[start - 1] != sign or (not scaled and "," not in text[start:end])):
        return None
    if sign == "US" and text[start - 1] != "S":
        return None
    return found.start(), _BEFORE[" ".join(sign.split())]


def _after(text: str, start: int, end: int, value: float | None, *, scaled: bool) -> Money | None:
    nearest = text[end : end + 1]
    if nearest in " \u00a0\u202f":
        nearest = text[end + 1 : end + 2]
    sign = _AFTER_SIGN.match(text, end) if nearest and nearest in _FIRST_SIGNS else None
    if sign:
        scale = _SCALE_BEHIND.match(text, sign.end()) if not scaled else None
        factor = 1e6 if sign[1] else _SCALES[scale[1]] if scale else 1.0
        return Money(start, scale.end() if scale else sign.end(), _AFTER_SIGNS[sign[2]], factor)
    word = _AFTER_WORD.match(text, end) if word_after(text, end) in _FIRST_WORDS else None
    if not word:
        return None
    name = " ".join(word[1].lower().split())
    if name in _DOUBTFUL_FORMS and not scaled and not _is_sum(text, name, value, word.end()):
        return None
    return Money(start, word.end(), _NAMES[name], 1.0)


def _is_sum(text: str, name: str, value: float | None, end: int) -> bool:
    """Say whether "won", "pounds" and the like are money behind a number without a scale word."""
    if value is None or value < _LARGE or name.startswith("pound"):
        return False
    return not _NOT_MONEY.match(text, end)
