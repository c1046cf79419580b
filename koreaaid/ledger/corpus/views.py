"""The files of shards as tables of DuckDB: `views.sql` says what the tables of the ledger are in them."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path

import duckdb

_VIEWS = "views.sql"
# Shards.
_AT_A_TIME = 50
_ONCE = " where not exists (from doubles d where d.article = files.article and d.file = files.filename)"


def connect(memory: str) -> duckdb.DuckDBPyConnection:
    """Return a connection that takes so much memory ("64MB") and puts the rest among the temporary files."""
    connection = duckdb.connect(config={"memory_limit": memory, "temp_directory": tempfile.gettempdir()})
    connection.execute("set enable_progress_bar = false")
    return connection


def make_views(connection: duckdb.DuckDBPyConnection, doubled: bool) -> None:
    """Make the tables of the ledger, without the articles in `doubles` if there are any."""
    connection.execute(f"create or replace view shards as from files{_ONCE if doubled else ''}")
    connection.execute((files(__package__) / _VIEWS).read_text(encoding="utf-8"))


def look_at(connection: duckdb.DuckDBPyConnection, folder: Path, names: Sequence[str]) -> None:
    """Have the tables of the ledger be those of some shards in `folder`."""
    connection.execute(f"create or replace view files as from {rows_of(folder, names)}")


def some_at_a_time(
    connection: duckdb.DuckDBPyConnection, folder: Path, names: Sequence[str]
) -> Iterator[Sequence[str]]:
    """Look at some shards after others: what DuckDB holds in memory grows with their number."""
    for start in range(0, len(names), _AT_A_TIME):
        look_at(connection, folder, names[start : start + _AT_A_TIME])
        yield names[start : start + _AT_A_TIME]


def rows_of(folder: Path, names: Sequence[str]) -> str:
    """Return in SQL the rows of some shards, each with its place: the file's name and the row's number."""
    if not names:
        return "no_rows"
    listed = ", ".join(f"'{quoted(folder / name)}'" for name in names)
    rows = f"read_parquet([{listed}], filename = true, file_row_number = true)"
    return f"(select * replace (parse_filename(filename) as filename) from {rows})"


def quoted(path: Path) -> str:
    """Return a path as it stands between quotes in SQL."""
    return str(path).replace("'", "''")
