"""The command line: thin, and quick to answer. Everything heavy is imported by the command that needs it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from koreaaid.errors import KoreaaidError, told

if TYPE_CHECKING:
    from koreaaid.suite.settings import Outcome

app = typer.Typer(
    name="koreaaid",
    help="A folder of news articles becomes a sourced ledger of figures and dates, and reports.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

ArticlesArgument = Annotated[Path, typer.Argument(help="A folder of articles, or one article.")]


def main() -> None:
    """Run the command line: errors that the user can mend are one line and exit status 1."""
    try:
        app()
    except (KoreaaidError, OSError) as error:
        _say([f"koreaaid: {told(error)}"], sys.stderr)
        sys.exit(1)


def _show_version(wanted: bool) -> None:
    if wanted:
        from koreaaid import __version__

        print(f"koreaaid {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


@app.command()
def report(
    articles: Annotated[
        Path | None, typer.Argument(help="A folder of articles, or one; seeds/ if none is named.")
    ] = None,
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for the reports.")] = Path("reports"),
    only: Annotated[
        list[str] | None, typer.Option("--only", help="Run this notebook only; may be given again.")
    ] = None,
    series: Annotated[
        list[str] | None,
        typer.Option("--series", help="A page for this series only; may be given again."),
    ] = None,
    parameter: Annotated[
        list[str] | None,
        typer.Option("--parameter", "-p", help="NAME=VALUE for the notebooks; may be given again."),
    ] = None,
    notebooks: Annotated[
        Path | None, typer.Option("--notebooks", help="Folder of notebooks; notebooks/ if none is named.")
    ] = None,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="Notebooks to run at a time.")] = 2,
    force: Annotated[bool, typer.Option("--force", help="Run again what has not changed.")] = False,
) -> None:
    """Run the notebooks on a folder of articles and render their pages."""
    from koreaaid.suite.console import console_progress
    from koreaaid.suite.report import make_report
    from koreaaid.suite.settings import Settings, project_folder

    settings = Settings(
        articles=articles or project_folder("seeds"),
        out=out,
        notebooks=notebooks or project_folder("notebooks"),
        only=tuple(only or ()),
        series=tuple(series or ()),
        parameters=_assignments(parameter or []),
        jobs=jobs,
        force=force,
    )
    try:
        with console_progress() as progress:
            outcome = make_report(settings, progress)
    except KeyboardInterrupt:
        print("koreaaid: stopped; earlier reports stand as they were", file=sys.stderr, flush=True)
        os._exit(130)  # threads that wait for a long notebook would hold the process
    _tell(outcome)


@app.command()
def extract(
    articles: Annotated[
        str, typer.Argument(help="A folder of articles, or one; with --engine a corpus: docs/scale.md.")
    ],
    out: Annotated[
        str,
        typer.Option("--out", "-o", help="A .csv, .parquet, .jsonl or .xlsx file, - for CSV, or a folder."),
    ] = "-",
    table: Annotated[
        str, typer.Option("--table", help="claims, dates, excluded, articles or problems.")
    ] = "claims",
    engine: Annotated[
        str | None, typer.Option("--engine", help="Where a corpus is read: local, processes or dask.")
    ] = None,
    scheduler: Annotated[
        str | None, typer.Option("--scheduler", help="Address of a Dask scheduler that runs already.")
    ] = None,
    corrections: Annotated[
        Path | None, typer.Option("--corrections", help="Of a corpus: a corrections.csv outside of it.")
    ] = None,
) -> None:
    """Write the figures of articles, or another table, to a file; read a corpus into a folder."""
    from koreaaid.suite.extraction import write_corpus, write_table

    if engine is None and scheduler is None and corrections is None:
        _complain(*write_table(Path(articles), out, table))
    else:
        _complain((), write_corpus(articles, out, engine, scheduler, corrections))


@app.command()
def add(
    sources: Annotated[
        list[str],
        typer.Argument(
            help="Files (.txt .html .md .pdf .json .jsonl .csv, feeds), folders, patterns, addresses, or -."
        ),
    ],
    into: Annotated[
        Path | None, typer.Option("--into", help="Folder of articles; seeds/ if none is named.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would be added.")] = False,
    fetch: Annotated[bool, typer.Option("--fetch", help="Fetch addresses from the web.")] = False,
    column: Annotated[
        list[str] | None,
        typer.Option("--column", help="FIELD=NAME for records: text, title, outlet, url or published."),
    ] = None,
) -> None:
    """Add articles to a folder, each once, with what is known of them."""
    from koreaaid.suite.intake import intake
    from koreaaid.suite.settings import project_folder

    columns = _pairs(column or [], "--column")
    target = into or project_folder("seeds")
    lines, problems, doubts = intake(sources, target, may_fetch=fetch, dry_run=dry_run, columns=columns)
    _say(lines)
    _complain(problems, doubts)


@app.command()
def check(
    articles: Annotated[
        Path | None, typer.Argument(help="A folder of articles; seeds/ if none is named.")
    ] = None,
    reports: Annotated[
        Path | None,
        typer.Option("--reports", help="Folder of their reports; reports/ of the seeds if none is named."),
    ] = None,
    notebooks: Annotated[
        Path | None, typer.Option("--notebooks", help="Folder of notebooks; notebooks/ if none is named.")
    ] = None,
) -> None:
    """Check that all is read and accounted for, and that what rests on it still holds; a line for each."""
    from koreaaid.suite.checking import check as look
    from koreaaid.suite.settings import project_folder

    folder = articles or project_folder("seeds")
    reports = reports or (None if articles else Path("reports"))
    failed = False
    for one in look(folder, reports, notebooks or project_folder("notebooks")):
        _say([one.line()])
        failed = failed or bool(one.faults)
    raise typer.Exit(int(failed))


@app.command()
def show(article: Annotated[Path, typer.Argument(help="One article.")]) -> None:
    """Show an article in the terminal with its figures and dates marked."""
    from koreaaid.suite import extraction

    extraction.show(article)


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(help="The earlier ledger: reports, their data, or articles.")],
    new: Annotated[Path, typer.Argument(help="The later one.")],
) -> None:
    """Tell what a run adds to an earlier one: new, revised, contradicted, vanished claims."""
    from koreaaid.suite.news import told

    lines, problems, doubts = told(old, new)
    _say(lines)
    _complain(problems, doubts)


@app.command()
def pdf(
    pages: Annotated[
        list[str] | None, typer.Argument(help="Names of report pages; all of them if none is named.")
    ] = None,
    reports: Annotated[Path, typer.Option("--reports", help="Folder of the reports.")] = Path("reports"),
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", help="Folder for the PDF files; that of the reports if none."),
    ] = None,
) -> None:
    """Print report pages to PDF with Chromium, where there is one."""
    from koreaaid.suite.pdf import print_pages

    for path in print_pages(reports, pages or [], out or reports):
        print(path)


@app.command()
def refresh(
    notebooks: Annotated[
        Path | None, typer.Argument(help="A notebook or a folder of them; notebooks/ if none is named.")
    ] = None,
) -> None:
    """Run notebooks where they lie and write them back with their outputs."""
    from koreaaid.suite.execution import refresh_notebooks
    from koreaaid.suite.settings import project_folder

    for path in refresh_notebooks(notebooks or project_folder("notebooks")):
        print(path)


@app.command()
def lab(
    options: Annotated[
        list[str] | None, typer.Argument(help="Options of JupyterLab itself, after --.", show_default=False)
    ] = None,
) -> None:
    """Open JupyterLab on the notebooks, with the profile that reports are made with."""
    from koreaaid.suite.lab import open_lab

    open_lab(options or [])


def _pairs(given: list[str], option: str) -> dict[str, str]:
    values = {}
    for one in given:
        name, equals, value = one.partition("=")
        if not equals or not name.isidentifier():
            raise typer.BadParameter(f"{one!r} is not NAME=VALUE", param_hint=option)
        # Notebooks run in another folder: a path that is meant from here must hold there too.
        is_path = "/" in value and Path(value).exists()
        values[name] = str(Path(value).resolve()) if is_path else value
    return values


def _assignments(given: list[str]) -> dict[str, str]:
    values = _pairs(given, "--parameter")
    for name in values:
        if name in ("series", "ledger"):
            hint = "use --series" if name == "series" else "name the articles instead"
            raise typer.BadParameter(f"{name} is not given like this; {hint}", param_hint="--parameter")
    return values


def _tell(outcome: Outcome) -> None:
    """Say where to look and what was done; fail if anything failed."""
    pages = f"{outcome.pages} page{'s' if outcome.pages != 1 else ''}"
    done = f"{outcome.run} made anew" if outcome.run else "nothing has changed since they were made"
    print(f"{pages}, {done}. Open {outcome.index}")
    _complain((*outcome.failures, *outcome.problems), outcome.doubts)


def _say(lines: Iterable[str], file: TextIO | None = None) -> None:
    """Print lines, whatever articles and files are called: line ends and orders to terminals are shown."""
    from koreaaid.views.text import visible

    for line in lines:
        print(visible(line).replace("\n", "␊"), file=file)


def _complain(problems: tuple[str, ...], doubts: tuple[str, ...]) -> None:
    """Print both; only what could not be done makes the command fail."""
    _say((f"koreaaid: {message}" for message in (*doubts, *problems)), sys.stderr)
    if problems:
        raise typer.Exit(1)


if __name__ == "__main__":
    main()
