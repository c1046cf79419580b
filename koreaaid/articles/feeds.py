"""RSS and Atom feeds: each entry that holds its article becomes one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from koreaaid.articles.article import Dating, Problem
from koreaaid.articles.incoming import Incoming
from koreaaid.articles.stamps import stated_day
from koreaaid.articles.stated import Stated
from koreaaid.errors import KoreaaidError

_ENTRIES = ("item", "entry")
_BODIES = ("encoded", "content", "description", "summary")
_DAYS = ("pubdate", "published", "date", "issued", "updated")
_PLACES = {"title": "entry", "author": "entry", "outlet": "own title", "url": "entry"}
# An entry with less than this is a teaser and no article.
_SHORTEST = 400


def read_feed(text: str, name: str) -> Iterator[Incoming | Problem]:
    """Read the entries of a feed; one that only announces its article becomes a problem with the address."""
    if "<!ENTITY" in text:
        raise KoreaaidError(f"{name}: declares XML entities, which no feed needs; it was not read")
    if "<rss" not in text and "<feed" not in text and "<rdf" not in text.lower():
        raise KoreaaidError(f"{name}: is not a feed but another page; check the address of the feed")
    try:
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError, RecursionError) as error:
        raise KoreaaidError(f"{name}: is not a whole feed: {error}; load it again") from None
    outlet = _text(_child(root, "channel") if _child(root, "channel") is not None else root, "title")
    entries = [element for element in root.iter() if _tag(element) in _ENTRIES]
    if not entries:
        yield Problem(name, "is a feed without entries; check its address")
    for number, entry in enumerate(entries, 1):
        yield _read(entry, f"{name}, entry {number}", outlet)


def _read(entry: Any, origin: str, outlet: str | None) -> Incoming | Problem:
    from koreaaid.articles.pages import text_of_fragment

    bodies = [text_of_fragment(body) for body in (_text(entry, tag) for tag in _BODIES) if body]
    body = max(bodies, key=len, default="")
    url = _link(entry)
    if len(body) < _SHORTEST:
        return Problem(
            origin, f"only announces its article; add the article itself: {url or 'no address given'}"
        )
    stamp = next((found for found in (_text(entry, tag) for tag in _DAYS) if found), None)
    day = stated_day(stamp) if stamp else None
    datings = (Dating(day, "metadata", f"{Path(origin).name}: {stamp}"),) if day else ()
    stated = Stated(
        title=_text(entry, "title"),
        author=_author(entry),
        outlet=outlet,
        url=url,
        datings=datings,
        places=tuple((field, f"the feed's {place}") for field, place in _PLACES.items()),
    )
    return Incoming(origin, body, stated)


def _author(entry: Any) -> str | None:
    """Return who wrote an entry: Atom gives the name in an element of its own."""
    author = _child(entry, "author")
    named = _text(author, "name") if author is not None else None
    return named or _text(entry, "creator") or _text(entry, "author")


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _child(element: Any, tag: str) -> Any:
    return next((child for child in element if _tag(child) == tag), None)


def _text(element: Any, tag: str) -> str | None:
    child = _child(element, tag)
    text = "".join(child.itertext()).strip() if child is not None else ""
    return text or None


def _link(entry: Any) -> str | None:
    for child in entry:
        if _tag(child) == "link" and child.get("rel", "alternate") == "alternate":
            link = (child.get("href") or child.text or "").strip()
            if link.startswith(("http://", "https://")):
                return link
    return None
