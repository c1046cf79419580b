"""What a figure is of where no noun near it says so: what its verb means, or what the sum before is of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from koreaaid.extract.quantities.figure import Figure
from koreaaid.extract.quantities.measuring.behind import lying_in
from koreaaid.language.lexicon import lexicon
from koreaaid.language.nearby import word_after, word_before
from koreaaid.language.nouns import GOODS, PEOPLE, THINGS, category_of
from koreaaid.language.patterns import late
from koreaaid.language.phrases import phrase_after
from koreaaid.language.preceding import FIGURE_VERBS, noun_at_place

_WORDS = lexicon("phrases")["verbs_of_sums"]
_NOUNS = {verb: noun for noun, verbs in _WORDS["nouns"].items() for verb in verbs}
_PAYING, _AIMING = frozenset(_WORDS["paying"]), frozenset(_WORDS["aiming"])
_QUOTED = 120
_OF_YEAR = late(r" (?:in|for) (?:19|20)\d\d\b")
_SUM_AND_SHARE = {"money", "percent"}
_OR_SHARE = late(r", (?:or )?")
_OF_SUM = late(r" of (?:(?:its|that|the|their|this) )?")
_COMPARING = frozenset({"After", "Against", "Compared", "Following"})
_ENDS = frozenset({("from", "to"), ("to", "from")})
_CLAUSE_END = late(r"[;:!?]|,\s|\s(?:and|but|while)\s")
_AIDING, _AIDED = frozenset(_WORDS["aiding"]), frozenset(_WORDS["aided"])
_LENDING = frozenset(_WORDS["lending"])
_AT_LEVEL = frozenset(
    {"estimated", "fixed", "put", "remained", "remains", "set", "stays", "stayed", "valued"}
)
_PER = (" per ", " an ", " a ", " for each ", " for every ")
_APIECE = (" apiece, ", " each, ")
_COUNTED = late(r" [a-z]+, (?:the |some |about |around )?\d[\d,.]*(?: thousand| million)?(?=\s)")
_WEIGHING = frozenset([
    "carrying", "containing", "costing", "covering", "holding", "measuring", "occupying", "spanning",
    "weighing",
])  # fmt: skip
_SOME = late(r", (?:all|both|each|many|most|one|some) [a-z]+ \Z")
_BEFORE_TIME = frozenset({"by", "for", "in", "next", "this"})
_OILS = frozenset({"crude", "diesel", "fuel", "gasoline", "naphtha", "oil", "petroleum"})
_LARGE = 1e6
# "fires 40 shells a day. Oslo makes them for about $3,000"
_THEM = late(
    r"\b(?:built|builds?|buys?|bought|makes?|made|offers?|offered|sells?|sold) (?:them|these) (?:at|for) \Z"
)
_THEM_REACH = 24
_MOST_NAMES = 3  # "lent the World Bank"
_NEAR = 64
_FARTHEST = 240
_LAST = 6


def read_series(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read "the budget is $3 billion in 2027, $4 billion in 2029 and $5 billion in 2032"."""
    if not _OF_YEAR.match(text, figure.end):
        return None
    last = next((one for one in reversed(before[-_LAST:]) if one.unit == figure.unit), None)
    if last is None or figure.start - last.end > _FARTHEST or not _OF_YEAR.match(text, last.end):
        return None
    # "sales of 4 trillion won in 2026. After 3.1 trillion won in 2024"
    compared = last.start >= sentence or text[sentence : figure.start].partition(" ")[0] in _COMPARING
    return last.item if compared else None


def read_other_end(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read "rose to $9 billion in 2024 from $7 billion in 2022": both figures are of one thing."""
    last = before[-1] if before else None
    if last is None or last.unit != figure.unit or last.start < sentence or figure.start - last.end > _NEAR:
        return None
    if text.endswith((" down from ", " up from "), 0, figure.start):
        return last.item
    if (word_before(text, last.start), word_before(text, figure.start)) not in _ENDS:
        return None
    return None if _CLAUSE_END.search(text, last.end, figure.start) else last.item


def read_sum_before(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read "$2 million this year and $3 million next year", "It targets $9 billion for this year"."""
    last = next((one for one in reversed(before[-_LAST:]) if one.category == "money"), None)
    if last is None or figure.start - last.end > _FARTHEST:
        return None
    if figure.additive and last.unit == figure.unit:  # "They need an additional $9 billion"
        return last.item
    word = word_before(text, figure.start)
    if last.start >= sentence:
        if word != "and" or figure.start - last.end > _NEAR:
            return None
        phrase = phrase_after(text, figure.end + len(" to")) if word_after(text, figure.end) == "to" else None
        return text[phrase.start : phrase.end] if phrase else last.item  # "and $80 million to hospitals"
    return last.item if word in _AIMING and word_after(text, figure.end) in _BEFORE_TIME else None


def read_verb(text: str, figure: Figure, *, rate: bool) -> str | None:
    """Return the noun of a verb whose object is a sum: "exports" of "exported $7 billion"."""
    words = text[max(0, figure.start - _NEAR) : figure.start].split()[-_MOST_NAMES - 1 :]
    while len(words) > 1 and (words[-1][0].isupper() or words[-1] == "the"):  # "lent Kyiv $2 billion"
        words.pop()
    if not words:
        return None
    if words[-1] in _AIDING and (aided := _aided(text, figure)):
        return f"aid to {aided}"
    noun = "pay" if rate and words[-1] in _PAYING else _NOUNS.get(words[-1])
    return (_earned_from(text, figure.end) if noun == "earnings" else None) or noun


def _earned_from(text: str, end: int) -> str | None:
    """Read "earned $3 billion from cyber theft"."""
    phrase = phrase_after(text, end + len(" from"), single=True) if text.startswith(" from ", end) else None
    plain = phrase and text[phrase.start : phrase.end].islower()
    return text[phrase.start : phrase.end] if phrase and plain else None


def _aided(text: str, figure: Figure) -> str | None:
    """Return who is aided with a sum: "pledged [Kyiv] $3 billion", "sent $3 billion to [Ukraine]"."""
    before = word_before(text, figure.start)
    behind = text[figure.end : figure.end + _NEAR].split(None, 2)
    to = behind[1].strip(".,;:") if behind[:1] == ["to"] and len(behind) > 1 else ""
    return next((name for name in (before, to) if name in _AIDED), None)


def read_interest(text: str, figure: Figure, sentence: int) -> str | None:
    """Read "a loan over ten years at 2.5 percent"."""
    if word_before(text, figure.start) != "at" or word_after(text, figure.end) == "of":
        return None
    words = text[max(sentence, figure.start - _NEAR * 2) : figure.start].split()
    lent = not _LENDING.isdisjoint(words) and words[-2] not in FIGURE_VERBS and words[-2] not in _AT_LEVEL
    return "interest" if lent else None


def read_some(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read "28 parts come from Daesung, some weighing 300 grams": what is counted before."""
    last = before[-1] if before else None
    if last is None or last.unit != "count" or last.start < sentence:
        return None
    some = word_before(text, figure.start) in _WEIGHING and _SOME.search(text, last.end, figure.start)
    each = text[last.phrase_end : figure.start] == ", each "  # "eight cells, each 12 square meters"
    return last.item if some or each else None


def read_weighing(text: str, figure: Figure, sentence: int) -> str | None:
    """Read "A sack of flour weighing 50 kilograms", "a museum in Seoul covering 900 square meters"."""
    word = word_before(text, figure.start)
    if word not in _WEIGHING:
        return None
    found = noun_at_place(text, figure.start - len(word) - 2, sentence)
    return text[found.start : found.end] if found else None


def read_each(text: str, end: int) -> str | None:
    """Read the people or things of "$28,800 per soldier", "1,200 euros a shell", "$900 apiece, 40 drones"."""
    if text.startswith(_APIECE, end):
        counted = _COUNTED.match(text, end)
        priced = phrase_after(text, counted.end()) if counted else None
        return text[priced.start : priced.end] if priced else None
    if not text.startswith(_PER, end):
        return None
    link = next(link for link in _PER if text.startswith(link, end))
    phrase = phrase_after(text, end + len(link) - 1, single=True)
    return text[phrase.start : phrase.end] if phrase and phrase.category in THINGS else None


def of_sum_before(text: str, end: int, before: Sequence[Figure]) -> str | None:
    """Read "Oslo blocks 6 billion kroner for shells. Bergen hopes to free 1 billion of it"."""
    last = before[-1] if before else None
    return last.item if last and last.category == "money" and text.startswith(" of it", end) else None


def spent_on_them(text: str, figure: Figure, end: int, before: Sequence[Figure]) -> str | None:
    """Read "It has delivered 85,000 drones. It will spend £350 million on them"."""
    near = text.endswith((" for ", " at "), 0, figure.start)
    made = near and _THEM.search(text, figure.start - _THEM_REACH, figure.start)
    if not made and not text.startswith((" on them", " for them", " for each.", " for each,"), end):
        return None
    return next((one.item for one in reversed(before[-_LAST:]) if one.unit == "count" and one.item), None)


def repeat_items(figures: Sequence[Figure]) -> None:
    """Let a large sum that a headline only names be of what the text says of the same sum or converts it."""
    bare = [one for one in figures if one.item is None and one.category == "money" and one.least >= _LARGE]
    if not bare:
        return
    sums = [one for one in figures if one.category == "money"]
    told = {(one.value, one.unit): one.item for one in reversed(sums) if one.item}
    for figure in bare:
        figure.item = told.get((figure.value, figure.unit))
    converted = {one.converts: one.item for one in sums if one.converts is not None}
    for figure in bare:
        figure.item = figure.item or converted.get(figure.start)
    found = {figure.start: figure.item for figure in bare}
    for figure in bare:
        figure.item = figure.item or found.get(figure.converts or -1)


def share_sums(text: str, figures: Sequence[Figure]) -> None:
    """Let a share and a sum be of one thing: "8 percent of the $2 in grants", "$2, a third of the costs"."""
    for one, other in pairwise(figures):
        if one.item is None and other.item is not None and {one.category, other.category} == _SUM_AND_SHARE:
            beside = _OF_SUM if one.category == "percent" else _OR_SHARE
            one.item = other.item if beside.fullmatch(text, one.end, other.start) else None


def read_oil(text: str, figure: Figure) -> str | None:
    """Return the oil that a text last spoke of before a number of barrels."""
    if figure.unit is None or not figure.unit.startswith("barrel"):
        return None
    words = text[max(0, figure.start - _FARTHEST) : figure.start].split()
    return next(
        (word for word in (word.strip('.,;:()“”"') for word in reversed(words)) if word.lower() in _OILS),
        None,
    )


def fitted(text: str, figure: Figure, end: int, item: str | None) -> str | None:
    """Take no people for land ("sappers have cleared 900 hectares"), no tankers for barrels, full quotes."""
    if item and item.count('"') == 1:
        return f'{item}"' if text.find(f'{item}"', max(0, end - _QUOTED), end + _QUOTED) >= 0 else item
    if figure.category == "area":
        people = item and any(category_of(word) in PEOPLE for word in item.split())
        return lying_in(text, end) if people or not item else item
    if figure.unit == "barrel" and item and category_of(item.rsplit(None, 1)[-1]) in GOODS:
        return read_oil(text, figure)
    return item
