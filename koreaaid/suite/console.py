"""How far a report has come, on a terminal; nothing at all where there is none."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from koreaaid.suite.settings import Progress


class _OnTerminal(Progress):
    def __init__(self, bar: Bar) -> None:
        self._bar = bar
        self._task = bar.add_task("Starting", total=None)
        self._waiting: list[str] = []

    def step(self, words: str) -> None:
        self._bar.update(self._task, description=words)

    def runs(self, names: Sequence[str]) -> None:
        self._waiting = list(names)
        self._bar.update(self._task, description="Running notebooks", total=len(names), completed=0)

    def ran(self, name: str, error: str) -> None:
        self._waiting.remove(name)
        if error:
            self._bar.console.print(f"{name} stopped before its end", style="red", markup=False)
        left = self._waiting[0] if self._waiting else "done"
        self._bar.update(self._task, description=f"Running notebooks: {left}", advance=1)


@contextmanager
def console_progress() -> Iterator[Progress]:
    """Give a `Progress` that draws a bar on stderr, or says nothing if that is not a terminal."""
    if not sys.stderr.isatty():
        yield Progress()
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn(),
               MofNCompleteColumn(), TimeElapsedColumn())  # fmt: skip
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        yield _OnTerminal(bar)
