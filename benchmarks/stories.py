"""A corpus of any size from the stories of a smaller one: each copy with ids of its own, on other days."""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

EACH = 1_000  # stories a file
_DATELINE = re.compile(r", (Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z.]* \d{1,2}\b")
_MONTHS = ("Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
_WEEK = timedelta(days=7)


def stories(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a JSONL file, plain or .xz, with the text under "body" or "text"."""
    with (lzma.open if path.suffix == ".xz" else open)(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def text_of(record: dict[str, Any]) -> str:
    return record.get("body") or record.get("text") or ""


def repeated(records: list[dict[str, Any]], count: int) -> Iterator[dict[str, Any]]:
    """Yield `count` stories: those of `records` again and again, each time a week later."""
    for number in range(count):
        copy, at = divmod(number, len(records))
        yield shifted(records[at], copy) | {"id": f"story-{number:08}"}


def shifted(record: dict[str, Any], weeks: int) -> dict[str, Any]:
    """Return a story with its date, and the one in its dateline, some weeks later."""
    try:
        day = datetime.strptime(str(record.get("date", ""))[:11].title(), "%d-%b-%Y") + weeks * _WEEK
    except ValueError:
        return record
    there = f", {_MONTHS[day.month - 1]} {day.day}"
    dateline = _DATELINE.sub(there, record.get("dateline") or "", count=1)
    return record | {"date": day.strftime("%Y-%m-%d"), "dateline": dateline}


def write_corpus(records: list[dict[str, Any]], folder: Path, count: int) -> int:
    """Write `count` stories to `folder`, `EACH` a file; return how many bytes of text they have."""
    folder.mkdir(parents=True, exist_ok=True)
    size = 0
    chosen = repeated(records, count)
    for start in range(0, count, EACH):
        with (folder / f"stories-{start // EACH:05}.jsonl").open("w", encoding="utf-8") as file:
            for _ in range(min(EACH, count - start)):
                story = next(chosen)
                size += len(text_of(story).encode())
                file.write(json.dumps(story, ensure_ascii=False) + "\n")
    return size
