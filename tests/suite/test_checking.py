"""`koreaaid check` finds each thing that no longer holds, and says in one line what to do."""

import json
import shutil
import time
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

import koreaaid
from koreaaid import KoreaaidError
from koreaaid.cli import app
from koreaaid.suite import checking
from koreaaid.suite.checking import Check, check

PROJECT = Path(__file__).parents[2]
TEXT = "Poland gets its tanks\n\nThe ministry said that 30 tanks had reached the port of Gdynia on Monday.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "seeds"
    made.mkdir()
    (made / "one.txt").write_text(TEXT, encoding="utf-8")
    return made


def checked(folder: Path, **options: Path) -> dict[str, Check]:
    return {one.name: one for one in check(folder, **options)}


def failing(folder: Path, **options: Path) -> dict[str, str]:
    return {name: one.line() for name, one in checked(folder, **options).items() if one.faults}


def notebook(folder: Path, *, count: int = 1, **output: object) -> Path:
    shown = {"output_type": "display_data", "data": {}, "metadata": {}} | output
    cell = {
        "cell_type": "code",
        "execution_count": count,
        "source": "1",
        "outputs": [shown],
        "metadata": {},
        "id": "a",
    }
    folder.mkdir(exist_ok=True)
    path = folder / "one.ipynb"
    path.write_text(json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
    return folder


def test_the_seeds_and_notebooks_hold_and_are_checked_soon() -> None:
    started = time.process_time()
    lines = checked(PROJECT / "seeds", notebooks=PROJECT / "notebooks")
    assert {name: one.faults for name, one in lines.items() if one.faults} == {}
    assert lines["articles"].line() == "ok     articles: 4 of 4 files are read"
    assert time.process_time() - started < 5


def test_what_is_unread_is_named(folder: Path) -> None:
    (folder / "two.txt").write_text("")
    (folder / "three.docx").write_bytes(b"PK")
    line = failing(folder)["articles"]
    assert "1 of 3" in line
    assert "two.txt: has no text" in line
    assert "three.docx" in line


def test_a_guessed_encoding_does_not_fail(folder: Path) -> None:
    (folder / "two.txt").write_bytes("Séoul".encode("latin-1"))
    assert failing(folder) == {}


def test_digits_and_places_are_looked_at(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = koreaaid.build_ledger
    assert checked(folder)["digits"].found.startswith("2,")

    def without_claims(articles: object) -> koreaaid.Ledger:
        ledger = whole(articles)  # type: ignore[arg-type]
        return replace(ledger, claims=ledger.claims[:0])

    def moved(articles: object) -> koreaaid.Ledger:
        ledger = whole(articles)  # type: ignore[arg-type]
        return replace(ledger, claims=ledger.claims.assign(start=ledger.claims["start"] + 1))

    def doubled(articles: object) -> koreaaid.Ledger:
        import pandas as pd

        ledger = whole(articles)  # type: ignore[arg-type]
        return replace(ledger, claims=pd.concat([ledger.claims, ledger.claims], ignore_index=True))

    monkeypatch.setattr(checking, "build_ledger", without_claims)
    assert "'3' at 46 is in none" in failing(folder)["digits"]
    monkeypatch.setattr(checking, "build_ledger", moved)
    assert "does not stand at 47" in failing(folder)["places"]
    monkeypatch.setattr(checking, "build_ledger", doubled)
    assert "overlap" in failing(folder)["digits"]


def test_what_the_analyst_keeps_beside_is_looked_at(folder: Path) -> None:
    [claim] = koreaaid.build_ledger(koreaaid.read_articles(folder)).claims["claim_id"]
    (folder / "articles.toml").write_text('["lost.txt"]\noutlet = "Example"\n')
    (folder / "corrections.csv").write_text(
        f"claim_id,action,field,value\n{claim},accept,,\nc0123456789,accept,,\n"
    )
    (folder / "series.toml").write_text(
        '[tanks]\ntitle = "Tanks"\nwhere = {item = "tanks"}\n[ships]\nwhere = {item = "submarines"}\n'
    )
    lines = failing(folder)
    assert "lost.txt" in lines["articles.toml"]
    assert "1 of 2 lines apply" in lines["corrections.csv"]
    assert "line 3" in lines["corrections.csv"]
    assert "2 series of your own: 'ships' finds no claim" in lines["series.toml"]
    assert set(lines) == {"articles.toml", "corrections.csv", "series.toml"}


def test_a_broken_file_beside_stops_no_other_check(folder: Path) -> None:
    (folder / "series.toml").write_text("[tanks\n")
    lines = checked(folder)
    assert "series.toml" in lines["what lies beside"].line()
    assert lines["digits"].faults == ()


@pytest.mark.parametrize(
    ("made", "said"),
    [
        ({}, ""),
        ({"count": 2}, "not every cell"),
        ({"output_type": "error"}, "failed or warned"),
        ({"output_type": "stream", "name": "stderr"}, "failed or warned"),
        ({"data": {"text/html": ['<a href="evidence/one.html#c000000000">30']}}, "no longer read"),
        ({"data": {"text/html": '<a href="evidence/one.html">30'}}, ""),
    ],
)
def test_notebooks_are_fresh(folder: Path, made: dict, said: str) -> None:
    line = failing(folder, notebooks=notebook(folder.parent / "notebooks", **made)).get("notebooks", "")
    assert bool(line) == bool(said)
    assert said in line
    others = folder.rename(folder.parent / "others")
    assert "no longer" not in failing(others, notebooks=folder.parent / "notebooks").get("notebooks", "")
    others.rename(folder)
    (folder.parent / "notebooks" / "one.ipynb").write_text("[]")
    assert "is no notebook" in failing(folder, notebooks=folder.parent / "notebooks")["notebooks"]


def test_reports_show_the_articles_as_they_are(folder: Path, tmp_path: Path) -> None:
    from koreaaid.suite.keys import input_hash
    from koreaaid.suite.manifest import Manifest, write_manifest

    reports = tmp_path / "reports"
    assert "reports" not in checked(folder, reports=reports)
    write_manifest(Manifest(input=input_hash(folder)), reports)
    assert "reports" not in failing(folder, reports=reports)
    write_manifest(Manifest(input=input_hash(folder), files={"index.html": "0"}), reports)
    assert "index.html is not as made" in failing(folder, reports=reports)["reports"]
    (folder / "two.txt").write_text(TEXT + "And 4 more.")
    assert "other articles" in failing(folder, reports=reports)["reports"]


def test_the_command_prints_a_line_for_each_and_fails_if_one_does(folder: Path) -> None:
    result = CliRunner().invoke(app, ["check", str(folder)])
    assert result.exit_code == 0
    assert all(line.startswith("ok ") for line in result.stdout.splitlines())
    (folder / "two.txt").write_text("")
    result = CliRunner().invoke(app, ["check", str(folder)])
    assert result.exit_code == 1
    assert "FAILS  articles: 1 of 2 files are read: two.txt: has no text" in result.stdout


def test_a_single_file_is_refused(folder: Path) -> None:
    with pytest.raises(KoreaaidError, match="name the folder"):
        list(check(folder / "one.txt"))
    shutil.rmtree(folder)
    with pytest.raises(KoreaaidError, match="no such"):
        list(check(folder))
