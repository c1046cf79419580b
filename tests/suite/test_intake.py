"""`koreaaid add` says what it did, what it could not do, and what should be looked at."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from koreaaid import KoreaaidError
from koreaaid.cli import app

BODY = " ".join(f"The ministry said that {n} howitzers had reached the port." for n in range(2, 12))


def run(*arguments: object) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["add", *map(str, arguments)])
    if isinstance(result.exception, KoreaaidError):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def test_a_dry_run_shows_title_date_and_figures(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f" date 2024-10-29 Howitzers reach the port\n{BODY}")
    status, shown, _ = run(tmp_path / "a.txt", "--into", tmp_path / "into", "--dry-run")
    assert status == 0
    assert "would add 2024-10-29_howitzers-reach-the-port.txt" in shown
    assert "Howitzers reach the port; outlet unknown; 2024-10-29 (header); 10 figures" in shown
    assert not (tmp_path / "into").exists()


def test_problems_make_it_fail_and_doubts_do_not(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{"text": BODY, "date": "2024-02-30"}]))
    status, shown, said = run(tmp_path / "a.json", "--into", tmp_path / "into")
    assert (status, "1 article added" in shown, "2024-02-30" in said) == (0, True, True)
    (tmp_path / "b.jsonl").write_text("{broken\n")
    status, shown, said = run(tmp_path / "b.jsonl", tmp_path / "a.json", "--into", tmp_path / "into")
    assert (status, "0 articles added" in shown, "1 already there" in shown, "line 1" in said) == (
        1,
        True,
        True,
        True,
    )


def test_wrong_columns_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("[]")
    with pytest.raises(KoreaaidError, match="editor"):
        run(tmp_path / "a.json", "--into", tmp_path / "into", "--column", "editor=who")
    assert run(tmp_path / "a.json", "--into", tmp_path / "into", "--column", "text")[0] == 2
