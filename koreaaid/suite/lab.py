"""JupyterLab on the project's notebooks, with the kernel and the profile that reports are made with."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from koreaaid.errors import KoreaaidError
from koreaaid.suite.environment import kernel_environment
from koreaaid.suite.settings import project_folder

_OPTIONS = (
    # No question about news from the network in front of a newcomer.
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.news_url=",
)


def open_lab(more: Sequence[str] = ()) -> None:
    """Become JupyterLab, with `more` of its own options: it replaces this process, which does not come back.

    Settings and the like are kept in this Python environment, not in the user's home folder.
    """
    notebooks = project_folder("notebooks").resolve()
    program = Path(sys.prefix) / "bin" / "jupyter-lab"
    if not program.is_file():
        raise KoreaaidError(f"{program}: JupyterLab is not there; set the project up again with 'make lab'")
    first = notebooks / "start.ipynb"
    opened = first if first.is_file() else notebooks
    os.environ.update(kernel_environment(Path(sys.prefix) / "var" / "koreaaid"))
    root = notebooks.parent
    options = [f"--ServerApp.root_dir={root}", f"--LabApp.default_url=/lab/tree/{opened.relative_to(root)}"]
    os.execv(program, [str(program), *_OPTIONS, *options, *more])
