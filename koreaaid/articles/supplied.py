"""`articles.toml`: what the analyst knows of articles, beside them in their folder.

One table for each file, named as the article's id:

    ["003_c672d4ca9f63c678.txt"]
    title = "Stoltenberg announces …"
    outlet = "Ukrinform"
    url = "https://…"
    published = 2024-07-06

Every key may be left out; "date" is read as `published`, and a file may be named without its suffix.
`published` is a day; `published_from` ("metadata", "url" …) and
`published_evidence` say how it is known where it was not the analyst who knew it. `edition_of` names the file
that this one is a later edition of. What stands here is taken before what the text says.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any, get_args

from koreaaid.articles.article import Dating, Problem, PublishedFrom
from koreaaid.articles.bylines import EARLIEST_YEAR, LATEST_YEAR
from koreaaid.articles.decoding import read_bytes
from koreaaid.articles.stated import Stated
from koreaaid.errors import KoreaaidError

FILE_NAME = "articles.toml"
_KEYS = (
    "title", "author", "outlet", "url", "published", "published_from", "published_evidence", "edition_of",
)  # fmt: skip
_ALIASES = {"date": "published"}
_SOURCES: tuple[str, ...] = get_args(PublishedFrom)


@dataclass(frozen=True, slots=True)
class Supplied:
    """What `articles.toml` says of one article; None where it says nothing.

    Attributes
    ----------
    title, author, outlet, url : str or None
    published : date or None
    published_from : PublishedFrom
        "supplied" where the file does not say otherwise.
    published_evidence : str or None
    edition_of : str or None
        Id of the article that this is a later edition of.
    """

    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    published_from: PublishedFrom = "supplied"
    published_evidence: str | None = None
    edition_of: str | None = None

    def dating(self) -> tuple[Dating, ...]:
        """Return the publication date as a statement of it."""
        if self.published is None:
            return ()
        return (Dating(self.published, self.published_from, self.published_evidence or FILE_NAME),)

    def completed(self, stated: Stated) -> Supplied:
        """Return this with what the page says of the article where the analyst says nothing."""
        return replace(
            self,
            title=self.title or stated.title,
            author=self.author or stated.author,
            outlet=self.outlet or stated.outlet,
            url=self.url or stated.url,
        )


NOTHING = Supplied()


def read_supplied(folder: Path) -> tuple[dict[str, Supplied], list[Problem]]:
    """Read the `articles.toml` of a folder; what is wrong with it becomes problems, and the rest is used."""
    path = folder / FILE_NAME
    if not path.is_file():
        return {}, []
    try:
        tables = tomllib.loads(read_bytes(path).decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        return {}, [Problem(str(path), f"is not valid TOML, nothing in it was used: {error}; mend it")]
    except KoreaaidError as error:
        return {}, [Problem(str(path), str(error))]
    supplied: dict[str, Supplied] = {}
    problems: list[Problem] = []
    for name, table in tables.items():
        known, messages = _read_table(table)
        supplied[name] = known
        problems += [Problem(str(path), f'["{name}"]: {message}') for message in messages]
    return supplied, problems


def supplied_for(name: str, supplied: dict[str, Supplied]) -> Supplied:
    """Return what is said of an article, which may be named with or without the suffix of its file."""
    return supplied.get(name) or supplied.get(_without_suffix(name)) or NOTHING


def _without_suffix(name: str) -> str:
    return str(PurePosixPath(name).with_suffix("")) if name.strip("./") else name


def unknown_files(folder: Path, supplied: dict[str, Supplied], ids: set[str]) -> list[Problem]:
    """Return a problem for each table that names no article of the folder."""
    stems = {_without_suffix(name) for name in ids}
    return [
        Problem(str(folder / FILE_NAME), f'["{name}"]: there is no such article; correct or delete the table')
        for name in supplied
        if name not in ids and name not in stems
    ]  # fmt: skip


def _read_table(table: Any) -> tuple[Supplied, list[str]]:
    if not isinstance(table, dict):
        return NOTHING, ['is not a table; write ["file name.txt"] and the keys below it']
    values: dict[str, Any] = {}
    table = {_ALIASES.get(key, key): value for key, value in table.items()}
    messages = [f"unknown key {key!r}; known are {', '.join(_KEYS)}" for key in table if key not in _KEYS]
    for key in _KEYS:
        if key not in table:
            continue
        try:
            read: Callable[[Any], Any] = _READERS.get(key, _words)
            values[key] = read(table[key])
        except ValueError as error:
            messages.append(f"{key} = {table[key]!r}: {error}")
    return Supplied(**values), messages


def _words(value: Any) -> str | None:
    if not isinstance(value, str):
        raise ValueError("is not text; put it in quotes")
    return value.strip() or None


def _day(value: Any) -> date:
    try:
        day = value if isinstance(value, date) else date.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError("is not a day of the calendar; write it as 2024-07-06") from None
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise ValueError(f"is not between {EARLIEST_YEAR} and {LATEST_YEAR}")
    return date(day.year, day.month, day.day)


def _source(value: Any) -> PublishedFrom:
    if value not in _SOURCES:
        raise ValueError(f"is not a source; known are {', '.join(_SOURCES)}")
    found: PublishedFrom = value
    return found


_READERS: dict[str, Callable[[Any], Any]] = {"published": _day, "published_from": _source}
