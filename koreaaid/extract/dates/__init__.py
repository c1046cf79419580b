"""Dates, times, lengths of time, resolved against the publication date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from koreaaid.extract.mention import Date
from koreaaid.extract.sentences import Span


def read_dates(text: str, sentences: Sequence[Span], published: date | None) -> list[Date]:
    """Read the dates of `text`."""
    return []
