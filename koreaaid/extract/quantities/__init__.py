"""Numerals with what they count or measure."""

from __future__ import annotations

from collections.abc import Sequence

from koreaaid.extract.mention import Date, Excluded, Quantity
from koreaaid.extract.sentences import Span


def read_quantities(text: str, sentences: Sequence[Span], dates: Sequence[Date]) -> list[Quantity | Excluded]:
    """Read the figures of `text` outside of the spans of `dates`."""
    return []
