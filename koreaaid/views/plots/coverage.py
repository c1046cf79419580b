"""What became of every number, and who the claims come from."""

from __future__ import annotations

from koreaaid.ledger.records import records
from koreaaid.ledger.tables import Ledger
from koreaaid.views.links import evidence_href
from koreaaid.views.picture import Picture
from koreaaid.views.plots.bars import Bar, Part, bars_plot
from koreaaid.views.sources import sources
from koreaaid.views.style import BLUE, FAINT, GREEN, ORANGE
from koreaaid.views.text import known
from koreaaid.views.words import counted, source_line

_KINDS = {
    "quantities": Part("figures", BLUE),
    "dates": Part("dates", GREEN),
    "excluded": Part("set aside", FAINT),
}
_STATUS = {
    "asserted": Part("asserted", BLUE),
    "not_yet": Part("expected, planned or possible", ORANGE),
    "denied": Part("denied or not confirmed", FAINT),
}


def coverage_plot(ledger: Ledger, name: str = "coverage") -> Picture:
    """Draw a bar for each article: how many of its numbers are figures, dates, or set aside."""
    bars = [
        Bar(
            known(row["title"]) or known(row["outlet"]) or row["article"],
            tuple(int(row[kind]) for kind in _KINDS),
            evidence_href(row["article"]),
        )
        for row in records(ledger.articles)
    ]
    bars.sort(key=lambda bar: -sum(bar.counts))
    totals = {part.name: sum(bar.counts[i] for bar in bars) for i, part in enumerate(_KINDS.values())}
    parts = ", ".join(
        f"{count:,} {words.removesuffix('s') if count == 1 else words}" for words, count in totals.items()
    )
    return bars_plot(
        bars,
        list(_KINDS.values()),
        name,
        title=f"{counted(sum(totals.values()), 'number')} found: {parts}",
        subtitle="Numbers in each article",
        note=f"{source_line(records(ledger.articles))} Every digit is in exactly one of them.",
    )


def sources_plot(ledger: Ledger, name: str = "sources") -> Picture:
    """Draw a bar for each independent origin: how many claims go back to it, and of what status."""
    sheet = sources(ledger)
    first = ledger.claims.drop_duplicates("origin").set_index("origin")
    bars = [
        Bar(
            row["origin"],
            tuple(int(row[status]) for status in _STATUS),
            evidence_href(first["article"][row["origin"]], first["claim_id"][row["origin"]]),
        )
        for row in records(sheet)
    ]
    most = (
        f": {sheet['origin'].iloc[0]} with {counted(int(sheet['claims'].iloc[0]), 'claim')}" if bars else ""
    )
    return bars_plot(
        bars,
        list(_STATUS.values()),
        name,
        title=f"{counted(len(bars), 'independent origin')}, most cited{most}" if bars else "No claims yet",
        subtitle="Claims that go back to each origin",
        note=f"{source_line(records(ledger.articles))} An origin is the speaker, else the outlet or article.",
    )
