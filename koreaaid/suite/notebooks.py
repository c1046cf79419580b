"""The notebooks that make up a report, and which pages they become."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from koreaaid.errors import KoreaaidError
from koreaaid.suite.parameters import Parameter, Value, check_values, read_parameters

Cell = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Notebook:
    """A notebook as it lies on the disk.

    Attributes
    ----------
    path : Path
        The file.
    source : bytes
        What it held when it was read.
    parameters : dict of Parameter
        What it can be given, by name.
    for_lab : bool
        True where a cell is tagged `lab`: it is for exploring, and becomes a page only if it is asked for.
    """

    path: Path
    source: bytes
    parameters: dict[str, Parameter]
    for_lab: bool = False

    @property
    def name(self) -> str:
        """The file's name without its ending: the name of the page that it becomes."""
        return self.path.stem


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a notebook, which becomes one page.

    Attributes
    ----------
    name : str
        Name of the page: the notebook's, with the series behind it where there is one page for each.
    notebook : Notebook
        What is run.
    parameters : dict of Value
        What it is given; the others have their defaults.
    """

    name: str
    notebook: Notebook
    parameters: dict[str, Value]


def has_tag(cell: Cell, tag: str) -> bool:
    """Say whether `cell` is tagged `tag`."""
    return tag in cell.get("metadata", {}).get("tags", [])


def source_of(cell: Cell) -> str:
    """Return the source of `cell`, which notebooks keep as one text or as a list of lines."""
    source: str | list[str] = cell.get("source", "")
    return source if isinstance(source, str) else "".join(source)


def read_notebook(path: Path) -> Notebook:
    """Read a notebook and the names, types and defaults of its parameters."""
    try:
        content = path.read_bytes()
        cells: list[Cell] = json.loads(content)["cells"]
        sources = [source_of(cell) for cell in cells if has_tag(cell, "parameters")]
    except OSError as error:
        raise KoreaaidError(f"{path}: cannot be read ({error.strerror}); name a notebook") from error
    except (ValueError, LookupError, TypeError, AttributeError):
        raise KoreaaidError(f"{path}: not a notebook; open it in JupyterLab and save it again") from None
    if len(sources) > 1:
        raise KoreaaidError(f"{path}: more than one cell is tagged 'parameters'; keep the tag on one")
    for_lab = any(has_tag(cell, "lab") for cell in cells)
    return Notebook(path, content, read_parameters("".join(sources), str(path)), for_lab)


def read_notebooks(folder: Path) -> list[Notebook]:
    """Read the notebooks of `folder`, by name."""
    paths = sorted(path for path in folder.glob("*.ipynb") if not path.name.startswith("."))
    if not paths:
        raise KoreaaidError(f"{folder}: holds no notebooks (*.ipynb)")
    return [read_notebook(path) for path in paths]


def select(notebooks: Sequence[Notebook], only: Sequence[str]) -> list[Notebook]:
    """Return the notebooks named in `only` (with or without `.ipynb`), or all that are for reports."""
    wanted = [name.removesuffix(".ipynb") for name in only]
    known = [notebook.name for notebook in notebooks]
    for name in wanted:
        if name not in known:
            raise KoreaaidError(f"{name}: no such notebook; there are: {', '.join(known)}")
    if not wanted:
        return [notebook for notebook in notebooks if not notebook.for_lab]
    return [notebook for notebook in notebooks if notebook.name in wanted]


def plan_runs(
    notebooks: Sequence[Notebook], series: Sequence[str], given: Mapping[str, str], ledger: str
) -> list[Run]:
    """Return the runs of `notebooks`: one each, and of those with a parameter `series` one for each series.

    Parameters
    ----------
    notebooks : sequence of Notebook
        What to run.
    series : sequence of str
        The names of the series that get a page.
    given : mapping of str to str
        Values from the command line; each must be known to a notebook, and goes to all that know it.
    ledger : str
        The value of the parameter `ledger`: the saved ledger's folder, seen from where the notebooks run.
    """
    for name in given:
        if not any(name in notebook.parameters for notebook in notebooks):
            known = sorted({name for notebook in notebooks for name in notebook.parameters})
            raise KoreaaidError(
                f"no notebook has a parameter {name!r}; there are: {', '.join(known) or 'none'}"
            )
    return [run for notebook in notebooks for run in _runs(notebook, series, {**given, "ledger": ledger})]


def _runs(notebook: Notebook, series: Sequence[str], given: Mapping[str, str]) -> list[Run]:
    own = {name: value for name, value in given.items() if name in notebook.parameters}
    values = check_values(own, notebook.parameters, notebook.path.name)
    if "series" not in notebook.parameters:
        return [Run(notebook.name, notebook, values)]
    return [Run(f"{notebook.name}-{name}", notebook, {**values, "series": name}) for name in series]
