"""A drawn figure as SVG: the same bytes for the same data, links on its marks, and a text alternative."""

from __future__ import annotations

from collections.abc import Mapping

from matplotlib.figure import Figure

from koreaaid.views.style import frame, styled
from koreaaid.views.svg import compact_svg


class Picture:
    """A figure that shows itself as SVG in a notebook.

    Attributes
    ----------
    name : str
        Keeps the ids of several pictures on one page apart.
    alt : str
        What the picture shows, in words.
    figure : matplotlib.figure.Figure
        For those who want to change it.
    svg : str
        The picture as it is shown.
    """

    def __init__(self, figure: Figure, name: str, alt: str, titles: Mapping[str, str] | None = None) -> None:
        self.figure = figure
        self.name = name
        self.alt = alt
        with styled():
            self.svg = compact_svg(figure, name, alt, titles or {})

    def __repr__(self) -> str:
        return f"Picture({self.name!r})"

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"image/svg+xml": self.svg, "text/plain": self.alt}


def nothing(name: str, title: str, words: str = "") -> Picture:
    """Return a picture that says that there is nothing to draw, and why."""
    with styled():
        drawn = frame(title, words, "", height=1, below=0)
        drawn.axes.set_axis_off()
        return Picture(drawn.figure, name, f"{title}. {words}".strip())
