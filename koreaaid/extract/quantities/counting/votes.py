"""Numbers of votes: "voted 397 to nil", "a vote of 250-36"."""

from __future__ import annotations

from collections.abc import Sequence

from koreaaid.extract.quantities.figure import Figure
from koreaaid.language.patterns import late

_VOTE = late(r"\b(votes?|voted|voting|ballots?)\b[^.;\d]{0,32}\Z")
_AGAINST = late(r"(?:\s(?:to|against)\s|\s?[-–]\s?)(?:\d|nil\b|none\b|zero\b|two\b|three\b)")
_VERSUS = frozenset({"to", "against", "-", "–"})
_NEAR = 40


def are_votes(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> bool:
    """Say whether a number counts those for a motion or those against it."""
    begin = max(sentence, figure.start - _NEAR)
    if _AGAINST.match(text, figure.end) and _VOTE.search(text, begin, figure.start):
        return True
    last = before[-1] if before else None
    return last is not None and last.head == "votes" and text[last.end : figure.start].strip() in _VERSUS
