"""JupyterLab as a newcomer meets it: it starts, opens each notebook, and runs all its cells without an error."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.browser.chromium import browser, chromium_path
from tests.browser.jupyterlab import ROOT, copy_project, run_all, running_lab, take_picture, wait_for

pytest.importorskip("playwright")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not chromium_path(), reason="Chromium is not installed"),
]

NOTEBOOKS = sorted(path.name for path in ROOT.glob("notebooks/*.ipynb"))
# High, because JupyterLab keeps only those cells in the page that are in the window.
WINDOW = {"width": 1400, "height": 1900}


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    return copy_project(tmp_path_factory.mktemp("project"))


@pytest.fixture(scope="module")
def lab(project):
    with running_lab(project) as url:
        yield url


@pytest.fixture(scope="module")
def page(lab):
    with browser() as chromium:
        page = chromium.new_page(viewport=WINDOW)
        yield page


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_runs_from_top_to_bottom(lab, page, project, name):
    path = project / "notebooks" / name
    notebook = json.loads(path.read_text())
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell |= {"execution_count": None, "outputs": []}
    path.write_text(json.dumps(notebook))

    run_all(lab, page, name)

    def saved():
        page.keyboard.press("Control+s")
        try:
            cells = [c for c in json.loads(path.read_text())["cells"] if c["cell_type"] == "code"]
        except json.JSONDecodeError:  # it is just being written
            return None
        return cells if cells[-1]["execution_count"] else None

    cells = wait_for(saved, "the last cell")
    errors = [o["evalue"] for cell in cells for o in cell["outputs"] if o["output_type"] == "error"]
    assert errors == []
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))
    assert any(cell["outputs"] for cell in cells)
    assert page.locator(".jp-Dialog, .Toastify__toast").count() == 0, "nothing stands in the way"
    take_picture(page, f"lab-{Path(name).stem}")
