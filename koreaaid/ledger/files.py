"""Ledgers on disk: Parquet for programs, CSV for people, the same bytes for the same ledger."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from koreaaid.errors import KoreaaidError
from koreaaid.files import write_bytes
from koreaaid.ledger.formulas import FORMULA
from koreaaid.ledger.names import NAMES_FILE
from koreaaid.ledger.package import PACKAGE_FILE, file_hash, package, recorded_hashes
from koreaaid.ledger.schema import check, tables
from koreaaid.ledger.series import SERIES_FILE
from koreaaid.ledger.tables import Ledger

WORKBOOK_FILE = "ledger.xlsx"
LARGEST_WORKBOOK = 20_000

_ARROW = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}


def save(ledger: Ledger, folder: Path) -> None:
    """Write `ledger` to `folder` as a data package, its tables checked against their schemas first.

    The workbook is written while no table has more rows than people read in one: `LARGEST_WORKBOOK`.
    """
    contents: dict[str, bytes] = {}
    for name, table in ledger.tables.items():
        checked = check(name, table)
        contents[f"{name}.parquet"] = parquet_bytes(name, checked)
        contents[f"{name}.csv"] = csv_text(name, checked).encode()
    contents[PACKAGE_FILE] = package(contents).encode()
    if max(map(len, ledger.tables.values())) <= LARGEST_WORKBOOK:
        from koreaaid.ledger.workbook import workbook_bytes

        contents[WORKBOOK_FILE] = workbook_bytes(ledger)
    for name, text in ((SERIES_FILE, ledger.extra_series), (NAMES_FILE, ledger.extra_names)):
        if text:
            contents[name] = text.encode()
    for stale in {WORKBOOK_FILE, SERIES_FILE, NAMES_FILE} - set(contents):
        (folder / stale).unlink(missing_ok=True)
    for name, content in contents.items():
        write_bytes(folder / name, content)


def load(folder: Path) -> Ledger:
    """Read a saved ledger; a file that is not as `save` checked and wrote it is checked again."""
    recorded = recorded_hashes(_text(folder / PACKAGE_FILE))
    contents = {name: _read_table(name, folder / f"{name}.parquet", recorded) for name in tables()}
    series, names = _text(folder / SERIES_FILE), _text(folder / NAMES_FILE)
    return Ledger(**contents, extra_series=series, extra_names=names)


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
    booleans = [c.name for c in tables()[name].columns if c.type == "boolean"]
    readable = neutralised(name, table).assign(
        **{c: table[c].map({True: "true", False: "false"}) for c in booleans}
    )
    return readable.to_csv(index=False, lineterminator="\n", float_format="%.15g", date_format="%Y-%m-%d")


def neutralised(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """Return `table` with an apostrophe before each cell that a spreadsheet would run as a formula."""
    strings = [c.name for c in tables()[name].columns if c.type == "string"]
    return table.assign(**{c: table[c].str.replace(FORMULA, "'", regex=True) for c in strings})


def _read_table(name: str, path: Path, recorded: Mapping[str, str]) -> pd.DataFrame:
    if not path.is_file():
        raise KoreaaidError(f"{path}: no such file; a saved ledger has one Parquet file per table")
    content = path.read_bytes()
    try:
        table = pq.read_table(BytesIO(content)).to_pandas(date_as_object=False)
    except pa.ArrowInvalid as error:
        raise KoreaaidError(f"{path}: not a Parquet file ({error}); build the ledger again") from error
    dtypes = {c.name: c.dtype for c in tables()[name].columns if c.name in table}
    with suppress(TypeError, ValueError):  # the check says which column it is
        table = table.astype(dtypes)
    # One that an earlier version wrote is whole, and lacks the columns that have come since.
    as_saved = recorded.get(path.name) == file_hash(content) and list(table) == tables()[name].names
    return table if as_saved else check(name, table)


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.is_file() else ""
