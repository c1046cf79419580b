"""What a run adds to an earlier one, and what the ledger said on a day."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from koreaaid import KoreaaidError
from koreaaid.cli import app
from koreaaid.ledger.beside import Beside
from koreaaid.ledger.changes import compare, ledger_at
from koreaaid.ledger.corrections import Correction
from tests.ledger.making import claim, ledger

FIRST = claim(3000, name="a", day="2024-10-17", attributed_to="NIS")


def changes(old: list[Any], new: list[Any]) -> list[tuple[str, str | None]]:
    found = compare(ledger(*old), ledger(*new)).claims
    return list(
        zip(
            found["change"],
            found["earlier"].astype(object).where(found["earlier"].notna(), None),
            strict=True,
        )
    )


def test_the_same_ledger_has_no_changes() -> None:
    found = compare(ledger(FIRST), ledger(FIRST))
    assert not found
    assert list(found.lines()) == []


def test_a_new_article_brings_new_claims() -> None:
    other = claim(40, name="b", surface="40 tanks", category="equipment")
    found = compare(ledger(FIRST), ledger(FIRST, other))
    assert found.counts == {"new articles": 1, "new": 1}
    assert [line.partition(" claim")[0] for line in found.lines()] == ["new article: b", "new"]


def test_an_article_that_is_gone_takes_its_claims_along() -> None:
    assert compare(ledger(FIRST), ledger()).counts == {"vanished articles": 1, "vanished": 1}


def test_another_reading_of_a_claim_is_a_revision_that_says_what_changed() -> None:
    found = compare(ledger(claim(3000)), ledger(claim(3000, bound="about", attributed_to="NIS"))).claims
    assert found["change"].tolist() == ["revised"]
    assert found["what"].tolist() == [
        "low: 3,000 → nothing; high: 3,000 → nothing; bound: exact → about; attributed_to: nothing → NIS"
    ]


def test_an_edited_figure_is_a_revision() -> None:
    edited = claim(
        12000, name="a", surface="12,000 North Korean troops", day="2024-10-17", attributed_to="NIS"
    )
    found = compare(ledger(FIRST), ledger(edited))
    assert found.counts == {"revised articles": 1, "revised": 1}
    assert found.claims["what"].tolist() == ["was 3,000 North Korean troops"]


def test_an_edited_sentence_is_a_revision() -> None:
    edited = claim(3000, name="a", day="2024-10-17", after=" came yesterday.", attributed_to="NIS")
    assert compare(ledger(FIRST), ledger(edited)).claims["what"].tolist() == ["its sentence was edited"]


def test_a_sentence_of_another_kind_is_no_revision() -> None:
    other = claim(
        7, name="a", surface="7 tanks", before="Warsaw signed for ", after=".", category="equipment"
    )
    assert [change for change, _ in changes([FIRST], [other])] == ["new", "vanished"]


@pytest.mark.parametrize(
    ("value", "day", "speaker", "effect"),
    [
        (3000, "2024-10-18", "Zelenskyy", "confirmed"),
        (11000, "2024-10-18", "NIS", "updated"),
        (11000, "2024-10-18", "Zelenskyy", "contradicted"),
    ],
)
def test_a_new_claim_bears_on_the_earlier_ones(value: float, day: str, speaker: str, effect: str) -> None:
    other = claim(value, name="b", day=day, attributed_to=speaker)
    assert (effect, "3,000 North Korean troops") in changes([FIRST], [FIRST, other])


def test_the_ledger_as_of_a_day_has_what_was_published_by_then() -> None:
    later = claim(11000, name="b", day="2024-10-18")
    undated = claim(1, name="c", day=None)
    made = ledger(FIRST, later, undated).as_of("2024-10-17")
    assert made.articles["article"].tolist() == ["a"]
    assert made.claims["value"].tolist() == [3000]
    assert made.problems["source"].tolist() == ["c"]


def test_corrections_made_later_are_not_yet_known() -> None:
    [claim_id] = ledger(FIRST).claims["claim_id"]
    beside = Beside(
        (Correction("line 2", claim_id, "correct", field="value", value="1500", date=date(2024, 11, 4)),)
    )
    made = ledger(FIRST, beside=beside)
    assert made.claims["value"].tolist() == [1500]
    assert made.as_of(date(2024, 11, 3)).claims["value"].tolist() == [3000]
    assert made.as_of(date(2024, 11, 4)).claims["value"].tolist() == [1500]


def test_no_date_is_refused() -> None:
    with pytest.raises(KoreaaidError, match="soon"):
        ledger(FIRST).as_of("soon")


def test_a_ledger_is_found_in_a_report_in_its_data_and_among_articles(tmp_path: Path) -> None:
    ledger(FIRST).save(tmp_path / "report" / "data")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("Nothing was counted.", encoding="utf-8")
    assert len(ledger_at(tmp_path / "report").claims) == 1
    assert len(ledger_at(tmp_path / "report" / "data").claims) == 1
    assert ledger_at(tmp_path / "articles").articles["article"].tolist() == ["a.txt"]


def test_the_command_prints_the_changes(tmp_path: Path) -> None:
    ledger(FIRST).save(tmp_path / "old")
    ledger(FIRST, claim(11000, name="b", day="2024-10-18")).save(tmp_path / "new")
    done = CliRunner().invoke(app, ["diff", str(tmp_path / "old"), str(tmp_path / "new")])
    assert done.exit_code == 0
    assert done.output.splitlines()[0] == "new article: b"
    assert done.output.splitlines()[-1] == "1 new article, 1 new claim, 1 contradicted claim"
    same = CliRunner().invoke(app, ["diff", str(tmp_path / "old"), str(tmp_path / "old")])
    assert same.output == "no changes\n"


def test_of_an_edited_version_only_what_the_edit_changed_is_news() -> None:
    def version(name: str, first: str | None, *figures: int) -> list[Any]:
        parts = []
        for figure in figures:
            article, mentions = claim(figure, name=name, surface=f"{figure} tanks", category="equipment")
            parts.append((replace(article, edition_of=first), mentions))
        return parts

    first = version("a.txt", None, 30)
    same, edited = version("a.2.txt", "a.txt", 30), version("a.2.txt", "a.txt", 32)
    found = compare(ledger(*first), ledger(*first, *same))
    assert (found.counts, list(found.articles["article"])) == ({"edited articles": 1}, ["a.2.txt"])
    found = compare(ledger(*first), ledger(*first, *edited))
    assert found.counts == {"edited articles": 1, "revised": 1}
    assert found.claims["what"].tolist() == ["was 30 tanks"]
    # A third version is compared with the second, whatever the order of their names.
    third = version("a.10.txt", "a.txt", 33)
    found = compare(ledger(*first, *edited), ledger(*first, *edited, *third))
    assert found.claims["what"].tolist() == ["was 32 tanks"]
