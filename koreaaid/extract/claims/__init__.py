"""Who says a figure, of whom, planned or done, where and when."""

from __future__ import annotations

from collections.abc import Sequence

from koreaaid.articles import Article
from koreaaid.extract.mention import Date, Quantity
from koreaaid.extract.sentences import Span


def describe(
    article: Article, sentences: Sequence[Span], quantities: Sequence[Quantity], dates: Sequence[Date]
) -> list[Quantity]:
    """Return `quantities` with speaker, actor, modality, stage, place and time filled in."""
    return list(quantities)
