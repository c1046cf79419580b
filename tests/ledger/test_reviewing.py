"""Decisions go into corrections.csv and out of it again; what others wrote there stays as they wrote it."""

import csv
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from koreaaid import KoreaaidError
from koreaaid.ledger.corrections import Correction, read_corrections
from koreaaid.ledger.reviewing import add_lines, lines_about, put_back, refuse_inapplicable, take_out
from tests.ledger.making import claim, ledger

HEADER = "claim_id,action,field,value,was,reviewer,date,note\n"
ACCEPT = Correction("", "c0000000001", "accept", reviewer="M. K.", date=date(2024, 11, 4))
CORRECT = Correction(
    "", "c0000000002", "correct", "covers", 'FA-50, "tanks"', "K2", note="two\nlines; and a comma,"
)


@pytest.fixture
def file(tmp_path) -> Path:
    return tmp_path / "corrections.csv"


def test_a_decision_makes_the_file(file):
    add_lines(file, [ACCEPT])
    assert file.read_text() == HEADER + "c0000000001,accept,,,,M. K.,2024-11-04,\n"


def test_what_is_written_is_what_is_read(file):
    add_lines(file, [ACCEPT, CORRECT])
    read = [replace(line, where="") for line in read_corrections(file)]
    assert read == [ACCEPT, replace(CORRECT, note="two lines; and a comma,")]


@pytest.mark.parametrize(
    "text", ["=SUM(A1)", "+1 (see note)", "-- no", "@SUM(1)", "'=quoted", "''=twice", "'tis", "-5", "＝x"]
)
def test_what_a_spreadsheet_would_run_is_neutralised_and_read_back(file, text):
    given = replace(CORRECT, value=text, was=text, reviewer=text, note=text)
    add_lines(file, [given])
    assert replace(read_corrections(file)[0], where="") == given
    [cells] = list(csv.reader(file.read_text().splitlines()[1:]))
    assert all(cell[:1] not in tuple("=+@＝") and (cell[:1] != "-" or cell == "-5") for cell in cells if cell)


@pytest.mark.parametrize(
    "written",
    [
        HEADER + 'c0000000009,reject,,,,,,"of two\nlines, with ""quotes"""\n',
        HEADER.replace("\n", "\r\n") + "c0000000009,accept,,,,,,\r\n",
        "\ufeff" + HEADER.replace(",", ";") + "c0000000009;accept;;;;;;\n",
        HEADER + "c0000000009,accept,,,,,,",
        HEADER + "\nc0000000009,improve,,,,,,a line nobody understands\n",
    ],
    ids=["lines", "windows", "semicolons", "no end", "invalid"],
)
def test_the_lines_of_others_stay_as_they_are(file, written):
    file.write_bytes(written.encode())
    before = read_corrections(file)
    lines = add_lines(file, [ACCEPT, CORRECT])
    assert file.read_bytes().decode().startswith(written)
    assert len(read_corrections(file)) == len(before) + 2
    take_out(file, lines)
    assert file.read_bytes().decode().rstrip("\r\n") == written.rstrip("\r\n")


def test_columns_that_a_file_leaves_out_are_added(file):
    file.write_text("action,claim_id,field,value\naccept,c0000000009,,\n")
    add_lines(file, [ACCEPT])
    assert [(line.claim_id, line.reviewer) for line in read_corrections(file)] == [
        ("c0000000009", None), ("c0000000001", "M. K."),
    ]  # fmt: skip


def test_lines_are_found_by_their_claim_taken_out_and_put_back(file):
    add_lines(file, [ACCEPT, CORRECT, ACCEPT])
    lines = lines_about(file, "c0000000001")
    assert len(lines) == 2
    take_out(file, lines)
    assert [line.claim_id for line in read_corrections(file)] == ["c0000000002"]
    put_back(file, lines)
    assert [line.claim_id for line in read_corrections(file)] == ["c0000000002", "c0000000001", "c0000000001"]


def test_a_line_that_somebody_changed_is_not_taken_out(file):
    lines = add_lines(file, [ACCEPT])
    file.write_text(file.read_text().replace("M. K.", "K. M."))
    with pytest.raises(KoreaaidError, match="changed meanwhile"):
        take_out(file, lines)
    assert "K. M." in file.read_text()


def test_nobody_loses_a_line_to_another_who_writes(file):
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: add_lines(file, [replace(ACCEPT, note=str(number))]), range(40)))
    assert sorted(int(line.note) for line in read_corrections(file)) == list(range(40))


def test_without_its_last_line_the_file_goes(file):
    take_out(file, add_lines(file, [ACCEPT]))
    assert list(file.parent.iterdir()) == []


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("value", "much", "not a number"),
        ("modality", "surely", "none of"),
        ("unit", None, "must not be empty"),
        ("surface", "x", "surface cannot be corrected"),
    ],
)
def test_what_cannot_be_applied_is_refused(field, value, says):
    claims = ledger(claim(3000)).claims
    decision = Correction("", claims["claim_id"][0], "correct", field, value)
    with pytest.raises(KoreaaidError, match=says):
        refuse_inapplicable(claims, [decision])
