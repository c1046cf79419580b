"""A shard becomes a file: the one function that every engine calls.

It knows nothing of the disk, the network, the clock or other shards: the same shard gives the same bytes.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Any

import pyarrow as pa

import koreaaid
from koreaaid.articles import Article, Problem
from koreaaid.articles.incoming import Incoming
from koreaaid.articles.reading import article_from_text, read_content
from koreaaid.articles.records import read_record
from koreaaid.articles.supplied import NOTHING, Supplied
from koreaaid.errors import KoreaaidError
from koreaaid.language.lexicon import lexicon
from koreaaid.ledger.corpus.columns import shard_bytes
from koreaaid.ledger.rows import read_rows, uncollected

_PACKAGE = Path(koreaaid.__file__).parent
# What a shard's file depends on; how it is shown does not matter.
_FLOORS = ("language", "articles", "extract", "ledger")

_Problem = tuple[str | None, int | None, str]


@dataclass(frozen=True, slots=True)
class ShardFile:
    """The file of a shard, and how much is in it."""

    content: bytes
    articles: int
    claims: int
    problems: int


@cache
def code_hash() -> str:
    """Return the hash of the code and the lexicons that read, and of the library that writes."""
    total = sha256(f"pyarrow {pa.__version__}".encode())
    for floor in _FLOORS:
        for path in sorted((_PACKAGE / floor).rglob("*")):
            if path.suffix in (".py", ".toml", ".sql"):
                total.update(
                    b"\0" + path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + path.read_bytes()
                )
    return total.hexdigest()


def read_shard(content: bytes, articles: bool, code: str) -> ShardFile:
    """Read the records of a shard into the bytes of its file.

    Parameters
    ----------
    content : bytes
        One record a line, in JSON.
    articles : bool
        Whether the records are articles in files of their own.
    code : str
        The `code_hash` of the caller: a worker with other code would write other bytes.
    """
    if code != code_hash():
        raise KoreaaidError("a worker has another version of koreaaid; install the same one everywhere")
    problems: list[_Problem] = []
    with uncollected():
        read = read_rows(_articles(content, articles, problems), brief=True)
        problems += [(str(source), None, str(message)) for source, message in read.problems]
        file = shard_bytes(read, problems)
    return ShardFile(file, len(read.articles), len(read.claims), len(problems))


def _articles(content: bytes, files: bool, problems: list[_Problem]) -> Iterator[Article]:
    """Yield the articles of a shard; what cannot be one becomes a problem."""
    seen: set[str] = set()
    for number, line in enumerate(content.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            found = _of_file(record) if files else _of_record(record, line)
            for one in found:
                if isinstance(one, Problem):
                    problems.append((one.source or None, number, one.message))
                elif one.id in seen:
                    problems.append((one.id, number, "an article of this id came before; give each its own"))
                else:
                    seen.add(one.id)
                    yield one
        except KoreaaidError as error:
            problems.append((None, number, str(error)))
        except (ValueError, RecursionError) as error:
            problems.append((None, number, f"is not valid JSON: {error}; mend or delete the line"))
        except Exception as error:  # one record must not cost the user the others
            problems.append((None, number, f"could not be read ({type(error).__name__}: {error})"))


def _of_record(record: Any, line: bytes) -> Iterator[Article | Problem]:
    """Yield the article of a record; its id is its own, or else made of the whole record."""
    name = _own_id(record) or f"record-{blake2b(line, digest_size=6).hexdigest()}"
    for found in read_record(record, "", {}):
        if isinstance(found, Incoming):
            told = NOTHING.completed(found.stated)
            yield article_from_text(found.text, id=name, supplied=told, stated=found.stated.datings)
        else:
            yield Problem(name, found.message)


def _own_id(record: Any) -> str | None:
    if not isinstance(record, dict):
        return None
    fields = {str(key).strip().lower(): value for key, value in record.items()}
    found = next((fields[name] for name in lexicon("records")["id"] if name in fields), None)
    if isinstance(found, str | int) and not isinstance(found, bool):
        return str(found).strip() or None
    return None


def _of_file(record: dict[str, Any]) -> Iterator[Article | Problem]:
    """Yield the article of a file."""
    known = record["supplied"]
    day = known["published"] and date.fromisoformat(known["published"])
    content = base64.b64decode(record["content"])
    name = record["id"]
    try:
        article, doubts = read_content(content, Path(name), name, Supplied(**{**known, "published": day}))
    except KoreaaidError as error:
        yield Problem(name, str(error).removeprefix(f"{name}: "))
        return
    yield article
    yield from doubts
