"""Money: the currency before or after a number, in every form that news texts use."""

from __future__ import annotations

import re
from typing import NamedTuple

from koreaaid.language.lexicon import alternatives, lexicon
from koreaaid.language.nearby import Names, begins_with, table_key, word_after, word_before
from koreaaid.language.patterns import late
from koreaaid.language.shared_currencies import dollars_of, is_shared, meant_by

_WORDS = lexicon("currencies")
_CODES: dict[str, str] = {**{code: code for code in _WORDS["codes"]}, **_WORDS["other_codes"]}
_DOUBTFUL_CODES = frozenset(_WORDS["doubtful"]["codes"])
_LETTERS: dict[str, str] = _WORDS["letters"]
_SIGNS: dict[str, str] = _WORDS["signs"]
_BEFORE: dict[str, str] = {**_SIGNS, **_LETTERS, **_CODES, **_WORDS["prefixes"], "US": "USD"}
# How long the signs are that end in a character, longest first.
_LENGTHS = {
    last: sorted({len(sign) for sign in _BEFORE if sign[-1] == last}, reverse=True)
    for last in {sign[-1] for sign in _BEFORE}
}
_HUNDREDTHS: dict[str, str] = _WORDS["hundredths"]
_PLURAL_ONLY = frozenset(_WORDS["doubtful"]["plural_only"])
_DOUBTFUL = frozenset(_WORDS["doubtful"]["words"])


def _names() -> Names:
    """Return every word for a currency, singular and plural, with its code or else its own name."""
    names: dict[str, str] = {table_key(word): unit for word, unit in _HUNDREDTHS.items()}
    for unit, words in [*_WORDS["words"].items(), *_WORDS["ambiguous_words"].items()]:
        for word in words:
            names[table_key(word)] = unit
            names.setdefault(table_key(f"{word}s"), unit)
    names["cents"] = "cent"
    names["kopecks"] = names["kopeks"] = "kopeck"
    return Names({word: unit for word, unit in names.items() if word not in _PLURAL_ONLY})


_NAMES = _names()
_NAMES_BEFORE = frozenset({"euro", "euros", "dollars", "roubles", "rubles", "yen", "pounds"})
# What money behind a number begins with: letters, in small ones, or a sign.
_CODE_WORDS = {word_after(million + code, 0) for code in (*_CODES, *_SIGNS) for million in ("", "M")}
_WORDS_BEHIND = frozenset({"p", *_CODE_WORDS, *_NAMES.first_words})
_SIGNS_BEHIND = frozenset(sign[0] for sign in _SIGNS)
_DOUBTFUL_FORMS = _DOUBTFUL | {f"{word}s" for word in _DOUBTFUL}

_BLANKS = " \t\u00a0\u202f"
_BLANK = rf"[{_BLANKS}]"
_WORD_BEFORE = late(rf"\b(euros?|dollars|roubles|rubles|yen|pounds){_BLANK}?\Z", re.IGNORECASE)
_SCALE_BEHIND = late(rf"{_BLANK}(million|billion|trillion)\b")
_SCALES = {"million": 1e6, "billion": 1e9, "trillion": 1e12}
_WHOSE = late(rf"{_BLANK}({alternatives(_WORDS['dollars_of'])})(?![\w-]|{_BLANK}[A-Z])")
# The dollars that a word behind a sum names: "$24 billion Canadian".
DOLLARS = frozenset(_WORDS["dollars_of"].values())
_PENCE = late(r"p(?![\w-]|\.\w)| p(?=[,;)]|\s[a-z])")
_LINES_OF_SCREENS = (480.0, 720.0, 1080.0, 1440.0, 2160.0)
_LARGE = 100.0
# "won the vote", "won by", "pound bombs": the word is a verb or a weight; not in "8,000 won a kilo".
_NOT_MONEY = late(
    r"[\s-]+(?:the(?! (?:day|previous|session|week|month|year)\b)"
    r"|an?(?! (?:barrel|day|head|hour|kg|kilo(?:gram)?|lit(?:er|re)|month|person|share|tonn?e?|week|year)\b)"
    r"|by|bombs?|warheads?|shells?|medals?"
    r"|games|of|gold|seats|in a|straight|more)\b"
)
# "three million pounds of explosives": a weight, unless what follows is paid for.
_WEIGHED = late(
    r"\s+of\s+(?!(?:aid|funding|investments?|debts?|damage|cash|savings|taxpayers?|public|support|assistance|military"
    r"|humanitarian|state|new|extra|additional|government|tax|revenue|goods|property|help|loans?|losses|spending|cuts"
    r"|money|sales|orders?|the|its|their|our|equipment|assets|contracts?|stock|shares|credit|income|profits?)\b)"
)


class Money(NamedTuple):
    """A currency beside a number: span of number and currency, ISO 4217 code, and a factor for the number."""

    start: int
    end: int
    unit: str
    factor: float


def is_currency(word: str) -> bool:
    """Say whether a word is the name of a currency: "euros".

    >>> is_currency("euros"), is_currency("tanks")
    (True, False)
    """
    return _NAMES.after(f" {word}", 0) is not None


def money_at(text: str, start: int, end: int, value: float | None, *, scaled: bool) -> Money | None:
    """Read the currency of the number at `text[start:end]`, or None.

    >>> text = "worth RON 3.1 billion (U.S. $720 million)"
    >>> money_at(text, 10, 21, 3.1e9, scaled=True)
    Money(start=6, end=21, unit='RON', factor=1.0)
    """
    before = _before(text, start, end, scaled=scaled)
    if before:
        begin, unit = before
        whose = _WHOSE.match(text, end) if text[start - 1] == "$" else None
        if whose:
            return Money(begin, whose.end(), _WORDS["dollars_of"][whose[1]], 1.0)
        name = _NAMES.after(text, end) if unit == "USD" else None  # "$3 billion dollars"
        sign = text[begin:start].rstrip()
        if sign == "$":
            unit = dollars_of(text)
        elif is_shared(sign):
            unit = meant_by(sign, text, begin) or unit
        return Money(begin, name[1] if name else end, unit, 1.0)
    return _after(text, start, end, value, scaled=scaled)


def may_be_money(text: str, start: int, end: int, *, signed: bool) -> bool:
    """Say whether a currency may stand beside the number at `text[start:end]`, `signed` if before it."""
    return (
        signed
        or begins_with(text, end, _WORDS_BEHIND, _SIGNS_BEHIND)
        or word_before(text, start).lower() in _NAMES_BEFORE
    )


def sign_before(text: str, start: int) -> tuple[int, str] | None:
    """Find the currency sign, letters or code before a number: where it begins, and itself.

    >>> sign_before("about US$ 5", 10)
    (6, 'US$')
    """
    if text[start - 1 : start] == " " and text[start - 2 : start - 1] not in _LENGTHS:
        return None  # "about 5"
    end = start
    if end and text[end - 1] in "-−" and not text[end - 2 : end - 1].isalpha():  # not "PS-39"
        end -= 1
    if end and text[end - 1] in _BLANKS:
        end -= 1
    for length in _LENGTHS.get(text[end - 1], ()) if end else ():
        begin = end - length
        if begin < 0 or text[begin:end] not in _BEFORE:
            continue
        if text.startswith("US $", begin) and text.endswith((" the ", "The "), 0, begin):
            begin += len("US ")  # "the EU gives $2 billion and the US $3 billion"
        glued = text[begin - 1] if begin else " "
        return None if glued.isalpha() or glued == "$" else (begin, text[begin:end])
    return None


def _before(text: str, start: int, end: int, *, scaled: bool) -> tuple[int, str] | None:
    found = sign_before(text, start)
    if found is None:
        if word_before(text, start).lower() in _NAMES_BEFORE:
            word = _WORD_BEFORE.search(text, start - 9, start)
            if word and (scaled or word[1].lower().startswith("euro")):
                return word.start(), _NAMES[word[1].lower()]
        return None
    begin, sign = found
    if sign in _LETTERS and (text[start - 1] != sign or (not scaled and "," not in text[start:end])):
        return None
    if (sign == "US" and text[start - 1] != "S") or (sign in _DOUBTFUL_CODES and not scaled):
        return None
    return begin, _BEFORE[sign]


def _after(text: str, start: int, end: int, value: float | None, *, scaled: bool) -> Money | None:
    word = word_after(text, end)
    if word == "p" and _PENCE.match(text, end) and value not in _LINES_OF_SCREENS:  # "closed at 118.5p"
        return Money(start, end + 1 + (text[end] == " "), "penny", 1.0)
    sign = _sign_after(text, end) if not word or word in _CODE_WORDS else None
    if sign:
        unit, stop, factor = sign
        scale = None if scaled else _SCALE_BEHIND.match(text, stop)
        return Money(start, scale.end() if scale else stop, unit, _SCALES[scale[1]] if scale else factor)
    named = _NAMES.after(text, end)
    if not named:
        return None
    unit, stop = named
    name = text[end:stop].lstrip(" \u00a0-\n").lower()
    if name == "pounds" and _WEIGHED.match(text, stop):
        return None
    if name in _DOUBTFUL_FORMS and not scaled and not _is_sum(text, name, value, stop):
        return None
    if is_shared(name):
        unit = meant_by(name, text, start) or unit
    return Money(start, stop, unit, 1.0)


def _sign_after(text: str, end: int) -> tuple[str, int, float] | None:
    """Find a sign or code behind a number ("100 ₡", "115USD", "30 MUSD"): currency, end and factor."""
    begin = end + 1 if text[end : end + 1] in tuple(_BLANKS) else end
    for length in (2, 1):
        sign = text[begin : begin + length]
        if sign in _SIGNS and not (sign.isalpha() and text[begin + length : begin + length + 1].isalpha()):
            return _SIGNS[text[begin : begin + length]], begin + length, 1.0
    for prefix, factor in (("", 1.0), ("M", 1e6)):
        stop = begin + len(prefix) + 3
        code = text[stop - 3 : stop]
        if code not in _CODES or code in _DOUBTFUL_CODES or text[stop : stop + 1].isalnum():
            continue
        if text.startswith(prefix, begin):
            return _CODES[code], stop, factor
    return None


def _is_sum(text: str, name: str, value: float | None, end: int) -> bool:
    """Say whether "won", "pounds" and the like are money behind a number without a scale word."""
    if value is None or value < _LARGE or name.startswith("pound"):
        return False
    return not _NOT_MONEY.match(text, end)
