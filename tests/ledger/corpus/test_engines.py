"""Whatever the engine, the files are the same bytes; what fails costs no more than itself."""

from __future__ import annotations

import multiprocessing
import sys
import time
from pathlib import Path

import pytest

from koreaaid import KoreaaidError, build_ledger
from koreaaid.ledger.corpus import engines
from koreaaid.ledger.workers import Processes
from tests.ledger.corpus import faults
from tests.ledger.corpus.making import contents, corpus


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return corpus(tmp_path / "archive", files=3, each=4)


@pytest.fixture
def expected(archive: Path, tmp_path: Path) -> dict[str, bytes]:
    build_ledger(archive, out=tmp_path / "expected")
    return contents(tmp_path / "expected")


def test_several_processes_write_what_one_writes(archive: Path, expected: dict[str, bytes], tmp_path: Path):
    build_ledger(archive, out=tmp_path / "out", engine="processes")
    assert contents(tmp_path / "out") == expected
    assert len(expected) >= 3


def test_dask_writes_what_one_process_writes(archive: Path, expected: dict[str, bytes], tmp_path: Path):
    distributed = pytest.importorskip("distributed")
    with (
        distributed.LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            processes=False,
            protocol="tcp://",
            host="127.0.0.1",
            dashboard_address=None,
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        build_ledger(archive, out=tmp_path / "out", engine="dask", client=client)
    assert contents(tmp_path / "out") == expected


def test_workers_of_our_own_cluster_end_with_it():
    pytest.importorskip("distributed")
    before = {child.pid for child in multiprocessing.active_children()}
    with engines.opened("dask", workers=1) as engine:
        assert engine.workers == 1
        assert {child.pid for child in multiprocessing.active_children()} - before
    assert {child.pid for child in multiprocessing.active_children()} <= before


def test_dask_knows_the_settings_of_our_own_cluster():
    dask = pytest.importorskip("dask")
    pytest.importorskip("distributed")
    assert all(dask.config.get(name) is not None for name in engines._UNWATCHED)


def test_a_worker_that_is_killed_is_started_again(
    archive: Path, expected: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv(faults.MARKS, str(tmp_path))
    monkeypatch.setattr(engines, "_READ", "tests.ledger.corpus.faults:read_after_one_death")
    build_ledger(archive, out=tmp_path / "out", engine="processes")
    assert (tmp_path / "died").exists()
    assert contents(tmp_path / "out") == expected


def test_a_shard_that_kills_every_worker_is_named_and_costs_no_other(
    archive: Path, expected: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(engines, "_READ", "tests.ledger.corpus.faults:read_or_die")
    ledger = build_ledger(archive, out=tmp_path / "out", engine="processes")
    assert ledger.counts["articles"] == 8
    (problem,) = ledger.page("problems").itertuples()
    assert problem.source == "part-1.jsonl"
    assert "records 1 to 4 were not read" in problem.message
    monkeypatch.undo()
    build_ledger(archive, out=tmp_path / "out", engine="processes")
    assert contents(tmp_path / "out") == expected


def test_a_scheduler_that_does_not_answer_is_named_within_seconds(archive: Path, tmp_path: Path, monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr(engines, "_PATIENCE", 0.5)
    begun = time.monotonic()
    with pytest.raises(KoreaaidError, match=r"tcp://127\.0\.0\.1:9: no Dask scheduler answers"):
        build_ledger(archive, out=tmp_path / "out", engine="dask", scheduler="tcp://127.0.0.1:9")
    assert time.monotonic() - begun < 10


def test_without_dask_the_line_that_installs_it_is_said(archive: Path, tmp_path: Path, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(KoreaaidError, match=r"pip install 'koreaaid\[dask\]'"):
        build_ledger(archive, out=tmp_path / "out", engine="dask")


def test_an_engine_that_there_is_not_is_refused(archive: Path, tmp_path: Path):
    with pytest.raises(KoreaaidError, match="none of local, processes, dask"):
        build_ledger(archive, out=tmp_path / "out", engine="spark")  # type: ignore[call-overload]
    with pytest.raises(KoreaaidError, match="a scheduler is for the engine dask"):
        build_ledger(archive, out=tmp_path / "out", engine="local", scheduler="tcp://127.0.0.1:9")


def test_a_worker_with_other_code_is_refused(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(engines, "code_hash", lambda: "other")
    with pytest.raises(KoreaaidError, match="another version of koreaaid"):
        build_ledger(archive, out=tmp_path / "out")


def test_workers_tell_what_went_wrong():
    processes = Processes(1)
    try:
        with pytest.raises(KoreaaidError, match="ZeroDivisionError"):
            processes.submit("operator:truediv", 1, 0).result()
        assert processes.submit("operator:truediv", 1, 2).result() == 0.5
    finally:
        processes.close()
