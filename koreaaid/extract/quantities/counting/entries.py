"""What the entries of a list count that name it before the number: "tanks – 9,555 (+8)", "personnel: 900"."""

from __future__ import annotations

from typing import cast

from koreaaid.extract.mention import Category
from koreaaid.extract.quantities.figure import Figure
from koreaaid.language.actors import is_country_word
from koreaaid.language.nouns import THINGS, category_of, is_plural
from koreaaid.language.patterns import late

MARKS = frozenset("–—‒-:")
_WORD = r"[A-Za-z][\w’'-]*"
_ENTRY = late(
    r"(?P<line>\A|\n|[;,:] |\. )[ \t]*(?:[•*·–-][ \t]*)?(?:of (?:them|these|which) |including )?"
    rf"(?P<noun>{_WORD}(?:(?: / | and | of | )\(?{_WORD}\)?){{0,5}})(?: [–—‒-]|:) \Z"
)
# nothing but the increase and a word that counts anything follows
_ENDS = late(
    r"(?: ?\([+−-]?\d[\d,. ]*\))?(?: (?:items?|people|persons?|pieces|servicemen|units?))?"
    r"[ \t]*(?:[,;.\n]|\Z)"
)
_LOSSES = ("losses", "Losses", "liquidated", "eliminated")
_REACH, _HEADING = 72, 600


def read_entry(text: str, figure: Figure) -> bool:
    """Fill in what an entry of a list counts; return whether the number is that of one."""
    ends = _ENDS.match(text, figure.end)
    found = _ENTRY.search(text, max(0, figure.start - _REACH), figure.start) if ends else None
    if found is None:
        return False
    head = found["noun"].rsplit(None, 1)[-1].strip("()")
    category = category_of(head)
    own_line = found["line"] in ("", "\n") and (is_plural(head) or head.isupper())
    if category not in THINGS and not own_line:
        return False
    if category == "personnel" or is_country_word(head):  # "of them North Koreans: 200"
        category = "casualties" if _are_losses(text, found.start()) else "personnel"
    figure.item, figure.head, figure.phrase_end = found["noun"], head, figure.end
    figure.category = cast(Category, category or "other_count")
    return True


def _are_losses(text: str, start: int) -> bool:
    """Say whether a list is headed as one of losses: "The enemy's losses:"."""
    begin = max(0, start - _HEADING)
    return any(text.find(word, begin, start) >= 0 for word in _LOSSES)
