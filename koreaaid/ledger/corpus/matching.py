"""A series as a condition in SQL: the same claims that `Series.claims` finds in a `Ledger`."""

from __future__ import annotations

from koreaaid.ledger.series import CHOICES, TOGETHER, Filter, Series, pattern


def condition(series: Series) -> tuple[str, dict[str, str | list[str]]]:
    """Return a condition on the view `claims`, and the values of its parameters."""
    values: dict[str, str | list[str]] = {}
    wanted = [_all(filters, values) for filters in (series.where, *series.also)]
    unwanted = [f"not {_holds(one, values)}" for one in series.without]
    return " and ".join([f"({' or '.join(wanted)})", *unwanted]), values


def _all(filters: tuple[Filter, ...], values: dict[str, str | list[str]]) -> str:
    return f"({' and '.join(_holds(one, values) for one in filters)})" if filters else "true"


def _holds(one: Filter, values: dict[str, str | list[str]]) -> str:
    column, words = one
    name = f"p{len(values)}"
    if column in CHOICES:
        values[name] = list(words)
        return f"coalesce(list_contains(${name}, {column}), false)"
    values[name] = pattern(words)
    looked_at = (
        f"coalesce(regexp_matches({c}, ${name}, 'i'), false)" for c in TOGETHER.get(column, (column,))
    )
    return f"({' or '.join(looked_at)})"
