"""Numbers, bounds and strangers' text in words."""

from __future__ import annotations

from datetime import date

import pytest

from koreaaid.views.links import evidence_href, evidence_path, source_href, way_up
from koreaaid.views.text import safe, shorten, visible
from koreaaid.views.words import amount, best, number, span_words, with_unit

HOSTILE = "<script>alert(1)</script>\x1b[31m\u202egnol & $5 \x00"


@pytest.mark.parametrize(
    ("value", "words"),
    [(0, "0"), (3, "3"), (0.35, "0.35"), (3.2, "3.2"), (12000, "12,000"), (1_250_000, "1.25 million"),
     (9e9, "9 billion"), (11.884e12, "11.88 trillion"), (-4, "-4")],
)  # fmt: skip
def test_numbers_are_written_as_in_newspapers(value, words):
    assert number(value) == words


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [(9e9, "USD", "$9 billion"), (4.1e10, "PLN", "PLN 41 billion"), (12, "percent", "12%"),
     (1, "kilometer", "1 kilometer"), (40, "kilometer", "40 kilometers"), (3000, "count", "3,000")],
)  # fmt: skip
def test_units_stand_where_they_belong(value, unit, words):
    assert with_unit(value, unit) == words


@pytest.mark.parametrize(
    ("bound", "value", "low", "high", "words"),
    [("exact", 3000, 3000, 3000, "3,000"), ("about", 3000, None, None, "about 3,000"),
     ("almost", 3000, None, 3000, "almost 3,000"), ("less_than", 3000, None, 3000, "under 3,000"),
     ("at_most", 3000, None, 3000, "up to 3,000"), ("more_than", 3000, 3000, None, "over 3,000"),
     ("at_least", 3000, 3000, None, "at least 3,000"), ("range", None, 3000, 4000, "3,000 to 4,000"),
     ("vague", None, 24, None, "24 or more")],
)  # fmt: skip
def test_every_bound_has_its_words(bound, value, low, high, words):
    row = {"bound": bound, "value": value, "low": low, "high": high, "unit": "count"}
    assert amount(row) == words
    assert best(row) == {"range": 3500, "vague": 24}.get(bound, 3000)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [((2024, 10, 28), (2024, 10, 28), "28 Oct 2024"), ((2022, 4, 1), (2022, 4, 30), "Apr 2022"),
     ((2014, 1, 1), (2014, 12, 31), "2014"), ((2010, 1, 1), (2019, 12, 31), "2010 to 2019"),
     ((2024, 7, 8), (2024, 7, 14), "8 Jul to 14 Jul 2024"), ((9999, 1, 1), (9999, 12, 31), "9999")],
)  # fmt: skip
def test_a_span_keeps_its_precision(first, last, words):
    assert span_words(date(*first), date(*last)) == words


def test_control_characters_are_shown_and_offsets_hold():
    shown = visible(HOSTILE)
    assert len(shown) == len(HOSTILE)
    assert not any(ord(c) < 32 or "\u202a" <= c <= "\u202e" for c in shown)
    assert "<" not in safe(HOSTILE)
    assert "$5" in safe(HOSTILE)


def test_long_text_is_cut_at_a_word():
    assert shorten("one two three four", 10) == "one two…"
    assert len(shorten("x" * 1_000_000, 50)) <= 50
    assert shorten("short", 10) == "short"


def test_evidence_pages_of_articles_with_the_longest_names_can_be_written():
    names = {
        evidence_path(f"a/{letter * (251 // len(letter.encode()))}{end}.txt")
        for letter in "x전"
        for end in "ab"
    }
    assert len(names) == 4
    assert all(name.startswith("evidence/a/") for name in names)
    assert max(len(name.rpartition("/")[2].encode()) for name in names) <= 255


def test_evidence_links_name_page_and_anchor():
    assert evidence_path("002_ab.txt") == "evidence/002_ab.html"
    assert evidence_href("deep/a b#c.txt", "c1") == "evidence/deep/a%20b%23c.html#c1"
    assert way_up("deep/a.txt") == "../../"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "data:text/html,x",
        "/local",
        "http://",
        "http://[bad",
        "",
    ],
)
def test_only_addresses_of_the_web_are_links(url):
    assert source_href(url) is None


def test_the_source_opens_at_the_sentence():
    assert source_href("https://example.org/a#top", "It is re-armed.") == (
        "https://example.org/a#:~:text=It%20is%20re%2Darmed."
    )
    long = " ".join(f"w{n}" for n in range(40))
    assert source_href("https://example.org/a", long) == (
        "https://example.org/a#:~:text=w0%20w1%20w2%20w3%20w4%20w5,w34%20w35%20w36%20w37%20w38%20w39"
    )
