"""Adding articles to a folder: each gets a file with a readable name, and `articles.toml` gets its metadata.

Adding the same article again adds nothing; an edited version is kept beside the first. The folder is locked
meanwhile; texts are written first and metadata after them, each file whole or not at all, so that after a
kill at any moment the next run completes what is missing.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TypeGuard

from koreaaid.articles.article import Article, Problem
from koreaaid.articles.incoming import Incoming
from koreaaid.articles.likeness import Likeness
from koreaaid.articles.locking import locked
from koreaaid.articles.naming import without_header
from koreaaid.articles.reading import SUFFIXES, article_files, article_from_text, check_inside, read_file
from koreaaid.articles.sources import read_source
from koreaaid.articles.stated import Stated
from koreaaid.articles.supplied import FILE_NAME, NOTHING, Supplied, read_supplied, supplied_for
from koreaaid.errors import KoreaaidError
from koreaaid.files import write_text

Status = Literal["added", "already there", "edition"]
LIKE = 0.5
_NAME_LENGTH = 70
_WORDS_OF_NAME = 9
_START_OF_TEXT = 400
_LONGEST_REMARK = 80
_NOT_IN_NAMES = re.compile(r"[^\w]+|_")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article.

    Attributes
    ----------
    origin : str
        Where it was found.
    status : Status
        added; already there; or an edition of an article that is there, which was added beside it.
    article : Article
        The article as the folder has it now; its id is its file's name.
    like : str or None
        Id of an article that it shares at least half of its wording with.
    """

    origin: str
    status: Status
    article: Article
    like: str | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What became of everything that was to be added."""

    outcomes: tuple[Outcome, ...]
    problems: tuple[Problem, ...]


def add(
    sources: Sequence[str],
    into: Path,
    *,
    may_fetch: bool = False,
    dry_run: bool = False,
    columns: Mapping[str, str] | None = None,
) -> Added:
    """Add the articles of all sources to the folder `into`.

    Parameters
    ----------
    sources : sequence of str
        Files, folders, patterns, web addresses, or "-" for standard input.
    into : Path
        The folder; it is made where there is none.
    may_fetch : bool
        Whether addresses may be fetched.
    dry_run : bool
        Whether only to say what would be added.
    columns : mapping of str to str, optional
        For records: which field holds text, title, outlet, url or published.
    """
    if into.exists() and not into.is_dir():
        raise KoreaaidError(f"{into}: is a file and no folder; name a folder with --into")
    if dry_run:
        return _add(sources, into, may_fetch, dry_run, columns or {})
    with locked(into):
        try:
            return _add(sources, into, may_fetch, dry_run, columns or {})
        except OSError as error:
            raise KoreaaidError(
                f"{into}: could not be written to ({error.strerror}); what was there before stands"
            ) from None


def _add(
    sources: Sequence[str], into: Path, may_fetch: bool, dry_run: bool, columns: Mapping[str, str]
) -> Added:
    shelf = _Shelf(into)
    outcomes: list[Outcome] = []
    problems: list[Problem] = list(shelf.problems)
    for found in _everything(sources, may_fetch, columns):
        if isinstance(found, Problem):
            problems.append(found)
            continue
        outcome = shelf.place(found)
        if not dry_run and outcome.status != "already there":
            write_text(into / outcome.article.id, outcome.article.text)
        outcomes.append(outcome)
    if not dry_run:
        shelf.write_metadata()
    return Added(tuple(outcomes), tuple(problems))


def _everything(
    sources: Iterable[str], may_fetch: bool, columns: Mapping[str, str]
) -> Iterator[Incoming | Problem]:
    for source in sources:
        yield from read_source(source, may_fetch=may_fetch, columns=columns)


class _Shelf:
    """The articles that a folder has, and those that are being added."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.supplied, self.problems = read_supplied(folder) if folder.is_dir() else ({}, [])
        if self.problems:
            first = self.problems[0]
            raise KoreaaidError(f"{first.source}: {first.message}")
        self.by_text: dict[str, str] = {}
        self.by_url: dict[str, str] = {}
        self.by_title: dict[str, str] = {}
        self.editions = {name: known.edition_of for name, known in self.supplied.items() if known.edition_of}
        self.likeness = Likeness()
        self.names: set[str] = set()
        self.tables: list[str] = []
        for path in article_files(folder) if folder.is_dir() else []:
            self._take_in(path)

    def _take_in(self, path: Path) -> None:
        name = path.relative_to(self.folder).as_posix()
        self.names.add(name.casefold())
        if path.suffix.lower() not in SUFFIXES:
            return
        try:
            check_inside(self.folder, path)
            article, _ = read_file(path, name, supplied_for(name, self.supplied))
        except KoreaaidError:
            return  # what cannot be read is shown when the folder is read
        self._remember(article)

    def _remember(self, article: Article) -> None:
        self.by_text.setdefault(_key(article.text), article.id)
        if _names_one_article(article.url):
            self.by_url.setdefault(article.url, article.id)
        if article.title:
            self.by_title.setdefault(_title_key(article.title, article.outlet), article.id)
        self.likeness.add(article.id, article.text)

    def place(self, found: Incoming) -> Outcome:
        """Give an article its name, or find it among those that are there; note what its text leaves out."""
        text = _storable(found.text)
        article = article_from_text(
            text, supplied=NOTHING.completed(found.stated), stated=found.stated.datings
        )
        there = self.by_text.get(_key(text))
        if there is not None:
            self._note(replace(article, id=there), found.stated)
            return Outcome(found.origin, "already there", replace(article, id=there))
        nearest = self.likeness.nearest(text)
        like = nearest[0] if nearest and nearest[1] >= LIKE else None
        first = self._earlier_version(article, like)
        name = self._free_name(article, first)
        article = replace(article, id=name, edition_of=first)
        self.names.add(name.casefold())
        self._note(article, found.stated)
        if first:
            self.editions[name] = first
        self._remember(article)
        return Outcome(found.origin, "edition" if first else "added", article, like)

    def _earlier_version(self, article: Article, like: str | None) -> str | None:
        """Return the article that this is a later version of, by its address or its title and wording."""
        if _names_one_article(article.url) and article.url in self.by_url:
            return self._first_edition(self.by_url[article.url])
        same_title = self.by_title.get(_title_key(article.title, article.outlet)) if article.title else None
        first = self._first_edition(same_title) if same_title else None
        return first if first and like and self._first_edition(like) == first else None

    def _first_edition(self, name: str) -> str:
        return self.editions.get(name, name)

    def _free_name(self, article: Article, first: str | None) -> str:
        stem = Path(first).stem if first else _stem(article)
        number = 2 if first else 1
        while True:
            name = f"{stem}.txt" if number == 1 else f"{stem}.{number}.txt"
            if name.casefold() not in self.names:
                return name
            number += 1

    def _note(self, article: Article, stated: Stated) -> None:
        """Note for `articles.toml` what the text of an article does not say itself."""
        if article.id in self.supplied:
            return
        table = _table(article, dict(stated.places))
        if table:
            self.supplied[article.id] = Supplied()
            self.tables.append(table)

    def write_metadata(self) -> None:
        """Append what was noted to `articles.toml`; what stands there stays as it is."""
        if not self.tables:
            return
        path = self.folder / FILE_NAME
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        write_text(path, "\n".join([before.rstrip() + "\n", *self.tables] if before.strip() else self.tables))


def _key(text: str) -> str:
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "replace")).hexdigest()


def _names_one_article(url: str | None) -> TypeGuard[str]:
    """Say whether an address is that of an article: pages without an own one give the site's front page."""
    return bool(url and re.search(r"//[^/?#]+/[^/?#]", url))


def _title_key(title: str, outlet: str | None) -> str:
    return f"{' '.join(title.casefold().split())}|{outlet or ''}"


def _storable(text: str) -> str:
    """Return the text as UTF-8 can hold it, with line feeds as line ends."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")


def _stem(article: Article) -> str:
    """Return a name that says when, who and what, safe on every system: "2024-10-29_yonhap_seoul-to-send"."""
    dated = article.published and article.published_from != "inferred"
    day = article.published.isoformat() if article.published and dated else "undated"
    words = (article.title or without_header(article.text)[:_START_OF_TEXT]).split()[:_WORDS_OF_NAME]
    parts = [day, *(_slug(part) for part in (article.outlet, " ".join(words)) if part)]
    return "_".join(part for part in parts if part)


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).replace("’", "").replace("'", "").lower()
    slug = _NOT_IN_NAMES.sub("-", plain).strip("-")[:_NAME_LENGTH]
    while len(slug.encode()) > 2 * _NAME_LENGTH:
        slug = slug[:-1]
    return slug.strip("-")


def _table(article: Article, places: Mapping[str, str]) -> str:
    """Return the table of `articles.toml` for an article: what its text would not give, and who says it."""
    alone = article_from_text(article.text)
    lines = [
        f"{key} = {_quoted(value)}{_remark(places.get(key))}"
        for key in ("title", "author", "outlet", "url")
        if (value := getattr(article, key)) and value != getattr(alone, key)
    ]
    dating = next((found for found in article.datings if found.start is None), None)
    if dating and dating.source != "url" and article.published == dating.day != alone.published:
        lines.append(f"published = {dating.day.isoformat()}")
        lines.append(f"published_from = {_quoted(dating.source)}")
        lines.append(f"published_evidence = {_quoted(dating.evidence)}")
    if article.edition_of:
        lines.append(f"edition_of = {_quoted(article.edition_of)}")
    return "\n".join([f"[{_quoted(article.id)}]", *lines]) + "\n" if lines else ""


def _remark(place: str | None) -> str:
    """Return a comment that says where something is stated; no name of a field can end its line."""
    return f"  # {''.join(filter(str.isprintable, place))[:_LONGEST_REMARK]}" if place else ""


def _quoted(text: str) -> str:
    """Return a TOML string; JSON's is one, but for the character that JSON leaves as it is."""
    return json.dumps(text.encode("utf-8", "replace").decode(), ensure_ascii=False).replace("\x7f", "\\u007f")
