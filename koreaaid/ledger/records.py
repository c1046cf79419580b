"""Rows of a table as dicts, for work on few of them."""

from __future__ import annotations

from typing import Any

import pandas as pd

Row = dict[str, Any]


def records(table: pd.DataFrame) -> list[Row]:
    """Return the rows of `table` as dicts in which null is None."""
    plain = table.astype(object)
    return [dict(zip(table.columns, row, strict=True)) for row in plain.where(plain.notna(), None).to_numpy()]


def claims_by_id(claims: pd.DataFrame) -> dict[str, Row]:
    """Return the rows of `claims` by their ids."""
    return {row["claim_id"]: row for row in records(claims)}
