"""Tables that set claims side by side: sources, relations of claims, what has changed."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pandas as pd

from koreaaid.ledger.changes import Changes, as_of
from koreaaid.ledger.records import records
from koreaaid.ledger.tables import Ledger
from koreaaid.views.cards import review_words
from koreaaid.views.links import evidence_href
from koreaaid.views.sources import RELATED, all_relations, sources
from koreaaid.views.table import Column, Table
from koreaaid.views.tables import figure_link, status_cell, text_column, unit_cell
from koreaaid.views.text import known, safe, shorten
from koreaaid.views.words import counted, day_words, speaker

if TYPE_CHECKING:
    from koreaaid.ledger.corpus.ledger import CorpusLedger
    from koreaaid.ledger.series import Series

_NAMES = 5


def sources_table(ledger: Ledger) -> Table:
    """Show for each origin its claims, who passes them on, and who agrees or does not."""
    columns = [
        text_column("Origin", "origin", 80),
        *(
            Column(head, _count(name), _value(name), "num")
            for head, name in (("Claims", "claims"), ("Articles", "articles"), ("Outlets", "outlets"))
        ),
        Column("Passed on by", _names("relays")),
        Column("In agreement with", _names("agrees")),
        Column("In contradiction to", _names("contradicts")),
    ]
    return Table(sources(ledger), columns, "Origins of the claims")


def relations_table(
    ledger: Ledger | CorpusLedger, series: Series | None = None, caption: str = "How claims relate"
) -> Table:
    """Show the pairs of claims that agree, differ or contradict each other, of one series or of all.

    The ledger of a corpus is asked for one series.
    """
    pairs = series.relations(ledger) if series else all_relations(ledger)
    among = series.claims(ledger) if series else ledger.claims
    claims = {row["claim_id"]: row for row in records(among)}
    pairs = pairs[pairs["relation"].isin(list(RELATED))]

    def side(name: str) -> Callable[[Any], str]:
        return lambda row: f"{figure_link(claims[row[name]])} {safe(speaker(claims[row[name]], 50))}"

    columns = [
        Column("Later claim", side("claim_b")),
        Column("Relation", lambda row: RELATED[row["relation"]], kind="pick"),
        Column("Earlier claim", side("claim_a")),
        Column("Days between", _days, lambda row: row["days"], "num"),
        text_column("Why", "basis", 120),
    ]
    return Table(pairs, columns, caption)


def corrections_table(ledger: Ledger) -> Table:
    """Show what reviewers accepted, corrected and rejected, and whether it is applied."""
    claims = {row["claim_id"]: row for row in records(ledger.claims)}

    def claim(row: Any) -> str:
        return figure_link(claims[row["claim_id"]]) if row["claim_id"] in claims else safe(row["claim_id"])

    columns = [
        Column("Claim", claim),
        Column("Review", review_words, kind="text"),
        text_column("State", "state"),
    ]
    return Table(ledger.corrections, columns, "Reviews")


def spellings_table(ledger: Ledger) -> Table:
    """Show names that are one person or may be, why, and the line of names.toml that says so."""

    def line(row: Any) -> str:
        like, name = (_toml(shorten(row[column], 200)) for column in ("like", "name"))
        return f"<code>{safe(f'{like} = [{name}]')}</code>"

    columns = [
        text_column("Name", "name"),
        text_column("The same as", "like"),
        text_column("Status", "status"),
        text_column("Why", "reason", 160, kind="text"),
        Column("Articles", _count("articles"), _value("articles"), "num"),
        Column("Line of names.toml", line),
    ]
    return Table(ledger.spellings, columns, "Names that may be one person")


def figures_table(
    ledger: Ledger | CorpusLedger, series: Series, caption: str = "Claims that say the same"
) -> Table:
    """Show the figures of a series: claims that say the same, taken together, with their origins."""
    columns = [
        *map(_number, ("low", "value", "high")),
        Column("Status", status_cell),
        Column("First said by", lambda row: safe(shorten(str(row["first_origin"]), 60))),
        Column("Origins", _names("origins")),
        Column("Claims", _count("n_claims"), _value("n_claims"), "num"),
        Column("Independent origins", _count("n_origins"), _value("n_origins"), "num"),
    ]  # fmt: skip
    return Table(series.figures(ledger), columns, caption)


def summary_table(
    summary: pd.DataFrame, claims: pd.DataFrame, caption: str = "What the claims come to"
) -> Table:
    """Show what each rule makes of the claims of a series, with the claim behind it."""
    articles = dict(zip(claims["claim_id"], claims["article"], strict=True))

    def behind(row: Any) -> str:
        claim = known(row["claim_id"])
        if claim not in articles:
            return "several claims" if row["n_claims"] > 1 else "one claim"
        return f'<a href="{safe(evidence_href(articles[claim], claim))}">the claim</a>'

    columns = [
        Column("Rule", lambda row: safe(row["rule"]).replace("-", " "), kind="pick"),
        Column("Claims that are", status_cell, kind="pick"),
        *map(_number, ("low", "value", "high")),
        Column("Taken from", behind),
        Column("Claims", _count("n_claims"), _value("n_claims"), "num"),
        Column("Independent origins", _count("n_origins"), _value("n_origins"), "num"),
    ]  # fmt: skip
    return Table(summary, columns, caption)


def earlier_ledger(ledger: Ledger, earlier: str = "", since: str = "") -> Ledger:
    """Return the ledger to compare with: a saved one, or this one as it stood on a day.

    Parameters
    ----------
    ledger : Ledger
        The ledger of now.
    earlier : str
        Folder of a saved ledger; it goes before `since`.
    since : str
        A day as 2024-10-01; without one, the day before the last article appeared. Where no article has
        a publication date there is nothing to go back to: the ledger itself is returned.
    """
    if earlier:
        return Ledger.load(earlier)
    if since:
        return as_of(ledger, since)
    published = ledger.articles["published"].dropna()
    if published.empty:
        return ledger
    return as_of(ledger, (published.max() - timedelta(days=1)).date())


def changes_finding(changes: Changes, before: Ledger) -> str:
    """Return in a sentence what has changed since the ledger of `before`."""
    then = counted(len(before.articles), "article")
    last = before.articles["published"].max()
    if not changes and known(last) is None and len(before.articles):
        return (
            f"No publication date is known of the {then} read, so nothing tells the new from the old. "
            "Give the dates in articles.toml, or an earlier ledger to compare with."
        )
    until = f" up to {day_words(last)}" if known(last) is not None else ""
    return f"Compared with {then}{until}: {changes_counted(changes) or 'nothing has changed'}."


def changes_counted(changes: Changes) -> str:
    """Return how many changes of each kind there are, as "1 new article, 8 new claims"."""
    return ", ".join(_changed(kind, count) for kind, count in changes.counts.items())


def _changed(kind: str, count: int) -> str:
    change, _, noun = kind.partition(" ")
    return counted(count, f"{change} article" if noun else f"{change} claim")


def changed_claims_table(changes: Changes, ledger: Ledger) -> Table:
    """Show the claims that are new, revised, confirmed, contradicted or gone, with what they were before."""
    there = set(ledger.claims["claim_id"])

    def now(row: Any) -> str:
        words = safe(shorten(row["surface"], 60))
        if row["claim_id"] not in there:
            return words
        return f'<a href="{safe(evidence_href(row["article"], row["claim_id"]))}">{words}</a>'

    columns = [
        text_column("Change", "change", kind="pick"),
        Column("Figure", now),
        text_column("Who says so", "attributed_to"),
        text_column("What changed", "what", 160),
        text_column("Before", "earlier"),
        text_column("Sentence", "sentence", 200, kind="text"),
    ]
    return Table(changes.claims, columns, "Changes of claims", tall=True)


def changed_articles_table(changes: Changes) -> Table:
    """Show the articles that are new, have another text, or are gone."""

    def name(row: Any) -> str:
        words = safe(shorten(known(row["title"]) or row["article"], 120))
        link = f'<a href="{safe(evidence_href(row["article"]))}">{words}</a>'
        return words if row["change"] == "vanished" else link

    columns = [
        text_column("Change", "change"),
        Column("Article", name, kind="text"),
        text_column("Outlet", "outlet"),
        Column("Published", lambda row: day_words(row["published"]) if known(row["published"]) else ""),
        Column("Figures", _count("quantities"), _value("quantities"), "num"),
    ]
    return Table(changes.articles, columns, "Changes of articles")


def sources_finding(ledger: Ledger) -> str:
    """Return in a sentence how many origins there are, and how many have another one's agreement."""
    sheet = sources(ledger)
    agreed = int(sheet["agrees"].map(bool).sum())
    disputed = int(sheet["contradicts"].map(bool).sum())
    return (
        f"{counted(len(ledger.claims), 'claim')} go back to {counted(len(sheet), 'independent origin')}; "
        f"{agreed or 'none'} of them agree{'s' if agreed == 1 else ''} with another one on a figure, "
        f"{disputed or 'none'} contradict{'s' if disputed == 1 else ''} one."
    )


_NOT_STATED = {"low": "no floor stated", "high": "no ceiling stated"}


def _number(name: str) -> Column:
    empty = f'<span class="k-soft">{_NOT_STATED[name]}</span>' if name in _NOT_STATED else ""
    return Column(
        name.capitalize(), lambda row: unit_cell(row[name], row["unit"]) or empty, _value(name), "num"
    )


def _names(name: str) -> Callable[[Any], str]:
    def cell(row: Any) -> str:
        names = [str(one) for one in row[name]]
        more = f" and {len(names) - _NAMES} more" if len(names) > _NAMES else ""
        return safe(", ".join(shorten(one, 50) for one in names[:_NAMES]) + more)

    return cell


def _value(name: str) -> Callable[[Any], Any]:
    return lambda row: row[name]


def _count(name: str) -> Callable[[Any], str]:
    return lambda row: f"{row[name]:,}"


def _toml(text: str) -> str:
    """Return `text` in the quotes of TOML, whose escapes JSON shares."""
    return json.dumps(text, ensure_ascii=False)


def _days(row: Any) -> str:
    days = known(row["days"])
    return "" if days is None else f"{days:.0f}"
