"""What a sum of money pays for, and what a percentage or a measure is said of."""

from __future__ import annotations

import re

from koreaaid.extract.quantities.figure import Figure
from koreaaid.language.phrases import phrase_after, phrase_before

_PAYS_FOR = re.compile(
    r"\s+(?:worth\s+of|in|for|on|towards?|to)\b(?:\s+(?:the|its|their|his|her|an?|new|some|total))*(?=\s)"
)
_OF = re.compile(r"\s+of\b(?:\s+(?:the|its|their|his|her|an?|all|total))*(?=\s)")
_BRACKET = re.compile(r"\s*\([^()\n]{1,60}\)")
# "in total", "in return", "for example": no thing that is paid for.
_IDLE = frozenset(
    "total return exchange cash part addition fact all turn example instance now good date comparison response".split()
)
_FARTHEST = 120


def read_subject(text: str, figure: Figure, sentence: int, previous: int) -> None:
    """Fill in the item of money, percentages and measures; `previous`: end of the figure before."""
    bracket = _BRACKET.match(text, figure.end)
    end = bracket.end() if bracket else figure.end
    if figure.category == "money":
        found = _after(text, end, _PAYS_FOR) or _after(text, end, _OF) or _attributive(text, figure.end)
        found = found or _before(text, figure.start, sentence, money=True)
    else:
        found = _after(text, end, _OF) or _before(text, figure.start, sentence, money=False)
        if found is None and figure.unit not in ("percent", "percentage point"):
            found = _attributive(text, figure.end)
    if found:
        figure.item = found


def _after(text: str, end: int, link: re.Pattern[str]) -> str | None:
    found = link.match(text, end)
    phrase = (
        phrase_after(text, found.end()) or phrase_after(text, found.end(), single=True) if found else None
    )
    return text[phrase.start : phrase.end] if phrase else None


def _attributive(text: str, end: int) -> str | None:
    """Read the noun behind "a $60 million contract"."""
    phrase = phrase_after(text, end, single=True)
    return text[phrase.start : phrase.end] if phrase and phrase.start - end < 3 else None


def _before(text: str, start: int, sentence: int, *, money: bool) -> str | None:
    phrase = phrase_before(text, start, max(sentence, start - _FARTHEST), money=money)
    return text[phrase.start : phrase.end] if phrase else None
