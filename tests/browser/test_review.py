"""The review of claims as a person does it: in JupyterLab, with the keyboard alone."""

from __future__ import annotations

import csv

import pytest

from koreaaid.suite.report import make_report
from koreaaid.suite.settings import Settings
from tests.browser.chromium import browser, chromium_path
from tests.browser.jupyterlab import (
    SECONDS,
    copy_project,
    restart_and_run_all,
    run_all,
    running_lab,
    take_picture,
    wait_for,
)

pytest.importorskip("playwright")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not chromium_path(), reason="Chromium is not installed"),
]

NAME = "review.ipynb"
HOSTILE = """Seoul sent 100 trucks<script>window.flag=true</script><img src=x onerror="window.flag=true"> to **Kyiv**.
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = copy_project(tmp_path_factory.mktemp("project"))
    (folder / "seeds" / "000_000.txt").write_text(HOSTILE)
    make_report(Settings(folder / "seeds", folder / "reports", folder / "notebooks", only=("quantities",)))
    return folder


@pytest.fixture(scope="module")
def lab(project):
    with running_lab(project) as url:
        yield url


@pytest.fixture(scope="module")
def page(lab):
    with browser() as chromium:
        page = chromium.new_page(viewport={"width": 1300, "height": 1400})
        run_all(lab, page, NAME)
        page.locator(".k-review").wait_for(timeout=SECONDS * 1000)
        yield page


@pytest.fixture
def review(page):
    box = page.locator(".k-review")
    box.focus()
    return box


@pytest.fixture
def written(project):
    def lines() -> list[dict[str, str]]:
        file = project / "seeds" / "corrections.csv"
        if not file.exists():
            return []
        with file.open(newline="") as stream:
            return list(csv.DictReader(stream))

    return lines


def wait_for_lines(written, count: int) -> list[dict[str, str]]:
    return wait_for(lambda: (found := written()) and len(found) == count and found, f"{count} lines")


def place(review) -> str:
    return review.locator("strong").inner_text()


def test_the_words_of_an_article_are_words(page, review):
    assert "<script>window.flag=true</script>" in review.locator("blockquote").inner_text()
    assert review.locator("blockquote mark").inner_text() == "100"
    assert page.evaluate("window.flag") is None


def test_a_claim_is_accepted_with_one_key_and_the_file_has_it(page, review, written):
    cells = page.locator(".jp-Cell").count()
    take_picture(page, "review")
    assert place(review).startswith("Claim 1 of")
    page.keyboard.press("a")
    [line] = wait_for_lines(written, 1)
    assert (line["action"], len(line["claim_id"]), len(line["date"])) == ("accept", 11, 10)
    assert line["reviewer"]
    wait_for(lambda: place(review).startswith("Claim 2 of"), "the next claim")
    assert page.locator(".jp-Cell").count() == cells, "JupyterLab's own key 'a' puts a cell above"


def test_keys_are_letters_while_one_writes(page, review, written):
    page.keyboard.press("r")
    page.keyboard.type("a note: can’t run / up")
    page.keyboard.press("Enter")
    line = wait_for_lines(written, 2)[-1]
    assert (line["action"], line["note"]) == ("reject", "a note: can’t run / up")


def test_a_field_is_corrected(page, review, written):
    page.keyboard.press("c")
    page.keyboard.press("Control+a")
    page.keyboard.type("8.7e9")
    take_picture(page, "review-correcting")
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    page.keyboard.press("Control+a")
    page.keyboard.type("much")
    page.keyboard.press("Enter")
    review.get_by_text("'much' is not a number").wait_for()
    page.keyboard.press("c")
    page.get_by_label("Field to correct").select_option("bound")
    page.locator(".k-value select").select_option("about")
    page.locator(".k-value select").press("Enter")
    lines = wait_for_lines(written, 4)
    assert [(line["field"], line["value"]) for line in lines[2:]] == [("bound", "about"), ("high", "")]


def test_undo_and_take_back(page, review, written):
    page.keyboard.press("u")
    wait_for_lines(written, 2)
    page.keyboard.press("p")
    wait_for(lambda: place(review).startswith("Claim 2 of"), "the rejected claim")
    page.keyboard.press("t")
    assert wait_for_lines(written, 1)[0]["action"] == "accept"


def test_claims_are_found_by_words_and_lead_to_their_article(page, review):
    page.keyboard.press("f")
    page.keyboard.type("budanov infantrymen")
    wait_for(lambda: place(review) == "Claim 1 of 1", "the claim by Budanov")
    page.keyboard.press("Enter")
    with page.context.expect_page() as opened:
        review.get_by_role("link", name="in the article").click()
    evidence = opened.value
    evidence.wait_for_load_state()
    mark = evidence.locator(":target")
    assert mark.is_visible()
    assert mark.inner_text().startswith("11,000") or "11,000" in mark.inner_text()
    evidence.close()


def test_a_claim_is_merged_with_another_by_keys(page, review, written):
    review.get_by_label("Find claims with these words").fill("over 3,000 soldiers")
    figure = review.locator("blockquote mark")
    wait_for(lambda: figure.inner_text() == "over 3,000", "the claim of over 3,000")
    review.focus()
    page.keyboard.press("m")
    take_picture(page, "review-merging")
    other = review.get_by_label("The claim that this one repeats").input_value()
    page.keyboard.press("Enter")
    line = wait_for_lines(written, 2)[-1]
    assert (line["action"], line["value"]) == ("merge", other)
    page.keyboard.press("u")
    wait_for_lines(written, 1)
    review.get_by_label("Find claims with these words").fill("")


def test_decisions_survive_a_restart_of_the_kernel_and_the_next_report_shows_them(
    lab, page, project, written
):
    [line] = written()
    page.locator(".k-review").evaluate("box => { box.dataset.old = '' }")
    restart_and_run_all(lab, page, NAME)
    review = page.locator(".k-review:not([data-old])")
    review.wait_for(timeout=SECONDS * 1000)
    assert place(review).startswith("Claim 1 of")
    assert review.locator("blockquote mark").inner_text() != "100"
    review.get_by_label("Show claims that are").select_option("accepted")
    wait_for(lambda: place(review) == "Claim 1 of 1", "the accepted claim")
    assert "accepted by" in review.locator(".k-reviews").inner_text()
    assert written() == [line]

    make_report(Settings(project / "seeds", project / "next", project / "notebooks", only=("quantities",)))
    page = page.context.browser.new_page()
    page.goto((project / "next" / "quantities.html").as_uri())
    row = page.get_by_role("region", name="Reviews").locator("tbody tr")
    assert row.count() == 1
    assert f"accepted by {line['reviewer']}" in row.inner_text()
    row.get_by_role("link").click()
    assert f"accepted by {line['reviewer']}" in page.locator(".k-mark:target .k-card").inner_text()
    page.close()


def test_axe_finds_nothing(page, review):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(page, context={"include": [[".k-review"]]}).response["violations"]
    assert [(v["id"], [n["target"] for n in v["nodes"]]) for v in found] == []


def test_every_control_has_a_name(review):
    for role in ("button", "textbox", "combobox"):
        for control in review.get_by_role(role).all():
            assert control.evaluate("node => node.computedName ?? node.innerText ?? ''") or control.evaluate(
                "node => node.labels?.length || node.ariaLabel"
            )
