"""What a report is asked to be, how far it has come, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from koreaaid.errors import KoreaaidError


@dataclass(frozen=True, slots=True)
class Settings:
    """What a report is asked to be.

    Attributes
    ----------
    articles : Path
        A folder of articles, or one.
    out : Path
        Where the pages go.
    notebooks : Path
        The folder of the notebooks.
    only : tuple of str
        Names of the notebooks to run; all if empty.
    series : tuple of str
        Names of the series that get a page; those that have claims if empty.
    parameters : mapping of str to str
        Values for the notebooks' parameters.
    jobs : int
        How many notebooks run at a time.
    force : bool
        Run what has not changed as well.
    """

    articles: Path
    out: Path
    notebooks: Path
    only: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    parameters: Mapping[str, str] = field(default_factory=dict)
    jobs: int = 2
    force: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a report.

    Attributes
    ----------
    index : Path
        The page to open first.
    pages, run : int
        How many pages there are, and for how many of them a notebook was run.
    failures, problems : tuple of str
        Notebooks that stopped before their end, and articles that could not be read, each with the reason.
    doubts : tuple of str
        Articles that were read but should be looked at.
    """

    index: Path
    pages: int
    run: int
    failures: tuple[str, ...]
    problems: tuple[str, ...]
    doubts: tuple[str, ...]


class Progress:
    """Told how far a report has come; this one says nothing."""

    def step(self, words: str) -> None:
        """Say that something else is being done now."""

    def runs(self, names: Sequence[str]) -> None:
        """Say which notebooks are about to be run."""

    def ran(self, name: str, error: str) -> None:
        """Say that one of them is done, well if `error` is empty."""


def project_folder(name: str) -> Path:
    """Return the project's folder `name`: the first one upwards from here, else the package's."""
    package = Path(__file__).parents[2]
    for folder in (here := Path.cwd(), *here.parents, package):
        if (folder / name).is_dir():
            return Path(name) if folder == here else folder / name
    raise KoreaaidError(f"{here}: no folder {name}/ here or above; name one")
