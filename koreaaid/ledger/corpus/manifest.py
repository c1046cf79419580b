"""manifest.json: which files make up the ledger of a corpus, and of which inputs they were made."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from koreaaid.errors import KoreaaidError
from koreaaid.files import write_text
from koreaaid.ledger.corrections import Correction

MANIFEST_FILE = "manifest.json"


@dataclass(frozen=True, slots=True)
class Part:
    """A file of the ledger: its name, the number of its first record in the input, and how much is in it."""

    file: str
    first: int
    records: int
    articles: int
    claims: int
    problems: int


@dataclass(frozen=True, slots=True)
class Input:
    """An input and the files made of it; `problem` says what is wrong with it as a whole."""

    name: str
    stamp: str
    size: int
    parts: tuple[Part, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The inputs of a corpus, in order, as the code of the hash `code` read them.

    `series`, `names` and `corrections` are the content of the analyst's files beside the corpus.
    """

    corpus: str
    code: str
    inputs: tuple[Input, ...] = ()
    series: str = ""
    names: str = ""
    corrections: tuple[Correction, ...] = ()

    def parts(self) -> Iterator[tuple[Input, Part]]:
        """Yield the files with their inputs, in order; those of equal content once."""
        seen: set[str] = set()
        for source in self.inputs:
            for part in source.parts:
                if part.file not in seen:
                    seen.add(part.file)
                    yield source, part

    def files(self) -> list[str]:
        """Return the names of the files, in order."""
        return [part.file for _, part in self.parts()]

    def save(self, folder: Path) -> None:
        """Write it to `folder`."""
        write_text(
            folder / MANIFEST_FILE, json.dumps(asdict(self), ensure_ascii=False, indent=0, default=str) + "\n"
        )


def is_corpus_ledger(folder: Path) -> bool:
    """Say whether the ledger of a corpus lies in `folder`."""
    return (folder / MANIFEST_FILE).is_file()


def load_manifest(folder: Path) -> Manifest:
    """Read the manifest of a ledger."""
    path = folder / MANIFEST_FILE
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        inputs = [
            Input(**{**entry, "parts": tuple(Part(**part) for part in entry["parts"])})
            for entry in content["inputs"]
        ]
        corrections = tuple(_correction(entry) for entry in content.get("corrections", ()))
        return Manifest(**{**content, "inputs": tuple(inputs), "corrections": corrections})
    except FileNotFoundError:
        raise KoreaaidError(
            f"{folder}: no ledger of a corpus; make one with `koreaaid extract CORPUS --out {folder}`"
        ) from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise KoreaaidError(
            f"{path}: cannot be read ({error}); delete it and run `koreaaid extract` again"
        ) from error


def _correction(entry: dict[str, Any]) -> Correction:
    day = entry["date"]
    return Correction(**{**entry, "date": date.fromisoformat(day) if day else None})
