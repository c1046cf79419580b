"""The noun of a subject that goes on behind it: "sales by the 100 makers", "the tank built in Lviv"."""

from __future__ import annotations

from koreaaid.language.lexicon import lexicon
from koreaaid.language.nouns import is_plural
from koreaaid.language.phrase_words import stops
from koreaaid.language.preceding import BLANKS, DETERMINERS, is_measured, is_paid_for

_WORDS = lexicon("phrases")["before_figures"]
LINKING = frozenset(_WORDS["linking"])
_GOVERNING = LINKING | {"by", "through", "with"}
_PARTICIPLES = frozenset(_WORDS["participles"])
OWNING = frozenset({"'s", "’s", "s'", "s’"})  # the last two letters of an owner


def before_relative(parts: list[str], end: int) -> int:
    """Return which of `parts` ends the noun of "a heater that mends the fault": the one before "that"."""
    at = end - 4 if parts[end - 2] in DETERMINERS else end - 2
    if at < 5 or parts[at - 2] not in ("that", "which") or stops(parts[at]) or stops(parts[at - 4]):
        return end
    verb = parts[at].endswith("s") and parts[at].isalpha() and parts[at].islower()
    return at - 4 if verb else end


def before_participle(parts: list[str], end: int) -> int:
    """Return which of `parts` ends the noun of "the tank built in Lviv", "a shell bought under the plan"."""
    preposition = end - 4 if parts[end - 2] in DETERMINERS else end - 2
    if preposition < 5 or parts[preposition] not in _GOVERNING:
        return end
    participle = parts[preposition - 2]
    if participle not in _PARTICIPLES and not (participle.endswith("ed") and participle.islower()):
        return end
    noun = preposition - 4
    if any(gap not in BLANKS for gap in parts[noun + 1 : end : 2]) or stops(parts[noun]):
        return end
    return noun if parts[noun].islower() or parts[noun][-1].isdecimal() else end


def before_counted(parts: list[str], begin: int) -> int:
    """Return which of `parts` is the noun of "profit at the country's four largest makers", or 0."""
    at = begin - 4
    if at > 0 and parts[at][-2:] in OWNING:
        at -= 2
    if at > 0 and parts[at] in DETERMINERS:
        at -= 2
    linked = at > 2 and parts[at] in LINKING and can_be_linked(parts, at)
    linked = linked or (
        at > 2 and parts[at] == "by" and (is_measured(parts[at - 2]) or is_paid_for(parts[at - 2]))
    )
    return at - 2 if linked and all(gap in BLANKS for gap in parts[at + 1 : begin : 2]) else 0


def can_be_linked(parts: list[str], of: int) -> bool:
    """Say whether the word before "of" or "in" is a noun that goes on with it: "exports of rice"."""
    word = parts[of - 2]
    if parts[of - 1] not in BLANKS or word[0].isdecimal():
        return False
    known = is_paid_for(word) or is_measured(word)
    return known or not (stops(word) or word.endswith("ed") or (parts[of] == "to" and not is_plural(word)))
