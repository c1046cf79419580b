"""An article by a stranger who wants to run a script in the reader's browser, or to break the page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from koreaaid.suite.report import make_report
from koreaaid.suite.settings import Settings
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
    (articles / "line.txt").write_text("Seoul sent 100 trucks on 1 May 2024 " * 300, encoding="utf-8")
    supplied = {"title": "".join(SCRIPTS[:10]), "outlet": SCRIPTS[1], "url": "javascript:window.planted=1"}
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


def test_hostile_articles_are_still_shown(reports):
    pages = sorted(reports.glob("evidence/*.html"))
    assert len(pages) == 2
    assert any(
        "&lt;script&gt;window.planted=1&lt;/script&gt;" in page.read_text(encoding="utf-8") for page in pages
    )


def test_pages_stay_of_a_size_that_opens(reports):
    assert all(page.stat().st_size < 6_000_000 for page in reports.rglob("*.html"))
