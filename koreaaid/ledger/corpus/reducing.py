"""What follows from all shards of a corpus together: copies, names, doubled ids.

It is worked out once for each set of shards and kept beside them; the tables are small.
"""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from koreaaid.files import replacing
from koreaaid.language.names import canonical
from koreaaid.ledger.copies import Numbers, first_copies
from koreaaid.ledger.corpus.columns import SKETCH
from koreaaid.ledger.names import Decisions, kept_names

DERIVED = "derived"
_HASH_BYTES = 4
_STRING = pa.string()
SCHEMAS = {
    "entities": pa.schema([("name", _STRING), ("entity", _STRING)]),
    "outlet_names": pa.schema([("outlet", _STRING), ("canonical", _STRING)]),
    "copies": pa.schema([("article", _STRING), ("origin", _STRING), ("source", _STRING)]),
    "doubles": pa.schema([("file", _STRING), ("article", _STRING)]),
}
_NAMES = """
    select name, sum(mentions)::bigint as mentions from (
        select surface as name, mentions from shards where kind = 'name'
        union all
        select unnest([attributed_to, actor, counterparty]), 0 from (
            select distinct attributed_to, actor, counterparty from shards where kind = 'claim'
        )
    ) where name is not null group by name
"""
_DOUBLES = """
    select parse_filename(filename) as file, article from shards where kind = 'article' and article in (
        select article from shards where kind = 'article' group by article having count(*) > 1
    ) order by article, list_position($files, parse_filename(filename))
"""
_ARTICLES = """
    select article, outlet, text_hash, sketch from read_articles order by published nulls last, article
"""


def derived_tables(folder: Path, key: str) -> dict[str, Path]:
    """Return the files of the derived tables for the shards of `key`, by name."""
    return {name: folder / DERIVED / key / f"{name}.parquet" for name in SCHEMAS}


def articles(connection: duckdb.DuckDBPyConnection) -> pa.Table:
    """Return what copies are found by of each article, the earliest first."""
    return connection.sql(_ARTICLES).to_arrow_table().combine_chunks()


def doubled_articles(connection: duckdb.DuckDBPyConnection, articles: pa.Table, files: list[str]) -> pa.Table:
    """Return the articles whose id an article of an earlier shard has already."""
    if pc.count_distinct(articles["article"]).as_py() == len(articles):
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


def outlet_names(articles: pa.Table) -> pa.Table:
    """Return the outlets that go by another name."""
    found = sorted(outlet for outlet in pc.unique(articles["outlet"]).to_pylist() if outlet)
    pairs = ((outlet, canonical(outlet)) for outlet in found)
    return _table("outlet_names", [pair for pair in pairs if pair[1] and pair[0] != pair[1]])


def copies(table: pa.Table) -> pa.Table:
    """Return the articles whose text comes from another one, with the earliest, and what it counts as."""
    if not len(table):
        return SCHEMAS["copies"].empty_table()
    sketches = table["sketch"].combine_chunks()
    lengths: Numbers = pc.binary_length(sketches).to_numpy().astype(np.int64)
    hashes = np.frombuffer(b"".join(sketches.to_pylist()), dtype=">u4").astype(np.int64)
    texts = table["text_hash"].to_numpy()
    first = first_copies(texts, hashes, lengths // _HASH_BYTES, SKETCH)
    again = np.flatnonzero(first != np.arange(len(table)))
    names, outlets = table["article"], table["outlet"]
    origins = names.take(pa.array(first[again]))
    named = outlets.take(pa.array(first[again])).to_pylist()
    known = {outlet: canonical(outlet) or outlet for outlet in set(named) if outlet}
    sources = [known.get(outlet) or origin for outlet, origin in zip(named, origins.to_pylist(), strict=True)]
    columns = [names.take(pa.array(again)), origins, pa.array(sources, _STRING)]
    return pa.Table.from_arrays(columns, schema=SCHEMAS["copies"]).sort_by("article")


def save(tables: dict[str, pa.Table], folder: Path, key: str) -> None:
    """Write the derived tables of `key`, and delete those of other shards."""
    for name, path in derived_tables(folder, key).items():
        with replacing(path) as temporary:
            pq.write_table(tables[name], temporary, compression="zstd")
    for other in (folder / DERIVED).iterdir():
        if other.name != key:
            shutil.rmtree(other, ignore_errors=True)


def _table(name: str, rows: list[tuple[str, str | None]]) -> pa.Table:
    columns = list(zip(*rows, strict=True)) if rows else [(), ()]
    return pa.Table.from_arrays([pa.array(column, _STRING) for column in columns], schema=SCHEMAS[name])
