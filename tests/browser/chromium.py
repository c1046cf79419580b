"""Debian's Chromium, driven by playwright, with the network shut off; and pictures of every page.

python -m tests.browser.chromium reports screenshots
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


def chromium_path() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@contextmanager
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        try:
            yield chromium
        finally:
            chromium.close()


def take_pictures(reports: Path, out: Path) -> Iterator[Path]:
    """Take a picture of every report page and of one evidence page: desktop, phone, dark."""
    out.mkdir(parents=True, exist_ok=True)
    pages = [*sorted(reports.glob("*.html")), *sorted(reports.glob("evidence/*.html"))[:1]]
    with browser() as chromium:
        for kind, size, scheme in (
            ("desktop", DESKTOP, "light"),
            ("phone", PHONE, "light"),
            ("dark", DESKTOP, "dark"),
        ):
            context = chromium.new_context(viewport=size, color_scheme=scheme)
            for path in pages:
                page = context.new_page()
                page.goto(path.resolve().as_uri())
                picture = out / f"{path.stem}-{kind}.png"
                page.screenshot(path=picture, full_page=True)
                page.close()
                yield picture


if __name__ == "__main__":
    for made in take_pictures(Path(sys.argv[1]), Path(sys.argv[2])):
        print(made)
