"""A drawn figure as compact SVG: words as words, colours that follow the page, few ids, digits and groups.

matplotlib draws letters as outlines and repeats every property on every mark. Here a figure is a fifth of
that: its words can be searched, copied and read out, in the font that pages embed, and keep the width that
they were laid out with where that font is missing.
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Mapping
from hashlib import sha256

from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import text_to_path

from koreaaid.views import style
from koreaaid.views.text import safe

# Colours that follow the page from light to dark; in a picture that stands alone the colour itself holds.
_VARIABLES = {
    style.INK: "ink", style.SOFT: "soft", style.FAINT: "faint", style.GRID: "grid", style.PAPER: "paper",
    style.BLUE: "blue", style.ORANGE: "orange", style.GREEN: "green", style.PURPLE: "purple",
    style.GOLD: "gold", style.GREY: "grey", style.SKY: "sky",
}  # fmt: skip
_FONTS = "'koreaaid Sans', 'koreaaid Sans KR', system-ui, 'Noto Sans', 'Noto Sans KR', sans-serif"

_PROLOGUE = re.compile(r"\A.*?(?=<svg )", re.DOTALL)
_METADATA = re.compile(r" *<metadata>.*?</metadata>\n?", re.DOTALL)
_COMMENT = re.compile(r" *<!--.*?-->\n?", re.DOTALL)
_ID = re.compile(r' id="([^"]*)"')
_REFERENCE = re.compile(r'((?:xlink:)?href="|url\()#([^")]+)')
_PATH = re.compile(r'(?<= d=")[^"]*')
_COMMAND = re.compile(r"\s*([MLQCHVZz])\s*")
_LONG_NUMBER = re.compile(r"-?\d*\.\d{3,}")
_COLOUR = re.compile(r"(?<=: )#[0-9a-f]{6}")
_STYLE = re.compile(r'(?<= style=")[^"]*')
_LINK = re.compile(r'(</a>\s*)?<a xlink:href="([^"]*)"(?: target="[^"]*")?>')
_BLANKS = re.compile(r"\n\s*(?=<)")
_GROUP = re.compile(r"<g>|<g\b[^>]*[^/]>|</g>|<g/>")
_TEXT = re.compile(r'<text style="([^"]*)"([^>]*)>([^<]*)</text>')
_PLACE = re.compile(r'x="([-\d.]+)" y="([-\d.]+)"|translate\(([-\d.]+) ([-\d.]+)\)')


def compact_svg(figure: Figure, name: str, alt: str, titles: Mapping[str, str]) -> str:
    """Return `figure` as SVG.

    Parameters
    ----------
    figure : Figure
        Drawn within `style.styled`.
    name : str
        Keeps the ids of several pictures on one page apart.
    alt : str
        What the picture shows, in words.
    titles : mapping of str to str
        The words that a mark shows, by the address that it links to.
    """
    drawn = io.StringIO()
    figure.savefig(drawn, format="svg", metadata={"Date": None})
    svg = _PROLOGUE.sub("", drawn.getvalue(), count=1)
    svg = _COMMENT.sub("", _METADATA.sub("", svg, count=1))
    svg = _LONG_NUMBER.sub(_rounded, _with_few_ids(svg, name))
    svg = _PATH.sub(lambda found: _COMMAND.sub(r"\1", found[0]).strip(), svg)
    svg = _without_empty_groups(_TEXT.sub(_text, svg))
    svg = _with_titles(svg, titles)
    used = [colour for colour in _VARIABLES if f": {colour}" in svg]
    svg = _COLOUR.sub(lambda found: _short(found[0]), svg)
    svg = _STYLE.sub(lambda found: found[0].replace(": ", ":").replace("; ", ";"), svg)
    colours = ";".join(f"--{_VARIABLES[one]}:var(--k-{_VARIABLES[one]},{one})" for one in used)
    opening, rest = svg.split(">", 1)
    head = (
        f'{opening} class="k-figure" role="group" aria-label="{safe(alt)}" '
        f'font-family="{_FONTS}" style="{colours}">'
    )
    return _BLANKS.sub("\n", head + rest)


def _short(colour: str) -> str:
    return f"var(--{_VARIABLES[colour]})" if colour in _VARIABLES else colour


def _with_few_ids(svg: str, name: str) -> str:
    """Return `svg` with ids only where something refers to them, so that no page has one twice."""
    used = dict.fromkeys(found[1] for found in _REFERENCE.findall(svg) if f' id="{found[1]}"' in svg)
    # A short hash of the name keeps pictures apart with fewer bytes.
    prefix = f"k{sha256(name.encode()).hexdigest()[:5]}"
    short = {old: f"{prefix}-{number}" for number, old in enumerate(used)}
    svg = _ID.sub(lambda found: f' id="{short[found[1]]}"' if found[1] in short else "", svg)
    return _REFERENCE.sub(
        lambda found: f"{found[1].removeprefix('xlink:')}#{short.get(found[2], found[2])}", svg
    )


def _rounded(number: re.Match[str]) -> str:
    value = float(number[0])
    # A scale is small and multiplies: it keeps its digits.
    return number[0] if abs(value) < 0.1 else f"{value:.2f}".rstrip("0").rstrip(".")


def _text(found: re.Match[str]) -> str:
    """Return one line of words with its size, weight and colour, and the width that it was laid out with."""
    properties = dict(part.split(": ", 1) for part in found[1].split("; "))
    place = _PLACE.search(found[2])
    x, y = (place[1] or place[3], place[2] or place[4]) if place else ("0", "0")
    size, weight = properties["font-size"].removesuffix("px"), properties.get("font-weight", "400")
    attributes = [f'x="{x}" y="{y}" font-size="{size}"']
    attributes += [f'font-weight="{weight}"'] if weight != "400" else []
    anchor = properties.get("text-anchor", "start")
    attributes += [f'text-anchor="{anchor}"'] if anchor != "start" else []
    width = _width(html.unescape(found[3]), float(size), int(weight))
    attributes.append(f'textLength="{width:.1f}" lengthAdjust="spacingAndGlyphs"' if width else "")
    return f'<text {" ".join(attributes)} style="fill: {properties["fill"]}">{found[3]}</text>'


def _width(words: str, size: float, weight: int) -> float:
    font = FontProperties(size=size, weight=weight)
    width, _, _ = text_to_path.get_text_width_height_descent(words, font, ismath=False)
    return float(width)


def _without_empty_groups(svg: str) -> str:
    """Return `svg` without the groups that say nothing: all that have no attribute."""
    open_groups: list[bool] = []

    def kept(found: re.Match[str]) -> str:
        if found[0] == "<g/>":
            return ""
        if found[0] != "</g>":
            open_groups.append(found[0] != "<g>")
            return found[0] if open_groups[-1] else ""
        return found[0] if open_groups.pop() else ""

    return _GROUP.sub(kept, svg)


def _with_titles(svg: str, titles: Mapping[str, str]) -> str:
    """Return `svg` with words on its links.

    Neighbours that lead to one place become one link; what leads there once more is no second stop for Tab.
    """
    words = {safe(href): safe(title) for href, title in titles.items()}
    before = ""
    seen: set[str] = set()

    def link(found: re.Match[str]) -> str:
        nonlocal before
        end, href = found[1] or "", found[2]
        if end and href == before:
            return ""
        before = href
        said = words.get(href) or "the sentence in the article"
        name = 'tabindex="-1" aria-hidden="true"' if href in seen else f'aria-label="{said}"'
        seen.add(href)
        return f'{end}<a href="{href}" {name}><title>{said}</title>'

    return _LINK.sub(link, svg)
