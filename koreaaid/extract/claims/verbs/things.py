"""Words of plans and chances where they name a thing: "500 projects in", "weighs 9 tons", "full capacity"."""

from __future__ import annotations

from koreaaid.extract.claims.verbs.verb_groups import TAINTED, VERB, is_infinitive, negated
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.extract.mention import Quantity
from koreaaid.language import word_classes as w
from koreaaid.language.calendar import MONTHS
from koreaaid.language.lexicon import lexicon
from koreaaid.language.nouns import GOODS
from koreaaid.language.subject_nouns import OWNING

_AFTER_NOUN = ("a", "n", "w", "&")
_COMPARED = frozenset(["above", "below", "cheaper", "higher", "larger", "less", "lower", "more", "smaller"])
_COMPARES = frozenset(
    ["many", "much", "part", "such", "well", "early", "soon", "high", "low", "few", "little", "of"]
)
_TIMING = frozenset(["after", "before", "since", "until"])
_QUESTIONS = (["how"], ["what"], ["when"], ["where"], ["whether"], ["who"], ["why"])
_WHETHER, _NEAR_QUESTION = frozenset(["if", "whether"]), 9
_AIMS = frozenset(["aim", "ambition", "goal", "objective", "plan", "quota", "target"])
_MEASURES = frozenset(["area", "distance", "mass"])
ASSUMING, _NEAR_SUPPOSED = frozenset(["assume", "assumed", "assumes"]), 5
_SUPPOSED = frozenset([
    "average", "cost", "costs", "demand", "exports", "growth", "income", "inflation", "output", "price",
    "prices", "production", "profit", "rate", "rates", "revenue", "revenues", "sales", "spending", "yield",
])  # fmt: skip
_TALKING, _NEAR_TALKS = ("discuss", "negotiat", "talk"), 3
_SIZED = frozenset(lexicon("modality")["sized"])
_WEIGHTS = frozenset(["half", "kilogram", "kilo", "less", "more", "pound", "ton", "tonne", "twice"])


def names_thing(sentence: Tagged, at: int, word: int, quantity: Quantity) -> bool:
    """Say whether a word of plans or chances is none here: "made possible", "exceeded expectations by"."""
    bits, after = sentence.flags[at], sentence.tags[at + 1 : at + 2]
    weighs = quantity.category in GOODS and sentence.words[at] == "weighing"  # "is weighing 300 vehicles"
    if (
        bits & w.POSSIBLE
        and not weighs
        and (is_of_things(sentence, at, after) or sentence.words[at - 1] == "made")
    ):
        return True
    if bits & w.EXPECTING and (after == "y" or is_no_way(sentence, at)):
        return True
    if bits & w.INTENDING and is_question(sentence, at):
        return True
    return bool(bits & w.AIM) and is_thing(sentence, at, word, quantity)


def is_counted(sentence: Tagged, at: int) -> bool:
    """Say whether a word of intending is a noun with a number: "500 projects in", "two offers from"."""
    tags = sentence.tags
    if at and sentence.words[at - 1][-2:] in OWNING and tags[at + 1 : at + 2] not in ("2", "f", "t", "#"):
        return True  # "Seoul's pledges equal"
    if not sentence.words[at].endswith("s") or tags[at + 1 : at + 2] in ("2", "f", "t"):
        return False
    if sentence.flags[at] & w.AIM and tags[at + 1 : at + 2] in _AFTER_NOUN and tags[at - 1 : at] == "x":
        return True  # "engages ballistic targets at"
    worth = sentence.words[at + 1 : at + 2] == ["worth"]
    return worth or tags[at - 1 : at] == "#" or tags[max(0, at - 2) : at] in ("#x", "#j", "#N")


def is_no_way(sentence: Tagged, at: int) -> bool:
    """Say whether "track" and "course" promise nothing: "lost track of 40 rifles", not "on track for".

    Nor does "assumes" in "assumes command of 40 men".
    """
    if sentence.words[at] in ASSUMING:
        return takes_on(sentence, at)
    return sentence.words[at] in ("track", "course") and sentence.words[at - 1 : at] != ["on"]


def takes_on(sentence: Tagged, at: int) -> bool:
    """Say whether something is taken over, not supposed: "assumes command", no "assumes revenue of 9"."""
    if sentence.tags[at + 1 : at + 2] in ("t", "I"):
        return False
    return _SUPPOSED.isdisjoint(sentence.words[at + 1 : at + _NEAR_SUPPOSED])


def is_of_things(sentence: Tagged, at: int, after: str) -> bool:
    """Say whether a word of possibility is none here: "weighs 55 tons", "sold options", "full capacity"."""
    word = sentence.words[at].lower()
    if word == "leaning":
        return after != "p"  # "leaning toward giving", no "political leaning"
    if word.startswith("doubt"):
        return negated(sentence, at - 1, at)
    if word == "discussed":  # "discussed sending 60 engineers", no "discussed 40 projects"
        return not any(word.endswith("ing") for word in sentence.words[at + 1 : at + 2])
    if word in ("consideration", "discussion"):
        return sentence.words[at - 1] != "under"
    if word == "potentially":  # "potentially mined land"
        return not TAINTED.isdisjoint(sentence.words[at + 1 : at + 2])
    if word in ("option", "options"):
        return after not in ("f", "2", "o", "n")
    if word == "capacity":
        expected = at > 0 and sentence.flags[at - 1] & w.EXPECTING  # "expects capacity to grow"
        return after != "2" or bool(expected) or not is_infinitive(sentence, at + 1)
    if word.startswith("weigh") and after in ("#", "d") and sentence.tells_sum(at, at + 4):
        return False  # "weighs a $9 million loan"
    heavy = after == "#" or not _WEIGHTS.isdisjoint(sentence.words[at + 1 : at + 3])  # "weighs a ton"
    return word.startswith("weigh") and heavy


def is_thing(sentence: Tagged, at: int, word: int, quantity: Quantity) -> bool:
    """Say whether a noun of intending is a thing here: "missed the target by 2 km"."""
    after = sentence.tags[at + 1 : at + 2]
    if after == "b" and _COMPARED.intersection(
        sentence.words[word + 1 : word + 2]
    ):  # "the offer was 5% cheaper"
        return True
    if after in ("y", "F") or quantity.category in _MEASURES:
        return True
    before = sentence.tags[max(0, at - 3) : at]
    body = before[-1:] in ("B", "N", "C") and sentence.words[at - 1][-2:] not in OWNING
    if body and after == "x" and sentence.words[at].endswith("s"):  # "the ministry plans payments of"
        return False
    return (
        "d" in before
        and after not in ("2", "f", "o", "n", "#", "R", "t")
        and not sentence.flags[at + 1] & VERB
    )


def is_size(sentence: Tagged, word: int) -> bool:
    """Say whether a figure tells the size of a subject: "the city of 900", "a firm with 40 men"."""
    tags = sentence.tags
    at = word - 1
    while at > 0 and tags[at] in "djr":
        at -= 1
    if at < 1 or tags[at] == "w":
        return at > 0
    if tags[at] == "f":  # "the jail for 40 men", no "order for 40 guns"
        return not sentence.flags[at - 1] & (w.DEAL | w.AIM)
    return tags[at] == "o" and sentence.words[at - 1].lower() in _SIZED


def meets(sentence: Tagged, talks: int, word: int) -> bool:
    """Say whether a figure counts those with whom one talks: "is in talks with [two] other states"."""
    near = sentence.words[max(0, talks - _NEAR_TALKS) : talks + 1]
    if not any(here.lower().startswith(_TALKING) for here in near):
        return False
    at = word - 1
    while at > 0 and sentence.tags[at] in "djr":
        at -= 1
    return sentence.tags[at : at + 1] == "w" and at < word


def is_aim(sentence: Tagged, at: int, word: int, quantity: Quantity) -> bool:
    """Say whether an aim is told in figures: "The goal is a million drones", "its target was 40 a month"."""
    if quantity.unit == "times" and sentence.words[at] == "ordered":  # "ordered production four times that"
        return sentence.words[word + 1 : word + 3] != ["as", "many"]
    if sentence.tags[at] != "b" or sentence.words[at - 1].lower() not in _AIMS:
        return False
    return quantity.category not in _MEASURES and all(tag in "djrf" for tag in sentence.tags[at + 1 : word])


def is_question(sentence: Tagged, at: int) -> bool:
    """Say whether somebody was asked to answer, not for things: "Asked about the 900 men, he said"."""
    if sentence.words[at] in ("ask", "asks") and not _WHETHER.isdisjoint(
        sentence.words[at : at + _NEAR_QUESTION]
    ):
        return True
    if sentence.words[at].lower() != "asked":
        return False
    after = sentence.tags[at + 1 : at + 2]
    if sentence.words[at + 1 : at + 2] in _QUESTIONS:
        return True
    return after in ("p", "c") or (at == 0 and (after != "f" or "comment" in sentence.words[2:4]))


def joins_nothing(sentence: Tagged, at: int) -> bool:
    """Say whether a word that joins clauses joins none: "as well as", "such as", "before 2032".

    Nor does "that" in "raise that to 240".
    """
    word, behind = sentence.words[at].lower(), sentence.words[at + 1 : at + 2]
    if word in _TIMING:
        return bool(behind) and (behind[0].lower() in MONTHS or _is_year(behind[0]))
    if word != "as":
        return sentence.tags[at : at + 2] in ("t2", "ty") and sentence.tags[at + 2 : at + 3] == "#"
    near = (*sentence.words[max(0, at - 1) : at], *behind)
    return any(one.lower() in _COMPARES for one in near)


def _is_year(word: str) -> bool:
    return len(word) == len("2032") and word.isdecimal() and word.startswith(("19", "20"))
