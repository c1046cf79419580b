"""Corrections are applied on every run, shown as corrections, and never lost."""

from pathlib import Path

import pandas as pd
import pytest

from koreaaid import KoreaaidError
from koreaaid.ledger.beside import Beside, read_beside
from koreaaid.ledger.build import as_read
from koreaaid.ledger.tables import Ledger
from tests.ledger.making import claim, ledger

CLAIM = claim(
    9e9,
    surface="almost $9 billion",
    category="money",
    unit="USD",
    covers="F-16 fighter jets",
    item="contracts",
)
OTHER = claim(9e9, name="b.txt", surface="$9 billion", category="money", unit="USD")
[ID] = ledger(CLAIM).claims["claim_id"]
[OTHER_ID] = ledger(OTHER).claims["claim_id"]


def corrected(
    tmp_path: Path, *lines: str, header: str = "claim_id,action,field,value,was,reviewer,date,note"
) -> Ledger:
    (tmp_path / "corrections.csv").write_text("\n".join([header, *lines]), encoding="utf-8")
    return ledger(CLAIM, OTHER, beside=read_beside(tmp_path))


def test_a_correction_replaces_what_was_read_and_keeps_the_quote(tmp_path: Path) -> None:
    made = corrected(
        tmp_path, f'{ID},correct,covers,FA-50,F-16 fighter jets,M. K.,2024-11-04,"a slip, they say"'
    )
    row = made.claims.iloc[0]
    assert (row.covers, row.review, row.corrected) == ("FA-50", "corrected", "covers")
    assert row.surface == "almost $9 billion"
    line = made.corrections.iloc[0]
    assert (line.state, line.original, line.note) == ("applied", "F-16 fighter jets", "a slip, they say")
    assert line.date == pd.Timestamp("2024-11-04")
    assert made.problems.empty


def test_a_corrected_value_is_converted_anew(tmp_path: Path) -> None:
    made = corrected(tmp_path, f"{ID},correct,value,8760000000,,,,")
    assert made.claims["value_usd"].tolist() == [8.76e9, 9e9]
    assert made.corrections["original"].tolist() == ["9000000000"]


def test_an_empty_value_takes_a_cell_away(tmp_path: Path) -> None:
    assert corrected(tmp_path, f"{ID},correct,covers,,,,,").claims["covers"].isna().all()


def test_a_rejected_claim_stays_and_belongs_to_no_series(tmp_path: Path) -> None:
    made = corrected(tmp_path, f"{ID},reject,,,,,,counts something else", f"{ID},accept,,,,,,")
    assert made.claims["review"].tolist()[0] == "rejected"
    assert made.series["all-figures"].claims(made)["claim_id"].tolist() == [OTHER_ID]


def test_merged_claims_count_once(tmp_path: Path) -> None:
    made = corrected(tmp_path, f"{OTHER_ID},merge,,{ID},,,,")
    assert made.claims["repeats"].dropna().tolist() == [ID]
    assert made.series["all-figures"].figures(made)["n_claims"].tolist() == [1]


@pytest.mark.parametrize(
    ("line", "state", "says"),
    [
        ("c0000000000,accept,,,,,,", "vanished", "no claim has this id"),
        (f"{ID},merge,,c0000000000,,,,", "vanished", "no other claim c0000000000"),
        (f"{ID},correct,covers,FA-50,K2 tanks,,,", "changed", "now read as 'F-16 fighter jets'"),
        (f"{ID},correct,value,8,7,,,", "changed", "now read as '9000000000'"),
        (f"{ID},correct,surface,x,,,,", "invalid", "field 'surface'"),
        (f"{ID},correct,value,much,,,,", "invalid", "'much' is not a number"),
        (f"{ID},correct,modality,surely,,,,", "invalid", "'surely' is none of"),
        (f"{ID},correct,unit,,,,,", "invalid", "unit must not be empty"),
        (f"{ID},improve,,,,,,", "invalid", "action 'improve'"),
        (f"{ID},accept,,,,,4 November,", "invalid", "date '4 November'"),
    ],
)
def test_a_line_that_cannot_be_applied_becomes_a_problem(
    tmp_path: Path, line: str, state: str, says: str
) -> None:
    made = corrected(tmp_path, line)
    assert made.corrections["state"].tolist() == [state]
    [problem] = made.problems.itertuples()
    assert says in problem.message
    assert problem.source == "corrections.csv, line 2"
    pd.testing.assert_frame_equal(made.claims, ledger(CLAIM, OTHER).claims)


def test_corrections_can_be_taken_back_and_applied_again(tmp_path: Path) -> None:
    lines = [f"{ID},correct,value,8,,,,", f"{ID},correct,value,7,,,,", f"{OTHER_ID},merge,,{ID},,,,"]
    made = corrected(tmp_path, *lines)
    assert made.claims["value"].tolist() == [7, 9e9]
    plain = ledger(CLAIM, OTHER).claims
    undone = as_read(made).claims
    for column in ("value", "repeats", "review", "corrected"):
        pd.testing.assert_series_equal(undone[column], plain[column])


def test_a_file_saved_by_excel_with_semicolons_is_read(tmp_path: Path) -> None:
    made = corrected(
        tmp_path, f"{ID};correct;covers;FA-50, tanks", header="\ufeffclaim_id;action;field;value"
    )
    assert made.claims["covers"][0] == "FA-50, tanks"


@pytest.mark.parametrize(
    ("header", "says"), [("claim,action", "no column"), ("claim_id,action,field,value,colour", "'colour'")]
)
def test_a_file_with_other_columns_is_refused(tmp_path: Path, header: str, says: str) -> None:
    with pytest.raises(KoreaaidError, match=says):
        corrected(tmp_path, "x,y,z,a,b", header=header)


def test_no_file_means_no_corrections(tmp_path: Path) -> None:
    assert read_beside(tmp_path) == Beside()
