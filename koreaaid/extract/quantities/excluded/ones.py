"""Whether "one" counts or is a pronoun: "one soldier", but "no one" and "one official said"."""

from __future__ import annotations

from koreaaid.extract.quantities.excluded.exclusion import Exclusion
from koreaaid.language.lexicon import lexicon
from koreaaid.language.patterns import late

_WORDS = lexicon("designations")["one"]
_NEVER_BEFORE, _NEVER_AFTER = frozenset(_WORDS["never_before"]), frozenset(_WORDS["never_after"])
_PRECEDING = late(r"([A-Za-z][\w’'-]*)[\s\u00a0]+[“\"‘(]?\Z")
_FOLLOWING = late(r"[\s\u00a0]+[“\"‘(]?([A-Za-z][\w’'-]*)")
# "one used by", "one made of"
_PARTICIPLE = late(r"\s+(?:\w+ed|made|given|held|sent|built)\s+(?:by|to|in|for|with|from|at|as|on|of)\b")
# "one official said 40 tanks had gone": who speaks is not counted
_SPEAKS = late(
    r" (?:(?:senior|former|local|[A-Z][a-z]+|[a-z]+-[a-z]+) )?[a-z]{4,}(?:, [^,.\n]{3,40},)? "
    r"(?:said|says|told|tells|added|adds|explained|recalled|noted|wrote|estimated|estimates|warned|put|puts)\b"
)
# "three trains a week, against one before the war", "at a rate of one a year"
_COMPARED = (
    ", against ", ", from ", "up from ", "down from ", " compared with ", " rate of ", " pace of ", " only ",
)  # fmt: skip
# "concluded a $3 billion deal, and the Emirates one of $3.5 billion"
_OF_SUM = late(r" (?:[A-Z]{0,3}[$€£₩]|[\d.,]+ (?:m|b|tr)illion (?!of\b))")
_TIMES = frozenset({"a", "before", "every", "in", "last", "now", "per", "since", "so", "this", "until"})
_REACH = 24
_THAT = (
    " and that ",
    " said that ",
    " says that ",
    " added that ",
    " reported that ",
)  # "and that one man died"


def pronoun_one(text: str, start: int, end: int) -> Exclusion | None:
    """Tell "one" the pronoun from "one soldier" and "one of the launchers"."""
    pronoun = Exclusion(start, end, "pronoun", "pronoun")
    before, after = _PRECEDING.search(text, start - _REACH, start), _FOLLOWING.match(text, end)
    if before and before[1].lower() == "least":  # "at least one was a KN-23"
        return None
    compared = text.endswith(_COMPARED, 0, start) and not text.endswith("the only ", 0, start)
    if compared and after and after[1] in _TIMES:
        return None
    if after and after[1] == "of" and _OF_SUM.match(text, after.end()):
        return pronoun
    if after and after[1] == "of" and not (before and before[1].lower() in ("no", "every", "each", "the")):
        return None
    told = text.endswith(_THAT, 0, start) and after is not None and after[1].lower() not in _NEVER_BEFORE
    if before and before[1].lower() in _NEVER_AFTER and not told:
        return pronoun
    if _PARTICIPLE.match(text, end) or _SPEAKS.match(text, end):
        return pronoun
    if after is None:
        return pronoun if text[end : end + 1] != "-" else None
    if before and before[1].lower() == "at" and after[1] in ("point", "time", "stage"):
        return pronoun
    return pronoun if after[1].lower() in _NEVER_BEFORE else None
