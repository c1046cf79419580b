"""The reading of figures: numerals become amounts, ranges and counts, or exclusions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest
from operator import attrgetter
from typing import cast

from koreaaid.extract.mention import Category, Date, Excluded, Quantity
from koreaaid.extract.quantities.counting.counts import read_additive, read_additive_behind, read_item
from koreaaid.extract.quantities.excluded.exchange import exchange_rate
from koreaaid.extract.quantities.excluded.exclusion import Exclusion
from koreaaid.extract.quantities.excluded.exclusions import calibre_of, exclusion_of
from koreaaid.extract.quantities.excluded.names import glued_name
from koreaaid.extract.quantities.figure import Figure
from koreaaid.extract.quantities.measuring.implied import repeat_items, share_sums
from koreaaid.extract.quantities.measuring.subjects import read_subject
from koreaaid.extract.quantities.numbers.amounts import amount, in_millions
from koreaaid.extract.quantities.numbers.chains import LIMITS, share_units, with_hundredths
from koreaaid.extract.quantities.numbers.ranges import WHOLES, joined, link_between, proportion, share_scale
from koreaaid.extract.quantities.relations import relate
from koreaaid.extract.sentences import Span
from koreaaid.language.bounds import bound_after, bound_around, limits
from koreaaid.language.nearby import word_after, word_before
from koreaaid.language.numerals import Numeral, find_glued, find_numerals, lowered
from koreaaid.language.patterns import late
from koreaaid.language.phrases import phrase_after
from koreaaid.language.units import unit_after

_MAXIMUM = late(r"\b(?:max|maximum)(?:\s+\w+){1,3}?\s+(?:(?:of|is|was|at)\s+)?\Z", re.IGNORECASE)
_LIMITING = ("limit", "restrict", "capped ", "caps ")
_LIMITED = late(
    r"(?<!\b[Tt]he )(?<!\ba )(?<!\bits )(?<!their )\b(?:limit(?:s|ed|ing)?|restrict(?:s|ed|ing)?)"
    r" (?!to\b)[^.;,:\d]{2,60} to \Z|\b(?:caps|capped) [^.;,:\d]{2,60} at \Z"
)
_ESTIMATE_BEFORE = late(
    r"(?<!-)\b(?:estimated|estimating|estimates?\s+(?:that|of|at|for|puts?|is|are|as|the|it|its|there|some|show|suggest))"
    r"\b[^.;,\d]{0,60}\Z",
    re.IGNORECASE,
)
_ESTIMATE_AFTER = late(
    r"[^.;\d\n]{0,60}\b(?:by|according to|based on)\s[^.;\d\n]{0,30}estimate", re.IGNORECASE
)
_MONTHS = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    "|Nov(?:ember)?|Dec(?:ember)?"
)
_TIME_BEHIND = re.compile(
    # ... but no "15,000 last year" and no "8,000 per month"
    r"[ \u00a0-](?:(?!(?:an?|the|last|past|this|that|next|each|every|per|in|by|for|over|all|one"
    r"|two|three|four|five|six|seven|eight|nine|ten|twelve|flight|flying|combat)\b)"
    r"\w+[ \u00a0-]|)"
    r"(?:second|minute|hour|day|night|week|month|quarter|year|decade|centur)(?:s|y|ies)?\b"
    r"(?!-[a-z]| and night)"
    r"|[:.]\d{2}(?!\d)|[ \u00a0]?(?:a\.m|p\.m|am\b|pm\b|gmt|o['’]clock"
    r"|(?:bst|utc|cest?|cet|eest|eet|e[sd]t|p[sd]t|kst|jst|msk|ist)\b)"
)
_MONTH_BEGINS = frozenset({"of", *(name[:3].lower() for name in _MONTHS.split("|"))})
_MONTH_AFTER = late(rf"[ \u00a0-](?:of )?(?:{_MONTHS})\b")
_MONTH_BEFORE = late(rf"[(“]?(?:{_MONTHS})\.?")
_LATEST_YEAR = 2099
_ODD = frozenset({"-odd", "-plus"})
_QUOTES = {"“": "”", '"': '"', "‘": "’", "«": "»"}


def read_quantities(text: str, sentences: Sequence[Span], dates: Sequence[Date]) -> list[Quantity | Excluded]:
    """Read the figures of `text` outside of the spans of `dates`.

    Returns
    -------
    list of Quantity or Excluded
        In text order, not overlapping. Numbers that may be dates are left to the calendar.
    """
    low = lowered(text)
    starts = [0, *(start for start, _ in sentences)]
    days = [*sorted((date.start, date.end) for date in dates), (len(text), len(text) + 1)]
    amounts = [amount(text, numeral) for numeral in _outside(find_numerals(text), days)]
    in_millions(text, amounts)
    share_units(text, amounts)
    read: list[Figure | Exclusion] = []
    figures: list[Figure] = []
    position = day = 0
    for figure, following in zip_longest(amounts, amounts[1:]):
        begin, end = figure.core
        if begin < position:
            continue
        while days[day][1] <= begin:
            position = max(position, days[day][1])
            day += 1
        made = _made(text, low, figure, following)
        if made is None:
            continue
        if isinstance(made, Figure):
            _complete(text, made, starts[bisect_right(starts, begin) - 1], figures, following)
            figures.append(made)
        limit = days[day][0]
        if made.start < position or made.end > limit:
            made = _within(made, position, max(end, limit))
        read.append(made)
        position = made.end
    repeat_items(figures)
    share_sums(text, figures)
    read += _glued(text, read, days)
    read.sort(key=attrgetter("start"))
    return [_mention(text, made) for made in read]


def _within(made: Figure | Exclusion, low: int, high: int) -> Figure | Exclusion:
    """Cut a mention back to the space that other mentions leave it."""
    start, end = max(made.start, low), min(made.end, high)
    if isinstance(made, Exclusion):
        return made._replace(start=start, end=end)
    made.start, made.end = start, end
    return made


def _glued(text: str, read: Sequence[Figure | Exclusion], days: Sequence[Span]) -> list[Exclusion]:
    """Return exclusions for digits that are part of a word, outside of all that is read."""
    spans = find_glued(text)
    if not spans:
        return []
    taken = sorted([*((made.start, made.end) for made in read), *days])
    found: list[Exclusion] = []
    at = position = 0
    for start, end in spans:
        while taken[at][1] <= start:
            position = max(position, taken[at][1])
            at += 1
        limit = taken[at][0]
        if position <= start and end <= limit:
            name = glued_name(text, start, end)
            found.append(name._replace(start=max(name.start, position), end=min(name.end, limit)))
            position = found[-1].end
    return found


def _outside(numerals: Sequence[Numeral], days: Sequence[Span]) -> list[Numeral]:
    """Return the numerals that lie in none of `days`, the last of which is behind the text."""
    kept: list[Numeral] = []
    rest = iter(days)
    begin, stop = next(rest)
    for numeral in numerals:
        while stop <= numeral.start:
            begin, stop = next(rest)
        if begin >= numeral.end:
            kept.append(numeral)
    return kept


def _made(text: str, low: str, figure: Figure, following: Figure | None) -> Figure | Exclusion | None:
    """Return what a number is: a figure, a range with the next, an exclusion, or None for the calendar."""
    if following is not None:
        if figure.category == "money" and with_hundredths(text, figure, following):
            return figure
        link = link_between(text, figure, following)
        both = joined(text, figure, following, link) if link else None
        if both is not None:
            calibre = calibre_of(text, both.numeral) if both.unit in (None, "millimeter") else None
            return calibre or (None if both.unit is None and _is_calendar(text, low, both) else both)
        if link:
            share_scale(text, figure, following, link)
        elif following.value in WHOLES and (share := proportion(text, figure, following)):
            return share
    numeral = figure.numeral
    if figure.unit in (None, "millimeter"):
        calibre = calibre_of(text, numeral)
        if calibre:
            return calibre
    if figure.category == "money":
        if figure.unit == "PEN" and text[figure.end : figure.end + 1] == "/":  # "S/2024/718"
            return Exclusion(figure.start, figure.end, "part of an address or code", "address")
        return exchange_rate(text, figure.start, figure.end) or figure
    if figure.unit == "pound-mass":  # "($1 = 0.79 pounds)"
        return exchange_rate(text, figure.start, figure.end) or figure
    if figure.unit is not None:
        return figure
    return exclusion_of(text, low, numeral) or (None if _is_calendar(text, low, figure) else figure)


def _is_calendar(text: str, low: str, figure: Figure) -> bool:
    """Say whether a bare number looks like a year, a time, a day or a length of time."""
    start, end = figure.core
    if _TIME_BEHIND.match(low, end):
        return True
    before, behind = word_before(text, start), word_after(text, end)
    named = before.strip("(“.")[:3].lower() in _MONTH_BEGINS and _MONTH_BEFORE.fullmatch(before)
    # Agencies write "on March nine", but "It came in May. Nine were lost" ends with its month.
    ended = before.endswith(".") and not low[start].isdigit()
    if (behind[:3] in _MONTH_BEGINS and _MONTH_AFTER.match(text, end)) or (named and not ended):
        return (figure.value or figure.high or 99) <= 31
    value = figure.value or 0
    if end - start == 4 and low[start:end].isdecimal() and 1900 <= value <= _LATEST_YEAR:
        return phrase_after(text, end) is None
    return False


def _complete(
    text: str, figure: Figure, sentence: int, before: Sequence[Figure], following: Figure | None
) -> None:
    """Fill in bound, item, category and relations of a figure."""
    read_additive(text, figure)
    figure.phrase_end = figure.end
    _bound(text, figure)
    if figure.unit is None and text[figure.core[1] : figure.end] in _ODD:  # "700-odd km"
        unit = unit_after(text, figure.end)
        if unit:
            figure.unit, figure.category, figure.end = unit.name, cast(Category, unit.category), unit.end
    if figure.unit is None:
        _with_quotes(text, figure)
        read_item(text, figure, sentence, before, following)
        taken = figure.rule == "shared unit" and figure.item is not None
        if figure.unit is not None and not taken:  # shared with a figure beside it
            read_subject(text, figure, sentence, before)
        figure.unit = figure.unit or "count"
        _bound_behind_phrase(text, figure)
    else:
        if figure.category == "money":
            read_additive_behind(text, figure)
        read_subject(text, figure, sentence, before)
    relate(text, figure, before, sentence)


def _bound(text: str, figure: Figure) -> None:
    """Widen a figure over the words that bound it, and set low and high."""
    bound, figure.start, figure.end = bound_around(text, figure.start, figure.end)
    if figure.bound == "range":
        return
    if figure.value is None:
        figure.bound = "vague"
        return
    if bound == "exact" and text.endswith(LIMITS, 0, figure.start):
        bound = "at_most"
    elif bound == "exact" and _speaks_of_limits(text):
        if _is_maximum(text, figure):
            bound = "at_most"
        elif _is_estimate(text, figure):
            bound = "about"
    if bound == "exact" and figure.category == "distance" and word_before(text, figure.start) == "within":
        bound, figure.start = "at_most", figure.start - len("within ")
    figure.bound = bound
    figure.low, figure.high = limits(bound, figure.value)


def _with_quotes(text: str, figure: Figure) -> None:
    """Take in the quotes around nothing but the figure: “at least 10,000” rounds."""
    if _QUOTES.get(text[figure.start - 1 : figure.start]) == text[figure.end : figure.end + 1]:
        figure.start, figure.end = figure.start - 1, figure.end + 1
        figure.phrase_end = figure.end


@lru_cache(maxsize=1)
def _speaks_of_limits(text: str) -> bool:
    """Say whether a text has an estimate, a maximum or a limit at all."""
    return "stimat" in text or "max" in text.lower() or any(word in text for word in _LIMITING)


def _is_maximum(text: str, figure: Figure) -> bool:
    """Read "whose maximum range is 90 kilometers", "limit its imports to 500,000 barrels"."""
    limited = word_before(text, figure.start) in ("at", "to")
    if limited and _LIMITED.search(text, max(0, figure.start - 80), figure.start):
        return True
    begin = max(0, figure.start - 40)
    return "max" in text[begin : figure.start].lower() and bool(_MAXIMUM.search(text, begin, figure.start))


def _is_estimate(text: str, figure: Figure) -> bool:
    """Read "Seoul estimates that 13,000 troops", "40 percent, according to an estimate"."""
    begin, end = max(0, figure.start - 80), figure.end + 100
    if text.find("stimat", begin, figure.start) >= 0 and _ESTIMATE_BEFORE.search(text, begin, figure.start):
        return True
    return text.find("stimate", figure.end, end) >= 0 and bool(_ESTIMATE_AFTER.match(text, figure.end))


def _bound_behind_phrase(text: str, figure: Figure) -> None:
    """Read "40 tanks or more"."""
    if figure.bound != "exact" or figure.value is None or figure.phrase_end <= figure.end:
        return
    bound, _ = bound_after(text, figure.phrase_end)
    if bound != "exact":
        figure.bound = bound
        figure.low, figure.high = limits(figure.bound, figure.value)


def _mention(text: str, made: Figure | Exclusion) -> Quantity | Excluded:
    if isinstance(made, Exclusion):
        return Excluded(made.start, made.end, text[made.start : made.end], made.reason, made.rule)
    return Quantity(
        made.start, made.end, text[made.start : made.end], made.value, made.low, made.high, made.bound,
        made.unit or "count", made.category or "other_count", made.rule,
        made.item, made.additive, made.part_of, made.converts,
    )  # fmt: skip
