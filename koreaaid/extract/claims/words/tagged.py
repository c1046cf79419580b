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
from koreaaid.language.nouns import THINGS
from koreaaid.language.subject_nouns import OWNING
from koreaaid.language.word_classes import BITS, LETTERS, LOWER, NEGATION, REFUSED

Figure = Quantity | Date

# Most words, read fastest; "said" of "saidthat", "U.S.", then words ("we" and "'ll" are two), then marks.
# Hyphens are rare: `(?:…|)` costs less than `(?:…)*`.
_WORD = re.compile(
    r"[A-Za-z][a-z]++(?=[ ,.\n])(?<!saidthat)"
    r"|said(?=that\b)|\w(?:\.(?<!\d\.)(?:[A-Za-z]\.)+|\w*(?:(?:[&/-]|['’](?!(?:ll|re|ve|m|d)\b))\w+(?:['’&/-]\w+)*|))"
    r"|[,;:()\[\]\"“”«»–—|-]|['’](?:ll|re|ve|m|d)\b"
)
_ESTIMATING = re.compile(
    r"(?:estimat(?:e|ed|es|ing|ion|ions))\s+(?:(?:that|of|at|to be|the)\s+){0,2}", re.IGNORECASE
)

# Longer ones are read in pieces, so that a text without full stops costs no more than another.
LONGEST_SENTENCE = 1500
_NEAR = 1500
_REFUSING_OR_NOT = REFUSED | NEGATION
_ENDS = frozenset('.!?…”"’')


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
    text : str
        The text that it is a sentence of.
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
    text: str

    def cues_before(self, word: int) -> list[int]:
        """Return the indices of the cues before a word, the nearest first."""
        first = bisect_left(self.cues, word)
        return self.cues[first - 1 :: -1] if first else []

    def cues_after(self, word: int) -> list[int]:
        """Return the indices of the cues after a word."""
        return self.cues[bisect_left(self.cues, word + 1) :]

    def after(self, word: int) -> int:
        """Return the index after a figure and the one in brackets that restates it: "₩90 billion ($65m)"."""
        return word + 4 if self.tags.startswith("(#)", word + 1) else word + 1

    def tells_sum(self, first: int, last: int) -> bool:
        """Say whether the first figure among some words is a sum of money: "pledged a further $9 million"."""
        return self._category(first, last) == "money"

    def tells_things(self, first: int, last: int) -> bool:
        """Say whether the first figure among some words counts arms or people: "will take 246 guns"."""
        return self._category(first, last) in THINGS

    def _category(self, first: int, last: int) -> str | None:
        figure = self.figures.get(self.tags.find("#", first, last))
        return figure.category if isinstance(figure, Quantity) else None

    def start_of(self, word: int) -> int:
        """Return where a word begins in the text; looked for from the last figure before it."""
        at, position = 0, self.start
        text, words = self.text, self.words
        figure = None
        for place in self.figures:
            if place > word:
                break
            at, figure = place, self.figures[place]
        if figure is not None:
            position = figure.end - len(words[at])
        run = " ".join(words[at : word + 1])
        if text.startswith(run, position):
            return position + len(run) - len(words[word])
        for before in words[at:word]:
            position = text.find(before, position) + len(before)
        return text.find(words[word], position)

    def at(self, offset: int) -> int:
        """Return the index of the word that begins at `offset`, or of the first one after it."""
        position = self.start
        for at, word in enumerate(self.words):
            position = self.text.find(word, position)
            if position >= offset:
                return at
            position += len(word)
        return len(self.words)

    def is_near(self, written: str) -> bool:
        """Say whether something is written in the sentence or not far from it."""
        return self.text.find(written, max(0, self.start - _NEAR), self.end + _NEAR) >= 0

    def is_elsewhere(self, word: str) -> bool:
        """Say whether a word is written near the sentence too, and not as a label: "Crowd: 900"."""
        before = self.text[max(0, self.start - _NEAR) : self.start]
        after = self.text[self.end : self.end + _NEAR]
        return any(part.count(word) > part.count(f"{word}:") for part in (before, after))

    def is_stopped(self) -> bool:
        """Say whether a full stop or another mark ends the sentence: headlines have none."""
        return self.text[self.end - 1 : self.end] in _ENDS

    def written(self, first: int, last: int) -> str:
        """Return the words `first` to `last`, the latter not included, as they are written."""
        start, end = self.span(first, last)
        return self.text[start:end]

    def span(self, first: int, last: int) -> Span:
        """Return the place in the text of the words `first` to `last`, the latter not included."""
        start = self.start_of(first)
        run = " ".join(self.words[first:last])
        if run and self.text.startswith(run, start):
            return start, start + len(run)
        inner = self.tags[first + 1 : last]
        if "#" in inner or "@" in inner:
            return start, self.start_of(last - 1) + len(self.words[last - 1])
        end = start + len(self.words[first])
        for word in self.words[first + 1 : last]:
            end = self.text.find(word, end) + len(word)
        return start, end


def tagged(text: str, index: int, span: Span, figures: Sequence[Figure]) -> Tagged:
    """Read the words of the sentence with this index; `figures` are the figures and dates in it, in order."""
    words: list[str] = []
    placed: dict[int, Figure] = {}
    written: dict[int, str] = {}
    position = span[0]
    for figure in figures:
        start, end, surface = figure[:3]
        stop = start
        if surface[0] in "eE":
            stop = _number_in(figure)
            surface = text[stop:end]
        words += _WORD.findall(text, position, stop)
        if text[start - 1] == "." and start > span[0] + 1 and text[start - 2].isalpha():
            written[len(words)] = "."
            words.append(";")  # glued: "… tanks.116 of them"
        at = len(words)
        placed[at] = figure
        written[at] = surface
        words.append("@" if isinstance(figure, Date) else "#")
        position = end
    words += _WORD.findall(text, position, span[1])
    letters = [*map(LETTERS.__getitem__, words)]
    flags = [*map(BITS.__getitem__, words)]
    for at, surface in written.items():
        words[at] = surface
    if "?" in letters:
        _settle(letters, words)
    if not _PARTICLES.isdisjoint(words):
        _settle_particles(letters, words)
    if "daily" in words:
        _settle_daily(letters, words)
    if "yet" in words:
        _settle_yet(letters, words, flags)
    cues = [at for at, bits in enumerate(flags) if bits > LOWER]
    together = reduce(or_, {*flags}, LOWER)
    if together & _REFUSING_OR_NOT:
        _settle_refusals(words, letters, flags)
    return Tagged(index, *span, words, "".join(letters), flags, placed, together, cues, text)


def _number_in(figure: Figure) -> int:
    """Return where a figure begins as a word: a verb of estimating before its number says who estimates.

    "Zelensky has [estimated that almost 3,000] had been killed".
    """
    if isinstance(figure, Date):
        return figure.start
    opening = _ESTIMATING.match(figure.surface)
    return figure.start + (opening.end() if opening else 0)


# what follows them where something is refused
_REFUSING = {"decline": "2dCNBT", "declined": "2dCNBT", "failed": "2"}
_NEAR_LEVEL = 6
_PARTICLES = frozenset(["bin", "da", "de", "del", "den", "der", "di", "du", "la", "van", "von"])
_SINGULAR = frozenset(["estimate", "report"])
_OPENS = re.compile(",(?:d?[NBTjx]+o)?C$")  # ", the Bank of Korea estimates"
_BEFORE_NOUN = frozenset("djoFfywip2KAx")
_AFTER_NOUN = frozenset("oFVUXnmR")


def _settle(letters: list[str], words: list[str]) -> None:
    """Decide which of the words that are nouns or verbs ("reports", "estimates") are which."""
    for at, letter in enumerate(letters):
        if letter != "?":
            continue
        if at and words[at][0].isupper():
            letters[at] = "C" if words[at - 1] == "United" else "N"
            continue
        before = letters[at - 1] if at else ""
        after = letters[at + 1] if at + 1 < len(letters) else ""
        if not before:
            is_noun = after not in ("t", "#", "C", "N")
        else:
            is_noun = before in _BEFORE_NOUN or after in _AFTER_NOUN or words[at - 1][-2:] in OWNING
            if before == "r" and at > 1 and letters[at - 2] == "d":  # "in its first report"
                is_noun = True
            if before == "j" and after == "d" and words[at - 1][0].isupper():
                is_noun = False  # "the Ministry of National Defense estimates the number at"
            if words[at] in _SINGULAR and before == "N" and letters[at - 2 : at - 1] != ["&"]:
                is_noun = is_noun or not (
                    words[at - 1].endswith("s") or after == "t"
                )  # "Oslo's NSM estimate puts it at"
            if words[at] in _SINGULAR and before == "#":  # "by one estimate"
                is_noun = is_noun or after != "t"
            if (
                before in "MN" and letters[at - 2 : at - 1] == ["2"] and after == ","
            ):  # "Contrary to media reports,"
                is_noun = True
            if before in ":-" and after == "":  # "40 killed near Lviv: report"
                is_noun = True
            if before == "C" and at > 1:  # "per South Korean estimates", but "…, Kyiv estimates"
                own = after == "" and not _OPENS.search("".join(letters[:at]))
                is_noun = is_noun or own or letters[at - 2] in "2P"
        letters[at] = "D" if is_noun else "V"


def _settle_particles(letters: list[str], words: list[str]) -> None:
    """Let "van" and the like be a part of the name around it: "Pieter van Loon"."""
    for at in range(1, len(words) - 1):
        goes_on = letters[at + 1] == "N" or words[at + 1] in _PARTICLES  # "von der Leyen"
        if words[at] in _PARTICLES and letters[at - 1] == "N" and goes_on:
            letters[at] = "N"


def _settle_daily(letters: list[str], words: list[str]) -> None:
    """Let "daily" be an outlet where it says something: "The daily reported that"."""
    for at in range(1, len(words) - 1):
        if words[at] == "daily" and letters[at - 1] == "d" and letters[at + 1] in "VU":
            letters[at] = "M"


def _settle_refusals(words: list[str], letters: list[str], flags: list[int]) -> None:
    """Let only who refuses something refuse: not "orders declined by 5 percent", "failed eight tests"."""
    for at, word in enumerate(words):
        if word in _REFUSING:
            after = letters[at + 1] if at + 1 < len(letters) else ""
            falls = "#" in letters[at + 1 : at + _NEAR_LEVEL] and any(
                mark in "2yF" for mark in letters[at + 2 : at + 4]
            )
            if after not in _REFUSING[word] or letters[at + 2 : at + 3] == ["#"] or (after == "d" and falls):
                flags[at] &= ~_REFUSING_OR_NOT


def _settle_yet(letters: list[str], words: list[str], flags: list[int]) -> None:
    """Let "yet" begin a clause as "but" does: "were promised, yet the brigade gets 12"."""
    for at in range(1, len(words) - 1):
        if words[at] == "yet" and letters[at - 1] == "," and letters[at + 1] != "2":
            letters[at], flags[at] = LETTERS["but"], BITS["but"]


__all__ = ["LONGEST_SENTENCE", "Figure", "Tagged", "tagged"]
