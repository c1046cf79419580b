"""What follows from all shards of a corpus together: copies, names, doubled ids.

It is worked out once for each set of shards and kept beside them; the tables are small.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from koreaaid.files import replacing
from koreaaid.language.names import canonical
from koreaaid.ledger.copies import Copies
from koreaaid.ledger.corpus import correcting
from koreaaid.ledger.corpus.columns import SKETCH
from koreaaid.ledger.names import Decisions, kept_names
from koreaaid.ledger.piles import Numbers

DERIVED = "derived"
_STRING = pa.string()
SCHEMAS = {
    "entities": pa.schema([("name", _STRING), ("entity", _STRING)]),
    "outlet_names": pa.schema([("outlet", _STRING), ("canonical", _STRING)]),
    "copies": pa.schema([("article", _STRING), ("origin", _STRING), ("source", _STRING)]),
    "doubles": pa.schema([("file", _STRING), ("article", _STRING)]),
} | correcting.SCHEMAS
_NAMES = """
    select name, sum(mentions)::bigint as mentions from (
        select surface as name, mentions from shards where kind = 'name'
        union all
        select unnest([attributed_to, actor, counterparty]), 0 from (
            select distinct attributed_to, actor, counterparty from read_claims
        )
    ) where name is not null group by name
"""
_DOUBLES = """
    select filename as file, article from shards where kind = 'article' and article in (
        select article from shards where kind = 'article' group by article having count(*) > 1
    ) order by article, list_position($files, filename)
"""
# The place of a row of it is its rowid.
_ORDERED = """
    create or replace temp table ordered as
    select article, outlet, text_hash, sketch from read_articles order by published nulls last, article
"""
_COPIES = """
    select a.article, o.article as origin, coalesce(canonical, nullif(o.outlet, ''), o.article) as source
    from again
    join ordered a on a.rowid = again.row
    join ordered o on o.rowid = again.first
    left join outlet_names on outlet_names.outlet = o.outlet
    order by a.article
"""
_ROWS = 20_000


def derived_tables(folder: Path, key: str) -> dict[str, Path]:
    """Return the files of the derived tables for the shards of `key`, by name."""
    return {name: folder / DERIVED / key / f"{name}.parquet" for name in SCHEMAS}


def order_articles(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the table `ordered`: what copies are found by of each article, the earliest first."""
    connection.execute(_ORDERED)


def doubled_articles(connection: duckdb.DuckDBPyConnection, files: list[str]) -> pa.Table:
    """Return the articles whose id an article of an earlier shard has already."""
    counts = "select count(*) = count(distinct article) from ordered"
    if connection.execute(counts).fetchall()[0][0]:
        return SCHEMAS["doubles"].empty_table()
    table = connection.sql(_DOUBLES, params={"files": files}).to_arrow_table()
    names = table["article"].to_pylist()
    again = [n for n in range(1, len(names)) if names[n] == names[n - 1]]
    return table.take(pa.array(again, pa.int64())).cast(SCHEMAS["doubles"])


def entities(connection: duckdb.DuckDBPyConnection, decisions: Decisions) -> pa.Table:
    """Return the names for which the ledger keeps another one."""
    found = connection.sql(_NAMES).to_arrow_table()
    mentions = Counter(dict(zip(found["name"].to_pylist(), found["mentions"].to_pylist(), strict=True)))
    kept = kept_names(mentions, decisions)
    return _table("entities", [(name, entity) for name, entity in sorted(kept.items()) if name != entity])


def outlet_names(connection: duckdb.DuckDBPyConnection) -> pa.Table:
    """Return the outlets that go by another name."""
    rows = connection.execute("select distinct outlet from ordered where outlet <> '' order by 1").fetchall()
    pairs = ((outlet, canonical(outlet)) for (outlet,) in rows)
    return _table("outlet_names", [pair for pair in pairs if pair[1] and pair[0] != pair[1]])


def copies(connection: duckdb.DuckDBPyConnection) -> Iterator[pa.RecordBatch]:
    """Yield the articles whose text comes from another one, with the earliest, and what it counts as."""
    number = connection.execute("select count(*) from ordered").fetchall()[0][0]
    found = Copies(number, SKETCH)
    for batch in connection.sql("select text_hash, sketch from ordered").to_arrow_reader(_ROWS):
        counts: Numbers = pc.list_value_length(batch["sketch"]).to_numpy(zero_copy_only=False)
        found.add(batch["text_hash"].to_numpy(), _hashes(batch["sketch"], counts), counts.astype(np.int64))
    first = found.first()
    again = np.flatnonzero(first != np.arange(number))
    connection.register("again", pa.table({"row": again, "first": first[again]}))
    yield from connection.sql(_COPIES).to_arrow_reader(_ROWS)
    connection.unregister("again")


def _hashes(sketches: pa.ListArray, counts: Numbers) -> Numbers:
    """Return the hashes of all sketches: they are stored as steps from one to the next."""
    sums = np.concatenate([[0], np.cumsum(sketches.flatten().to_numpy().astype(np.int64))])
    begins = np.cumsum(counts) - counts
    hashes: Numbers = sums[1:] - np.repeat(sums[begins], counts)
    return hashes


def save(tables: Mapping[str, Iterable[pa.RecordBatch]], folder: Path, key: str) -> None:
    """Write the derived tables of `key`, given as batches, and delete those of other shards."""
    for name, path in derived_tables(folder, key).items():
        with (
            replacing(path) as temporary,
            pq.ParquetWriter(temporary, SCHEMAS[name], compression="zstd") as file,
        ):
            for batch in tables[name]:
                file.write_batch(batch.cast(SCHEMAS[name]))
    for other in (folder / DERIVED).iterdir():
        if other.name != key:
            shutil.rmtree(other, ignore_errors=True)


def _table(name: str, rows: list[tuple[str, str | None]]) -> pa.Table:
    columns = list(zip(*rows, strict=True)) if rows else [(), ()]
    return pa.Table.from_arrays([pa.array(column, _STRING) for column in columns], schema=SCHEMAS[name])
