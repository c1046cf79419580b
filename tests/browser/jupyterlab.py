"""JupyterLab on a copy of the notebooks and the seeds, as `koreaaid lab` starts it."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[2]
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


def copy_project(folder: Path) -> Path:
    for name in ("notebooks", "seeds"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@contextmanager
def running_lab(project: Path) -> Iterator[str]:
    """Start JupyterLab on `project` and give its address."""
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


def run_all(lab: str, page, name: str) -> None:
    """Open a notebook and click on Run All Cells as soon as its kernel is ready: an earlier click is lost."""

    def idle() -> bool:
        kernels = [s["kernel"] for s in get(f"{lab}/api/sessions") if s["path"].endswith(name)]
        return bool(kernels) and kernels[0]["execution_state"] == "idle" and kernels[0]["connections"] >= 1

    page.goto(f"{lab}/lab/tree/notebooks/{name}?reset")
    page.locator(".jp-NotebookPanel").wait_for(timeout=SECONDS * 1000)
    wait_for(idle, "the kernel")
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()


def restart_and_run_all(lab: str, page, name: str) -> None:
    """Restart the kernel of the notebook in view, as its menu does, and run all cells in the new one."""

    def kernel() -> str:
        """Return when the kernel was last active: a restarted one keeps its id."""
        return next(
            s["kernel"]["last_activity"] for s in get(f"{lab}/api/sessions") if s["path"].endswith(name)
        )

    before = kernel()
    page.get_by_role("menuitem", name="Kernel", exact=True).click()
    page.get_by_role("menuitem", name="Restart Kernel and Run All Cells…").click()
    page.get_by_role("button", name="Confirm Kernel Restart").click()
    wait_for(lambda: kernel() != before, "the new kernel")


def take_picture(page, name: str) -> None:
    """Keep a picture of `page` where KOREAAID_PICTURES names a folder."""
    if pictures := os.environ.get("KOREAAID_PICTURES"):
        page.screenshot(path=Path(pictures) / f"{name}.png")
