"""What the tables of the ledger look like, read from columns.toml, and the checks that hold them to it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, get_args

import pandas as pd

from koreaaid.articles import article as article_records
from koreaaid.errors import KoreaaidError
from koreaaid.extract import mention as mention_records

if TYPE_CHECKING:
    from pandera.pandas import DataFrameSchema

MEASURES = Literal["killed", "wounded", "killed_or_wounded", "captured", "missing", "other"]
REVIEWS = Literal["accepted", "corrected", "merged", "rejected"]
STATES = Literal["applied", "vanished", "changed", "invalid"]
SPELLINGS = Literal["proposed", "confirmed", "refused"]
RATE_BASES = Literal["event", "announcement", "publication"]

# pandas 3: strings are Arrow-backed. Days in seconds: nanoseconds would end at the year 1677.
_DTYPES = {
    "string": "str",
    "integer": "int64",
    "number": "float64",
    "boolean": "bool",
    "date": "datetime64[s]",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: see the head of columns.toml for what the fields mean."""

    name: str
    type: str
    required: bool
    source: str
    about: str
    example: str
    unit: str = ""
    unique: bool = False
    values: tuple[str, ...] = ()

    @property
    def dtype(self) -> str:
        """The column's dtype in pandas."""
        return _DTYPES[self.type]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the ledger: its name, what a row is, and its columns in order."""

    name: str
    about: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> list[str]:
        """The names of the columns, in order."""
        return [column.name for column in self.columns]


@cache
def tables() -> Mapping[str, Table]:
    """Return the tables of the ledger by name."""
    content = tomllib.loads((files(__package__) / "columns.toml").read_text(encoding="utf-8"))
    return {
        name: Table(name, table["about"], tuple(_column(n, c) for n, c in table["columns"].items()))
        for name, table in content.items()
    }


def _column(name: str, row: dict[str, Any]) -> Column:
    values = row.pop("values", ())
    return Column(name=name, **row, values=_values(values) if isinstance(values, str) else tuple(values))


def _values(name: str) -> tuple[str, ...]:
    """Return the words of the Literal `name`, wherever it is defined."""
    for module in (mention_records, article_records):
        if hasattr(module, name):
            return get_args(getattr(module, name))
    return get_args(globals()[name])


def frame(table: str, rows: Sequence[tuple[object, ...]], columns: Sequence[str] = ()) -> pd.DataFrame:
    """Make a DataFrame of `rows`, whose cells are in the order of `columns`, with the table's dtypes.

    Columns that the rows do not have are filled with nulls (false where they are boolean).
    """
    schema = tables()[table]
    given = list(columns or schema.names)
    cells = dict(zip(given, zip(*rows, strict=True), strict=True)) if rows else {}
    return pd.DataFrame(
        {column.name: _series(cells.get(column.name), column, len(rows)) for column in schema.columns}
    )


def _series(cells: Sequence[object] | None, column: Column, length: int) -> pd.Series:
    if cells is None:
        blank: object = False if column.type == "boolean" else None
        cells = [blank] * length
    return pd.Series(cells, dtype=column.dtype)


def check(table: str, content: pd.DataFrame) -> pd.DataFrame:
    """Return `content` if it is as the schema of `table` says; raise an error that names what is not."""
    from pandera.errors import SchemaErrors

    try:
        return pandera_schema(table).validate(content, lazy=True)
    except SchemaErrors as error:
        failures = error.failure_cases
        first = failures.iloc[0]
        where = first["column"] if pd.notna(first["column"]) else first["failure_case"]
        raise KoreaaidError(
            f"table {table}: column {where} fails the check {first['check']} "
            f"(for example {first['failure_case']!r}; {len(failures)} failures in all); "
            "build the ledger again from the articles"
        ) from error


@cache
def pandera_schema(table: str) -> DataFrameSchema:
    """Return the pandera schema of `table` (pandera takes half a second to import: only checks pay it)."""
    import pandera.pandas as pa

    def column(c: Column) -> pa.Column:
        checks = [pa.Check.isin(c.values)] if c.values else []
        return pa.Column(c.dtype, checks, nullable=not c.required, unique=c.unique)

    checks = []
    if {"start", "end"} <= set(tables()[table].names):
        checks.append(pa.Check(lambda rows: rows["start"] < rows["end"], name="start before end"))
    return pa.DataFrameSchema(
        {c.name: column(c) for c in tables()[table].columns}, checks=checks, strict=True, ordered=True
    )


def markdown(table: str) -> str:
    """Return the columns of `table` as the Markdown table that docs/ledger.md shows."""
    lines = [
        "| column | type | unit or values | source | what it is | example |",
        "|---|---|---|---|---|---|",
    ]
    for c in tables()[table].columns:
        kind = c.type + ("" if c.required else " or null") + (", unique" if c.unique else "")
        unit = ", ".join(f"`{value}`" for value in c.values) or c.unit
        lines.append(f"| `{c.name}` | {kind} | {unit} | {c.source} | {c.about} | {c.example} |")
    return "\n".join(lines)
