"""What a rule makes of an expression, before it becomes a mention."""

from __future__ import annotations

from typing import NamedTuple

from koreaaid.extract.mention import Basis, TimexType
from koreaaid.language.bounds import Bound


class Length(NamedTuple):
    """A counted length of time: value, low, high, bound and unit as in `koreaaid.extract.mention.Date`."""

    value: float | None
    low: float | None
    high: float | None
    bound: Bound
    unit: str


class Reading(NamedTuple):
    """A TIMEX3 value with what it rests on.

    Attributes
    ----------
    type, value, basis, mod
        As in `koreaaid.extract.mention.Date`.
    trim : tuple of int
        Tokens at the start and at the end of the match that are no part of the expression; negative for
        tokens before the match that are.
    length : Length or None
        Of a length of time that is counted.
    compared : bool
        Of a period that another is compared with: later expressions do not count from it.
    """

    type: TimexType
    value: str | None
    basis: Basis
    mod: str | None = None
    trim: tuple[int, int] = (0, 0)
    length: Length | None = None
    compared: bool = False


UNRESOLVED = Reading("DATE", None, "unresolved")


def explicit(value: str) -> Reading:
    """Return a date that the words name whole."""
    return Reading("DATE", value, "explicit")


def from_publication(value: str) -> Reading:
    """Return a date that is resolved against the publication date."""
    return Reading("DATE", value, "publication")


def from_context(value: str) -> Reading:
    """Return a date that is resolved against a date of the text."""
    return Reading("DATE", value, "context")


def partial(value: str) -> Reading:
    """Return a date of which only a part is known: XXXX-01-09."""
    return Reading("DATE", value, "unresolved")
