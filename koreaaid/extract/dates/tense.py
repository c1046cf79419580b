"""Whether a clause tells of what is to come or of what has been, by the words that show tense."""

from __future__ import annotations

from typing import Literal

from koreaaid.extract.dates.context import Context
from koreaaid.extract.dates.tokens import CLASSES, codes_of

Direction = Literal["future", "past"]

# How far a clause reaches before and after an expression, in tokens.
_BEHIND, _AHEAD = 20, 9
# How far behind a deadline "had" tells that it lies in the past: "by early April a shed of 900 metres had …".
_HAD_AHEAD = 16
_NEAREST, _NEAR_DEED = 4, 8

_FUTURE, _PAST, _REPORT, _MODAL, _PAST_VERB = (
    CLASSES[name] for name in ("TENSEFUTURE", "TENSEPAST", "TENSEREPORT", "TENSEMODAL", "PASTVERB")
)
_UNTIL, _BY, _TO, _IS, _BE, _HAD, _SINCE, _ON = (
    CLASSES[name] for name in ("UNTIL", "BY", "TO", "IS", "BE", "HAD", "SINCE", "ON")
)
_OTHER = CLASSES["OTHER"]
# "may come by the end of May, according to an official who spoke"
_TELLING_WHO = frozenset({"according", "who"})
_STARTING = frozenset({"From", "Starting", "Beginning"})  # "From Saturday, another 60 items … will need"
_TENSES: dict[int, Direction] = {_FUTURE: "future", _PAST: "past", _PAST_VERB: "past", _HAD: "past"}
_DONE = [bytes([code]) for code in (_PAST, _PAST_VERB)]
_WILL_BE = bytes([_FUTURE, _BE])
_SHOWING = frozenset({_REPORT, _UNTIL, _BY, _TO, _MODAL, _SINCE, *_TENSES})  # all others show nothing
_PARTS_OF_PERIOD = codes_of("EARLY LATE MID ABOUT END")
_ARTICLES = codes_of("A THE")
_PERFECT = frozenset({"has", "have"})
_PARTICIPLES = frozenset([
    "bought", "brought", "built", "found", "held", "kept", "led", "left", "made", "paid", "sent", "sold",
    "thrown", "given", "taken", "shown", "chosen",
])  # fmt: skip
_ADVERBS = frozenset({"as-yet", "long", "much", "never", "newly", "once", "still", "well", "yet"})
_BREAKS = codes_of("DOT SEMICOLON")
_JOINTS = codes_of("DOT SEMICOLON COMMA AND")


def direction(context: Context, first: int, after: int) -> Direction | None:
    """Say where the clause around the tokens points.

    The nearest word before the expression that shows tense decides; without one, the nearest after it.
    """
    codes = context.tokens.codes
    start = max(0, first - _BEHIND)
    for at in range(first - 1, start - 1, -1):
        code = codes[at]
        if code in _BREAKS:
            break
        if code not in _SHOWING:
            continue
        if code == _TO and _follows_deed(codes, at):
            break
        if code == _BY and _is_deadline(codes, at, first) and codes[after : after + 1] in _DONE:
            return "past"  # "aid delivered by September stood at 40"
        opens = code == _BY and _opens_clause(codes, at)  # "By September it spoke of 2,000"
        found = (_shown_after(context, first, after) if opens else None) or _shown_by(context, at, first)
        if found:
            if code == _MODAL and at < context.sentence_start(first):  # "Should they? In March …"
                break
            return found
        if code == _REPORT:  # who is told to say it does so now, whatever was said before
            break
    return _shown_after(context, first, after)


def tells_deed(context: Context, first: int) -> bool:
    """Say whether something was done on the day that begins at `first`: "was pulled back on [Jan. 11]".

    What was decided of a day may lie ahead: "approved at the annual meeting on [April 20]".
    """
    codes = context.tokens.codes
    if (
        first < _NEAREST
        or codes[first - 1] != _ON
        or not _ARTICLES.isdisjoint(codes[first - _NEAREST : first])
    ):
        return False
    for at in range(first - 2, max(-1, first - _NEAR_DEED), -1):
        if codes[at] == _PAST:
            # "has called for redemption on [April 10]", "is being held on", "each share held on"
            verb, before = context.tokens.written(at), context.tokens.written(at - 1)
            bare = verb in _PARTICIPLES and codes[at - 1] != _PAST
            return not (verb in _PERFECT or before == "being" or bare or _is_participle(context, at))
        if codes[at] in _JOINTS or codes[at] in _SHOWING - {_PAST_VERB}:
            return False
    return False


def _shown_by(context: Context, at: int, first: int) -> Direction | None:
    """Return the tense that the word at `at` shows of the expression that begins at `first`."""
    codes = context.tokens.codes
    code = codes[at]
    if code == _REPORT:  # "said Monday that it will"
        return "past" if first - at <= 2 else None
    if (code == _UNTIL and first - at <= 4) or (code == _BY and _is_deadline(codes, at, first)):
        return "past" if _HAD in codes[max(0, first - _BEHIND) : first + _HAD_AHEAD] else "future"
    if code == _TO:
        return "future" if (at and codes[at - 1] == _IS) or codes[at + 1] == _BE else None
    if code == _MODAL:
        return "future"
    if code == _FUTURE:  # "had been due to expire" lies in the past
        return "past" if _HAD in codes[max(0, at - 7) : at] else "future"
    if code in (_PAST, _PAST_VERB) and _is_participle(context, at):
        return None
    return "past" if code in _TENSES or code == _SINCE else None


def _follows_deed(codes: bytearray, at: int) -> bool:
    """Say whether "to" at `at` follows a verb: "agreed to deliver" may be either, "will be sent to" not."""
    done = at > 0 and codes[at - 1] == _PAST_VERB and codes[at + 1] != _BE
    return done and codes[max(0, at - 3) : at - 1] != _WILL_BE


def _opens_clause(codes: bytearray, at: int) -> bool:
    return not at or codes[at - 1] in _JOINTS


def _is_deadline(codes: bytearray, at: int, first: int) -> bool:
    """Say whether "by" stands right before the expression; in "by the Tuesday deadline" it does not."""
    return first - at == 1 or (first - at == 2 and codes[at + 1] in _PARTS_OF_PERIOD)


def _is_participle(context: Context, at: int) -> bool:
    """Say whether a past form shows no past: "to be delivered", "a still unspecified date"."""
    codes = context.tokens.codes
    if _BE in codes[max(0, at - 2) : at] or (at and codes[at - 1] in _ARTICLES):
        return True
    described = context.tokens.written(at - 1) if at > 1 and codes[at - 2] in _ARTICLES else ""
    return described in _ADVERBS or described.endswith("ly")


def _shown_after(context: Context, first: int, after: int) -> Direction | None:
    codes = context.tokens.codes
    starts = first > 0 and context.tokens.written(first - 1) in _STARTING
    for at in range(after, min(after + (_BEHIND if starts else _AHEAD), len(codes))):
        code = codes[at]
        if code in _BREAKS or (code == _OTHER and context.tokens.written(at) in _TELLING_WHO):
            break
        if code in _TENSES:
            return _TENSES[code]
        if code == _REPORT:
            # "In September it announced"; but "… in March, an official said" only tells who says so.
            return "past" if first - context.sentence_start(first) <= 2 else None
    return None
