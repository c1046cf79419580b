"""What `koreaaid add` is pointed at becomes articles: files, folders, patterns, addresses, and "-"."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from glob import iglob
from mimetypes import guess_type
from pathlib import Path

from koreaaid.articles.article import Problem
from koreaaid.articles.decoding import decode, is_pdf, read_bytes, size_limit
from koreaaid.articles.feeds import read_feed
from koreaaid.articles.incoming import Incoming
from koreaaid.articles.reading import (
    MARKDOWN_SUFFIXES,
    PAGE_SUFFIXES,
    TEXT_SUFFIXES,
    article_files,
    check_inside,
)
from koreaaid.articles.records import read_csv, read_json, read_jsonl
from koreaaid.articles.stated import Stated
from koreaaid.articles.supplied import FILE_NAME, Supplied, read_supplied, supplied_for
from koreaaid.errors import KoreaaidError

_BY_SUFFIX = {
    ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv", ".rss": "feed",
    ".atom": "feed", ".xml": "feed",
    **dict.fromkeys(TEXT_SUFFIXES, "text"), **dict.fromkeys(PAGE_SUFFIXES, "page"),
    **dict.fromkeys(MARKDOWN_SUFFIXES, "markdown"),
}  # fmt: skip
_PAGE_START = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_FEED_START = re.compile(
    r"\s*(?:<\?xml\b[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:rss|feed|rdf:RDF)\b", re.DOTALL
)


def read_source(source: str, *, may_fetch: bool, columns: Mapping[str, str]) -> Iterator[Incoming | Problem]:
    """Read everything that a source names; what cannot be read becomes problems.

    Raises
    ------
    KoreaaidError
        When the source names nothing at all, or an address that may not be fetched.
    """
    if re.match(r"https?://", source):
        yield from _read_address(source, may_fetch, columns)
    elif source == "-":
        content = sys.stdin.buffer.read(size_limit() + 1)
        if len(content) > size_limit():
            raise KoreaaidError("standard input: is larger than the limit; put it into a file and split it")
        yield from _guarded(content, "standard input", "", columns)
    else:
        beside: dict[Path, dict[str, Supplied]] = {}
        for path in _paths(source):
            try:
                if Path(source).is_dir():
                    check_inside(Path(source), path)
                    _refuse_other_kinds(path)
                content = read_bytes(path)
            except KoreaaidError as error:
                yield Problem(str(path), str(error).removeprefix(f"{path}: "))
            else:
                if path.parent not in beside:
                    beside[path.parent], _ = read_supplied(path.parent)
                known = supplied_for(path.name, beside[path.parent])
                yield from _with_supplied(_guarded(content, str(path), path.suffix.lower(), columns), known)


def _with_supplied(found: Iterable[Incoming | Problem], known: Supplied) -> Iterator[Incoming | Problem]:
    """Add what the `articles.toml` beside a file says of it."""
    for incoming in found:
        if isinstance(incoming, Incoming):
            yield replace(incoming, stated=_told(known, incoming.stated))
        else:
            yield incoming


def _refuse_other_kinds(path: Path) -> None:
    """Refuse what lies in a folder and is called a script, a picture or the like; one file may be named."""
    kind = guess_type(path.name)[0]
    if kind and path.suffix.lower() not in (*_BY_SUFFIX, ".pdf") and kind != "text/plain":
        raise KoreaaidError(f"{path}: is no article by its name ({kind}); if it is one, name the file itself")


def _told(known: Supplied, stated: Stated) -> Stated:
    told = known.completed(stated)
    places = {name: place for name, place in stated.places if getattr(told, name) == getattr(stated, name)}
    supplied = (name for name in ("title", "author", "outlet", "url") if getattr(known, name))
    return Stated(
        title=told.title,
        author=told.author,
        outlet=told.outlet,
        url=told.url,
        datings=(*known.dating(), *stated.datings),
        places=tuple((places | dict.fromkeys(supplied, FILE_NAME)).items()),
    )


def _paths(source: str) -> Iterable[Path]:
    path = Path(source)
    if path.is_dir():
        found = article_files(path)
    elif path.exists() or path.is_symlink():
        found = [path]
    else:
        # A pattern may be absolute, which Path.glob refuses.
        names = iglob(source, recursive=True)  # noqa: PTH207
        found = sorted(file for name in names if (file := Path(name)).is_file())
    if not found:
        raise KoreaaidError(f"{source}: names no file, folder or address; check the spelling")
    return found


def _guarded(
    content: bytes, name: str, suffix: str, columns: Mapping[str, str]
) -> Iterator[Incoming | Problem]:
    """Read one file's content; what is wrong with it as a whole becomes one problem."""
    if is_pdf(content):
        yield _read_pdf(content, name)
        return
    try:
        decoded = decode(content, name)
        yield from _read_text(decoded.text, name, suffix, columns)
    except KoreaaidError as error:
        yield Problem(name, str(error).removeprefix(f"{name}: "))
        return
    if decoded.guessed:
        yield Problem(name, f"is not UTF-8 and was read as {decoded.guessed}; check its letters")


def _read_text(text: str, name: str, suffix: str, columns: Mapping[str, str]) -> Iterator[Incoming | Problem]:
    kind = _kind(text, suffix)
    if kind == "json":
        yield from read_json(text, name, columns)
    elif kind == "jsonl":
        yield from read_jsonl(text, name, columns)
    elif kind == "csv":
        yield from read_csv(text, name, columns)
    elif kind == "feed":
        yield from read_feed(text, name)
    elif kind == "page":
        yield _read_page(text, name)
    elif kind == "markdown":
        yield _read_markdown(text, name)
    elif text.strip():
        yield Incoming(name, text)
    else:
        yield Problem(name, "has no text; nothing was added")


def _kind(text: str, suffix: str) -> str:
    """Tell the kind of a file by its suffix, and where that says nothing by how it begins."""
    known = _BY_SUFFIX.get(suffix)
    if known:
        return known
    if _FEED_START.match(text):
        return "feed"
    if _PAGE_START.match(text):
        return "page"
    if text.lstrip()[:1] in ("{", "["):
        first, _, rest = text.lstrip().partition("\n")
        return "jsonl" if first.rstrip().endswith("}") and rest.lstrip()[:1] == "{" else "json"
    return "text"


def _read_page(html: str, name: str, url: str | None = None) -> Incoming | Problem:
    from koreaaid.articles.pages import read_page

    page = read_page(html, url)
    if not page.text:
        return Problem(name, "is a page in which no article was found; copy its text into a .txt file")
    return Incoming(name, page.text, page.stated)


def _read_pdf(content: bytes, name: str) -> Incoming | Problem:
    from koreaaid.articles.pdfs import read_pdf

    try:
        page = read_pdf(content, name)
    except KoreaaidError as error:
        return Problem(name, str(error).removeprefix(f"{name}: "))
    return Incoming(name, page.text, page.stated)


def _read_markdown(text: str, name: str) -> Incoming | Problem:
    from koreaaid.articles.markdown import front_matter

    front = front_matter(text)
    if not text[front.end :].strip():
        return Problem(name, "has no text below its head; nothing was added")
    return Incoming(name, text[front.end :], front.stated)


def _read_address(url: str, may_fetch: bool, columns: Mapping[str, str]) -> Iterator[Incoming | Problem]:
    if not may_fetch:
        raise KoreaaidError(f"{url}: nothing is fetched from the web unless you add --fetch")
    from koreaaid.articles.fetching import fetch

    try:
        fetched = fetch(url)
        if is_pdf(fetched.content):
            yield _read_pdf(fetched.content, url)
            return
        text = decode(fetched.content, url).text
    except KoreaaidError as error:
        yield Problem(url, str(error).removeprefix(f"{url}: "))
        return
    suffix = ".html" if "html" in fetched.kind and not _FEED_START.match(text) else ""
    if suffix:
        yield _read_page(text, url, fetched.url)
    else:
        yield from _guarded(fetched.content, url, suffix, columns)
