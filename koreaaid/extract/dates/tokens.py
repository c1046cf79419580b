"""A text as a string of word classes, so that the grammar of dates can be regular expressions over classes.

Each token is one byte of `Tokens.codes`: what the word is to the calendar (THE, UNIT, WEEKDAY …). Most words
are OTHER, so patterns that begin with a rare class skip through the text at the speed of `re`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache

from koreaaid.language.calendar import MONTHS, WrittenDate, dates_at
from koreaaid.language.calendar_holidays import holidays
from koreaaid.language.lexicon import lexicon
from koreaaid.language.patterns import late
from koreaaid.language.words import Table, words_of

# Small, they are other words: "sun", "may".
_CAPITAL = frozenset({"WEEKDAY", "WEEKDAYS", "WEEKDAYABBR", "MAY", "MONTHABBR", "ZONE", "HOLIDAYWORD"})
_MARKS = {
    ".": "DOT", ",": "COMMA", ":": "COLON", ";": "SEMICOLON", "/": "SLASH", "%": "PERCENT", "(": "OPEN",
    ")": "CLOSE", **dict.fromkeys("-–—‑", "DASH"), **dict.fromkeys("'’", "QUOTE"),
    **dict.fromkeys("$€£₩¥", "MONEY"),
}  # fmt: skip
_BARE = (
    "OTHER", "CAPITALISED", "GLUEDMONTH", "PASTVERB", "PLURALNOUN", "TENSEFUTURE", "TENSEPAST", "TENSEREPORT",
    "TENSEMODAL",
    "DIGITS", "DAYNUMBER", "YEAR", "OLDYEAR", "DATED", "UNDATED", "MONTHDATED", "HOLIDAY", "INSIDE",
    *dict.fromkeys(_MARKS.values()),
)  # fmt: skip
CLASSES = {name: number for number, name in enumerate([*_BARE, *lexicon("calendar")["classes"]], start=1)}
# Names for several classes at once.
_GROUPS = {
    "ANYMONTH": "MONTH MAY",
    "ANYUNIT": "UNIT UNITS QUARTER QUARTERS CLOCKUNIT CLOCKUNITS FORTNIGHT WEEKEND WEEKENDS SECOND NIGHT",
    "ANYORDINAL": "ORDINAL SECOND",
    "ANYYEAR": "YEAR OLDYEAR",
    "ANYDIGITS": "DIGITS DAYNUMBER YEAR OLDYEAR",
    "ANYNUMBER": "NUMBER ONE",
    "ANYPART": "PART NIGHT NOON",
    "DATECUE": "MONTH MAY MONTHABBR GLUEDMONTH DAYNUMBER YEAR OLDYEAR",
}


@cache
def codes_of(names: str) -> frozenset[int]:
    """Return the codes of the classes and groups in `names`."""
    return frozenset(CLASSES[single] for name in names.split() for single in _GROUPS.get(name, name).split())


@cache
def pattern(grammar: str) -> re.Pattern[bytes]:
    """Return a regular expression in which a name in capitals stands for a token of that class.

    Blanks are left out; names of groups are small: `(?P<last>LAST|PAST) UNIT`.
    """

    def code(match: re.Match[str]) -> str:
        codes = "".join(f"\\x{single:02x}" for single in sorted(codes_of(match.group())))
        return codes if len(codes) == 4 else f"[{codes}]"

    classes = re.sub(r"(?<!\(\?)(?<!\\)\b[A-Z]+\b", code, grammar)
    return late(classes.replace(" ", "").encode("ascii"), re.DOTALL)


class _Classifier:
    """The words of the calendar and of tense, and the class of each."""

    def __init__(self) -> None:
        words = lexicon("calendar")
        self._words = {word: CLASSES[name] for name, listed in words["classes"].items() for word in listed}
        for tense, listed in words["tense"].items():
            self._words.update({word: CLASSES["TENSE" + tense.upper()] for word in listed})
        self._capital = codes_of(" ".join(_CAPITAL))

    def class_of(self, word: str) -> int:
        if word.isascii() and word.isdigit():
            return _class_of_digits(word)
        if not word.isalpha():
            return CLASSES[_MARKS.get(word, "OTHER")]
        small = word.islower()
        if word in _HOLIDAY_ENDS:
            return CLASSES["HOLIDAYWORD"]
        found = self._words.get(word if small else word.lower())
        if found is not None and not (small and found in self._capital):
            return found
        if small:
            return _class_of_shape(word)
        if not word.istitle() and _GLUED_MONTH.search(word):
            return _GLUED
        return CLASSES["CAPITALISED"] if word[0].isupper() else _class_of_shape(word)


_ENDINGS = lexicon("function_words")["endings"]
_VERBS_IN_UN = ("uncover", "underm", "underst", "undert", "unfold", "unleash", "unload", "unveil")
_ALSO_PAST = {"advanced", "combined", "fixed", "tracked"}
_NOT_PAST = frozenset(_ENDINGS["not_past"] + _ENDINGS["before_nouns"]) - _ALSO_PAST
_GLUED_MONTH = late(rf"(?<=[a-z])(?:{'|'.join(name.capitalize() for name in MONTHS)})\Z")


def _class_of_shape(word: str) -> int:
    if word.endswith("ed") and len(word) > 4 and word not in _NOT_PAST and not _is_undone(word):
        return CLASSES["PASTVERB"]
    return CLASSES["PLURALNOUN" if word[-1] == "s" and word[-2:] not in ("ss", "us", "is") else "OTHER"]


def _is_undone(word: str) -> bool:
    """Say whether a word tells what is not done: "left undelivered", not "unveiled"."""
    return word.startswith("un") and not word.startswith(_VERBS_IN_UN)


def _class_of_digits(word: str) -> int:
    if len(word) <= 2:
        return CLASSES["DAYNUMBER"]
    if len(word) == 4 and "1000" <= word < "2200":
        return CLASSES["YEAR" if "1900" <= word < "2100" else "OLDYEAR"]
    return CLASSES["DIGITS"]


_classes = Table(_Classifier().class_of)
_GLUED = CLASSES["GLUEDMONTH"]
# Of numbers with a point between them only three are a date.
_DATE_CUE = pattern(
    "DATECUE (?:(?<!DAYNUMBER|YEAR|OLDYEAR)|(?=(?:DASH|SLASH) (?:DAYNUMBER|YEAR)|DOT DAYNUMBER DOT))"
)
_LONGEST_HOLIDAY = 30
# With a capital letter they may end a holiday's name; where they do not they are what they are when small.
_HOLIDAY_ENDS = frozenset({"Day", "Year"})
_HOLIDAY = pattern("HOLIDAYWORD")


class Tokens:
    """A text, where its tokens begin, and the class of each.

    Attributes
    ----------
    text : str
    starts : list of int
        Where each token begins, and the end of the text.
    codes : bytearray
        The class of each token; of a written date the first token has the class of the date (DATED with a
        year, UNDATED without one, MONTHDATED a month and year) and the others are INSIDE.
    atoms : dict
        The written dates by their first token.
    holidays : dict
        The names of holidays by their first token.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        words, self.starts = words_of(text)
        self.codes = bytearray(map(_classes.__getitem__, words))
        self.holidays: dict[int, str] = {}
        self.atoms: dict[int, WrittenDate] = {}
        for token in (match.start() for match in _HOLIDAY.finditer(self.codes)):
            at = self.starts[token]
            for holiday in holidays(text, max(0, at - _LONGEST_HOLIDAY), at + _LONGEST_HOLIDAY):
                if holiday.start <= at < holiday.end:
                    self.holidays[self._overlay(holiday.start, holiday.end, "HOLIDAY")] = holiday.name
            if self.codes[token] == CLASSES["HOLIDAYWORD"]:
                self.codes[token] = _classes[self.words(token, token + 1)]
        for written in dates_at(text, self._cues(), 0, len(text)):
            name = "UNDATED" if written.year is None else "DATED" if written.day else "MONTHDATED"
            self.atoms[self._overlay(written.start, written.end, name)] = written

    def _cues(self) -> list[tuple[int, int]]:
        """Return where a written date may stand: a month, or digits before a separator and more digits."""
        cues = []
        for match in _DATE_CUE.finditer(self.codes):
            token = match.start()
            word = self.written(token)
            end = self.starts[token] + len(word)
            found = _GLUED_MONTH.search(word) if self.codes[token] == _GLUED else None
            cues.append((end - len(word) + (found.start() if found else 0), end))
        return cues

    def _overlay(self, start: int, end: int, name: str) -> int:
        """Give the tokens of a span the class `name`; return the first."""
        first = bisect_right(self.starts, start) - 1
        after = bisect_left(self.starts, end)
        self.codes[first:after] = bytes([CLASSES[name]]) + bytes([CLASSES["INSIDE"]]) * (after - first - 1)
        return first

    def start(self, token: int) -> int:
        """Return where the token begins, or the written date that begins in it."""
        atom = self.atoms.get(token)
        return atom.start if atom else self.starts[token]

    def end(self, token: int) -> int:
        """Return where the tokens before `token` end, without the blanks behind them."""
        start = self.starts[token - 1] if token else 0
        return start + len(self.text[start : self.starts[token]].rstrip())

    def written(self, token: int) -> str:
        """Return a token as it is written."""
        return self.text[self.starts[token] : self.starts[token + 1]].rstrip()

    def words(self, first: int, after: int) -> str:
        """Return the text of the tokens `first` up to `after`: small letters, one blank between words."""
        if after - first == 1:
            return self.text[self.starts[first] : self.starts[after]].rstrip().lower()
        return " ".join(self.text[self.starts[first] : self.starts[after]].lower().split())
