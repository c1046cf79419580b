"""What must hold for any text at all."""

import random
import re
import time
import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import koreaaid

PIECES = [
    "3,000", "$9 billion", "about", "up to", "F-16", "28 October", "in 2014", "next week", "troops", "\n", " ", ".",
    "(", ")", "%", "one", "million", "hundred", "two-thirds", "155mm", "1,2,3", "₩", "€5m", "half a", "between", "and",
    "\u00a0", "\u202e", "억", "тысяч", "٣", "²", "①", "🇰🇷", "\x00", "‘", "’s", "2024-02-30", "31/31/2024", "9" * 40,
    "May", "said", "“", "”", "according to", "from", "to", "-", "–", "aged", "who", "of them", "\t", "Jan 10 2024,",
]  # fmt: skip
texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=30).map("".join),
                  st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join))  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(texts, st.one_of(st.none(), st.dates()))
def test_any_text_is_read_and_every_digit_is_in_one_mention(text: str, published: date | None) -> None:
    mentions = koreaaid.extract(text, published=published)
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.surface
        assert mention.surface
    assert all(before.end <= after.start for before, after in pairwise(mentions))
    covered = {i for m in mentions for i in range(m.start, m.end)}
    assert all(i in covered for i, character in enumerate(text) if character.isdigit())


CASES = tomllib.loads((Path(__file__).parent / "cases" / "quantities.toml").read_text(encoding="utf-8"))[
    "case"
]
SENTENCES = [re.findall(r"\w+|\s+|[^\w\s]", case["text"]) for case in CASES]


@pytest.mark.parametrize("seed", range(12))
def test_sentences_whose_words_are_mixed_are_read(seed: int) -> None:
    mixed = random.Random(seed)
    for _ in range(100):
        words = [*mixed.choice(SENTENCES)]
        for _ in range(mixed.randint(1, 8)):
            at, other = mixed.randrange(len(words) + 1), mixed.choice(SENTENCES)
            words[at : at + mixed.randint(0, 3)] = (
                other[: mixed.randint(0, 4)] if mixed.random() < 0.5 else []
            )
            words = words[at:] + words[:at] if mixed.random() < 0.2 else words
        text = "".join(words)
        for mention in koreaaid.extract(text, published=mixed.choice([date(2025, 11, 20), None])):
            assert text[mention.start : mention.end] == mention.surface


@pytest.mark.parametrize(
    "text",
    [
        "It came in Nov . and left.",
        ". 2 it would send 3 tanks. It will.",
        "It has one more to'",
        "ton\n. Another 2 will go",
    ],
)
def test_a_mark_where_none_should_be_is_read_over(text: str) -> None:
    assert koreaaid.extract(text, published=date(2025, 11, 20))


HOSTILE = {
    "digits": "7" * 12_000,
    "commas": "1," * 4_000,
    "spaced digits": "1 " * 4_000,
    "points": "1." * 4_000,
    "number words": "hundred " * 2_000,
    "and": "one and " * 2_000,
    "hyphens": "twenty-" * 900,
    "currency": "$" * 12_000,
    "blanks": "5" + " " * 12_000 + "million",
    "line breaks": "5\n" * 8_000,
    "brackets": "($1 " * 1_400,
    "months": "May " * 1_400,
    "days": "Monday, " * 2_000,
    "ranges": "between 1 and " * 1_400,
    "hedges": "up to about " * 1_400,
    "quotes": "“" * 12_000,
    "names": "Kim Jong Un said 5 " * 900,
    "capitals": "A" * 12_000,
    "said": "he said 3 " * 1_600,
    "one sentence": "3,000 troops and " * 1_000,
    "bullets": "• 1\n" * 1_400,
    "conditions": "It would cost $5. " * 2_000,
    "pronouns": "It spent $5 on them. " * 2_000,
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in HOSTILE.items()])
def test_reading_takes_time_linear_in_the_text(text: str) -> None:
    def seconds(sample: str) -> float:
        best = float("inf")
        for _ in range(2):
            begin = time.process_time()
            koreaaid.extract(sample, published=date(2024, 10, 29))
            best = min(best, time.process_time() - begin)
        return best

    half, whole = seconds(text[: len(text) // 2]), seconds(text)
    assert whole < 3.2 * half + 0.05


@pytest.mark.parametrize("text", ["7" * 1_000_000, "," * 100_000, " " * 1_000_000, "9" * 400 + " tanks"])
def test_monstrous_text_is_read(text: str) -> None:
    mentions = koreaaid.extract(text)
    assert "".join(m.surface for m in mentions) == "".join(c for c in text if c.isdigit())


def test_digits_of_any_script_are_accounted_for() -> None:
    digits = [chr(code) for code in range(0x110000) if chr(code).isdigit()]
    text = "x ".join(digits)
    covered = {i for m in koreaaid.extract(text) for i in range(m.start, m.end)}
    assert [c for i, c in enumerate(text) if c.isdigit() and i not in covered] == []


def test_a_year_of_copyright_is_no_date_and_a_time_stamp_of_the_page_is_marked() -> None:
    text = "Poland ordered 48 jets in 2022.\n\n© 2024 Some News. All rights reserved."
    kinds = [(m.kind, m.surface) for m in koreaaid.extract(text)]
    assert kinds == [("quantity", "48"), ("date", "2022"), ("excluded", "2024")]


def test_figures_without_claims_are_the_same_figures() -> None:
    text = "Kim said on Monday that about 3,000 troops would go, one of 12 plans."
    spans = [
        [(m.kind, m.start, m.end) for m in koreaaid.extract(text, claims=claims)] for claims in (True, False)
    ]
    assert spans[0] == spans[1]
