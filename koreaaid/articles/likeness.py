"""Which articles are nearly the same: by the sequences of five words that they share."""

from __future__ import annotations

import re
from collections import Counter
from zlib import crc32

_WORD = re.compile(r"\w+")
_TOGETHER = 5
# One sequence in so many is kept; of short texts all are.
_KEPT_OF = 8
_SHORT = 400


def traits(text: str) -> frozenset[int]:
    """Return checksums of the word sequences of a text: those that two texts share make them alike."""
    words = _WORD.findall(text.lower())
    sums = {
        crc32(" ".join(words[at : at + _TOGETHER]).encode())
        for at in range(max(1, len(words) - _TOGETHER + 1))
    }
    return frozenset(sums if len(words) < _SHORT else (value for value in sums if value % _KEPT_OF == 0))


class Likeness:
    """An index of texts that finds the one most like another."""

    def __init__(self) -> None:
        self._traits: dict[str, frozenset[int]] = {}
        self._holders: dict[int, list[str]] = {}

    def add(self, name: str, text: str) -> None:
        """Add a text to the index."""
        found = traits(text)
        self._traits[name] = found
        for trait in found:
            self._holders.setdefault(trait, []).append(name)

    def nearest(self, text: str) -> tuple[str, float] | None:
        """Return the text that shares the most with `text`, and the share of all sequences that both have.

        >>> index = Likeness()
        >>> index.add("a", "the ministry said that three hundred soldiers had come to the town")
        >>> index.nearest("the ministry said that three hundred soldiers had come to the port")
        ('a', 0.8)
        """
        own = traits(text)
        shared = Counter(name for trait in own for name in self._holders.get(trait, ())[:_MOST_HOLDERS])
        if not shared:
            return None
        name, count = min(shared.items(), key=lambda item: (-item[1], item[0]))
        return name, count / len(own | self._traits[name])


# A sequence that more texts have says nothing about any of them: an agency's standing phrase.
_MOST_HOLDERS = 50
