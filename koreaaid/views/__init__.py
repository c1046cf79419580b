"""DataFrames become what people look at: plots, tables, evidence pages.

In: a `Ledger`. Out: matplotlib figures, HTML and terminal text, the same bytes for the same ledger.
Never: a number that does not link to its sentence.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from koreaaid.views.links import evidence_href, evidence_path

if TYPE_CHECKING:
    from koreaaid.views.coverage import coverage, coverage_words
    from koreaaid.views.evidence import evidence_page, evidence_pages
    from koreaaid.views.plots import closeup_plot, deals_plot, magnitudes_plot, series_plot, timeline_plot
    from koreaaid.views.prose import paragraph, quantities_finding, series_finding, series_heading
    from koreaaid.views.tables import (
        articles_table,
        claims_table,
        coverage_table,
        dates_table,
        money_table,
        problems_table,
        summary_table,
    )
    from koreaaid.views.terminal import show_article

# matplotlib and pandas are imported when a view that needs them is first asked for.
_LATE = {
    **dict.fromkeys(["coverage", "coverage_words"], "coverage"),
    **dict.fromkeys(["evidence_page", "evidence_pages"], "evidence"),
    **dict.fromkeys(
        ["closeup_plot", "deals_plot", "magnitudes_plot", "series_plot", "timeline_plot"], "plots"
    ),
    **dict.fromkeys(["paragraph", "quantities_finding", "series_finding", "series_heading"], "prose"),
    **dict.fromkeys(
        ["articles_table", "claims_table", "coverage_table", "dates_table", "money_table", "problems_table",
         "summary_table"],
        "tables",
    ),
    "show_article": "terminal",
}  # fmt: skip

__all__ = [
    "articles_table", "claims_table", "closeup_plot", "coverage", "coverage_table", "coverage_words",
    "dates_table", "deals_plot", "evidence_href", "evidence_page", "evidence_pages", "evidence_path",
    "magnitudes_plot", "money_table", "paragraph", "problems_table", "quantities_finding", "series_finding",
    "series_heading", "series_plot", "show_article", "summary_table", "timeline_plot",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _LATE:
        raise AttributeError(f"module 'koreaaid.views' has no attribute {name!r}")
    return getattr(import_module(f"koreaaid.views.{_LATE[name]}"), name)
