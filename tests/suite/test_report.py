"""The whole way from articles and notebooks to pages, with notebooks that are as small as can be."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from koreaaid.errors import KoreaaidError
from koreaaid.suite.report import make_report
from koreaaid.suite.settings import Progress, Settings

ARTICLE = "Seoul, October 28, 2024\n\nUkraine says 3,000 North Korean soldiers are in Kursk.\n"
GOOD = 'import json, os\nprint(sorted(os.listdir(ledger))[0], "in", os.getcwd())'


def write_notebook(
    folder: Path, name: str, source: str, parameters: str = 'ledger: str = ""  # folder of the ledger'
) -> Path:
    cells = [
        new_markdown_cell(f"# About {name}", id="title"),
        new_code_cell(parameters, id="parameters", metadata={"tags": ["parameters"]}),
        new_code_cell(source, id="work", metadata={"tags": ["finding"]}),
    ]
    path = folder / f"{name}.ipynb"
    nbformat.write(new_notebook(cells=cells), path)
    return path


def project(folder: Path) -> Settings:
    (folder / "articles").mkdir()
    (folder / "articles" / "one.txt").write_text(ARTICLE)
    (folder / "notebooks").mkdir()
    write_notebook(folder / "notebooks", "good", GOOD)
    return Settings(folder / "articles", folder / "reports", folder / "notebooks")


@pytest.fixture
def settings(tmp_path) -> Settings:
    return project(tmp_path)


@pytest.fixture(scope="module")
def standing(tmp_path_factory) -> Settings:
    """A project whose reports are made, for tests that change nothing."""
    settings = project(tmp_path_factory.mktemp("standing"))
    make_report(settings)
    return settings


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Recorded(Progress):
    def __init__(self):
        self.ran_names = []

    def ran(self, name, error):
        self.ran_names.append(name)


def test_two_runs_are_the_same_bytes_and_only_what_changed_is_run(settings):
    first = make_report(settings)
    made = contents(settings.out)
    assert {"index.html", "good.html", "good.ipynb", "manifest.json", "data/claims.parquet"} <= set(made)
    assert (first.pages, first.run, first.failures) == (1, 1, ())

    again = make_report(settings)
    assert again.run == 0
    assert contents(settings.out) == made

    forced = make_report(replace(settings, force=True))
    assert forced.run == 1
    assert contents(settings.out) == made

    elsewhere = make_report(replace(settings, out=settings.out.parent / "deeper" / "reports"))
    assert contents(elsewhere.index.parent) == made

    write_notebook(settings.notebooks, "other", "print(1)")
    progress = Recorded()
    make_report(settings, progress)
    assert progress.ran_names == ["other"]

    (settings.articles / "one.txt").write_text(ARTICLE.replace("3,000", "4,000"))
    assert make_report(settings).run == 2

    index = (settings.out / "index.html").read_text()
    assert "What has changed" in index
    assert "revised article" in index
    changed = contents(settings.out)
    assert make_report(replace(settings, force=True)).run == 2
    assert contents(settings.out) == changed

    log = (settings.out.parent / ".koreaaid-cache" / "runs.jsonl").read_text().splitlines()
    assert [json.loads(line)["run"] for line in log] == [
        ["good"],
        [],
        ["good"],
        ["other"],
        ["good", "other"],
        ["good", "other"],
    ]


def test_of_two_runs_at_the_same_time_the_second_finds_the_work_done(settings):
    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(make_report, [settings, settings]))
    assert sorted(outcome.run for outcome in outcomes) == [0, 1]
    log = (settings.out.parent / ".koreaaid-cache" / "runs.jsonl").read_text().splitlines()
    assert len(log) == 2


def test_nothing_in_a_report_names_this_machine(standing):
    for path, content in contents(standing.out).items():
        assert str(standing.out.parent).encode() not in content, path
    assert "articles.csv in ." in (standing.out / "good.html").read_text()


def test_a_page_that_was_touched_is_made_again_without_running_it(settings):
    make_report(settings)
    page = settings.out / "good.html"
    made = page.read_bytes()
    page.write_text("gone")
    assert make_report(settings).run == 0
    assert page.read_bytes() == made


def test_a_failing_notebook_stops_no_other_and_destroys_nothing(settings):
    write_notebook(settings.notebooks, "shaky", 'print("fine")')
    make_report(settings)
    before = (settings.out / "shaky.html").read_bytes()

    write_notebook(settings.notebooks, "shaky", 'print("so far")\nraise ValueError("no <luck>")')
    write_notebook(settings.notebooks, "third", "print('new')")
    outcome = make_report(settings)
    assert outcome.failures == ("shaky.ipynb: ValueError: no <luck> (cell 3)",)
    assert "new" in (settings.out / "third.html").read_text()
    assert (settings.out / "shaky.html").read_bytes() == before
    partial = (settings.out / "shaky-failed.html").read_text()
    assert "so far" in partial
    assert "no &lt;luck&gt;" in partial
    assert json.loads((settings.out / "shaky-failed.ipynb").read_text())
    index = (settings.out / "index.html").read_text()
    assert 'href="shaky-failed.html"' in index
    assert 'href="shaky.html"' in index
    assert "no &lt;luck&gt;" in index

    write_notebook(settings.notebooks, "shaky", 'print("mended")')
    assert make_report(settings).failures == ()
    assert not (settings.out / "shaky-failed.html").exists()
    assert "mended" in (settings.out / "shaky.html").read_text()


def test_a_dying_kernel_is_a_failure_like_any_other(settings):
    write_notebook(settings.notebooks, "dying", "import os\nos._exit(3)")
    outcome = make_report(replace(settings, only=("dying",)))
    assert len(outcome.failures) == 1
    assert outcome.failures[0].startswith("dying.ipynb: DeadKernelError")


def test_a_page_for_each_series_that_has_claims_or_is_asked_for(settings):
    write_notebook(settings.notebooks, "series", "print(series)", 'ledger: str = ""\nseries: str = "x"')
    (settings.articles / "series.toml").write_text(
        '[mine]\ntitle = "Mine <all>"\nwhere.unit = ["count"]\n[none]\nwhere.unit = ["no such"]\n'
    )
    make_report(replace(settings, only=("series",), series=("mine", "north-korean-troops")))
    assert "Mine &lt;all&gt;" in (settings.out / "index.html").read_text()
    assert {path.name for path in settings.out.glob("*.html")} == {
        "index.html", "series-mine.html", "series-north-korean-troops.html",
    }  # fmt: skip


def test_only_one_notebook_leaves_the_other_pages(settings):
    write_notebook(settings.notebooks, "other", "print(1)")
    make_report(settings)
    good = (settings.out / "good.html").read_bytes()
    write_notebook(settings.notebooks, "other", "print(2)")
    assert make_report(replace(settings, only=("other",))).run == 1
    assert (settings.out / "good.html").read_bytes() == good
    assert "Of an earlier run" in (settings.out / "index.html").read_text()
    assert make_report(settings).run == 0
    assert "Of an earlier run" not in (settings.out / "index.html").read_text()


def test_a_page_whose_notebook_is_gone_goes_and_other_files_stay(settings):
    write_notebook(settings.notebooks, "other", "print(1)")
    make_report(settings)
    (settings.out / "README.md").write_text("mine")
    (settings.notebooks / "other.ipynb").unlink()
    make_report(settings)
    assert not (settings.out / "other.html").exists()
    assert (settings.out / "README.md").read_text() == "mine"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"articles": Path("nowhere")}, "nowhere: no such file or folder"),
        ({"notebooks": Path("nowhere")}, "nowhere: holds no notebooks"),
        ({"only": ("bad",)}, "bad: no such notebook; there are: good"),
        ({"parameters": {"x": "1"}}, "no notebook has a parameter 'x'; there are: ledger"),
        ({"series": ("bad",)}, "bad: no such series; there are: north-korean-troops"),
    ],
)
def test_what_cannot_be_is_refused_and_earlier_reports_stand(standing, change, message):
    before = contents(standing.out)
    with pytest.raises(KoreaaidError, match=message):
        make_report(replace(standing, **change))
    assert contents(standing.out) == before


def test_reports_among_the_articles_are_refused(standing):
    with pytest.raises(KoreaaidError, match="lies among the articles"):
        make_report(replace(standing, out=standing.articles / "reports"))


def test_an_out_that_is_a_file_is_refused(settings):
    settings.out.write_text("x")
    with pytest.raises(KoreaaidError, match="not a folder"):
        make_report(settings)
