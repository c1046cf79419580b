"""The table of rules: each reads one kind of expression, by a pattern over word classes and a function."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from koreaaid.extract.dates.context import Context
from koreaaid.extract.dates.readings import Reading
from koreaaid.extract.dates.tense import Direction, direction, tells_deed
from koreaaid.extract.dates.tokens import Tokens, codes_of, pattern
from koreaaid.language.lexicon import lexicon
from koreaaid.language.patterns import late

_WRITTEN = {
    word: lexicon("calendar")["classes"][name][0]
    for name in ("PREVIOUS", "FOLLOWING", "COMING")
    for word in lexicon("calendar")["classes"][name][1:]
}


class Found:
    """A match of a rule in a text, with what its function may ask.

    Attributes
    ----------
    context : Context
    tokens : Tokens
    published : date or None
    first, after : int
        Half-open span of the match in tokens.
    """

    __slots__ = ("_match", "after", "context", "first", "published", "tokens")

    def __init__(self, context: Context, match: re.Match[bytes]) -> None:
        self.context = context
        self.tokens: Tokens = context.tokens
        self.published: date | None = context.published
        self._match = match
        self.first, self.after = match.span()

    def __getitem__(self, group: str) -> str:
        """Return the words of a group in small letters; nothing where it took no part in the match.

        The last one is written as the first of its class: "the preceding" is "the previous".
        """
        start, end = self._match.span(group)
        if start < 0:
            return ""
        words = self.tokens.words(start, end)
        last = words.rpartition(" ")[2]
        return words.removesuffix(last) + _WRITTEN[last] if last in _WRITTEN else words

    def has(self, group: str) -> bool:
        """Say whether the rule has the group and it took part in the match."""
        return group in self._match.re.groupindex and self._match.start(group) >= 0

    def token(self, group: str) -> int:
        """Return the first token of a group."""
        return self._match.start(group)

    def end(self, group: str) -> int:
        """Return the token after a group."""
        return self._match.end(group)

    @property
    def words(self) -> str:
        """The words of the match in small letters."""
        return self.tokens.words(self.first, self.after)

    @property
    def before(self) -> int:
        """The class of the token before the match; 0 at the start of the text."""
        return self.tokens.codes[self.first - 1] if self.first else 0

    @property
    def following(self) -> int:
        """The class of the token after the match; 0 at the end of the text."""
        return self.tokens.codes[self.after] if self.after < len(self.tokens.codes) else 0

    @property
    def direction(self) -> Direction | None:
        """Where the clause points."""
        return direction(self.context, self.first, self.after)

    @property
    def tells_deed(self) -> bool:
        """Whether something was done on the day that is meant."""
        return tells_deed(self.context, self.first)


Reader = Callable[[Found], Reading | None]


class Rule(NamedTuple):
    """A kind of expression.

    Attributes
    ----------
    name : str
        As shown in `mention.rule`.
    pattern : re.Pattern
        Over the codes of `Tokens`.
    read : callable
        Makes a reading of a match; None where it is no date after all.
    """

    name: str
    pattern: re.Pattern[bytes]
    read: Reader


RULES: list[Rule] = []
# For each class the rules whose matches hold a token of it: their number, their pattern, and the classes that
# the tokens beside it may have.
_Beside = frozenset[int]
_BY_CORE: list[list[tuple[int, re.Pattern[bytes], _Beside, _Beside]]] = [[] for _ in range(256)]
_ANY = frozenset(range(256))
# How far a match reaches before and behind its core, in tokens.
_BEFORE, _BEHIND = 8, 24


def rule(
    name: str, core: str, grammar: str, *, before: str = "", behind: str = ""
) -> Callable[[Reader], Reader]:
    """Enter the decorated function; every match of `grammar` holds a token of one of the classes `core`.

    `before` and `behind` are the classes that the tokens beside that one can have: where other tokens stand
    there the text is not searched.
    """
    left = codes_of(before) if before else _ANY
    right = codes_of(behind) if behind else _ANY

    def enter(read: Reader) -> Reader:
        entered = Rule(name, pattern(grammar), read)
        for code in codes_of(core):
            _BY_CORE[code].append((len(RULES), entered.pattern, left, right))
        RULES.append(entered)
        return read

    return enter


@cache
def _cores() -> re.Pattern[bytes]:
    """Match a token of any class that a rule looks for."""
    return late(b"[" + b"".join(b"\\x%02x" % code for code in range(256) if _BY_CORE[code]) + b"]")


def candidates(codes: bytearray) -> Iterator[tuple[Rule, re.Match[bytes]]]:
    """Give the matches of all rules in text order, longer ones first, then by the order of the rules."""
    found: dict[tuple[int, int, int], re.Match[bytes]] = {}
    beside = bytes(1) + codes + bytes(1)
    for core in _cores().finditer(codes):
        at = core.start()
        first, after = at - _BEFORE, at + _BEHIND  # a search begins at 0 at the earliest
        left, right = beside[at], beside[at + 2]
        for number, grammar, before, behind in _BY_CORE[codes[at]]:
            if left not in before or right not in behind:
                continue
            match = grammar.search(codes, first, after)
            while match:
                start, end = match.span()
                if end > at:
                    if start <= at:
                        found[start, -end, number] = match
                    break
                match = grammar.search(codes, end, after)
    for (_, _, number), match in sorted(found.items()):
        yield RULES[number], match
