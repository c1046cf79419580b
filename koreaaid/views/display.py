"""Articles and ledgers that show themselves in a notebook, with their marks and counts."""

from __future__ import annotations

from typing import Any

from koreaaid.articles import Article
from koreaaid.views.text import safe, shorten


def article_html(article: Article) -> str:
    """Return `article` with its mentions marked, for the output of a cell; its style comes with it."""
    from koreaaid.ledger.build import build_ledger
    from koreaaid.views.assets import page_css
    from koreaaid.views.evidence import Mentions, marked_text, mentions_by_article

    ledger = build_ledger([article])
    text = marked_text(article, mentions_by_article(ledger).get(article.id, Mentions()))
    published = article.published.isoformat() if article.published else "not known"
    head = f"<p><strong>{safe(shorten(article.title or article.id, 300))}</strong>, published {published}</p>"
    # Scoped, so that the notebook around it keeps its own look; on paper, whatever the theme.
    style = page_css().replace(":root", ":scope")
    return f'<div class="k-shown" data-theme="light"><style>@scope {{ {style} }}</style>{head}{text}</div>'


def ledger_html(ledger: Any) -> str:
    """Return what is in a ledger: rows of each table, and the first claims."""
    from koreaaid.views.tables import claims_table

    counts = ", ".join(f"{len(table):,} {name}" for name, table in ledger.tables.items())
    return f"<p>{safe(counts)}</p>{claims_table(ledger.claims.head(10), 'The first claims').html}"


def register() -> None:
    """Make articles and ledgers show themselves in the running IPython; nothing happens outside of one."""
    import sys

    if "IPython" not in sys.modules:
        return
    from IPython.core.getipython import get_ipython

    shell: Any = get_ipython()
    if shell is None:
        return
    formatter = shell.display_formatter.formatters["text/html"]
    formatter.for_type(Article, article_html)
    formatter.for_type_by_name("koreaaid.ledger.tables", "Ledger", ledger_html)
