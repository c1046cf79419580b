"""Files and folders become articles."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from koreaaid.articles.article import Article, Dating, Furniture, Problem
from koreaaid.articles.dating import find_datings
from koreaaid.articles.decoding import decode, is_pdf, read_bytes
from koreaaid.articles.furniture import find_furniture, may_have_counters
from koreaaid.articles.naming import find_outlet, find_title, outlet_of_address
from koreaaid.articles.supplied import NOTHING, Supplied, read_supplied, supplied_for, unknown_files
from koreaaid.errors import KoreaaidError
from koreaaid.language.lexicon import lexicon

if TYPE_CHECKING:
    from koreaaid.articles.pages import Page

TEXT_SUFFIXES = frozenset({".txt", ".text"})
PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".mhtml", ".mht"})
MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
SUFFIXES = TEXT_SUFFIXES | PAGE_SUFFIXES | MARKDOWN_SUFFIXES | {".pdf"}
_EXPORTS = frozenset({".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".rss", ".atom", ".xml"})
# What lies beside articles and is read by others, or by nobody.
BESIDE = frozenset(
    {"articles.toml", "series.toml", "corrections.csv", "names.toml", "readme", "readme.md", "readme.txt"}
)


class Articles(list[Article]):
    """Articles in the order of their ids, and what could not be read.

    Attributes
    ----------
    problems : tuple of Problem
        One for each file that could not be read, and for each statement of `articles.toml` that is wrong.
    folder : Path or None
        Where they lie, with what the analyst keeps beside them.
    """

    def __init__(
        self, articles: list[Article], problems: tuple[Problem, ...] = (), folder: Path | None = None
    ) -> None:
        super().__init__(articles)
        self.problems = problems
        self.folder = folder


def read_articles(source: str | Path) -> Articles:
    """Read a file or a folder of articles, with what `articles.toml` beside them says of them.

    A folder is read with all folders in it, hidden ones aside. The id of an article is its path in it.

    Raises
    ------
    KoreaaidError
        When there is nothing at `source`, when a single file cannot be read, or when a folder has no article.
    """
    path = Path(source)
    if path.is_dir():
        return _read_folder(path)
    if not os.path.lexists(path):
        raise KoreaaidError(f"{path}: there is no such file or folder; check the path")
    supplied, problems = read_supplied(path.parent)
    article, doubts = read_file(path, path.name, supplied_for(path.name, supplied))
    return Articles([article], (*problems, *doubts), path.parent)


def article_from_text(
    text: str,
    *,
    id: str = "text",  # noqa: A002
    published: date | None = None,
    supplied: Supplied = NOTHING,
    stated: tuple[Dating, ...] = (),
    named: bool = True,
    dated: bool = True,
) -> Article:
    """Make an article of a text: find its publication date, title, outlet and page furniture.

    Parameters
    ----------
    text : str
        The text; it is not altered.
    id : str, optional
        What the article is called.
    published : date, optional
        Publication date, where the caller knows it.
    supplied : Supplied, optional
        What else is known of the article. It is taken before what the text says.
    stated : tuple of Dating, optional
        What the page or file around the text states of its date.
    named : bool, optional
        Whether to look for the title and the outlet.
    dated : bool, optional
        Whether to look for other statements of a day that is given: figures and dates can be read without.
    """
    given = (Dating(published, "supplied", "given by the caller"),) if published else supplied.dating()
    if dated or not given or may_have_counters(text):
        datings = find_datings(text, url=supplied.url, known=(*given, *stated))
    else:
        datings = given
    furniture = find_furniture(text, datings)
    title, outlet = supplied.title, supplied.outlet
    if named:
        title = title or find_title(text, furniture)
        outlet = outlet or (outlet_of_address(supplied.url) if supplied.url else None) or find_outlet(text)
    return Article(
        id=id,
        text=text,
        published=datings[0].day if datings else None,
        published_from=datings[0].source if datings else "unknown",
        title=title,
        author=supplied.author,
        outlet=outlet,
        url=supplied.url,
        furniture=furniture,
        datings=datings,
        edition_of=supplied.edition_of,
    )


def article_from_page(html: str, *, id: str = "page", supplied: Supplied = NOTHING) -> Article:  # noqa: A002
    """Make an article of a web page: its text, and what the page states of it."""
    from koreaaid.articles.pages import read_page

    return _of_page(read_page(html, supplied.url), id, supplied)


def article_from_pdf(content: bytes, path: Path, id: str, supplied: Supplied = NOTHING) -> Article:  # noqa: A002
    """Make an article of the PDF file at `path`, as far as it holds text."""
    from koreaaid.articles.pdfs import read_pdf

    return _of_page(read_pdf(content, str(path)), id, supplied)


def _of_page(page: Page, id: str, supplied: Supplied) -> Article:  # noqa: A002
    supplied = supplied.completed(page.stated)
    return article_from_text(page.text, id=id, supplied=supplied, stated=page.stated.datings)


def article_from_markdown(text: str, *, id: str = "text", supplied: Supplied = NOTHING) -> Article:  # noqa: A002
    """Make an article of Markdown: its front matter says what it is, and is furniture."""
    from koreaaid.articles.markdown import front_matter

    front = front_matter(text)
    supplied = supplied.completed(front.stated)
    article = article_from_text(text, id=id, supplied=supplied, stated=front.stated.datings)
    if not front.end:
        return article
    below = (span for span in article.furniture if span.start >= front.end)
    return replace(article, furniture=(Furniture(0, front.end, "front matter"), *below))


def read_file(path: Path, id: str, supplied: Supplied = NOTHING) -> tuple[Article, list[Problem]]:  # noqa: A002
    """Read one file; return its article and what is doubtful about it.

    Raises
    ------
    KoreaaidError
        When the file cannot be read as an article; the message names it.
    """
    return read_content(read_bytes(path), path, id, supplied)


def read_content(
    content: bytes,
    path: Path,
    id: str,  # noqa: A002
    supplied: Supplied = NOTHING,
) -> tuple[Article, list[Problem]]:
    """Read the bytes of the file at `path`, as `read_file` does."""
    if is_pdf(content):
        return article_from_pdf(content, path, id, supplied), []
    decoded = decode(content, str(path))
    doubts = []
    if decoded.guessed:
        doubts.append(
            Problem(
                id, f"is not UTF-8 and was read as {decoded.guessed}; save it as UTF-8 if letters are wrong"
            )
        )
    article = _make(decoded.text, path, id, supplied)
    if not article.text.strip():
        raise KoreaaidError(f"{path}: has no text; put the article into it or delete it")
    return article, doubts


def _make(text: str, path: Path, id: str, supplied: Supplied) -> Article:  # noqa: A002
    suffix = path.suffix.lower()
    if suffix in PAGE_SUFFIXES:
        return article_from_page(text, id=id, supplied=supplied)
    if suffix in MARKDOWN_SUFFIXES:
        return article_from_markdown(text, id=id, supplied=supplied)
    return article_from_text(text, id=id, supplied=supplied)


def _read_folder(folder: Path) -> Articles:
    supplied, problems = read_supplied(folder)
    articles: list[Article] = []
    ids: set[str] = set()
    for path in article_files(folder):
        name = path.relative_to(folder).as_posix()
        ids.add(name)
        try:
            article, doubts = _read_inside(folder, path, name, supplied_for(name, supplied))
        except KoreaaidError as error:
            problems.append(Problem(name, str(error).removeprefix(f"{path}: ")))
            continue
        articles.append(article)
        problems += doubts
    if not ids:
        raise KoreaaidError(
            f"{folder}: has no article in it; put .txt, .html or .md files there, or use `koreaaid add`"
        )
    return Articles(articles, (*problems, *unknown_files(folder, supplied, ids)), folder)


def _read_inside(folder: Path, path: Path, name: str, supplied: Supplied) -> tuple[Article, list[Problem]]:
    check_inside(folder, path)
    if path.suffix.lower() not in SUFFIXES:
        hint = (
            "add it with `koreaaid add`"
            if path.suffix.lower() in _EXPORTS
            else "save its text in a .txt file"
        )
        raise KoreaaidError(f"{path}: is no kind of file that is read here; {hint}")
    return read_file(path, name, supplied)


def check_inside(folder: Path, path: Path) -> None:
    """Refuse what is found in a folder and lies outside of it, or is no file that ends: a pipe, a device."""
    if path.is_symlink():
        try:
            target = path.resolve(strict=True)
        except (OSError, RuntimeError):
            raise KoreaaidError(f"{path}: is a link that leads nowhere; delete it") from None
        if not target.is_relative_to(folder.resolve()):
            raise KoreaaidError(f"{path}: is a link out of the folder; copy the file instead")
    if path.exists() and not path.is_file():
        raise KoreaaidError(f"{path}: is a pipe or a device and no file; delete it")


def article_files(folder: Path) -> list[Path]:
    """Return the files of a folder and of the folders in it, in the order of their ids.

    Links to folders are not followed. What browsers save beside a page (`page_files/`) is part of that page.
    """
    return sorted(_files(folder), key=lambda path: path.relative_to(folder).as_posix())


def _files(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        pages = {Path(name).stem for name in names if Path(name).suffix.lower() in PAGE_SUFFIXES}
        folders[:] = [name for name in folders if not (name.startswith(".") or _is_of_page(name, pages))]
        yield from (
            Path(place) / name for name in names if not name.startswith(".") and name.lower() not in BESIDE
        )  # fmt: skip


def _is_of_page(folder: str, pages: set[str]) -> bool:
    """Say whether a folder holds the pictures and scripts of one of the saved `pages` that it lies beside."""
    if not pages:
        return False
    return any(
        folder.endswith(end) and folder.removesuffix(end) in pages for end in lexicon("pages")["beside"]
    )
