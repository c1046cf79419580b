"""Articles become a ledger."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, overload

import numpy as np
import pandas as pd

from koreaaid.articles import Article, Problem
from koreaaid.articles.reading import read_articles
from koreaaid.errors import KoreaaidError
from koreaaid.ledger import corrections, rows
from koreaaid.ledger.beside import Beside, read_beside
from koreaaid.ledger.identity import with_own_ids
from koreaaid.ledger.measures import with_measures
from koreaaid.ledger.money import with_conversion_gaps, with_money
from koreaaid.ledger.names import read_decisions, spellings, with_entities
from koreaaid.ledger.origins import claim_origins, with_origins
from koreaaid.ledger.persons import NAME_COLUMNS
from koreaaid.ledger.schema import frame
from koreaaid.ledger.tables import Ledger
from koreaaid.ledger.workers import read_all

if TYPE_CHECKING:
    from distributed import Client

    from koreaaid.ledger.corpus.engines import EngineName
    from koreaaid.ledger.corpus.ledger import CorpusLedger

SEEDS = "seeds"


@overload
def build_ledger(articles: Iterable[Article], onto: Ledger | None = None) -> Ledger: ...
@overload
def build_ledger(
    articles: str | Path,
    *,
    out: str | Path = ...,
    engine: EngineName = ...,
    client: Client | None = ...,
    scheduler: str | None = ...,
    corrections: str | Path | None = ...,
) -> CorpusLedger: ...


def build_ledger(
    articles: Iterable[Article] | str | Path, onto: Ledger | None = None, **options: Any
) -> Ledger | CorpusLedger:
    """Read the figures and dates of `articles` into tables.

    What the analyst knows lies in files beside the articles that `read_articles` found. Many articles are
    read in several processes; the ledger is the same whatever their number.

    Parameters
    ----------
    articles : iterable of Article, or str or Path
        Articles; or the address of a corpus of any size, whose ledger stays on disk.
    onto : Ledger, optional
        A ledger to add the articles to, or to replace those of the same id in: the rest is not read again.
    **options
        Of a corpus: `out`, the folder of its ledger ("ledger"), `engine` ("local", "processes" or "dask"),
        `client` or `scheduler` of Dask, `corrections`, a file of them that does not lie in its folder: see
        `koreaaid.ledger.corpus.building.build_corpus`.
    """
    if isinstance(articles, str | Path):
        from koreaaid.ledger.corpus.building import build_corpus

        if onto is not None:
            raise KoreaaidError(
                "a corpus is not added to a ledger; build it again: what has not changed is kept"
            )
        return build_corpus(articles, options.pop("out", "ledger"), **options)
    if options:
        raise KoreaaidError(f"{min(options)!r} is for a corpus; name its folder or files instead of articles")
    collection = sorted(articles, key=lambda article: article.id)
    _refuse_doubles(collection)
    read = read_all(collection)
    problems: Iterable[Problem] = getattr(articles, "problems", ())
    read.problems[:0] = [(problem.source, problem.message) for problem in problems]
    folder: Path | None = getattr(articles, "folder", None)
    new = as_read(read)
    beside = read_beside(folder)
    if onto is not None:
        new = _added(as_read(onto), new)
        beside = beside_of(onto) if beside == Beside() else beside
    return derived(new, beside)


def ledger_of(read: rows.Rows, beside: Beside = Beside()) -> Ledger:  # noqa: B008 - it is frozen
    """Make a ledger of rows that were read and of what the analyst says of them."""
    return derived(as_read(read), beside)


def as_read(source: rows.Rows | Ledger) -> Ledger:
    """Return a ledger of rows, or an older ledger, as it was read: without corrections."""
    if isinstance(source, rows.Rows):
        return Ledger(
            articles=frame("articles", source.articles, rows.ARTICLE_COLUMNS),
            claims=frame("claims", source.claims, rows.CLAIM_COLUMNS),
            dates=frame("dates", source.dates, rows.DATE_COLUMNS),
            excluded=frame("excluded", source.excluded, rows.EXCLUDED_COLUMNS),
            names=frame("names", source.names, NAME_COLUMNS),
            spellings=frame("spellings", ()),
            corrections=frame("corrections", ()),
            problems=frame("problems", source.problems, rows.PROBLEM_COLUMNS),
        )
    of_corrections = source.problems["source"].str.startswith(corrections.CORRECTIONS_FILE)
    return replace(
        source,
        claims=corrections.undo(source.claims, source.corrections),
        corrections=frame("corrections", ()),
        problems=source.problems[~of_corrections],
    )


def beside_of(ledger: Ledger) -> Beside:
    """Return what the analyst's files said when `ledger` was built."""
    return Beside(tuple(corrections.of_table(ledger.corrections)), ledger.extra_series, ledger.extra_names)


def derived(read: Ledger, beside: Beside) -> Ledger:
    """Apply what the analyst says to a ledger as it was read, then work out what follows from it."""
    articles = with_origins(read.articles)
    claims, dates = with_own_ids(read.claims, "claim_id"), with_own_ids(read.dates, "date_id")
    claims, judged = corrections.apply(with_measures(claims), beside.corrections)
    claims = with_conversion_gaps(with_money(claims))
    decisions = read_decisions(beside.names)
    names, claims = with_entities(read.names, claims, decisions)
    claims = claim_origins(claims, articles)
    unapplied = [(problem.source, problem.message) for problem in corrections.problems_of(judged)]
    return replace(
        read,
        articles=articles,
        claims=claims,
        dates=dates,
        names=names,
        spellings=spellings(names, decisions),
        corrections=corrections.table_of(judged),
        problems=pd.concat([read.problems, frame("problems", unapplied)], ignore_index=True),
        extra_series=beside.series,
        extra_names=beside.names,
    )


def _added(ledger: Ledger, new: Ledger) -> Ledger:
    """Return the tables of both, as they were read; an article of `new` takes the place of an older one."""
    replaced = set(new.articles["article"])
    tables: dict[str, Any] = {}
    for name in ("articles", "claims", "dates", "excluded", "names", "problems"):
        older, newer = ledger.tables[name], new.tables[name]
        article = "source" if name == "problems" else "article"
        both = pd.concat([older[~older[article].isin(replaced)], newer], ignore_index=True)
        # The rows of an article come from one of the two, in which they are in order.
        both = _by_article(both) if "article" in both else both.drop_duplicates()
        tables[name] = both.reset_index(drop=True)
    return replace(ledger, **tables)


def _by_article(table: pd.DataFrame) -> pd.DataFrame:
    codes, articles = pd.factorize(table["article"])
    places = np.empty(len(articles), dtype=np.int64)
    places[np.argsort(np.asarray(articles, dtype=object), kind="stable")] = np.arange(len(articles))
    return table.iloc[np.argsort(places[codes], kind="stable")]


def open_ledger(path: str = "") -> Ledger | CorpusLedger:
    """Open a saved ledger or that of a corpus, or build that of the seeds.

    Parameters
    ----------
    path : str
        Folder of a saved ledger; "" for the project's `seeds/`, looked for from the working directory
        upwards.
    """
    if path:
        from koreaaid.ledger.corpus.manifest import is_corpus_ledger

        if is_corpus_ledger(Path(path)):
            from koreaaid.ledger.corpus.ledger import CorpusLedger

            return CorpusLedger.open(path)
        return Ledger.load(path)
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / SEEDS).is_dir():
            return build_ledger(read_articles(folder / SEEDS))
    raise KoreaaidError(f"{here}: no folder {SEEDS}/ here or above; name the folder of a saved ledger")


def _refuse_doubles(articles: list[Article]) -> None:
    ids = pd.Series([article.id for article in articles], dtype="str")
    doubled = ids[ids.duplicated()]
    if not doubled.empty:
        raise KoreaaidError(f"{doubled.iloc[0]}: two articles have this id; give each its own")
