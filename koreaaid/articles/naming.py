"""The title and the outlet of an article, where its text shows them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from koreaaid.articles.article import Furniture
from koreaaid.articles.bylines import HEADER
from koreaaid.language.lexicon import alternatives, lexicon
from koreaaid.language.patterns import late

_LONGEST_TITLE = 200
_SHORTEST_TITLE = 3
_HEAD_LINES = 8
# "$60m contract goes to HyundaiBy our reporter": a byline is glued to the headline.
_GLUED_BYLINE = late(r"(?<=[a-z\d’”\"?!)])By (?=[A-Z]|our\b|staff\b)")
_BYLINE = late(
    r"\W{0,4}(?:By\s|Published\b|Updated\b|Posted\b|Source:|Photo\b|Subscribe\b|https?://)", re.IGNORECASE
)
_DATELINE = late(r"[A-Z][A-Z .'’/-]{2,40}(?:,[^,\n]{1,40})?\s?(?:\([^)\n]{1,40}\))?\s?(?:--|—|–)\s")
_SENTENCE_END = late(r"[.;,:][\"”’)]?\Z")
_SEVERAL_SENTENCES = late(r"[a-z]{2}[.!?][\"”’)]? [A-Z]")
_SITE = late(r"\s(?:[|–—]|-)\s{1,3}(?P<site>[^|–—]{2,40})\Z")
_MARKS_OF_PAGES = ("|", "©", "•", "(Reporting")
_HEAD = 3000
_TAIL = 1500


def find_title(text: str, furniture: Sequence[Furniture] = ()) -> str | None:
    r"""Return the headline: the first line that is not furniture, where it is one.

    >>> find_title("Poland signs for 180 tanks | NK News\nThe deal is worth $6 billion.")
    'Poland signs for 180 tanks'
    """
    header = HEADER.match(text)
    position = header.end() if header else 0
    for _ in range(_HEAD_LINES):
        position = _past_furniture(text, position, furniture)
        end = text.find("\n", position)
        if end < 0:
            return None
        line = text[position:end].strip()
        if line:
            return _as_title(line)
        position = end + 1
    return None


def without_header(text: str) -> str:
    """Return a text without the date that an archive wrote in front of it.

    >>> without_header(" date 2024-10-29 Seoul said")
    'Seoul said'
    """
    return HEADER.sub("", text, count=1)


def _past_furniture(text: str, position: int, furniture: Sequence[Furniture]) -> int:
    for span in furniture:
        if span.start > position and text[position : span.start].strip():
            break
        position = max(position, span.end)
    return position


def _as_title(line: str) -> str | None:
    byline = _GLUED_BYLINE.search(line)
    title = line[: byline.start()].strip() if byline else line
    site = _SITE.search(title)
    if site and ("|" in site.group() or outlet_named(site["site"])):
        title = title[: site.start()].strip()
    if len(title.split()) < _SHORTEST_TITLE or len(title) > _LONGEST_TITLE:
        return None
    if _SENTENCE_END.search(title) or _SEVERAL_SENTENCES.search(title):
        return None
    if _BYLINE.match(title) or _DATELINE.match(title) or title[0] in "•*-–—{<#":
        return None
    return title


def outlet_named(name: str) -> str | None:
    """Return the outlet that goes by a name.

    >>> outlet_named("The Korea Herald")
    'Korea Herald'
    """
    return _names().get(name.strip().lower())


def outlet_of_address(url: str) -> str | None:
    """Return the outlet whose site a web address belongs to.

    >>> outlet_of_address("https://en.yna.co.kr/view/AEN20221019")
    'Yonhap'
    """
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return None
    for outlet in _outlets():
        if any(host == domain or host.endswith("." + domain) for domain in outlet["domains"]):
            return str(outlet["name"])
    return None


def find_outlet(text: str) -> str | None:
    """Return the outlet whose page a text is, where the text shows it; one that is only quoted is none.

    >>> find_outlet("SEOUL, Oct. 19 (Yonhap) -- South Korea said"), find_outlet("Yonhap reported on Friday")
    ('Yonhap', None)
    """
    parts = [text] if len(text) <= _HEAD + _TAIL else [text[:_HEAD], text[-_TAIL:]]
    for pattern, marks in ((_dateline_pattern(), "("), (_page_pattern(), _MARKS_OF_PAGES)):
        for part in parts:
            found = pattern.search(part) if any(mark in part for mark in marks) else None
            if found:
                return outlet_named(found["name"])
    signs = (name for sign in (_line_in, _mark_in) for name in map(sign, parts) if name)
    return next(signs, None)


def _outlets() -> list[dict[str, Any]]:
    outlets: list[dict[str, Any]] = lexicon("outlets")["outlet"]
    return outlets


@cache
def _written_names() -> dict[str, str]:
    return {name: outlet["name"] for outlet in _outlets() for name in (outlet["name"], *outlet["names"])}


@cache
def _names() -> dict[str, str]:
    return {name.lower(): outlet for name, outlet in _written_names().items()}


@cache
def _dateline_pattern() -> re.Pattern[str]:
    """Match "SEOUL, Oct. 19 (Yonhap) --", "WARSAW (Reuters) -" and a syndicator's "(MENAFN- UkrinForm)"."""
    return late(
        rf"\((?P<by>MENAFN\s?-\s?)?(?P<name>{alternatives(_written_names())})\)(?(by)|\s{{0,2}}(?:--|—|–|-)\s)"
    )


@cache
def _page_pattern() -> re.Pattern[str]:
    """Match "… | NK News", "Kyiv • UNN", "© 2024 Reuters" and "(Reporting by Reuters)"."""
    return late(
        rf"[|©•(](?:(?<=\()Reporting\sby\s|(?<!\()[\s\u00a0\d]{{0,8}})(?P<name>{alternatives(_written_names())})(?=[\s.)]|\Z)"
    )


def _line_in(text: str) -> str | None:
    """Return the outlet whose name is a whole line."""
    names = _written_names()
    line = next(filter(names.__contains__, map(str.strip, text.split("\n")[1:-1])), None)
    return names[line] if line else None


def _mark_in(text: str) -> str | None:
    return next((name for mark, name in _marks() if mark in text), None)


@cache
def _marks() -> tuple[tuple[str, str], ...]:
    return tuple((mark, outlet["name"]) for outlet in _outlets() for mark in outlet.get("marks", ()))
