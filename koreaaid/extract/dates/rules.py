"""The table of rules: each reads one kind of expression, and is a pattern over word classes and a function."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from koreaaid.extract.dates.context import Context, Reading
from koreaaid.extract.dates.tokens import pattern

Reader = Callable[[Context, re.Match[bytes]], Reading | None]


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


def rule(name: str, grammar: str) -> Callable[[Reader], Reader]:
    """Enter the decorated function into the table."""

    def enter(read: Reader) -> Reader:
        RULES.append(Rule(name, pattern(grammar), read))
        return read

    return enter
