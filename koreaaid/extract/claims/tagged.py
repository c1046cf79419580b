"""A sentence as words with their classes, figures and dates standing for one word each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from koreaaid.extract.mention import Date, Quantity
from koreaaid.extract.sentences import Span
from koreaaid.language.word_classes import word_class

Figure = Quantity | Date

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|\w+(?:['’&/-]\w+)*|[,;:()\[\]\"“”«»–—|-]")
_MARKS = {
    ",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")", '"': '"', "“": "“", "”": "”", "«": "“",
    "»": "”", "–": "-", "—": "-", "-": "-", "|": "|",
}  # fmt: skip

# Longer ones are read in pieces, so that a text without full stops costs no more than another.
LONGEST_SENTENCE = 1500


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence with its words.

    Attributes
    ----------
    start, end : int
        Its half-open span in the text.
    words : list of str
        The words and marks; for a figure or a date its surface.
    starts : list of int
        Where each word begins in the text.
    tags : str
        One letter for each word: see `koreaaid.language.word_classes`.
    flags : list of int
        The bits of each word.
    figures : dict of int to Figure
        The figures and dates by the index of their word.
    """

    start: int
    end: int
    words: list[str]
    starts: list[int]
    tags: str
    flags: list[int]
    figures: dict[int, Figure]

    def at(self, offset: int) -> int:
        """Return the index of the word that begins at `offset`, or of the first one after it."""
        return bisect_left(self.starts, offset)

    def span(self, first: int, last: int) -> Span:
        """Return the place in the text of the words `first` to `last`, the latter not included."""
        return self.starts[first], self.starts[last - 1] + len(self.words[last - 1])


def tagged(text: str, span: Span, figures: Sequence[Figure]) -> Tagged:
    """Read the words of a sentence; `figures` are the figures and dates in it, in order."""
    words: list[str] = []
    starts: list[int] = []
    letters: list[str] = []
    flags: list[int] = []
    placed: dict[int, Figure] = {}
    position = span[0]
    for figure in (*figures, None):
        stop = figure.start if figure else span[1]
        for found in _WORD.finditer(text, position, stop):
            word = found.group()
            mark = _MARKS.get(word)
            letter, bits = (mark, 0) if mark else word_class(word)
            words.append(word)
            starts.append(found.start())
            letters.append(letter)
            flags.append(bits)
        if figure:
            if (
                figure.start > span[0] + 1
                and text[figure.start - 1] == "."
                and text[figure.start - 2].isalpha()
            ):
                _append_break(words, starts, letters, flags, figure.start - 1)  # "… tanks.116 of them"
            placed[len(words)] = figure
            words.append(figure.surface)
            starts.append(figure.start)
            letters.append("#" if isinstance(figure, Quantity) else "@")
            flags.append(0)
            position = figure.end
    _settle(letters, words, flags)
    return Tagged(span[0], span[1], words, starts, "".join(letters), flags, placed)


def _append_break(words: list[str], starts: list[int], letters: list[str], flags: list[int], at: int) -> None:
    words.append(".")
    starts.append(at)
    letters.append(";")
    flags.append(0)


_BEFORE_NOUN = frozenset("djoFfywip2KA")
_AFTER_NOUN = frozenset("oFVUXnm")


def _settle(letters: list[str], words: list[str], flags: list[int]) -> None:
    """Decide which of the words that are nouns or verbs ("reports", "estimates") are which."""
    for at, letter in enumerate(letters):
        if letter != "?":
            if (
                letter == "V"
                and letters[at + 1 : at + 2] in (["T"], ["D"])
                and letters[at - 1 : at] in ([], [","], ["d"])
            ):
                letters[at] = "j"  # "informed sources"
            continue
        if at and words[at][0].isupper():
            letters[at] = "N"  # "the United States"
            continue
        before = letters[at - 1] if at else ""
        after = letters[at + 1] if at + 1 < len(letters) else ""
        owned = before in ("N", "C", "B", "T", "M") and words[at - 1][-2:] in ("'s", "’s", "s'", "s’")
        noun = not before or before in _BEFORE_NOUN or owned or after in _AFTER_NOUN or before == "x"
        if before == "" and after in ("t", "#", "C", "N"):
            noun = False
        letters[at] = "D" if noun else "V"
        if noun and "-" in words[at]:
            letters[at] = "x"


__all__ = ["LONGEST_SENTENCE", "Figure", "Tagged", "tagged"]
