"""How far a corpus is read: a line that is written over on a terminal and in a notebook, else nothing."""

from __future__ import annotations

import sys
import time

_EVERY = 0.5  # seconds
_WIDTH = 100


class Progress:
    """Counts what is done and says it.

    Parameters
    ----------
    size : int
        Bytes of all inputs, as stored.
    """

    def __init__(self, size: int) -> None:
        self.articles = self.claims = self.problems = 0
        self.shards = self.kept = 0
        self._size = max(1, size)
        self._begun = self._said = time.monotonic()
        self._read_here = 0
        self._first: float | None = None
        self._shows = sys.stderr.isatty() or _in_notebook()

    def done(self, articles: int, claims: int, problems: int, passed: float, fresh: bool) -> None:
        """Count a shard.

        Parameters
        ----------
        articles, claims, problems : int
            What its file has.
        passed : float
            Bytes of the inputs that lie behind.
        fresh : bool
            Whether it was read just now, and not kept from an earlier run.
        """
        self.articles += articles
        self.claims += claims
        self.problems += problems
        self.shards += 1
        self.kept += not fresh
        self._read_here += articles if fresh else 0
        if fresh and self._first is None:
            self._first = passed / self._size
        self._show(passed / self._size)

    def say(self, words: str) -> None:
        """Write a line that stays."""
        if self._shows:
            print(f"\r{words:<{_WIDTH}}", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Take the line away."""
        if self._shows:
            print("\r" + " " * _WIDTH, end="\r", file=sys.stderr, flush=True)

    @property
    def rate(self) -> float:
        """Articles read a second in this run."""
        return self._read_here / max(1e-9, time.monotonic() - self._begun)

    def line(self, share: float) -> str:
        """Return what is shown when `share` of the corpus lies behind."""
        words = f"{self.articles:,} articles, {self.claims:,} claims"
        if self._read_here:
            words += f", {self.rate:,.0f} articles a second"
            behind = share - (self._first or 0)
            if behind > 0:
                words += f", {_duration((1 - share) / behind * (time.monotonic() - self._begun))} left"
        return words + (f", {self.problems:,} problems" if self.problems else "")

    def _show(self, share: float) -> None:
        now = time.monotonic()
        if self._shows and now - self._said >= _EVERY:
            self._said = now
            print(f"\r{self.line(share):<{_WIDTH}}", end="", file=sys.stderr, flush=True)


def _duration(seconds: float) -> str:
    """Return a length of time in words.

    >>> _duration(42), _duration(1500)
    ('42 s', '25 min')
    """
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


def _in_notebook() -> bool:
    return "ipykernel" in sys.modules and type(sys.stderr).__module__.startswith("ipykernel")
