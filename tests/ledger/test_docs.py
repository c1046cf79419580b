"""docs/ledger.md says of every column what the schema says of it."""

from pathlib import Path

import pytest

from koreaaid.ledger.rules import RULES
from koreaaid.ledger.schema import frame, markdown, tables

DOCS = (Path(__file__).parents[2] / "docs" / "ledger.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("table", list(tables()))
def test_the_docs_have_the_tables_columns(table: str) -> None:
    assert f"## {table}\n\n{tables()[table].about}\n\n{markdown(table)}\n" in DOCS


@pytest.mark.parametrize("table", list(tables()))
def test_every_column_says_what_it_is_where_from_and_in_which_unit(table: str) -> None:
    for column in tables()[table].columns:
        assert column.about, column
        assert column.source, column
        assert column.type not in ("number", "integer") or column.unit, column
        if column.values and column.example:
            assert column.example in column.values


@pytest.mark.parametrize("table", list(tables()))
def test_an_empty_table_has_the_columns_and_their_types(table: str) -> None:
    empty = frame(table, ())
    assert empty.dtypes.astype(str).to_dict() == {c.name: c.dtype for c in tables()[table].columns}


def test_the_docs_name_every_rule() -> None:
    for rule in RULES:
        assert f"| `{rule}` |" in DOCS
