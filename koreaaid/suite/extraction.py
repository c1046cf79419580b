"""The ledger without notebooks: a table in a file, an article in the terminal."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pandas as pd

from koreaaid.errors import KoreaaidError
from koreaaid.extract import extract
from koreaaid.files import write_bytes, write_text
from koreaaid.ledger.build import build_ledger
from koreaaid.ledger.files import csv_text, parquet_bytes
from koreaaid.ledger.workbook import workbook_bytes
from koreaaid.suite.inputs import articles_at, split_problems
from koreaaid.views.terminal import show_article

_ENDINGS = (".csv", ".parquet", ".jsonl", ".xlsx")
_SHOWN = 20


def write_table(articles: Path, out: str, table: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Write a table of the ledger of `articles` to `out`, its format by the ending; `-` is CSV on stdout.

    A workbook (.xlsx) has all tables. Returns what could not be read, and what was but
    should be looked at.
    """
    ending = Path(out).suffix.casefold() if out != "-" else "-"
    if ending not in ("-", *_ENDINGS):
        raise KoreaaidError(
            f"{out}: not a kind of file that can be written; use .csv, .parquet, .jsonl or .xlsx, "
            "or name an --engine for the ledger of a corpus in a folder"
        )
    ledger = build_ledger(articles_at(articles))
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
                write_bytes(Path(out), workbook_bytes(ledger))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise KoreaaidError(f"{out}: cannot be written ({error.strerror}); name another file") from error
    return split_problems(ledger)


def write_corpus(
    corpus: str, out: str, engine: str | None, scheduler: str | None, corrections: Path | None
) -> tuple[str, ...]:
    """Read a corpus of any size into the folder `out`; return what should be looked at."""
    from koreaaid.ledger.corpus.building import build_corpus
    from koreaaid.ledger.corpus.engines import ENGINES

    engine = engine or ("dask" if scheduler else "local")
    chosen = next((name for name in ENGINES if name == engine), None)
    if chosen is None:
        raise KoreaaidError(f"--engine {engine}: there is no such engine; there are {', '.join(ENGINES)}")
    if out == "-" or Path(out).suffix in _ENDINGS:
        raise KoreaaidError(f"--out {out}: the ledger of a corpus is a folder; name one")
    try:
        ledger = build_corpus(corpus, out, engine=chosen, scheduler=scheduler, corrections=corrections)
    except KeyboardInterrupt:
        print(
            "\nkoreaaid: stopped; what was read stays, and the same command goes on from there",
            file=sys.stderr,
            flush=True,
        )
        os._exit(130)  # the thread that reads a shard would hold the process
    counts = ledger.counts
    print(f"{counts['articles']:,} articles, {counts['claims']:,} claims in {out}")
    problems = ledger.page("problems", size=_SHOWN)
    told = [f"{row.source}: {row.message}" for row in problems.itertuples()]
    more = counts["problems"] - len(told)
    return (*told, *([f"and {more:,} more problems: ask for the table problems"] if more else []))


def _json_lines(table: pd.DataFrame) -> str:
    days = {str(name): table[name].dt.strftime("%Y-%m-%d") for name in table.select_dtypes("datetime")}
    lines: str = table.assign(**days).to_json(orient="records", lines=True, force_ascii=False) or ""
    return lines


def show(path: Path) -> None:
    """Print one article with its figures and dates marked."""
    articles = articles_at(path)
    if len(articles) > 1:
        raise KoreaaidError(f"{path}: {len(articles):,} articles; name one of them")
    show_article(articles[0], extract(articles[0]))
