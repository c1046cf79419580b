"""Spans on the calendar: two dates that are the ends of one length of time.

"from January to March", "between 8 and 13 October", "2026 to 2029" are one mention each, with both ends in
its value. TimeML marks the ends apart; but what happened within the span happened on neither of its ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from koreaaid.extract.dates.timex import grain_of, span_of
from koreaaid.extract.mention import Basis, Date
from koreaaid.language.lexicon import alternatives, lexicon
from koreaaid.language.patterns import late

_JOINED = late(r"\s*(?:[-–—‑]|(?P<and>and)|to|through|thru|until|till)\s*", re.IGNORECASE)
_LONGEST_JOINT = 12
_BETWEEN = late(r"\bbetween\s+(?:the\s+)?\Z", re.IGNORECASE)
# What is moved from one day to another spans nothing.
_MOVED = late(
    rf"\b(?:{alternatives(lexicon('calendar')['spans']['moved'])})\s+(?:\w+\s+){{0,4}}?from\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
_LOOKED_AT = 60
_ENDS = ("day", "week", "month", "quarter", "half", "season", "year", "decade")
# Written otherwise than the other end, they end no span: "bought from Sept. 14 to Thursday".
_NAMED = {"weekday", "today"}
_LONGEST_YEAR = 366
_CERTAINTY: tuple[Basis, ...] = ("explicit", "publication", "context", "unresolved")


def joined(text: str, dates: Iterable[Date]) -> list[Date]:
    """Return `dates` with those that are the two ends of a span made one.

    Parameters
    ----------
    text : str
    dates : iterable of Date
        In text order.

    Returns
    -------
    list of Date
        A span has the type DURATION and a value with both ends: 2024-10-08/2024-10-13.
    """
    kept: list[Date] = []
    for last in dates:
        if kept and _is_span(text, kept[-1], last):
            kept[-1] = _span(text, kept[-1], _following(kept[-1], last))
        else:
            kept.append(last)
    return kept


def _is_span(text: str, first: Date, last: Date) -> bool:
    """Say whether two dates are the ends of a span: alike in grain, in order, joined by a word for it."""
    if last.start - first.end > _LONGEST_JOINT or first.timex_type != "DATE" or last.timex_type != "DATE":
        return False
    if last.surface.endswith(" ago"):  # "Feb. 24, 2022 – 985 days ago"
        return False
    joint = _JOINED.fullmatch(text, first.end, last.start)
    if not joint or (first.rule in _NAMED) != (last.rule in _NAMED) or not _in_order(first, last):
        return False
    looked_at = max(0, first.start - _LOOKED_AT)
    if joint["and"]:
        return bool(_BETWEEN.search(text, looked_at, first.start))
    return not _MOVED.search(text, looked_at, first.start)


def _in_order(first: Date, last: Date) -> bool:
    if first.timex_value is None or last.timex_value is None:
        return False
    if first.earliest and last.latest:
        grain = grain_of(first.timex_value)
        return first.earliest < last.latest and grain in _ENDS and grain == grain_of(last.timex_value)
    # Without a publication date: XXXX-10-08 and XXXX-10-13.
    return first.timex_value[:4] == last.timex_value[:4] == "XXXX" and len(first.timex_value) == len(
        last.timex_value
    )


def _following(first: Date, last: Date) -> Date:
    """Return a last day or month without a year as the next one behind the first: "April through June"."""
    value = last.timex_value
    if last.basis == "explicit" or not value or not first.earliest or not last.earliest:
        return last
    if (last.earliest - first.earliest).days <= _LONGEST_YEAR or len(value) not in (7, 10):
        return last
    year = first.earliest.year + (last.earliest.month < first.earliest.month)
    value = f"{year}{value[4:]}"
    earliest, latest = span_of(value)
    return last._replace(timex_value=value, earliest=earliest, latest=latest) if latest else last


def _span(text: str, first: Date, last: Date) -> Date:
    return Date(
        first.start, last.end, text[first.start : last.end], "DURATION",
        f"{first.timex_value}/{last.timex_value}", max(first.basis, last.basis, key=_CERTAINTY.index),
        "span of dates", None, first.earliest, last.latest,
    )  # fmt: skip
