"""How far the deal or the aid has come that a figure belongs to."""

from __future__ import annotations

import re

from koreaaid.extract.claims.reading import Reading
from koreaaid.extract.claims.verbs.verb_groups import negated
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.extract.mention import Modality, Quantity, Stage
from koreaaid.language import word_classes as w
from koreaaid.language.lexicon import lexicon
from koreaaid.language.nouns import GOODS, category_of

_STAGES: tuple[tuple[int, Stage], ...] = (
    (w.FRAMEWORK, "framework"),
    (w.REFUSED, "refused"),
    (w.CANCELLED, "cancelled"),
    (w.DELIVERED, "delivered"),
    (w.SHIPPED, "shipped"),
    (w.CONTRACTED, "contracted"),
    (w.PLEDGED, "pledged"),
)
_OF_DEALS = GOODS | {"money", "mass", "other_count"}
_PAID = GOODS | {"money"}
_CARGO = frozenset(["barrels", "containers", "railcars", "shiploads", "shipments", "truckloads", "wagons"])
_NOT_DONE = frozenset(["planned", "expected", "possible"])
_AID = frozenset(
    ["aid", "assistance", "donate", "donation", "grant", "help", "humanitarian", "relief", "support"]
)
_WHO_DEALS = frozenset([
    "allies", "companies", "countries", "firms", "governments", "leaders", "nations", "parties", "partners",
    "sides",
])  # fmt: skip
_ADJECTIVES = frozenset(["basic", "preliminary", "umbrella"])
_APPROVED = frozenset(["approved", "approves"])
_BUDGETS = frozenset(["budget", "budgets", "fund", "funding", "funds", "loan", "loans", "spending"])
_SPEAKING = frozenset(
    [
        "answer",
        "comment",
        "confirm",
        "deny",
        "disclose",
        "discuss",
        "elaborate",
        "give",
        "name",
        "reveal",
        "say",
    ]
)
_LEAGUES = frozenset(["alliance", "bloc", "coalition", "government", "party", "talks", "treaty", "union"])
_REMAINING = frozenset(["left"])
_TAKINGS = frozenset(lexicon("phrases")["paid_for"]["takings"])
_SOLD = frozenset(["armament", "arms", "military", "weapon", "weapons"])
_GOT, _NOTHING_GOT = frozenset(["get", "gets", "got"]), (["away"], ["hit"], ["killed"], ["lost"], ["through"])
_NEAR_SALES = 6
_NEAR_HAVE = 5
_LEFT, _RIGHT, _NEAR = 24, 12, 10
# "of the 180 tanks ordered, only 133 have been delivered": the verb behind such a figure decides
_SUBJECT = re.compile("[xjNC]{0,4}r?[vb]")
_BEFORE_SUBJECT = re.compile(",[rdj]{0,2}$")
_BUT = frozenset(["but", "while", "yet"])  # "shells were pledged, but the brigade gets 12 a day"
_BEHIND = 2  # what follows a figure counts as so much farther away


def stage_of(
    reading: Reading, sentence: Tagged, word: int, quantity: Quantity, modality: Modality
) -> Stage | None:
    """Return the stage that the nearest word of giving or dealing tells, or None.

    What is still to be delivered is contracted where a contract is spoken of, else pledged if it is aid.
    """
    if quantity.category not in _OF_DEALS or not sentence.bits & w.STAGED:
        return None
    around = _around(sentence, word)
    if _only_has(sentence, word):
        return None
    if not around or (quantity.category == "other_count" and not _is_of_deal(sentence, word, quantity)):
        return None
    nearest, together = around[0], 0
    for at in around:
        together |= sentence.flags[at]
    if len(around) == 1 and _only_wants_to_buy(sentence, nearest, modality):
        return None
    if sentence.words[nearest] == "contracted" and sentence.tags[nearest - 1] == "b":
        return "contracted"  # "signed a framework deal for 900 guns, but only 180 have been contracted"
    if together & w.FRAMEWORK and together & (w.CONTRACTED | w.PLEDGED):
        return "framework"
    if sentence.tags[nearest - 1] == "d" and sentence.words[nearest - 3 : nearest - 1] == ["called", "off"]:
        return "cancelled"
    undone = together & (w.REFUSED | w.CANCELLED) & ~sentence.flags[nearest]
    if undone and not sentence.flags[nearest] & w.FINITE:  # "cancelled an order for 96 helicopters"
        return "refused" if undone & w.REFUSED else "cancelled"
    bits = sentence.flags[nearest]
    if bits & (w.SHIPPED | w.DELIVERED) and not _is_done(sentence, nearest, together, modality):
        if sentence.index and reading.sentence(sentence.index - 1).bits & w.DEAL:
            together |= w.CONTRACTED
        return _not_yet(sentence, together, modality)
    return next(stage for bit, stage in _STAGES if bits & bit)


def _only_has(sentence: Tagged, word: int) -> bool:
    """Say whether a relative clause tells what somebody has: "may send guns, of which it has 17"."""
    return sentence.tags[word - 1 : word] == "v" and "oR" in sentence.tags[max(0, word - _NEAR_HAVE) : word]


def counts_what_is_given(item: str | None) -> bool:
    """Say whether deals or cargo are counted: "multiple contracts with Poland", "28,000 containers"."""
    if not item:
        return False
    return any(w.BITS[word] & w.DEAL or word.lower() in _CARGO for word in item.split())


def _is_of_deal(sentence: Tagged, word: int, quantity: Quantity) -> bool:
    """Say whether what is counted is dealt in: not in "several probes have concluded", "rated 10 degrees"."""
    if counts_what_is_given(f"{quantity.surface} {quantity.item or ''}"):
        return True
    if quantity.item in _WHO_DEALS:  # "the two sides agreed to deliver"
        return False
    near = range(max(0, word - _NEAR), min(len(sentence.tags), word + _NEAR))
    return quantity.unit == "count" and any(_is_dealt(sentence, at) for at in near)


def stage_of_event(sentence: Tagged, event: tuple[int, int] | None, modality: Modality) -> Stage | None:
    """Return the stage that the verb of an event tells, if arms, money, aid or a deal are near it."""
    if event is None or not sentence.bits & w.STAGED:
        return None
    bits = sentence.flags[event[1] - 1]
    if not bits & w.STAGED or modality in _NOT_DONE or modality == "denied":
        return None
    near = range(max(0, event[0] - _RIGHT), min(len(sentence.tags), event[1] + _RIGHT))
    if not any(_is_dealt(sentence, at) for at in near):
        return None
    if bits & w.CONTRACTED and any(sentence.flags[at] & w.FRAMEWORK and _counts(sentence, at) for at in near):
        return "framework"
    return next(stage for bit, stage in _STAGES if bits & bit)


def _is_dealt(sentence: Tagged, at: int) -> bool:
    """Say whether a word is one of a deal, aid, arms or a sum of money."""
    if sentence.flags[at] & w.DEAL:
        return True
    figure = sentence.figures.get(at)
    if figure is not None:
        return isinstance(figure, Quantity) and figure.category in _PAID
    word = sentence.words[at].lower()
    return word in _AID or category_of(word) in _PAID


def _is_done(sentence: Tagged, at: int, together: int, modality: Modality) -> bool:
    """Say whether a word of giving tells what was given: no plan, no "to deliver", no contract's noun."""
    if modality in _NOT_DONE or negated(sentence, at - 4, at):
        return False
    # "can deliver 20 a year", "The gear, worth $3 million, will be delivered"
    if sentence.tags[at - 1] == "m" or sentence.tags[at - 2 : at] in ("mb", "2b", "mr"):
        return False
    is_aim = sentence.tags[at - 1 : at] == "2" or together & w.CONTRACTED
    return bool(sentence.flags[at] & w.FINITE) or not is_aim


def _not_yet(sentence: Tagged, together: int, modality: Modality) -> Stage | None:
    """Return the stage of what is not delivered yet, by the other words of stages near the figure."""
    for bit, stage in ((w.CONTRACTED, "contracted"), (w.REFUSED, "refused"), (w.CANCELLED, "cancelled")):
        if together & bit:
            return stage  # type: ignore[return-value]
    is_aid = modality == "planned" and any(word.lower() in _AID for word in sentence.words)
    return "pledged" if together & w.PLEDGED or is_aid else None


def _only_wants_to_buy(sentence: Tagged, at: int, modality: Modality) -> bool:
    """Say whether a word of dealing tells a wish alone: "plans to purchase 12 howitzers"."""
    return (
        bool(sentence.flags[at] & w.CONTRACTED and sentence.flags[at] & w.TRANSFER) and modality in _NOT_DONE
    )


def _around(sentence: Tagged, word: int) -> list[int]:
    """Return the words of stages around a figure, the nearest first; those behind it count as farther."""
    tags, flags = sentence.tags, sentence.flags
    found: list[tuple[int, int]] = []
    for at in sentence.cues_before(word):
        if word - at > _LEFT or tags[at] in ";:|" or (tags[at] == "c" and sentence.words[at] in _BUT):
            break
        if flags[at] & w.STAGED and _counts(sentence, at):
            found.append((word - at, at))
    next_figure = tags.find("#", sentence.after(word))
    part = tags.find(",oR", word)  # "needs $8 million, of which it has received 2"
    next_figure = part if 0 < part < next_figure else next_figure
    stop = word + _RIGHT if next_figure < 0 else min(word + _RIGHT, next_figure)
    behind = -_LEFT if _SUBJECT.match(tags, word + 1) and _BEFORE_SUBJECT.search(tags, 0, word) else _BEHIND
    for at in sentence.cues_after(word):
        if at >= stop or tags[at] in ";:|":
            break
        if flags[at] & w.STAGED and _counts(sentence, at):
            found.append((at - word + behind, at))
    return [at for _, at in sorted(found)]


def _counts(sentence: Tagged, at: int) -> bool:
    """Say whether "basic" or "preliminary" is said of a deal, and "left" of what has gone."""
    word = sentence.words[at].lower()
    if sentence.flags[at] & w.CONTRACTED and sentence.tags[at + 1 : at + 2] == "t":
        return False  # "concluded that", "agreed that"
    if word == "intent":
        return sentence.words[at - 2 : at] in (["letter", "of"], ["letters", "of"])
    if word in _GOT and sentence.words[at + 1 : at + 2] in _NOTHING_GOT:
        return False  # "Some 12 got through"
    if word == "ships" and sentence.tags[at - 1 : at] not in ("N", "C", "B", "T", "I", "R"):
        return False  # "three cargo ships"
    if word in _REMAINING and not _LEAGUES.isdisjoint(sentence.words[at + 1 : at + 4]):
        return False  # "have left the treaty"
    if word in _REMAINING:  # "no more than 4,000 are left", "with 200 tanks left"
        before = sentence.tags[at - 1 : at]
        return before not in ("b", "#", "x", "r", "z") and sentence.tags[at + 1 : at + 2] not in (
            "",
            ",",
            "i",
        )
    if word in _TAKINGS and not _are_of_goods(sentence, at):  # "reported sales of 3 billion won"
        return False
    if sentence.flags[at] & w.REFUSED and sentence.tags[at + 1 : at + 2] == "2":  # "declined to comment"
        return sentence.words[at + 2 : at + 3] == [] or sentence.words[at + 2].lower() not in _SPEAKING
    if word in _APPROVED:  # a budget or aid, not a sale
        return any(
            near.lower() in _AID or near.lower() in _BUDGETS for near in sentence.words[at + 1 : at + 8]
        )
    if word not in _ADJECTIVES:
        return True
    return any(bits & w.DEAL for bits in sentence.flags[at + 1 : at + 3])


def _are_of_goods(sentence: Tagged, at: int) -> bool:
    """Say whether sales are of arms or to somebody: no firm's turnover."""
    before = sentence.words[at - 1].lower() if at else ""
    if before in _SOLD or category_of(before) in GOODS:
        return True
    if sentence.tags[at + 1 : at + 3] in ("2C", "2d", "2N", "2B"):
        return True
    after = sentence.words[at + 1 : at + _NEAR_SALES] if sentence.tags[at + 1 : at + 2] == "o" else []
    return any(category_of(word.lower()) in GOODS for word in after)
