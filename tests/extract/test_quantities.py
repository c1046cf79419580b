"""Figures in sentences of the kind that articles on the subject are made of."""

from __future__ import annotations

import math
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koreaaid.extract.dates import read_dates
from koreaaid.extract.mention import Excluded, Quantity
from koreaaid.extract.quantities import read_quantities
from koreaaid.extract.quantities.excluded import exclusions
from koreaaid.extract.quantities.excluded.names import LEADING_WORDS
from koreaaid.extract.quantities.excluded.prose import COUNTER_WORDS, COUNTERS_BEFORE
from koreaaid.extract.reading import extract
from koreaaid.extract.sentences import sentence_spans

CASES = tomllib.loads((Path(__file__).parent / "cases" / "quantities.toml").read_text(encoding="utf-8"))[
    "case"
]


def as_row(quantity: Quantity, mentions: dict[int, str]) -> dict[str, Any]:
    """Return the quantity as the case file writes it."""
    value: Any = quantity.value
    if value is None:
        value = [bound for bound in (quantity.low, quantity.high) if bound is not None]
    row = {
        "surface": quantity.surface, "value": value, "bound": quantity.bound, "unit": quantity.unit,
        "category": quantity.category, "item": quantity.item, "additive": quantity.additive,
        "part_of": mentions.get(quantity.part_of) if quantity.part_of is not None else None,
        "converts": mentions.get(quantity.converts) if quantity.converts is not None else None,
    }  # fmt: skip
    return {name: field for name, field in row.items() if field is not None}


@pytest.mark.parametrize("case", [pytest.param(case, id=case["text"][:60]) for case in CASES])
def test_a_sentence_is_read_as_its_case_says(case: dict[str, Any]) -> None:
    text = case["text"]
    sentences = sentence_spans(text)
    mentions = read_quantities(text, sentences, read_dates(text, sentences, None))
    surfaces = {mention.start: mention.surface for mention in mentions}
    read = [as_row(mention, surfaces) for mention in mentions if isinstance(mention, Quantity)]
    assert read == case.get("quantities", [])
    excluded = [{"surface": m.surface, "reason": m.reason} for m in mentions if isinstance(m, Excluded)]
    assert excluded == case.get("excluded", [])


@pytest.mark.parametrize(
    ("text", "low", "value", "high"),
    [
        ("3,000 troops", 3000, 3000, 3000),
        ("about 3,000 troops", None, 3000, None),
        ("almost 3,000 troops", None, 3000, 3000),
        ("fewer than 3,000 troops", None, 3000, 3000),
        ("up to 3,000 troops", None, 3000, 3000),
        ("more than 3,000 troops", 3000, 3000, None),
        ("3,000 or more troops", 3000, 3000, None),
        ("2,000 to 3,000 troops", 2000, None, 3000),
        ("dozens of troops", 24, None, None),
    ],
)
def test_low_and_high_follow_the_table_of_bounds(
    text: str, low: float | None, value: float | None, high: float | None
) -> None:
    quantity = extract(text)[0]
    assert isinstance(quantity, Quantity)
    assert (quantity.low, quantity.value, quantity.high) == (low, value, high)


NO_FIGURES = [
    "Article 5 of the treaty", "the F-16, the KF-21 and the T-155", "Minsk 3", "the Panzerhaubitze 2000", "a 155mm howitzer",
    "the 22nd amendment", "1st Lt. Kim", "No. 2 official", "the top 10", "the Group of Seven", "no one", "one another",
    "a three-star general", "a six-speed gearbox", "the S&P 500", "Resolution 2397", "phase two", "won 3-2", "+82-2-398-3114",
    "call 02-398-3655", "call 0412 555 019", "(02) 6555 1111", "1300 555 019", "13 11 14", "555-0199", "Ph: 9555 5432",
    "the UN's 1718 Sanctions List", "the 1540 Committee", "Juche year 112", "Volume: 20 Issue: 12", "calibres of 122 and 152 mm",
    "60-mm and 81-mm mines", "APR1400",
    "the 6·25 war", "1775 Naramata Rd., Penticton", "papers of Roe (12) and others (13)", "Jane Roe (64) and Kim (45)", "[12]", "\n1\nWhy", "• 109325 views\n", "Comments (0)", "https://example.org/news/48213", "ID1107605262",
    "MENAFN15122023000193011044", "9" * 30, "1.2.3", "50-50", "1-on-1 talks", "24 Sejong-daero, Seoul", "the multiple rocket launcher",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_FIGURES)
def test_numbers_that_name_are_no_figures(text: str) -> None:
    assert [mention.surface for mention in extract(text) if isinstance(mention, Quantity)] == []


WORDS = sorted(
    {*LEADING_WORDS, *COUNTER_WORDS, *COUNTERS_BEFORE, "tel", "year", "top", "soldiers", "killed", "see"}
)


@pytest.mark.parametrize(
    "template", ["It was {} 312 here.", "They saw 312 {} there.", "some {} 1234567 {} more"]
)
def test_the_short_way_for_prose_excludes_the_same(template: str, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [
        *(template.replace("{}", word) for word in WORDS),
        *NO_FIGURES,
        *(case["text"] for case in CASES),
    ]
    short = [extract(text, claims=False) for text in texts]
    monkeypatch.setattr(exclusions, "is_in_prose", lambda text, numeral: False)
    assert [extract(text, claims=False) for text in texts] == short


def test_the_noun_of_an_elided_count_is_taken_from_the_text_before() -> None:
    text = "He spoke of 3,000 North Korean troops. An increase in their number to around 12,000 is expected."
    second = [m for m in extract(text) if isinstance(m, Quantity)][1]
    assert (second.item, second.category, second.bound) == ("North Korean troops", "personnel", "about")


def test_a_date_keeps_its_numbers() -> None:
    text = "On 28 October 2024, 3,000 troops left."
    assert [m.surface for m in extract(text) if isinstance(m, Quantity)] == ["3,000"]


WORDS = [
    "3,000", "$9", "billion", "about", "up to", "between", "and", "to", "-", "–", "or more", "F-16", "K2s", "155mm", "one", "of",
    "them", "troops", "killed", "million", "dozen", "dozens", "half", "a", "third", "won", "%", "percent", "(", ")", ",", ".",
    "\n", "including", "1.5", "2024", "No.", "Minsk", "²", "٣٤", "½", "twice", "from", "the", "remaining", "year-old", "İ", "ß", "억",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)))
def test_any_text_gives_finite_figures_in_order_that_do_not_overlap(text: str) -> None:
    position = 0
    for mention in read_quantities(text, sentence_spans(text), []):
        assert position <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.surface
        position = mention.end
        if isinstance(mention, Quantity):
            numbers = [n for n in (mention.value, mention.low, mention.high) if n is not None]
            assert numbers
            assert all(math.isfinite(number) for number in numbers)


@pytest.mark.parametrize(
    "text",
    ["7" * 20_000, "1," * 4_000, "hundred " * 3_000, "one hundred " * 2_000, "half a " * 3_000, "5" + " " * 40_000 + "m",
     "$" * 20_000, "1-" * 4_000, "about " * 4_000, "3 pieces of " * 1_500, "K2" * 4_000, "1 and " * 2_000],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_time_grows_linearly(text: str) -> None:
    def seconds(sample: str) -> float:
        begin = time.process_time()
        read_quantities(sample, [(0, len(sample))], [])
        return time.process_time() - begin

    half = min(seconds(text[: len(text) // 2]) for _ in range(2))
    assert min(seconds(text) for _ in range(2)) < 3.5 * half + 0.1
