"""Tables as HTML: escaped, linked, sortable and searchable in the page, whole without a script."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from koreaaid.ledger.records import records
from koreaaid.views.text import known, safe

# A page with more rows is slow to open; the data files have them all.
MOST_ROWS = 10_000
# A longer table scrolls in its own frame, sooner where each row holds a sentence; more rows than a browser
# lays out at once stand in parts.
_TALL, _TALL_OF_SENTENCES = 40, 8
_PART = 200
# JupyterLab aligns the cells of every table to the right.
_STYLE = (
    "<style>@scope{th,td{text-align:left!important;vertical-align:top!important}"
    ".k-num{text-align:right!important}}</style>"
)
_NULL = '<span class="k-null">–</span>'


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table that is shown.

    Attributes
    ----------
    head : str
        Its heading.
    cell : callable
        From a row to the HTML of the cell; what is empty is shown as a dash.
    order : callable or None
        From a row to what the column is sorted by; None for the words that are shown.
    kind : str
        "num" for numbers at the right, "text" for long words, "pick" for few words of which a reader may want
        to see only one, "" otherwise.
    """

    head: str
    cell: Callable[[Any], str]
    order: Callable[[Any], Any] | None = None
    kind: str = ""


class Table:
    """A table that shows itself in a notebook and in a report.

    Attributes
    ----------
    html : str
        The table as it is shown.
    rows : int
        How many rows it has.
    """

    def __init__(
        self, frame: pd.DataFrame, columns: Sequence[Column], caption: str, *,
        anchor: str = "", tall: bool = False,
    ) -> None:  # fmt: skip
        self.rows = len(frame)
        self.caption = caption
        self.html = _html(frame, columns, caption, anchor, tall)

    def __repr__(self) -> str:
        return f"{self.caption}: {self.rows:,} row{'' if self.rows == 1 else 's'}"

    def _repr_html_(self) -> str:
        return self.html


def _html(frame: pd.DataFrame, columns: Sequence[Column], caption: str, anchor: str, tall: bool) -> str:
    """Return the table; a row has the value of its column `anchor` as its id."""
    if frame.empty:
        return f'<p class="k-soft">{safe(caption)}: none.</p>'
    heads = "".join(
        f'<th scope="col"{_class(column, head=True)}>{safe(column.head)}</th>' for column in columns
    )
    rows = records(frame.head(MOST_ROWS))
    lines = [
        f"<tr{_id(row, anchor)}>{''.join(_cell(row, column) for column in columns)}</tr>" for row in rows
    ]
    first, *others = ("\n".join(lines[i : i + _PART]) for i in range(0, len(lines), _PART))
    body = f"<tbody>\n{first}\n</tbody>" + "".join(
        f'<tbody class="k-rest">\n{part}\n</tbody>' for part in others
    )
    words = safe(caption)
    more = len(frame) - len(rows)
    left_out = f'<p class="k-soft">{more:,} more rows are in the data files.</p>' if more else ""
    tools = (
        f'<div class="k-tools" hidden><input type="search" aria-label="Search in: {words}" '
        'placeholder="Search in this table"><output></output></div>'
    )
    scrolls = len(rows) > (_TALL_OF_SENTENCES if tall else _TALL)
    return (
        f'<div class="k-table">{_STYLE}{tools if len(rows) > 1 else ""}'
        f'<div class="k-scroll{" k-tall" if scrolls else ""}" tabindex="0" role="region" '
        f'aria-label="{words}">'
        f"<table><caption>{words}</caption>\n<thead><tr>{heads}</tr></thead>\n"
        f"{body}</table></div>{left_out}</div>"
    )


def _cell(row: Any, column: Column) -> str:
    content = column.cell(row)
    order = ""
    if column.order:
        value = known(column.order(row))
        order = f' data-sort="{safe("" if value is None else value)}"'
    elif not content:
        order = ' data-sort=""'
    return f"<td{_class(column)}{order}>{content or _NULL}</td>"


def _class(column: Column, *, head: bool = False) -> str:
    return f' class="k-{column.kind}"' if column.kind and (head or column.kind != "pick") else ""


def _id(row: Any, anchor: str) -> str:
    return f' id="{safe(row[anchor])}"' if anchor else ""
