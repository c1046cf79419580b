"""Small ledgers from marked-up sentences."""

from __future__ import annotations

from datetime import date
from typing import Any

from koreaaid import Article, Date, Excluded, Mention, Quantity
from koreaaid.language.bounds import limits
from koreaaid.ledger.beside import Beside
from koreaaid.ledger.build import ledger_of
from koreaaid.ledger.rows import Rows, rows_of, sketched
from koreaaid.ledger.tables import Ledger


def article(name: str, text: str, day: str | None = "2024-10-29", outlet: str | None = None) -> Article:
    published = date.fromisoformat(day) if day else None
    source: Any = "supplied" if day else "unknown"
    return Article(id=name, text=text, published=published, published_from=source, outlet=outlet)


def count(text: str, surface: str, value: float | None, **fields: Any) -> Quantity:
    start = text.index(surface)
    bound = fields.get("bound", "exact")
    low, high = limits(bound, value) if value is not None else (None, None)
    given: dict[str, Any] = {"low": low, "high": high, "bound": bound, "unit": "count"}
    given |= {"category": "personnel", "rule": "test", **fields}
    return Quantity(start=start, end=start + len(surface), surface=surface, value=value, **given)


def money(text: str, surface: str, value: float | None, unit: str, **fields: Any) -> Quantity:
    return count(text, surface, value, unit=unit, category="money", **fields)


def day(text: str, surface: str, timex: str, **fields: Any) -> Date:
    start = text.index(surface)
    return Date(start, start + len(surface), surface, "DATE", timex, "explicit", "test", **fields)


def no_figure(text: str, surface: str, reason: str) -> Excluded:
    start = text.index(surface)
    return Excluded(start, start + len(surface), surface, reason, "test")


def ledger(*read: tuple[Article, list[Mention]], beside: Beside | None = None) -> Ledger:
    rows = Rows()
    for source, mentions in read:
        rows.extend(rows_of(source, mentions))
    return ledger_of(sketched(rows), beside or Beside())


def claim(
    value: float | None,
    *,
    name: str = "a.txt",
    day: str | None = "2024-10-29",
    outlet: str | None = None,
    surface: str = "3,000 North Korean troops",
    before: str = "It said that ",
    after: str = " came.",
    **fields: Any,
) -> tuple[Article, list[Mention]]:
    """Return an article of one sentence with one figure in it."""
    text = before + surface + after
    return article(name, text, day, outlet), [count(text, surface, value, **fields)]
