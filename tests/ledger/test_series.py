"""A series is a question in TOML; the claims that answer it come in time."""

from dataclasses import replace
from pathlib import Path

import pytest

from koreaaid import KoreaaidError
from koreaaid.ledger.beside import Beside
from koreaaid.ledger.series import load_series
from tests.ledger.making import article, claim, ledger, money

OWN = """
[tanks]
title = "Tanks"
question = "How many tanks?"
unit = "vehicles"
where.category = ["equipment"]
where.item = "tank"
without.anywhere = ["museum"]
"""


def values(series: str, *claims, extra: str = "") -> list[float]:
    made = ledger(*claims, beside=Beside(series=extra))
    return made.series[series].claims(made)["value"].tolist()


def test_troops_are_found_by_item_or_actor_in_time() -> None:
    assert values(
        "north-korean-troops",
        claim(11000, name="a", surface="11,000 North Korean infantrymen", said_on="2024-10-18"),
        claim(10000, name="b", surface="10,000 soldiers", actor="DPRK", said_on="2024-10-17"),
        claim(12000, name="c", surface="12,000", item="North Korean troops", day="2024-10-30"),
        claim(500, name="d", surface="500 Russian troops", item="Russian troops"),
        claim(1000, name="e", surface="1,000 North Korean engineers", item="North Korean engineers"),
        claim(100, name="f", surface="100 North Korean soldiers", category="casualties"),
    ) == [10000, 11000, 12000]


def test_the_whole_army_is_not_what_was_sent() -> None:
    whole = claim(
        1_200_000, surface="1.2 million troops", after=", one of the largest militaries.", actor="DPRK"
    )
    assert values("north-korean-troops", whole) == []


def test_casualties_go_to_the_series_of_their_measure() -> None:
    killed = claim(
        600, name="a", surface="600 North Korean soldiers", after=" were killed.", category="casualties"
    )
    both = claim(
        4700, name="b", surface="4,700 North Korean casualties", item="casualties", category="casualties"
    )
    assert values("north-korean-killed", killed, both) == [600]
    assert values("north-korean-killed-or-wounded", killed, both) == [4700]


@pytest.mark.parametrize(
    ("surface", "after"),
    [
        ("28 civilians", " were killed by North Korean shells."),
        ("12 people", " were killed when a North Korean missile fell."),
        ("28", " civilians died and more were killed in North Korea's strike."),
    ],
)
def test_victims_of_the_weapons_are_no_soldiers(surface: str, after: str) -> None:
    item = surface.partition(" ")[2] or "killed"
    assert (
        values(
            "north-korean-killed",
            claim(28, name="a", surface=surface, item=item, after=after, category="casualties"),
        )
        == []
    )


def test_polish_contracts_come_in_dollars() -> None:
    text = "Poland signed for howitzers worth 30 million euros."
    source = article("a.txt", text, "2024-10-25")
    made = ledger((source, [money(text, "30 million euros", 30e6, "EUR")]))
    [row] = made.series["poland-arms-deals"].claims(made).itertuples()
    assert (row.value, row.unit) == (30e6 * 1.0825, "USD")


@pytest.mark.parametrize(
    ("text", "item", "series"),
    [
        ("Poland owes its creditors $33 billion.", "debt", []),
        ("Poland exported coal worth $33 billion.", "coal", []),
        ("Poland signed for tanks worth $33 billion.", "tanks", ["poland-arms-deals"]),
        ("Poland took out loans for tanks of $33 billion.", "loans", []),
        ("Hanwha had an operating profit of $33 billion.", "operating profit", []),
        ("Poland's army costs 4 percent of GDP, or $33 billion.", "GDP", []),
        ("South Korea agreed to buy grain for $33 billion.", "grain", []),
        ("South Korea agreed to sell howitzers for $33 billion.", "howitzers", ["korean-arms-exports"]),
    ],
)
def test_money_belongs_to_deals_in_arms_and_to_nothing_else(text: str, item: str, series: list[str]) -> None:
    figure = money(text, "$33 billion", 33e9, "USD", item=item, stage="contracted")
    made = ledger((article("a.txt", text, "2024-10-25"), [figure]))
    assert [name for name, one in made.series.items() if one.compare and len(one.claims(made))] == series


@pytest.mark.parametrize(("actor", "count"), [("Hanwha Aerospace", 1), ("Norway", 1), ("Rheinmetall", 0)])
def test_what_makers_of_other_countries_sell_is_no_korean_export(actor: str, count: int) -> None:
    text = "Hanwha was second: the contract for howitzers is worth $33 billion."
    figure = money(text, "$33 billion", 33e9, "USD", item="howitzers", stage="contracted")._replace(
        actor=actor
    )
    made = ledger((article("a.txt", text, "2024-10-25"), [figure]))
    assert len(made.series["korean-arms-exports"].claims(made)) == count


def test_of_a_list_of_lists_each_must_have_one_word() -> None:
    both = "[both]\nwhere.anywhere = [['tank', 'howitzer'], ['Norway', 'Estonia']]"
    tanks = claim(1, name="a", surface="1 tank", after=" is in Norway.", category="equipment")
    ships = claim(2, name="b", surface="2 ships", after=" are in Norway.", category="equipment")
    assert values("both", tanks, ships, extra=both) == [1]


def test_no_rule_weighs_claims_of_many_things() -> None:
    made = ledger(
        claim(54, name="a", surface="54 howitzers", category="equipment"),
        claim(6000, name="b", surface="6,000 soldiers"),
    )
    series = made.series["all-figures"]
    assert len(series.claims(made)) == 2
    assert series.summary(made).empty
    assert series.relations(made).empty


def test_an_analyst_adds_a_series() -> None:
    tanks = claim(180, name="a", surface="180 K2 tanks", item="K2 tanks", category="equipment")
    museum = claim(3, name="b", surface="3 tanks", item="tanks", after=" in a museum.", category="equipment")
    assert values("tanks", tanks, museum, extra=OWN) == [180]


def test_the_headline_says_whose_shells_they_are() -> None:
    source, mentions = claim(3e6, name="a", surface="3 million shells", item="shells", category="munitions")
    titled = replace(source, title="North Korea ships shells to Russia")
    assert values("north-korean-munitions", (titled, mentions)) == [3e6]
    assert values("north-korean-munitions", (source, mentions)) == []


def test_other_lines_may_hold_instead() -> None:
    shells = claim(3e6, name="a", surface="3 million shells", item="shells", category="munitions")
    to_russia = claim(
        1e6, name="b", surface="1 million shells", item="shells", category="munitions", counterparty="Russia"
    )
    assert values("north-korean-munitions", shells, to_russia) == [1e6]


def test_a_file_or_its_folder_extends_the_shipped_series(tmp_path: Path) -> None:
    (tmp_path / "series.toml").write_text(OWN)
    for path in (tmp_path, tmp_path / "series.toml"):
        assert {"tanks", "north-korean-troops"} <= set(load_series(path))
    assert "tanks" not in load_series()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("[tanks", "not TOML"),
        ("[Tanks]\nwhere.item = ['x']", "small letters"),
        ("[tanks]\ntitle = 'x'", "no 'where'"),
        ("[tanks]\nwhere.itme = ['x']", "no column 'itme'"),
        ("[tanks]\nwhere.item = [3]", "a word, a list of words"),
        ("[tanks]\nwhere.item = [['tank'], []]", "list of such lists"),
        ("[tanks]\ncurrency = 'GBP'\nwhere.item = ['x']", "currency 'GBP'"),
        ("[tanks]\ncolour = 'red'\nwhere.item = ['x']", "unknown field 'colour'"),
    ],
)
def test_a_wrong_series_file_says_what_is_wrong(tmp_path: Path, content: str, says: str) -> None:
    (tmp_path / "series.toml").write_text(content)
    with pytest.raises(KoreaaidError, match=says) as error:
        load_series(tmp_path)
    assert "series.toml" in str(error.value)


def test_the_shipped_series_have_a_title_and_a_question() -> None:
    for name, series in load_series().items():
        assert series.title, name
        assert series.question.endswith("?"), name
        assert series.unit, name
