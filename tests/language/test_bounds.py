from __future__ import annotations

import pytest

from koreaaid.language.bounds import bound_around, limits
from koreaaid.language.numerals import find_numerals

# text -> bound, surface
BOUNDS = [
    ("3,000 men", "exact", "3,000"),
    ("exactly 13 men", "exact", "exactly 13"),
    ("some 300 men", "about", "some 300"),
    ("an estimated 300 men", "about", "an estimated 300"),
    ("~300 men", "about", "~300"),
    ("close to 300 men", "almost", "close to 300"),
    ("just under 300 men", "almost", "just under 300"),
    ("no more than 300 men", "at_most", "no more than 300"),
    ("up to almost 3,000,000", "at_most", "up to almost 3,000,000"),
    ("up to about 300 men", "at_most", "up to about 300"),
    ("about 300 or more", "at_least", "about 300 or more"),
    ("well over 300 men", "more_than", "well over 300"),
    ("not less than 300 men", "at_least", "not less than 300"),
    ("no fewer than 300 men", "at_least", "no fewer than 300"),
    ("21 or above", "at_least", "21 or above"),
    ("300-plus men", "at_least", "300-plus"),
    ("10,000+ men", "at_least", "10,000+"),
    ("300 or so", "about", "300 or so"),
    ("300 at most.", "at_most", "300 at most"),
    ("300 at least twice", "exact", "300"),
    ("(about 300)", "about", "about 300"),
    ("more\nthan 300", "more_than", "more\nthan 300"),
    ("sub-3 seconds", "less_than", "sub-3"),
    ("information about 3,000 troops", "exact", "3,000"),
    ("asked about 3,000 troops", "exact", "3,000"),
    ("watch over 40 men", "exact", "40"),
    ("the past 13 deals", "exact", "13"),
    ("exports past 13", "more_than", "past 13"),
    ("under two contracts", "exact", "two"),
    ("under 20 soldiers", "less_than", "under 20"),
    ("the clinic is short of 300 nurses", "exact", "300"),
    ("the total is well short of 300", "less_than", "well short of 300"),
    ("there are not even 300", "less_than", "not even 300"),
    ("sales have never topped 300", "at_most", "never topped 300"),
    ("it sees out to 300 km", "exact", "300"),
    ('he owes "well over" 300 pounds', "more_than", '"well over" 300'),
    ("he called the “over” 300 men", "more_than", "“over” 300"),
    ("he said “there are over” 300 men", "exact", "300"),
]


@pytest.mark.parametrize(("text", "bound", "surface"), BOUNDS)
def test_words_around_a_number_bound_it(text: str, bound: str, surface: str) -> None:
    numeral = find_numerals(text)[0]
    read, start, end = bound_around(text, numeral.start, numeral.end)
    assert (read, text[start:end]) == (bound, surface)


def test_limits_follow_the_table() -> None:
    assert limits("exact", 5) == (5, 5)
    assert limits("about", 5) == (None, None)
    assert limits("almost", 5) == limits("at_most", 5) == limits("less_than", 5) == (None, 5)
    assert limits("more_than", 5) == limits("at_least", 5) == (5, None)
