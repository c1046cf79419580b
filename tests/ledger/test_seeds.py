"""What the ledger of the four seed articles must hold, row by row."""

from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from koreaaid import Ledger, build_ledger, read_articles

SEEDS = Path(__file__).parents[2] / "seeds"
ZELENSKYY, BUDANOV, CENTER = "Volodymyr Zelenskyy", "Kyrylo Budanov", "National Resistance Center"


@cache
def seeds() -> Ledger:
    return build_ledger(read_articles(SEEDS))


@cache
def texts() -> dict[str, str]:
    return {article.id: article.text for article in read_articles(SEEDS)}


def troops() -> pd.DataFrame:
    return seeds().series["north-korean-troops"].claims(seeds())


def test_every_row_quotes_its_article() -> None:
    for table in (seeds().claims, seeds().dates, seeds().excluded):
        for row in table.itertuples():
            assert texts()[row.article][row.start : row.end] == row.surface
    for row in seeds().claims.itertuples():
        assert texts()[row.article][row.sentence_start : row.sentence_end] == row.sentence
        assert row.prefix + row.surface + row.suffix in texts()[row.article]


def test_the_polish_contracts() -> None:
    series = seeds().series["poland-arms-deals"]
    [row] = series.claims(seeds()).itertuples()
    assert (row.surface, row.value, row.bound, row.unit) == ("almost $9 billion", 9e9, "almost", "USD")
    assert (row.stage, row.modality, row.actor_entity) == ("contracted", "asserted", "South Korea")
    assert row.counterparty_entity == "Poland"
    assert row.covers == "F-16 fighter jets, training aircraft, tanks and howitzers"
    assert (row.rate_basis, row.rate_date) == ("publication", pd.Timestamp("2022-11-11"))
    assert row.value_eur == pytest.approx(8.73e9, rel=1e-3)
    [summary] = series.summary(seeds()).query("rule == 'low-best-high'").itertuples()
    assert (summary.value, summary.n_claims, summary.n_origins) == (9e9, 1, 1)


def test_five_counts_of_troops_stay_apart() -> None:
    rows = troops()
    assert rows[["value", "bound", "modality", "speaker"]].values.tolist() == [
        [10000, "about", "planned", ZELENSKYY],
        [11000, "about", "asserted", BUDANOV],
        [3000, "more_than", "asserted", CENTER],
        [3000, "exact", "asserted", ZELENSKYY],
        [12000, "about", "expected", ZELENSKYY],
    ]
    assert rows["date"].dt.strftime("%d %b").tolist() == ["17 Oct", "18 Oct", "28 Oct", "29 Oct", "29 Oct"]
    assert rows["counted"].all()


def test_over_3000_and_3000_are_one_figure_of_two_origins_and_11000_is_another() -> None:
    asserted = seeds().series["north-korean-troops"].figures(seeds()).query("modality == 'asserted'")
    assert asserted[["value", "n_claims", "n_origins"]].values.tolist() == [[11000, 1, 1], [3000, 2, 2]]
    assert asserted["origins"].tolist() == [[BUDANOV], [CENTER, ZELENSKYY]]


def test_the_rules_move_the_total() -> None:
    summary = seeds().series["north-korean-troops"].summary(seeds()).query("modality == 'asserted'")
    values = summary.set_index("rule")["value"]
    assert values.to_dict() == {
        "lowest": 3000, "highest": 11000, "latest": 3000, "low-best-high": 3000, "median-of-origins": 3000,
    }  # fmt: skip


def test_view_counts_are_no_figures_and_an_agreement_is_none() -> None:
    excluded = dict(seeds().excluded[["surface", "reason"]].values)
    reasons = [reason for surface, reason in excluded.items() if surface[:6] in ("109325", "130241")]
    assert reasons == ["view count"] * 2
    assert "3" in "".join(seeds().excluded.query("article.str.startswith('003')")["surface"])


def test_one_official_under_four_names_is_proposed_as_one() -> None:
    spellings = seeds().spellings
    assert {*spellings["name"], *spellings["like"]} == {
        "Chan Ho-jin",
        "Jang Ho-jin",
        "Hodgin",
        "Chang Ho-jin",
    }
    assert spellings["like"].nunique() == 1


def test_the_days_of_the_launches() -> None:
    days = seeds().dates.query("article.str.startswith('001')").set_index("surface")["timex_value"]
    for surface, day in {
        "December 30": "2023-12-30", "January 2": "2024-01-02", "January 6": "2024-01-06", "January 5": "2024-01-05",
    }.items():  # fmt: skip
        assert days[surface] == day


def told(article: str) -> pd.DataFrame:
    columns = ["timex_value", "day_of", "attributed_to", "told", "modality", "stage"]
    days = seeds().dates.query("article.str.startswith(@article) and day_of.notna()")[columns]
    return days.astype(object).where(days.notna(), None)


def test_the_refusal_is_a_row_with_its_month_and_who_confirmed_it() -> None:
    assert told("000").query("stage == 'refused'").values.tolist() == [
        [
            "2022-04",
            "statement",
            "Seoul’s Defense Ministry",
            "had rejected the Ukrainian request",
            "asserted",
            "refused",
        ]
    ]


def test_the_launches_and_the_doubt_of_them_are_rows_with_their_speakers() -> None:
    rows = told("001").query("attributed_to.notna()")[
        ["timex_value", "day_of", "attributed_to", "told", "modality"]
    ]
    assert rows.values.tolist() == [
        ["2023-12-30", "event", "John Kirby", "launches took place", "asserted"],
        ["2024-01-02", "event", "John Kirby", "launches took place", "asserted"],
        [
            "2024-01-09",
            "statement",
            "John Kirby",
            "had once again used North Korean ballistic missiles",
            "asserted",
        ],
        [
            "2024-01-06",
            "event",
            "John Kirby",
            "had once again used North Korean ballistic missiles",
            "asserted",
        ],
        ["2024-01-05", "statement", "Yuriy Ihnat", "cannot confirm the information", "not_confirmed"],
    ]


def test_the_day_that_the_troops_will_be_ready_is_to_come() -> None:
    [row] = told("002").query("timex_value == '2024-11-01'").values.tolist()
    assert row[1:3] == ["event", "Kyrylo Budanov"]
    assert row[4] in ("planned", "expected")


def test_the_article_without_a_date_has_the_analysts_and_no_claim() -> None:
    [article] = seeds().articles.query("article.str.startswith('003')").itertuples()
    assert (article.published, article.published_from) == (pd.Timestamp("2024-07-06"), "supplied")
    assert article.quantities == 0
    dates = seeds().dates.query("article.str.startswith('003')").set_index("surface")
    assert dates.loc["next week", "timex_value"] == "2024-W28"


def test_every_digit_is_in_one_row() -> None:
    for article, text in texts().items():
        tables = (seeds().claims, seeds().dates, seeds().excluded)
        spans = [
            (row.start, row.end)
            for table in tables
            for row in table[table["article"] == article].itertuples()
        ]
        for at, character in enumerate(text):
            assert not character.isdigit() or sum(start <= at < end for start, end in spans) == 1


def test_as_of_a_day_before_the_last_article() -> None:
    assert sorted(seeds().as_of("2024-01-31").articles["article"].str[:3]) == ["000", "001"]
