"""Which articles are nearly the same: by the sequences of five words that they share."""

from __future__ import annotations

import re
from collections import Counter
from zlib import crc32

HIGHEST_HASH = 0xFFFFFFFF
_WORD = re.compile(r"\w+")
_TOGETHER = 5
_GOLDEN = 0x9E3779B1
# One sequence in so many is kept; of short texts all are.
_KEPT_OF = 8
_SHORT = 400


def word_sequences(text: str) -> set[int]:
    """Return hashes of all sequences of five words of a text, whatever their case and punctuation.

    >>> word_sequences("One, two, three, four, FIVE!") == word_sequences("one two three four five")
    True
    """
    words = _WORD.findall(text.lower())
    sequences = {" ".join(words[at : at + _TOGETHER]) for at in range(len(words) - _TOGETHER + 1)}
    # A checksum of text is not spread evenly; multiplied it is.
    return {crc32(sequence.encode()) * _GOLDEN & HIGHEST_HASH for sequence in sequences}


def _traits(text: str) -> frozenset[int]:
    found = word_sequences(text)
    return frozenset(found if len(found) < _SHORT else (value for value in found if value % _KEPT_OF == 0))


class Likeness:
    """An index of texts that finds the one most like another."""

    def __init__(self) -> None:
        self._traits: dict[str, frozenset[int]] = {}
        self._holders: dict[int, list[str]] = {}

    def add(self, name: str, text: str) -> None:
        """Add a text to the index."""
        found = _traits(text)
        self._traits[name] = found
        for trait in found:
            self._holders.setdefault(trait, []).append(name)

    def nearest(self, text: str) -> tuple[str, float] | None:
        """Return the text that shares the most with `text`, and the share of all sequences that both have.

        >>> index = Likeness()
        >>> index.add("a", "the ministry said that three hundred soldiers had come to town")
        >>> index.nearest("the ministry said that three hundred soldiers had come to port")
        ('a', 0.75)
        """
        own = _traits(text)
        shared = Counter(name for trait in own for name in self._holders.get(trait, ())[:_MOST_HOLDERS])
        if not shared:
            return None
        name, count = min(shared.items(), key=lambda item: (-item[1], item[0]))
        return name, count / len(own | self._traits[name])


# A sequence that more texts have says nothing about any of them: an agency's standing phrase.
_MOST_HOLDERS = 50
