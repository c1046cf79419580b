"""Days that a web page shows near its headline: in `<time>` elements, and in the lines below the headline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from itertools import islice
from typing import Any

from koreaaid.articles.article import Dating, PublishedFrom
from koreaaid.articles.bylines import day_or_none
from koreaaid.articles.dating import find_datings
from koreaaid.articles.page_parts import NOT_SHOWN, blocks_below, is_of_others, words_of
from koreaaid.articles.stamps import stated_day
from koreaaid.language.lexicon import lexicon

# A line with more words tells of something else than its day.
WORDS_BESIDE_A_DAY = 9

_PUBLISHED = re.compile(r"publish|posted|entry-date|created", re.IGNORECASE)
_CHANGED = re.compile(
    r"updat|modif|edited|changed|оновл|обновл|змінено|изменен|aktualiz|수정|업데이트", re.IGNORECASE
)
# "29 жовтня 2024", "29 paź 2024" and, below, "2024년 10월 29일".
_DAY_IN_WORDS = re.compile(r"(?<!\d)(?P<day>\d{1,2})\.? (?P<month>[^\W\d_]{3,12})\.?,? (?P<year>\d{4})(?!\d)")
_KOREAN_DAY = re.compile(r"(?<!\d)(?P<year>\d{4}) ?년 ?(?P<month>\d{1,2}) ?월 ?(?P<day>\d{1,2}) ?일")
_LONGEST_LINE = 160
_LONG_PARAGRAPH = 120
_ELEMENTS_BELOW = 80
_BLOCKS = ("p", "div", "li", "dd", "dt", "td", "h2", "h3", "section")
_TIMES = "//time[@datetime] | //*[@itemprop='datePublished'] | //abbr[contains(@class, 'published')]"
_PARTS = re.compile(r" [|/•·] ")
_LINES_BELOW = 12
_BLOCKS_ABOVE = 3
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\Z")


def timed_datings(tree: Any) -> Iterator[Dating]:
    """Yield the day of the `<time>` that says when the page's article was published.

    It is certain when the page marks it as that, or when it stands with the headline and no other day does.
    """
    times = [
        (element, stamp, day)
        for element in tree.xpath(_TIMES)
        if (day := stated_day(stamp := _stamp(element))) and not is_of_others(element)
    ]
    marked = [found for found in times if _is_marked(found[0])]
    headings = tree.xpath("//h1")
    chosen = marked[:1] or [
        found for found in times if not _is_change(found[0]) and _is_beside(found[0], headings)
    ]
    source: PublishedFrom = "metadata" if len({day for *_, day in chosen}) == 1 else "inferred"
    for element, stamp, day in chosen[:1]:
        yield Dating(day, source, f"{element.tag} {stamp[:60]}")


def _stamp(element: Any) -> str:
    stamps = (element.get(name) for name in ("datetime", "content", "title"))
    return next((stamp for stamp in stamps if stamp), words_of(element)).strip()


def head_datings(tree: Any) -> Iterator[Dating]:
    """Yield what the short lines below the headline say of the day: "Published 29 October 2024, 10:15"."""
    headings = tree.xpath("//h1")
    lines = list(islice(_lines_below(headings[-1]), _LINES_BELOW)) if headings else []
    found = find_datings("\n".join(["", *lines]))
    for dating in found:
        yield Dating(dating.day, dating.source, f"below the headline: {dating.evidence}")
    if found:
        return
    below = list(_bare_days(lines))
    yield from (Dating(one.day, one.source, f"below the headline: {one.evidence}") for one in below)
    if headings and not below:
        # A page may show the day of reading there.
        above = _bare_days(map(words_of, _just_above(headings[-1])))
        yield from (Dating(one.day, "inferred", f"above the headline: {one.evidence}") for one in above)


def _just_above(heading: Any) -> list[Any]:
    """Return the blocks that stand right before the headline in its part of the page."""
    above = heading.xpath(f"preceding-sibling::*[position() <= {_BLOCKS_ABOVE}]")
    return [
        part
        for part in above
        if isinstance(part.tag, str) and part.tag not in NOT_SHOWN and not is_of_others(part)
    ]


def _bare_days(lines: Iterable[str]) -> Iterator[Dating]:
    """Yield the day of a line that holds little besides it: "World 14:12 October 29, 2024"."""
    found = [
        (line, day)
        for line in (part for line in lines for part in _PARTS.split(line))
        if len(line.split()) <= WORDS_BESIDE_A_DAY
        and not _CHANGED.search(line)
        and (day := stated_day(line) or _foreign_day(line))
    ]
    source: PublishedFrom = "dateline" if len({day for _, day in found}) == 1 else "inferred"
    for line, day in found[:1]:
        yield Dating(day, source, line)


def _foreign_day(line: str) -> date | None:
    """Return the day in a line whose month is written in another language of the lexicon, or in Korean."""
    found = _KOREAN_DAY.search(line)
    if found:
        return day_or_none(*(int(found[part]) for part in ("year", "month", "day")))
    for found in _DAY_IN_WORDS.finditer(line):
        month = _months().get(found["month"].lower())
        if month:
            return day_or_none(int(found["year"]), month, int(found["day"]))
    return None


@cache
def _months() -> dict[str, int]:
    return {name: number for number, names in enumerate(lexicon("pages")["months"], 1) for name in names}


def _lines_below(heading: Any) -> Iterator[str]:
    """Yield the texts of the blocks that follow the headline, up to the first paragraph of the article."""
    for element, line in blocks_below(heading, _ELEMENTS_BELOW, _BLOCKS):
        if len(line) >= _LONG_PARAGRAPH and _SENTENCE_END.search(line):
            return
        if line and len(line) <= _LONGEST_LINE and not is_of_others(element):
            yield line


def _is_marked(element: Any) -> bool:
    said = " ".join(element.get(name) or "" for name in ("itemprop", "class", "pubdate", "data-testid", "id"))
    return bool(element.get("pubdate") is not None or _PUBLISHED.search(said))


def _is_change(element: Any) -> bool:
    said = " ".join(element.get(name) or "" for name in ("itemprop", "class", "data-testid", "id"))
    parent = element.getparent()
    before = (parent.text or "") if parent is not None and parent.index(element) == 0 else ""
    previous = element.getprevious()
    if previous is not None:
        before = f"{previous.text_content()[-40:]}{previous.tail or ''}"
    return bool(_CHANGED.search(f"{said} {before[-40:]} {element.text_content()[:20]}"))


def _is_beside(element: Any, headings: list[Any]) -> bool:
    """Say whether an element stands in the article that has the headline, or in the page's only one."""
    article = next(element.iterancestors("article", "main", "header"), None)
    if not headings:
        return (
            article is not None
            and article.tag == "article"
            and next(article.iterancestors("article"), None) is None
        )
    around = (article, *(article.iterancestors("article", "main") if article is not None else ()))
    return any(
        heading in around_one.iter("h1")
        for heading in headings
        for around_one in around
        if around_one is not None
    )
