"""What stands behind digits and changes the number: scale words and letters, powers of ten, fractions.

All functions take the text in small letters and read at the end of the digits that `numerals` has found.
"""

from __future__ import annotations

import re

from koreaaid.language import numeral_words as words
from koreaaid.language.lexicon import alternatives, lexicon
from koreaaid.language.nearby import word_after
from koreaaid.language.numeral_ratios import read_ratio
from koreaaid.language.patterns import late

_WORDS = lexicon("numerals")

_EXPONENTS: dict[str, int] = {**_WORDS["scales"], **_WORDS["abbreviated"], **_WORDS["letters"]}
_AFTER_METRES = frozenset(_WORDS["metres"]["after"])
FRACTION_SIGNS = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4,
    "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip

_MOST_SCALES = 3
_JOINT = words.JOINT
SCALE_WORDS = alternatives([*_WORDS["scales"], *_WORDS["abbreviated"]])
_SCALE = re.compile(rf"(?:{_JOINT}|)({SCALE_WORDS})\b")
_LETTER = re.compile(r"[ \u00a0]?([kmbt])(?![a-z0-9²³/$€£’'])")
_DOZEN = late(rf"{_JOINT}dozen\b")
_POWER = late(r" ?[×x] ?10 ?\^? ?([-−–]?\d{1,2})(?!\d)")
_PARTS = late(rf"[ \u00a0-]?(?:(\d{{1,2}})[/⁄](\d{{1,2}})(?![\d/⁄]|\.\d)|([{''.join(FRACTION_SIGNS)}]))")
_SLASHED = late(r"[/⁄](2|3|4|5|6|8|16|32|64)(?![\d/⁄]|-\d|[.,]\d)")

_MONEY_AFTER = late(
    r"[ \u00a0-](?:u\.?s\.? )?"
    r"(?:dollar|euro|pound|won\b|yen\b|yuan|zlot|ruble|rouble|hryvni|usd|eur\b|krw|pln|gbp|uah)"
)
_NEXT_WORD = late(r"[ \u00a0]([a-z]+)")
_JOINTS = frozenset(" -\u00a0\u2009\u202f\n\t‑\r")
_LETTERS = frozenset("kmbt")
_TIMES_SIGNS = frozenset("×x")
# What a scale or a fraction behind digits begins with, after a blank or at once: a letter, a word, a mark.
SCALE_BEGINS = _JOINTS | {"×", "x", "d", *(name[0] for name in _EXPONENTS)}
SCALE_FIRST_WORDS = frozenset({"", "dozen", "x", *(word_after(name, 0) for name in _EXPONENTS)})
FRACTION_MARKS = _JOINTS | frozenset("/⁄") | FRACTION_SIGNS.keys()
FRACTION_BEGINS = frozenset("aiop")
FRACTION_FIRST_WORDS = frozenset({"and", "in", "of", "out", "point"})
_SCREEN = late(r"[ \u00a0-](?:tv|video|display|screen|resolution|uhd|hd|monitor|camera|blu)")
_MONEY_TO = late(r"[$€£₩¥]\d[\d.,]*(?:[kmb]|bn)?[-–]\Z")
_LONGEST_SUM = 16
# "sold for 1.25m": what stands before an amount and no length.
_AMOUNT_CUE = late(
    rf"\b(?:{alternatives(_WORDS['metres']['never_after'])}) (?:about |around |nearly |over |some )?[\d.,]+\Z"
)
_LONGEST_CUE = 36


def nearest_behind(low: str, end: int) -> str:
    """Return the character behind a number, or behind one blank or hyphen."""
    nearest = low[end : end + 1]
    return low[end + 1 : end + 2] if nearest in _JOINTS else nearest


def _ends_range_of_money(low: str, start: int) -> bool:
    """Say whether a number is the second of "$5-6m"."""
    dash = start > 1 and low[start - 1] in "-–" and low[start - 2].isalnum()
    return dash and bool(_MONEY_TO.search(low, start - _LONGEST_SUM, start))


def with_scale(
    text: str, low: str, digits: str, start: int, end: int, nearest: str, *, signed: bool
) -> tuple[float, int, str]:
    """Read the scale words or letter behind `digits` at `low[start:end]`: value, end and form.

    `nearest` is what `nearest_behind` says of them.
    """
    exponent = 0
    for _ in range(_MOST_SCALES):
        scale = _SCALE.match(low, end)
        if not scale:
            break
        exponent += _EXPONENTS[scale[1]]
        end = scale.end()
    if exponent:
        return float(f"{digits}e{exponent}"), end, "mixed"
    letter = _LETTER.match(low, end) if nearest in _LETTERS else None
    if letter and (signed or _ends_range_of_money(low, start) or _is_scale(text, low, letter)):
        return float(f"{digits}e{_EXPONENTS[letter[1]]}"), letter.end(), "mixed"
    dozen = _DOZEN.match(low, end) if nearest == "d" or nearest in _JOINTS else None
    if dozen:
        return 12 * float(digits), dozen.end(), "mixed"
    power = _POWER.match(low, end) if nearest in _TIMES_SIGNS else None
    if power:
        return float(f"{digits}e{power[1].replace('−', '-').replace('–', '-')}"), power.end(), "digits"
    return float(digits), end, "digits"


def _is_scale(text: str, low: str, letter: re.Match[str]) -> bool:
    """Say whether a letter behind digits is a scale: "$2b", "6K", "3.5m phones", but not "120 m" or "5 t"."""
    end = letter.end()
    if _MONEY_AFTER.match(low, end):
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


def with_fraction(low: str, value: float, end: int) -> tuple[float, int, str]:
    """Read what makes a whole number a fraction or adds one to it: "7 3/4", "1/3", "2½", "7 in 10"."""
    nearest = nearest_behind(low, end)
    parts = _PARTS.match(low, end) if nearest.isdecimal() or nearest in FRACTION_SIGNS else None
    if parts:
        part = FRACTION_SIGNS[parts[3]] if parts[3] else int(parts[1]) / max(1, int(parts[2]))
        if 0 < part < 1:
            return value + part, parts.end(), "digits"
    point = words.with_point(low, value, end) if nearest == "p" else None
    if point:
        end, whole = words.scaled(low, *point)
        return whole, end, "digits" if end == point[1] else "mixed"
    slashed = _SLASHED.match(low, end) if nearest in "/⁄" else None
    if slashed and 0 < value < int(slashed[1]):
        return value / int(slashed[1]), slashed.end(), "fraction"
    more = words.half_more(low, end)
    if more:
        return value + more[0], more[1], "digits"
    ratio = read_ratio(low, value, end)
    if ratio:
        return *ratio, "fraction"
    return value, end, "digits"
