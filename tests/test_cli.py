"""The command line as a person meets it: what it prints, where, and its exit status."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

import koreaaid
from koreaaid.cli import app, main

ARTICLE = (
    "Seoul, October 28, 2024\n\nUkraine says 3,000 North Korean soldiers are in Kursk, $5 million later.\n"
)


@pytest.fixture
def articles(tmp_path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.txt").write_text(ARTICLE)
    return folder


def run(*arguments: object) -> tuple[int, str, str]:
    """Run the command line in this process as `main` does, and return status, stdout and stderr."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def koreaaid_process(*arguments: object, **options) -> subprocess.Popen:
    command = [sys.executable, "-c", "from koreaaid.cli import main; main()", *map(str, arguments)]
    # A shell that starts the tests in the background has them ignore Ctrl-C, and they would pass that on.
    options.setdefault("preexec_fn", lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    return subprocess.Popen(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)


def test_help_waits_for_no_heavy_library():
    command = [sys.executable, "-X", "importtime", "-c", "from koreaaid.cli import main; main()", "--help"]
    process = subprocess.run(command, text=True, capture_output=True, check=True)
    assert all(command in process.stdout for command in ("report", "extract", "show"))
    loaded = {line.rpartition("|")[2].strip() for line in process.stderr.splitlines()}
    assert "koreaaid.cli" in loaded
    assert not loaded & {"duckdb", "matplotlib", "nbconvert", "pandas", "papermill", "pyarrow"}


def test_the_command_line_imports_nothing_heavy():
    code = "import sys, koreaaid.cli; print([m for m in ('pandas', 'numpy', 'matplotlib', 'nbformat', 'jinja2') if m in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "[]\n"


def test_version():
    assert run("--version")[:2] == (0, f"koreaaid {koreaaid.__version__}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"], ["report", "--jobs", "many"], ["report", "--jobs", "0"], ["report", "--parameter", "nothing"],
        ["report", "--parameter", "series=x"], ["report", "--unknown"], ["extract"], ["show"],
    ],
)  # fmt: skip
def test_a_bad_option_is_status_2(arguments):
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert "Usage" in err


def test_what_a_user_can_mend_is_one_line_without_traceback():
    process = koreaaid_process("report", "nowhere")
    out, err = process.communicate()
    assert (process.returncode, out) == (1, "")
    assert err == "koreaaid: nowhere: no such file or folder; name a folder of articles, or one article\n"


def test_main_turns_an_error_into_status_1(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["koreaaid", "extract", "nowhere"])
    with pytest.raises(SystemExit) as stop:
        main()
    assert stop.value.code == 1
    assert capsys.readouterr().err.startswith("koreaaid: nowhere: ")


@pytest.mark.parametrize(
    ("number", "advice"), [(28, "make room"), (30, "another folder"), (13, "permission")]
)
def test_a_disk_that_cannot_be_written_to_is_named(monkeypatch, capsys, number, advice):
    def refused():
        raise OSError(number, os.strerror(number), "reports/index.html")

    monkeypatch.setattr("koreaaid.cli.app", refused)
    with pytest.raises(SystemExit) as stop:
        main()
    assert stop.value.code == 1
    said = capsys.readouterr().err
    assert said.startswith(f"koreaaid: reports/index.html: {os.strerror(number)}; ")
    assert advice in said
    assert "what was there before stands" in said


def test_an_empty_folder_is_refused(tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(koreaaid.KoreaaidError, match=r"/empty: .*no article"):
        run("report", tmp_path / "empty", "--out", tmp_path / "out")


def test_extract_writes_csv_to_stdout(articles):
    status, out, _ = run("extract", articles)
    rows = list(csv.DictReader(io.StringIO(out)))
    assert status == 0
    assert {row["article"] for row in rows} <= {"one.txt"}
    assert "claim_id" in out


@pytest.mark.parametrize("ending", ["csv", "parquet", "jsonl", "xlsx"])
def test_extract_writes_the_same_file_each_time(articles, tmp_path, ending):
    made = []
    for name in ("a", "b"):
        out = tmp_path / f"{name}.{ending}"
        assert run("extract", articles, "--out", out, "--table", "articles")[0] == 0
        made.append(out.read_bytes())
    assert made[0] == made[1]
    if ending == "jsonl":
        row = json.loads(made[0])
        assert row["article"] == "one.txt"
        assert row["published"] is None or len(row["published"]) == 10


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--out", "figures.doc"], r"figures\.doc: not a kind of file"),
        (["--table", "nothing"], "nothing: no such table; there are: articles, claims"),
        (["--out", "/dev/null/x.csv"], "cannot be written"),
    ],
)
def test_extract_refuses_what_it_cannot_do(articles, arguments, message):
    with pytest.raises(koreaaid.KoreaaidError, match=message):
        run("extract", articles, *arguments)


def test_show_prints_the_article(articles):
    status, out, _ = run("show", articles / "one.txt")
    assert status == 0
    assert "3,000 North Korean soldiers" in out


def test_a_broken_pipe_is_quiet(articles):
    (articles / "long.txt").write_text(ARTICLE * 2000)
    process = koreaaid_process("extract", articles, "--table", "excluded")
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == ""
    process.wait()


def test_a_report_says_where_to_look(articles, tmp_path):
    from tests.suite.test_report import write_notebook

    notebooks = tmp_path / "notebooks"
    notebooks.mkdir()
    write_notebook(notebooks, "good", "print(1)")
    options = ["report", articles, "--out", tmp_path / "out", "--notebooks", notebooks]
    status, out, err = run(*options)
    assert (status, err) == (0, "")
    assert out == f"1 page, 1 made anew. Open {tmp_path / 'out' / 'index.html'}\n"
    assert "nothing has changed" in run(*options)[1]

    write_notebook(notebooks, "bad", "1/0")
    status, out, err = run(*options)
    assert status == 1
    assert err == "koreaaid: bad.ipynb: ZeroDivisionError: division by zero (cell 3)\n"
    assert "Open " in out


def test_a_file_that_cannot_be_read_is_named_and_stops_no_other(articles, tmp_path):
    from tests.suite.test_report import write_notebook

    (articles / "binary.txt").write_bytes(bytes(range(256)) * 20)
    notebooks = tmp_path / "notebooks"
    notebooks.mkdir()
    write_notebook(notebooks, "good", "print(1)")
    status, _, err = run("report", articles, "--out", tmp_path / "out", "--notebooks", notebooks)
    assert status == 1
    assert "binary.txt" in err
    index = (tmp_path / "out" / "index.html").read_text()
    assert 'href="evidence/one.html"' in index
    assert "binary.txt" in index
    assert run("extract", articles, "--out", tmp_path / "x.csv")[0] == 1


def test_an_article_that_was_read_with_a_doubt_does_not_fail(articles):
    (articles / "latin.txt").write_bytes(
        ("Déjà vu à Séoul, où 12 obus coréens ont été livrés. " * 5).encode("cp1252")
    )
    status, out, err = run("extract", articles, "--table", "articles")
    assert status == 0
    assert "latin.txt" in out
    assert "latin.txt" in err


def test_a_path_for_a_notebook_is_meant_from_where_the_command_is_given(articles, tmp_path, monkeypatch):
    from tests.suite.test_report import write_notebook

    (tmp_path / "notebooks").mkdir()
    parameters = 'ledger: str = ""\nnote: str = ""'
    write_notebook(tmp_path / "notebooks", "reads", "print(open(note).read())", parameters)
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "note.txt").write_text("found it")
    monkeypatch.chdir(tmp_path)
    options = ["report", "articles", "--out", "out", "--notebooks", "notebooks", "-p", "note=here/note.txt"]
    assert run(*options)[0] == 0
    assert "found it" in (tmp_path / "out" / "reads.html").read_text()
    (tmp_path / "here" / "note.txt").write_text("another one")
    assert run(*options)[0] == 0
    assert "another one" in (tmp_path / "out" / "reads.html").read_text()


def test_an_interrupted_report_leaves_nothing_half(articles, tmp_path):
    from tests.suite.test_report import write_notebook

    (tmp_path / "notebooks").mkdir()
    begun = tmp_path / "begun"
    write_notebook(tmp_path / "notebooks", "slow", f"import time\nopen({str(begun)!r}, 'w')\ntime.sleep(60)")
    process = koreaaid_process(
        "report", articles, "--out", tmp_path / "out", "--notebooks", tmp_path / "notebooks"
    )
    for _ in range(600):
        if begun.exists():
            break
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out) == (130, "")
    assert err == "koreaaid: stopped; earlier reports stand as they were\n"
    assert not (tmp_path / "out").exists()
    assert not list((tmp_path / ".koreaaid-cache").glob("building-*"))


@pytest.mark.parametrize("engine", ["local", "processes"])
def test_an_interrupted_corpus_ends_at_once_and_keeps_what_was_read(articles, tmp_path, engine):
    corpus, out = tmp_path / "corpus", tmp_path / "out"
    corpus.mkdir()
    records = [json.dumps({"text": f"{ARTICLE}\n{n}"}) for n in range(20_000)]
    (corpus / "a.jsonl").write_text(records[0])
    (corpus / "b.jsonl").write_text("\n".join(records[1:]))
    process = koreaaid_process("extract", corpus, "--out", out, "--engine", engine)
    for _ in range(600):
        if list(out.glob("*.parquet")):
            break
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=5)
    assert process.returncode == 130
    assert "what was read stays" in err
    (whole,) = out.glob("*.parquet")
    assert pq.read_table(whole)["kind"].to_pylist().count("article") == 1
