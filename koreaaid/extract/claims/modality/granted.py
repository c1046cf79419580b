"""Figures that are there whatever the sentence plans: "the two leaders will meet", "a 42-ton vehicle"."""

from __future__ import annotations

from koreaaid.extract.claims.modality.relatives import MEANT, has_left
from koreaaid.extract.claims.modality.shares import are_polled, is_of_today
from koreaaid.extract.claims.modality.standing import is_from_before, is_standing
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.extract.mention import Quantity
from koreaaid.language import word_classes as w
from koreaaid.language.lexicon import lexicon
from koreaaid.language.nouns import GOODS

_DEFINITE = frozenset(["both", "each", "her", "his", "its", "our", "the", "their", "these", "those"])
# "under a deal worth $5 billion": the deal is there, whatever the sentence plans with it.
_FRAMES = frozenset(
    ["after", "following", "from", "in", "part", "since", "through", "under", "via", "within"]
)
_MEASURES = frozenset(["area", "distance", "mass"])
_DESCRIBING = _MEASURES | {"age"}
_ADDED = frozenset(lexicon("modality")["added_to"])
_WANTING = frozenset(lexicon("modality")["wanting"])
_ASKING = frozenset(["applied", "asked", "begged", "wished"])
_PROPOSALS = frozenset(lexicon("modality")["proposals"])
_NEAR_WORTH = 4
_FAR_BASE = 12
_VALUED = frozenset(["estimated", "priced", "put", "valued", "worth"])
_NEAR_WANT = 7
_SIZES = (["calibre"], ["length"], ["radius"], ["range"])
_POINTING = frozenset(["both", "the", "these", "those"])
_UNGRANTED = frozenset(["money", "percent"])
_PARTS = frozenset(["many", "most", "part", "some"])
_OWNERS = frozenset(["her", "his", "its", "our", "their"])
_AHEAD = w.INTENDING | w.EXPECTING
_NEAR_AHEAD = 6
_FEW = frozenset(range(1, 13))
_CHANGES = frozenset([
    "boosted", "cut", "decline", "decrease", "doubled", "down", "drop", "expanded", "fall", "growth",
    "increase", "increased", "jump", "lifted", "lowered", "raised", "reduced", "rise", "surge", "tripled",
    "up",
])  # fmt: skip
_EARLIER = ("ago", "before", "earlier", "last year")
_WORTH = frozenset(["valued at", "worth"])
_BETWEEN = frozenset("djxNCB#or")


def is_granted(sentence: Tagged, word: int, quantity: Quantity) -> bool:
    """Say whether a figure tells what something is, and the verbs around tell nothing of it."""
    definite = _is_definite(sentence, word)
    if quantity.category == "other_count" and (
        definite or _are_all(sentence, word) or are_polled(sentence, word)
    ):
        return True
    if (
        is_standing(sentence, word, quantity)
        or _counts_proposals(sentence, word, quantity)
        or has_left(sentence, word)
    ):
        return True
    if _is_strength(sentence, word, quantity):
        return True
    if definite and quantity.category == "money" and sentence.tags[word - 2 : word - 1] == ",":
        return True  # "through SAFE, the EUR 150 bln loan scheme"
    if quantity.category == "money" and sentence.words[max(0, word - 1) : word] == ["this"]:
        return sentence.tags[word + 1 : word + 2] in ("x", "N", "B")  # "will put up this $170 million plant"
    if quantity.category == "money" and _is_worth(sentence, word):
        return True
    if quantity.category in _DESCRIBING and _is_attribute(sentence, word, quantity, definite=definite):
        return True
    if quantity.category == "percent" and is_of_today(sentence, word):
        return True
    if quantity.category in ("percent", "personnel") and _want(sentence, word):
        return True
    if "o" in sentence.tags[max(0, word - 2) : word] and _is_whole(sentence, word, quantity):
        return True
    return _is_added_to(sentence, word) or _has_come(sentence, word)


def _is_strength(sentence: Tagged, word: int, quantity: Quantity) -> bool:
    """Say whether a figure tells how big a force is: "a 900-strong unit", "the army, of 17,000 men, will"."""
    if "strong" in sentence.words[word + 1 : word + 3] or quantity.surface.endswith("-strong"):
        return True
    return quantity.category == "personnel" and sentence.tags[max(0, word - 2) : word] == ",o"


def _are_all(sentence: Tagged, word: int) -> bool:
    """Say whether all of them are told of: "all nine"; not "will mend one by May and all nine by June"."""
    if sentence.words[word - 1 : word] != ["all"]:
        return False
    return sentence.tags[word - 2 : word - 1] != "&" or sentence.tags[word + 1 : word + 3] not in ("y@", "i@")


def _is_whole(sentence: Tagged, word: int, quantity: Quantity) -> bool:
    """Say whether a part is planned of what is there: "one of the 34,000", "some of its 900 shells"."""
    if sentence.words[word - 2 : word] == ["one", "of"]:  # "the man, one of six, did not"
        return quantity.category not in _UNGRANTED
    if sentence.tags[word - 1] != "d":
        return False
    part = sentence.words[word - 3].lower()
    if sentence.words[word - 1] in ("a", "an"):
        return False
    for at in range(word + 1, min(word + _NEAR_AHEAD, len(sentence.tags))):
        if sentence.flags[at] & _AHEAD and sentence.tags[at - 1] != "d":  # no "their targets"
            return False
    if part in ("one", "each"):
        return True
    if quantity.category in _UNGRANTED:
        return False
    if sentence.tags[word - 3] == "#":
        return isinstance(sentence.figures[word - 3], Quantity)
    return part in _PARTS or (part == "any" and sentence.words[word - 1].lower() in _OWNERS)


def _is_definite(sentence: Tagged, word: int) -> bool:
    """Say whether known things are counted: "its 12 guns", no "denied having any of the 12"."""
    words = sentence.words[max(0, word - 3) : word]
    return bool(words) and words[-1].lower() in _DEFINITE and words[:-1] != ["any", "of"]


def _counts_proposals(sentence: Tagged, word: int, quantity: Quantity) -> bool:
    """Say whether a figure counts what was proposed or asked for, as such: "has proposed 12 projects"."""
    if quantity.category != "other_count":
        return False
    noun = (quantity.item or "").split()[-1:]
    if noun and noun[0].lower() not in _PROPOSALS and sentence.words[word + 1 : word + 3] != ["in", "all"]:
        return False
    for at in range(word - 1, max(-1, word - _NEAR_WANT), -1):
        if sentence.tags[at] == "2" and sentence.flags[at + 1] & w.TRANSFER:
            return False  # "vowed to send 30 more"
        if sentence.flags[at] & w.INTENDING and sentence.words[at].endswith("ed"):
            return sentence.tags[at - 1 : at] in ("v", "b", "r", "N", "C", "H", "I")
    return False


def is_known(sentence: Tagged, word: int) -> bool:
    """Say whether a figure only points at what everybody knows: "ties between the two countries"."""
    if word == 0 or sentence.words[word - 1].lower() not in _POINTING:
        return False
    figure = sentence.figures[word]
    return isinstance(figure, Quantity) and figure.category == "other_count" and figure.value in _FEW


def is_settled(sentence: Tagged, word: int) -> bool:
    """Say whether a figure is no part of the plan that its verb tells."""
    if _is_base(sentence, word):
        return MEANT.isdisjoint(sentence.words[word + 1 : word + 3])  # not "down from 450 planned"
    return _names_deal(sentence, word)


def _is_worth(sentence: Tagged, word: int) -> bool:
    """Say whether a sum is what a deal is worth that is there: "under the contract, worth $3 million,"."""
    if sentence.words[0] == "At" and sentence.words[2:4] == ["price", "of"] and word == 4:
        return True  # "At a price of $3,000 apiece, the loan would"
    comma = sentence.tags.rfind(",", max(0, word - 3), word)
    dated = sentence.tags[word + 1 : word + 4] == "i@,"  # "exports, worth $9 billion in 2023, may fall"
    if comma > 0 and (
        dated or sentence.tags[word + 1 : word + 2] == ","
    ):  # "the tanks, put at $3 billion, will come"
        told = sentence.words[comma + 1 : word] or sentence.words[word].split()
        return told[0].lower() in _VALUED
    if comma < 1 or not any(bits & w.DEAL for bits in sentence.flags[max(0, comma - _NEAR_WORTH) : comma]):
        return False
    return " ".join(sentence.words[comma + 1 : word]).lower() in _WORTH


def _want(sentence: Tagged, word: int) -> bool:
    """Say whether a figure counts those who want something: "one in five Norwegians want to leave"."""
    tags, words = sentence.tags, sentence.words
    for at in range(word + 1, min(word + _NEAR_WANT, len(tags))):
        if words[at : at + 2] == ["would", "like"]:
            return True
        if words[at].lower() in _WANTING or (words[at] in _ASKING and tags[at + 1 : at + 2] == "2"):
            return True
        describes = words[at].endswith("ed") and tags[at + 1 : at + 2] in ("x", "N", "T")
        if tags[at] not in "xNCBTHjod#" or (sentence.flags[at] & w.FINITE and not describes):
            return False
    return False


def _is_attribute(sentence: Tagged, word: int, quantity: Quantity, *, definite: bool) -> bool:
    """Say whether a measure describes a thing: "the 32,000-square-meter plant", "weighs 31 tons"."""
    if quantity.category == "age":
        return "aged" in sentence.words[max(0, word - 3) : word]
    if quantity.category == "distance" and sentence.tags[word - 1 : word] == ",":
        return sentence.tags[word + 1 : word + 2] in ("x", "F")  # "the plant, 1,000 km east of Moscow"
    if sentence.tags[word - 1 : word] == "o" and sentence.words[word + 1 : word + 2] in _SIZES:
        return True  # "missiles of 80 km range"
    if sentence.tags[word - 1 : word] == "(":  # "a lower resolution (3 meters per pixel)"
        return True
    if word > 2 and sentence.tags[word - 1] == "o" and "w" in sentence.tags[word - 4 : word - 2]:
        return True  # "a missile with a range of 290 km"
    if sentence.words[word - 1].lower() in ("weighs", "weigh", "weighing"):
        return True
    return definite and "-" in sentence.words[word] and sentence.tags[word + 1 : word + 2] in ("x", "N", "B")


def _is_added_to(sentence: Tagged, word: int) -> bool:
    """Say whether what is there is replaced or added to: "will replace 230 T-72s", "on top of the 120"."""
    before = " ".join(sentence.words[max(0, word - 4) : word]).lower()
    if "on top of" in before or "in addition to" in before:
        return MEANT.isdisjoint(sentence.words[word + 1 : word + 3])
    for at in range(word - 1, max(-1, word - 5), -1):
        if sentence.words[at].lower() in _ADDED:
            return True
        if sentence.tags[at] not in _BETWEEN:
            return False
    return False


def _has_come(sentence: Tagged, word: int) -> bool:
    """Say whether a relative clause tells what has happened to it: "12 guns, which arrived in May"."""
    after = sentence.tags.find("R", word + 1, word + 7)
    if after < 0 or sentence.tags[after - 1] in "o&" or after + 1 >= len(sentence.tags):
        return False
    verb = sentence.words[after + 1]
    between = sentence.tags[word + 1 : after]
    planned = sentence.flags[after + 1] & (w.INTENDING | w.EXPECTING | w.DUE)
    return verb.endswith("ed") and not planned and not any(tag in "VXUmb;:" for tag in between)


def _is_base(sentence: Tagged, word: int) -> bool:
    """Say whether a figure is the old value of a change: "to increase output from 2,000 to 5,000"."""
    if sentence.tags.startswith(",F#@", word - 2) and sentence.words[word + 1].endswith(_EARLIER):
        return True  # "expects to make 1.1 million, from 70,000 five years earlier"
    if "@" in sentence.tags[word - 2 : word] and is_from_before(sentence, word):
        return True
    if sentence.tags[word - 1 : word] == "F" and sentence.words[word - 2] in _CHANGES:
        return True  # "will be 150 million, up from 100 million", "an increase from"
    if sentence.tags[max(0, word - 2) : word] == "#F" and _are_alike(sentence, word):
        return True  # "is to reach 2.6% from 2.3%"
    near = sentence.tags[max(0, word - _FAR_BASE) : word] + "," + sentence.tags[word + 1 : word + 5]
    return sentence.tags[word - 1 : word] == "F" and "2#" in near


def _are_alike(sentence: Tagged, word: int) -> bool:
    """Say whether a share or a sum stands beside another: "2.6% from [2.3%]"."""
    one, other = sentence.figures[word - 2], sentence.figures[word]
    if not (isinstance(one, Quantity) and isinstance(other, Quantity)):
        return False
    return one.unit == other.unit and one.category in _UNGRANTED


def within_frame(sentence: Tagged, verb: int, word: int, quantity: Quantity) -> bool:
    """Say whether a sum is the worth of a deal that is there: "will import tanks under a deal worth $1bn"."""
    if quantity.category != "money":
        return False
    for at in range(word - 1, max(verb, word - 8), -1):
        if sentence.flags[at] & w.DEAL:
            before = {near.lower() for near in sentence.words[max(verb + 1, at - 3) : at]}
            return not before.isdisjoint(_FRAMES) and "in" not in before  # "will buy 40 guns in a deal"
    return False


def is_capacity(sentence: Tagged, verb: int, word: int, quantity: Quantity) -> bool:
    """Say whether arms are what something can take: "each launcher will hold 12 rockets"."""
    if quantity.category not in GOODS:
        return False
    return any(bits & w.HOLDING for bits in sentence.flags[verb:word])


def _names_deal(sentence: Tagged, word: int) -> bool:
    """Say whether a deal that is there follows its worth: "in a 46 million-euro ($54 million) deal"."""
    after = sentence.after(word)
    if after >= len(sentence.flags) or not sentence.flags[after] & w.DEAL:
        return False
    return any(near.lower() in _FRAMES for near in sentence.words[max(0, word - 3) : word])
