"""Ledgers on disk: Parquet for programs, CSV for people, the same bytes for the same ledger."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from koreaaid.errors import KoreaaidError
from koreaaid.files import write_bytes, write_text
from koreaaid.ledger.schema import check, tables
from koreaaid.ledger.tables import Ledger

SERIES_FILE = "series.toml"

_ARROW = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}
# What a spreadsheet would run as a formula, or read as the end of a cell.
_FORMULA = r"^(?=[=+\-@\t\r])"


def save(ledger: Ledger, folder: Path) -> None:
    """Write the tables of `ledger` to `folder`, checked against their schemas first."""
    contents = {name: check(name, table) for name, table in ledger.tables.items()}
    for name, table in contents.items():
        write_bytes(folder / f"{name}.parquet", parquet_bytes(name, table))
        write_text(folder / f"{name}.csv", csv_text(name, table))
    if ledger.extra_series:
        write_text(folder / SERIES_FILE, ledger.extra_series)


def load(folder: Path) -> Ledger:
    """Read the tables of a saved ledger and check them against their schemas."""
    contents = {name: check(name, _read_parquet(name, folder / f"{name}.parquet")) for name in tables()}
    series = folder / SERIES_FILE
    return Ledger(**contents, extra_series=series.read_text(encoding="utf-8") if series.is_file() else "")


def parquet_bytes(name: str, table: pd.DataFrame) -> bytes:
    """Return `table` as Parquet; days are days there, not times."""
    columns = tables()[name].columns
    schema = pa.schema([pa.field(c.name, _ARROW[c.type], nullable=not c.required) for c in columns])
    content = pa.Table.from_pandas(table, schema=schema, preserve_index=False)
    sink = BytesIO()
    # pandas' own metadata would name its version: the same ledger is the same bytes, whoever wrote it.
    pq.write_table(content.replace_schema_metadata(None), sink, compression="zstd")
    return sink.getvalue()


def csv_text(name: str, table: pd.DataFrame) -> str:
    """Return `table` as CSV, with formulas neutralised."""
    return neutralised(name, table).to_csv(
        index=False, lineterminator="\n", float_format="%.15g", date_format="%Y-%m-%d"
    )


def neutralised(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """Return `table` with an apostrophe before each cell that a spreadsheet would run as a formula."""
    strings = [c.name for c in tables()[name].columns if c.type == "string"]
    return table.assign(**{c: table[c].str.replace(_FORMULA, "'", regex=True) for c in strings})


def _read_parquet(name: str, path: Path) -> pd.DataFrame:
    if not path.is_file():
        raise KoreaaidError(
            f"{path}: no such file; a saved ledger has one Parquet file per table, written by 'save'"
        )
    try:
        content = pq.read_table(path).to_pandas(date_as_object=False)
    except pa.ArrowInvalid as error:
        raise KoreaaidError(f"{path}: not a Parquet file ({error}); build the ledger again") from error
    dtypes = {c.name: c.dtype for c in tables()[name].columns if c.name in content}
    table: pd.DataFrame = content.astype(dtypes)
    return table
