"""Numbers of goods that somebody gets or uses and of people who are hired, where no noun follows."""

from __future__ import annotations

from koreaaid.extract.quantities.figure import Figure
from koreaaid.language.lexicon import lexicon
from koreaaid.language.nearby import word_after, word_before
from koreaaid.language.patterns import late

GETTING = frozenset(lexicon("phrases")["getting"]["words"])
_TURNED_OUT = (" turn out ", " turns out ", " turned out ", " turning out ")
_FIRED = frozenset({"fired", "launched", "tested"})
_HIRED = late(r"\b(?:employ|hir|recruit|mobili[sz]|conscript)(?:e?s|e|ed|ing)? (?:another )?\Z")
_HIRED_ENDS = frozenset("degstyzr")  # of what it ends with: "employ", "hire", "recruits", "another"
_HIRING = ("employ", "hir", "recruit", "mobili", "conscript")


def is_got(text: str, figure: Figure) -> bool:
    """Say whether the number is of goods that someone buys or makes: "can turn out three"."""
    word = word_before(text, figure.start)
    if word == "Of":  # "North Korean shells fail. Of 1,000 fired, 380 did not go off"
        return word_after(text, figure.end) in _FIRED
    return word in GETTING or text.endswith(_TURNED_OUT, 0, figure.start)


def is_hired(text: str, figure: Figure) -> bool:
    """Say whether the number is of people who are employed: "hired another 40"."""
    word = word_before(text, figure.start)
    near = word[-1:] in _HIRED_ENDS and (word == "another" or any(map(word.__contains__, _HIRING)))
    return near and bool(_HIRED.search(text, figure.start - 24, figure.start))
