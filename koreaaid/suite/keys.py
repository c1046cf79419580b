"""Hashes of everything that a report depends on: what has the same key need not be made again."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib import metadata
from pathlib import Path

import koreaaid
from koreaaid.suite.notebooks import Run

_PACKAGE = Path(koreaaid.__file__).parent
_LOCK = _PACKAGE.parent / "requirements.lock"
_NAME = re.compile(r"[A-Za-z0-9._-]+")
# What the analyst may keep beside a single article; in a folder every file counts.
_BESIDE = ("*.toml", "*.csv")


def digest(parts: Iterable[str | bytes]) -> str:
    """Return one hash of `parts`, each with its length, so that no two lists of parts have the same one."""
    total = sha256()
    for part in parts:
        content = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        total.update(b"%d:" % len(content))
        total.update(content)
    return total.hexdigest()


def file_hashes(folder: Path, files: Iterable[Path]) -> dict[str, str]:
    """Return the hash of each of `files` by its path inside `folder`."""
    return {file.relative_to(folder).as_posix(): sha256(file.read_bytes()).hexdigest() for file in files}


def files_in(folder: Path) -> list[Path]:
    """Return all files of `folder` and below, in order, without hidden and compiled ones."""
    found = []
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.is_file() and not any(part.startswith((".", "__pycache__")) for part in parts):
            found.append(path)
    return found


def input_hash(articles: Path) -> str:
    """Return the hash of an article, or a folder of them, and of what lies beside."""
    if articles.is_dir():
        folder, files = articles, files_in(articles)
    else:
        folder = articles.parent
        files = [articles, *(path for pattern in _BESIDE for path in sorted(folder.glob(pattern)))]
    return digest(_named_contents(folder, files))


@cache
def machinery_hash() -> str:
    """Return the hash of the package's own files, of the lock, and of the versions that are installed."""
    lock = _LOCK.read_bytes() if _LOCK.is_file() else b""
    installed = [f"{name} {version}" for name, version in versions().items()]
    return digest([*_named_contents(_PACKAGE, files_in(_PACKAGE)), lock, *installed])


@cache
def versions() -> dict[str, str]:
    """Return the versions of Python and of the direct dependencies, by name."""
    found = {"Python": ".".join(map(str, sys.version_info[:3]))}
    for requirement in sorted(metadata.requires("koreaaid") or ()):
        name = _NAME.match(requirement)
        if name and "extra ==" not in requirement:
            found[name[0]] = metadata.version(name[0])
    return found


def run_key(run: Run, ledger: str) -> str:
    """Return the key of a run of a notebook on the ledger with the hash `ledger`."""
    values = [f"{name}={value!r}{_content(value)}" for name, value in sorted(run.parameters.items())]
    return digest([machinery_hash(), ledger, run.name, run.notebook.source, *values])


def report_key(
    articles: Path, notebooks: Iterable[bytes], parameters: Mapping[str, str], options: Mapping[str, object]
) -> str:
    """Return the key of a whole report."""
    given = [f"{name}={value!r}{_content(value)}" for name, value in sorted(parameters.items())]
    values = [f"{name}={value!r}" for name, value in sorted(options.items())]
    return digest([machinery_hash(), input_hash(articles), *notebooks, "given", *given, "asked", *values])


def _content(value: object) -> str:
    """Return the hash of what lies where a parameter points to; empty if it names no place."""
    if isinstance(value, str) and Path(value).is_absolute() and Path(value).exists():
        return f" {input_hash(Path(value))}"
    return ""


def _named_contents(folder: Path, files: Iterable[Path]) -> Iterator[str | bytes]:
    for file in files:
        yield file.relative_to(folder).as_posix()
        try:
            yield file.read_bytes()
        except OSError as error:  # the reader says so; here it only must not count as an empty file
            yield f"unreadable: {error.strerror}"
