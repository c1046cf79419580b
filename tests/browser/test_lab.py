"""JupyterLab as a newcomer meets it: it starts, opens each notebook, and runs all its cells without an error."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.browser.chromium import browser, chromium_path

pytest.importorskip("playwright")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not chromium_path(), reason="Chromium is not installed"),
]

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted(path.name for path in ROOT.glob("notebooks/*.ipynb"))
# High, because JupyterLab keeps only those cells in the page that are in the window.
WINDOW = {"width": 1400, "height": 1900}
SECONDS = 90


def wait_for(check, what: str):
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        try:
            if result := check():
                return result
        except URLError:
            pass
        time.sleep(0.25)
    raise AssertionError(f"waited {SECONDS} s for {what}")


def get(url: str):
    with urlopen(url, timeout=10) as answer:
        return json.load(answer)


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    for name in ("notebooks", "seeds"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def lab(project):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = [
        "--no-browser", "--ip=127.0.0.1", f"--port={port}", "--allow-root", "--IdentityProvider.token=", "--ServerApp.password=",
        "--ServerApp.disable_check_xsrf=True",
    ]  # fmt: skip
    command = [sys.executable, "-c", "from koreaaid.cli import main; main()", "lab", "--", *options]
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "IPYTHON"))
    }
    process = subprocess.Popen(
        command, cwd=project, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    url = f"http://127.0.0.1:{port}"
    try:
        wait_for(lambda: get(f"{url}/api/status"), "JupyterLab")
        yield url
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture(scope="module")
def page(lab):
    with browser() as chromium:
        page = chromium.new_page(viewport=WINDOW)
        yield page


def idle(lab: str, name: str) -> bool:
    """Say whether the notebook's kernel is ready: a click on Run before that is lost."""
    kernels = [s["kernel"] for s in get(f"{lab}/api/sessions") if s["path"].endswith(name)]
    return bool(kernels) and kernels[0]["execution_state"] == "idle" and kernels[0]["connections"] >= 1


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_runs_from_top_to_bottom(lab, page, project, name):
    path = project / "notebooks" / name
    notebook = json.loads(path.read_text())
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell |= {"execution_count": None, "outputs": []}
    path.write_text(json.dumps(notebook))

    page.goto(f"{lab}/lab/tree/notebooks/{name}?reset")
    page.locator(".jp-NotebookPanel").wait_for(timeout=SECONDS * 1000)
    wait_for(lambda: idle(lab, name), "the kernel")
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()

    def saved():
        page.keyboard.press("Control+s")
        cells = [c for c in json.loads(path.read_text())["cells"] if c["cell_type"] == "code"]
        return cells if cells[-1]["execution_count"] else None

    cells = wait_for(saved, "the last cell")
    errors = [o["evalue"] for cell in cells for o in cell["outputs"] if o["output_type"] == "error"]
    assert errors == []
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))
    assert any(cell["outputs"] for cell in cells)
    assert page.locator(".jp-Dialog, .Toastify__toast").count() == 0, "nothing stands in the way"
    if pictures := os.environ.get("KOREAAID_PICTURES"):
        page.screenshot(path=Path(pictures) / f"lab-{Path(name).stem}.png")
