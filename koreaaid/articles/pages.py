"""Saved web pages: their article's text through trafilatura, and what the page says of the article.

Titles and days are taken from where publishers put them for search engines; what only htmldate can guess is
called inferred. trafilatura and lxml are imported when the first page is read.
"""

from __future__ import annotations

import html as entities
import json
import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from koreaaid.articles.article import Dating
from koreaaid.articles.furniture import find_furniture
from koreaaid.articles.naming import outlet_named, outlet_of_address
from koreaaid.articles.stamps import stated_day
from koreaaid.language.lexicon import lexicon

# Posts of others that are shown in the article, and what only screens need.
_PRUNED = [
    "//blockquote[contains(@class, 'twitter-tweet') or contains(@class, 'instagram-media')]",
    "//*[@aria-hidden='true' and not(.//p)]",
]
_ARTICLE_TYPES = re.compile(r"(?:Article|Posting|Report|Review)$")
_LONGER = 1.2
_TOO_SHORT = 200
_LARGEST_DATA = 2_000_000
_DEEPEST = 40
_SEPARATOR = re.compile(r"\s*[|ㅣ*]\s*|\s+[-–—]\s+|-(?=[^\s-]{1,12}ㅣ)")
_BARE = re.compile(r"[\W_]+")
_SCRIPTED_PARAGRAPH = re.compile(r"<p\b[^<>]{0,300}>(.{1,5000}?)</p>", re.DOTALL)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_MARKDOWN_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\([^()\s]{1,1000}\)")
_MARKDOWN_MARK = re.compile(
    r"^(?:\+\+\+.{0,60}|\[#.{0,200}\])$|\{: ?[.\w -]{1,40}\}"
    r"|(?<!\w)[*_]{1,3}(?=\w)|(?<=\w)[*_]{1,3}(?!\w)",
    re.MULTILINE,
)
_MORE = re.compile(r"^(?:more from|more on) .{2,40}$", re.MULTILINE | re.IGNORECASE)
_LONGEST_TEASER = 250
_BLOCK = re.compile(
    r"</?(?:p|div|br|li|ul|ol|h\d|tr|table|blockquote|section|article)\b[^<>]{0,2000}>", re.IGNORECASE
)
_SCRIPT = re.compile(r"<(script|style)\b[^<>]{0,2000}>.{0,100000}?</\1\s*>", re.DOTALL | re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\f\v]{2,}")


@dataclass(frozen=True, slots=True)
class Page:
    """What a web page holds.

    Attributes
    ----------
    text : str
        The article's paragraphs, a blank line between them; empty where none were found.
    title, outlet, url : str or None
    datings : tuple of Dating
        The statements of its day that the page itself makes, the most trustworthy first.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    datings: tuple[Dating, ...] = ()


def read_page(html: str, url: str | None = None) -> Page:
    """Read a web page; nothing in it is executed and nothing is fetched."""
    from trafilatura import load_html

    for name in ("trafilatura", "htmldate"):  # what they could not read is told as a problem
        logging.getLogger(name).setLevel(logging.CRITICAL)
    tree = load_html(html)
    if tree is None:
        return Page(text_of_fragment(html) if "<p" in html else "")
    records = list(_article_records(tree))
    url = url or _first(tree, "//link[@rel='canonical']/@href") or _meta(tree, "og:url")
    url = url if url and url.startswith(("http://", "https://")) else None
    site = _meta(tree, "og:site_name") or _publisher(records)
    outlet = (outlet_of_address(url) if url else None) or (outlet_named(site) if site else None) or site
    text = _text(html, records)
    return Page(text, _title(tree, records, site), outlet, url, tuple(_datings(tree, records, html, url)))


def _first(tree: Any, xpath: str) -> str | None:
    values = [str(value).strip() for value in tree.xpath(xpath)]
    return next((value for value in values if value), None)


def _meta(tree: Any, name: str) -> str | None:
    found = _first(tree, f"//meta[@property='{name}' or @name='{name}' or @itemprop='{name}']/@content")
    return entities.unescape(found) if found else None


def _article_records(tree: Any) -> Iterator[dict[str, Any]]:
    """Read the descriptions of an article that publishers embed as JSON (schema.org)."""
    for script in tree.xpath("//script[contains(@type, 'ld+json')]/text()"):
        if len(script) > _LARGEST_DATA:
            continue
        try:
            yield from _articles_in(json.loads(script, strict=False), 0)
        except (ValueError, RecursionError):
            continue


def _articles_in(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        kinds = value.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(_ARTICLE_TYPES.search(str(kind)) for kind in kinds):
            yield value
        for part in value.values():
            yield from _articles_in(part, depth + 1)
    elif isinstance(value, list):
        for part in value:
            yield from _articles_in(part, depth + 1)


def _publisher(records: list[dict[str, Any]]) -> str | None:
    for record in records:
        publisher = record.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else None
        if isinstance(name, str) and name.strip():
            return name.strip()
    return None


def _title(tree: Any, records: list[dict[str, Any]], site: str | None) -> str | None:
    """Return the title that most of headline, data and metadata agree on, else the headline."""
    headings = [" ".join(heading.text_content().split()) for heading in tree.xpath("//h1")]
    named = [str(record.get("headline") or "") for record in records] + [_meta(tree, "headline") or ""]
    shared = [
        _meta(tree, "og:title") or "",
        _meta(tree, "twitter:title") or "",
        _first(tree, "//title/text()") or "",
    ]
    named, shared = ([_without_site(title or "", site) for title in titles] for titles in (named, shared))
    groups = [[title for title in titles if title] for titles in (headings, named, shared)]
    votes = Counter(key for titles in groups for key in {_bare(title) for title in titles})
    agreed = [title for titles in groups for title in titles if votes[_bare(title)] > 1]
    if agreed:
        return max(agreed, key=lambda title: votes[_bare(title)])
    if len(groups[0]) == 1:
        return groups[0][0]
    return next((titles[0] for titles in groups[1:] if titles), None)


def _without_site(title: str, site: str | None) -> str:
    """Take the site's name, and what stands behind it, off the end of a title."""
    title = " ".join(entities.unescape(entities.unescape(title)).split())
    for separator in _SEPARATOR.finditer(title):
        rest = title[separator.end() :]
        if separator.start() and site and _bare(rest).startswith(_bare(site)):
            title = title[: separator.start()]
            break
    return title.strip()


def _bare(text: str) -> str:
    return _BARE.sub("", text).casefold()


def _datings(tree: Any, records: list[dict[str, Any]], html: str, url: str | None) -> Iterator[Dating]:
    stated = [("datePublished", str(record.get("datePublished") or "")) for record in records]
    stated += [(name, _meta(tree, name) or "") for name in lexicon("pages")["published"]]
    stated += [
        ("time", _first(tree, "//time[@itemprop='datePublished' or @pubdate]/@datetime") or ""),
        ("time", _first(tree, "(//article//time[@datetime])[1]/@datetime") or ""),
    ]
    found = [(name, value, day) for name, value in stated if (day := stated_day(value))]
    yield from dict.fromkeys(
        Dating(day, "metadata", f"{name} {value.strip()[:60]}") for name, value, day in found
    )
    if not any(value for _, value in stated):
        guessed = _guessed_day(html, url)
        if guessed:
            yield Dating(guessed, "inferred", "found in the page by htmldate")


def _guessed_day(html: str, url: str | None) -> date | None:
    from htmldate import find_date

    try:
        guessed = find_date(html, original_date=True, url=url, extensive_search=False)
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None
    return stated_day(guessed) if guessed else None


def _text(html: str, records: list[dict[str, Any]]) -> str:
    """Return the article's paragraphs: those that the page shows, or of its data where they are more."""
    from trafilatura import extract

    shown = (
        extract(html, include_comments=False, include_tables=True, prune_xpath=_PRUNED, deduplicate=False)
        or ""
    )
    body = max((str(record.get("articleBody") or "") for record in records), key=len, default="")
    body = _without_markup(body)
    if len(body) > max(_LONGER * len(shown), _TOO_SHORT):
        shown = body
    if len(shown) < _TOO_SHORT:
        scripted = _scripted_text(html)
        shown = scripted if len(scripted) > len(shown) else shown
    return _cleaned(shown)


def _without_markup(body: str) -> str:
    """Return the text of an `articleBody`, in which some publishers leave HTML or Markdown."""
    body = entities.unescape(_TAG.sub("\n", body))
    if "](" in body:
        body = _MARKDOWN_MARK.sub("", _MARKDOWN_LINK.sub(r"\1", body))
    return body


def _scripted_text(html: str) -> str:
    """Return the paragraphs of a page that a script would build: they stand escaped in its data."""
    if "\\u003cp" not in html:
        return ""
    plain = html.replace("\\u003c", "<").replace("\\u003e", ">").replace("\\u0026", "&").replace('\\"', '"')
    paragraphs = _SCRIPTED_PARAGRAPH.findall(plain[plain.find("<p") :] if "<p" in plain else "")
    return "\n".join(dict.fromkeys(entities.unescape(_TAG.sub("", paragraph)) for paragraph in paragraphs))


def _cleaned(text: str) -> str:
    """Set one paragraph a line, a blank line between them, and leave out lines that are all furniture."""
    lines = [_BLANKS.sub(" ", line).strip() for line in text.split("\n")]
    text = _without_teasers("\n\n".join(line for line in lines if line))
    kept: list[str] = []
    position = 0
    for span in find_furniture(text):
        begins = span.start == 0 or text[span.start - 1] == "\n"
        if begins and text[span.end : span.end + 1] in ("\n", ""):
            kept.append(text[position : span.start])
            position = span.end
    kept.append(text[position:])
    return re.sub(r"\n{3,}", "\n\n", "".join(kept)).strip()


def _without_teasers(text: str) -> str:
    """Cut off what follows "More from …" in the second half, where it is only headlines and their leads."""
    for more in _MORE.finditer(text, len(text) // 2):
        if all(len(line) <= _LONGEST_TEASER for line in text[more.end() :].split("\n")):
            return text[: more.start()]
    return text


def text_of_fragment(html: str) -> str:
    """Return the text of a piece of HTML, such as an entry of a feed holds, or of plain text."""
    if not _TAG.search(html):
        return _cleaned(entities.unescape(html))
    broken = _BLOCK.sub("\n", _SCRIPT.sub(" ", html))
    return _cleaned(entities.unescape(_TAG.sub("", broken)))
