"""The reading of one article, from its text to its mentions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from koreaaid.articles import Article, Furniture
from koreaaid.articles.reading import article_from_text
from koreaaid.extract.claims import describe
from koreaaid.extract.dates import read_dates
from koreaaid.extract.mention import Date, Excluded, Mention, Quantity
from koreaaid.extract.quantities import read_quantities
from koreaaid.extract.sentences import sentence_spans


def extract(source: Article | str, *, published: date | None = None) -> list[Mention]:
    """Read every figure, date and excluded number.

    Parameters
    ----------
    source : Article or str
        An article, or a text that is read as one.
    published : date, optional
        Publication date of a text; without one it is taken from the text where the text gives it.

    Returns
    -------
    list of Mention
        In text order, not overlapping. Every digit lies in exactly one of them, and
        `text[mention.start:mention.end] == mention.surface`.
    """
    article = article_from_text(source, published=published) if isinstance(source, str) else source
    text = article.text
    sentences = sentence_spans(text)
    dates = read_dates(text, sentences, article.published)
    figures = read_quantities(text, sentences, dates)
    kept, excluded = _without_furniture(figures, article.furniture)
    quantities = describe(article, sentences, kept, dates)
    mentions: list[Mention] = sorted([*dates, *quantities, *excluded], key=lambda m: m.start)
    return _with_remaining_digits(text, mentions)


def _without_furniture(
    figures: Iterable[Quantity | Excluded], furniture: Sequence[Furniture]
) -> tuple[list[Quantity], list[Excluded]]:
    """Separate the figures of the article from exclusions and from the figures of the page around it."""
    starts = [span.start for span in furniture]
    quantities: list[Quantity] = []
    excluded: list[Excluded] = []
    for figure in figures:
        at = bisect_right(starts, figure.start) - 1
        inside = furniture[at] if at >= 0 and figure.start < furniture[at].end else None
        if isinstance(figure, Excluded):
            excluded.append(replace(figure, reason=inside.reason, rule="furniture") if inside else figure)
        elif inside:
            excluded.append(Excluded(figure.start, figure.end, figure.surface, inside.reason, "furniture"))
        else:
            quantities.append(figure)
    return quantities, excluded


def _with_remaining_digits(text: str, mentions: list[Mention]) -> list[Mention]:
    """Add an exclusion for each run of digits that no rule has read, so that none is dropped in silence."""
    complete: list[Mention] = []
    position = 0
    for mention in mentions:
        complete += _unread(text, position, mention.start)
        complete.append(mention)
        position = mention.end
    complete += _unread(text, position, len(text))
    return complete


def _unread(text: str, start: int, end: int) -> list[Excluded]:
    """Return exclusions for the digits of `text[start:end]`; superscripts and other scripts' digits count."""
    found: list[Excluded] = []
    at = start
    while at < end:
        if not text[at].isdigit():
            at += 1
            continue
        first = at
        while at < end and text[at].isdigit():
            at += 1
        found.append(Excluded(first, at, text[first:at], "number that no rule reads", "remaining"))
    return found
