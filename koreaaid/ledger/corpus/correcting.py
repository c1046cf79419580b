"""Corrections of single claims of a corpus: few rows, worked out once and kept beside the shards.

A corrected claim is a whole row, which stands in `views.sql` in the place of the one that was read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from koreaaid.ledger import corrections
from koreaaid.ledger.corpus.belonging import series_of
from koreaaid.ledger.corpus.columns import SCHEMA
from koreaaid.ledger.corpus.picking import picked
from koreaaid.ledger.money import CONVERSIONS
from koreaaid.ledger.rows import CLAIM_COLUMNS, PROBLEM_COLUMNS
from koreaaid.ledger.schema import frame, tables

_STRING = pa.string()
# What shards say in another way, or not at all.
_OTHERWISE = {"end": pa.int32(), "sentence_end": pa.int64()} | dict.fromkeys(
    ("prefix", "suffix", "part_of", "converts", "repeats", "review", "corrected", "filename"), _STRING
)
_ROW = (*CLAIM_COLUMNS[1:], "measure", "title", "nth", "series", "review", "corrected", "filename")
_TYPES = {"string": _STRING, "date": pa.date32()}
SCHEMAS = {
    "corrected": pa.schema(
        [
            *((name, _OTHERWISE.get(name) or SCHEMA.field(name).type) for name in _ROW),
            ("file_row_number", pa.int64()),
        ]
    ),
    "corrections": pa.schema([(c.name, _TYPES[c.type]) for c in tables()["corrections"].columns]),
    "unapplied": pa.schema([(name, _STRING) for name in PROBLEM_COLUMNS]),
}


def named(given: Iterable[corrections.Correction]) -> set[str]:
    """Return the ids of the claims that corrections name."""
    return {name for c in given for name in (c.claim_id, c.value if c.action == "merge" else None) if name}


def sought(earlier: Mapping[str, Path]) -> set[str]:
    """Return the ids of the claims that the corrections of earlier derived tables name."""
    if not earlier:
        return set()
    lines = pq.read_table(earlier["corrections"], columns=["claim_id", "action", "value"]).to_pylist()
    return named(corrections.Correction("", **line) for line in lines)


def corrected_tables(
    connection: duckdb.DuckDBPyConnection, folder: Path, given: Sequence[corrections.Correction]
) -> tuple[dict[str, pa.Table], pa.Table]:
    """Return the tables of `SCHEMAS`, and the claims in `corrected` as they were read."""
    read = _read(connection, folder)
    claims, judged = corrections.apply(read, given)
    problems = [(problem.source, problem.message) for problem in corrections.problems_of(judged)]
    reviewed = claims["review"].notna()
    tables = {
        "corrected": _with_series(claims[reviewed]),
        "corrections": _table("corrections", corrections.table_of(judged)),
        "unapplied": _table("unapplied", frame("problems", problems)),
    }
    return tables, _table("corrected", read[reviewed])


def _read(connection: duckdb.DuckDBPyConnection, folder: Path) -> pd.DataFrame:
    """Return the claims that corrections name as they were read; of two with one id the first article's."""
    with picked(connection, folder, "named_claims") as claims:
        found = connection.sql(
            f"select claim_id, c.* from {claims} c join named_claims using (filename, file_row_number) "
            "order by article, start"
        ).to_arrow_table()
    rows: pd.DataFrame = found.to_pandas(date_as_object=False).drop_duplicates("claim_id", ignore_index=True)
    return rows.assign(**dict.fromkeys(CONVERSIONS), conversion_flag=False)


def _with_series(claims: pd.DataFrame) -> pa.Table:
    table = _table("corrected", claims)
    return table.set_column(table.schema.get_field_index("series"), SCHEMA.field("series"), series_of(table))


def _table(name: str, content: pd.DataFrame) -> pa.Table:
    return pa.Table.from_pandas(content, schema=SCHEMAS[name], preserve_index=False)
