"""Words that place something in the present, the past or the future without saying when.

A word is marked where readers of news mark it more often than not; the shares are of TimeBank and AQUAINT.
"""

from __future__ import annotations

from koreaaid.extract.dates.readings import Reading, explicit, from_context
from koreaaid.extract.dates.rules import Found, rule
from koreaaid.extract.dates.tokens import codes_of

_PAUSES = codes_of("COMMA COLON DASH FOR")
_COUNTED = codes_of("THE ANYORDINAL ANYDIGITS ANYNUMBER")
_REPORTS = codes_of("TENSEREPORT PASTVERB")
_STOPS = (".", "!", "?")
_AUXILIARIES = frozenset(("is", "are", "was", "were", "has", "have", "had", "most", "more"))
_COPULAS = frozenset(("is", "are", "s", "re", "was", "were"))


@rule("now", "NOW", "NOW")
def _now(found: Found) -> Reading | None:
    """Read "now" (71 % marked); "is now the ninth", "Now, he says", "Now for it" are left."""
    begin = found.context.sentence_start(found.first)
    if begin == found.first and (found.following in _PAUSES or _ends_sentence(found)):
        return None
    if begin == found.first - 1 and _ends_sentence(found):
        return None
    led_by_copula = found.tokens.words(found.first - 1, found.first) in _COPULAS
    return None if led_by_copula and found.following in _COUNTED else explicit("PRESENT_REF")


def _ends_sentence(found: Found) -> bool:
    """Say whether a sentence ends behind the match, with or without a stop."""
    codes = found.tokens.codes
    after = found.after
    if after < len(codes) and found.tokens.words(after, after + 1) in _STOPS:
        after += 1
    return after >= len(codes) or found.context.sentence_start(after) == after


@rule(
    "present",
    "CURRENTLY PRESENT",
    "CURRENTLY|(?P<at>AT) THE? PRESENT|THE PRESENT (?=DOT|COMMA)",
)
def _present(found: Found) -> Reading | None:
    """Read "currently" (80 % but where it begins), "at present"; "current" (62 %) is left."""
    if found.context.sentence_start(found.first) == found.first:
        return None
    return explicit("PRESENT_REF")._replace(trim=(int(found.has("at")), 0))


@rule("these days", "UNITS", "THIS UNITS", before="THIS")
def _these_days(found: Found) -> Reading | None:
    """Read "these days"; "these weeks" are counted by what is said of them."""
    return explicit("PRESENT_REF") if found.words == "these days" else None


@rule(
    "past",
    "RECENTLY PAST",
    "RECENTLY|THE PAST (?=DOT|COMMA|AND|OTHER|TENSEMODAL|THAT)|IN (?P<times>PAST UNITS)",
)
def _past(found: Found) -> Reading | None:
    """Read "recently" (65 %), "in the past"; "recent" (40 %) and "has recently been" are left."""
    if found.first and found.tokens.words(found.first - 1, found.first) in _AUXILIARIES:
        return None
    return explicit("PAST_REF")._replace(trim=(int(found.has("times")), 0))


@rule(
    "future",
    "FUTURE TERM",
    r"THE (?:NEAR|LONG)? FUTURE|A? NEAR FUTURE|THE NEAR TERM|FUTURE (?:UNITS|QUARTERS)",
)
def _future(found: Found) -> Reading | None:
    """Read "the future" (67 %), "near future", "the short term"; "soon" (28 %) is left."""
    return explicit("FUTURE_REF")


@rule("one day", "ONE", r"TENSEFUTURE ONE (?P<unit>UNIT)", before="TENSEFUTURE")
def _one_day(found: Found) -> Reading | None:
    """Read "will one day": no length of time."""
    return explicit("FUTURE_REF")._replace(trim=(1, 0)) if found["unit"] == "day" else None


@rule("at the time", "TIME", "AT THE TIME (?=THAT)", before="THE", behind="THAT")
def _at_the_time(found: Found) -> Reading | None:
    """Read "confirmed at the time that", if the text has just named the time that it takes up."""
    if found.before not in _REPORTS:
        return None  # "at the time that the deal was signed"
    named = found.context.last_named(found.first, "day week month season quarter year")
    return from_context(named.value) if named else None
