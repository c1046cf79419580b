"""What trafilatura leaves out of an article, and what it takes of others: mended by the page around it.

It leaves out the lines below the headline that sum the article up, and paragraphs that are set apart by what
stands between them; it takes the headlines of other articles that stand among the paragraphs as links.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from itertools import islice
from typing import Any

from koreaaid.articles.page_days import WORDS_BESIDE_A_DAY
from koreaaid.articles.page_facts import bare, described
from koreaaid.articles.page_parts import NOT_SHOWN, blocks_below, is_of_others, words_of
from koreaaid.articles.stamps import stated_day

_SUMMARY = re.compile(
    r"(?:sub-?_?(?:title|head|hed)|dek\b|deck|standfirst|excerpt|summary|description|lede|stand-?first|tagline|midtitle"
    r"|mid_title|abstract|intro\b|article-?_?(?:lead|intro|sub))",
    re.IGNORECASE,
)
_NAMING = ("class", "id", "itemprop", "data-qa", "data-testid")
_BLOCKS = ("p", "div", "ul", "ol", "table", "section", "figure", "h1", "h2", "h3", "h4", "article", "form")
_NO_TEXT = NOT_SHOWN | {"figcaption", "nav"}
_BELOW = 60
_SHORTEST, _LONGEST = 25, 600
_FEWEST_WORDS = 4
_LONGEST_OFFER = 500
_SEVERAL = 3
_SHORTEST_PARAGRAPH = 50
_MOST_PARAGRAPHS = 2000
_SENTENCE_END = re.compile(r"[.!?…][\"”’'»)]{0,3}\Z")
_BYLINE = re.compile(r"\A(?:by|from|photo|image|video|updated|published|posted|written)\b", re.IGNORECASE)
_OF_PICTURE = re.compile(r"caption|credit|image|photo|byline|author", re.IGNORECASE)
_LAYOUT_TABLES = "//table[.//td[string-length(.) > 500 and (.//br or .//p or .//table)]]"
_LABEL = re.compile(r"\W{0,6}(?:[^\W\d_]{2,20} ?){1,3} ?[:|>»]")
_SHARE_OF_LINKS = 0.5


def without_headlines_of_others(tree: Any) -> Any:
    """Return a copy of a page without the paragraphs and entries that are a link to another article.

    "Read also:" may stand before the link, in any language. What is long is the article, also where its page
    calls it a paywall, which trafilatura leaves out, or lays it out in a table.
    """
    copy = deepcopy(tree)
    for element in list(copy.iter("p", "li")):
        words = words_of(element)
        if len(words) <= _LONGEST and not words.endswith(".") and _is_link(element, words):
            element.drop_tree()
    for table in copy.xpath(_LAYOUT_TABLES):
        for part in (table, *table.xpath(".//tbody | .//tr | .//td")):
            part.tag = "div"
    paywalls = copy.xpath("//*[contains(@class, 'paywall')]")
    several = sum(element.tag == "p" for element in paywalls) >= _SEVERAL
    for element in paywalls:
        if len(element.text_content()) > _LONGEST_OFFER or (element.tag == "p" and several):
            element.set("class", element.get("class").replace("paywall", ""))
    return copy


def _is_link(element: Any, words: str) -> bool:
    """Say whether a paragraph is nothing but a link to another page, a label before it aside."""
    links = [link for link in element.iter("a") if not (link.get("href") or "#").startswith("#")]
    linked = " ".join(map(words_of, links))
    if len(linked.split()) < _FEWEST_WORDS:
        return False
    label = _LABEL.match(words)
    return len(bare(linked)) == len(bare(words[label.end() :] if label else words))


def completed(text: str, tree: Any) -> str:
    """Return the text of an article with what the page shows of it besides.

    Parameters
    ----------
    text : str
        The paragraphs that were found, one a line.
    tree : lxml.html.HtmlElement
        The page.
    """
    lines = [line for line in text.split("\n") if bare(line)]
    if not lines:
        return text
    places = {bare(line): number for number, line in reversed(list(enumerate(lines)))}
    after: dict[int, list[str]] = {}
    for number, paragraph in _left_out(tree, places, text):
        after.setdefault(number, []).append(paragraph)
    summary = [line for line in _summary(tree, places) if bare(line) not in bare(text)]
    found = [one for number, line in enumerate(lines) for one in (line, *after.get(number, ()))]
    return "\n".join([*summary, *after.get(-1, ()), *found])


def _summary(tree: Any, places: dict[str, int]) -> Iterator[str]:
    """Yield the lines between headline and article that sum it up: named so, or as the page's description."""
    headings = [heading for heading in tree.xpath("//h1") if bare(words_of(heading))]
    descriptions = {bare(description) for description in described(tree)}
    for heading in headings[-1:]:
        for element, words in blocks_below(heading, _BELOW, _BLOCKS, _NO_TEXT):
            if bare(words) in places:
                return
            if _is_summary(element, heading, words, descriptions):
                yield words


def _is_summary(element: Any, heading: Any, words: str, descriptions: set[str]) -> bool:
    if not _SHORTEST <= len(words) <= _LONGEST or _BYLINE.match(words) or is_of_others(element):
        return False
    if len(words.split()) <= WORDS_BESIDE_A_DAY and stated_day(words):
        return False
    if bare(words) in descriptions:
        return True
    if any(_OF_PICTURE.search(_named(part)) for part in (element, element.getparent())):
        return False
    return any(_SUMMARY.search(_named(part)) for part in (element, element.getparent())) or (
        element.tag == "h2" and element.getprevious() is heading
    )


def _named(element: Any) -> str:
    return " ".join(element.get(name) or "" for name in _NAMING)


def _left_out(tree: Any, places: dict[str, int], text: str) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs that look like those that were found and stand among them, and after which."""
    paragraphs = [(element, words_of(element)) for element in islice(tree.iter("p"), _MOST_PARAGRAPHS)]
    numbers = [places.get(bare(words)) if words else None for _, words in paragraphs]
    kinds = Counter(
        _kind(element) for (element, _), number in zip(paragraphs, numbers, strict=True) if number is not None
    )
    whole = bare(text)
    last = -1
    for (element, words), number in zip(paragraphs, numbers, strict=True):
        last = number if number is not None else last
        alike = number is None and kinds[_kind(element)] > 1
        if alike and _is_sentence(element, words) and bare(words) not in whole:
            yield last, words


def _kind(element: Any) -> tuple[object, ...]:
    """Return what paragraphs of one article share: how they are called, or else what they stand in."""
    parent = element.getparent()
    named = element.get("class")
    return (named, parent.tag, parent.get("class")) if named else (parent,)


def _is_sentence(element: Any, words: str) -> bool:
    links = sum(len(words_of(link)) for link in element.iter("a"))
    return (
        len(words) >= _SHORTEST_PARAGRAPH
        and bool(_SENTENCE_END.search(words))
        and links <= _SHARE_OF_LINKS * len(words)
    )
