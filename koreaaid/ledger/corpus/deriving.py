"""What follows from all shards of a corpus is worked out once for each set of them, and kept beside them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from koreaaid.files import replacing
from koreaaid.ledger.corpus import correcting, keeping, reducing
from koreaaid.ledger.corpus.manifest import Manifest
from koreaaid.ledger.corpus.views import connect, look_at, make_views
from koreaaid.ledger.names import read_decisions

DERIVED = "derived"
# For DuckDB, while many articles are put in order: what does not fit goes to the disk.
MEMORY = "64MB"
_ROWS = 20_000
SCHEMAS = keeping.SCHEMAS | reducing.SCHEMAS | correcting.SCHEMAS
# What the views look at besides the shards.
_SINGLE = (*reducing.SCHEMAS, *correcting.SCHEMAS, "in_series")


def derived_tables(folder: Path, key: str) -> dict[str, Path]:
    """Return the files of the derived tables for the shards of `key`, by name."""
    return {name: folder / DERIVED / key / f"{name}.parquet" for name in SCHEMAS}


def read_ahead(folder: Path, files: Sequence[str], number: int) -> reducing.Articles:
    """Read the articles of shards that are there, while others are still being read.

    Parameters
    ----------
    folder, files : Path, sequence of str
        The shards.
    number : int
        How many articles there will be in all, or some more.
    """
    articles = reducing.Articles(number)
    with connect(MEMORY) as connection:
        articles.add(connection, folder, files)
    return articles


def derive(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    key: str,
    manifest: Manifest,
    ahead: reducing.Articles | None = None,
) -> None:
    """Work out the derived tables of `key` and write them; those of other shards are deleted.

    Parameters
    ----------
    connection : DuckDBPyConnection
        A connection with the tables `inputs` and `files`.
    folder, key, manifest : Path, str, Manifest
        Where the shards lie, what is told of them and which they are.
    ahead : Articles, optional
        Those of some of the shards, if they have been read.
    """
    for name in _SINGLE:
        connection.register(name, SCHEMAS[name].empty_table())
    make_views(connection, doubled=False)
    articles, doubles = _articles(connection, folder, manifest, ahead)
    outlet_names = articles.outlet_names()
    # First of all, since it takes the most memory.
    _save({"copies": articles.copies(manifest.files())}, folder, key)
    earlier = {} if len(doubles) else _earlier(folder, key)
    connection.unregister("in_series")
    keeping.keep(
        connection, folder, earlier, correcting.named(manifest.corrections), correcting.sought(earlier)
    )
    corrected, uncorrected = correcting.corrected_tables(connection, folder, manifest.corrections)
    connection.register("corrected", corrected["corrected"])
    connection.register("uncorrected", uncorrected)
    single = corrected | {
        "doubles": doubles,
        "entities": reducing.entities(connection, read_decisions(manifest.names)),
        "outlet_names": outlet_names,
    }
    _save({name: table.to_batches() for name, table in single.items()}, folder, key)
    _save({name: _rows(connection, sql) for name, sql in keeping.ROWS.items()}, folder, key)
    for other in (folder / DERIVED).iterdir():
        if other.name != key:
            shutil.rmtree(other, ignore_errors=True)
    for name in {*_SINGLE, "uncorrected"} - {"in_series"}:
        connection.unregister(name)
    connection.execute("drop table counted; drop table in_series; drop table named_claims")


def _articles(
    connection: duckdb.DuckDBPyConnection, folder: Path, manifest: Manifest, ahead: reducing.Articles | None
) -> tuple[reducing.Articles, pa.Table]:
    """Read the articles that are not read yet, and return them with those that are left out for their id."""
    files = manifest.files()
    number = sum(part.articles for _, part in manifest.parts())
    articles = ahead or reducing.Articles(number)
    known = articles.files()
    articles.add(connection, folder, [file for file in files if file not in known])
    if not articles.are_doubled():
        return articles, SCHEMAS["doubles"].empty_table()
    look_at(connection, folder, files)
    doubles = reducing.doubled_articles(connection)
    connection.register("doubles", doubles)
    make_views(connection, doubled=True)
    single = reducing.Articles(number)
    single.add(connection, folder, files, rows="shards")
    return single, doubles


def _earlier(folder: Path, key: str) -> dict[str, Path]:
    """Return the derived tables of other shards that the same code made, if they are whole; else {}.

    Which articles are left out depends on all shards: where there are any, nothing is kept.
    """
    for other in sorted((folder / DERIVED).glob(f"{key.partition('-')[0]}-*")):
        tables = derived_tables(folder, other.name)
        whole = other.name != key and all(path.is_file() for path in tables.values())
        if whole and not pq.read_metadata(tables["doubles"]).num_rows:
            return tables
    return {}


def _rows(connection: duckdb.DuckDBPyConnection, sql: str) -> Iterator[pa.RecordBatch]:
    yield from connection.sql(sql).to_arrow_reader(_ROWS)


def _save(tables: Mapping[str, Iterable[pa.RecordBatch]], folder: Path, key: str) -> None:
    """Write some of the derived tables of `key`, given as batches."""
    for name, batches in tables.items():
        with (
            replacing(derived_tables(folder, key)[name]) as temporary,
            pq.ParquetWriter(temporary, SCHEMAS[name], compression="zstd") as file,
        ):
            for batch in batches:
                file.write_batch(batch.cast(SCHEMAS[name]))
