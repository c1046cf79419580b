"""What earlier runs made, kept beside the reports' folder: rendered notebooks by key, and the run log.

Nothing in it is needed: without it a report only takes longer. It lies outside the reports because those are
the same bytes from run to run, and a log that says when is not.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from koreaaid.articles.locking import locked
from koreaaid.files import clear_left, write_text
from koreaaid.suite.rendering import Content, Heading

_KEPT = 200
_LOG_LINES = 1000


class Cache:
    """A folder of rendered notebooks and the run log."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        if not (folder / ".gitignore").is_file():
            write_text(folder / ".gitignore", "*\n")
        for place in (folder, folder / "runs"):
            clear_left(place)

    def find(self, key: str) -> tuple[str, Content] | None:
        """Return the executed notebook and its content that were kept under `key`."""
        path = self._path(key)
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
            headings = tuple(Heading(**heading) for heading in kept["content"].pop("headings"))
            found = str(kept["notebook"]), Content(headings=headings, **kept["content"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        os.utime(path)  # the least recently used ones go first
        return found

    def keep(self, key: str, notebook: str, content: Content) -> None:
        """Keep an executed notebook and its content under `key`, and let go of the oldest ones."""
        write_text(self._path(key), json.dumps({"notebook": notebook, "content": asdict(content)}))
        kept = sorted(self.folder.glob("runs/*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in kept[_KEPT:]:
            path.unlink(missing_ok=True)

    def lock(self, out: Path) -> AbstractContextManager[None]:
        """Hold the reports in `out` for one run: it is made only when it has a report to hold."""
        return locked(self.folder / "locks" / out.absolute().name)

    def log(self, event: Mapping[str, object]) -> None:
        """Append `event`, with the time, to the run log."""
        path = self.folder / "runs.jsonl"
        now = datetime.now(UTC).isoformat(timespec="seconds")
        with locked(self.folder):
            lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
            lines.append(json.dumps({"time": now, **event}, ensure_ascii=False))
            write_text(path, "\n".join(lines[-_LOG_LINES:]) + "\n")

    def _path(self, key: str) -> Path:
        return self.folder / "runs" / f"{key}.json"
