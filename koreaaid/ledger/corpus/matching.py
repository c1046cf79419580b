"""A series as a condition in SQL: the same claims that `Series.claims` finds in a `Ledger`."""

from __future__ import annotations

from dataclasses import dataclass, field

from koreaaid.ledger.corpus.belonging import bit_of
from koreaaid.ledger.series import CHOICES, TOGETHER, Filter, Series, pattern

_NOT_REJECTED = "review is distinct from 'rejected'"


@dataclass(slots=True)
class Condition:
    """A condition on rows of claims.

    Attributes
    ----------
    sql : str
        What must hold.
    parameters : dict
        Values for `$name` in it.
    columns : set of str
        The columns that it looks at.
    """

    sql: str = ""
    parameters: dict[str, str | list[str]] = field(default_factory=dict)
    columns: set[str] = field(default_factory=set)

    def all_hold(self, filters: tuple[Filter, ...]) -> str:
        """Return SQL that says that all of `filters` hold."""
        return f"({' and '.join(self.holds(one) for one in filters)})" if filters else "true"

    def holds(self, one: Filter) -> str:
        """Return SQL that says that a column is, or has, one of some words."""
        column, words = one
        name = f"p{len(self.parameters)}"
        looked_at = (column,) if column in CHOICES else TOGETHER.get(column, (column,))
        self.columns.update(looked_at)
        if column in CHOICES:
            self.parameters[name] = list(words)
            return f"coalesce(list_contains(${name}, {column}), false)"
        self.parameters[name] = pattern(words)
        found = (f"coalesce(regexp_matches({place}, ${name}, 'i'), false)" for place in looked_at)
        return f"({' or '.join(found)})"


def condition(series: Series) -> Condition:
    """Return the condition under which a claim belongs to `series` and was not rejected."""
    made = Condition()
    if bit := bit_of(series):
        made.sql, made.columns = (
            f"series > 0 and series & {bit} > 0 and {_NOT_REJECTED}",
            {"series", "review"},
        )
        return made
    wanted = [made.all_hold(filters) for filters in (series.where, *series.also)]
    unwanted = [f"not {made.holds(one)}" for one in series.without]
    made.columns.add("review")
    made.sql = " and ".join([f"({' or '.join(wanted)})", *unwanted, _NOT_REJECTED])
    return made
