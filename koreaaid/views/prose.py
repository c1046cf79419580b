"""Sentences of a report that depend on the data: its headings and findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd

from koreaaid.ledger.records import records
from koreaaid.views.text import known, safe, shorten
from koreaaid.views.words import CATEGORIES, Row, amount, best, counted, dates_counted, run_words, speaker

if TYPE_CHECKING:
    from koreaaid.ledger.series import Series
    from koreaaid.ledger.tables import Ledger


class Prose:
    """A piece of HTML that shows itself in a notebook; in a terminal it is its text.

    Attributes
    ----------
    html : str
    """

    def __init__(self, html: str, text: str) -> None:
        self.html = html
        self.text = text

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return self.html


def paragraph(text: str) -> Prose:
    """Return `text` as a paragraph, escaped."""
    return Prose(f"<p>{safe(text)}</p>", text)


def series_heading(series: Series) -> Prose:
    """Return the title of a series and its question."""
    html = f"<h1>{safe(series.title)}</h1><p>{safe(series.question)}</p>"
    return Prose(html, f"{series.title}. {series.question}")


def money_section(claims: pd.DataFrame) -> Prose:
    """Return what sums of money are worth in other currencies, with a heading; empty where there are none."""
    from koreaaid.views.tables import money_table

    table = money_table(claims)
    if not table.rows:
        return Prose("", "")
    about = (
        "The value at the rate of the day of the event, else of the announcement, else of publication. "
        "A bound holds in every currency."
    )
    return Prose(f"<h2>In other currencies</h2><p>{about}</p>{table.html}", repr(table))


def reviews_section(ledger: Ledger) -> Prose:
    """Return what reviewers have said of claims, with a heading; empty where nobody has."""
    from koreaaid.views.comparisons import corrections_table

    table = corrections_table(ledger)
    if not table.rows:
        return Prose("", "")
    left = int(ledger.claims["review"].isna().sum())
    about = (
        f"Of {counted(len(ledger.claims), 'claim')} {left:,} have not been reviewed. Both readings are kept."
    )
    return Prose(f"<h2>What reviewers say</h2><p>{about}</p>{table.html}", repr(table))


def series_finding(series: Series, claims: pd.DataFrame) -> Prose:
    """Return in a sentence what the claims of a series say."""
    rows = sorted((row for row in records(claims) if best(row) is not None), key=_rising)
    if not rows:
        return paragraph("No article that was read has a figure of this series.")
    if len(rows) == 1:
        return paragraph(f"One claim: {_said(rows[0])}.")
    start = f"{len(rows):,} claims from {counted(claims['origin'].nunique(), 'independent origin')}: "
    if len({row["unit"] for row in rows}) > 1:
        return paragraph(f"{start}{'; '.join(_of_a_kind(rows))}.")
    return paragraph(f"{start}the lowest is {_said(rows[0])}, the highest {_said(rows[-1])}.")


def _of_a_kind(rows: Sequence[Row]) -> Iterator[str]:
    """Yield for each category how many claims it has and the largest; dollars and soldiers have no order."""
    for category, name in CATEGORIES.items():
        group = [row for row in rows if row["category"] == category]
        if group:
            largest = max(group, key=lambda row: known(row.get("value_usd")) or best(row) or 0.0)
            said = _said(largest)
            yield f"{len(group):,} of {name.lower()}, {'the largest ' if len(group) > 1 else ''}{said}"


def quantities_finding(claims: pd.DataFrame) -> Prose:
    """Return in a sentence how many claims there are, by category."""
    counts = claims["category"].value_counts()
    parts = [
        f"{counts[category]:,} of {name.lower()}"
        for category, name in CATEGORIES.items()
        if category in counts.index
    ]
    return paragraph(f"{counted(len(claims), 'claim')}: {', '.join(parts) or 'none'}.")


def _rising(row: Row) -> tuple[float, bool]:
    return best(row) or 0.0, row["bound"] in ("more_than", "at_least", "vague")


def _said(row: Row) -> str:
    modality = str(row["modality"]).replace("_", " ")
    status = f", {modality}" if modality != "asserted" else ""
    return f"{shorten(amount(row), 60)} ({speaker(row, 60)}{status})"


def dates_finding(ledger: Ledger) -> Prose:
    """Return in a sentence how many dates there are, from when to when, and how they are known."""
    dates = ledger.dates
    placed = dates[dates["earliest"].notna() & dates["latest"].notna()]
    if placed.empty:
        return paragraph(f"{dates_counted(len(dates))}, none of which can be placed on an axis.")
    rows = records(placed)
    first, last = min(rows, key=lambda row: row["earliest"]), max(rows, key=lambda row: row["latest"])
    lengths = int((dates["timex_type"] == "DURATION").sum())
    unresolved = int((dates["basis"] == "unresolved").sum())
    return paragraph(
        f"{counted(len(placed), 'date')}, {run_words(_days(first), _days(last))}; "
        f"{counted(lengths, 'length')} of time; {unresolved or 'none'} left unresolved."
    )


def _days(row: Any) -> tuple[date, date]:
    return row["earliest"].date(), row["latest"].date()
