"""A run goes on from where an earlier one was stopped, and reads nothing twice."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

import koreaaid
from koreaaid import KoreaaidError, build_ledger
from koreaaid.cli import app
from koreaaid.ledger import rows
from koreaaid.ledger.corpus import building, engines
from tests.ledger.corpus.making import SEEDS, contents, corpus, lines


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return corpus(tmp_path / "archive", files=4, each=3)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the sources of the shards that are read from here on."""
    seen: list[str] = []
    read = engines._read_here
    monkeypatch.setattr(engines, "_read_here", lambda shard: seen.append(shard.source) or read(shard))
    return seen


def test_a_run_that_was_stopped_goes_on_from_there(archive: Path, tmp_path: Path, monkeypatch, reads):
    build_ledger(archive, out=tmp_path / "whole")
    reads.clear()
    write = building.write_bytes

    def stopped(path: Path, content: bytes) -> None:
        if list(path.parent.glob("*.parquet")):
            raise KeyboardInterrupt
        write(path, content)

    with monkeypatch.context() as stopping:
        stopping.setattr(building, "write_bytes", stopped)
        with pytest.raises(KeyboardInterrupt):
            build_ledger(archive, out=tmp_path / "out")
    reads.clear()
    build_ledger(archive, out=tmp_path / "out")
    assert len(reads) == len(list(archive.glob("*.jsonl"))) - 1
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_what_has_not_changed_is_not_even_opened(archive: Path, tmp_path: Path, monkeypatch):
    build_ledger(archive, out=tmp_path / "out")
    before = contents(tmp_path / "out")
    monkeypatch.setattr(building, "shards_of", lambda *_: pytest.fail("a source was opened"))
    build_ledger(archive, out=tmp_path / "out")
    assert contents(tmp_path / "out") == before


def test_a_changed_file_is_read_again_and_its_old_result_goes(archive: Path, tmp_path: Path, reads):
    build_ledger(archive, out=tmp_path / "out")
    before = contents(tmp_path / "out")
    reads.clear()
    (archive / "part-1.jsonl").write_text(lines(2, 100), encoding="utf-8")
    ledger = build_ledger(archive, out=tmp_path / "out")
    assert reads == ["part-1.jsonl"]
    assert ledger.counts["articles"] == 11
    assert len(contents(tmp_path / "out")) == len(before)


def test_a_poisonous_article_is_named_and_costs_no_other(archive: Path, tmp_path: Path, monkeypatch):
    extract = rows.extract

    def faulty(article: koreaaid.Article) -> list[koreaaid.Mention]:
        if article.id == "a0004":
            raise ZeroDivisionError("by zero")
        return extract(article)

    monkeypatch.setattr(rows, "extract", faulty)
    ledger = build_ledger(archive, out=tmp_path / "out")
    assert ledger.counts["articles"] == 11
    (problem,) = ledger.page("problems").itertuples()
    assert problem.source == "a0004"
    assert "ZeroDivisionError" in problem.message


def test_broken_records_are_named_by_their_place(tmp_path: Path):
    (tmp_path / "a.jsonl").write_text(f'{lines(2)}{{"id": \n[1]\n{lines(1)}{{"id": "x"}}\n', encoding="utf-8")
    ledger = build_ledger(tmp_path / "a.jsonl", out=tmp_path / "out")
    assert ledger.counts["articles"] == 2
    problems = dict(ledger.page("problems").itertuples(index=False))
    assert "not valid JSON" in problems["a.jsonl, record 3"]
    assert "an article of this id came before" in problems["a0000"]
    assert "has no text" in problems["x"]


def test_an_article_id_that_two_files_have_counts_once(tmp_path: Path):
    archive = corpus(tmp_path / "archive", files=1, each=3)
    (archive / "more.jsonl").write_text(lines(2, 2), encoding="utf-8")
    ledger = build_ledger(archive, out=tmp_path / "out")
    assert ledger.query("select count(*) as n from articles")["n"].tolist() == [4]
    claims = ledger.query("select claim_id from claims")["claim_id"]
    assert claims.is_unique


def test_a_full_disk_is_said_and_what_was_read_stays(tmp_path: Path):
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=60k", "tmpfs", str(small)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no file system can be mounted here")
    try:
        archive = corpus(tmp_path / "archive", files=12, each=2)
        with pytest.raises(KoreaaidError, match=r"cannot be written .No space left.*make room"):
            build_ledger(archive, out=small / "out")
        done = [path for path in (small / "out").iterdir() if path.suffix == ".parquet"]
        assert 0 < len(done) < 12
        assert not [path for path in (small / "out").iterdir() if path.suffix == ".part"]
        subprocess.run(["mount", "-o", "remount,size=2m", str(small)], check=True)
        assert build_ledger(archive, out=small / "out").counts["articles"] == 24
    finally:
        subprocess.run(["umount", str(small)], check=False)


def test_a_folder_with_another_ledger_is_not_written_to(archive: Path, tmp_path: Path):
    build_ledger(archive, out=tmp_path / "out")
    other = corpus(tmp_path / "other", files=1)
    with pytest.raises(KoreaaidError, match="has the ledger of"):
        build_ledger(other, out=tmp_path / "out")
    koreaaid.build_ledger(koreaaid.read_articles(SEEDS)).save(tmp_path / "saved")
    with pytest.raises(KoreaaidError, match="has another ledger"):
        build_ledger(other, out=tmp_path / "saved")


def test_a_folder_of_articles_is_a_corpus_too(tmp_path: Path):
    ledger = build_ledger(SEEDS, out=tmp_path / "out")
    small = build_ledger(koreaaid.read_articles(SEEDS))
    assert ledger.page("articles")["article"].tolist() == small.articles["article"].tolist()
    assert ledger.page("articles")["published_from"].tolist() == small.articles["published_from"].tolist()


def test_the_command_reads_a_corpus_and_says_what_came_of_it(archive: Path, tmp_path: Path, capsys):
    os.truncate(archive / "part-3.jsonl", 900)
    app(["extract", str(archive), "--out", str(tmp_path / "out"), "--engine", "local"], standalone_mode=False)
    said = capsys.readouterr()
    assert "articles," in said.out
    assert "part-3.jsonl, record" in said.err
    assert koreaaid.open_ledger(str(tmp_path / "out")).series["north-korean-troops"]


def test_options_of_a_corpus_are_checked(archive: Path, tmp_path: Path, capsys):
    with pytest.raises(KoreaaidError, match="no such engine"):
        app(["extract", str(archive), "--out", str(tmp_path), "--engine", "ray"], standalone_mode=False)
    with pytest.raises(KoreaaidError, match="is a folder"):
        app(["extract", str(archive), "--out", "a.csv", "--engine", "local"], standalone_mode=False)
    with pytest.raises(KoreaaidError, match="is for a corpus"):
        build_ledger([], engine="local")  # type: ignore[call-overload]
