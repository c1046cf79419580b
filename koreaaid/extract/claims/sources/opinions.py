"""Who thinks, hopes or fears, where the verb may be a noun too: "arms that experts think could hit"."""

from __future__ import annotations

from koreaaid.extract.claims.sources.reach import embedded, turn_after
from koreaaid.extract.claims.sources.source import Source
from koreaaid.extract.claims.verbs.verb_groups import negated
from koreaaid.extract.claims.words.phrases import PRONOUNS, phrase_before
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.extract.mention import Quantity
from koreaaid.language.lexicon import lexicon

_THINKING = frozenset(lexicon("reporting")["thinking"])
_WARNING = frozenset(lexicon("reporting")["warning"])
_VERBS = _THINKING | _WARNING | {"sees"}
# "hope to get", "hope for", "fear of"
_FORECAST, _NEAR = frozenset(["money", "percent"]), 6
_NO_CLAUSE = ("", ",", "2", "a", "f", "o", "y", "&")


def opinion(sentence: Tagged) -> Source | None:
    """Read "experts think it could hit", "They caution that half could be lost"; None for most sentences."""
    if _VERBS.isdisjoint(sentence.words):
        return None
    for at, word in enumerate(sentence.words):
        if word == "sees" and (forecast := _forecast(sentence, at)):
            return forecast
        if word not in _VERBS or at == 0 or sentence.tags[at - 1] not in "HTMB":
            continue
        says = sentence.tags[at + 1 : at + 2] == "t"
        if sentence.tags[at - 1] == "B" and not says:
            continue
        if not says and (word in _WARNING or sentence.tags[at + 1 : at + 2] in _NO_CLAUSE):
            continue
        phrase = phrase_before(sentence, at)
        if phrase is None or negated(sentence, phrase[1], at) or not _are_many(sentence, phrase[1] - 1):
            continue
        begin = at + 2 if says else at + 1
        source = Source(phrase, word, at, begin, turn_after(sentence, at), begins=phrase[0])
        return embedded(sentence, source, phrase) or source
    return None


def _forecast(sentence: Tagged, at: int) -> Source | None:
    """Read "KIET, a think tank, sees $12 billion", "The bank sees growth of 2 percent"."""
    told = sentence.figures.get(sentence.tags.find("#", at, at + _NEAR))
    if not isinstance(told, Quantity) or told.category not in _FORECAST:
        return None
    phrase = phrase_before(sentence, at)
    if phrase is None or sentence.tags[phrase[1] - 1] not in "NBTM":
        return None
    right = turn_after(sentence, at)
    return Source(phrase, "sees", at, at + 1, right, begins=phrase[0], content="expected")


def _are_many(sentence: Tagged, head: int) -> bool:
    return sentence.tags[head] in PRONOUNS or sentence.words[head].endswith("s")
