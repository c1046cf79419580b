"""What is taken out of each shard by itself, and kept: only a new shard is looked at again.

It is the names that shards have, their claims that belong to a shipped series (of a million stories some
thousand: they answer a series without a shard being opened), and where the claims are that corrections name.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from koreaaid.ledger.corpus.columns import SCHEMA
from koreaaid.ledger.corpus.views import quoted, some_at_a_time

_STRING = pa.string()
_PLACE = (("filename", _STRING), ("file_row_number", pa.int64()))
SCHEMAS = {
    "made_of": pa.schema([("filename", _STRING)]),
    # How often a name is mentioned, and how many cells of claims hold it.
    "name_counts": pa.schema([("name", _STRING), ("mentions", pa.int64()), ("cells", pa.int64())]),
    "in_series": pa.schema([*SCHEMA, *_PLACE]),
    "named_claims": pa.schema([*_PLACE, ("claim_id", _STRING)]),
}
_COUNTED = """
    insert into counted select name, $sign * sum(mentions), $sign * sum(cells) from (
        select surface as name, mentions, 0 as cells from shards where kind = 'name'
        union all
        select unnest([attributed_to, actor, counterparty]), 0, claims from (
            select attributed_to, actor, counterparty, count(*) as claims
            from shards where kind = 'claim' group by all
        )
    ) where name is not null group by name
"""
_IN_SERIES = f"""
    insert into in_series select {", ".join(SCHEMAS["in_series"].names)}
    from shards where kind = 'claim' and series > 0
"""
_NAMED = """
    insert into named_claims
    select filename, file_row_number, claim_id(article, sentence, surface, nth) as claim_id
    from as_read('shards') where claim_id in (select unnest($ids))
"""
# Each gives the rows of a table of `SCHEMAS`, in an order that depends on nothing else.
_BY_PLACE = (
    "select kept.* from {name} kept join inputs on file = filename order by inputs.rowid, file_row_number"
)
ROWS = {
    "made_of": "select file as filename from inputs order by rowid",
    "name_counts": (
        "select name, sum(mentions)::bigint as mentions, sum(cells)::bigint as cells from counted "
        "group by name having sum(mentions) + sum(cells) > 0 order by name"
    ),
    "in_series": _BY_PLACE.format(name="in_series"),
    "named_claims": _BY_PLACE.format(name="named_claims"),
}


def keep(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    earlier: Mapping[str, Path],
    ids: set[str],
    sought: set[str],
) -> None:
    """Make what `ROWS` asks, out of what `earlier` tables have and of the shards that have come and gone.

    Parameters
    ----------
    connection : DuckDBPyConnection
        A connection with the tables `inputs` and `shards`.
    folder : Path
        Where the files of the shards lie.
    earlier : dict
        Files of earlier tables by name; {} if all is to be worked out anew.
    ids, sought : set of str
        The claims to look for, and those that were looked for in the earlier shards.
    """
    files = [file for (file,) in connection.execute("select file from inputs order by rowid").fetchall()]
    before = pq.read_table(earlier["made_of"])["filename"].to_pylist() if earlier else []
    gone = sorted(set(before) - set(files))
    if not all((folder / file).is_file() for file in gone):
        earlier, before, gone = {}, [], []
    _begin(connection, earlier, ids)
    known = set(before)
    for _ in some_at_a_time(connection, folder, [file for file in files if file not in known]):
        connection.execute(_COUNTED, {"sign": 1})
        connection.execute(_IN_SERIES)
        _find(connection, ids)
    for _ in some_at_a_time(connection, folder, gone):
        connection.execute(_COUNTED, {"sign": -1})
    if unknown := ids - sought:
        for _ in some_at_a_time(connection, folder, [file for file in files if file in known]):
            _find(connection, unknown)


def _begin(connection: duckdb.DuckDBPyConnection, earlier: Mapping[str, Path], ids: set[str]) -> None:
    """Make the tables with what there is of shards that are still there."""
    tables = {"counted": ("name_counts", "true")}
    tables["in_series"] = ("in_series", "filename in (select file from inputs)")
    tables["named_claims"] = ("named_claims", f"{tables['in_series'][1]} and list_contains($ids, claim_id)")
    for table, (name, where) in tables.items():
        connection.register("nothing", SCHEMAS[name].empty_table())
        rows = f"read_parquet('{quoted(earlier[name])}')" if earlier else "nothing"
        given = {"ids": sorted(ids)} if "$ids" in where else {}
        connection.execute(f"create temp table {table} as from {rows} where {where}", given)
        connection.unregister("nothing")


def _find(connection: duckdb.DuckDBPyConnection, ids: set[str]) -> None:
    if ids:
        connection.execute(_NAMED, {"ids": sorted(ids)})
