"""Who gives, sends, buys or loses what a figure counts, and to or from whom."""

from __future__ import annotations

import re

from koreaaid.extract.claims.parties.agents import agent_of_passive
from koreaaid.extract.claims.parties.counterparties import counterparty_of, from_phrase
from koreaaid.extract.claims.parties.nationals import country_after, own_country
from koreaaid.extract.claims.parties.owners import buyer_of, owner_of, who_goes_on
from koreaaid.extract.claims.parties.party import PRICED, is_party, written
from koreaaid.extract.claims.parties.stages import counts_what_is_given
from koreaaid.extract.claims.reading import Reading
from koreaaid.extract.claims.sources.source import Source
from koreaaid.extract.claims.words.phrases import (
    PRONOUNS,
    Phrase,
    antecedent,
    phrase_after,
    phrase_before,
)
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.extract.mention import Quantity
from koreaaid.language import word_classes as w
from koreaaid.language.lexicon import lexicon
from koreaaid.language.nouns import PEOPLE, THINGS
from koreaaid.language.subject_nouns import OWNING

_VERB = w.FINITE | w.AUXILIARY | w.WILL | w.WOULD | w.COULD | w.CAN | w.SHOULD
_DEALT = THINGS | {"money", "mass"}
_COUNTED = frozenset([*_DEALT, "casualties", "area"])
_RECEIVING = frozenset(
    ["get", "gets", "got", "obtain", "obtained", "obtains", "receive", "received", "receives"]
)
_PREPOSITIONS = frozenset("2FfinawypoA")
_CUTTING = w.STOP | w.CLAUSE | w.CONDITION
_COMPARING = frozenset(["as", "compared", "despite", "than"])
_FOLLOWING_ON = frozenset(["brought", "led", "made", "meant", "resulted"])  # ", which resulted in"
_NO_DEEDS = frozenset(["cost", "costs", *lexicon("modality")["onlooking"]])
_AGREEING = frozenset(["agreed", "agrees"])
_TO_DO = re.compile("r?(?:[in]?@)?2")  # "agreed in May to buy"
_WHEN = re.compile("[nia]?@,?")  # "which in May signed"
_URGING = frozenset(["asked", "asks", "begged", "pressed", "told", "urged", "urges", "urging"])
_BUYING = frozenset([
    "acquired", "bought", "captured", "confiscated", "looted", "ordered", "procured", "purchased", "seized",
    "stole", "stolen",
])  # fmt: skip
_NEAR_FROM = 6
_FAR = 40


class Parties:
    """Finds who does what the figures of one article tell, and with, to or from whom."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._known: dict[tuple[int, ...], tuple[str | None, str | None, bool]] = {}

    def of(
        self, sentence: Tagged, word: int, quantity: Quantity, source: Source | None
    ) -> tuple[str | None, str | None]:
        """Return the actor and the counterparty of a figure.

        "3,000 North Korean troops": North Korea. "Russia intended to involve 10,000 soldiers": Russia.
        "South Korea has inked deals …, including almost $9 billion in contracts with Poland": South Korea,
        Poland. "A deal was signed by Poland": Poland. "Kyiv has received 10 tanks from Seoul": Seoul, Kyiv.
        """
        of_deals = quantity.category == "other_count" and counts_what_is_given(quantity.item)
        if quantity.category not in _COUNTED and not of_deals:
            return None, None
        clause = _clause(sentence, word)
        actor = None
        if quantity.category in PEOPLE:
            actor = own_country(quantity.item) or country_after(sentence, word)
        doer, giver, received = self._doer(sentence, word, clause, source)
        if actor is None:
            if received and giver:
                return giver, doer
            actor = doer or (None if giver and _is_bought(sentence, word, clause[0]) else giver)
        if quantity.category not in _DEALT and not of_deals:
            return actor, None
        return actor, counterparty_of(self._reading, sentence, word, clause, actor, source)

    def _doer(
        self, sentence: Tagged, word: int, clause: tuple[int, int], source: Source | None
    ) -> tuple[str | None, str | None, bool]:
        """Return who does it, whom it comes from, and whether the verb is one of receiving.

        Figures of one clause with no verb between them share the answer.
        """
        cue = next(iter(sentence.cues_before(word)), -1)
        if sentence.tags[word - 1] in "CNBo" and (other := who_goes_on(sentence, word, clause[0])):
            return written(self._reading, sentence, other), None, False
        own = word if ",#o" in sentence.tags else -1
        key = (sentence.index, cue, own, *clause, source.at if source else -1)
        if key not in self._known:
            agent, received = _agent(sentence, word, clause, source)
            giver = written(self._reading, sentence, from_phrase(sentence, word, clause))
            self._known[key] = (written(self._reading, sentence, agent), giver, received)
        return self._known[key]


def _agent(
    sentence: Tagged, word: int, clause: tuple[int, int], source: Source | None
) -> tuple[Phrase | None, bool]:
    """Return who does it by the verb that governs a figure, and whether that verb is one of receiving."""
    by = agent_of_passive(sentence, word, clause) if sentence.tags.find("y", *clause) >= 0 else None
    if by and not (source and source.phrase and source.begins <= by[0] <= source.phrase[1]):
        return by, False
    tags, flags = sentence.tags, sentence.flags
    first = clause[0]
    if source and not source.outer and source.left <= word > source.at and tags[source.at + 1] != "2":
        first = max(first, source.left)
    received = False
    for at in sentence.cues_before(word):
        if at < first:
            break
        if sentence.words[at].lower() in _RECEIVING:
            received = True
        if not flags[at] & _VERB and not _intends(sentence, at):
            continue
        before = _subject(sentence, at, first)
        if before is None:
            continue
        if _is_passive(sentence, at) or sentence.words[at] in _NO_DEEDS:
            return None, received
        if sentence.words[at] in _URGING and (urged := _urged(sentence, at)):
            return urged, received
        if tags[before[0]] in PRONOUNS or is_party(sentence, before, titles=True):
            return before, received
        if buyer := buyer_of(sentence, before, at):
            return buyer, received
    found = _of_headline(sentence, word, first) or owner_of(sentence, word, first)
    return found or _of_relative(sentence, word, clause[1]), received


def _urged(sentence: Tagged, at: int) -> Phrase | None:
    """Return who is to do it: "urged [Oslo] to send 40 tanks"."""
    phrase = phrase_after(sentence, at + 1)
    if phrase is None or sentence.tags[phrase[1] : phrase[1] + 1] != "2":
        return None
    return phrase if is_party(sentence, phrase, titles=True) else None


def _is_bought(sentence: Tagged, word: int, first: int) -> bool:
    """Say whether goods are bought from somebody, who is no giver: "12 boats were bought from Oslo"."""
    at = sentence.tags.find("F", max(first, word - _FAR))
    return at > 0 and any(near in _BUYING for near in sentence.words[max(first, at - _NEAR_FROM) : at])


def _intends(sentence: Tagged, at: int) -> bool:
    """Say whether a word tells what its subject means to do: "plans to order", "agreed in May to buy"."""
    word, after = sentence.words[at], sentence.tags[at + 1 : at + 2]
    if after == "2" and (sentence.flags[at] & w.INTENDING or sentence.tags[at] == "X"):
        return True
    if word == "bid":
        return after == "#"
    return word == "awaits" or (word in _AGREEING and bool(_TO_DO.match(sentence.tags, at + 1)))


def _subject(sentence: Tagged, verb: int, first: int) -> Phrase | None:
    """Return the subject of a verb in the clause that begins at `first`."""
    phrase = phrase_before(sentence, verb)
    if phrase is None:
        is_relative = sentence.tags[first - 1 : first] == "R" and _opens_relative(sentence, first, verb)
        phrase = _taken_up(sentence, first - 1) if is_relative else None
    elif phrase[0] < first and not _is_resumed(sentence, phrase, first, verb):
        return None
    return phrase if phrase and not _is_governed(sentence, phrase) else None


def _opens_relative(sentence: Tagged, first: int, verb: int) -> bool:
    """Say whether a verb follows "which" or "who", or when it was: "Peru, which in May signed"."""
    return verb == first or bool(_WHEN.fullmatch(sentence.tags, first, verb))


def _taken_up(sentence: Tagged, relative: int) -> Phrase | None:
    """Return who acts in a clause with "which" or "who": "Peru, which bought 30", not "Hanwha's Redback"."""
    if sentence.words[relative + 1] in _FOLLOWING_ON:
        return None
    phrase = antecedent(sentence, relative)
    if phrase is None or any(word[-2:] in OWNING for word in sentence.words[slice(*phrase)]):
        return None
    return phrase


def _is_resumed(sentence: Tagged, phrase: Phrase, first: int, verb: int) -> bool:
    """Say whether a verb goes on with a subject after a clause on it: "Peru, which bought 30, plans to"."""
    tags = sentence.tags
    resumes = tags[:verb].rstrip("r").endswith(",")
    return first == phrase[1] + 2 and tags[phrase[1] : first] == ",R" and resumes


def _is_governed(sentence: Tagged, phrase: Phrase) -> bool:
    """Say whether a phrase hangs on a preposition ("containers sent to Russia were"), and is no subject."""
    if phrase[0] == 0:
        return False
    behind_than = "than" in sentence.words[phrase[0] - 2 : phrase[0]]
    return behind_than or sentence.tags[phrase[0] - 1] in _PREPOSITIONS


def _is_passive(sentence: Tagged, at: int) -> bool:
    """Say whether something is done to the subject: "will be rebuilt", "were sent"."""
    tags, flags = sentence.tags, sentence.flags
    here = at
    while (
        here < len(tags) and here - at < 5 and (tags[here] in "bvmr2" or flags[here] & (w.DUE | w.EXPECTING))
    ):
        here += 1
    return (
        here < len(tags) and "b" in tags[at:here] and bool(flags[here] & w.FINITE) and tags[here] not in "bv"
    )


def _of_headline(sentence: Tagged, word: int, first: int) -> Phrase | None:
    """Return the subject of a headline without a finite verb: "North Korea to deploy 5K workers"."""
    if sentence.tags[first : first + 1] not in ("N", "C", "B", "d"):
        return None
    phrase = phrase_after(sentence, first)
    if phrase is None or phrase[1] > word:
        return None
    phrase = first, next((at for at in range(first + 1, phrase[1]) if _gives(sentence, at)), phrase[1])
    if not is_party(sentence, phrase):
        return None
    verb = phrase[1]
    word_after = sentence.words[verb]
    if word_after in PRICED:  # "Rice prices have tripled"
        return None
    finite = (word_after.endswith("s") and not word_after.endswith("ss")) or sentence.flags[verb] & w.FINITE
    if any(bits & w.FINITE for bits in sentence.flags[verb + 1 : verb + 2]):  # "Total exports dropped"
        return None
    return phrase if sentence.tags[verb] in "2V" or (sentence.tags[verb] == "x" and finite) else None


def _gives(sentence: Tagged, at: int) -> bool:
    """Say whether a word is the verb of a headline with the receiver after it: "Oslo promises Kyiv $2"."""
    is_verb = sentence.tags[at] == "x" and sentence.words[at].endswith("s")
    return is_verb and bool(sentence.flags[at] & (w.STAGED | w.INTENDING))


def _of_relative(sentence: Tagged, word: int, at: int) -> Phrase | None:
    """Return who acts in the clause that begins here: "a contract for $1 billion that Hanwha signed"."""
    if sentence.tags[at : at + 1] != "t" or sentence.tags[word + 1 : at].strip("xjN(#)"):
        return None
    phrase = phrase_after(sentence, at + 1)
    if phrase is None or not is_party(sentence, phrase) or phrase[1] >= len(sentence.tags):
        return None
    return phrase if sentence.flags[phrase[1]] & w.STAGED else None


def _clause(sentence: Tagged, word: int) -> tuple[int, int]:
    """Return the words of the clause of a figure."""
    start, end = max(0, word - _FAR), min(len(sentence.tags), word + _FAR)
    flags = sentence.flags
    for at in sentence.cues_before(word):
        if at < start:
            break
        if flags[at] & _CUTTING and _cuts(sentence, at):
            start = at + 1
            break
    for at in sentence.cues_after(word):
        if at >= end:
            break
        if flags[at] & _CUTTING and _cuts(sentence, at):
            end = at
            break
    return start, end


def _cuts(sentence: Tagged, at: int) -> bool:
    bits = sentence.flags[at]
    if bits & w.STOP:
        return sentence.tags[at] in ";:|"
    if bits & w.CONDITION:  # "if troops are sent", not "if it wins", "if not more"
        return sentence.tags[at] == "c" and sentence.tags[at + 1 : at + 2] not in ("I", "H", "h", "z")
    return not bits & w.FINITE and sentence.words[at].lower() not in _COMPARING
