"""What a figure is of where no noun near it says so: what its verb means, or what the sum before is of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from koreaaid.extract.quantities.figure import Figure
from koreaaid.language.lexicon import lexicon
from koreaaid.language.nearby import word_before
from koreaaid.language.patterns import late

_WORDS = lexicon("phrases")["verbs_of_sums"]
_NOUNS = {verb: noun for noun, verbs in _WORDS["nouns"].items() for verb in verbs}
_PAYING, _AIMING = frozenset(_WORDS["paying"]), frozenset(_WORDS["aiming"])
_PERIOD = late(r" (?:for|in|by) (?:this|next|the|19|20)")
_OF_YEAR = late(r" (?:in|for) (?:19|20)\d\d\b")
_COMPARED = late(r"\W*(?:After|Following|Against|Compared (?:to|with)|(?:Up|Down) from)\b[^;:]{0,60}\Z")
_OIL = late(
    r"\b((?:(?:refined|crude) )?(?:oil|petroleum|diesel|gasoline|fuel|naphtha)(?: products)?|crude)\b",
    re.IGNORECASE,
)
_VERB = late(r"\b([a-z]+)(?: (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2})? \Z")  # "lent Kyiv $2 billion"
_NEAR = 64
_FARTHEST = 240
_LAST = 4


def read_sum_before(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read "$2 million this year and $3 million next year", "It targets $9 billion for 2026"."""
    last = next((one for one in reversed(before[-_LAST:]) if one.category == figure.category), None)
    if last is None or figure.start - last.end > _FARTHEST:
        return None
    word = word_before(text, figure.start)
    if last.start >= sentence:
        return last.item if word == "and" and figure.start - last.end < _NEAR else None
    if last.unit != figure.unit:
        return None
    if word in _AIMING and _PERIOD.match(text, figure.end):
        return last.item
    # "sales of 4 trillion won in 2026. After 3.1 trillion won in 2024"
    compared = _OF_YEAR.match(text, figure.end) and _COMPARED.match(text, sentence, figure.start)
    return last.item if compared and _OF_YEAR.match(text, last.end) else None


def read_verb(text: str, figure: Figure, *, rate: bool) -> str | None:
    """Return the noun of a verb whose object is a sum: "exports" of "exported $7 billion"."""
    verb = _VERB.search(text, max(0, figure.start - _NEAR), figure.start)
    if verb and rate and verb[1] in _PAYING:
        return "pay"
    return _NOUNS.get(verb[1]) if verb else None


def read_oil(text: str, figure: Figure) -> str | None:
    """Return the oil that a text last spoke of before a number of barrels."""
    if figure.unit is None or not figure.unit.startswith("barrel"):
        return None
    found = _OIL.findall(text, max(0, figure.start - _FARTHEST), figure.start)
    return found[-1] if found else None
