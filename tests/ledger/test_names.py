"""One name for each person, body and country; what only sounds alike waits for a reviewer."""

import pytest

from koreaaid import KoreaaidError
from koreaaid.ledger.beside import Beside
from koreaaid.ledger.names import read_decisions
from tests.ledger.making import article, claim, ledger

FIRST = article(
    "a.txt",
    "US National Security Advisor Jake Sullivan spoke with his South Korean counterpart Chan Ho-jin on Monday.\n"
    "Then he called Jang Ho-jin again. Sullivan and Hodgin pledged to go on.",
)
SECOND = article("b.txt", "South Korea's National Security Advisor Chang Ho-jin said no.")
CONFIRMED = '[same]\n"Chang Ho-jin" = ["Chan Ho-jin", "Jang Ho-jin", "Hodgin"]\n'


def spellings(*articles, names: str = "") -> set[tuple[str, str, str]]:
    made = ledger(*((a, []) for a in articles), beside=Beside(names=names))
    return set(made.spellings[["name", "like", "status"]].itertuples(index=False, name=None))


def test_transliterations_of_one_name_are_proposed_as_one_with_the_reason() -> None:
    made = ledger((FIRST, []), (SECOND, []))
    assert made.spellings["like"].nunique() == 1
    assert {*made.spellings["name"], *made.spellings["like"]} == {
        "Chan Ho-jin",
        "Jang Ho-jin",
        "Chang Ho-jin",
        "Hodgin",
    }
    assert set(made.spellings["status"]) == {"proposed"}
    assert made.spellings["reason"].str.contains("sound").all()
    assert made.names.set_index("name").loc["Hodgin", "entity"] == "Hodgin"  # not taken for one yet


def test_what_is_confirmed_is_one_entity() -> None:
    made = ledger((FIRST, []), (SECOND, []), beside=Beside(names=CONFIRMED))
    assert set(made.names["entity"]) == {"Jake Sullivan", "Chang Ho-jin"}
    assert set(made.spellings["status"]) == {"confirmed"}


def test_what_is_refused_is_not_proposed_again() -> None:
    refused = '[different]\n"Jang Ho-jin" = ["Chan Ho-jin"]\n'
    alone = article("a.txt", "Chan Ho-jin met Jang Ho-jin.")
    assert spellings(alone, names=refused) == {("Chan Ho-jin", "Jang Ho-jin", "refused")}
    assert {status for *_, status in spellings(alone)} == {"proposed"}


def test_the_order_of_a_korean_name_does_not_matter() -> None:
    found = spellings(
        article("a", "Minister Shin Won-sik came."), article("b", "Minister Won-sik Shin left.")
    )
    assert {status for *_, status in found} == {"proposed"}


def test_two_brothers_are_two_persons() -> None:
    assert not spellings(article("a", "Kim Yong-hyun met Kim Yong-bok and General Lee Jae-hoon."))


def test_places_products_and_headlines_are_no_persons() -> None:
    text = "RAISES QTLY DIVIDEND\nThe K9-A1 Thunder came to Kursk Oblast. President Kim Jong-un saw it."
    assert ledger((article("a", text), [])).names["name"].tolist() == ["Kim Jong-un"]


def test_spellings_that_differ_in_hyphens_only_are_one_without_asking() -> None:
    made = ledger(
        (article("a", "Kim Yo-jong came."), []), (article("b", "Kim Yo Jong left. Minister Kim Yo Jong."), [])
    )
    assert made.names["entity"].nunique() == 1
    assert made.spellings.empty


def test_claims_have_the_entities_of_their_names() -> None:
    claims = ledger(
        claim(1, name="a", actor="DPRK", counterparty="Moscow", attributed_to="Hodgin"),
        claim(2, name="b", actor="Pyongyang", counterparty="Russia", attributed_to="Chang Ho-jin"),
        claim(3, name="c", actor="Hanwha Aerospace"),
        beside=Beside(names=CONFIRMED),
    ).claims
    assert claims["actor_entity"].tolist() == ["North Korea", "North Korea", "Hanwha Aerospace"]
    assert claims["counterparty_entity"].tolist()[:2] == ["Russia", "Russia"]
    assert claims["speaker"].tolist()[:2] == ["Chang Ho-jin"] * 2
    assert claims["origin"].nunique() == 2
    assert claims["actor"][0] == "DPRK"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("[same", "not TOML"),
        ("[alike]\nx = ['y']", r"unknown table \[alike\]"),
        ("[same]\nx = 'y'", "list of names"),
        ("same = 3", "list of names"),
    ],
)
def test_a_wrong_file_says_what_is_wrong(content: str, says: str) -> None:
    with pytest.raises(KoreaaidError, match=says):
        read_decisions(content)
