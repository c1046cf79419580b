"""The sentences of one article, read into words and sources when they are asked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from koreaaid.articles import Article
from koreaaid.articles.naming import find_outlet, outlet_named
from koreaaid.extract.claims.sources.source import Source
from koreaaid.extract.claims.sources.sources import find_sources
from koreaaid.extract.claims.words.tagged import LONGEST_SENTENCE, Figure, Tagged, tagged
from koreaaid.extract.mention import Date, Quantity
from koreaaid.extract.sentences import Span

_LONGEST_HEADER = 40
_LONGEST_DAY = 31


class Reading:
    """What the readers of claims share: the sentences around the figures, each read once.

    Parameters
    ----------
    article : Article
    sentences : sequence of Span
    quantities, dates : sequence of Quantity and Date
        In text order.
    """

    def __init__(
        self,
        article: Article,
        sentences: Sequence[Span],
        quantities: Sequence[Quantity],
        dates: Sequence[Date],
    ) -> None:
        self._outlet = article.outlet
        self.text = article.text
        self.published = article.published
        self.datelines = tuple(
            (d.start, d.end) for d in article.datings if d.start is not None and d.end is not None
        )
        self.spans = _short(sentences, self.datelines, [quantity.start for quantity in quantities])
        self._quantities = quantities
        self._dates = dates
        self._figures: list[Figure] = sorted([*quantities, *dates], key=attrgetter("start"))
        self._starts = [figure.start for figure in self._figures]
        self._span_starts = [span[0] for span in self.spans]
        self._tagged: dict[int, Tagged] = {}
        self._sources: dict[int, list[Source]] = {}

    def is_outlet(self, name: str) -> bool:
        """Say whether a name is the outlet's, which is looked for in the text where nothing has named it."""
        if self._outlet is None and outlet_named(name):
            self._outlet = find_outlet(self.text) or ""
        return name == self._outlet

    def quantities(self) -> Iterator[tuple[Tagged, int, Quantity]]:
        """Yield the figures of the article, each with its sentence and the index of its word there."""
        end = -1
        for quantity in self._quantities:
            if quantity.start < end:
                continue
            sentence = self.sentence(self.index_of(quantity.start))
            end = sentence.end
            for word, figure in sentence.figures.items():
                if isinstance(figure, Quantity):
                    yield sentence, word, figure

    def days(self) -> Iterator[tuple[Tagged, int, Date]]:
        """Yield the dates of the article itself that name a day, a week or a month, as `quantities` does."""
        end = -1
        for date in self._dates:
            if date.start < end or not _is_day(date):
                continue
            sentence = self.sentence(self.index_of(date.start))
            end = sentence.end
            for word, figure in sentence.figures.items():
                if isinstance(figure, Date) and _is_day(figure) and not self._dates_article(figure):
                    yield sentence, word, figure

    def _dates_article(self, date: Date) -> bool:
        return any(start <= date.start < end for start, end in self.datelines)

    def index_of(self, offset: int) -> int:
        """Return the index of the sentence that holds `offset`."""
        return (bisect_right(self._span_starts, offset) or 1) - 1

    def sentence(self, index: int) -> Tagged:
        """Return the sentence with this index."""
        known = self._tagged.get(index)
        if known is None:
            span = self.spans[index]
            first, last = bisect_left(self._starts, span[0]), bisect_left(self._starts, span[1])
            known = self._tagged[index] = tagged(self.text, index, span, self._figures[first:last])
        return known

    def sources(self, index: int) -> list[Source]:
        """Return the sources that the sentence with this index names."""
        known = self._sources.get(index)
        if known is None:
            known = self._sources[index] = find_sources(self.sentence(index))
        return known

    def same_paragraph(self, index: int) -> bool:
        """Say whether a sentence follows the one before it in the same paragraph."""
        return index > 0 and "\n" not in self.text[self.spans[index - 1][1] : self.spans[index][0]]


def _is_day(date: Date) -> bool:
    """Say whether a date names a time in which something happens; in longer ones figures are compared."""
    if date.earliest is None or date.latest is None or date.furniture is not None:
        return False
    return (date.latest - date.earliest).days < _LONGEST_DAY


def _short(sentences: Sequence[Span], datelines: Sequence[Span], figures: Sequence[int]) -> list[Span]:
    """Cut off a date line that runs into a sentence, and what is longer than any sentence into pieces.

    `figures` are the places of the quantities: none is cut off.
    """
    if not datelines and all(end - start <= LONGEST_SENTENCE for start, end in sentences):
        return list(sentences)
    spans: list[Span] = []
    for start, end in sentences:
        for _, stop in datelines:
            runs_in = start < stop < end and stop - start <= _LONGEST_HEADER
            if runs_in and bisect_left(figures, start) == bisect_left(figures, stop):
                start = stop
        if end - start <= LONGEST_SENTENCE:
            spans.append((start, end))
        else:
            spans += [(at, min(at + LONGEST_SENTENCE, end)) for at in range(start, end, LONGEST_SENTENCE)]
    return spans
