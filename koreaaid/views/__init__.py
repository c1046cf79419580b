"""DataFrames become what people look at: plots, tables, evidence pages.

In: a `Ledger`. Out: matplotlib figures, HTML and terminal text, the same bytes for the same ledger.
Never: a number that does not link to its sentence.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from koreaaid.views.display import register
from koreaaid.views.links import evidence_href, evidence_path

if TYPE_CHECKING:
    from koreaaid.views.comparisons import changed_articles_table as changed_articles_table
    from koreaaid.views.comparisons import changed_claims_table as changed_claims_table
    from koreaaid.views.comparisons import changes_finding as changes_finding
    from koreaaid.views.comparisons import corrections_table as corrections_table
    from koreaaid.views.comparisons import earlier_ledger as earlier_ledger
    from koreaaid.views.comparisons import figures_table as figures_table
    from koreaaid.views.comparisons import relations_table as relations_table
    from koreaaid.views.comparisons import sources_finding as sources_finding
    from koreaaid.views.comparisons import sources_table as sources_table
    from koreaaid.views.comparisons import spellings_table as spellings_table
    from koreaaid.views.comparisons import summary_table as summary_table
    from koreaaid.views.coverage import coverage_sheet as coverage_sheet
    from koreaaid.views.coverage import coverage_words as coverage_words
    from koreaaid.views.evidence import evidence_page as evidence_page
    from koreaaid.views.evidence import evidence_pages as evidence_pages
    from koreaaid.views.plots import closeup_plot as closeup_plot
    from koreaaid.views.plots import closeup_plots as closeup_plots
    from koreaaid.views.plots import coverage_plot as coverage_plot
    from koreaaid.views.plots import deals_plot as deals_plot
    from koreaaid.views.plots import disagreement_plot as disagreement_plot
    from koreaaid.views.plots import magnitudes_plot as magnitudes_plot
    from koreaaid.views.plots import series_figure as series_figure
    from koreaaid.views.plots import series_plot as series_plot
    from koreaaid.views.plots import sources_plot as sources_plot
    from koreaaid.views.plots import timeline_plot as timeline_plot
    from koreaaid.views.prose import dates_finding as dates_finding
    from koreaaid.views.prose import money_section as money_section
    from koreaaid.views.prose import paragraph as paragraph
    from koreaaid.views.prose import quantities_finding as quantities_finding
    from koreaaid.views.prose import reviews_section as reviews_section
    from koreaaid.views.prose import series_finding as series_finding
    from koreaaid.views.prose import series_heading as series_heading
    from koreaaid.views.tables import articles_table as articles_table
    from koreaaid.views.tables import categories_table as categories_table
    from koreaaid.views.tables import claims_table as claims_table
    from koreaaid.views.tables import coverage_table as coverage_table
    from koreaaid.views.tables import dates_table as dates_table
    from koreaaid.views.tables import in_category as in_category
    from koreaaid.views.tables import money_table as money_table
    from koreaaid.views.tables import problems_table as problems_table
    from koreaaid.views.terminal import show_article as show_article

# matplotlib and pandas are imported when a view that needs them is first asked for.
_LATE = {
    "comparisons": (
        "changed_articles_table", "changed_claims_table", "changes_finding", "corrections_table",
        "earlier_ledger", "figures_table", "relations_table", "sources_finding", "sources_table",
        "spellings_table", "summary_table",
    ),
    "coverage": ("coverage_sheet", "coverage_words"),
    "evidence": ("evidence_page", "evidence_pages"),
    "plots": (
        "closeup_plot", "closeup_plots", "coverage_plot", "deals_plot", "disagreement_plot",
        "magnitudes_plot", "sources_plot", "series_figure", "series_plot", "timeline_plot",
    ),
    "prose": (
        "dates_finding", "money_section", "paragraph", "quantities_finding", "reviews_section",
        "series_finding", "series_heading",
    ),
    "tables": (
        "articles_table", "categories_table", "claims_table", "coverage_table", "dates_table",
        "in_category", "money_table", "problems_table",
    ),
    "terminal": ("show_article",),
}  # fmt: skip
_HOMES = {name: module for module, names in _LATE.items() for name in names}

__all__ = ["evidence_href", "evidence_path", *_HOMES]

register()


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'koreaaid.views' has no attribute {name!r}")
    return getattr(import_module(f"koreaaid.views.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
