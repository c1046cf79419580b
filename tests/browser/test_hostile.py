"""An article by a stranger who wants to run a script in the reader's browser, or to break the page."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from koreaaid import build_ledger, read_articles, views
from koreaaid.suite.report import make_report
from koreaaid.suite.settings import Settings
from koreaaid.views.display import article_html, ledger_html
from tests.browser.chromium import browser, chromium_path

pytest.importorskip("playwright")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not chromium_path(), reason="Chromium is not installed"),
]

ROOT = Path(__file__).parents[2]
SCRIPTS = (
    "<script>window.planted=1</script>", "<img src=x onerror=window.planted=1>", "<svg onload=window.planted=1>",
    '"><script>window.planted=1</script>', "'-window.planted=1-'", "</title><script>window.planted=1</script>",
    "</style><script>window.planted=1</script>", "</script><script>window.planted=1</script>",
    "[x](javascript:window.planted=1)", "<a href='javascript:window.planted=1'>x</a>", "{{ 7*7 }}{% raw %}",
    "$\\href{javascript:window.planted=1}{x}$", "<!--", "]]>", "&lt;script&gt;", "\x1b]0;planted\x07\x1b[31m", "\u202eevil\u2066",
)  # fmt: skip
LINE = ("word " * 200 + "Seoul sent 100 trucks on 1 May 2024 ") * 950  # a megabyte without an end of line
NAME = "x <img src=a onerror=window.planted=1> 'q' & 100% #1.txt"


@pytest.fixture(scope="module")
def reports(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    articles = folder / "articles"
    articles.mkdir()
    lines = [
        f"On October {day + 1}, 2024, {script} said that {day + 3},000 North Korean soldiers {script} and $5 million {script} came."
        for day, script in enumerate(SCRIPTS)
    ]
    (articles / NAME).write_text("\n\n".join([SCRIPTS[0] + "T" * 10_000, *lines]), encoding="utf-8")
    (articles / "line.txt").write_text(LINE, encoding="utf-8")
    supplied = {"title": "".join(SCRIPTS[:10]) + "T" * 10_000, "outlet": SCRIPTS[1] + SCRIPTS[-1].strip(),
                "url": "javascript:window.planted=1"}  # fmt: skip
    (articles / "articles.toml").write_text(
        f"[{json.dumps(NAME)}]\npublished = 2024-11-20\n"
        + "".join(f"{key} = {json.dumps(value)}\n" for key, value in supplied.items()),
        encoding="utf-8",
    )
    outcome = make_report(Settings(articles, folder / "reports", ROOT / "notebooks"))
    assert outcome.failures == ()
    return folder / "reports"


def test_nothing_planted_runs_on_any_page(reports):
    seen = 0
    with browser() as chromium:
        # Without the pages' own policy: what is shown must be text by itself, and the policy a second wall.
        context = chromium.new_context(bypass_csp=True)
        for path in sorted(reports.rglob("*.html")):
            page = context.new_page()
            asked = []
            page.on("request", lambda request, asked=asked: asked.append(request.url))
            page.goto(path.as_uri())
            assert page.evaluate("window.planted") is None, path.name
            assert page.locator("a[href^='javascript:' i], img[src='x'], img[src='a']").count() == 0, (
                path.name
            )
            assert [url for url in asked if not url.startswith(("file:", "data:"))] == [], path.name
            assert "7*7" in page.content() or "49" not in page.title()
            seen += 1
            page.close()
    assert seen > 6


def test_nothing_planted_runs_in_a_cell(reports):
    articles = read_articles(reports.parent / "articles")
    ledger = build_ledger(articles)
    tables = [views.claims_table(ledger.claims).html, views.articles_table(ledger).html]
    shown = [*(article_html(one) for one in articles if one.id == NAME), ledger_html(ledger), *tables]
    shown += [ledger.claims.head(50).to_html(), views.series_figure(ledger.series["all-figures"], ledger).svg]
    with browser() as chromium:
        page = chromium.new_page()
        page.set_content("".join(shown))
        assert page.evaluate("window.planted") is None
        assert page.locator("a[href^='javascript:' i], img[src='x']").count() == 0
        assert "window.planted=1" in page.locator("body").inner_text()


def test_orders_to_terminals_and_to_readers_of_text_are_shown_and_not_obeyed(reports):
    done = subprocess.run(
        [sys.executable, "-c", "from koreaaid.cli import main; main()", "show", reports.parent / "articles" / NAME],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "planted" in done.stdout
    for path in [*reports.rglob("*.html"), *reports.rglob("*.svg")]:
        assert not set("\x1b\x07\u202e\u2066") & set(path.read_text(encoding="utf-8")), path.name
    assert not set("\x1b\x07\u202e\u2066") & set(done.stdout)


def test_a_workbook_holds_words_and_no_formula_or_link(reports):
    with ZipFile(reports / "data" / "ledger.xlsx") as book:
        sheets = [
            book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet")
        ]
        assert sheets
        assert not any("<f>" in sheet or "<hyperlink" in sheet for sheet in sheets)
        assert "window.planted=1" in book.read("xl/sharedStrings.xml").decode()


def test_hostile_articles_are_still_shown(reports):
    pages = sorted(reports.glob("evidence/*.html"))
    assert len(pages) == 2
    assert any(
        "&lt;script&gt;window.planted=1&lt;/script&gt;" in page.read_text(encoding="utf-8") for page in pages
    )


def test_pages_stay_of_a_size_that_opens(reports):
    assert all(page.stat().st_size < 6_000_000 for page in reports.rglob("*.html"))
