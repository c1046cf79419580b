"""Figures that are no part of what a source expects or denies: "denied hitting the yard, where 40 died"."""

from __future__ import annotations

from koreaaid.extract.claims.sources.source import Source
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language import word_classes as w

_REASONS = frozenset(["as", "because", "given", "since"])
_OPENS_RELATIVE = frozenset(["when", "where", "which", "who", "whose"])
_UNSURE = w.MODAL | w.INTENDING | w.EXPECTING | w.POSSIBLE | w.REPORTS


def is_besides(sentence: Tagged, source: Source, word: int) -> bool:
    """Say whether a figure is no part of what the source of its sentence expects or denies."""
    if source.content == "expected" and not source.covers(word):
        return True
    if source.content == "expected" and (_is_reason(sentence, source, word) or _is_worth(sentence, word)):
        return True
    return _is_told_aside(sentence, source, word)


def _is_reason(sentence: Tagged, source: Source, word: int) -> bool:
    """Say whether a figure tells why something is expected: "expects it, since the firm makes three"."""
    return any(near.lower() in _REASONS for near in sentence.words[source.at + 1 : word])


def _is_worth(sentence: Tagged, word: int) -> bool:
    """Say whether it is the worth of a deal that is there: "expects 40 under a deal worth $9 million"."""
    return sentence.words[word - 1] == "worth" and bool(sentence.flags[word - 2] & w.DEAL)


def _is_told_aside(sentence: Tagged, source: Source, word: int) -> bool:
    """Say whether a clause after a comma tells a figure: "denied cheating Oslo, which [had] bought 40"."""
    opens = sentence.tags.rfind(",", source.at, word) + 1
    if opens < 1 or sentence.words[opens] not in _OPENS_RELATIVE:
        return False
    ends = sentence.tags.find(",", word)
    told = sentence.flags[opens : ends if ends > 0 else None]
    return any(bits & w.FINITE for bits in told) and not any(bits & _UNSURE for bits in told)
