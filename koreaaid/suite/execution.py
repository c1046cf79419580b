"""Runs notebooks: papermill in threads of one process, each notebook in a kernel of its own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from koreaaid.errors import KoreaaidError
from koreaaid.files import building, write_text
from koreaaid.suite.canonical import canonical, machine_places
from koreaaid.suite.environment import kernel_surroundings
from koreaaid.suite.notebooks import Run, read_notebook, read_notebooks

_SECONDS_A_CELL = 600


@dataclass(frozen=True, slots=True)
class Executed:
    """What came of a run.

    Attributes
    ----------
    notebook : str
        The notebook with its outputs, as JSON; up to the failing cell if it failed.
    error : str
        Empty if all went well; else the exception and the cell it came from, on one line.
    """

    notebook: str
    error: str = ""


def execute_all(
    runs: Sequence[Run], folder: Path, jobs: int, done: Callable[[Run, Executed], None]
) -> dict[str, Executed]:
    """Run notebooks in `folder` as their working directory, `jobs` at a time; one that fails stops no other.

    `done` is called, in a thread, as each is ready. The result is by the name of the run.
    """

    def one(run: Run) -> Executed:
        executed = execute(run, folder)
        done(run, executed)
        return executed

    if not runs:
        return {}
    with kernel_surroundings():
        pool = ThreadPoolExecutor(max_workers=jobs)
        try:
            return {run.name: executed for run, executed in zip(runs, pool.map(one, runs), strict=True)}
        finally:
            # After Ctrl-C nobody waits for what is still running: its kernels go with this process.
            pool.shutdown(wait=False, cancel_futures=True)


def execute(run: Run, folder: Path) -> Executed:
    """Run one notebook through papermill, within `kernel_surroundings`; the result is in canonical form."""
    import nbformat
    from papermill import execute_notebook
    from papermill.exceptions import PapermillException

    _quieten_papermill()
    error = ""
    with building() as scratch:
        output = scratch / "executed.ipynb"
        try:
            execute_notebook(
                run.notebook.path,
                output,
                parameters=dict(run.parameters),
                kernel_name="python3",
                language="python",
                progress_bar=False,
                request_save_on_cell_execute=False,
                execution_timeout=_SECONDS_A_CELL,
                # The rest goes to nbclient. Papermill's own `cwd` would change the folder of all threads.
                resources={"metadata": {"path": str(folder)}},
                shutdown_kernel="immediate",
                record_timing=False,
                coalesce_streams=True,
            )
        except PapermillException as failure:
            error = _describe(failure)
        except Exception as failure:  # a kernel that dies, hangs or does not start must stop no other
            error = f"{type(failure).__name__}: {failure}"
        source = output if output.exists() else run.notebook.path
        notebook = nbformat.read(source, as_version=4)  # type: ignore[no-untyped-call]
    canonical(notebook, _ids(run.notebook.source), machine_places(folder))
    text: str = nbformat.writes(notebook)  # type: ignore[no-untyped-call]
    return Executed(text + "\n", " ".join(error.split()))


def refresh_notebooks(source: Path) -> Iterator[Path]:
    """Run a notebook, or those of a folder, where it lies, and write it back with its outputs.

    Gives the path of each as it is done.
    """
    notebooks = read_notebooks(source) if source.is_dir() else [read_notebook(source)]
    with kernel_surroundings():
        for notebook in notebooks:
            executed = execute(Run(notebook.name, notebook, {}), notebook.path.parent)
            if executed.error:
                raise KoreaaidError(f"{notebook.path}: {executed.error}; it was left as it was")
            write_text(notebook.path, executed.notebook)
            yield notebook.path


def _ids(source: bytes) -> list[str]:
    cells: list[Mapping[str, Any]] = json.loads(source)["cells"]
    return [str(cell.get("id", "")) for cell in cells]


def _describe(failure: Any) -> str:
    if not hasattr(failure, "ename"):
        return str(failure)
    return f"{failure.ename}: {failure.evalue} (cell {failure.exec_count})"


def _quieten_papermill() -> None:
    """Leave out papermill's and nbclient's own messages: what they say is in the result."""
    import logging

    logging.getLogger("papermill").setLevel(logging.CRITICAL)
