"""Where those begin who say something: what stands before a name and belongs to it, or does not."""

from __future__ import annotations

from koreaaid.extract.claims.words.phrases import Phrase
from koreaaid.extract.claims.words.tagged import Tagged

_FAR_COMMA = 10
_SPEAKERS = frozenset("NTBDMCjxd()&")


def before_number(sentence: Tagged, before: int) -> int:
    """Pass over the number of the speakers: ", two sources familiar with it", ", one of the sources"."""
    while before > 0 and sentence.tags[before] in "#d":
        before -= 1
    return before - 2 if sentence.tags[before - 1 : before + 1] == "#o" else before


def after_place(sentence: Tagged, phrase: Phrase) -> Phrase:
    """Leave out a place that a comma parts from the speakers: "men train in Russia, Kyiv and Seoul say"."""
    comma = sentence.tags.find(",", *phrase)
    if comma < 0 or sentence.tags[phrase[0] - 1 : phrase[0]] not in ("i", "a", "F", "2", "p", "n"):
        return phrase
    return comma + 1, phrase[1]


def comma_before(sentence: Tagged, at: int) -> int:
    """Pass over other speakers or the rest of a name: ", Nowak and trade officials", ", a (P) official"."""
    comma = sentence.tags.rfind(",", max(0, at - _FAR_COMMA), at)
    between = sentence.tags[comma + 1 : at]
    is_end = sentence.tags[at] == "&" or sentence.tags[at + 1] == "T"
    return comma if comma > 0 and is_end and all(tag in _SPEAKERS for tag in between) else at
