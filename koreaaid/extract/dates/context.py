"""The state of the reading of one text: its publication date, and the dates that it has named so far."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from koreaaid.extract.dates.timex import grain_of
from koreaaid.extract.dates.tokens import Tokens
from koreaaid.language.numerals import Numeral, find_numerals

# How far back, in tokens, an expression that leans on another looks for it.
NEAR = 60
FAR = 150  # ... of one that plainly leans on another: "the following month"


class Named(NamedTuple):
    """A date that the text has named, and the token where it ends."""

    value: str
    grain: str
    at: int


@dataclass(slots=True)
class Context:
    """What an expression can be resolved against."""

    tokens: Tokens
    sentences: Sequence[tuple[int, int]]
    published: date | None
    named: list[Named] = field(default_factory=list)
    latest: Named | None = None  # the last of all, those that something is compared with included
    stepped: tuple[int, str, str | None] | None = None  # the last "previous week": step, unit, value
    _numerals: dict[int, Numeral] | None = None

    def numeral_before(self, token: int) -> Numeral | None:
        """Return the numeral that ends where the tokens before `token` end."""
        if self._numerals is None:
            self._numerals = {numeral.end: numeral for numeral in find_numerals(self.tokens.text)}
        return self._numerals.get(self.tokens.end(token))

    def remember(self, value: str, at: int, compared: bool = False) -> None:
        """Keep a date of the text for those that lean on it: none that something is `compared` with."""
        grain = grain_of(value)
        if grain == "other":
            return
        self.latest = Named(value, grain, at)
        if not compared:
            self.named.append(self.latest)

    def last_named(self, before: int, grains: str = "", reach: int = NEAR) -> Named | None:
        """Return the date named last, at most `reach` tokens before `before`; of certain grains, if asked."""
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
