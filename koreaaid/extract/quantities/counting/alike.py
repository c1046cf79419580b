"""What an earlier count lends to a bare number: its noun, and whether its people were lost."""

from __future__ import annotations

from koreaaid.extract.quantities.counting.casualties import loss_after
from koreaaid.extract.quantities.counting.named import PUT, goods_named
from koreaaid.extract.quantities.counting.stated import Counted
from koreaaid.extract.quantities.figure import Figure
from koreaaid.language.actors import is_country_word
from koreaaid.language.nearby import word_before
from koreaaid.language.nouns import GOODS, category_of
from koreaaid.language.patterns import late
from koreaaid.language.phrase_words import is_designation

_FATES = frozenset({"died", "killed", "hurt", "injured"})  # what a count has for an item that has no noun
_LOST = frozenset({"dead", "fallen"})
_EARLIER_TOLL = late(
    r"\b(?:earlier|previous|last|first|latest|initial) (?:count|estimate|figure|number|toll)"
    r"(?:, [^.,;\d]{1,40},)? (?:had been|was) \Z"
    r"|\b(?:average|mean)(?: (?:for|in|of) [^.,;\d]{1,24})? (?:had been|was) \Z"
)
_FROM_LAND = late(r"(?: or more| more| others)? from [A-Z]")
_REACH = 40
_FARTHEST = 240


def like(text: str, figure: Figure, earlier: Figure) -> Counted | None:
    """Return what an earlier count counts; that its people were killed is not said of others than a part."""
    category = earlier.category
    if earlier.head in _FATES and not loss_after(text, figure.end):
        return None  # "1,000 died, and 3,000 were flown home"
    if is_country_word(earlier.head) and _FROM_LAND.match(text, figure.end):
        return Counted(None, "people", "personnel")  # "two North Koreans. Six hundred or more from Nepal"
    if category in GOODS and is_designation(earlier.head):
        begin = max(earlier.phrase_end, figure.start - _FARTHEST)
        named = goods_named(text, begin, figure.start, frozenset({category}))
        if named and not is_designation(named.head):  # "148 KN-23s. … every third missile was one: 60"
            return named
    told = (earlier.item or "").partition(" ")[0] in _LOST  # "1,212 fallen soldiers … gave back 27"
    if category == "casualties" and category_of(earlier.head) != category and not told:
        category = category if _counts_again(text, figure) else "personnel"
    return Counted(earlier.item, earlier.head, category) if earlier.item else None


def _counts_again(text: str, figure: Figure) -> bool:
    """Say whether a number is of the people just counted: "3,000 were hurt; he put the toll at 1,100"."""
    word = word_before(text, figure.start)
    if figure.additive == "+":
        return True  # "personnel – 758,730 (+1,160)"
    if text.endswith((", from ", ", against "), 0, figure.start):
        return True  # "deaths fell to 153, from 174"
    if word == "to" and text.find("bringing the total", figure.start - 2 * _REACH, figure.start) > 0:
        return True
    if word in ("been", "was"):
        return bool(_EARLIER_TOLL.search(text, figure.start - 2 * _REACH, figure.start))
    return word == "including" or (
        word == "at" and bool(PUT.search(text, figure.start - _REACH, figure.start))
    )
