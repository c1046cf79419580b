from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koreaaid.language.numerals import find_glued, find_numerals, lowered

# text -> (surface, value or [low])
NUMERALS = [
    ("3,000 troops", [("3,000", 3000)]),
    ("12 500 soldiers", [("12 500", 12500)]),
    ("200 000 105 mm shells", [("200 000", 200000), ("105", 105)]),
    ("1.500.000 shells", [("1.500.000", 1500000)]),
    ("43,21,000.50 rupees", [("43,21,000.50", 4321000.5)]),
    ("2,5 million", [("2,5 million", 2.5e6)]),
    ("hit .287 and 0.5", [(".287", 0.287), ("0.5", 0.5)]),
    ("$2.3 billion", [("2.3 billion", 2.3e9)]),
    ("$2bn, $80m, $1.3T and $4.2b", [("2bn", 2e9), ("80m", 8e7), ("1.3T", 1.3e12), ("4.2b", 4.2e9)]),
    ("7K workers, 300k shells, 4 mln men", [("7K", 7000), ("300k", 300000), ("4 mln", 4e6)]),
    ("40m of these phones but 21m tall", [("40m", 4e7), ("21", 21)]),
    ("W3tr, PLN4.4bn, USD10m", [("3tr", 3e12), ("4.4bn", 4.4e9), ("10m", 1e7)]),
    ("4 hundred million", [("4 hundred million", 4e8)]),
    ("200-thousand", [("200-thousand", 200000)]),
    ("500 crore", [("500 crore", 5e9)]),
    ("thirty-seven thousand four hundred fifty-one", [("thirty-seven thousand four hundred fifty-one", 37451)]),
    ("three thousand two hundred and five", [("three thousand two hundred and five", 3205)]),
    ("fifteen hundred", [("fifteen hundred", 1500)]),
    ("a hundred and fifty", [("a hundred and fifty", 150)]),
    ("two-point-five trillion won", [("two-point-five trillion", 2.5e12)]),
    ("62-point-four trillion won", [("62-point-four trillion", 62.4e12)]),
    ("61-point-25 billion won", [("61-point-25 billion", 61.25e9)]),
    ("two-thousand-400 drones", [("two-thousand-400", 2400)]),
    ("one-million-200-thousand shells", [("one-million-200-thousand", 1.2e6)]),
    ("two-thousand 155 mm shells", [("two-thousand", 2000), ("155", 155)]),
    ("half a million, half-dozen", [("half a million", 500000), ("half-dozen", 6)]),
    ("one and a half, 2½, 7 3/4", [("one and a half", 1.5), ("2½", 2.5), ("7 3/4", 7.75)]),
    ("a dozen, two dozen", [("a dozen", 12), ("two dozen", 24)]),
    ("five and six", [("five", 5), ("six", 6)]),
    ("four to five thousand", [("four", 4), ("five thousand", 5000)]),
    ("two-thirds, a third of, nearly half", [("two-thirds", 2 / 3), ("a third", 1 / 3), ("half", 0.5)]),
    ("one in five, 7 in 10, nine out of ten", [("one in five", 0.2), ("7 in 10", 0.7), ("nine out of ten", 0.9)]),
    ("6 in 10 minutes", [("6", 6), ("10", 10)]),
    ("the third batch, second half, a third country", []),
    ("put at half. He said “a fifth.”", [("half", 0.5), ("a fifth", 0.2)]),
    ("about a third moved on, rail makes up fifth of it", [("a third", 1 / 3), ("fifth", 0.2)]),
    ("a fifth more than in May, a third more serious hit", [("a fifth", 0.2)]),
    ("about a third failed launch, at half past, he came at the third", []),
    ("twice, tenfold", [("twice", 2), ("tenfold", 10)]),
    ("dozens, scores of, hundreds", [("dozens", [24]), ("scores", [40]), ("hundreds", [200])]),
    ("tens of thousands, hundreds of thousands", [("tens of thousands", [20000]), ("hundreds of thousands", [200000])]),
    ("several thousand, a few hundred", [("several thousand", [3000]), ("few hundred", [300])]),
    ("was -5 degrees, minus 20", [("-5", -5), ("minus 20", -20)]),
    ("2011-13, 5-10", [("2011", 2011), ("13", 13), ("5", 5), ("10", 10)]),
    ("6.62×10−7", [("6.62×10−7", 6.62e-7)]),
    ("٣٤ tanks", [("٣٤", 34)]),
    ("K2, M142 and FA50", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NUMERALS)
def test_numerals_are_read_in_every_written_form(text: str, expected: list[tuple[str, object]]) -> None:
    read = [(text[n.start : n.end], [n.low] if n.value is None else n.value) for n in find_numerals(text)]
    assert [surface for surface, _ in read] == [surface for surface, _ in expected]
    for (_, value), (_, wanted) in zip(read, expected, strict=True):
        assert value == (wanted if isinstance(wanted, list) else pytest.approx(wanted))


def test_digits_in_words_and_strings_too_long_for_a_number_are_reported_apart() -> None:
    text = f"K2 1.2.3 {'9' * 400}"
    assert find_numerals(text) == []
    assert [text[start:end] for start, end in find_glued(text)] == ["2", "1.2.3", "9" * 400]


@given(st.integers(min_value=0, max_value=10**15))
def test_a_written_integer_is_its_own_value(number: int) -> None:
    assert [n.value for n in find_numerals(f"{number:,}")] == [number]


@given(st.text())
def test_numerals_lie_in_order_and_are_finite(text: str) -> None:
    position = 0
    for numeral in find_numerals(text):
        assert position <= numeral.start < numeral.end <= len(text)
        position = numeral.end
        assert all(math.isfinite(number) for number in (numeral.value, numeral.low) if number is not None)


@pytest.mark.parametrize("text", ["one gun", "One Gun", "ONE İ"])
def test_small_letters_are_one_string_for_all_who_ask(text: str) -> None:
    # two that are alike would be compared letter by letter in every cache
    assert lowered(text) is lowered("".join(text))
    assert len(lowered(text)) == len(text)
    assert (lowered(text) is text) == text.islower()
