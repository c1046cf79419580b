"""The file of a shard: one Parquet table with the rows of all tables of the ledger, told apart by `kind`.

One row group with shared columns keeps it small: an article's id, outlet, title and day are written once for
all rows of it, a sentence once for all of its claims. What follows from other columns is not written: the
figure as written is a part of its sentence, its id a hash of both, a floor or ceiling mostly the value.
`views.sql` says it the other way round.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from koreaaid.ledger.corpus.belonging import series_of
from koreaaid.ledger.measures import measure_of
from koreaaid.ledger.periods import period
from koreaaid.ledger.persons import NAME_COLUMNS
from koreaaid.ledger.rows import (
    ARTICLE_COLUMNS,
    CLAIM_COLUMNS,
    DATE_COLUMNS,
    EXCLUDED_COLUMNS,
    Row,
    Rows,
    plain,
)
from koreaaid.ledger.series import CHOICES, TOGETHER

Columns = dict[str, Sequence[object]]

_WORDS = (
    "kind", "article", "title", "author", "outlet", "url", "published_from", "published_evidence",
    "edition_of", "surface", "sentence", "bound", "unit", "category", "measure", "item", "additive",
    "covers", "actor", "counterparty", "location", "attributed_to", "attribution_verb", "relayed_by",
    "modality", "stage", "event_date", "said_on", "rule", "timex_type", "timex_value", "mod", "basis",
    "furniture", "day_of", "reason", "role", "message",
)  # fmt: skip
_DAYS = ("published", "earliest", "latest")
_COUNTS = (
    "start", "length", "sentence_start", "nth", "characters", "quantities", "dates", "excluded", "digits",
    "mentions", "series",
)  # fmt: skip
_FIGURES = ("value", "low", "high")
_FLAGS = ("low_is_value", "high_is_value", "days_follow")
_IDS = ("part_of", "converts", "repeats", "text_hash")
SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in _WORDS),
        *((name, pa.date32()) for name in _DAYS),
        *((name, pa.int32()) for name in _COUNTS),
        *((name, pa.float64()) for name in _FIGURES),
        *((name, pa.bool_()) for name in _FLAGS),
        *((name, pa.int64()) for name in _IDS),
        ("sketch", pa.list_(pa.uint32())),
    ]
)
# What comes in runs, or differs in most rows, is not worth a dictionary.
_PLAIN = (*_COUNTS, *_FIGURES, *_IDS, "sketch", "item", "article")
_SPLIT = dict.fromkeys((*_COUNTS, *_IDS, "sketch.list.element"), "BYTE_STREAM_SPLIT")
_LEVEL = 12
# What series ask of a claim, besides its surface.
_LOOKED_AT = {*CHOICES, *TOGETHER["anywhere"]} - {"surface"}
_DICTIONARY_BYTES = 1 << 28
# Of the 64 hashes of an article's sketch the corpus keeps so many: see `copies`.
SKETCH = 12
_HASH = 9
# What `views.sql` knows the days of.
_SPAN = re.compile(r"[12]\d{3}(-\d\d){0,2}")


def shard_bytes(read: Rows, problems: Sequence[tuple[str | None, int | None, str]]) -> bytes:
    """Return the file of a shard.

    Parameters
    ----------
    read : Rows
        What was read in it; its own problems are left out.
    problems : sequence of tuples
        The article, the number of the record in the shard, and what is wrong with it.
    """
    parts = [
        ("article", len(read.articles), _articles(read.articles)),
        ("claim", len(read.claims), _claims(read)),
        ("date", len(read.dates), _dates(read.dates)),
        ("excluded", len(read.excluded), _spans(_by_column(read.excluded, EXCLUDED_COLUMNS))),
        ("name", len(read.names), _names(read)),
        ("problem", len(problems), _by_column(problems, ("article", "start", "message"))),
    ]
    columns = [pa.chunked_array([_array(part, field) for part in parts], field.type) for field in SCHEMA]
    return file_bytes(pa.Table.from_arrays(columns, schema=SCHEMA))


def file_bytes(table: pa.Table) -> bytes:
    """Return the rows of a shard, a table of `SCHEMA`, as a file."""
    sink = BytesIO()
    with pq.ParquetWriter(
        sink,
        SCHEMA,
        compression="zstd",
        compression_level=_LEVEL,
        use_dictionary=[name for name in SCHEMA.names if name not in _PLAIN],
        column_encoding=_SPLIT,
        dictionary_pagesize_limit=_DICTIONARY_BYTES,
        write_statistics=["kind", "series"],
        store_schema=False,
    ) as file:
        file.write_table(table, row_group_size=max(1, len(table)))
    return sink.getvalue()


def _array(part: tuple[str, int, Columns], field: pa.Field) -> pa.Array:
    kind, length, columns = part
    if field.name == "kind":
        return pa.repeat(kind, length)
    if field.name not in columns:
        return pa.nulls(length, field.type)
    cells = columns[field.name]
    return cells if isinstance(cells, pa.Array) else pa.array(cells, field.type)


def _by_column(rows: Sequence[Row], names: Sequence[str]) -> Columns:
    return dict(zip(names, zip(*rows, strict=True), strict=True)) if rows else dict.fromkeys(names, ())


def _articles(rows: Sequence[Row]) -> Columns:
    columns = _by_column(rows, ARTICLE_COLUMNS)
    columns["text_hash"] = [_number(digest, 15) for digest in columns["sha256"]]
    # Of a date in a record's field that field is the evidence.
    columns["published_evidence"] = [
        None if known == "metadata" else evidence
        for known, evidence in zip(columns["published_from"], columns["published_evidence"], strict=True)
    ]
    columns["sketch"] = [_steps(str(sketch)) for sketch in columns["sketch"]]
    return columns


def _steps(sketch: str) -> npt.NDArray[np.uint32]:
    """Return the first hashes of a sketch, each less the one before: these are smaller numbers."""
    hashes = np.frombuffer(bytes.fromhex(sketch[: SKETCH * _HASH]), dtype=">u4")
    steps: npt.NDArray[np.uint32] = hashes.astype(np.uint32)
    steps[1:] -= steps[:-1].copy()
    return steps


def _claims(read: Rows) -> Columns:
    columns: dict[str, Any] = _by_column(read.claims, CLAIM_COLUMNS)
    titles = {row[0]: row[1] for row in read.articles}
    sentences, surfaces = columns["sentence"], columns["surface"]
    offsets = [at - start for at, start in zip(columns["start"], columns["sentence_start"], strict=True)]
    places = list(zip(sentences, offsets, surfaces, strict=True))
    columns["start"] = offsets
    columns["length"] = [len(surface) for surface in surfaces]
    columns["nth"] = _ordinals(columns["article"], sentences, surfaces)
    columns["surface"] = [None if s.startswith(surface, at) else surface for s, at, surface in places]
    columns["measure"] = [
        measure_of(item or "", sentence, at, at + len(surface)) if category == "casualties" else None
        for category, item, (sentence, at, surface) in zip(
            columns["category"], columns["item"], places, strict=True
        )
    ]
    columns["title"] = [titles[article] for article in columns["article"]]
    for link in ("part_of", "converts", "repeats"):
        columns[link] = [claim_id and _number(claim_id[1:]) for claim_id in columns[link]]
    for end in ("low", "high"):
        same = [a == b for a, b in zip(columns[end], columns["value"], strict=True)]
        columns[f"{end}_is_value"] = same
        columns[end] = [None if is_value else a for a, is_value in zip(columns[end], same, strict=True)]
    columns |= {name: pa.array(columns[name], pa.string()) for name in _LOOKED_AT}
    looked_at = {name: columns[name] for name in _LOOKED_AT}
    columns["series"] = series_of(pa.table(looked_at | {"surface": pa.array(surfaces, pa.string())}))
    return columns


def _ordinals(articles: Sequence[str], sentences: Sequence[str], surfaces: Sequence[str]) -> list[int]:
    """Return, for each claim, which one it is of those that one sentence of the article words alike."""
    written = cache(plain)
    worded = [(article, written(surface)) for article, surface in zip(articles, surfaces, strict=True)]
    often = Counter(worded)
    seen: Counter[tuple[tuple[str, str], str]] = Counter()
    ordinals = []
    for key, sentence in zip(worded, sentences, strict=True):
        if often[key] == 1:  # in the whole article
            ordinals.append(1)
            continue
        place = (key, written(sentence))
        seen[place] += 1
        ordinals.append(seen[place])
    return ordinals


def _dates(rows: Sequence[Row]) -> Columns:
    columns: dict[str, Any] = _by_column(rows, DATE_COLUMNS)
    days = zip(columns["timex_value"], columns["earliest"], columns["latest"], strict=True)
    follow = [_follow(timex, (earliest, latest)) for timex, earliest, latest in days]
    for end in ("earliest", "latest"):
        columns[end] = [None if known else day for day, known in zip(columns[end], follow, strict=True)]
    columns["days_follow"] = follow
    return _spans(columns)


def _follow(timex: str | None, days: tuple[date | None, date | None]) -> bool:
    """Say whether the days that a date spans are those of its TIMEX3 value: a day, a month or a year."""
    return bool(timex and _SPAN.fullmatch(timex) and period(timex) == days)


def _spans(columns: Any) -> Columns:
    """Return the columns of dates or exclusions: with them no sentence is kept, and no end of a surface."""
    return {name: cells for name, cells in columns.items() if name != "sentence"}


def _names(read: Rows) -> Columns:
    columns = _by_column(read.names, NAME_COLUMNS)
    return {("surface" if name == "name" else name): cells for name, cells in columns.items()}


def _number(digits: Any, length: int = 10) -> int:
    return int(digits[:length], 16)
