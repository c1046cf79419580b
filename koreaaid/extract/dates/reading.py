"""The reading of all dates of a text: candidates by rule, the longest first, resolved in text order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

# Each of these enters its rules into the table.
from koreaaid.extract.dates import (  # noqa: F401
    comparisons,
    days,
    durations,
    months,
    periods,
    references,
    seasons,
    sets,
    times,
    today,
    units,
    years,
)
from koreaaid.extract.dates.context import Context
from koreaaid.extract.dates.readings import Reading
from koreaaid.extract.dates.rules import Found, Rule, candidates
from koreaaid.extract.dates.spans import joined
from koreaaid.extract.dates.timex import Span, narrowed, span_of
from koreaaid.extract.dates.tokens import CLASSES, Tokens, codes_of, pattern
from koreaaid.extract.mention import Date

_INSIDE = CLASSES["INSIDE"]
_EDGES = {
    "early": "START", "beginning": "START", "start": "START", "mid": "MID", "middle": "MID", "late": "END",
    "end": "END", "close": "END",
    **dict.fromkeys(("about", "around", "approximately", "roughly", "circa"), "APPROX"),
}  # fmt: skip
# Words before a date that belong to it: "the end of", "early in", "mid-", "earlier", "around".
_LEFT = pattern(
    r"(?:THE? (?P<edge>BEGINNING|MIDDLE|END) (?:OF|DASH)"
    r"|THE? (?P<adjective>EARLY|LATE|MID) (?:DASH|IN|ON)? THE?"
    r"|THE? (?P<beside>EARLIER|LATER) (?:IN|ON)? THE?"
    r"|(?P<about>ABOUT))\Z"
)
_LONGEST_LEFT = 4
_ENDS_LEFT = codes_of("OF DASH EARLY LATE MID EARLIER LATER IN ON THE ABOUT")  # what such words can end with
_BEFORE_ABOUT = codes_of("IN SINCE UNTIL BY FROM FOR AT ON BETWEEN TO OPEN COMMA BEFORE AFTER")


def read_dates(text: str, sentences: Sequence[tuple[int, int]], published: date | None) -> list[Date]:
    """Find every date, time, length of time and recurring time of `text`.

    Parameters
    ----------
    text : str
    sentences : sequence of (start, end)
        From `koreaaid.extract.sentences.sentence_spans`.
    published : date or None
        Publication date; without one nothing that is relative to it is resolved: its value is None, or has
        X for what is not known (XXXX-01-09, XXXX-WXX-2).

    Returns
    -------
    list of Date
        In text order, not overlapping.
    """
    context = Context(Tokens(text), sentences, published)
    dates: list[Date] = []
    reached = 0
    for rule, match in candidates(context.tokens.codes):
        if match.start() < reached or _crosses_sentences(context, rule, match):
            continue
        reading = rule.read(Found(context, match))
        if reading is None:
            continue
        dates.append(_date(context, rule, match, reading, reached))
        reached = match.end() - reading.trim[1]
    return joined(text, dates)


def _crosses_sentences(context: Context, rule: Rule, match: re.Match[bytes]) -> bool:
    """Say whether a sentence ends within the match; the stops of "Jan. 6" and "10 a.m. Friday" end none."""
    codes, starts = context.tokens.codes, context.tokens.starts
    last = match.end() - 1
    while last > match.start() and codes[last] == _INSIDE:
        last -= 1
    if last == match.start():
        return False
    if rule.name == "clock":
        return "\n\n" in context.tokens.text[starts[match.start()] : starts[last]]
    at = bisect_right(context.sentences, (starts[match.start()], 1 << 60)) - 1
    return at >= 0 and starts[match.start()] < context.sentences[at][1] <= starts[last]


def _date(context: Context, rule: Rule, match: re.Match[bytes], reading: Reading, reached: int) -> Date:
    """Make the mention of a reading, with the words before it that belong to it."""
    tokens = context.tokens
    first, after = max(match.start() + reading.trim[0], reached), match.end() - reading.trim[1]
    word = ""
    if reading.type == "DATE" and first and tokens.codes[first - 1] in _ENDS_LEFT:
        first, word = _word_before(tokens, first, max(reached, first - _LONGEST_LEFT))
    if reading.type != "SET" and reading.value:
        value = reading.value.partition("T")[0] if reading.type == "TIME" else reading.value
        context.remember(value, after, reading.compared)
    start, end = tokens.start(first), tokens.end(after)
    mod = _EDGES.get(word, reading.mod)
    earliest, latest = _days_spanned(reading.value, mod, word, context.published)
    length = reading.length or (None, None, None, None, None)
    return Date(
        start, end, tokens.text[start:end], reading.type, reading.value, reading.basis, rule.name, mod,
        earliest, latest, *length,
    )  # fmt: skip


def _word_before(tokens: Tokens, first: int, reached: int) -> tuple[int, str]:
    """Return where a date begins with the words before it, and the one that says which part is meant."""
    left = _LEFT.search(tokens.codes, reached, first)
    if not left:
        return first, ""
    word = tokens.words(*left.span(left.lastgroup or 0))
    if word == "some" or (word == "about" and tokens.codes[left.start() - 1] not in _BEFORE_ABOUT):
        return first, ""  # "questions about last year"
    return left.start(), word


def _days_spanned(value: str | None, mod: str | None, word: str, published: date | None) -> Span:
    """Return the first and last day of a value; "earlier this year" ends with the publication."""
    first, last = narrowed(span_of(value), mod)
    if published and first and last and first <= published <= last:
        if word == "earlier":
            return first, published
        if word == "later":
            return published, last
    return first, last
