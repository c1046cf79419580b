"""An executed notebook becomes the inside of a page: body, headings, and what the index shows of it."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from koreaaid.suite.environment import spare_the_slow_import
from koreaaid.suite.notebooks import Run, has_tag

TEMPLATES = Path(__file__).with_name("templates")

_HEADING = re.compile(r"<h([123])>(.*?)</h\1>", re.DOTALL)
_NO_SLUG = re.compile(r"[^\w]+")
_TAG = re.compile(r"<[^>]{0,2000}>")
_PROLOGUE = re.compile(r"\A.{0,2000}?(?=<svg\b)", re.DOTALL)
_TITLE = re.compile(r"<title>(.{1,2000}?)</title>", re.DOTALL)
# What a page can show, best first.
_KINDS = ("image/svg+xml", "text/html", "text/markdown", "image/png", "image/jpeg", "text/plain")
_ID = re.compile(r'(?<= id=")(?=[^"]+")|(?<=url\(#)|(?<=href="#)')


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that the table of contents leads to."""

    level: int
    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Content:
    """What a report page shows of its notebook.

    Attributes
    ----------
    title : str
        The first heading of level 1, as text.
    body : str
        HTML of all cells.
    headings : tuple of Heading
        Levels 2 and 3, in order.
    finding : str
        HTML: the output of the cell tagged `finding`; empty where there is none.
    figure : str
        SVG: that of the cell tagged `key-figure`; empty where there is none.
    """

    title: str
    body: str
    headings: tuple[Heading, ...]
    finding: str
    figure: str


@dataclass(frozen=True, slots=True)
class Made:
    """A run that is ready to be shown.

    Attributes
    ----------
    run : Run
        What was run.
    key : str
        Hash of all that it depends on.
    notebook : str
        The notebook as it was run, as JSON.
    content : Content
        What its page shows.
    error : str
        Why it stopped before its end; empty if it did not.
    """

    run: Run
    key: str
    notebook: str
    content: Content
    error: str = ""


def render(notebook_json: str, name: str) -> Content:
    """Render an executed notebook; `name` stands in for a title and keeps the ids of its key figure apart."""
    spare_the_slow_import()
    import nbformat

    notebook: Any = nbformat.reads(notebook_json, as_version=4)  # type: ignore[no-untyped-call]
    body, headings = _with_anchors(_body(notebook))
    titles = [heading.text for heading in headings if heading.level == 1]
    return Content(
        title=titles[0] if titles else name,
        body=body,
        headings=tuple(heading for heading in headings if heading.level > 1),
        finding=_finding(notebook),
        figure=_ID.sub(f"{name}-", _key_figure(notebook)),
    )


def markdown(text: str) -> str:
    """Return Markdown as HTML. A dollar sign is a dollar sign here, and HTML in the text is shown as text."""
    import mistune

    shown: Any = mistune.create_markdown(escape=True, plugins=["table", "strikethrough"])(text)
    return str(shown)


def svg_figure(svg: str, metadata: Mapping[str, Any]) -> str:
    """Return `svg` for the inside of a page, with a text alternative if it names one and has none yet.

    The words are the metadata's `alt` or else the SVG's own title.
    """
    svg = _PROLOGUE.sub("", svg, count=1)
    opening, _, rest = svg.partition(">")
    if "aria-label" in opening:
        return svg
    title = _TITLE.search(rest)
    alt = metadata.get("image/svg+xml", {}).get("alt") or (html.unescape(title[1]) if title else "Figure")
    return f'{opening} class="k-figure" role="img" aria-label="{html.escape(alt)}">{rest}'


def _body(notebook: Any) -> str:
    from nbconvert.exporters.templateexporter import TemplateExporter

    # HTMLExporter itself would parse the page and write it anew, which costs time and SVG's capital letters.
    body: str = TemplateExporter.from_notebook_node(_exporter(), notebook)[0]
    return body


@cache
def _exporter() -> Any:
    from nbconvert import HTMLExporter
    from nbconvert.filters import Highlight2HTML

    code = Highlight2HTML(pygments_lexer="ipython3")  # type: ignore[no-untyped-call]
    return HTMLExporter(  # type: ignore[no-untyped-call]
        template_name="basic",
        template_file=str(TEMPLATES / "body.html.j2"),
        filters={"highlight_code": code, "markdown": markdown, "shown": _shown, "svg_figure": svg_figure},
    )


def _shown(data: Mapping[str, Any]) -> str:
    """Return the kind of the output's content that a page shows; empty if it shows none of them."""
    return next((kind for kind in _KINDS if kind in data), "")


def _with_anchors(body: str) -> tuple[str, list[Heading]]:
    """Give every heading of `body` an id of its words, and return them beside it."""
    headings: list[Heading] = []
    taken: set[str] = set()

    def anchored(match: re.Match[str]) -> str:
        text = _plain(match[2])
        slug = base = _NO_SLUG.sub("-", text.casefold()).strip("-") or "section"
        while slug in taken:
            slug = f"{base}-{len(taken)}"
        taken.add(slug)
        headings.append(Heading(int(match[1]), slug, text))
        return f'<h{match[1]} id="{slug}">{match[2]}</h{match[1]}>'

    return _HEADING.sub(anchored, body), headings


def _outputs(notebook: Any, tag: str) -> list[Mapping[str, Any]]:
    cells = [cell for cell in notebook.cells if cell.cell_type == "code" and has_tag(cell, tag)]
    return [output for cell in cells for output in cell.outputs]


def _finding(notebook: Any) -> str:
    for output in _outputs(notebook, "finding"):
        data: Mapping[str, str] = output.get("data", {})
        if "text/html" in data:
            return data["text/html"]
        if "text/markdown" in data:
            return markdown(data["text/markdown"])
        return f"<p>{html.escape(data.get('text/plain') or output.get('text', ''))}</p>"
    return ""


def _key_figure(notebook: Any) -> str:
    for output in _outputs(notebook, "key-figure"):
        if "image/svg+xml" in output.get("data", {}):
            return svg_figure(output["data"]["image/svg+xml"], output.get("metadata", {}))
    return ""


def _plain(fragment: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", fragment)).split())
