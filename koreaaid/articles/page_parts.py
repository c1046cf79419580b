"""Parts of a web page: their words, the blocks below a headline, and what is of other articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

NOT_SHOWN = frozenset({"script", "style", "noscript", "template", "svg", "form", "button", "figure"})
_OF_OTHERS = re.compile(
    r"\b(?:related|recommend\w*|more|most|popular|trending|latest|teasers?|cards?|sidebar|comments?|replies"
    r"|(?<!post-)(?<!entry-)(?<!article-)footer|nav|menu|promo|widgets?|carousel|read-?(?:next|more|also)"
    r"|also|next|prev\w*|list|feed)(?:\b|_)",
    re.IGNORECASE,
)
_PARTS_OF_OTHERS = frozenset({"aside", "nav", "footer"})
_ENTRIES_OF_LISTS = frozenset({"li", "article", "tr"})
_SHORTEST_HEADLINE = 25


def words_of(element: Any) -> str:
    """Return the text of an element on one line."""
    return " ".join(element.text_content().split())


def blocks_below(
    heading: Any, elements: int, holders: tuple[str, ...], passed: frozenset[str] = NOT_SHOWN
) -> Iterator[tuple[Any, str]]:
    """Yield the blocks that follow a headline, with their words.

    Parameters
    ----------
    heading : lxml.html.HtmlElement
        The headline.
    elements : int
        How many elements behind it are looked at.
    holders : tuple of str
        What holds one of these is no block, but what they stand in.
    passed : frozenset of str
        What is passed over with all that is in it.
    """
    has_blocks = f"boolean(.//*[{' or '.join(f'self::{name}' for name in holders)}])"
    taken: set[Any] = set()
    for element in islice(heading.xpath("following::*"), elements):
        if not isinstance(element.tag, str) or element.tag in passed or element.getparent() in taken:
            taken.add(element)
        elif not element.xpath(has_blocks):
            taken.add(element)
            yield element, words_of(element)


def is_of_others(element: Any) -> bool:
    """Say whether an element lies in a part of the page that is about other articles, or in a comment."""
    for part in (element, *element.iterancestors()):
        if part.tag in ("article", "main", "body") and part.xpath("boolean(.//h1)"):
            return False
        if part.tag in _ENTRIES_OF_LISTS and _leads_away(part):
            return True
        if part.tag in _PARTS_OF_OTHERS or _OF_OTHERS.search(
            f"{part.get('class') or ''} {part.get('id') or ''}"
        ):
            return True
    return False


def _leads_away(entry: Any) -> bool:
    """Say whether an entry of a list holds a link as long as a headline."""
    return any(len(words_of(link)) >= _SHORTEST_HEADLINE for link in entry.iter("a"))
