"""koreaaid: a folder of news articles becomes a sourced ledger of figures and dates.

import koreaaid
articles = koreaaid.read_articles("seeds")
mentions = koreaaid.extract(articles[0])
ledger = koreaaid.build_ledger(articles)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from koreaaid.articles import Article
from koreaaid.articles.reading import read_articles
from koreaaid.errors import KoreaaidError
from koreaaid.extract import Date, Excluded, Mention, Quantity, extract

if TYPE_CHECKING:
    from koreaaid.ledger.build import build_ledger, open_ledger
    from koreaaid.ledger.tables import Ledger

__version__ = "0.1.0"
__all__ = [
    "Article", "Date", "Excluded", "KoreaaidError", "Ledger", "Mention", "Quantity",
    "build_ledger", "extract", "open_ledger", "read_articles",
]  # fmt: skip

# The ledger brings pandas with it: it is imported when it is first asked for.
_LATE = {
    "build_ledger": "koreaaid.ledger.build",
    "open_ledger": "koreaaid.ledger.build",
    "Ledger": "koreaaid.ledger.tables",
}


def __getattr__(name: str) -> Any:
    if name not in _LATE:
        raise AttributeError(f"module 'koreaaid' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_LATE[name]), name)
