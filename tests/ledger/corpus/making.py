"""Small corpora."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

SEEDS = Path(__file__).parents[3] / "seeds"

_SEOUL = """SEOUL, Oct. {day} (Yonhap) -- South Korea said that {n},000 North Korean troops were in Russia.
{more}
Zelensky said about {n} tanks worth $3 million were lost, and 600 soldiers killed."""
_WARSAW = """WARSAW, Oct. {day} (Reuters) - Poland signed for {n} howitzers worth $2.4 billion with Hanwha.
{more}
The National Intelligence Service expects up to 12,000 troops, including 500 officers."""
_AID = """Seoul gave Ukraine {n} million euros ($33 million) in 2023, its defense minister Shin Won-sik said.
{more}"""
_TEXTS = (_SEOUL, _WARSAW, _AID)
_WORDS = [
    "the",
    "a",
    "of",
    "to",
    "in",
    "for",
    "on",
    "by",
    "with",
    "from",
    "over",
    "under",
    "after",
    "before",
    "army",
    "port",
    "train",
    "border",
    "ship",
    "factory",
    "road",
    "minister",
    "envoy",
    "senior",
    "local",
    "northern",
    "quiet",
    "early",
    "late",
    "heavy",
    "old",
    "new",
    "said",
    "moved",
    "held",
    "bought",
    "stored",
]


def _prose(n: int) -> str:
    """Return a paragraph of the `n`th article that no other one has."""
    chosen = random.Random(n)
    return " ".join(chosen.choice(_WORDS) for _ in range(60)).capitalize() + "."


def record(n: int, **fields: Any) -> dict[str, Any]:
    """Return the `n`th record of an archive."""
    day = 1 + n % 28
    text = _TEXTS[n % 3].format(day=day, n=n + 2, more=_prose(n))
    given = {"id": f"a{n:04}", "title": f"Story {n} of Korea", "date": f"2024-10-{day:02}", "body": text}
    return given | fields


def lines(count: int, start: int = 0) -> str:
    """Return `count` records, one a line."""
    return "".join(json.dumps(record(n)) + "\n" for n in range(start, start + count))


def corpus(folder: Path, files: int = 4, each: int = 6) -> Path:
    """Write a corpus of several files of records."""
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(files):
        (folder / f"part-{n}.jsonl").write_text(lines(each, n * each), encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder and below by their names."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
