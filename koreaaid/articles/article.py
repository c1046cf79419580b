"""What is known of an article before its figures are read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

PublishedFrom = Literal["header", "metadata", "dateline", "url", "inferred", "supplied", "unknown"]


@dataclass(frozen=True, slots=True)
class Furniture:
    """A span of the text that belongs to the page and not to the article.

    Attributes
    ----------
    start, end : int
        Half-open span in Unicode characters of `Article.text`.
    reason : str
        What it is, in the words shown to readers: "view count", "related article", "subscription offer".
    """

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Dating:
    """One statement of the publication date.

    Attributes
    ----------
    day : date
        The date that is stated.
    source : PublishedFrom
        Where it stands: header (what an archive wrote in front of the text), metadata (of a page, a record or
        front matter), dateline (a dateline, a byline or a time stamp of the article), url, supplied (by the
        analyst), or inferred (from what only bounds it: another article on the page, an article id, the
        day of a change).
    evidence : str
        The words it was read from, or the file that supplied it.
    start, end : int or None
        Span of the evidence in the text; None where it is not in the text.
    """

    day: date
    source: PublishedFrom
    evidence: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A news article as it was read.

    Attributes
    ----------
    id : str
        The file's name (with its path inside the folder that was read, if it lies deeper).
    text : str
        The file's text, never altered; of an HTML file the text that was extracted and stored.
    published : date or None
        Publication date; None where nothing gives it.
    published_from : PublishedFrom
        How it is known.
    title, author, outlet, url : str or None
        As far as the text, its page or the analyst gives them.
    furniture : tuple of Furniture
        Spans of the page around the article, in order, not overlapping.
    datings : tuple of Dating
        Every statement of the publication date, the one taken first: two that disagree are both kept.
    edition_of : str or None
        Id of the article that this is a later version of.
    """

    id: str
    text: str
    published: date | None = None
    published_from: PublishedFrom = "unknown"
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    furniture: tuple[Furniture, ...] = ()
    datings: tuple[Dating, ...] = ()
    edition_of: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read: it stops nothing, and it is shown.

    Attributes
    ----------
    source : str
        The file, or the part of one, that the problem is about.
    message : str
        What is wrong and what to do.
    """

    source: str
    message: str

    def __post_init__(self) -> None:
        # A name that is not UTF-8 reaches Python with characters that no file and no table can hold.
        object.__setattr__(self, "source", self.source.encode("utf-8", "replace").decode())
