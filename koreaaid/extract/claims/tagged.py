"""A sentence as words with their classes, figures and dates standing for one word each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from koreaaid.extract.mention import Date, Quantity
from koreaaid.extract.sentences import Span
from koreaaid.language.word_classes import LOWER, word_class

Figure = Quantity | Date
Piece = tuple[int, int, tuple[int, ...]]  # a stretch of words, and where the marks and figures after it begin

_WORD = re.compile(
    r"[^\W\d_](?:\.(?:[A-Za-z]\.)+|\w*(?:['’&/-]\w+)*)|\w+(?:['’&/-]\w+)*|[,;:()\[\]\"“”«»–—|-]"
)
_ESTIMATING = re.compile(
    r"(?:estimat(?:e|ed|es|ing|ion|ions))\s+(?:(?:that|of|at|to be|the)\s+){0,2}", re.IGNORECASE
)

# Longer ones are read in pieces, so that a text without full stops costs no more than another.
LONGEST_SENTENCE = 1500


@dataclass(slots=True, eq=False)
class Tagged:
    """A sentence with its words.

    Attributes
    ----------
    index : int
        Which sentence of the article it is.
    start, end : int
        Its half-open span in the text.
    words : list of str
        The words and marks; for a figure or a date its surface.
    tags : str
        One letter for each word: see `koreaaid.language.word_classes`.
    flags : list of int
        The bits of each word.
    figures : dict of int to Figure
        The figures and dates by the index of their word.
    bits : int
        The bits of all words together, to see at once what a sentence lacks.
    cues : list of int
        The indices of the words and marks that say something of a figure: those with any bit but `LOWER`.
    """

    index: int
    start: int
    end: int
    words: list[str]
    tags: str
    flags: list[int]
    figures: dict[int, Figure]
    bits: int
    cues: list[int]
    _text: str
    _pieces: list[Piece]
    _starts: list[int] | None = None

    @property
    def starts(self) -> list[int]:
        """Where each word begins in the text; found when first asked for, as few sentences need it."""
        if self._starts is None:
            starts: list[int] = []
            for first, stop, others in self._pieces:
                starts += [match.start() for match in _WORD.finditer(self._text, first, stop)]
                starts += others
            self._starts = starts
        return self._starts

    def cues_before(self, word: int) -> list[int]:
        """Return the indices of the cues before a word, the nearest first."""
        first = bisect_left(self.cues, word)
        return self.cues[first - 1 :: -1] if first else []

    def cues_after(self, word: int) -> list[int]:
        """Return the indices of the cues after a word."""
        return self.cues[bisect_left(self.cues, word + 1) :]

    def at(self, offset: int) -> int:
        """Return the index of the word that begins at `offset`, or of the first one after it."""
        return bisect_left(self.starts, offset)

    def span(self, first: int, last: int) -> Span:
        """Return the place in the text of the words `first` to `last`, the latter not included."""
        return self.starts[first], self.starts[last - 1] + len(self.words[last - 1])


def tagged(text: str, index: int, span: Span, figures: Sequence[Figure]) -> Tagged:
    """Read the words of the sentence with this index; `figures` are the figures and dates in it, in order."""
    words: list[str] = []
    pieces: list[Piece] = []
    placed: dict[int, Figure] = {}
    position = span[0]
    for figure in figures:
        stop = _number_in(figure)
        words += _WORD.findall(text, position, stop)
        glued = _glued(text, figure.start, span[0])
        if glued:
            words.append(";")  # "… tanks.116 of them"
        pieces.append((position, stop, (stop - 1, stop) if glued else (stop,)))
        placed[len(words)] = figure
        words.append("#" if figure.kind == "quantity" else "@")
        position = figure.end
    words += _WORD.findall(text, position, span[1])
    pieces.append((position, span[1], ()))
    classes = [*map(word_class, words)]
    letters = [letter for letter, _ in classes]
    flags = [bits for _, bits in classes]
    for (at, figure), piece in zip(placed.items(), pieces, strict=False):
        words[at] = figure.surface[piece[1] - figure.start :]
    if "?" in letters:
        _settle(letters, words)
    cues = [at for at, bits in enumerate(flags) if bits > LOWER]
    together = reduce(or_, flags, 0)
    return Tagged(index, *span, words, "".join(letters), flags, placed, together, cues, text, pieces)


def _glued(text: str, start: int, first: int) -> bool:
    """Say whether a full stop and the figure at `start` are written without a blank between them."""
    return start > first + 1 and text[start - 1] == "." and text[start - 2].isalpha()


def _number_in(figure: Figure) -> int:
    """Return where a figure begins as a word: a verb of estimating before its number says who estimates.

    "Zelensky has [estimated that almost 3,000] had been killed".
    """
    if figure.kind == "date" or figure.surface[:1] not in "eE":
        return figure.start
    opening = _ESTIMATING.match(figure.surface)
    return figure.start + (opening.end() if opening else 0)


_OWNED = frozenset(["'s", "’s", "s'", "s’"])
_BEFORE_NOUN = frozenset("djoFfywip2KAx")
_AFTER_NOUN = frozenset("oFVUXnm")


def _settle(letters: list[str], words: list[str]) -> None:
    """Decide which of the words that are nouns or verbs ("reports", "estimates") are which."""
    for at, letter in enumerate(letters):
        if letter != "?":
            continue
        if at and words[at][0].isupper():
            letters[at] = "N"  # "the United States"
            continue
        before = letters[at - 1] if at else ""
        after = letters[at + 1] if at + 1 < len(letters) else ""
        if not before:
            is_noun = after not in ("t", "#", "C", "N")
        else:
            is_noun = before in _BEFORE_NOUN or after in _AFTER_NOUN or words[at - 1][-2:] in _OWNED
        letters[at] = "D" if is_noun else "V"


__all__ = ["LONGEST_SENTENCE", "Figure", "Tagged", "tagged"]
