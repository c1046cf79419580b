"""Who does what a passive tells: "was signed by Poland", "were sent to Russia by Pyongyang"."""

from __future__ import annotations

import re

from koreaaid.extract.claims.parties.party import is_party
from koreaaid.extract.claims.words.phrases import SEEN, Phrase, phrase_after
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language import word_classes as w
from koreaaid.language.nouns import GOODS, category_of

_BY = re.compile("y(?=[NCBdj])")
_PART_OF_IT = re.compile(",#o[IHR]")  # "$3 billion, $1.7 billion of it guaranteed by"
_NOT_DONE_BY = SEEN | {"built", "developed", "followed", "goes", "joined", "made", "manufactured", "produced"}


def agent_of_passive(sentence: Tagged, word: int, clause: tuple[int, int]) -> Phrase | None:
    """Return the agent of a passive in the clause: "was signed by Poland", "awaits signing by Hanwha"."""
    tags = sentence.tags
    for found in _BY.finditer(tags, clause[0] + 1, clause[1]):
        at = found.start()
        if at > word and _PART_OF_IT.search(tags, word + 1, at):
            continue
        at = _before_receiver(tags, at)
        verb = sentence.words[at - 1].lower()
        if verb in _NOT_DONE_BY or not (sentence.flags[at - 1] & w.FINITE or verb.endswith("ing")):
            continue
        phrase = phrase_after(sentence, found.start() + 1)
        if phrase and is_party(sentence, phrase, titles=True) and not _is_weapon(sentence, phrase):
            return phrase
    return None


def _is_weapon(sentence: Tagged, phrase: Phrase) -> bool:
    """Say whether a name is what is used and not who uses it: "were destroyed by HIMARS"."""
    named = sentence.tags[slice(*phrase)] in ("N", "dN")
    return named and category_of(sentence.words[phrase[1] - 1]) in GOODS


def _before_receiver(tags: str, by: int) -> int:
    """Return where "to Russia" begins before "by North Korea", or the place of "by"."""
    to = tags.rfind("2", max(0, by - 4), by)
    return to if to > 0 and set(tags[to + 1 : by]) <= {"C", "N", "d"} and by > to + 1 else by
