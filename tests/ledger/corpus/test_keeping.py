"""What is kept of shards that are still there is what they would give again."""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType

import pytest

from koreaaid import build_ledger
from koreaaid.ledger.corpus import building, keeping
from koreaaid.ledger.corpus.manifest import load_manifest
from tests.ledger.corpus.making import contents, corpus, lines, record
from tests.ledger.corpus.test_correcting import write


def looked_at(monkeypatch: pytest.MonkeyPatch, module: ModuleType, function: str) -> list[str]:
    """Return the files of shards that a function of a module is given from here on, in a list."""
    seen: list[str] = []
    look = getattr(module, function)

    def noted(*given):
        seen.extend(next(names for names in given if isinstance(names, list)))
        return look(*given)

    monkeypatch.setattr(module, function, noted)
    return seen


def test_only_new_shards_and_those_that_went_are_looked_at(tmp_path: Path, monkeypatch) -> None:
    archive = corpus(tmp_path / "archive", files=5)
    ledger = build_ledger(archive, out=tmp_path / "out")
    claims = ledger.page("claims", size=1_000)["claim_id"]
    write(
        archive, (claims[0], "reject"), (claims[20], "correct", "actor", "Nobody"), ("c0000000000", "accept")
    )
    build_ledger(archive, out=tmp_path / "out")
    seen = looked_at(monkeypatch, keeping, "some_at_a_time")
    (archive / "part-1.jsonl").write_text(lines(6, 100), encoding="utf-8")
    (archive / "part-2.jsonl").unlink()
    (archive / "part-9.jsonl").write_text(lines(6, 200), encoding="utf-8")
    build_ledger(archive, out=tmp_path / "out")
    assert len(seen) == len(set(seen)) == 4
    build_ledger(archive, out=tmp_path / "anew")
    assert contents(tmp_path / "out") == contents(tmp_path / "anew")


def test_a_claim_that_is_newly_corrected_is_looked_for_in_all_shards(tmp_path: Path) -> None:
    archive = corpus(tmp_path / "archive")
    claims = build_ledger(archive, out=tmp_path / "out").page("claims", size=1_000)["claim_id"]
    write(archive, (claims[3], "reject"), (claims[5], "merge", "", claims[6]))
    build_ledger(archive, out=tmp_path / "out")
    write(archive, (claims[5], "merge", "", claims[7]), (claims[70], "accept"))
    build_ledger(archive, out=tmp_path / "out")
    build_ledger(archive, out=tmp_path / "anew")
    assert contents(tmp_path / "out") == contents(tmp_path / "anew")


def test_without_the_shards_that_went_all_are_looked_at(tmp_path: Path, monkeypatch) -> None:
    archive = corpus(tmp_path / "archive")
    build_ledger(archive, out=tmp_path / "out")
    (gone,) = (part.file for source, part in load_manifest(tmp_path / "out").parts() if "1" in source.name)
    (archive / "part-1.jsonl").unlink()
    (tmp_path / "out" / gone).unlink()
    seen = looked_at(monkeypatch, keeping, "some_at_a_time")
    build_ledger(archive, out=tmp_path / "out")
    assert len(seen) == 3
    build_ledger(archive, out=tmp_path / "anew")
    assert contents(tmp_path / "out") == contents(tmp_path / "anew")


def test_ids_that_occur_twice_are_told_apart_as_shards_come_and_go(tmp_path: Path) -> None:
    archive = corpus(tmp_path / "archive")
    build_ledger(archive, out=tmp_path / "out")
    for number, start in enumerate((3, 3, 50)):  # twice the articles of others, then of its own
        (archive / "part-9.jsonl").write_text(lines(6 + number, start), encoding="utf-8")
        build_ledger(archive, out=tmp_path / "out")
        build_ledger(archive, out=tmp_path / f"anew-{number}")
        assert contents(tmp_path / "out") == contents(tmp_path / f"anew-{number}")


@pytest.mark.parametrize("start", [100, 3], ids=["ids of its own", "ids that others have"])
def test_what_stays_is_looked_at_while_a_worker_reads_what_came(
    tmp_path: Path, monkeypatch, start: int
) -> None:
    def write_part(number: int, first: int) -> None:
        copy = json.dumps(record(first, id=f"copy-{first}", date="2024-11-05"))
        (archive / f"part-{number}.jsonl").write_text(f"{lines(6, first)}{copy}\n", encoding="utf-8")

    archive = corpus(tmp_path / "archive")
    for number in range(4):
        write_part(number, 6 * number)
    build_ledger(archive, out=tmp_path / "out")
    stayed = load_manifest(tmp_path / "out").files()[1:]
    write_part(0, start)
    ahead = looked_at(monkeypatch, building, "read_ahead")
    ledger = build_ledger(archive, out=tmp_path / "out", engine="processes")
    assert ahead == stayed
    build_ledger(archive, out=tmp_path / "anew")
    assert len(ledger.query("from articles where origin <> article")) >= 4
    assert contents(tmp_path / "out") == contents(tmp_path / "anew")
