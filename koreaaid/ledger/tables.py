"""The ledger: the tables that everything above works from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from koreaaid.ledger.schema import tables

if TYPE_CHECKING:
    from koreaaid.ledger.series import Series


@dataclass(frozen=True, eq=False, slots=True)
class Ledger:
    """Figures and dates with their sources, as tables: docs/ledger.md defines every column.

    Attributes
    ----------
    articles, claims, dates, excluded, names, spellings, corrections, problems : pandas.DataFrame
        Sorted by article and place in it. Nulls are what the text does not say.
    extra_series, extra_names : str
        The content of the analyst's series.toml and names.toml; empty where there is none.
    """

    articles: pd.DataFrame
    claims: pd.DataFrame
    dates: pd.DataFrame
    excluded: pd.DataFrame
    names: pd.DataFrame
    spellings: pd.DataFrame
    corrections: pd.DataFrame
    problems: pd.DataFrame
    extra_series: str = ""
    extra_names: str = ""

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """The tables by name, in the order of the schema."""
        return {name: getattr(self, name) for name in tables()}

    @property
    def series(self) -> dict[str, Series]:
        """The series that may be asked of this ledger: the shipped ones and the analyst's."""
        from koreaaid.ledger.series import load_series

        return load_series(extra=self.extra_series)

    def matching(self, series: Series) -> pd.DataFrame:
        """Return the claims that belong to `series` and that no reviewer rejected, with `title`."""
        from koreaaid.ledger.series import matching

        return matching(self, series)

    def as_of(self, day: date | str) -> Ledger:
        """Return the ledger as it would have stood at the end of `day`: see `changes.as_of`."""
        from koreaaid.ledger.changes import as_of

        return as_of(self, day)

    def save(self, folder: str | Path) -> None:
        """Write every table to `folder` as Parquet and as CSV; the same ledger gives the same bytes."""
        from koreaaid.ledger.files import save

        save(self, Path(folder))

    @staticmethod
    def load(folder: str | Path) -> Ledger:
        """Read a ledger that `save` wrote."""
        from koreaaid.ledger.files import load

        return load(Path(folder))

    def __repr__(self) -> str:
        """Say how much is in it."""
        counts = ", ".join(f"{len(table):,} {name}" for name, table in self.tables.items())
        return f"<Ledger: {counts}>"
