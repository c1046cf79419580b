"""The working record of a number that is no figure."""

from __future__ import annotations

from typing import NamedTuple


class Exclusion(NamedTuple):
    """Why a number is no figure: the span that says so, the reason for readers, and the rule."""

    start: int
    end: int
    reason: str
    rule: str
