"""JSON, JSONL and CSV exports of news archives: each record becomes an article or a problem.

The names of fields that are known stand in `koreaaid/language/lexicons/records.toml`; a mapping from the user
goes before them.
"""

from __future__ import annotations

import csv
import html as entities
import io
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from koreaaid.articles.article import Dating, Problem
from koreaaid.articles.incoming import Incoming
from koreaaid.articles.stamps import stated_day
from koreaaid.articles.stated import Stated
from koreaaid.errors import KoreaaidError
from koreaaid.language.lexicon import lexicon

FIELDS = ("text", "title", "author", "outlet", "url", "published")
# Where exports keep their list of records.
_LISTS = (
    "articles",
    "items",
    "results",
    "docs",
    "documents",
    "data",
    "response",
    "entries",
    "hits",
    "records",
    "value",
)
_DEEPEST = 4
# Systems that make pages export their texts with the marks of paragraphs.
_MARKUP = re.compile(r"</(?:p|div|li|h[1-6])>|<br ?/?>", re.IGNORECASE)
_SNIFFED = 20_000


def read_json(text: str, name: str, columns: Mapping[str, str]) -> Iterator[Incoming | Problem]:
    """Read a JSON document that is a record, a list of records, or an object with such a list in it."""
    try:
        document = json.loads(text)
    except RecursionError:
        raise KoreaaidError(
            f"{name}: is nested too deeply to be an export of articles; check the file"
        ) from None
    except ValueError as error:
        raise KoreaaidError(f"{name}: is not valid JSON: {error}; check that it is complete") from None
    records = _records(document, 0)
    if records is None:
        raise KoreaaidError(f"{name}: has no list of records in it; map its fields with --column text=NAME")
    for number, record in enumerate(records, 1):
        yield from read_record(record, f"{name}, record {number}", columns)


def read_jsonl(text: str, name: str, columns: Mapping[str, str]) -> Iterator[Incoming | Problem]:
    """Read one record a line; a broken line is a problem and the others are read."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        origin = f"{name}, line {number}"
        try:
            record = json.loads(line)
        except RecursionError:
            yield Problem(origin, "is nested too deeply to be an article; mend or delete the line")
        except ValueError as error:
            yield Problem(origin, f"is not valid JSON: {error}; mend or delete the line")
        else:
            yield from read_record(record, origin, columns)


def read_csv(text: str, name: str, columns: Mapping[str, str]) -> Iterator[Incoming | Problem]:
    """Read one record a row, with the names of the columns in the first one."""
    csv.field_size_limit(sys.maxsize)
    try:
        dialect: type[csv.Dialect] | csv.Dialect = csv.Sniffer().sniff(
            text[:_SNIFFED].split("\n", 1)[0], ",;\t|"
        )
    except csv.Error:
        dialect = csv.excel
    rows = csv.DictReader(io.StringIO(text, newline=""), dialect=dialect)
    try:
        header = [str(column) for column in rows.fieldnames or ()]
        if not _has_text(header, columns):
            raise KoreaaidError(
                f"{name}: which column is the text? --column text=NAME ({', '.join(header[:9])})"
            )
        for number, row in enumerate(rows, 2):
            yield from read_record(row, f"{name}, row {number}", columns)
    except csv.Error as error:
        yield Problem(name, f"is not valid CSV: {error}; check the file")


def _has_text(header: Iterable[str], columns: Mapping[str, str]) -> bool:
    small = {column.strip().lower() for column in header}
    names = [columns["text"].lower()] if "text" in columns else [*_names("text"), *_names("html")]
    return any(name in small for name in names)


def _records(document: Any, depth: int) -> list[Any] | None:
    if isinstance(document, list):
        return document
    if not isinstance(document, dict) or depth > _DEEPEST:
        return None
    small = {str(key).lower(): value for key, value in document.items()}
    for key in _LISTS:
        found = _records(small[key], depth + 1) if isinstance(small.get(key), list | dict) else None
        if found is not None:
            return found
    return [document] if any(isinstance(small.get(name), str) for name in _names("text")) else None


def _names(field: str) -> list[str]:
    names: list[str] = lexicon("records")[field]
    return names


def read_record(record: Any, origin: str, columns: Mapping[str, str]) -> Iterator[Incoming | Problem]:
    """Read one record; `origin` is what it is called in problems, `columns` as the user maps its fields."""
    if not isinstance(record, dict):
        yield Problem(origin, "is not a record with fields; mend or delete it")
        return
    fields = {str(key).strip().lower(): value for key, value in record.items() if key is not None}
    said = {field: _field(fields, field, columns) for field in FIELDS}
    text = said["text"][1]
    if text and _MARKUP.search(text):
        text = _from_html(text)
    text = text or _from_html(_field(fields, "html", columns)[1])
    if not text:
        has = f" ({', '.join(list(fields)[:9])})" if fields else ""
        yield Problem(origin, f"has no text; name the field that holds it: --column text=NAME{has[:200]}")
        return
    _, dateline = _field(fields, "dateline", columns)
    text = f"{dateline.strip()} {text.lstrip()}" if dateline else text
    stamp = said["published"][1]
    day = stated_day(stamp) if stamp else None
    stated = Stated(
        title=entities.unescape(said["title"][1] or "") or None,
        author=said["author"][1],
        outlet=said["outlet"][1],
        url=said["url"][1],
        datings=(Dating(day, "metadata", f"{Path(origin).name}: {stamp}"),) if day else (),
        places=tuple(
            (field, f"{Path(origin).name}: {name}")
            for field, (name, value) in said.items()
            if value and field not in ("text", "published")
        ),
    )
    yield Incoming(origin, text, stated)
    if stamp and not day:
        yield Problem(origin, f"its date {stamp[:40]!r} is no day; the article was read without")


def _field(
    fields: Mapping[str, Any], field: str, columns: Mapping[str, str]
) -> tuple[str, str] | tuple[str, None]:
    """Return the name under which a record has `field`, and what stands there."""
    names = [columns[field].lower()] if field in columns else _names(field)
    for name in names:
        value = fields.get(name)
        if isinstance(value, list) and field == "author":
            value = ", ".join(part for part in value if isinstance(part, str))
        if isinstance(value, dict):
            value = value.get("name") or value.get("title") or value.get("rendered")
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and value.strip():
            return name, value if field in ("text", "html") else value.strip()
    return field, None


def _from_html(html: str | None) -> str | None:
    if not html:
        return None
    from koreaaid.articles.pages import text_of_fragment

    return text_of_fragment(html)
