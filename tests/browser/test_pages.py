"""Rendered reports as a reader meets them: opened from the disk, in a browser that reaches no network.

make report && make browser
"""

from __future__ import annotations

import csv
import os
import re
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pandas as pd
import pytest

from koreaaid.suite.pages import page as report_page
from koreaaid.suite.rendering import Content
from koreaaid.suite.writing import Read
from koreaaid.views.table import Column, Table
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
        path, anchor = urldefrag(str(name))
        page.goto((REPORTS / path).resolve().as_uri() + (f"#{anchor}" if anchor else ""))
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


@pytest.mark.parametrize("name", TOP)
def test_the_words_of_a_figure_can_be_read_on_a_phone(opened, name):
    page = opened(name, viewport=PHONE)
    heights = page.evaluate(
        "[...document.querySelectorAll('svg.k-figure text')].map(words => words.getBoundingClientRect().height)"
    )
    assert all(height > 9 for height in heights if height)


@pytest.mark.parametrize(("scheme", "size"), [("light", DESKTOP), ("dark", PHONE)])
@pytest.mark.parametrize("name", [*TOP, *[name for name in PAGES if "/" in name][:1]])
def test_axe_finds_nothing_serious(opened, name, scheme, size):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = opened(name, color_scheme=scheme, viewport=size)
    # Running axe itself is what the page's policy would refuse.
    bare = opened(name, color_scheme=scheme, viewport=size, bypass_csp=True)
    found = axe.run(bare).response["violations"]
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


def test_a_table_is_filtered_by_a_column_and_saved(opened):
    page = opened("timeline.html")
    table = page.locator(".k-table").last
    table.get_by_label("column Known").select_option("as written")
    shown = table.locator("tbody tr").count()
    assert 0 < shown == table.get_by_text("as written", exact=True).count() - 1  # the option says so too
    with page.expect_download() as download:
        table.get_by_role("button", name="Save as CSV").click()
    lines = list(csv.reader(download.value.path().read_text("utf-8-sig").splitlines()))
    assert download.value.suggested_filename == "all-dates-and-lengths-of-time.csv"
    assert lines[0][:2] == ["When", "As written"]
    assert len(lines) == shown + 1
    assert page.wrong == []


def tab_to(page, what: str) -> None:
    """Press Tab until the focus is on an element that the selector matches."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", what):
            return
    raise AssertionError(f"Tab does not reach {what}")


def test_a_table_is_searched_and_sorted_by_keys_alone(opened):
    page = opened("changes.html")
    rows = page.locator("tbody tr")
    tab_to(page, "input[type=search]")
    page.keyboard.type("12,000")
    shown = rows.count()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    assert 0 < shown < rows.count()
    tab_to(page, "th button")
    page.keyboard.press("Enter")
    assert page.locator("th[aria-sort=ascending]").count() == 1
    tab_to(page, "tbody a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/evidence/**")


def test_a_mark_in_an_article_is_reached_by_keys_and_says_how_it_was_read(opened):
    page = opened(next(name for name in PAGES if "/" in name))
    assert not page.locator(".k-article .k-card").first.is_visible()
    tab_to(page, ".k-article .k-mark")
    assert page.locator(".k-mark:focus .k-card").is_visible()
    assert page.locator(".k-mark:focus .k-card").inner_text()


MANY = 10_000


@pytest.fixture(scope="module")
def long_page(tmp_path_factory) -> Path:
    frame = pd.DataFrame({"n": range(MANY), "id": [f"c{n}" for n in range(MANY)], "words": "=SUM(A1)"})
    columns = [Column("Number", lambda row: f"{row['n']:,}", lambda row: row["n"], "num"),
               Column("Words", lambda row: row["words"])]  # fmt: skip
    table = Table(frame, columns, "Many rows", anchor="id")
    path = tmp_path_factory.mktemp("long") / "long.html"
    path.write_text(
        report_page("report", name="long", title="Long", links=[], content=Content("Long", table.html, (), "", ""),
                    figures=False, error="", executed="long.ipynb", parameters=[], read=Read("Nothing.", "0" * 64)),
        encoding="utf-8",
    )  # fmt: skip
    return path


def test_ten_thousand_rows_are_searched_and_sorted_at_once(opened, long_page):
    page = opened(long_page)
    rows = page.locator("tbody tr")
    assert rows.count() < 1000
    assert "10,000 rows" in page.locator(".k-tools output").inner_text()
    sort = "() => { const begun = performance.now(); document.querySelector('th button').click(); \
        document.body.offsetHeight; return performance.now() - begun }"
    page.evaluate(sort)
    assert page.evaluate(sort) < 1000  # some 50 ms on a quiet machine
    assert rows.first.inner_text().startswith("9,999")
    page.locator(".k-scroll").evaluate("box => { box.scrollTop = box.scrollHeight }")
    rows.nth(200).wait_for(state="attached")
    page.locator("input[type=search]").fill("5,00")
    assert rows.count() == 10  # 5,000 to 5,009
    page.locator("input[type=search]").fill("")
    page.get_by_role("button", name="Show all rows").click()
    assert rows.count() == MANY
    assert page.wrong == []


def test_a_link_leads_to_a_row_far_down(opened, long_page):
    page = opened(f"{long_page}#c8765")
    row = page.locator("#c8765")
    assert row.is_visible()
    box = row.bounding_box()
    assert 0 < box["y"] < DESKTOP["height"]


def test_what_a_spreadsheet_would_run_is_neutralised(opened, long_page):
    page = opened(long_page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as CSV").click()
    lines = list(csv.reader(download.value.path().read_text("utf-8-sig").splitlines()))
    assert lines[0] == ["Number", "Number (number)", "Words"]
    assert lines[-1] == ["9,999", "9999", "'=SUM(A1)"]
    assert len(lines) == MANY + 1


def test_all_rows_of_a_long_table_are_there_without_scripts(opened, long_page):
    assert opened(long_page, java_script_enabled=False).locator("tbody tr:visible").count() == MANY


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_words_and_tables_is_light(name):
    page = (REPORTS / name).read_text(encoding="utf-8")
    assert len(re.sub(r"<svg\b.*?</svg>", "", page, flags=re.DOTALL).encode()) < 150_000


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
