"""Sources are cut into shards: pieces of bounded size, each read by itself, that depend on what is in them.

A file of records is cut behind a record whose checksum says so, as soon as the piece has a certain size. So a
record that is added or changed changes the shard that it lies in, and the cuts behind it are the old ones.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from hashlib import sha256
from typing import IO, Any
from zlib import crc32

import pyarrow as pa
import pyarrow.parquet as pq

from koreaaid.articles.decoding import size_limit
from koreaaid.articles.supplied import Supplied, supplied_for
from koreaaid.errors import KoreaaidError
from koreaaid.ledger.corpus.addresses import PARQUET, Place, Source, kind_of

# In bytes. A shard is what is lost when a worker dies, and what a worker holds in memory some thirty times.
_SMALLEST = 3_000_000
_LARGEST = 8_000_000
# Behind `_SMALLEST`, one record in so many ends a shard.
_CUT = 512
# Of an archive that is cut off, as much as this may be lost in front of the cut.
_BLOCK = 1 << 16
_ROWS = 1_000
# What a broken archive may raise: every library has its own.
_BROKEN = (OSError, EOFError, ValueError, pa.ArrowException)


@dataclass(frozen=True)
class Shard:
    """A piece of a corpus.

    Attributes
    ----------
    source : str
        The name of its source.
    first : int
        The number of its first record there.
    records : int
        How many there are.
    content : bytes
        The records, as lines of JSON.
    articles : bool
        Whether these are articles in files of their own.
    """

    source: str
    first: int
    records: int
    content: bytes
    articles: bool

    @cached_property
    def hash(self) -> str:
        """The hash of the content."""
        return sha256(self.content).hexdigest()


def shards_of(place: Place, source: Source, supplied: dict[str, Supplied]) -> Iterator[Shard]:
    """Yield the shards of a source.

    Raises
    ------
    KoreaaidError
        When the source is broken: what came before was yielded.
    """
    lines = _of_files(place, source, supplied) if source.articles else _of_records(place, source)
    first, size, cut = 1, 0, False
    piece: list[bytes] = []
    try:
        for line in lines:
            if cut or (piece and size + len(line) > _LARGEST):
                yield _shard(source, first, piece)
                first, size, piece = first + len(piece), 0, []
            piece.append(line)
            size += len(line)
            cut = not source.articles and size >= _SMALLEST and crc32(line) % _CUT == 0
    except (*_BROKEN, KoreaaidError) as error:
        if piece:
            yield _shard(source, first, piece)
        raise KoreaaidError(
            f"is broken or cut off behind record {first + len(piece) - 1}: {error}; what came before was read"
        ) from error
    if piece:
        yield _shard(source, first, piece)


def _shard(source: Source, first: int, lines: list[bytes]) -> Shard:
    return Shard(source.name, first, len(lines), b"\n".join(lines), source.articles)


def _of_records(place: Place, source: Source) -> Iterator[bytes]:
    path = source.paths[0]
    if kind_of(path) in PARQUET:
        with place.system.open(path, "rb") as file:
            yield from _rows(file)
    else:
        with place.open(path) as file:
            yield from _lines(file)


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the lines of a file; the end of one that never ends is not waited for."""
    limit = size_limit()
    rest = b""
    while block := file.read(_BLOCK):
        *lines, rest = (rest + block).split(b"\n")
        yield from lines
        if len(rest) > limit:
            raise KoreaaidError(f"a line is longer than {limit // 1_000_000} MB: write one record a line")
    if rest:
        yield rest


def _rows(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the rows of a Parquet file as JSON."""
    for batch in pq.ParquetFile(file).iter_batches(batch_size=_ROWS):
        for row in batch.to_pylist():
            yield _json(row)


def _of_files(place: Place, source: Source, supplied: dict[str, Supplied]) -> Iterator[bytes]:
    """Yield articles of files as JSON: the name, what is known of it, and the bytes."""
    root = place.root.rstrip("/") + "/"
    for path in source.paths:
        name = path.removeprefix(root)
        known = asdict(supplied_for(name, supplied))
        yield _json({"id": name, "content": base64.b64encode(place.read(path)).decode(), "supplied": known})


def _json(row: dict[str, Any]) -> bytes:
    return json.dumps(row, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")
