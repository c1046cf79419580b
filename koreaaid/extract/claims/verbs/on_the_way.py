"""What is on the way or done by a day to come: "are on order", "is sending 100 next month", "by 2035"."""

from __future__ import annotations

from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language import word_classes as w
from koreaaid.language.lexicon import lexicon

_AHEAD = tuple(lexicon("modality")["ahead"])
_FAR_AHEAD = 14


def is_coming(sentence: Tagged, at: int) -> bool:
    """Say whether a group ends in "are on the way", "is on order", "was postponed", "are scheduled for"."""
    flags, words = sentence.flags, sentence.words
    if flags[at] & w.POSTPONED or (
        any(word.endswith("ing") for word in words[at : at + 2]) and is_ahead(sentence, at)
    ):
        return True
    after = [word.lower() for word in words[at + 1 : at + 4]]
    if after[:1] == ["on"]:
        return after[1:2] == ["order"] or (after[2:] == ["way"] and after[1] in ("the", "its", "their"))
    if after == ["in", "the", "pipeline"]:
        return True
    if words[at].lower() == "due":
        return sentence.tags[at + 1 : at + 2] in ("@", "i", "y") or after[:1] in (["before"], ["on"], ["at"])
    return bool(flags[at] & w.DUE) and after[:1] == ["for"]


def is_ahead(sentence: Tagged, at: int) -> bool:
    """Say whether a day to come follows: "is sending 100 trucks next month"."""
    date = sentence.figures.get(sentence.tags.find("@", at, at + _FAR_AHEAD))
    return date is not None and date.surface.lower().startswith(_AHEAD)


def is_by_a_day(sentence: Tagged, at: int) -> bool:
    """Say whether something will be done by a day: "can deliver two boats by 2035"."""
    return sentence.tags.find("y@", at, at + _FAR_AHEAD) > 0
