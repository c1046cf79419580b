"""Numbers as they are written in English news: digits, words, and both mixed.

`find_numerals` finds them all, whatever they mean: a date's day, a model's number and a count alike.
Digits glued to the letters before them ("K2", "M142") are left out, except after a currency's letters
("PLN4.4bn", "W3tr"). This module scans and reads digits; `numeral_scales` reads what follows them, and
`numeral_words` reads words.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from koreaaid.language import numeral_words as words
from koreaaid.language.currencies import sign_before
from koreaaid.language.lexicon import lexicon
from koreaaid.language.nearby import word_after
from koreaaid.language.numeral_scales import (
    FRACTION_BEGINS,
    FRACTION_FIRST_WORDS,
    FRACTION_MARKS,
    FRACTION_SIGNS,
    SCALE_BEGINS,
    SCALE_FIRST_WORDS,
    SCALE_WORDS,
    nearest_behind,
    with_fraction,
    with_scale,
)
from koreaaid.language.patterns import late
from koreaaid.language.words import Table, words_of

_LETTERS = frozenset(lexicon("currencies")["letters"])
# Longer strings of digits are identifiers; read as numbers they would end in infinity.
_MOST_DIGITS = 24


class Numeral(NamedTuple):
    """A number in a text.

    Attributes
    ----------
    start, end : int
        Half-open span.
    value : float or None
        None of a vague numeral.
    form : str
        digits, words, mixed ("3 million", "$2bn"), fraction ("two-thirds", "7 in 10": value 0.7),
        vague ("dozens", "several hundred") or times ("twice", "tenfold").
    low : float or None
        The least that a vague numeral can mean ("dozens": 24), else None.
    signed : bool
        Whether the sign or code of a currency stands before it.
    """

    start: int
    end: int
    value: float | None
    form: str
    low: float | None = None
    signed: bool = False


_JOINT = words.JOINT
_GROUPED = late(
    r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"
    r"|\d{1,3}(?:[ \u00a0\u2009\u202f']\d{3}(?!\d|[ \u00a0-]?mm\b))+(?![.,]?\d)"
    r"|\d{1,3}(?:\.\d{3}){2,}(?![.,]?\d))"
)
_GROUP_MARKS = frozenset(", \u00a0\u2009\u202f'.")
_DECIMALS = late(r"(?:\.\d+)+")
_DECIMAL_COMMA = late(rf",(\d{{1,2}})(?=(?:{_JOINT})?(?:%|(?:per ?cent|{SCALE_WORDS})\b))")
_SEPARATORS = str.maketrans("", "", ".,' \u00a0\u2009\u202f")
_MINUS_BEFORE = late(r"(?<!or )(?<!and )\bminus[ -]\Z")


def find_numerals(text: str) -> list[Numeral]:
    """Return the numerals of `text` in text order, not overlapping.

    >>> [(n.value, n.low, n.form) for n in find_numerals("dozens of 2.5 million, one half, twenty-one")]
    [(None, 24.0, 'vague'), (2500000.0, None, 'mixed'), (0.5, None, 'fraction'), (21.0, None, 'words')]
    """
    return list(_numerals(text)[0])


def find_glued(text: str) -> list[tuple[int, int]]:
    """Return the digits that `find_numerals` leaves out because they are part of a word ("K2", "1.2.3")."""
    return list(_numerals(text)[1])


@lru_cache(maxsize=2)
def lowered(text: str) -> str:
    """Return `text` in small letters with every character in its place, itself where it is so.

    Of two strings that are alike only one may be looked up in caches: to compare them takes their length.
    """
    small = text.lower()
    if len(small) != len(text):
        small = "".join(char if len(char.lower()) > 1 else char.lower() for char in text)
    return text if small == text else small


@lru_cache(maxsize=2)
def _numerals(text: str) -> tuple[tuple[Numeral, ...], tuple[tuple[int, int], ...]]:
    """Find them once for all who ask for the same text."""
    low = lowered(text)
    found: list[Numeral] = []
    glued: list[tuple[int, int]] = []
    position = 0
    cut, starts = words_of(text)
    for at in compress(range(len(cut)), map(_BEGINS.__getitem__, cut)):
        start = starts[at]
        if start < position:
            continue
        end = start + len(cut[at].rstrip())
        first = low[start]
        numeral: Numeral | None
        if first.isdecimal():
            numeral, position = _in_digits(text, low, start, end)
            if numeral is None:
                glued.append((start, position))
        elif first.isalpha():
            numeral, position = _in_words(text, low, start, end)
        else:
            numeral, position = Numeral(start, end, FRACTION_SIGNS[first], "fraction"), end
        if numeral:
            found.append(numeral)
    return tuple(found), tuple(glued)


def _begins_numeral(word: str) -> bool:
    """Say whether a word of `words_of` is digits, a number word or a fraction sign."""
    return word.lower() in words.FIRST_WORDS or word.isdecimal() or word in FRACTION_SIGNS


_BEGINS = Table(_begins_numeral)


def _in_words(text: str, low: str, start: int, end: int) -> tuple[Numeral | None, int]:
    """Read a numeral that begins with a word; also say where to go on."""
    glued = low[end : end + 1].isalnum() or low.startswith("_", end)
    read = None if glued else words.read_words(low, start, end)
    if read is None:
        return None, end
    begin, stop, value, least, form = read
    if value is not None:
        begin, value = _with_sign(low, begin, value)
    return Numeral(begin, stop, value, form, least, sign_before(text, begin) is not None), stop


def _in_digits(text: str, low: str, start: int, end: int) -> tuple[Numeral | None, int]:
    """Read the number whose first digits are `text[start:end]`; also say where to go on."""
    before = low[start - 1] if start else " "
    if before == "." and (start == 1 or low[start - 2] in " \u00a0($€£~"):  # ".287"
        start = end = start - 1
        before = low[start - 1] if start else " "
    digits, whole = low[start:end], True
    if low[end : end + 1] in _GROUP_MARKS and low[end + 1 : end + 2].isdecimal():
        digits, end, whole = _digits_at(low, start, end)
    if not digits or end - start > _MOST_DIGITS:
        return None, end
    glued = before.isalnum() or before == "_"
    signed = sign_before(text, start) is not None
    nearest = nearest_behind(low, end)
    if (
        glued
        and not signed
        and not (not whole and nearest in SCALE_BEGINS and low[start - 4 : start].isalpha())
    ):
        return None, end  # a page has lost the blank of "the tanks0.12 billion won"
    value, form = float(digits), "digits"
    if nearest in SCALE_BEGINS and word_after(text, end) in SCALE_FIRST_WORDS:
        value, end, form = with_scale(text, low, digits, start, end, nearest, signed=signed)
    if form == "digits":
        if glued and text[start - 1] in _LETTERS and "," not in low[start:end]:
            return None, end
        marked = nearest in FRACTION_MARKS or nearest.isdecimal()
        if whole and (
            marked or (nearest in FRACTION_BEGINS and word_after(text, end) in FRACTION_FIRST_WORDS)
        ):
            value, end, form = with_fraction(low, value, end)
    begin = start
    if before in "-−" or low.startswith("minus", start - len("minus ")):
        begin, value = _with_sign(low, start, value)
    return Numeral(begin, end, value, form, None, signed), end


def _digits_at(low: str, start: int, end: int) -> tuple[str, int, bool]:
    """Read on behind the first digits: the number as `float` reads it, its end, whether it is whole.

    No number is read in "1.2.3" and "10.0.0.1".
    """
    digits = low[start:end]
    decimal = low[end] == "." != low[end + 4 : end + 5]  # "3.5", not "1.234.567"
    grouped = None if decimal else _GROUPED.match(low, start)
    if grouped:
        end = grouped.end()
        digits = grouped[0].translate(_SEPARATORS)
    decimals = _DECIMALS.match(low, end)
    if decimals:
        more = decimals[0].count(".") > 1
        return "" if more else digits + decimals[0], decimals.end(), False
    comma = _DECIMAL_COMMA.match(low, end)
    if comma:
        return f"{digits}.{comma[1]}", comma.end(), False
    return digits, end, True


def _with_sign(low: str, start: int, value: float) -> tuple[int, float]:
    """Read a minus before a number: "was -5 degrees", "minus 20"; not a hyphen, a dash or a list's mark."""
    if low[start - 1] in "-−" and start > 1 and low[start - 2] in " \u00a0($€£":
        before = low[start - 2] if low[start - 2] in "$€£(" else low[max(0, start - 3)]
        if not before.isdecimal() and before != "\n":
            return start - 1, -value
    minus = (
        _MINUS_BEFORE.search(low, start - 10, start) if low.endswith(("minus ", "minus-"), 0, start) else None
    )
    return (minus.start(), -value) if minus else (start, value)
