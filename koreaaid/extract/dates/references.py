"""Words that place something in the present, the past or the future without saying when.

A word is marked where readers of news mark it more often than not; the shares are of TimeBank and AQUAINT.
"""

from __future__ import annotations

import re

from koreaaid.extract.dates.context import Context, Reading
from koreaaid.extract.dates.rules import rule
from koreaaid.extract.dates.tokens import CLASSES


def _reference(value: str) -> Reading:
    return Reading("DATE", value, "explicit")


@rule(
    "present",
    r"(?:AT|UNTIL|BY|FOR|FROM)? NOW|CURRENTLY|CURRENT|AT PRESENT|AT THE PRESENT|THIS (?:UNITS)|THE PRESENT",
)
def _present(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "now" (71 % marked), "currently" (63 %), "current" (62 %), "these days"; "is now the ninth" tells no time."""
    tokens = context.tokens
    words = tokens.words(match.start(), match.end())
    if words == "now" and match.start():
        before = tokens.words(match.start() - 1, match.start())
        if before in _COPULAS or context.sentence_start(match.start()) == match.start() - 1:  # "Subscribe now"
            return None
    if words.startswith("th") and words not in ("these days", "the present"):
        return None
    trim = (1, 0) if " " in words and not words.startswith("th") else (0, 0)
    return _reference("PRESENT_REF")._replace(trim=trim)


_COPULAS = frozenset(("is", "are", "s", "re", "was", "were"))


@rule("past", r"RECENTLY|THE PAST (?=DOT|COMMA|AND|OTHER|THAT)")
def _past(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "recently" (65 %), "in the past"; a bare "recent" (40 %) is left."""
    return _reference("PAST_REF")


@rule("future", r"THE (?:NEAR|LONG)? FUTURE|(?:IN|A)? NEAR FUTURE|THE NEAR TERM")
def _future(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "the future" (67 %), "near future", "the short term"; "soon" (28 %) and "future sales" are left."""
    tokens = context.tokens
    return _reference("FUTURE_REF")._replace(trim=(int(tokens.codes[match.start()] == CLASSES["IN"]), 0))
