"""The ledger without notebooks: a table in a file, an article in the terminal."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import pandas as pd

from koreaaid.articles.reading import read_articles
from koreaaid.errors import KoreaaidError
from koreaaid.files import replacing, write_bytes, write_text
from koreaaid.ledger.build import build_ledger
from koreaaid.ledger.files import csv_text, neutralised, parquet_bytes
from koreaaid.ledger.tables import Ledger

_NO_TIME = datetime(2000, 1, 1)  # a workbook is stamped with the clock otherwise


def write_table(articles: Path, out: str, table: str) -> tuple[str, ...]:
    """Write a table of the ledger of `articles` to `out`, its format by the ending; `-` is CSV on stdout.

    A workbook (.xlsx) has all tables, the one that is asked for first. Returns what could not be read.
    """
    ending = Path(out).suffix.casefold() if out != "-" else "-"
    if ending not in ("-", ".csv", ".parquet", ".jsonl", ".xlsx"):
        raise KoreaaidError(
            f"{out}: not a kind of file that can be written; use .csv, .parquet, .jsonl or .xlsx"
        )
    if not articles.exists():
        raise KoreaaidError(f"{articles}: no such file or folder; name a folder of articles or one article")
    ledger = build_ledger(read_articles(articles))
    if table not in ledger.tables:
        raise KoreaaidError(f"{table}: no such table; there are: {', '.join(ledger.tables)}")
    content = ledger.tables[table]
    try:
        match ending:
            case "-":
                sys.stdout.write(csv_text(table, content))
                sys.stdout.flush()
            case ".csv":
                write_text(Path(out), csv_text(table, content))
            case ".parquet":
                write_bytes(Path(out), parquet_bytes(table, content))
            case ".jsonl":
                write_text(Path(out), _json_lines(content))
            case _:
                _write_workbook(Path(out), ledger, table)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise KoreaaidError(f"{out}: cannot be written ({error.strerror}); name another file") from error
    return tuple(f"{row.source}: {row.message}" for row in ledger.problems.itertuples())


def _json_lines(table: pd.DataFrame) -> str:
    days = {str(name): table[name].dt.strftime("%Y-%m-%d") for name in table.select_dtypes("datetime")}
    lines: str = table.assign(**days).to_json(orient="records", lines=True, force_ascii=False) or ""
    return lines


def _write_workbook(path: Path, ledger: Ledger, first: str) -> None:
    # Strings stay strings: a stranger's text must not become a formula or a link.
    options = {"options": {"strings_to_formulas": False, "strings_to_urls": False}}
    with (
        replacing(path) as temporary,
        temporary.open("wb") as file,
        pd.ExcelWriter(file, engine="xlsxwriter", engine_kwargs=options) as writer,
    ):
        writer.book.set_properties({"created": _NO_TIME})
        for name, table in {first: ledger.tables[first], **ledger.tables}.items():
            neutralised(name, table).to_excel(writer, sheet_name=name, index=False, freeze_panes=(1, 0))
