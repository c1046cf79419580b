"""Rows lead back to the text, and their ids survive what happens elsewhere in it."""

import pytest

from koreaaid.ledger.rows import read_rows
from tests.ledger.making import article, claim, count, day, ledger, no_figure

SENTENCE = "Kim sent 3,000 troops on 8 October."


def claims_of(text: str, *surfaces: str):
    return ledger((article("a.txt", text), [count(text, s, 1) for s in surfaces])).claims


def test_a_claim_quotes_its_surface_sentence_and_surroundings() -> None:
    text = f"Photo. {SENTENCE} More to come."
    [row] = claims_of(text, "3,000 troops").itertuples()
    assert text[row.start : row.end] == row.surface == "3,000 troops"
    assert text[row.sentence_start : row.sentence_end] == row.sentence == SENTENCE
    assert row.prefix + row.surface + row.suffix == text
    assert row.claim_id.startswith("c")
    assert len(row.claim_id) == 11


def test_an_edit_elsewhere_keeps_the_id_and_one_in_the_sentence_does_not() -> None:
    [first] = claims_of(SENTENCE, "3,000 troops")["claim_id"]
    [moved] = claims_of(f"A new headline\n\n{SENTENCE}", "3,000 troops")["claim_id"]
    [edited] = claims_of(SENTENCE.replace("October", "November"), "3,000 troops")["claim_id"]
    assert first == moved
    assert first != edited


def test_the_same_sentence_twice_gives_two_ids() -> None:
    text = f"{SENTENCE}\n{SENTENCE}"
    once = count(text, "3,000 troops", 3000)
    again = count(text, "3,000 troops", 3000)
    offset = len(SENTENCE) + 1
    again = type(again)(
        start=again.start + offset, end=again.end + offset, surface=again.surface, value=3000, low=None,
        high=None, bound="exact", unit="count", category="personnel", rule="test", repeats=once.start,
    )  # fmt: skip
    claims = ledger((article("a.txt", text), [once, again])).claims
    assert claims["claim_id"].is_unique
    assert claims["repeats"].tolist()[1] == claims["claim_id"][0]


def test_the_same_sentence_in_two_articles_gives_two_ids() -> None:
    assert ledger(claim(3000, name="a.txt"), claim(3000, name="b.txt")).claims["claim_id"].is_unique


def test_every_mention_gets_a_row_and_the_article_counts_them() -> None:
    text = "109325 views\nKim sent 3,000 troops on 8 October."
    mentions = [
        no_figure(text, "109325", "view count"),
        count(text, "3,000 troops", 3000),
        day(text, "8 October", "2024-10-08"),
    ]
    made = ledger((article("a.txt", text), mentions))
    [row] = made.articles.itertuples()
    assert (row.quantities, row.dates, row.excluded, row.digits) == (1, 1, 1, 4)
    assert made.excluded.loc[0, ["surface", "reason", "sentence"]].tolist() == [
        "109325",
        "view count",
        "109325 views",
    ]
    assert made.dates.loc[0, "timex_value"] == "2024-10-08"


def test_half_a_character_is_a_problem_and_stops_nothing() -> None:
    rows = read_rows([article("bad.txt", "3 \ud800 tanks"), article("good.txt", "No figures.")])
    assert [row[0] for row in rows.problems] == ["bad.txt"]
    assert [row[0] for row in rows.articles] == ["good.txt"]


@pytest.mark.parametrize("blank", [" ", ";"])
def test_of_an_endless_sentence_the_surroundings_are_shown(blank: str) -> None:
    text = blank.join(f"row{blank}{n}" for n in range(10_000))
    figures, at = [], 0
    for word in map(str, range(100, 9_000, 50)):
        at = text.index(f"{blank}{word}{blank}", at) + 1
        figures.append(count(text, word, 1)._replace(start=at, end=at + len(word)))
    claims = ledger((article("a.txt", text), figures)).claims
    assert claims["sentence"].str.len().between(500, 1100).all()
    for row in claims.itertuples():
        assert text[row.sentence_start : row.sentence_end] == row.sentence
        assert row.sentence_start <= row.start < row.end <= row.sentence_end
    assert claims["claim_id"].is_unique
