"""What a count counts where the noun stands before it: "deliveries totaled 46", "a crowd of 70,000"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from koreaaid.extract.quantities.figure import Figure
from koreaaid.language.actors import is_country_word
from koreaaid.language.lexicon import lexicon
from koreaaid.language.nearby import word_after, word_before
from koreaaid.language.nouns import category_of, is_plural
from koreaaid.language.phrase_words import PERIODS
from koreaaid.language.phrases import Phrase
from koreaaid.language.preceding import noun_beside
from koreaaid.language.verb_arguments import object_before, subject_before

_VERBS = lexicon("phrases")["figure_verbs"]
_TOTALS = frozenset(
    word for name in ("totals", "generic", "changes") for word in lexicon("phrases")["before_figures"][name]
)
_LEVELS = frozenset(_VERBS["reaching"]) | {"to", "at", "by", "from", "record"}
_INDICES = frozenset(_VERBS["indices"])
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "last", "latter", "next", "other"})
_NEAR = 120


class Counted(NamedTuple):
    """What is counted: the noun phrase as written, its head, and its category, each if that is known."""

    item: str | None
    head: str
    category: str | None


def noun_of(text: str, figure: Figure, sentence: int) -> Counted | None:
    """Read the noun of "a crowd of 70,000", "the cap of 500,000"."""
    if word_before(text, figure.start) != "of" or word_after(text, figure.end) == "of":
        return None  # "cracks in the tails of two of its jets"
    if text.endswith("the loss of ", 0, figure.start):
        return None
    return _as_counted(text, noun_beside(text, figure.start, max(sentence, figure.start - _NEAR)))


def _as_counted(text: str, found: Phrase | None) -> Counted | None:
    """Return what is counted by a noun before the number; of a thing's name in the singular no category."""
    if found is None or is_country_word(found.head) or found.head.lower() in PERIODS:
        return None
    if found.head.lower() in _ORDINALS:
        return None  # "in two waves, the first of 2,000"
    if found.head.lower() in _TOTALS and " of " not in text[found.start : found.end]:
        return None
    if found.head.lower() in _INDICES:
        name = text[found.start : found.end]  # "the Kospi", but "the index" does not say which
        return Counted(None if name.islower() else name, found.head, "other_count")
    named = found.head[0].isupper() and text.endswith(
        " of ", 0, found.start
    )  # "the Ministry of Defence of 900"
    if named or any(character.isdecimal() for character in found.head):
        return None  # "the TA-125 climbed to"
    item, category = text[found.start : found.end], category_of(found.head)
    category = category if is_plural(found.head) or category == "personnel" else None
    if category is None and " of " in item:  # "production of drones of the Shahed type", "stocks of shells"
        plural = (category_of(word) for word in item.split() if is_plural(word))
        category = next(filter(None, plural), None)
    return Counted(item, found.head, "casualties" if "toll" in item.split() else category)


def subject_of_level(text: str, figure: Figure, sentence: int) -> Counted | None:
    """Read "deliveries totaled 46", "the fleet grew to 48", "expand the force to 30,000"."""
    if word_before(text, figure.start) not in _LEVELS:
        return None
    begin = max(sentence, figure.start - _NEAR)
    found = object_before(text, figure.start, begin)
    found = found or subject_before(text, figure.start, begin, reaching_only=True)
    return _as_counted(text, found)


def level_of_change(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read what fell by a percentage to a number: "sales fell 19.3 percent to 28,046", not an index."""
    last = before[-1] if before else None
    if last is None or last.category != "percent" or last.start < sentence or not last.item:
        return None
    head = last.item.split()[-1]
    named = head.lower() in _INDICES and not last.item.islower()  # "the Kospi"
    counted = named or (head.islower() and head not in _INDICES)
    return last.item if counted and text[last.end : figure.start].strip() in ("at", "to") else None
