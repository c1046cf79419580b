"""What lies at the address of a corpus: files of records, and articles in files of their own.

An address is a path, a pattern, or anything that fsspec opens ("s3://bucket/news", "memory://news").
"""

from __future__ import annotations

import bz2
import gzip
import lzma
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath
from typing import IO, Any, cast
from zlib import crc32

import fsspec
import pyarrow as pa

from koreaaid.articles.reading import BESIDE, SUFFIXES
from koreaaid.errors import KoreaaidError

LINES = frozenset({".jsonl", ".ndjson"})
PARQUET = frozenset({".parquet", ".pq"})
# A group of article files ends with one whose name says so, one in so many: a file that is added changes its
# own group and no other.
_GROUP = 500
_LARGEST_GROUP = 2_000


@dataclass(frozen=True, slots=True)
class Source:
    """One input: a file of records, or a group of files that hold an article each.

    Attributes
    ----------
    name : str
        What it is called in messages: the path inside the corpus.
    paths : tuple of str
        The file, or the files of the group, as the file system knows them.
    stamp : str
        What tells without reading whether it is still the same: sizes and times of change.
    size : int
        Bytes as stored.
    articles : bool
        Whether it is a group of articles.
    """

    name: str
    paths: tuple[str, ...]
    stamp: str
    size: int
    articles: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A file system and where in it the corpus lies."""

    address: str
    system: Any
    root: str

    @property
    def is_local(self) -> bool:
        """Whether it is on this machine."""
        return "file" in self.system.protocol

    def open(self, path: str) -> IO[bytes]:
        """Open a file of the corpus for reading, its compression taken off."""
        file = self.system.open(path, "rb")
        take_off = _COMPRESSIONS.get(PurePosixPath(path).suffix.lower())
        return cast(IO[bytes], take_off(file) if take_off else file)

    def read(self, path: str) -> bytes:
        """Return the bytes of a file."""
        with self.system.open(path, "rb") as file:
            return cast(bytes, file.read())


def place_of(address: str) -> Place:
    """Return the place that an address names."""
    try:
        system, root = fsspec.url_to_fs(address)
    except (ImportError, ValueError) as error:
        raise KoreaaidError(f"{address}: cannot be opened: {error}") from error
    return Place(address, system, root)


def sources_at(place: Place) -> list[Source]:
    """Return the inputs of a corpus, in the order of their paths.

    Raises
    ------
    KoreaaidError
        When there is nothing, or nothing that can be read.
    """
    found = {path: info for path, info in _files(place).items() if not _hidden(_name(place, path))}
    records, articles = [], []
    for path, info in sorted(found.items()):
        ending = kind_of(path)
        if ending in LINES | PARQUET:
            stamp = _stamp(info)
            records.append(Source(_name(place, path), (path,), stamp, int(info.get("size") or 0)))
        elif ending in SUFFIXES and PurePosixPath(path).name.lower() not in BESIDE:
            articles.append(path)
    sources = [*records, *_groups(place, articles, found)]
    if not sources:
        raise KoreaaidError(
            f"{place.address}: no corpus; name JSONL or Parquet files, plain or compressed, "
            "or a folder of articles"
        )
    return sources


def kind_of(path: str) -> str:
    """Return the ending of a file's name in small letters, that of a compression left out.

    >>> kind_of("news-2024.jsonl.zst")
    '.jsonl'
    """
    name = PurePosixPath(path)
    return PurePosixPath(name.stem if name.suffix.lower() in _COMPRESSIONS else name.name).suffix.lower()


def _files(place: Place) -> dict[str, dict[str, Any]]:
    try:
        if "*" in place.root:
            return cast(dict[str, dict[str, Any]], place.system.glob(place.root, detail=True))
        return cast(dict[str, dict[str, Any]], place.system.find(place.root, detail=True))
    except OSError as error:
        raise KoreaaidError(f"{place.address}: cannot be read ({error}); check the address") from error


def _name(place: Place, path: str) -> str:
    inside = path.removeprefix(place.root).lstrip("/") if "*" not in place.root else ""
    return inside or PurePosixPath(path).name


def _hidden(name: str) -> bool:
    return any(part.startswith((".", "_")) for part in name.split("/"))


def _stamp(info: dict[str, Any]) -> str:
    changed = next(
        (info[key] for key in ("mtime", "LastModified", "last_modified", "ETag", "created") if key in info),
        "",
    )
    return f"{info.get('size')} {changed}"


def _groups(place: Place, paths: list[str], found: dict[str, dict[str, Any]]) -> Iterator[Source]:
    group: list[str] = []
    for path in paths:
        group.append(path)
        if crc32(_name(place, path).encode()) % _GROUP == 0 or len(group) == _LARGEST_GROUP:
            yield _group(place, group, found)
            group = []
    if group:
        yield _group(place, group, found)


def _group(place: Place, paths: list[str], found: dict[str, dict[str, Any]]) -> Source:
    stamps = "\n".join(f"{_name(place, path)} {_stamp(found[path])}" for path in paths)
    size = sum(int(found[path].get("size") or 0) for path in paths)
    name = f"{_name(place, paths[0])} and {len(paths) - 1} more files"
    return Source(name, tuple(paths), sha256(stamps.encode()).hexdigest(), size, articles=True)


# Each takes a compressed file and gives one to read.
_COMPRESSIONS: dict[str, Callable[[Any], Any]] = {
    ".gz": lambda file: gzip.GzipFile(fileobj=file),
    ".bz2": bz2.BZ2File,
    ".xz": lzma.LZMAFile,
    ".zst": lambda file: pa.CompressedInputStream(pa.PythonFile(file, mode="r"), "zstd"),
}
