"""Saved web pages: their article's text through trafilatura, and what the page says of the article.

Titles and days are taken from where publishers put them for search engines; what only htmldate can guess is
called inferred. trafilatura and lxml are imported when the first page is read.
"""

from __future__ import annotations

import html as entities
import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from koreaaid.articles.furniture import find_furniture
from koreaaid.articles.page_data import Record, article_records
from koreaaid.articles.page_facts import stated_by
from koreaaid.articles.paragraphs import completed, without_headlines_of_others
from koreaaid.articles.stated import NOTHING_STATED, Stated

_OFFERS = ("paywall", "newsletter", "subscri", "cookie", "consent", "regwall", "sign-up", "signup", "donat")
_IS_BOX = "self::div or self::section or self::aside or self::form"
_HAS_CLASS = "contains(concat(' ', @class, ' '), ' {} ')"
_IS_SHORT = "string-length(normalize-space()) < 500"
# Posts of others that are shown in the article, and what only screens need.
_PRUNED = [
    "//blockquote[contains(@class, 'twitter-tweet') or contains(@class, 'instagram-media')]",
    "//*[@aria-hidden='true' and not(.//p)]",
    f"//*[@hidden][{_IS_SHORT}]",
    "//*[starts-with(name(), 'amp-') and not(starts-with(name(), 'amp-story'))][not(.//h1)]",
    f"//*[{' or '.join(_HAS_CLASS.format(word) for word in ('ad', 'ads', 'advert'))}][{_IS_SHORT}]",
    # Offers are short; what is called a paywall and is long is the article behind it.
    f"//*[{_IS_BOX}][{' or '.join(f'contains(@class, {word!r})' for word in _OFFERS)}][{_IS_SHORT}]",
]
_LONGER = 1.2
_TOO_SHORT = 200
_SCRIPTED_PARAGRAPH = re.compile(r"<(p|h[2-4])\b[^<>]{0,300}>((?:[^<]++|<(?!/?(?:p|h[2-4])\b))*+)</\1>")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_SCRIPTED_CAPTION = re.compile(
    r"<(div|figcaption|em|span|p)\b(?:(?<=figcaption)|[^<>]{0,99}\bcaption)[^<>]{0,99}>.{0,1000}?</\1>",
    re.DOTALL,
)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_MARKDOWN_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\([^()\s]{1,1000}\)")
_MARKDOWN_MARK = re.compile(
    r"^(?:\+\+\+.{0,60}|\[#.{0,200}\])$|\{: ?[.\w -]{1,40}\}"
    r"|(?<!\w)[*_]{1,3}(?=\w)|(?<=\w)[*_]{1,3}(?!\w)",
    re.MULTILINE,
)
_MORE = re.compile(r"^(?:more from|more on) .{2,40}$", re.MULTILINE | re.IGNORECASE)
_LONG_ENOUGH_TO_REPEAT = 40
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
    stated : Stated
        What the page itself says of the article.
    """

    text: str
    stated: Stated = NOTHING_STATED


def read_page(html: str, url: str | None = None) -> Page:
    """Read a web page; nothing in it is executed and nothing is fetched."""
    from trafilatura import load_html

    for name in ("trafilatura", "htmldate"):  # what they could not read is told as a problem
        logging.getLogger(name).setLevel(logging.CRITICAL)
    tree = load_html(html)
    if tree is None:
        return Page(text_of_fragment(html) if "<p" in html else "")
    records = article_records(tree)
    return Page(_text(html, tree, records), stated_by(tree, records, html, url))


def _text(html: str, tree: Any, records: list[Record]) -> str:
    """Return the article's paragraphs: those that the page shows, or of its data where they are more."""
    from trafilatura import extract

    shown = (
        extract(
            without_headlines_of_others(tree),
            include_comments=False, include_tables=True, prune_xpath=_PRUNED, deduplicate=False,
        )
        or ""
    )  # fmt: skip
    body = max((str(record.get("articleBody") or "") for record in records), key=len, default="")
    body = _without_markup(body)
    if len(body) > max(_LONGER * len(shown), _TOO_SHORT):
        shown = body
    shown = completed(shown, tree)
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
    if not re.search(r"\\u003[cC]p", html):
        return ""
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), html).replace('\\"', '"')
    plain = plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    plain = _SCRIPTED_CAPTION.sub("", plain[plain.find("<p") :] if "<p" in plain else "")
    paragraphs = (entities.unescape(_TAG.sub("", found[2])) for found in _SCRIPTED_PARAGRAPH.finditer(plain))
    return "\n".join(dict.fromkeys(paragraphs))


def _cleaned(text: str) -> str:
    """Set one paragraph a line, a blank line between them, and leave out lines that are all furniture."""
    lines = _once(_BLANKS.sub(" ", line).strip() for line in text.split("\n"))
    text = _without_teasers("\n\n".join(line for line in lines if line))
    kept: list[str] = []
    position = 0
    for span in find_furniture(text):
        start = text.rfind("\n", 0, span.start) + 1
        begins = not text[start : span.start].strip(" -•*")
        if begins and text[span.end : span.end + 1] in ("\n", ""):
            kept.append(text[position:start])
            position = span.end
    kept.append(text[position:])
    return re.sub(r"\n{3,}", "\n\n", "".join(kept)).strip()


def _once(lines: Iterable[str]) -> Iterator[str]:
    """Leave out what a page says again: it may hold its article twice, for narrow and for wide screens."""
    said: set[str] = set()
    for line in lines:
        if len(line) < _LONG_ENOUGH_TO_REPEAT or line not in said:
            yield line
        said.add(line)


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
