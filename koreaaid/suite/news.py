"""What a report says that the one before it did not."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from koreaaid.errors import KoreaaidError
from koreaaid.suite.inputs import split_problems
from koreaaid.views.links import evidence_href
from koreaaid.views.text import known, safe, shorten

if TYPE_CHECKING:
    from koreaaid.ledger.tables import Ledger

_SHOWN = 25
_LONGEST = 240


def news(earlier: Path, ledger: Ledger) -> str:
    """Return as HTML what `ledger` adds to the one saved in the folder `earlier`; empty if that is none."""
    from koreaaid.ledger.changes import compare
    from koreaaid.ledger.tables import Ledger
    from koreaaid.views.comparisons import changes_counted

    try:
        changes = compare(Ledger.load(earlier), ledger)
    except (KoreaaidError, OSError):  # none was made, or an earlier version made it
        return ""
    if not changes:
        return ""
    gone = set(changes.articles["article"][changes.articles["change"] == "vanished"])
    rows = [_article(row) for row in changes.articles.to_dict("records")]
    rows += [_claim(row, gone) for row in changes.claims.to_dict("records")]
    more = f"<p>And {len(rows) - _SHOWN:,} more.</p>" if len(rows) > _SHOWN else ""
    shown = "\n".join(rows[:_SHOWN])
    summary = f"<summary>Since the report before: {safe(changes_counted(changes))}.</summary>"
    return f'<details class="s-news">{summary}\n<ul>\n{shown}\n</ul>{more}</details>'


def told(old: Path, new: Path) -> tuple[list[str], tuple[str, ...], tuple[str, ...]]:
    """Return line by line what the later ledger adds to the earlier one, and its problems and doubts."""
    from koreaaid.ledger.changes import compare, ledger_at
    from koreaaid.views.comparisons import changes_counted

    later = ledger_at(new)
    changes = compare(ledger_at(old), later)
    return [*changes.lines(), changes_counted(changes) or "no changes"], *split_problems(later)


def _article(row: Mapping[Any, Any]) -> str:
    name = safe(shorten(str(known(row["title"]) or row["article"]), _LONGEST))
    link = name if row["change"] == "vanished" else f'<a href="{evidence_href(row["article"])}">{name}</a>'
    return f"<li><strong>{safe(row['change'])} article</strong> {link}</li>"


def _claim(row: Mapping[Any, Any], gone: set[str]) -> str:
    surface = safe(shorten(str(row["surface"]), _LONGEST))
    anchor = "" if row["change"] == "vanished" else str(row["claim_id"])
    if row["article"] not in gone:
        surface = f'<a href="{evidence_href(row["article"], anchor)}">{surface}</a>'
    who = known(row["attributed_to"])
    said = f" ({safe(shorten(str(who), 80))})" if who else ""
    what = known(row["what"])
    tail = f": {safe(shorten(str(what), _LONGEST))}" if what else ""
    return f"<li><strong>{safe(row['change'])}</strong> {surface}{said}{tail}</li>"
