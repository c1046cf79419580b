"""What a corpus may be, and how it is cut."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
from pathlib import Path

import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from koreaaid import KoreaaidError, build_ledger
from koreaaid.ledger.corpus import shards
from koreaaid.ledger.corpus.addresses import place_of, sources_at
from tests.ledger.corpus.making import lines, record


def zstd(content: bytes) -> bytes:
    compressed: bytes = pa.compress(content, "zstd", asbytes=True)
    return compressed


COMPRESSIONS = {".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress, ".zst": zstd}


def cut(path: Path | str) -> list[shards.Shard]:
    place = place_of(str(path))
    return [shard for source in sources_at(place) for shard in shards.shards_of(place, source, {})]


@pytest.mark.parametrize("ending", COMPRESSIONS)
def test_a_compressed_file_is_read_as_the_plain_one(tmp_path: Path, ending: str):
    (tmp_path / "plain.jsonl").write_text(lines(5), encoding="utf-8")
    (tmp_path / f"packed.jsonl{ending}").write_bytes(COMPRESSIONS[ending](lines(5).encode()))
    packed, plain = cut(tmp_path)
    assert packed.content == plain.content
    assert packed.records == 5


@pytest.mark.parametrize("ending", COMPRESSIONS)
def test_of_a_file_that_is_cut_off_the_beginning_is_read(tmp_path: Path, ending: str):
    records = [record(n, body=f"{record(n)['body']} {'x' * 50} {n * n}") for n in range(2_000)]
    whole = "".join(json.dumps(r) + "\n" for r in records).encode()
    packed = COMPRESSIONS[ending](whole)
    (tmp_path / f"a.jsonl{ending}").write_bytes(packed[: len(packed) * 4 // 5])
    place = place_of(str(tmp_path))
    (source,) = sources_at(place)
    found = shards.shards_of(place, source, {})
    read = next(found)
    with pytest.raises(KoreaaidError, match=rf"cut off behind record {read.records}"):
        next(found)
    assert 0 < read.records < 2_000
    assert whole.startswith(read.content[:-100])


def test_parquet_is_read_row_by_row(tmp_path: Path):
    pq.write_table(pa.Table.from_pylist([record(n) for n in range(5)]), tmp_path / "a.parquet")
    (shard,) = cut(tmp_path)
    assert [json.loads(line) for line in shard.content.split(b"\n")] == [record(n) for n in range(5)]


def test_parquet_that_is_cut_off_is_named(tmp_path: Path):
    pq.write_table(pa.Table.from_pylist([record(n) for n in range(5)]), tmp_path / "a.parquet")
    (tmp_path / "a.parquet").write_bytes((tmp_path / "a.parquet").read_bytes()[:-20])
    (tmp_path / "b.jsonl").write_text(lines(2), encoding="utf-8")
    ledger = build_ledger(tmp_path, out=tmp_path / "_out")
    assert ledger.counts["articles"] == 2
    assert ledger.page("problems")["source"].tolist() == ["a.parquet"]


def test_an_address_of_any_file_system_is_a_corpus(tmp_path: Path):
    with fsspec.open("memory://news/a.jsonl", "wb") as file:
        file.write(lines(3).encode())
    ledger = build_ledger("memory://news", out=tmp_path / "out")
    assert ledger.page("articles")["article"].tolist() == ["a0000", "a0001", "a0002"]


def test_a_large_file_is_cut_by_what_is_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shards, "_SMALLEST", 4_000)
    monkeypatch.setattr(shards, "_LARGEST", 40_000)
    monkeypatch.setattr(shards, "_CUT", 4)
    (tmp_path / "a.jsonl").write_text(lines(300), encoding="utf-8")
    before = cut(tmp_path)
    assert len(before) > 10
    assert b"\n".join(shard.content for shard in before) == lines(300).strip().encode()
    assert [shard.first for shard in before[1:]] == [s.first + s.records for s in before[:-1]]
    (tmp_path / "a.jsonl").write_text(lines(3, 900) + lines(300), encoding="utf-8")
    changed = {shard.hash for shard in cut(tmp_path)} - {shard.hash for shard in before}
    assert len(changed) <= 2


def test_a_shard_has_no_more_than_the_largest_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shards, "_LARGEST", 5_000)
    (tmp_path / "a.jsonl").write_text(lines(100), encoding="utf-8")
    assert max(len(shard.content) for shard in cut(tmp_path)) <= 5_000 + 100


def test_a_line_without_an_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("KOREAAID_MAX_MEGABYTES", "1")
    (tmp_path / "a.jsonl").write_bytes(b"[" + b" " * 3_000_000)
    with pytest.raises(KoreaaidError, match="write one record a line"):
        cut(tmp_path)


def test_records_without_an_id_have_one_of_their_own(tmp_path: Path):
    records = [{k: v for k, v in record(n).items() if k != "id"} for n in (0, 1, 1)]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    ledger = build_ledger(tmp_path / "a.jsonl", out=tmp_path / "out")
    names = ledger.page("articles")["article"]
    assert len(names) == 2
    assert names.str.fullmatch("record-[0-9a-f]{12}").all()
    assert ledger.counts["problems"] == 1


@pytest.mark.parametrize(
    ("address", "said"),
    [("nowhere", "no corpus"), ("nosuch://a/b", "cannot be opened"), ("empty", "no corpus")],
)
def test_where_there_is_no_corpus_it_is_said(tmp_path: Path, monkeypatch, address: str, said: str):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "picture.png").write_bytes(b"\x89PNG")
    with pytest.raises(KoreaaidError, match=said):
        build_ledger(address, out=tmp_path / "out")
