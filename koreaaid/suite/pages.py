"""Report pages and the index as HTML: one frame, one stylesheet, one script, nothing from the network."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from koreaaid import __version__
from koreaaid.suite.keys import versions
from koreaaid.suite.rendering import TEMPLATES
from koreaaid.views.assets import HEAD_SCRIPT, font_css, page_css, script_hash

_SHOWN = ("Python", "pandas", "matplotlib", "papermill", "nbconvert", "pyarrow")


def page(template: str, **content: Any) -> str:
    """Fill the template of that name; what is not marked as HTML in it is escaped.

    With `figures` true the page has the fonts of figures.
    """
    shown: str = _environment().get_template(f"{template}.html.j2").render(content)
    return shown + "\n"


def made_with() -> str:
    """Return the versions that a reader may ask for, in words."""
    installed = versions()
    return f"koreaaid {__version__}, " + ", ".join(f"{name} {installed[name]}" for name in _SHOWN)


@cache
def _environment() -> Any:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, undefined=StrictUndefined
    )
    script = _asset("koreaaid.views", "page.js") + _asset("koreaaid.suite", "suite.js")
    environment.globals |= {
        "style": page_css() + _asset("koreaaid.suite", "suite.css"),
        "fonts": font_css(),
        "head_script": HEAD_SCRIPT,
        "script": script,
        # Only these scripts run: one that a stranger's text brought along is refused by the browser.
        "script_hashes": [script_hash(HEAD_SCRIPT), script_hash(script)],
        "version": __version__,
        "versions": made_with(),
    }
    return environment


def _asset(package: str, name: str) -> str:
    return (files(package) / name).read_text(encoding="utf-8")
