"""Numbers as they are written in English news: digits, words, and both mixed.

`find_numerals` finds them all, whatever they mean: a date's day, a model's number and a count alike.
Digits glued to the letters before them ("K2", "M142") are left out, except after a currency's letters
("PLN4.4bn", "W3tr"). This module scans and reads digits; `numeral_words` reads words.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from koreaaid.language import numeral_words as words
from koreaaid.language.currencies import sign_before
from koreaaid.language.lexicon import alternatives, lexicon

_WORDS = lexicon("numerals")
_LETTERS = frozenset(lexicon("currencies")["letters"])
_EXPONENTS: dict[str, int] = {**_WORDS["scales"], **_WORDS["abbreviated"], **_WORDS["letters"]}
_AFTER_METRES = frozenset(_WORDS["metres"]["after"])
_FRACTIONS = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4,
    "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip

# Longer strings of digits are identifiers; read as numbers they would end in infinity.
_MOST_DIGITS = 24
_MOST_SCALES = 3
_LONGEST_WORD = 20


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
_SCALE_WORDS = alternatives([*_WORDS["scales"], *_WORDS["abbreviated"]])
_GLYPHS = "".join(_FRACTIONS)
# Three scans, each of which can leap to the first letter or digit of a candidate.
_DIGIT_RUN = re.compile(r"\d\d*")
_NUMBER_WORD = re.compile(rf"[^a-z]({words.FIRST_WORDS})\b")
_GLYPH = re.compile(f"[{_GLYPHS}]")
_GROUPED = re.compile(
    r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"
    r"|\d{1,3}(?:[ \u00a0\u2009\u202f']\d{3}(?!\d|[ \u00a0-]?mm\b))+(?![.,]?\d)"
    r"|\d{1,3}(?:\.\d{3}){2,}(?![.,]?\d))"
)
_GROUP_MARKS = frozenset(", \u00a0\u2009\u202f'.")
_DECIMALS = re.compile(r"(?:\.\d+)+")
_DECIMAL_COMMA = re.compile(rf",(\d{{1,2}})(?=(?:{_JOINT})?(?:%|(?:per ?cent|{_SCALE_WORDS})\b))")
_SEPARATORS = str.maketrans("", "", ".,' \u00a0\u2009\u202f")
_SCALE = re.compile(rf"(?:{_JOINT})?({_SCALE_WORDS})\b")
_LETTER = re.compile(r"[ \u00a0]?([kmbt])(?![a-z0-9²³/$€£’'])")
_DOZEN = re.compile(rf"{_JOINT}dozen\b")
_POWER = re.compile(r" ?[×x] ?10 ?\^? ?([-−–]?\d{1,2})(?!\d)")
_PARTS = re.compile(rf"[ \u00a0-]?(?:(\d{{1,2}})[/⁄](\d{{1,2}})(?![\d/⁄]|\.\d)|([{_GLYPHS}]))")
_SLASHED = re.compile(r"[/⁄](2|3|4|5|6|8|16|32|64)(?![\d/⁄]|-\d|[.,]\d)")

_MONEY_AFTER = re.compile(
    r"[ \u00a0-](?:u\.?s\.? )?"
    r"(?:dollar|euro|pound|won\b|yen\b|yuan|zlot|ruble|rouble|hryvni|usd|eur\b|krw|pln|gbp|uah)"
)
_NEXT_WORD = re.compile(r"[ \u00a0]([a-z]+)")
_JOINTS = frozenset(" -\u00a0\u2009\u202f\n\t‑\r")
# What a scale or a fraction behind digits can begin with, after a blank or at once.
_SCALE_BEGINS = _JOINTS | {"×", "x", "d", *(name[0] for name in _EXPONENTS)}
_FRACTION_BEGINS = _JOINTS | frozenset("/⁄aio") | _FRACTIONS.keys()
_SCREEN = re.compile(r"[ \u00a0-](?:tv|video|display|screen|resolution|uhd|hd|monitor|camera|blu)")
_MONEY_TO = re.compile(r"[$€£₩¥]\d[\d.,]*(?:[kmb]|bn)?[-–]\Z")
_LONGEST_SUM = 16
# "sold for 1.25m": what stands before an amount and no length.
_AMOUNT_CUE = re.compile(
    rf"\b(?:{alternatives(_WORDS['metres']['never_after'])}) (?:about |around |nearly |over |some )?[\d.,]+\Z"
)
_LONGEST_CUE = 36
_MINUS_BEFORE = re.compile(r"(?<!or )(?<!and )\bminus[ -]\Z")


def find_numerals(text: str) -> list[Numeral]:
    """Return the numerals of `text` in text order, not overlapping.

    >>> [(n.value, n.low, n.form) for n in find_numerals("dozens of 2.5 million, one half, twenty-one")]
    [(None, 24.0, 'vague'), (2500000.0, None, 'mixed'), (0.5, None, 'fraction'), (21.0, None, 'words')]
    """
    return list(_numerals(text)[0])


def find_glued(text: str) -> list[tuple[int, int]]:
    """Return the digits that `find_numerals` leaves out because they are part of a word ("K2", "1.2.3")."""
    return list(_numerals(text)[1])


def lowered(text: str) -> str:
    """Return `text` in small letters with every character in its place."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(char if len(char.lower()) > 1 else char.lower() for char in text)


@lru_cache(maxsize=2)
def _numerals(text: str) -> tuple[tuple[Numeral, ...], tuple[tuple[int, int], ...]]:
    """Find them once for all who ask for the same text."""
    low = lowered(text)
    found: list[Numeral] = []
    glued: list[tuple[int, int]] = []
    position = 0
    for start, end in _candidates(low):
        if start < position:
            continue
        first = low[start]
        numeral: Numeral | None
        if first.isdecimal():
            numeral, position = _in_digits(text, low, start, end)
            if numeral is None:
                glued.append((start, position))
        elif first.isalpha():
            numeral, position = _in_words(text, low, start, end)
        else:
            numeral, position = Numeral(start, end, _FRACTIONS[first], "fraction"), end
        if numeral:
            found.append(numeral)
    return tuple(found), tuple(glued)


def _candidates(low: str) -> list[tuple[int, int]]:
    """Return where digits, number words and fraction signs stand, in order."""
    spans = [match.span() for match in _DIGIT_RUN.finditer(low)]
    spans += [match.span(1) for match in _NUMBER_WORD.finditer(low)]
    opening = _NUMBER_WORD.match(f" {low[:_LONGEST_WORD]}")
    if opening:
        spans.append((0, opening.end() - 1))
    if not low.isascii():
        spans += [match.span() for match in _GLYPH.finditer(low)]
    spans.sort()
    return spans


def _in_words(text: str, low: str, start: int, end: int) -> tuple[Numeral | None, int]:
    """Read a numeral that begins with a word; also say where to go on."""
    read = words.read_words(low, start, end)
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
    if glued and not signed:
        return None, end
    nearest = _nearest(low, end)
    value, form = float(digits), "digits"
    if nearest in _SCALE_BEGINS:
        money = signed or _ends_range_of_money(low, start)
        value, end, form = _with_scale(text, low, digits, end, money)
    if form == "digits":
        if glued and text[start - 1] in _LETTERS and "," not in low[start:end]:
            return None, end
        if whole and (nearest in _FRACTION_BEGINS or nearest.isdecimal()):
            value, end, form = _with_fraction(low, value, end)
    begin, value = _with_sign(low, start, value)
    return Numeral(begin, end, value, form, None, signed), end


def _nearest(low: str, end: int) -> str:
    """Return the character behind a number, or behind one blank or hyphen."""
    nearest = low[end : end + 1]
    return low[end + 1 : end + 2] if nearest in _JOINTS else nearest


def _digits_at(low: str, start: int, end: int) -> tuple[str, int, bool]:
    """Read on behind the first digits: the number as `float` reads it, its end, whether it is whole.

    No number is read in "1.2.3" and "10.0.0.1".
    """
    digits = low[start:end]
    grouped = _GROUPED.match(low, start)
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


def _ends_range_of_money(low: str, start: int) -> bool:
    """Say whether a number is the second of "$5-6m"."""
    dash = start > 1 and low[start - 1] in "-–" and low[start - 2].isalnum()
    return dash and bool(_MONEY_TO.search(low, start - _LONGEST_SUM, start))


def _with_scale(text: str, low: str, digits: str, end: int, money: bool) -> tuple[float, int, str]:
    """Read the scale words or letter behind `digits`: value, end and form."""
    exponent = 0
    for _ in range(_MOST_SCALES):
        scale = _SCALE.match(low, end)
        if not scale:
            break
        exponent += _EXPONENTS[scale[1]]
        end = scale.end()
    if exponent:
        return float(f"{digits}e{exponent}"), end, "mixed"
    letter = _LETTER.match(low, end)
    if letter and _is_scale(text, low, letter, digits, money):
        return float(f"{digits}e{_EXPONENTS[letter[1]]}"), letter.end(), "mixed"
    dozen = _DOZEN.match(low, end)
    if dozen:
        return 12 * float(digits), dozen.end(), "mixed"
    power = _POWER.match(low, end)
    if power:
        return float(f"{digits}e{power[1].replace('−', '-').replace('–', '-')}"), power.end(), "digits"
    return float(digits), end, "digits"


def _is_scale(text: str, low: str, letter: re.Match[str], digits: str, money: bool) -> bool:
    """Say whether a letter behind digits is a scale: "$2b", "6K", "3.5m phones", but not "120 m" or "5 t"."""
    end = letter.end()
    if money or _MONEY_AFTER.match(low, end):
        return True
    if end - letter.start() > 1:  # with a space
        return False
    if letter[1] == "k":
        return not _SCREEN.match(low, end)
    if text[end - 1] == "M":
        return low[end : end + 1] not in "-°"
    if letter[1] == "m" and _AMOUNT_CUE.search(low, letter.start() - _LONGEST_CUE, letter.start()):
        return True
    following = _NEXT_WORD.match(low, end)
    return letter[1] == "m" and bool(following) and following[1] not in _AFTER_METRES  # type: ignore[index]


def _with_fraction(low: str, value: float, end: int) -> tuple[float, int, str]:
    """Read what makes a whole number a fraction or adds one to it: "7 3/4", "1/3", "2½", "7 in 10"."""
    parts = _PARTS.match(low, end)
    if parts:
        part = _FRACTIONS[parts[3]] if parts[3] else int(parts[1]) / max(1, int(parts[2]))
        if 0 < part < 1:
            return value + part, parts.end(), "digits"
    slashed = _SLASHED.match(low, end)
    if slashed and 0 < value < int(slashed[1]):
        return value / int(slashed[1]), slashed.end(), "fraction"
    half = words.HALF_MORE.match(low, end)
    if half:
        return value + (0.5 if half[1] == "half" else 0.25), half.end(), "digits"
    ratio = words.read_ratio(low, value, end)
    if ratio:
        return *ratio, "fraction"
    return value, end, "digits"


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
