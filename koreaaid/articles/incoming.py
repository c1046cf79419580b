"""What is about to be added: an article from anywhere, before it has a file."""

from __future__ import annotations

from dataclasses import dataclass

from koreaaid.articles.stated import NOTHING_STATED, Stated


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article that was found in a file, a feed or at an address.

    Attributes
    ----------
    origin : str
        Where it was found, as shown to the user: "archive.jsonl, line 17".
    text : str
        Its text, as it will be stored.
    stated : Stated
        What the source says of it.
    """

    origin: str
    text: str
    stated: Stated = NOTHING_STATED
