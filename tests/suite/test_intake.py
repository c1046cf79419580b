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
    assert "dated by date 2024-10-29" in shown
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


def test_a_fault_that_all_records_share_is_told_a_few_times(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{"txt": BODY, "when": n} for n in range(500)]))
    status, _, said = run(tmp_path / "a.json", "--into", tmp_path / "into")
    assert status == 1
    assert said.count("has no text") == 10
    assert "(txt, when)" in said
    assert "and 490 more like this" in said


def test_what_an_article_is_called_gives_no_orders_to_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{"text": BODY, "title": "Guns\x1b[2J\u202e\narrive"}]))
    (tmp_path / "two\nlines\x1b[1m.txt").write_text("")
    _, shown, said = run(tmp_path / "a.json", tmp_path / "two\nlines\x1b[1m.txt", "--into", tmp_path / "into")
    assert not {"\x1b", "\u202e"} & set(shown + said)
    assert len(shown.splitlines()) == 3
    assert len(said.splitlines()) == 1
