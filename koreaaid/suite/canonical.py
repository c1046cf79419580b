"""An executed notebook without what differs from run to run: times, absolute paths, addresses, random ids."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nbformat import NotebookNode

INJECTED = "injected-parameters"

_RUN_METADATA = ("papermill", "execution", "collapsed", "scrolled", "ExecuteTime")
_KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
_ADDRESS = re.compile(r"\b0x[0-9a-f]{8,16}\b")
_CELL_FILE = re.compile(r"[^\s\"'<>]{0,200}?ipykernel_\d{1,10}[/\\]\d{1,12}\.py")
_TEXTS = ("text/plain", "text/html", "text/markdown")
# Names a live widget by a random id; without its kernel it shows an error in the place of the text beside it.
_WIDGET = "application/vnd.jupyter.widget-view+json"


def canonical(notebook: NotebookNode, known_ids: Iterable[str], places: dict[str, str]) -> NotebookNode:
    """Return `notebook` itself, changed so that two runs of it are the same bytes.

    Parameters
    ----------
    notebook : NotebookNode
        As papermill gives it back.
    known_ids : iterable of str
        Cell ids of the notebook before it was run; a cell with any other id was put in by papermill.
    places : dict of str to str
        Absolute folders, and what to write in their place.
    """
    notebook.metadata = type(notebook.metadata)(kernelspec=_KERNEL, language_info={"name": "python"})
    known = set(known_ids)
    added = 0
    for cell in notebook.cells:
        for key in _RUN_METADATA:
            cell.metadata.pop(key, None)
        if cell.id not in known:
            injected = INJECTED in cell.metadata.get("tags", [])
            added += not injected
            cell.id = INJECTED if injected else f"papermill-{added}"
        for output in cell.get("outputs", []):
            _clean_output(output, places)
    return notebook


def machine_places(building: Path) -> dict[str, str]:
    """Return the folders of this machine that an output may name, the most special first."""
    package = Path(__file__).parents[2]
    folders = {
        building: ".",
        package: "koreaaid",
        Path(sys.prefix): "python",
        Path(sys.base_prefix): "python",
        Path.home(): "~",
    }
    names = {str(folder.resolve()): name for folder, name in folders.items()}
    return {folder: names[folder] for folder in sorted(names, key=len, reverse=True) if folder != "/"}


def _clean_output(output: Any, places: dict[str, str]) -> None:
    if output.output_type == "stream":
        output.text = _clean_text(output.text, places)
    elif output.output_type == "error":
        output.evalue = _clean_text(output.evalue, places)
        output.traceback = [_clean_text(line, places) for line in output.traceback]
    else:
        output.data.pop(_WIDGET, None)
        for kind in _TEXTS:
            if isinstance(output.data.get(kind), str):
                output.data[kind] = _clean_text(output.data[kind], places)


def _clean_text(text: str, places: dict[str, str]) -> str:
    text = _CELL_FILE.sub("cell.py", text)
    for folder, name in places.items():
        text = text.replace(folder, name)
    return _ADDRESS.sub("0x…", text)
