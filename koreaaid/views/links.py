"""Where a mention is shown: the one place that knows the names of evidence pages and their anchors."""

from __future__ import annotations

import hashlib
from urllib.parse import quote, urlsplit

_FOLDER = "evidence"
# A longer sentence is named by its first and its last words: long addresses are cut by mail programs.
_FRAGMENT_WORDS = 6
# In bytes: with ".html" behind it a name is as long as systems take.
_LONGEST_NAME = 250


def evidence_path(article: str) -> str:
    """Return the path of an article's evidence page, relative to the folder of the reports.

    >>> evidence_path("002_ab8605f6d454ca2c.txt")
    'evidence/002_ab8605f6d454ca2c.html'
    """
    place, slash, name = article.removesuffix(".txt").rpartition("/")
    if len(name.encode()) > _LONGEST_NAME:
        told = hashlib.sha256(name.encode()).hexdigest()[:8]
        name = f"{name.encode()[: _LONGEST_NAME - 9].decode(errors='ignore')}-{told}"
    return f"{_FOLDER}/{place}{slash}{name}.html"


def evidence_href(article: str, anchor: str = "") -> str:
    """Return the link from a report to an article's evidence page, to one of its marks if `anchor` is given.

    >>> evidence_href("a b.txt", "c0123456789")
    'evidence/a%20b.html#c0123456789'
    """
    return quote(evidence_path(article)) + (f"#{quote(anchor)}" if anchor else "")


def exclusion_anchor(start: int) -> str:
    """Return the anchor of the excluded number that begins at `start`."""
    return f"x{start}"


def way_up(article: str) -> str:
    """Return the way from an article's evidence page back to the folder of the reports: `../` or more."""
    return "../" * evidence_path(article).count("/")


def source_href(url: str | None, sentence: str = "") -> str | None:
    """Return the article's own address, opened at `sentence`; None unless it is an address of the web.

    The address comes from strangers: `javascript:` and its like are no links.
    """
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    words = sentence.split()
    if len(words) > 2 * _FRAGMENT_WORDS:
        ends = [words[:_FRAGMENT_WORDS], words[-_FRAGMENT_WORDS:]]
    else:
        ends = [words] if words else []
    # A hyphen has a meaning of its own in a text fragment.
    texts = [quote(" ".join(end), safe="").replace("-", "%2D") for end in ends]
    return parts._replace(fragment="").geturl() + (f"#:~:text={','.join(texts)}" if texts else "")
