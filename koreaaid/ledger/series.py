"""Series: questions that claims answer, written as data in series.toml."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from koreaaid.errors import KoreaaidError
from koreaaid.ledger import figures, relations, rules
from koreaaid.ledger.money import TARGETS, in_currency
from koreaaid.ledger.periods import last_days
from koreaaid.ledger.schema import frame, tables

if TYPE_CHECKING:
    from koreaaid.ledger.corpus.ledger import CorpusLedger
    from koreaaid.ledger.tables import Ledger

SERIES_FILE = "series.toml"

# Columns that hold one of a few words: a filter names them whole.
CHOICES = frozenset(("category", "unit", "measure", "modality", "stage", "bound"))
# Columns that are looked at together.
_ABOUT = ("surface", "item", "covers", "actor", "counterparty")
TOGETHER = {"about": _ABOUT, "anywhere": (*_ABOUT, "sentence", "title")}

Filter = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Series:
    """A question, and which claims answer it: the head of series.toml says what the fields mean."""

    name: str
    title: str
    question: str
    unit: str
    currency: str | None = None
    compare: bool = True
    where: tuple[Filter, ...] = ()
    also: tuple[tuple[Filter, ...], ...] = ()
    without: tuple[Filter, ...] = ()

    def claims(self, ledger: Ledger | CorpusLedger) -> pd.DataFrame:
        """Return the claims that answer the question and that no reviewer rejected, in time.

        Returns
        -------
        pandas.DataFrame
            The columns of claims, and:

            - `date`, `date_basis`: the day on which it was said (`said`), else published (`published`);
            - `low`, `value`, `high` in the currency of the series, where it has one, with `unit` saying so;
            - `counted`: false where the figure is a part of another one, comes on top of it, restates it in
              another unit or says it again, so that it may not stand for the whole.
        """
        return self._in_time(ledger.matching(self))

    def _in_time(self, chosen: pd.DataFrame) -> pd.DataFrame:
        if self.currency:
            chosen = in_currency(chosen, self.currency)
        said = last_days(chosen["said_on"])
        basis = pd.Series("published", index=chosen.index, dtype="str").mask(said.notna(), "said")
        chosen = chosen.assign(
            date=said.fillna(chosen["published"]), date_basis=basis, counted=rules.stands_alone(chosen)
        )
        chosen = chosen.drop(columns="title")
        return chosen.sort_values(["date", "article", "start"], kind="stable", ignore_index=True)

    def summary(self, ledger: Ledger | CorpusLedger) -> pd.DataFrame:
        """Return what the claims come to under each rule, apart for each modality, stage, measure and unit.

        Empty where the claims are of many things: the lowest of "54 howitzers" and "6,000 workers" says
        nothing. See `koreaaid.ledger.rules.summary`.
        """
        return rules.summary(self._comparable(ledger))

    def figures(self, ledger: Ledger | CorpusLedger) -> pd.DataFrame:
        """Return the claims that say the same, taken together. See `koreaaid.ledger.figures.figures`."""
        return figures.figures(self.claims(ledger), self.compare)

    def relations(self, ledger: Ledger | CorpusLedger) -> pd.DataFrame:
        """Return how each pair of claims relates. See `koreaaid.ledger.relations.relations`."""
        return relations.relations(self._comparable(ledger))

    def _comparable(self, ledger: Ledger | CorpusLedger) -> pd.DataFrame:
        if self.compare:
            return self.claims(ledger)
        return self._in_time(frame("claims", ()).assign(title=pd.Series(dtype="str")))

    def total(self, ledger: Ledger | CorpusLedger, across: tuple[str, ...] = ()) -> pd.Series:
        """Return the sum of the figures, each counted once. See `koreaaid.ledger.figures.total`."""
        return figures.total(self.claims(ledger), across)


def load_series(path: str | Path | None = None, *, extra: str = "") -> dict[str, Series]:
    """Return the shipped series, and those of the analyst over them.

    Parameters
    ----------
    path : str or Path, optional
        A `series.toml`, or a folder that may have one.
    extra : str
        The content of one.
    """
    shipped = (files(__package__) / SERIES_FILE).read_text(encoding="utf-8")
    series = _parsed(shipped, SERIES_FILE)
    if path is not None:
        file = Path(path) / SERIES_FILE if Path(path).is_dir() else Path(path)
        if file.is_file() or not Path(path).is_dir():
            series |= _parsed(_read(file), str(file))
    return series | _parsed(extra, SERIES_FILE)


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise KoreaaidError(f"{file}: cannot be read ({error}); name a series.toml") from error


@cache
def _definitions(content: str, file: str) -> dict[str, Series]:
    try:
        parsed = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise KoreaaidError(f"{file}: not TOML: {error}") from error
    return {name: _series(name, row, file) for name, row in parsed.items()}


def _parsed(content: str, file: str) -> dict[str, Series]:
    return dict(_definitions(content, file))


def _series(name: str, row: Any, file: str) -> Series:
    where = f"{file}: series {name!r}"
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name):
        raise KoreaaidError(f"{where}: a name has small letters, digits and hyphens only")
    if not isinstance(row, dict) or "where" not in row:
        raise KoreaaidError(f"{where} has no 'where'; say which claims belong to it")
    if unknown := set(row) - {"title", "question", "unit", "currency", "compare", "where", "also", "without"}:
        raise KoreaaidError(f"{where}: unknown field {min(unknown)!r}; the head of series.toml lists them")
    currency = row.get("currency")
    if currency is not None and currency not in TARGETS:
        raise KoreaaidError(f"{where}: currency {currency!r} is none of {', '.join(TARGETS)}")
    return Series(
        name=name,
        title=row.get("title", name),
        question=row.get("question", ""),
        unit=row.get("unit") or currency or "",
        currency=currency,
        compare=bool(row.get("compare", True)),
        where=_filters(row["where"], where),
        also=tuple(_filters(table, where) for table in row.get("also", ())),
        without=_filters(row.get("without", {}), where),
    )


def _filters(table: Any, where: str) -> tuple[Filter, ...]:
    filters = []
    for column, words in table.items():
        if column not in TOGETHER and column not in tables()["claims"].names:
            raise KoreaaidError(f"{where}: claims have no column {column!r}; docs/ledger.md lists them")
        given = [words] if isinstance(words, str) else words
        each = given if given and all(isinstance(one, list) for one in given) else [given]
        if not all(one and all(isinstance(word, str) and word for word in one) for one in each):
            raise KoreaaidError(f"{where}: {column} must be a word, a list of words, or a list of such lists")
        filters += [(column, tuple(one)) for one in each]
    return tuple(filters)


def pattern(words: tuple[str, ...]) -> str:
    """Return a regular expression for any of `words` at the beginning of a word."""
    return r"\b(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words) + ")"


def matching(ledger: Ledger, series: Series) -> pd.DataFrame:
    """Return the claims of `ledger` that belong to `series` and were not rejected, with `title`."""
    chosen = ledger.claims[ledger.claims["review"] != "rejected"]
    titles = ledger.articles.set_index("article")["title"]
    chosen = chosen.assign(title=chosen["article"].map(titles).astype("str"))
    wanted = _hold_all(chosen, series.where)
    for filters in series.also:
        wanted |= _hold_all(chosen, filters)
    chosen = chosen[wanted]
    for column, words in series.without:
        chosen = chosen[~_holds(chosen, column, words)]
    return chosen


def _hold_all(claims: pd.DataFrame, filters: tuple[Filter, ...]) -> pd.Series:
    """Say of each claim whether all of `filters` hold; each is asked of those that the ones before left."""
    left = claims
    for column, words in filters:
        left = left[_holds(left, column, words)]
    return pd.Series(claims.index.isin(left.index), index=claims.index)


def _holds(claims: pd.DataFrame, column: str, words: tuple[str, ...]) -> pd.Series:
    """Say of each claim whether `column` is, or has, one of `words`."""
    if column in CHOICES:
        return claims[column].isin(words)
    holds = pd.Series(False, index=claims.index)
    for name in TOGETHER.get(column, (column,)):
        holds |= claims[name].str.contains(pattern(words), case=False, regex=True, na=False)
    return holds
