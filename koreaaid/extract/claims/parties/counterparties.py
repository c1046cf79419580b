"""To, from or with whom something is given: "with Poland", "to Ukraine", "from Hanwha"."""

from __future__ import annotations

import re

from koreaaid.extract.claims.parties.party import is_party, written
from koreaaid.extract.claims.reading import Reading
from koreaaid.extract.claims.sources.source import Source
from koreaaid.extract.claims.words.phrases import Phrase, phrase_after
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.extract.mention import Quantity
from koreaaid.language import word_classes as w
from koreaaid.language.actors import countries_in
from koreaaid.language.nouns import GOODS, category_of

_PARTY = re.compile("[w2fF](?=[NCBdj])")
_FROM = re.compile("F(?=[NCBd])")
_FAR_RECEIVER = 18
_GIVING = w.STAGED | w.TRANSFER | w.GIVING
_MOVING = frozenset(
    [
        "departed",
        "flew",
        "flies",
        "flown",
        "fly",
        "flying",
        "operate",
        "operates",
        "sailed",
        "sailing",
        "set",
        "travelled",
    ]
)
_NEAR_TO = (["affiliated"], ["aligned"], ["close"], ["linked"], ["loyal"], ["opposed"], ["tied"])
_LEADS = ("", "w", "d", "wd", "r", "x")


def from_phrase(sentence: Tagged, word: int, clause: tuple[int, int]) -> Phrase | None:
    """Return whom something comes from: "10 vehicles from the Korean government"."""
    if sentence.tags.find("F", *clause) < 0:
        return None
    people = _counts_people(sentence, word)
    found = [match.start() for match in _FROM.finditer(sentence.tags, *clause)]
    for at in sorted(found, key=lambda at: (at < word, at)):
        if _is_distance(sentence, at - 1):
            continue
        phrase = phrase_after(sentence, at + 1)
        if phrase and is_party(sentence, phrase) and not _is_place(sentence, at, phrase, people=people):
            return phrase
    return None


def _counts_people(sentence: Tagged, word: int) -> bool:
    figure = sentence.figures[word]
    return isinstance(figure, Quantity) and figure.category == "personnel"


def _is_place(sentence: Tagged, at: int, phrase: Phrase, *, people: bool) -> bool:
    """Say whether a name alone is where people and ships go: "3,000 men moved from Wonsan"."""
    names, moving = sentence.tags[slice(*phrase)], sentence.words[at - 1] in _MOVING
    if names != "N":
        return names == "NN" and moving  # "fly from Minsk Mazowiecki"
    if sentence.tags.startswith("2N", phrase[1]) or sentence.tags.startswith("FN2", at - 2):
        return True  # "from Rajin to Dunai"
    return people or bool(sentence.flags[at - 1] & w.SHIPPED) or moving


def _is_of_name(sentence: Tagged, at: int) -> bool:
    """Say whether a preposition is part of a name or office: "Institute for Affairs", "envoy to Moscow"."""
    if sentence.tags[at - 1] == "T":
        return True
    name = at + 1 + (sentence.words[at + 1] == "the")  # "Headquarters for the Treatment"
    beside = sentence.words[at - 1][:1] + sentence.words[name][:1]
    return sentence.tags[at - 1] in "BN" and sentence.words[at] == "for" and beside.isupper()


def _is_distance(sentence: Tagged, at: int) -> bool:
    """Say whether a word is a distance: "12 kilometers from Sudzha"."""
    figure = sentence.figures.get(at)
    return isinstance(figure, Quantity) and figure.category == "distance"


def counterparty_of(
    reading: Reading,
    sentence: Tagged,
    word: int,
    clause: tuple[int, int],
    actor: str | None,
    source: Source | None,
) -> str | None:
    """Return the nearest other party: "with Poland", "to Ukraine", "from Hanwha"."""
    tags = sentence.tags
    receiver = written(reading, sentence, _receiver(sentence, word, clause))
    if receiver and receiver != actor:
        return receiver
    places = [match.start() for match in _PARTY.finditer(tags, *clause)]
    people = _counts_people(sentence, word)
    home = countries_in(actor)[:1] if actor and places else ()
    for at in sorted(places, key=lambda at: (at < word, abs(at - word))):
        if at and (tags[at - 1] == "A" or _is_distance(sentence, at - 1) or _is_of_name(sentence, at)):
            continue
        if _in_aside(tags, at, word):
            continue
        if source and source.phrase and source.begins <= at < source.phrase[1] + _describes(sentence, source):
            continue
        phrase = phrase_after(sentence, at + 1)
        if (
            phrase is None
            or not is_party(sentence, phrase)
            or _owns(sentence, phrase)
            or tags[phrase[1] : phrase[1] + 1] == "G"
        ):
            continue
        if _is_place(sentence, at, phrase, people=people):
            continue
        name = written(reading, sentence, phrase)
        if name and name != actor and not (home and countries_in(name)[:1] == home):
            return name
    return None


def _in_aside(tags: str, at: int, word: int) -> bool:
    """Say whether a clause on somebody ends between: "Romania, which borders on Ukraine, buys 54 guns"."""
    opens = tags.rfind(",R", 0, at)
    return opens >= 0 and tags.find(",", opens + 1, at) < 0 < tags.find(",", at, word)


def _describes(sentence: Tagged, source: Source) -> int:
    """Return how many words behind a name tell who that is: "according to a channel [close to] Oslo"."""
    if not source.phrase or source.verb != "according to":
        return 0
    return 2 if sentence.words[source.phrase[1] : source.phrase[1] + 1] in _NEAR_TO else 0


def _owns(sentence: Tagged, phrase: Phrase) -> bool:
    """Say whether only a thing of a body is named: "to Russian military training grounds"."""
    end = phrase[1]
    if sentence.tags[end - 1 : end + 1] == "Nx" and category_of(sentence.words[end]) in GOODS:
        return True  # "lines for Shahed drones"
    if sentence.tags[end - 1 : end + 1] != "Bx" or sentence.flags[end] != w.LOWER:
        return False
    return sentence.words[end].endswith(("s", "ing"))


def _receiver(sentence: Tagged, word: int, clause: tuple[int, int]) -> Phrase | None:
    """Return to whom something is given before it is named: "supplied Moscow with 148 missiles"."""
    for at in sentence.cues_before(word):
        if at < clause[0] or word - at > _FAR_RECEIVER:
            return None
        if sentence.tags[at] == "x" and sentence.flags[at] & _GIVING:
            phrase = phrase_after(sentence, at + 1)
            if phrase and sentence.tags[phrase[1] - 1] == "C" and _leads(sentence.tags[phrase[1] : word]):
                return phrase if is_party(sentence, phrase) else None
    return None


def _leads(between: str) -> bool:
    """Say whether what is given follows its receiver: "sent Russia 9 million shells, 120 guns and [120]"."""
    return between in _LEADS or (between[:1] == "#" and not between.strip("#xjdo,&"))
