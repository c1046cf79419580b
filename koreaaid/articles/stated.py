"""What a page, a record, a feed or the head of a file says of its article, and where it says so."""

from __future__ import annotations

from dataclasses import dataclass

from koreaaid.articles.article import Dating


@dataclass(frozen=True, slots=True)
class Stated:
    """What is stated of an article beside its text.

    Attributes
    ----------
    title, author, outlet, url : str or None
    datings : tuple of Dating
        The statements of its day, the most trustworthy first.
    places : tuple of (str, str)
        Where the others are stated, by their names: ("title", "og:title").
    """

    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    datings: tuple[Dating, ...] = ()
    places: tuple[tuple[str, str], ...] = ()


NOTHING_STATED = Stated()
