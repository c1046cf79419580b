"""Claims for which a condition holds, picked out of the files of the shards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb


@contextmanager
def picked(
    connection: duckdb.DuckDBPyConnection, folder: Path, where: str, parameters: Mapping[str, Any]
) -> Iterator[str]:
    """Give the name of a view of the claims of the files in `folder` for which `where` holds.

    What the condition looks at is read first, and the rest of those claims and of no others: in a large
    corpus few files have any that belong to a question.
    """
    at = "using (filename, file_row_number)"
    hits = f"select filename, file_row_number from read_claims where {where}"
    try:
        connection.execute(f"create or replace temp table hits as {hits}", parameters)
        files = connection.execute("select distinct filename from hits order by 1").fetchall()
        source = parquet([folder / name for (name,) in files]) if files else "shards"
        connection.execute(f"create or replace temp table rows as from {source} semi join hits {at}")
        connection.execute(
            "create or replace temp view picked as from not_corrected('rows') "
            f"union all by name from corrected semi join hits {at}"
        )
        yield "picked"
    finally:
        connection.execute("drop view if exists picked; drop table if exists hits; drop table if exists rows")


def parquet(paths: list[Path]) -> str:
    """Return in SQL the rows of some files, each with its place: the file's name and the row's number."""
    listed = ", ".join(f"'{quoted(path)}'" for path in paths)
    rows = f"read_parquet([{listed}], filename = true, file_row_number = true)"
    return f"(select * replace (parse_filename(filename) as filename) from {rows})"


def quoted(path: Path) -> str:
    """Return a path as it stands between quotes in SQL."""
    return str(path).replace("'", "''")
