"""Who gives, sends, buys or loses what a figure counts, and to or from whom."""

from __future__ import annotations

import re

from koreaaid.extract.claims.nationals import country_after, own_country
from koreaaid.extract.claims.phrases import PRONOUNS, Phrase, phrase_after, phrase_before
from koreaaid.extract.claims.reading import Reading
from koreaaid.extract.claims.source import Source
from koreaaid.extract.claims.tagged import Tagged
from koreaaid.extract.mention import Quantity
from koreaaid.language import word_classes as w
from koreaaid.language.actors import countries_in, country_of, is_people_word

_VERB = w.FINITE | w.AUXILIARY | w.WILL | w.WOULD | w.COULD | w.CAN | w.SHOULD
_PEOPLE = ("personnel", "casualties")
_DEALT = ("money", "equipment", "munitions", "personnel", "mass")
_COUNTED = frozenset([*_DEALT, "casualties", "area"])
_PARTY = re.compile("[w2fF](?=[NCBdj])")
_FROM = re.compile("F(?=[NCBd])")
_BY = re.compile("y(?=[NCBdj])")
_RECEIVING = frozenset(
    ["get", "gets", "got", "obtain", "obtained", "obtains", "receive", "received", "receives"]
)
_MAKING = frozenset(["built", "developed", "made", "manufactured", "produced"])
_NAMES = frozenset("NCBM")
_PREPOSITIONS = frozenset("2FfinawypoA")
_LEADS = ("", "w", "d", "wd", "r", "x")
_CUTTING = w.STOP | w.CLAUSE
_COMPARING = frozenset(["as", "compared", "despite", "than"])
_FAR = 40
_BACK = 3


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
        of_deals = quantity.category == "other_count" and _counts_deals(quantity.item)
        if quantity.category not in _COUNTED and not of_deals:
            return None, None
        clause = _clause(sentence, word)
        actor = None
        if quantity.category in _PEOPLE:
            actor = own_country(quantity.item) or country_after(sentence, word)
        doer, giver, received = self._doer(sentence, word, clause, source)
        if actor is None:
            if received and giver:
                return giver, doer
            actor = doer or giver
        if quantity.category not in _DEALT and not of_deals:
            return actor, None
        return actor, _counterparty(self._reading, sentence, word, clause, actor, source)

    def _doer(
        self, sentence: Tagged, word: int, clause: tuple[int, int], source: Source | None
    ) -> tuple[str | None, str | None, bool]:
        """Return who does it, whom it comes from, and whether the verb is one of receiving.

        Figures of one clause with no verb between them share the answer.
        """
        cue = next(iter(sentence.cues_before(word)), -1)
        key = (sentence.index, cue, *clause, source.at if source else -1)
        if key not in self._known:
            agent, received = _agent(sentence, word, clause, source)
            giver = _written(self._reading, sentence, _from_phrase(sentence, word, clause))
            self._known[key] = (_written(self._reading, sentence, agent), giver, received)
        return self._known[key]


def _counts_deals(item: str | None) -> bool:
    """Say whether contracts or deals are counted: "multiple contracts with Poland"."""
    return any(w.BITS[word] & w.DEAL for word in (item or "").split())


def _agent(
    sentence: Tagged, word: int, clause: tuple[int, int], source: Source | None
) -> tuple[Phrase | None, bool]:
    """Return who does it by the verb that governs a figure, and whether that verb is one of receiving."""
    by = _by_phrase(sentence, clause) if sentence.tags.find("y", *clause) >= 0 else None
    if by and not (source and source.phrase and source.begins <= by[0] <= source.phrase[1]):
        return by, False
    tags, flags = sentence.tags, sentence.flags
    first = clause[0]
    if source and not source.outer and source.left <= word:
        first = max(first, source.left)
    received = False
    for at in sentence.cues_before(word):
        if at < first:
            break
        if sentence.words[at].lower() in _RECEIVING:
            received = True
        if not flags[at] & _VERB and not (flags[at] & w.INTENDING and tags[at + 1 : at + 2] == "2"):
            continue
        before = phrase_before(sentence, at)
        if before is None or before[0] < first or _is_governed(sentence, before):
            continue
        if _is_passive(sentence, at):
            return None, received
        if tags[before[0]] in PRONOUNS or _is_party(sentence, before, titles=True):
            return before, received
    return _of_headline(sentence, word, first), received


def _is_governed(sentence: Tagged, phrase: Phrase) -> bool:
    """Say whether a phrase hangs on a preposition ("containers sent to Russia were"), and is no subject."""
    return phrase[0] > 0 and sentence.tags[phrase[0] - 1] in _PREPOSITIONS


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
    if phrase is None or phrase[1] > word or not _is_party(sentence, phrase):
        return None
    verb = phrase[1]
    finite = sentence.words[verb].endswith("s") or sentence.flags[verb] & w.FINITE
    return phrase if sentence.tags[verb] in "2V" or (sentence.tags[verb] == "x" and finite) else None


def _by_phrase(sentence: Tagged, clause: tuple[int, int]) -> Phrase | None:
    """Return the agent of a passive in the clause: "was signed by Poland", "awaits signing by Hanwha"."""
    tags = sentence.tags
    for found in _BY.finditer(tags, clause[0] + 1, clause[1]):
        at = found.start()
        at = _before_receiver(tags, at)
        verb = sentence.words[at - 1].lower()
        if verb in _MAKING or not (sentence.flags[at - 1] & w.FINITE or verb.endswith("ing")):
            continue
        phrase = phrase_after(sentence, found.start() + 1)
        if phrase and _is_party(sentence, phrase, titles=True):
            return phrase
    return None


def _before_receiver(tags: str, by: int) -> int:
    """Return where "to Russia" begins before "by North Korea", or the place of "by"."""
    to = tags.rfind("2", max(0, by - 4), by)
    return to if to > 0 and set(tags[to + 1 : by]) <= {"C", "N", "d"} and by > to + 1 else by


def _from_phrase(sentence: Tagged, word: int, clause: tuple[int, int]) -> Phrase | None:
    """Return whom something comes from: "10 vehicles from the Korean government"."""
    if sentence.tags.find("F", *clause) < 0:
        return None
    found = [match.start() for match in _FROM.finditer(sentence.tags, *clause)]
    for at in sorted(found, key=lambda at: (at < word, at)):
        if _is_distance(sentence, at - 1):
            continue
        phrase = phrase_after(sentence, at + 1)
        if phrase and _is_party(sentence, phrase):
            return phrase
    return None


def _is_distance(sentence: Tagged, at: int) -> bool:
    """Say whether a word is a distance: "12 kilometers from Sudzha"."""
    figure = sentence.figures.get(at)
    return isinstance(figure, Quantity) and figure.category == "distance"


def _counterparty(
    reading: Reading,
    sentence: Tagged,
    word: int,
    clause: tuple[int, int],
    actor: str | None,
    source: Source | None,
) -> str | None:
    """Return the nearest other party: "with Poland", "to Ukraine", "from Hanwha"."""
    tags = sentence.tags
    receiver = _written(reading, sentence, _receiver(sentence, word, clause))
    if receiver and receiver != actor:
        return receiver
    places = [match.start() for match in _PARTY.finditer(tags, *clause)]
    home = countries_in(actor)[:1] if actor and places else ()
    for at in sorted(places, key=lambda at: (at < word, abs(at - word))):
        if at and (tags[at - 1] == "A" or _is_distance(sentence, at - 1)):
            continue
        if source and source.phrase and source.begins <= at < source.phrase[1]:
            continue
        phrase = phrase_after(sentence, at + 1)
        if phrase is None or not _is_party(sentence, phrase) or tags[phrase[1] : phrase[1] + 1] == "G":
            continue
        name = _written(reading, sentence, phrase)
        if name and name != actor and not (home and countries_in(name)[:1] == home):
            return name
    return None


def _receiver(sentence: Tagged, word: int, clause: tuple[int, int]) -> Phrase | None:
    """Return to whom something is given before it is named: "supplied Moscow with 148 missiles"."""
    for at in sentence.cues_before(word):
        if at < clause[0] or word - at > 6:
            return None
        if sentence.flags[at] & (w.STAGED | w.TRANSFER) and sentence.tags[at] == "x":
            phrase = phrase_after(sentence, at + 1)
            if phrase and sentence.tags[phrase[1] - 1] == "C" and sentence.tags[phrase[1] : word] in _LEADS:
                return phrase if _is_party(sentence, phrase) else None
    return None


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
    return not bits & w.FINITE and sentence.words[at].lower() not in _COMPARING


def _is_party(sentence: Tagged, phrase: Phrase, *, titles: bool = False) -> bool:
    """Say whether a phrase names a country, a body or a firm, or a person with a title; no thing."""
    tags = sentence.tags[slice(*phrase)]
    if sentence.tags[phrase[1] : phrase[1] + 1] == "x" and tags[-1] == "C":  # "Polish tanks"
        return not is_people_word(sentence.words[phrase[1] - 1])
    head = next((tags[:at] for at, tag in enumerate(tags) if tag in "oi" and at), tags)
    last = sentence.words[phrase[0] + len(head) - 1]
    if head[-1] == "C":
        return last[-2:] not in ("'s", "’s") and not is_people_word(last)
    return head[-1] in "BNM" or (head[-1] == "j" and last[0].isupper()) or (titles and "T" in head)


def _written(reading: Reading, sentence: Tagged, phrase: Phrase | None) -> str | None:
    """Return a phrase as written without article; "it" is the country or body that it takes up."""
    if phrase is None:
        return None
    if sentence.tags[phrase[0]] in PRONOUNS:
        return _antecedent(reading, sentence.index, phrase[0]) if sentence.tags[phrase[0]] == "I" else None
    start = phrase[0]
    while start < phrase[1] - 1 and sentence.tags[start] in "d#&":
        start += 1
    begin, end = sentence.span(start, phrase[1])
    name = " ".join(reading.text[begin:end].split()).removesuffix("'s").removesuffix("’s")
    return country_of(f"the {name}") or name if name in ("North", "South") else name


def _antecedent(reading: Reading, index: int, word: int) -> str | None:
    """Return the country or body that opened the sentence, or one shortly before."""
    for at in range(index, max(-1, index - _BACK), -1):
        sentence = reading.sentence(at)
        start = sentence.tags.find(",") + 1 if sentence.tags[:1] in ("i", "n", "@") else 0
        phrase = phrase_after(sentence, start)
        if phrase and (at < index or phrase[1] <= word) and sentence.tags[phrase[1] - 1] in "CB":
            return _written(reading, sentence, phrase)
    return None
