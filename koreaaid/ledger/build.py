"""Articles become a ledger."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from koreaaid.articles import Article, Problem
from koreaaid.articles.reading import read_articles
from koreaaid.errors import KoreaaidError
from koreaaid.ledger import money, rows
from koreaaid.ledger.schema import frame
from koreaaid.ledger.tables import Ledger
from koreaaid.ledger.workers import read_all

SEEDS = "seeds"
_SERIES_FILE = "series.toml"


def build_ledger(articles: Iterable[Article]) -> Ledger:
    """Read the figures and dates of `articles` into tables.

    What the analyst knows lies in files beside the articles that `read_articles` found: `series.toml`.
    Many articles are read in several processes; the ledger is the same whatever their number.
    """
    collection = list(articles)
    _refuse_doubles(collection)
    read = read_all(sorted(collection, key=lambda article: article.id))
    problems: Iterable[Problem] = getattr(articles, "problems", ())
    read.problems[:0] = [(problem.source, problem.message) for problem in problems]
    folder: Path | None = getattr(articles, "folder", None)
    return Ledger(
        articles=_articles(frame("articles", read.articles, rows.ARTICLE_COLUMNS)),
        claims=_claims(frame("claims", read.claims, rows.CLAIM_COLUMNS)),
        dates=frame("dates", read.dates, rows.DATE_COLUMNS),
        excluded=frame("excluded", read.excluded, rows.EXCLUDED_COLUMNS),
        problems=frame("problems", read.problems, rows.PROBLEM_COLUMNS),
        extra_series=_text_beside(folder, _SERIES_FILE),
    )


def open_ledger(path: str = "") -> Ledger:
    """Open a saved ledger, or build that of the seeds.

    Parameters
    ----------
    path : str
        Folder of a saved ledger; "" for the project's `seeds/`, looked for from the working directory
        upwards.
    """
    if path:
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


def _articles(articles: pd.DataFrame) -> pd.DataFrame:
    return articles.assign(origin=articles["article"])


def _claims(claims: pd.DataFrame) -> pd.DataFrame:
    claims = money.with_conversion_gaps(money.with_money(claims))
    origin = claims["attributed_to"].fillna(claims["outlet"]).fillna(claims["article"])
    return claims.assign(origin=origin)


def _text_beside(folder: Path | None, name: str) -> str:
    path = folder / name if folder else None
    return path.read_text(encoding="utf-8") if path and path.is_file() else ""
