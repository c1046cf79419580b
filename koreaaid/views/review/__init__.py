"""The review of claims in a notebook: each is accepted, corrected, rejected or merged, in corrections.csv.

`Review` is what happens, without a browser; the widget draws it and passes keys and clicks on.
"""

from __future__ import annotations

from datetime import date
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING

from koreaaid.articles.reading import Articles, read_articles
from koreaaid.errors import KoreaaidError
from koreaaid.ledger.build import build_ledger
from koreaaid.ledger.tables import Ledger
from koreaaid.views.review.others import places
from koreaaid.views.review.reviewing import Review

if TYPE_CHECKING:
    from koreaaid.views.review.widget import ReviewWidget


def review(
    source: str | Path | Articles | Ledger,
    *,
    folder: str | Path | None = None,
    reviewer: str = "",
    day: date | None = None,
    reports: str | Path | None = None,
) -> ReviewWidget:
    """Go through claims one by one in a notebook, and write what you say of them into corrections.csv.

    Keys, while the review has the focus: a accept, c correct, r reject, m merge with the claim that it
    repeats, n and p next and previous, f find words, u undo, t take back what is said of the claim in view,
    / write a note. Each decision is on the disk at once.

    Parameters
    ----------
    source : str, Path, Articles or Ledger
        The folder of the articles, what `read_articles` gave of it, or a ledger.
    folder : str or Path, optional
        Where corrections.csv is kept; the folder of the articles where it is not given. A ledger does not
        know that folder.
    reviewer : str
        Your name as the file shall have it; that of your account where it is not given.
    day : date, optional
        The day that the file shall have; today where it is not given.
    reports : str or Path, optional
        Folder of a rendered report, for links to its evidence pages; `reports` here or above where it is not
        given.
    """
    from koreaaid.views.review.widget import ReviewWidget

    articles = read_articles(source) if isinstance(source, str | Path) else source
    place = folder or getattr(articles, "folder", None)
    if place is None:
        raise KoreaaidError(
            "where is corrections.csv to be kept? Name the folder of the articles as 'folder'"
        )
    ledger = articles if isinstance(articles, Ledger) else build_ledger(articles)
    when = day or date.today
    return ReviewWidget(Review(ledger, Path(place), reviewer or _account(), when, places(ledger, reports)))


def _account() -> str:
    try:
        return getuser()
    except (OSError, KeyError, ImportError):  # a container may have no account of that number
        return ""
