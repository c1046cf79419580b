"""What a web page says of its article outside of its text: title, author, outlet, address and day.

Pages say each of these several times, and not always of the article that they show: what several places agree
on goes before what one says, and what may be of another article, or of a change, is not taken for certain.
"""

from __future__ import annotations

import html as entities
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from koreaaid.articles.article import Dating
from koreaaid.articles.naming import outlet_named, outlet_of_address
from koreaaid.articles.page_data import Record
from koreaaid.articles.page_days import head_datings, timed_datings
from koreaaid.articles.page_parts import words_of
from koreaaid.articles.stamps import stated_day
from koreaaid.articles.stated import Stated
from koreaaid.language.lexicon import lexicon

_SEPARATOR = re.compile(r"\s?[|ㅣ*]\s?|\s[-–—]\s|-(?=[^\s-]{1,12}ㅣ)")  # of titles, whose blanks are single
_BARE = re.compile(r"[\W_]+")
# What browsers and SingleFile note at the head of a page that they save.
_SAVED_FROM = re.compile(r"<!--.{0,40}?saved (?:from url=\(\d+\)|with SingleFile\s{1,3}url: )(?P<url>https?://[^\s<>]{4,2000})",
                         re.DOTALL)  # fmt: skip
_HEAD_OF_FILE = 4000
_NO_PERSON = re.compile(r"https?://|[@{}<>|]")
_LONGEST_AUTHOR = 120
_FEWEST_WORDS = 3
_MOST_WORDS_OF_SITE = 4
_MOST_WORDS_AROUND = 2


def stated_by(tree: Any, records: list[Record], html: str, url: str | None) -> Stated:
    """Return what a page states; `records` are its `article_records`, `url` is where it was fetched from."""
    own = _own_records(tree, records)
    address, address_place = (url, "where it was fetched") if url else _address(tree, html)
    site = _meta(tree, "og:site_name") or _publisher(own)
    outlet, outlet_place = _outlet(address, site)
    title, title_place = _title(tree, own, _names_of_site(site, outlet, address))
    author, author_place = _author(tree, own)
    places = {
        "title": title_place, "author": author_place, "outlet": outlet_place, "url": address_place,
    }  # fmt: skip
    return Stated(
        title=title,
        author=author,
        outlet=outlet,
        url=address,
        datings=tuple(dict.fromkeys(_datings(tree, own, html, address))),
        places=tuple((field, place) for field, place in places.items() if place),
    )


def _own_records(tree: Any, records: list[Record]) -> list[Record]:
    """Return the descriptions of the article itself: pages describe those that they only link to as well."""
    titles = {
        bare(title) for title in (*_headings(tree), _meta(tree, "og:title"), _page_title(tree)) if title
    }
    named = [
        record
        for record in records
        if bare(str(record.get("headline") or record.get("name") or "")) in titles
    ]
    return named or records


def _first(tree: Any, xpath: str) -> str | None:
    values = [str(value).strip() for value in tree.xpath(xpath)]
    return next((value for value in values if value), None)


def _meta(tree: Any, name: str) -> str | None:
    found = _first(tree, f"//meta[@property='{name}' or @name='{name}' or @itemprop='{name}']/@content")
    return entities.unescape(found) if found else None


def described(tree: Any) -> list[str]:
    """Return what a page says that its article is about: on many the line below the headline."""
    names = ("description", "og:description", "twitter:description")
    return [found for found in (_meta(tree, name) for name in names) if found]


def _page_title(tree: Any) -> str | None:
    return _first(tree, "//head/title/text()") or _first(tree, "//title/text()")


def _headings(tree: Any) -> list[str]:
    return [words_of(heading) for heading in tree.xpath("//h1")]


def _lesser(tree: Any) -> Iterator[str]:
    """Yield the lesser headings that are most of the page's title: some sites keep `<h1>` for their name."""
    title = bare(_page_title(tree) or "")
    for heading in tree.xpath("//h2 | //h3"):
        text = words_of(heading)
        if len(text.split()) >= _FEWEST_WORDS and bare(text) in title and 2 * len(bare(text)) > len(title):
            yield text


def _address(tree: Any, html: str) -> tuple[str | None, str]:
    saved = _SAVED_FROM.search(html[:_HEAD_OF_FILE])
    for place, found in (
        ("canonical link", _first(tree, "//link[@rel='canonical']/@href")),
        ("og:url", _meta(tree, "og:url")),
        ("saved from", saved["url"] if saved else None),
    ):
        if found and found.startswith(("http://", "https://")):
            return found, place
    return None, ""


def _outlet(address: str | None, site: str | None) -> tuple[str | None, str]:
    known = outlet_of_address(address) if address else None
    if known:
        return known, "the address"
    return (outlet_named(site) or site, "the site's name") if site else (None, "")


def _publisher(records: Iterable[Record]) -> str | None:
    for record in records:
        publisher = record.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else None
        if isinstance(name, str) and name.strip():
            return name.strip()
    return None


def _names_of_site(site: str | None, outlet: str | None, address: str | None) -> tuple[str, ...]:
    host = re.match(r"https?://(?:www\.|en\.|m\.)*([^/:?#]+?)(?:\.\w{2,4}){1,2}(?=[/:?#]|\Z)", address or "")
    names = (bare(name) for name in (site, outlet, host[1] if host else None) if name)
    return tuple(name for name in names if name)


def _title(tree: Any, records: list[Record], site: tuple[str, ...]) -> tuple[str | None, str]:
    """Return the title that most of headline, data and metadata agree on, else the headline; and where."""
    headings = [heading for heading in (*_headings(tree), *_lesser(tree)) if not _is_site(heading, site)]
    named = [str(record.get("headline") or "") for record in records] + [_meta(tree, "headline") or ""]
    shared = [_meta(tree, "og:title") or "", _meta(tree, "twitter:title") or "", _page_title(tree) or ""]
    groups = {
        "headline": [heading for heading in headings if heading],
        "schema.org data": [
            title for title in (_without_site(title, site, headings) for title in named) if title
        ],
        "page title": [
            title for title in (_alone(_without_site(title, site, headings)) for title in shared) if title
        ],
    }
    votes = Counter(key for titles in groups.values() for key in {bare(title) for title in titles})
    agreed = [
        (title, place) for place, titles in groups.items() for title in titles if votes[bare(title)] > 1
    ]
    if agreed:
        return max(agreed, key=lambda found: votes[bare(found[0])])
    shorter = [title for title in groups["page title"] if _is_most_of(title, groups["headline"])]
    if shorter:
        return shorter[0], "page title"
    others = [(titles[0], place) for place, titles in groups.items() if titles and place != "headline"]
    alone = groups["headline"][0] if len(groups["headline"]) == 1 else ""
    if alone and (len(alone.split()) >= _FEWEST_WORDS or not others):
        return alone, "headline"
    return others[0] if others else (None, "")


def _is_most_of(title: str, headings: list[str]) -> bool:
    """Say whether a headline is a title with a word or two around it: "Exclusive", a count of comments."""
    key, words = bare(title), len(title.split())
    return words > _MOST_WORDS_OF_SITE and any(
        bare(heading).startswith(key) or bare(heading).endswith(key)
        for heading in headings
        if len(heading.split()) <= words + _MOST_WORDS_AROUND
    )


def _is_site(title: str, site: tuple[str, ...]) -> bool:
    return bare(title) in site or outlet_named(title) is not None


def _without_site(title: str, site: tuple[str, ...], headings: list[str]) -> str:
    """Take the site's name, and what stands behind it, off the end of a title; or all behind a headline."""
    shown = {bare(heading) for heading in headings}
    title = " ".join(entities.unescape(entities.unescape(title)).split())
    for separator in _SEPARATOR.finditer(title):
        rest = title[separator.end() :]
        if separator.start() and (
            bare(rest).startswith(site) or outlet_named(rest) or bare(title[: separator.start()]) in shown
        ):
            title = title[: separator.start()]
            break
    return title.strip()


def _alone(title: str) -> str:
    """Take sections and a site that are not known by name off a page's title: a few words behind each bar."""
    first, *rest = title.split(" | ")
    short = all(len(part.split()) <= _MOST_WORDS_OF_SITE for part in rest)
    return first if short and len(first.split()) > _MOST_WORDS_OF_SITE else title


def bare(text: str) -> str:
    """Return the letters and digits of a text: quotes, blanks and dashes are set differently everywhere."""
    return _BARE.sub("", text).casefold()


def _author(tree: Any, records: list[Record]) -> tuple[str | None, str]:
    for record in records:
        name = _name_of(record.get("author"))
        if name:
            return name, "schema.org data"
    for place in lexicon("pages")["author"]:
        name = _name_of(_meta(tree, place))
        if name:
            return name, place
    return None, ""


def _name_of(author: Any) -> str | None:
    """Return the names in what a page gives as author: a name, an object with one, or a list of them."""
    if isinstance(author, list):
        return ", ".join(dict.fromkeys(name for one in author[:9] if (name := _name_of(one)))) or None
    if isinstance(author, dict):
        author = author.get("name")
        return _name_of(author) if isinstance(author, str | list) else None
    if not isinstance(author, str) or _NO_PERSON.search(author):
        return None
    name = " ".join(entities.unescape(author).split()).removeprefix("By ").strip()
    return name if 1 < len(name) <= _LONGEST_AUTHOR else None


def _datings(tree: Any, records: list[Record], html: str, url: str | None) -> Iterator[Dating]:
    stated = [("datePublished", str(record.get("datePublished") or "")) for record in records]
    stated += [(name, _meta(tree, name) or "") for name in lexicon("pages")["published"]]
    certain = [
        Dating(day, "metadata", f"{name} {value.strip()[:60]}")
        for name, value in stated
        if (day := stated_day(value))
    ]
    yield from certain
    timed = list(timed_datings(tree))
    yield from timed
    if not certain:
        yield from head_datings(tree)
        for record in records:
            day = stated_day(str(record.get("dateCreated") or ""))
            if day:
                yield Dating(day, "inferred", f"dateCreated {day}")
    if not timed and not any(value for _, value in stated):
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
