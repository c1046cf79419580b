"""The subject of a sentence: the first noun phrase that no preposition governs."""

from __future__ import annotations

import re

from koreaaid.extract.claims.words.appositions import name_behind
from koreaaid.extract.claims.words.phrases import Phrase, phrase_after
from koreaaid.extract.claims.words.tagged import Tagged

_JOINING = frozenset(["But", "Yet"])
# "In October [Kang visited Oslo]"
_DATED = re.compile("[in]@(?=[NCTBMdhHI])")
_LONGEST_DATELINE = 10


def opening_phrase(sentence: Tagged, stop: int) -> Phrase | None:
    """Return the subject of the sentence: the first noun phrase that a preposition does not govern."""
    tags = sentence.tags
    at = 0
    if tags[:1] == "r" or (tags[:1] == "c" and sentence.words[0] in _JOINING):
        at = 1
    elif tags[:1] in ("(", "C", "N") and (dateline := tags.find(")-", 0, _LONGEST_DATELINE)) > 0:
        at = dateline + 2
    elif dated := _DATED.match(tags):
        at = dated.end()
    elif tags[:1] in ("n", "i", "a", "p", "F", "@", "c"):
        comma = tags.find(",", 0, stop)
        at = comma + 1 if comma > 0 else 0
    phrase = phrase_after(sentence, at) if at < stop else None
    return phrase and (name_behind(sentence, phrase) or phrase)
