"""Every rule stands beside the others, and figures of different things stay apart."""

import pandas as pd
import pytest

from koreaaid.ledger.series import Series
from tests.ledger.making import claim, ledger

TROOPS = Series("troops", "", "", "persons", where=(("category", ("personnel", "casualties")),))


def under(rule: str, *claims, **kind) -> pd.Series:
    summary = TROOPS.summary(ledger(*claims))
    for column, value in kind.items():
        summary = summary[summary[column] == value]
    return summary.set_index("rule").loc[rule]


CLAIMS = [
    claim(3000, name="a", day="2024-10-17", attributed_to="Zelenskyy"),
    claim(
        3000,
        name="b",
        day="2024-10-18",
        low=3000,
        bound="more_than",
        attributed_to="National Resistance Center",
    ),
    claim(11000, name="c", day="2024-10-19", bound="about", attributed_to="Budanov", outlet="UP"),
    claim(
        None,
        name="d",
        day="2024-10-20",
        low=10000,
        high=12500,
        bound="range",
        attributed_to="Zelenskyy",
        outlet="UP",
    ),
]


@pytest.mark.parametrize(
    ("rule", "low", "value", "high"),
    [
        ("lowest", 3000, 3000, 3000),
        ("highest", 10000, None, 12500),
        ("latest", 10000, None, 12500),
        ("low-best-high", 3000, 3000, 12500),  # two origins say 3,000
        ("median-of-origins", 3000, 11000, 12500),  # Zelenskyy's latest word is the range
    ],
)
def test_the_rules(rule: str, low: float | None, value: float | None, high: float | None) -> None:
    figure = under(rule, *CLAIMS)[["low", "value", "high"]].astype(object)
    assert figure.where(figure.notna(), None).tolist() == [low, value, high]


@pytest.mark.parametrize("rule", ["low-best-high", "median-of-origins"])
def test_a_floor_that_nobody_states_is_none(rule: str) -> None:
    almost = claim(9000, name="a", bound="almost", attributed_to="Seoul")
    assert pd.isna(under(rule, almost)["low"])
    assert under(rule, almost)["high"] == 9000
    over = claim(9500, name="b", bound="more_than", attributed_to="Warsaw")
    both = under(rule, almost, over)
    assert pd.isna(both["low"])
    assert pd.isna(both["high"]), "the highest claim says that there may be more"
    exact = claim(8000, name="c", attributed_to="Kyiv")
    assert under(rule, almost, over, exact)["low"] == 8000


def test_a_rule_names_the_claim_it_took() -> None:
    made = ledger(*CLAIMS)
    summary = TROOPS.summary(made).set_index("rule")
    assert summary.loc["latest", "claim_id"] == made.claims["claim_id"].iloc[-1]
    assert pd.isna(summary.loc["low-best-high", "claim_id"])


def test_claims_articles_outlets_and_origins_are_counted() -> None:
    counts = under("latest", *CLAIMS)[["n_claims", "n_articles", "n_outlets", "n_origins"]]
    assert counts.tolist() == [4, 4, 1, 3]


def test_modalities_stages_and_measures_stay_apart() -> None:
    made = ledger(
        claim(3000, name="a"),
        claim(12000, name="b", modality="expected"),
        claim(100, name="c", category="casualties", item="killed"),
        claim(900, name="d", category="casualties", item="wounded"),
        claim(1000, name="e", category="casualties", item="killed or wounded"),
        claim(9e9, name="f", stage="contracted"),
    )
    highest = TROOPS.summary(made).query("rule == 'highest'")
    assert sorted(highest["value"]) == [100, 900, 1000, 3000, 12000, 9e9]
    assert highest["n_claims"].tolist() == [1] * 6


@pytest.mark.parametrize("link", ["part_of", "converts", "repeats"])
def test_a_part_a_conversion_and_a_repeat_do_not_stand_for_the_whole(link: str) -> None:
    source, [figure] = claim(4700, after=" fell, of them 600 were killed.")
    part = type(figure)(
        start=source.text.index("600"), end=source.text.index("600") + 3, surface="600", value=600, low=None,
        high=None, bound="exact", unit="count", category="personnel", rule="test", **{link: figure.start},
    )  # fmt: skip
    made = ledger((source, [figure, part]))
    assert TROOPS.claims(made)["counted"].tolist() == [True, False]
    assert TROOPS.summary(made).set_index("rule").loc["lowest", "value"] == 4700


def test_an_addition_does_not_stand_for_the_whole() -> None:
    assert TROOPS.summary(ledger(claim(1500, additive="another"))).empty


def test_a_vague_word_counts_with_its_floor() -> None:
    assert under("low-best-high", claim(None, low=2000, bound="vague"))["value"] == 2000


def test_nothing_comes_to_nothing() -> None:
    assert TROOPS.summary(ledger()).empty
