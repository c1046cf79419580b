"""Things that are named for a day: "the February 11 plant in Hamhung", "the May 10 Factory"."""

from __future__ import annotations

from koreaaid.language.calendar import CAPITAL_MONTHS, MONTHS
from koreaaid.language.lexicon import alternatives, lexicon
from koreaaid.language.nearby import word_after, word_before
from koreaaid.language.patterns import late

_WORDS = lexicon("calendar")["named_for_days"]["words"]
_HAPPENED = lexicon("calendar")["happened"]["nouns"]
_GOES_ON = (
    r"(?![\w-])(?=[.,;:)’']|\Z|\s(?:in|at|of|near|and|or|was|is|are|were|has|had|on|to|for|that|which|where|with"
    r"|by|from|as|will)\b)"
)
_SMALL = late(rf" (?:{alternatives(_WORDS)}){_GOES_ON}")
_CAPITAL = late(
    rf"(?: [A-Z][\w-]{{2,20}}){{0,3}}? (?:{alternatives(word.title() for word in _WORDS)})(?![\w-])"
    rf"(?! (?:{alternatives(_HAPPENED)}|fire|strikes?|visit|opening)\b)"
)
_FIRST_WORDS = frozenset(words.split()[0] for words in _WORDS)
_MONTH_BEFORE = late(rf"\b(?:{CAPITAL_MONTHS})\.? \Z")
_LONGEST_MONTH = 11


def thing_named(text: str, start: int, end: int) -> int | None:
    """Return where the name of a thing ends that begins with the month and day at `text[start:end]`.

    >>> thing_named("at the May 10 Factory, ", 7, 13), thing_named("the May 10 factory fire", 4, 10)
    (21, None)
    """
    if text[end + 1 : end + 2].isupper():
        found = _CAPITAL.match(text, end)
    elif word_after(text, end) in _FIRST_WORDS and text[start - 4 : start].lower() == "the ":
        found = _SMALL.match(text, end)
    else:
        return None
    return found.end() if found else None


def thing_with_day(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of such a name around the day of the month at `text[start:end]`."""
    if word_before(text, start).rstrip(".").lower() not in MONTHS:
        return None
    month = _MONTH_BEFORE.search(text, max(0, start - _LONGEST_MONTH), start)
    stop = thing_named(text, month.start(), end) if month else None
    return (month.start(), stop) if month and stop else None
