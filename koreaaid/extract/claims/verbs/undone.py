"""Plans and deals that are given up: "dropped its plans to buy 40 jets"."""

from __future__ import annotations

from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language import word_classes as w
from koreaaid.language.lexicon import lexicon

_GIVING_UP = frozenset(lexicon("modality")["giving_up"])
_NEAR_PLAN = 5
_NEAR_NOT = 3


def is_called_off(sentence: Tagged, at: int, word: int) -> bool:
    """Say whether goods are called off that were to be bought: "called off the purchase of 12 boats"."""
    if sentence.words[at + 1 : at + 2] != ["off"]:
        return False
    of = sentence.tags.rfind("o", at, word)
    bought = of > 0 and sentence.flags[of - 1] & (w.HANDOVER | w.DEAL)
    return bool(bought) and not sentence.tags[at + 2 : of - 1].strip("djxNCTB")


def gives_up(sentence: Tagged, at: int) -> bool:
    """Say whether the plan that is named here is given up: "dropped its plans to", not "did not drop"."""
    for verb in range(at - 1, max(-1, at - _NEAR_PLAN), -1):
        if sentence.words[verb].lower() in _GIVING_UP:
            before = sentence.flags[max(0, verb - _NEAR_NOT) : verb]
            return not any(bits & w.NEGATION for bits in before)
        if sentence.tags[verb] not in "djrxNCp":
            return False
    return False
