"""What every page inlines: its stylesheet, the fonts of its figures, and the script of its head."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

_WEIGHTS = {"Regular": 400, "SemiBold": 600}

# Before anything is painted: the theme that the reader chose on one of the pages, where the browser keeps it;
# and that scripts run, so that long tables are shown piece by piece.
HEAD_SCRIPT = (
    'document.documentElement.dataset.live="";'
    'try{document.documentElement.dataset.theme=localStorage.getItem("koreaaid-theme")||""}catch{}'
)


@cache
def page_css() -> str:
    """Return the stylesheet that every page inlines."""
    return (files(__package__) / "page.css").read_text(encoding="utf-8")


@cache
def font_css() -> str:
    """Return the fonts of figures, for a page that has one: Latin letters and signs of both weights, 36 KB.

    What they lack is shown in a font of the reader's system.
    """
    return "".join(_face(name, weight) for name, weight in _WEIGHTS.items())


def _face(name: str, weight: int) -> str:
    font = b64encode((files(__package__) / "fonts" / f"koreaaidSans-{name}.woff2").read_bytes()).decode()
    source = f"url(data:font/woff2;base64,{font}) format('woff2')"
    return f"@font-face {{ font-family: 'koreaaid Sans'; font-weight: {weight}; src: {source}; }}\n"


def script_hash(script: str) -> str:
    """Return the name of an inline script in a page's policy: no other one runs there."""
    return f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}"
