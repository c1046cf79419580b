"""The ledger as one Excel workbook: a sheet per table, and nothing in it that Excel would run."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

import pandas as pd
import xlsxwriter

from koreaaid.errors import KoreaaidError
from koreaaid.ledger.schema import Column, tables
from koreaaid.ledger.tables import Ledger

# A clock in the file would make two runs differ.
_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
# Excel's limits: a longer cell or sheet makes it repair the file, which drops content in silence.
_LONGEST_CELL = 32_767
MOST_ROWS = 1_048_575
_WIDEST = 60


def workbook_bytes(ledger: Ledger) -> bytes:
    """Return `ledger` as an .xlsx file; strings are written as strings, never as formulas or links."""
    for name, table in ledger.tables.items():
        if len(table) > MOST_ROWS:
            raise KoreaaidError(
                f"{name}: {len(table):,} rows do not fit on an Excel sheet ({MOST_ROWS:,} do); "
                "write .csv or .parquet"
            )
    sink = BytesIO()
    options = {
        "in_memory": True,
        "constant_memory": False,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "nan_inf_to_errors": False,
    }
    with xlsxwriter.Workbook(sink, options) as book:
        book.set_properties({"title": "koreaaid ledger", "created": _CREATED})
        heading = book.add_format({"bold": True})
        day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
        for name, table in ledger.tables.items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            for at, column in enumerate(tables()[name].columns):
                cells = _cells(table[column.name], column)
                sheet.set_column(at, at, _width(column, cells), day if column.type == "date" else None)
                sheet.write_string(0, at, column.name, heading)
                sheet.write_comment(0, at, column.about)
                sheet.write_column(1, at, cells)
            sheet.autofilter(0, 0, max(1, len(table)), len(tables()[name].columns) - 1)
    return sink.getvalue()


def _cells(cells: pd.Series, column: Column) -> list[object]:
    if column.type == "string":
        cells = cells.str.slice(0, _LONGEST_CELL)
    if column.type == "date":
        return [None if pd.isna(day) else day.to_pydatetime() for day in cells]
    return [None if missing else cell for cell, missing in zip(cells.tolist(), cells.isna(), strict=True)]


def _width(column: Column, cells: list[object]) -> int:
    longest = max((len(str(cell)) for cell in cells[:200] if cell is not None), default=0)
    return min(_WIDEST, max(len(column.name) + 3, 11 if column.type == "date" else longest))
