"""Words that place something in the present, the past or the future without saying when.

A word is marked where readers of news mark it more often than not; the shares are of TimeBank and AQUAINT.
"""

from __future__ import annotations

from koreaaid.extract.dates.readings import Reading, explicit
from koreaaid.extract.dates.rules import Found, rule
from koreaaid.extract.dates.tokens import CLASSES

_DOT = CLASSES["DOT"]
_COPULAS = frozenset(("is", "are", "s", "re", "was", "were"))


@rule("now", "NOW", "NOW")
def _now(found: Found) -> Reading | None:
    """Read "now" (71 % marked); "is now the ninth" and "Subscribe now" tell no time."""
    if found.first:
        if found.tokens.words(found.first - 1, found.first) in _COPULAS:
            return None
        if found.context.sentence_start(found.first) == found.first - 1 and _ends_sentence(found):
            return None
    return explicit("PRESENT_REF")


def _ends_sentence(found: Found) -> bool:
    """Say whether a sentence ends behind the match, with or without a stop."""
    after = found.after + (found.following == _DOT)
    return after >= len(found.tokens.codes) or found.context.sentence_start(after) == after


@rule(
    "present",
    "CURRENTLY CURRENT PRESENT",
    "CURRENTLY|CURRENT|(?P<at>AT) THE? PRESENT|THE PRESENT (?=DOT|COMMA)",
)
def _present(found: Found) -> Reading | None:
    """Read "currently" (63 %), "current" (62 %), "at present"."""
    return explicit("PRESENT_REF")._replace(trim=(int(found.has("at")), 0))


@rule("these days", "UNITS", "THIS UNITS")
def _these_days(found: Found) -> Reading | None:
    """Read "these days"; "these weeks" are counted by what is said of them."""
    return explicit("PRESENT_REF") if found.words == "these days" else None


@rule("past", "RECENTLY PAST", "RECENTLY|THE PAST (?=DOT|COMMA|AND|OTHER|THAT)")
def _past(found: Found) -> Reading | None:
    """Read "recently" (65 %), "in the past"; a bare "recent" (40 %) is left."""
    return explicit("PAST_REF")


@rule("future", "FUTURE TERM", r"THE (?:NEAR|LONG)? FUTURE|A? NEAR FUTURE|THE NEAR TERM")
def _future(found: Found) -> Reading | None:
    """Read "the future" (67 %), "near future", "the short term"; "soon" (28 %) is left."""
    return explicit("FUTURE_REF")
