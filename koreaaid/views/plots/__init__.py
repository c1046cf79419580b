"""The figures: each takes tables of the ledger and returns a `Picture` with links on its marks."""

from koreaaid.views.plots.deals import deals_plot
from koreaaid.views.plots.magnitudes import magnitudes_plot
from koreaaid.views.plots.series import series_plot
from koreaaid.views.plots.timeline import closeup_plot, timeline_plot

__all__ = ["closeup_plot", "deals_plot", "magnitudes_plot", "series_plot", "timeline_plot"]
