"""Figures that tell of those who speak, which nobody says: "two of the officials said", "Marlow, 61,"."""

from __future__ import annotations

from koreaaid.extract.claims.sources.documents import SURVEYS
from koreaaid.extract.claims.sources.source import NOBODY, OF_SPEAKER, Attribution, Source
from koreaaid.extract.claims.words.tagged import Figure, Tagged
from koreaaid.extract.mention import Date

_COUNTS_SPEAKERS = ("personnel", "other_count")
_OF_WHOM = ("oT", "od", "oH")


def of_some_who_speak(sentence: Tagged, sources: list[Source], word: int) -> Attribution | None:
    """Return the attribution of "two" in "two of the officials said", of "900" in "a poll of 900 adults"."""
    if sentence.tags[word - 1] == "o" and sentence.words[word - 2] in SURVEYS:
        return NOBODY
    if sentence.tags[word + 1 : word + 3] not in _OF_WHOM:
        return None
    for source in sources:
        if source.phrase and source.phrase[0] == word + 2 and 0 <= source.at - source.phrase[1] < 2:
            return _of_speaker(sentence.figures[word])
    return None


def of_those_who_speak(sentence: Tagged, sources: list[Source], word: int) -> Attribution | None:
    """Return the attribution of a figure in a speaker's name or behind it: "two sources", "Ole, 61, said"."""
    for source in sources:
        if source.counts(word):
            return _of_speaker(sentence.figures[word])
    for source in sources:
        if source.names(word):
            return NOBODY
        if source.phrase and source.outer and source.right == source.phrase[1] <= word:
            return NOBODY
    return None


def _of_speaker(figure: Figure) -> Attribution:
    """Return the attribution of a figure in a speaker's name, which may count those who speak: no sum."""
    counts = isinstance(figure, Date) or figure.category in _COUNTS_SPEAKERS
    return OF_SPEAKER if counts else NOBODY
