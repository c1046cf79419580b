"""Every fact that was read by hand in the four seed articles comes out."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import koreaaid
from koreaaid import Date, Excluded, Mention, Quantity

ROOT = Path(__file__).parents[2]
GOLD = [
    json.loads(line) for line in (ROOT / "tests/gold/seeds.jsonl").read_text(encoding="utf-8").splitlines()
]
IGNORED_WORDS = {"the", "a", "an", "of", "s", ""}


def gold(kind: str) -> list[Any]:
    return [
        pytest.param(row, id=f"{row['article'][:3]}-{row.get('surface', kind)}")
        for row in GOLD
        if row["kind"] == kind
    ]


@cache
def articles() -> dict[str, koreaaid.Article]:
    return {article.id: article for article in koreaaid.read_articles(ROOT / "seeds")}


@cache
def mentions(article: str) -> tuple[Mention, ...]:
    return tuple(koreaaid.extract(articles()[article]))


def at(row: dict[str, Any]) -> list[Mention]:
    return [m for m in mentions(row["article"]) if m.start < row["end"] and row["start"] < m.end]


def words(text: str | None) -> set[str]:
    return {word.strip("’'\".,()").lower() for word in (text or "").replace("’s", "").split()} - IGNORED_WORDS


@pytest.mark.parametrize("row", gold("quantity"))
def test_quantities(row: dict[str, Any]) -> None:
    [found] = [m for m in at(row) if isinstance(m, Quantity)]
    expected = {
        "value": row["value"],
        "unit": row["unit"],
        "category": row["category"],
        "bound": row["bound"],
        "modality": row["status"],
    }
    assert {name: getattr(found, name) for name in expected} == expected
    if "low" in row:
        assert found.low == row["low"]
    assert words(row["item"]) & words(found.item)
    if "attributed_to" in row:
        assert words(row["attributed_to"]) == words(found.attributed_to)
    for name in ("counterparty", "said_on"):
        if name in row:
            assert getattr(found, name) == row[name]
    for name in ("actor", "location"):
        if name in row and "optional" not in row:
            assert words(row[name]) & words(getattr(found, name))
    for bought in row.get("covers", []):
        assert bought in (found.covers or "")


@pytest.mark.parametrize("row", gold("date"))
def test_dates(row: dict[str, Any]) -> None:
    found = [m for m in at(row) if isinstance(m, Date)]
    if not found and row.get("optional"):
        pytest.skip("a word that may be read as a date")
    assert [(m.timex_type, m.timex_value) for m in found] == [(row["timex_type"], row["timex_value"])]


@pytest.mark.parametrize("row", gold("distractor"))
def test_numbers_that_are_no_figures(row: dict[str, Any]) -> None:
    found = at(row)
    assert found
    assert all(isinstance(m, Excluded) and m.reason for m in found)


def test_the_article_without_figures_yields_none() -> None:
    assert not [m for m in mentions("003_c672d4ca9f63c678.txt") if isinstance(m, Quantity)]


def test_publication_dates_and_how_they_are_known() -> None:
    assert {a.id[:3]: (a.published, a.published_from) for a in articles().values()} == {
        "000": (date(2022, 11, 11), "header"),
        "001": (date(2024, 1, 10), "inferred"),
        "002": (date(2024, 10, 29), "header"),
        "003": (date(2024, 7, 6), "supplied"),
    }


def test_a_week_stays_unresolved_without_a_publication_date() -> None:
    text = articles()["003_c672d4ca9f63c678.txt"].text
    [week] = [m for m in koreaaid.extract(text) if isinstance(m, Date) and m.surface == "next week"]
    assert (week.timex_value, week.basis, week.earliest) == (None, "unresolved", None)


def test_view_counts_are_page_furniture() -> None:
    reasons = [m.reason for m in mentions("001_59285c5fa21ee16e.txt") if isinstance(m, Excluded)]
    assert reasons == ["view count", "view count"]
