"""The tables of the reports: what each shows of the ledger, and where each cell leads."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pandas as pd

from koreaaid.errors import KoreaaidError
from koreaaid.ledger.records import records
from koreaaid.ledger.tables import Ledger
from koreaaid.views.coverage import coverage_sheet
from koreaaid.views.links import evidence_href, source_href
from koreaaid.views.table import Column, Table
from koreaaid.views.text import known, safe, shorten
from koreaaid.views.words import (
    BASES,
    CATEGORIES,
    PUBLISHED_FROM,
    amount,
    as_day,
    best,
    date_words,
    day_words,
    with_unit,
)

_SENTENCE = 260
_NAME = 60


def articles_table(ledger: Ledger) -> Table:
    """Show what was read: outlet, publication date and how it is known, length, what was found."""
    columns = [
        Column("Article", lambda row: _link(row["article"], "", _title(row)), kind="text"),
        Column("Outlet", _text("outlet"), kind="pick"),
        Column("Published", lambda row: _day(row["published"]), lambda row: as_day(row["published"])),
        Column("Known", _published_from),
        Column("Characters", _count("characters"), _value("characters"), "num"),
        Column("Figures", _count("quantities"), _value("quantities"), "num"),
        Column("Dates", _count("dates"), _value("dates"), "num"),
        Column("Set aside", _count("excluded"), _value("excluded"), "num"),
        Column("Source", _source),
    ]
    return Table(ledger.articles, columns, "Articles")


def coverage_table(ledger: Ledger) -> Table:
    """Show every number of every article: used as what, or set aside with its reason."""
    columns = [
        Column(
            "As written", lambda row: _link(row["article"], row["anchor"], safe(shorten(row["surface"], 80)))
        ),
        Column("Used as", _text("used_as"), kind="pick"),
        Column("Reason or reading", _text("reason")),
        Column("Article", lambda row: _link(row["article"], "", safe(shorten(row["article"], 20)))),
        Column("Place", _count("start"), _value("start"), "num"),
        Column("Sentence", _text("sentence", 160), kind="text"),
    ]
    return Table(coverage_sheet(ledger), columns, "Every number in every article", tall=True)


def in_category(claims: pd.DataFrame, category: str) -> pd.DataFrame:
    """Return the claims of one category, or all of them if it is empty."""
    if category and category not in CATEGORIES:
        raise KoreaaidError(f"{category!r} is no category; choose one of {', '.join(CATEGORIES)}")
    return claims[claims["category"] == category] if category else claims


def categories_table(claims: pd.DataFrame) -> Table:
    """Show for each category and unit how many claims there are, and the smallest and the largest."""
    groups: dict[tuple[str, str], list[Any]] = {}
    for claim in records(claims):
        groups.setdefault((claim["category"], claim["unit"]), []).append(claim)
    rows = []
    for (category, unit), group in groups.items():
        numbered = sorted((row for row in group if best(row) is not None), key=_best) or [None]
        ends = {"least": numbered[0], "most": numbered[-1]}
        rows.append({"category": category, "unit": unit, "claims": len(group), **ends})
    order = list(CATEGORIES)
    rows.sort(key=lambda row: (order.index(str(row["category"])), str(row["unit"])))
    columns = [
        Column("Category", lambda row: safe(CATEGORIES[row["category"]])),
        Column("Unit", _text("unit")),
        Column("Claims", _count("claims"), _value("claims"), "num"),
        *(
            Column(head, partial(_end_figure, name), partial(_end_value, name), "num")
            for head, name in (("Smallest", "least"), ("Largest", "most"))
        ),
    ]
    return Table(pd.DataFrame(rows), columns, "Claims by category")


def claims_table(
    claims: pd.DataFrame, caption: str = "Claims", *, anchors: bool = False, category: bool = False
) -> Table:
    """Show claims with value, bound, item, speaker, date and sentence.

    With `anchors` each row can be led to by its claim_id: for one table of a page only. With `category` there
    is a column for it.
    """
    columns = [
        Column("Figure", _figure_as_written, best),
        Column("Of what", _of_what),
        Column("Who says so", _who, kind="pick"),
        Column("Status", status_cell, kind="pick"),
        Column("Said", _said, lambda row: known(row["said_on"]) or as_day(row["published"])),
        Column("Sentence", _text("sentence", _SENTENCE), kind="text"),
        Column("Article", lambda row: _link(row["article"], "", safe(_outlet(row)))),
    ]
    if category:
        columns.insert(
            1,
            Column(
                "Category", lambda row: safe(CATEGORIES.get(row["category"], row["category"])), kind="pick"
            ),
        )
    return Table(claims, columns, caption, anchor="claim_id" if anchors else "", tall=True)


def dates_table(dates: pd.DataFrame, caption: str = "Dates", *, anchors: bool = False) -> Table:
    """Show dates and lengths of time with what they span, how that is known, and what is told of them."""
    columns = [
        Column("When", _when, lambda row: as_day(row["earliest"])),
        Column("As written", _text("surface", 80)),
        Column("What is told", _text("told", _SENTENCE)),
        Column("Who says so", lambda row: _who(row) if known(row["day_of"]) else "", kind="pick"),
        Column("Status", status_cell, kind="pick"),
        Column("Sentence", _text("sentence", _SENTENCE), kind="text"),
        Column("Known", lambda row: safe(BASES.get(row["basis"], row["basis"])), kind="pick"),
        Column("TIMEX3", _text("timex_value")),
        Column("Article", lambda row: _link(row["article"], "", safe(shorten(row["article"], 20)))),
    ]
    return Table(dates, columns, caption, anchor="date_id" if anchors else "", tall=True)


def money_table(claims: pd.DataFrame, caption: str = "In other currencies") -> Table:
    """Show sums of money in four currencies, with the rate's day and source, and what they cover."""
    columns = [
        Column(
            "As written",
            lambda row: _link(row["article"], row["claim_id"], safe(shorten(row["surface"], 60))),
        ),
        Column("What it covers", _text("covers", _SENTENCE), kind="text"),
        *(_currency(code) for code in ("USD", "EUR", "KRW", "PLN")),
        Column("At the rate of", _rate, lambda row: as_day(row["rate_date"])),
    ]
    return Table(claims[claims["category"] == "money"], columns, caption)


def problems_table(ledger: Ledger) -> Table:
    """Show what could not be read, and what to do."""
    columns = [Column("Where", _text("source")), Column("What is wrong", _text("message", 600), kind="text")]
    return Table(ledger.problems, columns, "Problems")


def text_column(head: str, name: str, length: int = _NAME, kind: str = "") -> Column:
    """Return a column that shows the text in the column `name` of the ledger, at most `length` of it."""
    return Column(head, _text(name, length), kind=kind)


def _text(name: str, length: int = _NAME) -> Callable[[Any], str]:
    return lambda row: safe(shorten(str(row[name]), length)) if known(row[name]) is not None else ""


def _value(name: str) -> Callable[[Any], Any]:
    return lambda row: row[name]


def _count(name: str) -> Callable[[Any], str]:
    return lambda row: f"{row[name]:,}"


def _link(article: str, anchor: str, words: str) -> str:
    return f'<a href="{safe(evidence_href(article, anchor))}">{words}</a>'


def _day(value: Any) -> str:
    day = as_day(value)
    return f'<span class="k-day">{day_words(day)}</span>' if day else ""


def _title(row: Any) -> str:
    return safe(shorten(known(row["title"]) or row["article"], 140))


def _outlet(row: Any) -> str:
    return shorten(known(row["outlet"]) or row["article"], 20)


def _published_from(row: Any) -> str:
    how = safe(PUBLISHED_FROM.get(row["published_from"], row["published_from"]))
    evidence = known(row["published_evidence"])
    return how + (f": “{safe(shorten(evidence, 80))}”" if evidence else "")


def _source(row: Any) -> str:
    address = source_href(known(row["url"]))
    return f'<a href="{safe(address)}" rel="noreferrer">address</a>' if address else ""


def _best(row: Any) -> float:
    return best(row) or 0.0


def _end_figure(name: str, row: Any) -> str:
    return figure_link(row[name]) if row[name] else ""


def _end_value(name: str, row: Any) -> float | None:
    return best(row[name]) if row[name] else None


def figure_link(row: Any) -> str:
    """Return a claim's figure as a link to its sentence."""
    return _link(row["article"], row["claim_id"], safe(amount(row)))


def _figure_as_written(row: Any) -> str:
    written = shorten(row["surface"], 60)
    if written.casefold() == amount(row):
        return f'<span class="k-day">{figure_link(row)}</span>'
    return f'<span class="k-day">{figure_link(row)}</span><br><span class="k-soft">“{safe(written)}”</span>'


def _of_what(row: Any) -> str:
    item = known(row["item"]) or known(row["covers"])
    between = [shorten(str(row[name]), _NAME) for name in ("actor", "counterparty") if known(row[name])]
    who = f' <span class="k-soft">({safe(", ".join(between))})</span>' if between else ""
    return (safe(shorten(str(item), 90)) if item else "") + who


def _who(row: Any) -> str:
    speaker, relay = known(row["attributed_to"]), known(row["relayed_by"])
    said = safe(shorten(speaker, _NAME)) if speaker else '<span class="k-soft">the article itself</span>'
    return said + (f' <span class="k-soft">via {safe(shorten(relay, _NAME))}</span>' if relay else "")


def status_cell(row: Any) -> str:
    """Return whether a claim or an event is said to be so, how far a deal has come, and what is measured."""
    said = "statement" if known(row.get("day_of")) == "statement" else None
    parts = [said, *(known(row.get(name)) for name in ("modality", "stage", "measure", "review"))]
    return safe(", ".join(part for part in parts if part).replace("_", " "))


def _said(row: Any) -> str:
    said = known(row["said_on"])
    if said:
        return f'<span class="k-day">{safe(said)}</span>'
    return f'<span class="k-soft">published {_day(row["published"]) or "on no known day"}</span>'


def _when(row: Any) -> str:
    return _link(row["article"], row["date_id"], safe(date_words(row)))


def unit_cell(value: Any, unit: str) -> str:
    """Return a number with its unit; empty for a null."""
    return "" if known(value) is None else safe(with_unit(value, unit))


def _rate(row: Any) -> str:
    source = safe(known(row["rate_source"]) or "")
    if known(row["rate_date"]) is None:
        return source
    return (
        f'{_day(row["rate_date"])}, day of {safe(row["rate_basis"])} <span class="k-soft">({source})</span>'
    )


def _currency(code: str) -> Column:
    name = f"value_{code.lower()}"
    return Column(
        code,
        lambda row: unit_cell(known(row[name]) and float(f"{row[name]:.3g}"), code),
        _value(name),
        "num",
    )
