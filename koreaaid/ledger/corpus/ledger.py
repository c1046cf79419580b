"""The ledger of a corpus: the questions of a `Ledger`, answered by DuckDB from the files of the shards."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from koreaaid.errors import KoreaaidError
from koreaaid.ledger.corpus.database import Database
from koreaaid.ledger.corpus.manifest import Manifest, load_manifest
from koreaaid.ledger.corpus.matching import condition
from koreaaid.ledger.money import with_conversion_gaps, with_money
from koreaaid.ledger.schema import tables
from koreaaid.ledger.series import load_series

if TYPE_CHECKING:
    from koreaaid.ledger.corpus.reducing import Articles
    from koreaaid.ledger.series import Series

TABLES = ("articles", "claims", "dates", "excluded", "names", "corrections", "problems")
_PLACES = {
    "articles": "article",
    "problems": "source",
    "names": "article, start, name",
    "corrections": "row_number() over ()",  # as they stand in the file
}
_PAGE = 100
# So many claims a person does not read, and pandas does not hold without noticing.
LARGEST_ANSWER = 500_000


class CorpusLedger:
    """A ledger that stays on disk.

    Its tables have the columns of docs/ledger.md, less what docs/scale.md names. Nothing is loaded but what
    is asked for.

    Examples
    --------
    >>> ledger = koreaaid.build_ledger("archive", engine="processes", out="archive-ledger")  # doctest: +SKIP
    >>> ledger.counts  # doctest: +SKIP
    >>> ledger.page("claims", where="category = 'money' and unit = 'KRW'")  # doctest: +SKIP
    >>> ledger.query("select outlet, count(*) as n from claims group by outlet")  # doctest: +SKIP
    >>> ledger.series["north-korean-troops"].summary(ledger)  # doctest: +SKIP
    """

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.folder = folder
        self._manifest = manifest
        self._database = Database(folder, manifest)

    @classmethod
    def open(cls, folder: str | Path) -> CorpusLedger:
        """Open the ledger that `koreaaid extract CORPUS --out FOLDER` made."""
        return cls(Path(folder), load_manifest(Path(folder)))

    def __getattr__(self, name: str) -> Any:
        if name in tables():
            raise AttributeError(
                f"the {name} of a corpus are not loaded whole; ask a series of this ledger, its "
                f"page({name!r}) or its query('select …')"
            )
        raise AttributeError(f"{type(self).__name__} has no {name}")

    @property
    def counts(self) -> dict[str, int]:
        """How many articles, claims and problems there are."""
        parts = [part for _, part in self._manifest.parts()]
        faults = sum(bool(source.problem) for source in self._manifest.inputs)
        return {
            "articles": sum(part.articles for part in parts),
            "claims": sum(part.claims for part in parts),
            "problems": sum(part.problems for part in parts) + faults + self._unapplied(),
        }

    def _unapplied(self) -> int:
        if not self._manifest.corrections:
            return 0
        found: int = self._database.table("select count(*) as n from unapplied")["n"][0].as_py()
        return found

    @property
    def series(self) -> dict[str, Series]:
        """The series that may be asked of this ledger; each answers it as it does a `Ledger`."""
        return load_series(extra=self._manifest.series)

    def query(self, sql: str, parameters: Mapping[str, Any] | None = None) -> pd.DataFrame:
        """Return what DuckDB answers to `sql`.

        Parameters
        ----------
        sql : str
            A query over the tables articles, claims, dates, excluded, names, corrections and problems.
        parameters : mapping, optional
            Values for `$name` in it.
        """
        answer: pd.DataFrame = self._database.table(sql, parameters).to_pandas(date_as_object=False)
        return answer

    def page(
        self, table: str = "claims", number: int = 1, *, size: int = _PAGE, where: str = ""
    ) -> pd.DataFrame:
        """Return one page of a table, in the order of articles and places in them, or of corrections.csv.

        Parameters
        ----------
        table : str
            articles, claims, dates, excluded, names, corrections or problems.
        number : int
            Which page, from 1.
        size : int
            Rows on a page.
        where : str
            A condition in SQL.
        """
        if table not in TABLES:
            raise KoreaaidError(f"{table!r} is no table; there are {', '.join(TABLES)}")
        order = _PLACES.get(table, "article, start")
        first = (int(number) - 1) * int(size)
        page = f"order by {order} limit {int(size)} offset {first}"
        if table != "claims":
            return self.query(f"from {table} {f'where {where}' if where else ''} {page}")
        if self._database.has_been_read(where or "true"):
            found = self._database.chosen(f"{where or 'true'} {page}", {})
        else:
            found = self._database.table(f"from claims where {where} {page}")
        rows = found.to_pandas(date_as_object=False).sort_values(["article", "start"], ignore_index=True)
        return self._completed(rows).drop(columns="title")

    def prepare(self, ahead: Articles | None = None) -> None:
        """Make everything ready that questions need and that follows from all shards together.

        Parameters
        ----------
        ahead : Articles, optional
            Those of some of the shards, if they have been read.
        """
        self._database.prepare(ahead)

    def matching(self, series: Series) -> pd.DataFrame:
        """Return the claims that belong to `series` and that no reviewer rejected, with `title`.

        Raises
        ------
        KoreaaidError
            When they are more than `LARGEST_ANSWER`.
        """
        found = self._database.claims(condition(series), limit=LARGEST_ANSWER + 1)
        if len(found) > LARGEST_ANSWER:
            raise KoreaaidError(
                f"series {series.name}: more than {LARGEST_ANSWER:,} claims; ask for a page of them"
            )
        return self._completed(found.to_pandas(date_as_object=False))

    def _completed(self, claims: pd.DataFrame) -> pd.DataFrame:
        """Return rows of claims with what is worked out of them: measures and money."""
        columns = {c.name: c for c in tables()["claims"].columns}
        blank = {
            name: False if c.type == "boolean" else None for name, c in columns.items() if name not in claims
        }
        claims = claims.assign(**blank)[[*columns, "title"]]
        claims = claims.astype({name: column.dtype for name, column in columns.items()} | {"title": "str"})
        return with_conversion_gaps(with_money(claims))

    def __repr__(self) -> str:
        """Say how much is in it."""
        return f"<CorpusLedger: {', '.join(f'{n:,} {what}' for what, n in self.counts.items())}>"
