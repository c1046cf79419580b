"""The committed notebooks: nbval compares outputs only where there are some, so this refuses what it lets pass."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from koreaaid.suite.notebooks import has_tag, read_notebook, source_of

FOLDER = Path(__file__).parents[1] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
# A path of a machine, a kernel's cell file, an address: none of them is the same on the next run.
UNSTABLE = re.compile(r"/(?:home|root|Users|tmp|work)/\w|[A-Z]:\\\\|ipykernel_\d|\b0x[0-9a-f]{8,16}\b")
DOLLAR = re.compile(r"(?<!\\)\$")


def cells_of(path: Path) -> list[dict]:
    return json.loads(path.read_text(encoding="utf-8"))["cells"]


def code_cells(path: Path) -> list[dict]:
    return [cell for cell in cells_of(path) if cell["cell_type"] == "code"]


def test_there_are_notebooks():
    assert {"articles", "quantities", "series", "timeline"} <= {path.stem for path in NOTEBOOKS}


REPORTS = [path for path in NOTEBOOKS if not read_notebook(path).for_lab]


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def path(request) -> Path:
    return request.param


@pytest.fixture(params=REPORTS, ids=lambda path: path.stem)
def report(request) -> Path:
    return request.param


def test_every_cell_was_run_once_in_order(path):
    assert [cell["execution_count"] for cell in code_cells(path)] == list(range(1, len(code_cells(path)) + 1))


def test_something_is_shown_and_nothing_failed_or_warned(path):
    outputs = [output for cell in code_cells(path) for output in cell["outputs"]]
    assert outputs
    assert not [o for o in outputs if o["output_type"] == "error" or o.get("name") == "stderr"]


def test_figures_are_svg(path):
    kinds = {
        kind for cell in code_cells(path) for output in cell["outputs"] for kind in output.get("data", {})
    }
    assert not kinds & {"image/png", "image/jpeg"}


def test_nothing_of_a_machine_or_a_run_is_kept(path):
    text = path.read_text(encoding="utf-8")
    assert not UNSTABLE.search(text)
    notebook = json.loads(text)
    assert set(notebook["metadata"]) == {"kernelspec", "language_info"}
    assert notebook["metadata"]["language_info"] == {"name": "python"}
    for cell in notebook["cells"]:
        assert not {"papermill", "execution"} & set(cell["metadata"])


def test_it_is_as_the_suite_writes_it(path):
    import nbformat

    notebook = nbformat.read(path, as_version=4)
    assert path.read_text(encoding="utf-8") == nbformat.writes(notebook) + "\n"
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids)


def test_its_parameters_are_typed_and_explained(report):
    parameters = read_notebook(report).parameters
    assert next(iter(parameters)) == "ledger"
    assert all(parameter.help for parameter in parameters.values())
    cell = next(cell for cell in cells_of(report) if has_tag(cell, "parameters"))
    assert all(": " in line for line in source_of(cell).splitlines()), "write 'name: type = value'"


def test_it_has_a_title_and_a_finding(report):
    cells = cells_of(report)
    shown = [source_of(cell) for cell in cells if cell["cell_type"] == "markdown"]
    shown += [
        "".join(o.get("data", {}).get("text/html", ""))
        for cell in code_cells(report)
        for o in cell["outputs"]
    ]
    assert any(re.match(r"# |<h1", text) for text in shown)
    assert sum(has_tag(cell, "finding") for cell in cells) == 1


def test_no_dollar_sign_becomes_mathematics(path):
    for cell in cells_of(path):
        if cell["cell_type"] == "markdown":
            assert not DOLLAR.search(source_of(cell)), "write \\$"
