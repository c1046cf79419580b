"""JupyterLab on the project's notebooks, with the kernel and the profile that reports are made with."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from koreaaid.errors import KoreaaidError
from koreaaid.files import write_text
from koreaaid.suite.environment import kernel_environment
from koreaaid.suite.settings import project_folder

# No question about news from the network in front of a newcomer.
_OPTIONS = ("--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",)
_NOTIFICATIONS = Path("lab/user-settings/@jupyterlab/apputils-extension/notification.jupyterlab-settings")
_NO_NEWS = '{"fetchNews": "false", "checkForUpdates": false}\n'


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
    settings = Path(os.environ["JUPYTER_CONFIG_DIR"]) / _NOTIFICATIONS
    if not settings.exists():
        write_text(settings, _NO_NEWS)
    root = notebooks.parent
    options = [f"--ServerApp.root_dir={root}", f"--LabApp.default_url=/lab/tree/{opened.relative_to(root)}"]
    os.execv(program, [str(program), *_OPTIONS, *options, *more])
