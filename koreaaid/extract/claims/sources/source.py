"""A source: who says what part of a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from koreaaid.extract.claims.words.phrases import Phrase

Content = Literal["said", "expected", "denied", "not_confirmed"]


@dataclass(slots=True, eq=False)
class Source:
    """Who says something, as words of a sentence.

    Attributes
    ----------
    phrase : Phrase or None
        The words that name the speaker.
    verb : str
        The verb or phrase of saying, as written.
    at : int
        Its index.
    left, right : int
        The words that are said, half-open; the speaker may stand among them.
    begins : int
        Where the words of saying begin, with the speaker's name.
    outer : bool
        Said of the whole from outside (", X said", "according to X"): what is reported within it is nearer.
    backward : bool
        It speaks of the sentence before: "This was announced by X".
    origin, told : Phrase or None
        Whom the speaker cites, and the outlet or person that passes it on.
    said : int or None
        Index of the date on which it was said.
    content : str
        How the speaker stands to it.
    """

    phrase: Phrase | None
    verb: str
    at: int
    left: int
    right: int
    begins: int
    outer: bool = False
    backward: bool = False
    origin: Phrase | None = None
    told: Phrase | None = None
    said: int | None = None
    content: Content = "said"

    def covers(self, word: int) -> bool:
        """Say whether the word at this index is part of what is said."""
        return self.left <= word < self.right

    def names(self, word: int) -> bool:
        """Say whether the word at this index says who speaks: "Hugh Marlow, 61, told us", "two sources"."""
        return self.phrase is not None and self.phrase[0] - 1 <= word < max(self.phrase[1], self.at)

    def counts(self, word: int) -> bool:
        """Say whether the word at this index is in the speaker's name, not told of it: "two sources"."""
        return self.phrase is not None and self.phrase[0] - 1 <= word < self.phrase[1]


class Attribution(NamedTuple):
    """Who says a figure; the source is None where another sentence names it."""

    name: str | None = None
    verb: str | None = None
    relayed_by: str | None = None
    said_on: str | None = None
    content: Content = "said"
    source: Source | None = None


NOBODY = Attribution()
# of a figure that counts those who speak: "two people briefed on the matter said"
OF_SPEAKER = Attribution()
