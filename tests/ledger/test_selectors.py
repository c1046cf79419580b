"""A claim is found again in an edited text, at the right one of equal figures."""

from typing import Any

import pytest

from koreaaid.ledger.selectors import find_again, selectors
from tests.ledger.making import article, count, ledger

TEXT = "Kim sent 3,000 troops in May. Later he sent 3,000 troops to Kursk, they say."


def second() -> dict[str, Any]:
    """Return the claim of the second of the two figures."""
    figure = count(TEXT, "3,000 troops", 3000)
    moved = figure._replace(start=TEXT.rindex("3,000"), end=TEXT.rindex("3,000") + len("3,000 troops"))
    return ledger((article("a.txt", TEXT), [moved])).claims.to_dict("records")[0]


def test_selectors_are_quote_and_position() -> None:
    quote, position = selectors(second())
    assert quote["prefix"] + quote["exact"] + quote["suffix"] in TEXT
    assert TEXT[position["start"] : position["end"]] == quote["exact"] == "3,000 troops"


@pytest.mark.parametrize(
    "edited",
    [
        TEXT,
        "A new headline\n\n" + TEXT,
        TEXT.replace("in May", "in June of that year"),
        TEXT.replace(", they say", ""),
        TEXT.replace("Kim", "Kim Jong Un").replace("Later he", "In October he"),
    ],
)
def test_the_quote_is_found_where_its_surroundings_are(edited: str) -> None:
    assert find_again(edited, second()) == (edited.rindex("3,000"), edited.rindex("3,000") + 12)


@pytest.mark.parametrize("edited", ["", "Nothing came.", TEXT.replace("3,000", "4,000"), "x3,000 troopsy"])
def test_a_quote_that_is_gone_is_not_found(edited: str) -> None:
    assert find_again(edited, second()) is None
