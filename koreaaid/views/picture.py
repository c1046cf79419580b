"""A drawn figure as SVG: the same bytes for the same data, links on its marks, and a text alternative."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from hashlib import sha256

from matplotlib.figure import Figure

from koreaaid.views import style
from koreaaid.views.style import frame, styled
from koreaaid.views.text import safe

# Colours that follow the page from light to dark; in a picture that stands alone the colour itself holds.
_VARIABLES = {
    style.INK: "ink", style.SOFT: "soft", style.FAINT: "faint", style.GRID: "grid", style.PAPER: "paper",
    style.BLUE: "blue", style.ORANGE: "orange", style.GREEN: "green", style.PURPLE: "purple",
    style.GOLD: "gold", style.GREY: "grey", style.SKY: "sky",
}  # fmt: skip

_PROLOGUE = re.compile(r"\A.*?(?=<svg )", re.DOTALL)
_METADATA = re.compile(r" *<metadata>.*?</metadata>\n?", re.DOTALL)
_COMMENT = re.compile(r" *<!--.*?-->\n?", re.DOTALL)
_ID = re.compile(r' id="([^"]*)"')
_REFERENCE = re.compile(r'((?:xlink:)?href="|url\()#([^")]+)')
_PATH = re.compile(r'(?<= d=")[^"]*')
_COMMAND = re.compile(r"\s*([MLQCHVZz])\s*")
_LONG_NUMBER = re.compile(r"-?\d*\.\d{3,}")
_COLOUR = re.compile(r"(fill|stroke): (#[0-9a-f]{6})")
_SHIFT = re.compile(r'(<use [^>]*?)transform="translate\(([-\d.]+) 0\)"')
_LINK = re.compile(r'<a xlink:href="([^"]*)"(?: target="[^"]*")?>')
_BLANKS = re.compile(r"\n +(?=<)")


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
        self.svg = _svg(figure, name, alt, titles or {})

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


def _svg(figure: Figure, name: str, alt: str, titles: Mapping[str, str]) -> str:
    """Return `figure` as SVG; `titles` has the words that a mark shows, by the address that it links to."""
    drawn = io.StringIO()
    with styled():
        figure.savefig(drawn, format="svg", metadata={"Date": None})
    svg = _PROLOGUE.sub("", drawn.getvalue(), count=1)
    svg = _COMMENT.sub("", _METADATA.sub("", svg, count=1))
    svg = _compact(svg, name)
    svg = _COLOUR.sub(_with_variable, svg)
    hrefs = {safe(href): title for href, title in titles.items()}
    svg = _LINK.sub(lambda link: _link(link[1], hrefs.get(link[1], "")), svg)
    opening, rest = svg.split(">", 1)
    head = f'{opening} class="k-figure" role="group" aria-label="{safe(alt)}">'
    return _BLANKS.sub("\n", head + rest)


def _compact(svg: str, name: str) -> str:
    """Return `svg` with ids only where something refers to them, and no more digits than a screen shows.

    Half of its length goes, and a page with several pictures has no id twice.
    """
    used = dict.fromkeys(found[1] for found in _REFERENCE.findall(svg))
    # Some hundred glyphs refer to an id: a short hash of the name keeps pictures apart with fewer bytes.
    prefix = f"k{sha256(name.encode()).hexdigest()[:5]}"
    short = {old: f"{prefix}-{number}" for number, old in enumerate(used)}
    svg = _ID.sub(lambda found: f' id="{short[found[1]]}"' if found[1] in short else "", svg)
    svg = _REFERENCE.sub(lambda found: f"{found[1].removeprefix('xlink:')}#{short[found[2]]}", svg)
    svg = _PATH.sub(lambda found: _COMMAND.sub(r"\1", found[0]), svg)
    svg = _LONG_NUMBER.sub(_rounded, svg)
    return _SHIFT.sub(r'\1x="\2"', svg)


def _rounded(number: re.Match[str]) -> str:
    value = float(number[0])
    # A scale is small and multiplies: it keeps its digits.
    return number[0] if abs(value) < 0.1 else f"{value:.2f}".rstrip("0").rstrip(".")


def _with_variable(colour: re.Match[str]) -> str:
    name = _VARIABLES.get(colour[2])
    return f"{colour[1]}: var(--k-{name}, {colour[2]})" if name else colour[0]


def _link(href: str, title: str) -> str:
    """Return the opening of a link; `href` is escaped already."""
    words = safe(title) or "the sentence in the article"
    return f'<a href="{href}" aria-label="{words}"><title>{words}</title>'
