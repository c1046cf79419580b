"""Rendered reports as a reader meets them: opened from the disk, in a browser that reaches no network.

make report && make browser
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest

from tests.browser.chromium import DESKTOP, PHONE, browser, chromium_path

pytest.importorskip("playwright")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not chromium_path(), reason="Chromium is not installed"),
]

REPORTS = Path(os.environ.get("KOREAAID_REPORTS", Path(__file__).parents[2] / "reports"))
PAGES = sorted(str(path.relative_to(REPORTS)) for path in REPORTS.rglob("*.html"))
TOP = [name for name in PAGES if "/" not in name]


@pytest.fixture(scope="module")
def chromium():
    with browser() as one:
        yield one


@pytest.fixture
def opened(chromium):
    """Open a page and watch it: nothing may be asked of the network, nothing may go wrong in the console."""
    contexts = []

    def open_page(name: str, **options):
        context = chromium.new_context(**{"viewport": DESKTOP, **options})
        contexts.append(context)
        page = context.new_page()
        page.wrong = []
        page.on(
            "request", lambda r: None if r.url.startswith(("file:", "data:")) else page.wrong.append(r.url)
        )
        page.on("console", lambda m: page.wrong.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: page.wrong.append(str(error)))
        page.goto((REPORTS / name).resolve().as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


def test_there_are_pages():
    assert "index.html" in PAGES
    assert len(TOP) > 3


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_from_the_disk_without_network_or_error(opened, name):
    page = opened(name)
    assert page.title()
    assert page.wrong == []


def anchors(path: Path) -> set[str]:
    return set(re.findall(r'\bid="([^"]+)"', path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_to_something(name):
    path = REPORTS / name
    broken = []
    for href in set(re.findall(r'(?<![:\w])href="([^"]*)"', path.read_text(encoding="utf-8"))):
        if re.match(r"https?:|data:", href):
            continue
        file, anchor = urldefrag(href.replace("&amp;", "&"))
        target = path.parent / unquote(file) if file else path
        if not target.is_file() or (anchor and unquote(anchor) not in anchors(target)):
            broken.append(href)
    assert broken == []


@pytest.mark.parametrize("name", TOP)
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_page_is_never_wider_than_the_window(opened, name, size):
    page = opened(name, viewport=size)
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", [*TOP, *[name for name in PAGES if "/" in name][:1]])
def test_axe_finds_nothing_serious(opened, name, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = opened(name, color_scheme=scheme)
    # Running axe itself is what the page's policy would refuse.
    found = axe.run(opened(name, color_scheme=scheme, bypass_csp=True)).response["violations"]
    serious = [
        (v["id"], [n["target"] for n in v["nodes"]][:3])
        for v in found
        if v["impact"] in ("serious", "critical")
    ]
    assert serious == []
    assert page.wrong == []


def first_with(name: str) -> str:
    return next(page for page in TOP if page.startswith(name))


def test_a_mark_in_a_figure_leads_to_its_sentence(opened):
    page = opened(first_with("series-"))
    link = page.locator("svg.k-figure a[href^='evidence/']").first
    anchor = urldefrag(link.get_attribute("href"))[1]
    link.click()
    page.wait_for_url("**/evidence/**")
    mark = page.locator(f"[id='{anchor}']")
    assert mark.is_visible()
    assert mark.evaluate("e => e.matches(':target')")
    box = mark.bounding_box()
    assert 0 <= box["y"] <= DESKTOP["height"]


def test_a_table_is_searched_and_sorted(opened):
    page = opened("timeline.html")
    table = page.locator(".k-table").last
    rows = table.locator("tbody tr:visible")
    before = rows.count()
    table.locator("input").fill("2014")
    assert 0 < rows.count() < before
    table.locator("input").fill("")
    assert rows.count() == before
    head = table.locator("thead th button").first
    head.click()
    first = rows.first.inner_text()
    head.click()
    assert rows.first.inner_text() != first


def test_dark_is_chosen_and_remembered_and_code_shown_when_asked_for(opened):
    page = opened("quantities.html")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Dark").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    code = page.locator(".s-code pre").first
    assert not code.is_visible()
    page.get_by_role("button", name="Show code").click()
    assert code.is_visible()
    assert page.wrong == []


def test_a_page_is_whole_without_scripts(opened):
    page = opened("quantities.html", java_script_enabled=False)
    assert page.locator("tbody tr:visible").count() > 3
    assert page.locator(".s-code summary").first.is_visible()


@pytest.mark.parametrize("name", TOP)
def test_a_page_prints_whole(opened, name):
    page = opened(name, viewport={"width": 690, "height": 1000})  # A4 within its margins
    page.emulate_media(media="print")
    assert not page.locator(".s-bar").is_visible()
    wide = "[...document.querySelectorAll('.k-scroll')].filter(e => e.scrollWidth > e.clientWidth + 1).length"
    assert page.evaluate(wide) == 0
