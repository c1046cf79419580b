"""Any text is read: no exception, offsets right, nothing twice, time in proportion to length."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koreaaid.extract.dates import read_dates
from koreaaid.extract.sentences import sentence_spans

_PIECES = st.sampled_from(
    ["the", "a", "last", "next", "this", "May", "March", "June", "Oct.", "24/6", "2024", "2024-10-29", "9999", "0000", "31", "three", "two", "of", "to", "years", "year", "weeks", "quarter", "third", "half", "ago", "earlier", "later", "before", "day", "days", "Monday", "Tuesday", "night", "at", "10:35", "a.m.", "p.m.", "on", "in", "until", "said", "will", "'s", "'", "-", "–", ",", ".", ";", "(", ")", "\n", "\n\n", "Christmas", "New", "Eve", "Day", "every", "each", "now", "past", "future", "twenty", "nineteen", "ninety", "century", "decade", "1990s", "Q3", "H1", "FY25", "fiscal", "a", "few", "several", "couple", "hundred", "million", "10000000000000000000000", "٣", "½", "한국", "🙂", "\u202e", "00:00", "24:00", "minutes", "hours", "a", "and", "a", "half", "weekend", "end", "of", "early", "late", "mid", "about", "around", "more", "than"]
)  # fmt: skip
_TEXTS = st.one_of(
    st.text(), st.lists(_PIECES, max_size=40).map(" ".join), st.lists(_PIECES, max_size=20).map("".join)
)
_DAYS = st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max, date(2024, 2, 29)]))


@given(_TEXTS, _DAYS)
def test_reads_any_text_on_any_day(text: str, published: date | None) -> None:
    reached = 0
    for found in read_dates(text, sentence_spans(text), published):
        assert reached <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.surface == found.surface.strip()
        assert found.basis != "publication" or published
        assert found.earliest is None or (found.latest is not None and found.earliest <= found.latest)
        reached = found.end


@pytest.mark.parametrize(
    "piece",
    [
        "9",
        ",",
        "the last ",
        "two ",
        "a year and ",
        "May ",
        "1-",
        "10:",
        "in 2024 ",
        "late ",
        "Monday to ",
        "( ",
        "a.m.",
        "Q3 the quarter ",
        "1999 a day earlier ",
    ],
)
def test_time_grows_with_length_alone(piece: str) -> None:
    def seconds(count: int) -> float:
        text = piece * count
        spans = [(0, len(text))]
        start = time.process_time()
        read_dates(text, spans, date(2024, 10, 29))
        return time.process_time() - start

    seconds(500)
    short, long = min(seconds(1_000) for _ in range(3)), min(seconds(4_000) for _ in range(2))
    assert long < 12 * short + 0.05
