"""Names beside what somebody is: "the mayor, Ihor Terekhov,", "its largest shipbuilder, Hanwha Ocean,"."""

from __future__ import annotations

import re

from koreaaid.extract.claims.words.phrases import Phrase
from koreaaid.extract.claims.words.tagged import Tagged

_NAME_BEHIND = re.compile(",N{2,3}(?![&NCTB])(?=[,;o]|$)")
_BODY_BEHIND = re.compile(",[NB]{1,4}(?=,[^&])")
_SOMEBODY = frozenset(["a", "an"])


def name_behind(sentence: Tagged, phrase: Phrase) -> Phrase | None:
    """Return the name that follows an office: "its representative in Kyiv, Bae Joon-ho"."""
    office = sentence.tags[slice(*phrase)]
    title = office.rfind("T")
    if title < 0 or "TN" in office or sentence.words[phrase[0] + title].endswith("s"):
        return None
    return _named(sentence, phrase)


def neighbour_behind(sentence: Tagged, phrase: Phrase) -> Phrase | None:
    """Return the name of somebody whom common words describe: "a neighbour, Kurt Hansen,"."""
    somebody = sentence.words[phrase[0]].lower() in _SOMEBODY and sentence.tags[phrase[1] - 1] == "x"
    return _named(sentence, phrase) if somebody else None


def body_behind(sentence: Tagged, end: int) -> Phrase | None:
    """Return the body whose name follows what it is: "Oslo's largest shipbuilder, Vard Group, said"."""
    named = _BODY_BEHIND.match(sentence.tags, end)
    return (end + 1, named.end()) if named else None


def _named(sentence: Tagged, phrase: Phrase) -> Phrase | None:
    named = _NAME_BEHIND.match(sentence.tags, phrase[1])
    return (phrase[1] + 1, named.end()) if named else None
