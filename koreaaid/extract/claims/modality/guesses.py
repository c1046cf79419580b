"""What will be, where somebody guesses it: "we think 40 will come", "it will buy 40, an analyst said"."""

from __future__ import annotations

from koreaaid.extract.claims.sources.source import Source
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.extract.mention import Quantity
from koreaaid.language import word_classes as w
from koreaaid.language.lexicon import lexicon

_OPINION = frozenset(lexicon("modality")["opinion"])
_ONLOOKERS = frozenset(lexicon("modality")["onlookers"])
_BUDGETS = frozenset(lexicon("modality")["budgets"])
RELIED = frozenset(
    ["at", "exceeding", "falling", "growing", "hitting", "on", "reaching", "rising", "seen", "to"]
)
_RELYING = frozenset(["banking", "banks", "count", "counting", "counts"])
_NEAR = 8
_FAR = 24
_APPOSITION = 6


def is_guess(sentence: Tagged, word: int, source: Source | None) -> bool:
    """Say whether what "will" or "would" be, with this figure, is what one thinks who does not do it."""
    if not sentence.bits & (w.WILL | w.WOULD):
        return False
    near = sentence.flags[max(0, word - _NEAR) : word + _NEAR]
    if sentence.bits & w.INTENDING and any(bits & w.INTENDING for bits in near):
        return False
    return _thinks(sentence, word) or (source is not None and _looks_on(sentence, word, source))


def is_budgeted(sentence: Tagged, word: int) -> bool:
    """Say whether those who spend it set what will be: "defence spending will rise to 5 percent"."""
    for at in range(word - 1, max(0, word - _NEAR), -1):
        if sentence.flags[at] & (w.WILL | w.WOULD):
            subject = at - 3 if sentence.tags[at - 2] == "2" else at - 1  # "aid to Ukraine would come to"
            return subject >= 0 and sentence.words[subject].lower() in _BUDGETS
    return False


def is_relied_on(sentence: Tagged, word: int) -> bool:
    """Say whether one counts on a figure or sees it come: "counts on $9 million", "sales seen topping 90"."""
    if word < 2:
        return False
    before, nearest = sentence.words[word - 2 : word]
    if nearest == "on":
        return before in _RELYING
    figure = sentence.figures[word]
    summed = isinstance(figure, Quantity) and figure.category in ("money", "percent")
    return summed if nearest == "seen" else before == "seen" and (summed or nearest != "at")


def _thinks(sentence: Tagged, word: int) -> bool:
    """Say whether an opinion governs the figure: "we think", "he believes"."""
    for at in range(word - 1, max(0, word - _FAR), -1):
        if sentence.tags[at] in ';|"”“':
            return False
        if sentence.words[at].lower() in _OPINION and sentence.tags[at - 1] in "WhHINTrB":
            return True
    return False


def _looks_on(sentence: Tagged, word: int, source: Source) -> bool:
    """Say whether a source that says the figure believes or expects it, or only watches the field."""
    if not source.covers(word) or source.phrase is None:
        return False
    if source.content == "expected" or source.verb.lower() in _OPINION:
        return True
    start, end = source.phrase
    after = end + 1 + _APPOSITION if sentence.tags[end : end + 2] == ",d" else end
    return any(near.lower() in _ONLOOKERS for near in sentence.words[start:after])
