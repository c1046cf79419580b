"""The reading of all dates of a text: candidates by rule, the longest first, resolved in text order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from koreaaid.extract.dates import durations, points, references, relative, sets, times, years  # noqa: F401  (they fill the table of rules)
from koreaaid.extract.dates.context import Context, Reading, days_spanned
from koreaaid.extract.dates.rules import RULES, Rule
from koreaaid.extract.dates.timex import narrowed
from koreaaid.extract.dates.tokens import CLASSES, Tokens, pattern
from koreaaid.extract.mention import Date

Span = tuple[int, int]


def read_dates(text: str, sentences: Sequence[Span], published: date | None) -> list[Date]:
    """Find every date, time, length of time and recurring time of `text`.

    Parameters
    ----------
    text : str
    sentences : sequence of (start, end)
        From `koreaaid.extract.sentences.sentence_spans`.
    published : date or None
        Publication date; without one nothing that is relative to it is resolved.

    Returns
    -------
    list of Date
        In text order, not overlapping.
    """
    context = Context(Tokens(text), sentences, published)
    dates: list[Date] = []
    reached = 0
    for first, rule, match in _candidates(context.tokens.codes):
        if first < reached or (rule.name != "clock" and _crosses_sentences(context, match)):
            continue
        reading = rule.read(context, match)
        if reading is None:
            continue
        made = _date(context, rule, match, reading, reached)
        reached = match.end() - reading.trim[1]
        dates.append(made)
    return dates


def _candidates(codes: bytearray) -> list[tuple[int, Rule, re.Match[bytes]]]:
    """Return every match of every rule, in text order, longer ones first."""
    found = [
        (match.start(), -match.end(), order, rule, match)
        for order, rule in enumerate(RULES)
        for match in rule.pattern.finditer(codes)
    ]
    found.sort(key=lambda candidate: candidate[:3])
    return [(start, rule, match) for start, _, _, rule, match in found]


def _crosses_sentences(context: Context, match: re.Match[bytes]) -> bool:
    codes = context.tokens.codes
    last = match.end() - 1
    while last > match.start() and codes[last] == CLASSES["INSIDE"]:  # "Jan. 6" is one, whatever its stop
        last -= 1
    start, end = context.tokens.starts[match.start()], context.tokens.starts[last]
    at = bisect_right(context.sentences, (start, 1 << 60)) - 1
    return at >= 0 and end >= context.sentences[at][1] and start < context.sentences[at][1]


_EDGES = {
    "early": "START",
    "beginning": "START",
    "start": "START",
    "mid": "MID",
    "middle": "MID",
    "late": "END",
    "end": "END",
    "close": "END",
}
_LEFT = pattern(
    r"(?:THE? (?P<edge>BEGINNING|MIDDLE|END) (?:OF|DASH)|THE? (?P<adjective>EARLY|LATE|MID) (?:DASH|IN|ON)? THE?|THE? (?P<sometime>EARLIER|LATER) (?:IN|ON)? THE?"
    r"|(?P<about>ABOUT))\Z"
)


def _date(context: Context, rule: Rule, match: re.Match[bytes], reading: Reading, reached: int) -> Date:
    tokens = context.tokens
    first, after = max(match.start() + reading.trim[0], reached), match.end() - reading.trim[1]
    mod = reading.mod
    if reading.type == "DATE" and first:
        left = _LEFT.search(tokens.codes, max(reached, first - 4), first)
        if left:
            group = (left["edge"] and "edge") or (left["adjective"] and "adjective")
            if group:
                mod = _EDGES[tokens.words(left.start(group), left.end(group))]
            elif left["about"]:
                mod = "APPROX"
            first = left.start()
    if reading.type != "SET" and reading.value and not reading.compared:
        context.remember(reading.value.partition("T")[0] if reading.type == "TIME" else reading.value, after)
    start, end = tokens.start(first), tokens.end(after)
    earliest, latest = narrowed(days_spanned(reading), mod)
    return Date(
        start, end, tokens.text[start:end], reading.type, reading.value, reading.basis, rule.name, mod,
        earliest, latest, reading.number, reading.low, reading.high, reading.bound, reading.unit,
    )  # fmt: skip
