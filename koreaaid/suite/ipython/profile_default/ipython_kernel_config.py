"""The one IPython profile that report runs, nbval and JupyterLab share.

Figures are SVG without a date and with a fixed salt for their ids: the same figure is the same bytes, so
nbval can compare it and a diff shows up only when the picture changes.
"""

c = get_config()  # type: ignore[name-defined] # noqa: F821

c.InlineBackend.figure_formats = {"svg"}
c.InlineBackend.print_figure_kwargs = {"bbox_inches": "tight", "metadata": {"Date": None}}
c.InlineBackend.rc = {"svg.hashsalt": "koreaaid"}
c.IPKernelApp.log_level = 40  # says nothing of the loopback TCP that every kernel here uses
