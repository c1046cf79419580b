"""The figures: each takes tables of the ledger and returns a `Picture` with links on its marks."""

from koreaaid.views.plots.coverage import coverage_plot, sources_plot
from koreaaid.views.plots.deals import deals_plot
from koreaaid.views.plots.disagreement import disagreement_plot
from koreaaid.views.plots.magnitudes import magnitudes_plot
from koreaaid.views.plots.series import series_figure, series_plot
from koreaaid.views.plots.timeline import closeup_plot, closeup_plots, timeline_plot

__all__ = [
    "closeup_plot",
    "closeup_plots",
    "coverage_plot",
    "deals_plot",
    "disagreement_plot",
    "magnitudes_plot",
    "series_figure",
    "series_plot",
    "sources_plot",
    "timeline_plot",
]
