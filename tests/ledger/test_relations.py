"""How claims relate: "over 3,000" and "3,000" agree, 48 and 212 do not."""

from typing import Any

import pytest

from koreaaid import KoreaaidError
from koreaaid.ledger.beside import Beside
from koreaaid.ledger.corrections import Correction
from koreaaid.ledger.series import Series
from tests.ledger.making import claim, ledger

ANY = Series("any", "", "", "", where=(("category", ("personnel", "equipment", "casualties", "money")),))


def relation(first: dict[str, Any], second: dict[str, Any]) -> str | None:
    made = ledger(
        claim(**{"name": "a", "attributed_to": "NIS", **first}),
        claim(**{"name": "b", "attributed_to": "Zelenskyy", **second}),
    )
    found = ANY.relations(made)["relation"].tolist()
    assert len(found) < 2
    return found[0] if found else None


OVER_3000 = {"value": 3000, "low": 3000, "bound": "more_than"}


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({"value": 3000}, OVER_3000, "agrees"),
        (OVER_3000, {"value": 11000, "bound": "about"}, "allowed"),
        ({"value": 48}, {"value": 212}, "contradicts"),
        ({"value": 3000}, {"value": 3000}, "agrees"),
        ({"value": 3000}, {"value": 3000, "attributed_to": "NIS"}, "repeats"),
        ({"value": 10000, "bound": "about"}, {"value": 11000, "bound": "about"}, "contradicts"),
        ({"value": 9e9, "high": 9e9, "bound": "almost"}, {"value": 8.76e9}, "agrees"),
        ({"value": 9e9, "high": 9e9, "bound": "almost"}, {"value": 9.2e9}, "contradicts"),
        ({"value": 12000, "high": 12000, "bound": "at_most"}, {"value": 3000}, "allowed"),
        ({"value": None, "low": 5, "high": 7, "bound": "range"}, {"value": 6}, "agrees"),
        ({"value": None, "low": 5, "high": 7, "bound": "range"}, {"value": 8}, "contradicts"),
        ({"value": None, "low": 24, "bound": "vague"}, {"value": 60}, "agrees"),
        ({"value": 3000, "day": "2024-10-01"}, {"value": 11000, "day": "2024-10-18", "attributed_to": "NIS"}, "updates"),
        ({"value": 3000, "day": "2024-10-01"}, {"value": 11000, "day": "2024-12-18"}, "updates"),
        ({"value": 3000, "location": "Kursk Oblast"}, {"value": 11000, "location": "Vladivostok"}, "differs"),
        ({"value": 3000, "location": "Kursk Oblast"}, {"value": 11000, "location": "Kursk"}, "contradicts"),
        ({"value": 3000}, {"value": 3000, "modality": "denied"}, "contradicts"),
        ({"value": 3000}, {"value": 3000, "modality": "not_confirmed"}, "questions"),
        ({"value": 3000}, {"value": 12000, "modality": "expected"}, None),
        ({"value": 3000, "stage": "contracted"}, {"value": 3000, "stage": "delivered"}, None),
        ({"value": 3000, "additive": "another"}, {"value": 3000}, None),
    ],
)  # fmt: skip
def test_two_claims(first: dict[str, Any], second: dict[str, Any], expected: str | None) -> None:
    assert relation(first, second) == expected


def test_killed_and_wounded_are_never_compared() -> None:
    killed = {"value": 100, "category": "casualties", "item": "killed"}
    both = {"value": 100, "category": "casualties", "item": "killed or wounded"}
    assert relation(killed, both) is None
    assert relation(killed, killed) == "agrees"


def test_sums_for_other_goods_differ_and_for_the_same_contradict() -> None:
    tanks = {"value": 5.76e9, "category": "money", "unit": "USD", "covers": "K2 tanks and K9 howitzers"}
    jets = {"value": 3e9, "category": "money", "unit": "USD", "covers": "48 FA-50 jets"}
    assert relation(tanks, jets) == "differs"
    assert relation(tanks, tanks | {"value": 3.37e9, "covers": "K2 tanks"}) == "contradicts"


def test_deals_with_other_partners_differ_even_at_one_price() -> None:
    poland = {"value": 6e7, "category": "money", "unit": "USD", "counterparty": "Poland"}
    assert relation(poland, poland | {"counterparty": "Romania"}) == "differs"
    assert relation(poland, poland | {"counterparty": "Warsaw", "value": 9e7}) == "contradicts"


def test_sums_that_nothing_says_are_of_one_deal_are_not_set_against_each_other() -> None:
    some = {"value": 6e7, "category": "money", "unit": "USD"}
    assert relation(some, some | {"value": 9e7}) == "differs"
    assert relation(some, some) == "agrees"


def test_a_merged_claim_repeats() -> None:
    one, other = claim(48, name="a"), claim(212, name="b")
    ids = ledger(one, other).claims["claim_id"]
    merge = Correction("line 2", ids[1], "merge", value=ids[0])
    made = ledger(one, other, beside=Beside((merge,)))
    assert ANY.relations(made)["relation"].tolist() == ["repeats"]


def test_claims_that_say_the_same_are_one_figure_with_its_origins() -> None:
    made = ledger(
        claim(3000, name="a", day="2024-10-17", attributed_to="Zelenskyy", outlet="UP"),
        claim(3000, name="b", day="2024-10-18", attributed_to="Zelenskyy", outlet="Ukrinform"),
        claim(name="c", day="2024-10-28", attributed_to="NRC", outlet="UP", **OVER_3000),
        claim(11000, name="d", day="2024-10-18", attributed_to="Budanov"),
    )
    first, second = ANY.figures(made).itertuples()
    assert (first.value, first.low, first.n_claims, first.n_articles, first.n_outlets, first.n_origins) == (
        3000, 3000, 3, 3, 2, 2,
    )  # fmt: skip
    assert (first.first_origin, first.origins) == ("Volodymyr Zelenskyy", ["NRC", "Volodymyr Zelenskyy"])
    assert (second.value, second.n_origins) == (11000, 1)


CONTRACT: dict[str, Any] = {"category": "money", "unit": "USD", "stage": "contracted"}


def test_a_sum_counts_each_figure_once() -> None:
    made = ledger(
        claim(5.76e9, name="a", covers="tanks", **CONTRACT),
        claim(5.8e9, name="b", bound="about", covers="tanks", attributed_to="Hanwha", **CONTRACT),
        claim(3e9, name="c", covers="jets", **CONTRACT),
        claim(1e9, name="d", additive="another", **CONTRACT),
    )
    summed = ANY.total(made)
    assert (summed["n_figures"], summed["n_claims"]) == (2, 3)
    assert summed["low"] == 8.76e9


def test_stages_are_not_summed_unless_asked_for() -> None:
    made = ledger(claim(1e9, name="a", **CONTRACT), claim(2e9, name="b", **CONTRACT | {"stage": "framework"}))
    with pytest.raises(KoreaaidError, match="2 kinds of stage"):
        ANY.total(made)
    assert ANY.total(made, across=("stage",))["value"] == 3e9


def test_one_claim_relates_to_none() -> None:
    assert ANY.relations(ledger(claim(1))).empty
    assert ANY.figures(ledger()).empty
