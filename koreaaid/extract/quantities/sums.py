"""Sums whose currency is written once: "gave 68 billion kroner … Of the money, 10 billion went to"."""

from __future__ import annotations

from collections.abc import Sequence

from koreaaid.extract.quantities.figure import Figure
from koreaaid.extract.quantities.ranges import scale_of
from koreaaid.language.nearby import word_before
from koreaaid.language.patterns import late
from koreaaid.language.phrases import phrase_after

_MILLION, _BILLION = 1e6, 1e9
_MANY = 1e5
_LAST = 4
_FARTHEST = 240
_REACH = 32
_CENTS = frozenset({"cent", "penny", "kopeck"})
_OF_IT = late(r" of (?:it|that|this|which)\b")
_OF_MONEY = late(r"\b[Oo]f (?:the (?:money|sum|total)|this|that|it|which), \Z")
_SPENT = late(
    r"(?: (?:has|have|had|is|are|was|were|will|would|be|been|already|so|far))+"
    r" (?:allocated|committed|disbursed|earmarked|for|go|going|gone|paid|set|spent|used)\b"
    r"| went (?:to|on|for)\b"
)
_LIVING = frozenset({"people", "live", "lived", "lives", "inhabitants", "residents"})
_CASH = late(r"\b(?:cash|package|plus|was|is|are|were) (?:(?:of|for) )?(?:only |just )?\Z")


def currency_of_sum(text: str, figure: Figure, before: Sequence[Figure]) -> str | None:
    """Return the currency of a large number of nothing, if the text has spoken of money last."""
    if figure.least < _MILLION or (scale_of(text, figure) == 1.0 and figure.numeral.form != "words"):
        return None
    if phrase_after(text, figure.end) is not None:
        return None
    last = _last_sum(figure, before)
    return last.unit if last is not None and _is_sum(text, figure) else None


def _last_sum(figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """Return the sum before, unless other large numbers have been counted since."""
    for earlier in reversed(before[-_LAST:]):
        if figure.start - earlier.end > _FARTHEST or (earlier.unit == "count" and earlier.least >= _MANY):
            return None
        if earlier.category == "money" and earlier.unit not in _CENTS and earlier.converts is None:
            return earlier
    return None


def _is_sum(text: str, figure: Figure) -> bool:
    """Say whether a large number is money by its place: billions always, millions where they are spent."""
    if not _LIVING.isdisjoint(text[figure.end : figure.end + _REACH].split()[:2]):
        return False
    if figure.least >= _BILLION or _OF_IT.match(text, figure.end) or _SPENT.match(text, figure.end):
        return "population" not in text[max(0, figure.start - _REACH) : figure.start]
    begin = max(0, figure.start - _REACH)
    return bool(_OF_MONEY.search(text, begin, figure.start) or _CASH.search(text, begin, figure.start)) or (
        word_before(text, figure.start) == "to" and text.startswith(" for ", figure.end)
    )
