"""What a date is resolved against: the publication date, the date named last, the tense of the clause."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

from koreaaid.extract.dates.timex import Span, grain_of, span_of
from koreaaid.extract.dates.tokens import CLASSES, Tokens
from koreaaid.extract.mention import Basis, Bound, TimexType
from koreaaid.language.numerals import Numeral, find_numerals

Direction = Literal["future", "past"]

# How far a clause reaches, in tokens, and how far back an expression that leans on another looks for it.
_BEHIND, _AHEAD, _NEAR = 20, 9, 60


class Reading(NamedTuple):
    """What a rule makes of an expression.

    Attributes
    ----------
    type, value, basis, mod
        As in `koreaaid.extract.mention.Date`.
    span : Span or None
        First and last day, where the value alone does not say them.
    trim : tuple of int
        Tokens at the start and at the end of the match that are no part of the expression; negative for tokens
        before the match that are.
    compared : bool
        Of a period that another is compared with: later expressions do not count from it.
    low, number, high, bound, unit
        Of a counted length of time.
    """

    type: TimexType
    value: str | None
    basis: Basis
    mod: str | None = None
    span: Span | None = None
    trim: tuple[int, int] = (0, 0)
    low: float | None = None
    number: float | None = None
    high: float | None = None
    bound: Bound | None = None
    unit: str | None = None
    compared: bool = False


class Named(NamedTuple):
    """A date that the text has named, and the token where it ends."""

    value: str
    grain: str
    at: int


@dataclass(slots=True)
class Context:
    """The state of the reading of one text."""

    tokens: Tokens
    sentences: Sequence[tuple[int, int]]
    published: date | None
    named: list[Named] = field(default_factory=list)
    _numerals: dict[int, Numeral] | None = None

    def numeral_before(self, end: int) -> Numeral | None:
        """Return the numeral that ends at the character `end`."""
        if self._numerals is None:
            self._numerals = {numeral.end: numeral for numeral in find_numerals(self.tokens.text)}
        return self._numerals.get(end)

    def remember(self, value: str, at: int) -> None:
        """Keep a date of the text for those that lean on it."""
        grain = grain_of(value)
        if grain != "other":
            self.named.append(Named(value, grain, at))

    def last_named(self, before: int, grains: str = "", reach: int = _NEAR) -> Named | None:
        """Return the date named last within `reach` tokens before `before`, of one of the grains if any is asked."""
        for named in reversed(self.named):
            if before - named.at > reach:
                return None
            if not grains or named.grain in grains.split():
                return named
        return None

    def sentence_start(self, token: int) -> int:
        """Return the token at which the sentence of `token` begins."""
        at = bisect_right(self.sentences, (self.tokens.starts[token], 1 << 60)) - 1
        return bisect_right(self.tokens.starts, self.sentences[at][0]) - 1 if at >= 0 else 0

    def direction(self, first: int, after: int) -> Direction | None:
        """Say whether the clause around the tokens tells of what is to come or of what has been.

        The nearest word before the expression that shows tense decides; without one, the nearest after it.
        """
        before = self._direction_before(first)
        return before or self._direction_after(first, after)

    def _direction_before(self, first: int) -> Direction | None:
        codes = self.tokens.codes
        for at in range(first - 1, max(-1, first - 1 - _BEHIND), -1):
            code = codes[at]
            if code in _BREAKS:
                return None
            if code == _REPORT and first - at <= 2:  # "said Monday that it will"
                return "past"
            if (code == _UNTIL and first - at <= 4) or (code == _BY and self._is_deadline(at, first)):
                return "past" if _HAD in codes[max(0, first - _BEHIND) : first + _AHEAD] else "future"
            if (code == _TO and at and codes[at - 1] == _IS) or (code == _TO and codes[at + 1] == _BE):
                return "future"
            if code == _TO and at and codes[at - 1] == _PAST_VERB:  # "agreed to deliver": it may be either
                return None
            if code == _PAST_VERB and (_BE in codes[max(0, at - 2) : at] or codes[at - 1] in _ARTICLES or codes[at - 2] in _ARTICLES):
                continue  # "to be delivered", "a still unspecified date"
            if code in _CUES:
                return self._told(at) if _CUES[code] == "future" else "past"
        return None

    def _is_deadline(self, at: int, first: int) -> bool:
        """Say whether "by" stands right before the expression, not before another: "by the Tuesday deadline"."""
        return first - at == 1 or (first - at == 2 and self.tokens.codes[at + 1] in _PARTS_OF_PERIOD)

    def _told(self, at: int) -> Direction:
        """Return the direction of a cue of the future: "had been due to expire" lies in the past."""
        codes = self.tokens.codes
        return "past" if _HAD in codes[max(0, at - 7) : at] else "future"

    def _direction_after(self, first: int, after: int) -> Direction | None:
        codes = self.tokens.codes
        for at in range(after, min(after + _AHEAD, len(codes))):
            code = codes[at]
            if code in _BREAKS:
                break
            if code in _TENSES:
                return _TENSES[code]
            if code == _REPORT:
                # "In September it announced"; but "… in March, an official said" only tells who says so.
                return "past" if first - self.sentence_start(first) <= 2 else None
        return None


_FUTURE, _PAST, _REPORT, _PAST_VERB = (
    CLASSES[name] for name in ("TENSEFUTURE", "TENSEPAST", "TENSEREPORT", "PASTVERB")
)
_UNTIL, _BY, _TO, _IS, _BE, _HAD = (CLASSES[name] for name in ("UNTIL", "BY", "TO", "IS", "BE", "HAD"))
_TENSES: dict[int, Direction] = {_FUTURE: "future", _PAST: "past", _PAST_VERB: "past", _HAD: "past"}
_CUES: dict[int, Direction] = {**_TENSES, CLASSES["SINCE"]: "past"}
_PARTS_OF_PERIOD = frozenset(CLASSES[name] for name in ("EARLY", "LATE", "MID", "ABOUT", "END"))
_ARTICLES = frozenset({CLASSES["A"], CLASSES["THE"]})
_BREAKS = frozenset({CLASSES["DOT"], CLASSES["SEMICOLON"]})


def resolved(value: str, basis: Basis, mod: str | None = None) -> Reading:
    """Return a reading of type DATE."""
    return Reading("DATE", value, basis, mod)


UNRESOLVED = Reading("DATE", None, "unresolved")


def days_spanned(reading: Reading) -> Span:
    """Return the first and last day of a reading before its mod narrows them."""
    return reading.span or span_of(reading.value)
