"""Report pages as PDF, printed by a Chromium that is there anyway; the same page is the same bytes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from koreaaid.errors import KoreaaidError
from koreaaid.files import building, write_bytes
from koreaaid.suite.manifest import Manifest

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_OPTIONS = (
    "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--no-pdf-header-footer",
)  # fmt: skip
# The clock is the only thing in the file that differs from one printing to the next.
_CLOCK = re.compile(rb"(/(?:Creation|Mod)Date \(D:)\d{14}")
_NO_TIME = rb"\g<1>20000101000000"
_SECONDS = 120


def print_pages(reports: Path, names: Sequence[str], out: Path) -> Iterator[Path]:
    """Print pages of the reports in `reports` to PDF files in `out`: those named, or all of them.

    Gives the path of each as it is done.
    """
    browser = _browser()
    for name in _names(reports, names):
        target = out / f"{name}.pdf"
        write_bytes(target, _printed(browser, reports / f"{name}.html"))
        yield target


def _names(reports: Path, names: Sequence[str]) -> list[str]:
    pages = Manifest.load(reports).pages
    if not pages:
        raise KoreaaidError(f"{reports}: no reports there; make them first with 'koreaaid report'")
    known = ["index", *(page.stem for page in pages)]
    wanted = [name.removesuffix(".html") for name in names]
    for name in wanted:
        if name not in known:
            raise KoreaaidError(f"{name}: no such page in {reports}; there are: {', '.join(known)}")
    return wanted or known


def _browser() -> str:
    for name in _BROWSERS:
        if found := shutil.which(name):
            return found
    raise KoreaaidError(
        "no Chromium or Chrome was found to print with; install Debian's package chromium, "
        "or open the page in any browser and print it from there"
    )


def _printed(browser: str, page: Path) -> bytes:
    # As root, as in a container, Chromium refuses to run with its sandbox; the page is our own.
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with building() as scratch:
        target = scratch / "page.pdf"
        command = [browser, *_OPTIONS, *sandbox, f"--user-data-dir={scratch}", f"--print-to-pdf={target}"]
        try:
            subprocess.run(
                [*command, page.resolve().as_uri()], capture_output=True, timeout=_SECONDS, check=True
            )
            return _CLOCK.sub(_NO_TIME, target.read_bytes())
        except (subprocess.SubprocessError, OSError) as error:
            raise KoreaaidError(f"{page}: {browser} could not print it ({error})") from error
