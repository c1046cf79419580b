"""Whole claims out of the files of the shards, by their places."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from koreaaid.ledger.corpus.views import rows_of


@contextmanager
def picked(connection: duckdb.DuckDBPyConnection, folder: Path, places: str) -> Iterator[str]:
    """Give the name of a view of the claims that stand in the places of a table, files of shards in `folder`.

    Only these files are opened: in a large corpus few have any that belong to a question.
    """
    at = "using (filename, file_row_number)"
    try:
        files = connection.execute(f"select distinct filename from {places} order by 1").fetchall()
        source = rows_of(folder, [name for (name,) in files])
        connection.execute(f"create or replace temp table rows as from {source} semi join {places} {at}")
        connection.execute(
            "create or replace temp view picked as from not_corrected('rows') "
            f"union all by name from corrected semi join {places} {at}"
        )
        yield "picked"
    finally:
        connection.execute("drop view if exists picked; drop table if exists rows")
