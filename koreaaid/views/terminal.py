"""An article in the terminal: its text with figures, dates and excluded numbers marked, then listed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from koreaaid.articles import Article
from koreaaid.extract import Date, Excluded, Mention, Quantity
from koreaaid.views.text import shorten, visible
from koreaaid.views.words import BASES, PUBLISHED_FROM, amount, day_words, span_words

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

# Marked by more than colour: a terminal may have none.
_STYLES = {"quantity": "bold cyan", "date": "green underline", "excluded": "dim strike"}
_CELL = 48


def show_article(article: Article, mentions: Sequence[Mention], console: Console | None = None) -> None:
    """Print `article` with its mentions marked, and below it what each of them was read as.

    Control characters of the text are shown as pictures: they do nothing to the terminal.
    """
    from rich.console import Console

    target = console or Console(highlight=False)
    for part in _parts(article, mentions):
        target.print(part, markup=False, highlight=False, emoji=False)


def _parts(article: Article, mentions: Sequence[Mention]) -> list[RenderableType]:
    from rich.text import Text

    head = Text(shorten(article.title or article.id, 200), style="bold")
    published = "publication date not known"
    if article.published:
        how = PUBLISHED_FROM.get(article.published_from, article.published_from)
        published = f"published {day_words(article.published)}, {how}"
    about = ", ".join(part for part in (shorten(article.outlet or "", 80), published) if part)
    parts: list[RenderableType] = [
        head,
        Text(about, style="dim"),
        Text(),
        _marked(article.text, mentions),
        Text(),
    ]
    for kind, table in (
        (Quantity, _figures([m for m in mentions if isinstance(m, Quantity)])),
        (Date, _dates([m for m in mentions if isinstance(m, Date)])),
        (Excluded, _excluded([m for m in mentions if isinstance(m, Excluded)])),
    ):
        if any(isinstance(mention, kind) for mention in mentions):
            parts.append(table)
    return parts


def _marked(text: str, mentions: Sequence[Mention]) -> Text:
    from rich.text import Text

    # As long as the text was, so that the spans hold.
    marked = Text(visible(text))
    for mention in mentions:
        marked.stylize(_STYLES[mention.kind], mention.start, mention.end)
    return marked


def _table(title: str, *heads: str) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False)
    for head in heads:
        table.add_column(head, overflow="fold")
    return table


def _add(table: Table, style: str, *cells: str | None) -> None:
    from rich.text import Text

    first, *others = [Text(shorten(cell or "", _CELL)) for cell in cells]
    first.stylize(style)
    table.add_row(first, *others)


def _figures(quantities: Sequence[Quantity]) -> Table:
    table = _table("Figures", "As written", "Read as", "Of what", "Who says so", "Status", "Said on")
    for quantity in quantities:
        status = ", ".join(part for part in (quantity.modality.replace("_", " "), quantity.stage) if part)
        _add(
            table, _STYLES["quantity"], quantity.surface, amount(quantity._asdict()), quantity.item,
            quantity.attributed_to, status, quantity.said_on,
        )  # fmt: skip
    return table


def _dates(dates: Sequence[Date]) -> Table:
    table = _table("Dates", "As written", "Read as", "TIMEX3", "Known")
    for date in dates:
        if date.earliest and date.latest:
            span = span_words(date.earliest, date.latest)
        else:
            span = amount(date._asdict()) if date.unit else ""
        _add(table, _STYLES["date"], date.surface, span, date.timex_value, BASES[date.basis])
    return table


def _excluded(excluded: Sequence[Excluded]) -> Table:
    table = _table("Set aside", "As written", "Reason")
    for exclusion in excluded:
        _add(table, _STYLES["excluded"], exclusion.surface, exclusion.reason)
    return table
