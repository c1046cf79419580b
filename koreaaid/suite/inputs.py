"""The articles that a command is given: there, and at least one that can be read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from koreaaid.errors import KoreaaidError

if TYPE_CHECKING:
    from koreaaid.articles.reading import Articles
    from koreaaid.ledger.tables import Ledger


def check_there(path: Path) -> None:
    """Refuse a path that does not exist, with what to do."""
    if not path.exists():
        raise KoreaaidError(f"{path}: no such file or folder; name a folder of articles, or one article")


def articles_at(path: Path) -> Articles:
    """Read an article or a folder of them; refuse one in which no article can be read."""
    from koreaaid.articles.reading import read_articles

    check_there(path)
    articles = read_articles(path)
    if not articles:
        reasons = "; ".join(f"{problem.source}: {problem.message}" for problem in articles.problems[:3])
        raise KoreaaidError(f"{path}: no article could be read ({reasons or 'there is none'})")
    return articles


def split_problems(ledger: Ledger) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the problems of `ledger` in words: what could not be read, what was but should be looked at."""
    read = set(ledger.articles["article"])
    problems: list[str] = []
    doubts: list[str] = []
    for row in ledger.problems.itertuples():
        (doubts if row.source in read else problems).append(f"{row.source}: {row.message}")
    return tuple(problems), tuple(doubts)
