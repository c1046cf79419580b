"""What is about to be added: an article from anywhere, before it has a file."""

from __future__ import annotations

from dataclasses import dataclass

from koreaaid.articles.article import Dating


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article that was found in a file, a feed or at an address.

    Attributes
    ----------
    origin : str
        Where it was found, as shown to the user: "archive.jsonl, line 17".
    text : str
        Its text, as it will be stored.
    title, outlet, url : str or None
        What the source says of it.
    datings : tuple of Dating
        What the source says of its date.
    """

    origin: str
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    datings: tuple[Dating, ...] = ()
