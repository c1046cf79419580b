"""What bad input gets: one test for each row of the table in docs/input.md."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import koreaaid
from koreaaid import Excluded, KoreaaidError
from koreaaid.articles import reading
from koreaaid.articles.adding import Added, add
from koreaaid.articles.article import Problem
from koreaaid.articles.locking import locked
from koreaaid.articles.sources import read_source

GOOD = "Poland gets its tanks\n\nThe ministry said that 30 tanks had reached the port of Gdynia on Monday.\n"
KILLS = int(os.environ.get("KOREAAID_KILLS", "4"))
BODY = " ".join(
    f"The ministry said that shipment {n} of the howitzers had reached the port." for n in range(12)
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    return tmp_path


def only_problem(folder: Path) -> str:
    """Read a folder in which one file is bad: the good one is read and there is one problem."""
    articles = koreaaid.read_articles(folder)
    assert [article.id for article in articles] == ["good.txt"]
    [problem] = articles.problems
    return f"{problem.source}: {problem.message}"


def added(folder: Path, name: str, content: str | bytes) -> Added:
    source = folder / name
    source.write_bytes(content if isinstance(content, bytes) else content.encode())
    return add([str(source)], folder / "into")


def test_empty_file(folder: Path) -> None:
    (folder / "bad.txt").write_text(" \n\n")
    assert only_problem(folder).startswith("bad.txt: has no text")


def test_only_furniture(folder: Path) -> None:
    (folder / "bad.txt").write_text(
        "Advertisement:\n• 20417 views\nSubscribe now for 2 weeks\n© 2024 Example\n"
    )
    article = koreaaid.read_articles(folder)[0]
    mentions = koreaaid.extract(article)
    assert not [m for m in mentions if m.kind == "quantity"]
    assert "view count" in [m.reason for m in mentions if isinstance(m, Excluded)]


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n" + bytes(200), bytes(range(256)) * 20, b"\x7fELF" + bytes(90)]
)
def test_binary_named_txt(folder: Path, content: bytes) -> None:
    (folder / "bad.txt").write_bytes(content)
    assert "not text" in only_problem(folder)


def test_file_larger_than_the_limit(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOREAAID_MAX_MEGABYTES", "0.001")
    (folder / "bad.txt").write_text("x " * 2000)
    assert "KOREAAID_MAX_MEGABYTES" in only_problem(folder)
    monkeypatch.setenv("KOREAAID_MAX_MEGABYTES", "1")
    assert len(koreaaid.read_articles(folder)) == 2


def test_null_bytes(folder: Path) -> None:
    text = GOOD.replace("Monday", "Mon\0day") * 10
    (folder / "null.txt").write_text(text, encoding="utf-8")
    assert koreaaid.read_articles(folder)[1].text == text
    (folder / "null.txt").write_bytes(bytes(1000))
    assert "binary" in only_problem(folder)


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        (GOOD, "utf-16-le", "UTF-16-LE"),
        (GOOD, "utf-16-be", "UTF-16-BE"),
        ("Україна отримала 30 гаубиць.", "utf-16-le", "UTF-16-LE"),
        ("Україна отримала 30 гаубиць.", "utf-16-be", "UTF-16-BE"),
        ("Près de 3000 soldats ont été formés à Séoul, a déclaré le ministère.", "latin-1", "Windows-1252"),
        ("Zelenskyy’s “plan” would cost €3 billion, Séoul said.", "cp1252", "Windows-1252"),
        (
            "Minister powiedział, że Polska zamówiła 180 czołgów i wydała 6 miliardów złotych.",
            "cp1250",
            "Windows-1250",
        ),
        (
            "Polska kupiła armatohaubice; wydała na nią miliard złotych w dwa miesiące.",
            "iso8859-2",
            "ISO-8859-2",
        ),
        (
            "한국 정부는 폴란드에 전차 180대를 수출하는 계약을 체결했다고 2일 밝혔다. 계약 규모는 약 65억 달러이다.",
            "euc-kr",
            "CP949",
        ),
        (
            "Президент України заявив, що понад 3000 солдатів прибули до області. Їхня кількість зросте.",
            "koi8-u",
            "KOI8-U",
        ),
    ],
)
def test_other_encodings_are_read_and_named(folder: Path, text: str, encoding: str, named: str) -> None:
    (folder / "guessed.txt").write_bytes(text.encode(encoding))
    articles = koreaaid.read_articles(folder)
    assert articles[1].text == text
    [problem] = articles.problems
    assert (problem.source, named in problem.message) == ("guessed.txt", True)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_marked_encodings_are_no_problem(folder: Path, encoding: str) -> None:
    (folder / "marked.txt").write_bytes(GOOD.encode(encoding))
    articles = koreaaid.read_articles(folder)
    assert (articles[1].text, articles.problems) == (GOOD, ())


@pytest.mark.parametrize("encoding", ["euc-kr", "windows-1251", "koi8-u"])
def test_a_page_that_names_its_encoding_is_no_problem(folder: Path, encoding: str) -> None:
    words = "한국 정부는 전차를 수출한다" if encoding == "euc-kr" else "Україна отримала гаубиці"
    paragraphs = f"<p>{words}: {BODY}</p>" * 3
    page = f"<html><head><meta charset='{encoding}'><title>x</title></head><body><article>{paragraphs}</article></body></html>"
    (folder / "page.html").write_bytes(page.encode(encoding))
    articles = koreaaid.read_articles(folder)
    assert articles.problems == ()
    assert words in articles[1].text


@pytest.mark.parametrize("encoding", ["punycode", "rot13", "unicode_escape", "nothing", "utf-8"])
def test_a_page_that_lies_about_its_encoding_is_guessed(folder: Path, encoding: str) -> None:
    page = f"<meta charset={encoding}><article><p>Séoul: {BODY}</p></article>"
    (folder / "page.html").write_bytes(page.encode("latin-1"))
    articles = koreaaid.read_articles(folder)
    assert "Windows-1252" in articles.problems[0].message
    assert "Séoul" in articles[1].text


def test_truncated_html(folder: Path) -> None:
    paragraphs = "".join(f"<p>{sentence}.</p>" for sentence in BODY.split(". "))
    page = f"<html><head><title>Tanks come</title></head><body><article><h1>Tanks come</h1>{paragraphs}</article>"
    (folder / "page.html").write_text(page[:-60])
    articles = koreaaid.read_articles(folder)
    assert "shipment 5 of the howitzers" in articles[1].text
    assert articles.problems == ()


def test_truncated_json(folder: Path) -> None:
    result = added(folder, "bad.json", json.dumps([{"text": BODY}, {"text": GOOD}])[:-20])
    assert result.outcomes == ()
    assert "not valid JSON" in result.problems[0].message


@pytest.mark.parametrize("name", ["bad.json", "bad.jsonl"])
def test_json_nested_too_deep(folder: Path, name: str) -> None:
    result = added(folder, name, "[" * 100_000 + "]" * 100_000)
    assert "nested" in result.problems[0].message


def test_one_broken_line_in_a_jsonl(folder: Path) -> None:
    lines = [
        json.dumps({"id": 1, "title": f"Shipment {n}", "body": f"Shipment {n} of {n + 3} tanks came."})
        for n in range(10_000)
    ]
    lines[170] = lines[170][:-5]
    (folder / "archive.jsonl").write_text("\n".join(lines))
    found = list(read_source(str(folder / "archive.jsonl"), may_fetch=False, columns={}))
    [problem] = [one for one in found if isinstance(one, Problem)]
    assert (len(found), problem.source.rpartition(", ")[2]) == (10_000, "line 171")
    result = added(folder, "archive.jsonl", "\n".join(lines[:300]))
    assert (len(result.outcomes), len(result.problems)) == (299, 1)
    assert len(koreaaid.read_articles(folder / "into")) == 299


def test_duplicate_ids(folder: Path) -> None:
    records = [{"id": 7, "title": "Tanks come", "text": text} for text in (GOOD, BODY, GOOD)]
    result = added(folder, "archive.json", json.dumps(records))
    assert [outcome.status for outcome in result.outcomes] == ["added", "added", "already there"]
    assert len({outcome.article.id for outcome in result.outcomes}) == 2


@pytest.mark.parametrize("stamp", ["0000-01-01", "9999-12-31", "2024-02-30"])
def test_impossible_dates(folder: Path, stamp: str) -> None:
    result = added(folder, "archive.json", json.dumps([{"text": GOOD, "date": stamp}]))
    assert result.outcomes[0].article.published is None
    assert stamp in result.problems[0].message
    (folder / "good.txt").write_text(f" date {stamp} {GOOD}")
    assert koreaaid.read_articles(folder / "good.txt")[0].published is None


def test_a_feed_that_is_an_error_page(folder: Path) -> None:
    result = added(
        folder, "feed.xml", "<!DOCTYPE html><html><body><h1>503</h1><p>Try again</p></body></html>"
    )
    assert "not a feed" in result.problems[0].message


def test_a_pdf_that_is_broken(folder: Path) -> None:  # scans, locked ones and bombs: test_pdfs.py
    (folder / "paper.txt").write_bytes(b"%PDF-1.7\n" + bytes(range(128, 256)) * 9)
    assert "is a PDF that cannot be read" in only_problem(folder)
    assert "is a PDF that cannot be read" in added(folder, "paper.pdf", b"%PDF-1.7\nxref").problems[0].message


def test_entity_expansion_and_external_entities(folder: Path) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel>&b;</channel></rss>'
    assert "entities" in added(folder, "feed.xml", bomb).problems[0].message
    secret = folder / "secret"
    secret.write_text("hidden words")
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]><html><body><article><p>{BODY} &x;</p></article></body></html>'
    outcome = added(folder, "page.html", page).outcomes[0]
    assert "hidden words" not in outcome.article.text
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 30))
    page = f'<!DOCTYPE html [<!ENTITY a0 "ha">{laughs}]><html><body><article><p>{BODY} &a29;</p></article></body></html>'
    for name in ("laughs.html", "laughs.xhtml"):
        begin = time.process_time()
        [outcome] = added(folder, name, page).outcomes
        assert time.process_time() - begin < 1
        assert len(outcome.article.text) < len(page)


def test_links_out_of_the_folder_or_to_itself(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.txt"
    outside.write_text("Secret figures: 12 tanks.")
    (folder / "out.txt").symlink_to(outside)
    (folder / "round.txt").symlink_to(folder / "round.txt")
    (folder / "loop").symlink_to(folder)
    articles = koreaaid.read_articles(folder)
    assert [article.id for article in articles] == ["good.txt"]
    assert sorted(problem.source for problem in articles.problems) == ["out.txt", "round.txt"]
    result = add([str(folder)], tmp_path_factory.mktemp("into"))
    assert len(result.outcomes) == 1
    assert [Path(problem.source).name for problem in result.problems] == ["out.txt", "round.txt"]


def test_a_pipe_in_the_folder(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert "pipe.txt: is a pipe" in only_problem(folder)
    assert "is a pipe" in add([str(folder)], tmp_path_factory.mktemp("into")).problems[0].message
    assert len(add([str(folder / "good.txt")], folder).outcomes) == 1


def test_a_file_that_grows_without_end(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOREAAID_MAX_MEGABYTES", "1")
    [problem] = add(["/dev/zero"], folder / "into").problems
    assert "larger than 1 MB" in problem.message


def test_a_file_that_grows_while_it_is_read(folder: Path) -> None:
    line = "The ministry said that 30 tanks had reached the port.\n"
    program = (
        "import sys, time\nwith open(sys.argv[1], 'a') as file:\n"
        f"    while True: file.write({line!r}); file.flush(); time.sleep(0.001)"
    )
    (folder / "log.txt").write_text(line)
    writer = subprocess.Popen([sys.executable, "-c", program, str(folder / "log.txt")])
    try:
        read = [koreaaid.read_articles(folder) for _ in range(5)]
    finally:
        writer.kill()
        writer.wait()
    for articles in read:
        text = articles[1].text
        assert articles.problems == ()
        assert (line * (len(text) // len(line) + 1)).startswith(text)
    ledger = koreaaid.build_ledger(read[0])
    assert (ledger.claims["surface"] == "30").all()


@pytest.mark.parametrize(
    "name", ["..txt.txt", "two\nlines.txt", "'\"$(touch x)`.txt", "🪖 танк 전차.txt", "x" * 251 + ".txt"]
)
def test_odd_file_names(folder: Path, name: str) -> None:
    source = folder / "from"
    source.mkdir()
    (source / name).write_text(f" date 2024-10-29 {GOOD}", encoding="utf-8")
    if not name.startswith("."):
        assert koreaaid.read_articles(source)[0].id == name
    [outcome] = add([str(source / name)], folder / "into").outcomes
    assert outcome.article.id == "2024-10-29_poland-gets-its-tanks.txt"
    assert (folder / "into" / outcome.article.id).is_file()


def test_a_file_name_that_is_not_utf8(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    name = os.fsdecode(b"S\xe9oul.txt")
    (folder / name).write_text(GOOD)
    assert "rename it" in only_problem(folder)
    [problem] = add([str(folder)], tmp_path_factory.mktemp("into")).problems
    assert "rename it" in problem.message
    ledger = koreaaid.build_ledger(koreaaid.read_articles(folder))
    assert list(ledger.problems["source"]) == ["S?oul.txt"]
    with pytest.raises(KoreaaidError, match="rename it"):
        koreaaid.read_articles(folder / name)


def test_titles_cannot_leave_the_folder(folder: Path) -> None:
    records = [
        {"title": title, "text": f"{title} {BODY}"}
        for title in ("../../etc/passwd", "/etc/x", "con.", "전차 " * 90, "\0")
    ]
    for outcome in added(folder, "archive.json", json.dumps(records)).outcomes:
        path = folder / "into" / outcome.article.id
        assert path.resolve().parent == (folder / "into").resolve()
        assert path.is_file()


def test_a_file_that_vanishes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "gone.txt").write_text(GOOD)
    found = reading.article_files(folder)
    (folder / "gone.txt").unlink()
    monkeypatch.setattr(reading, "article_files", lambda _: found)
    assert "no such file" in only_problem(folder)


def test_a_file_without_permission(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "shut.txt").write_text(GOOD)
    (folder / "shut.txt").chmod(0)
    if os.geteuid() == 0:  # root may read everything
        opened = Path.open

        def refuse(self: Path, *arguments: Any, **options: Any) -> Any:
            if self.name == "shut.txt":
                raise PermissionError(13, "Permission denied")
            return opened(self, *arguments, **options)

        monkeypatch.setattr(Path, "open", refuse)
    assert "chmod" in only_problem(folder)


def test_a_full_disk(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add([str(folder / "good.txt")], folder / "into")
    before = {path: path.read_bytes() for path in (folder / "into").iterdir()}
    (folder / "more.json").write_text(json.dumps([{"text": BODY, "title": "More of them"}]))

    def full(self: Path, content: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(KoreaaidError, match=r"into.*No space left"):
        add([str(folder / "more.json")], folder / "into")
    assert {path: path.read_bytes() for path in (folder / "into").iterdir()} == before


def test_two_runs_at_the_same_time(folder: Path) -> None:
    into = folder / "into"
    with locked(into), pytest.raises(KoreaaidError, match="another run"), locked(into, seconds=0.1):
        pass
    (folder / "a.json").write_text(
        json.dumps([{"text": f"{BODY} {n}", "title": f"Shipment {n}"} for n in range(30)])
    )
    program = f"from pathlib import Path; from koreaaid.articles.adding import add; add([{str(folder / 'a.json')!r}], Path({str(into)!r}))"
    runs = [subprocess.Popen([sys.executable, "-c", program]) for _ in range(2)]
    assert [run.wait() for run in runs] == [0, 0]
    assert len(koreaaid.read_articles(into)) == 30


def test_kill_at_any_moment(folder: Path) -> None:
    records = [
        {"text": f"{BODY} Number {n}.", "title": f"Shipment {n}", "date": "2024-10-29"} for n in range(60)
    ]
    texts = {record["text"] for record in records}
    source = folder / "archive.json"
    source.write_text(json.dumps(records))
    begun = time.monotonic()
    add([str(source)], folder / "whole")
    seconds = time.monotonic() - begun
    chance = random.Random(5)
    killed = tried = 0
    while killed < KILLS:
        into = folder / str(tried)
        tried += 1
        killed += killed_while_adding(source, into, chance.uniform(0, seconds))
        if into.is_dir() and list(into.glob("*.txt")):
            assert all(article.text in texts for article in koreaaid.read_articles(into))
        add([str(source)], into)
        articles = koreaaid.read_articles(into)
        assert (len(articles), articles.problems) == (60, ())
        assert {str(article.published) for article in articles} == {"2024-10-29"}
        assert not list(into.glob(".*"))


def killed_while_adding(source: Path, into: Path, seconds: float) -> bool:
    """Begin to add, kill it after so many seconds; say whether it was still running."""
    program = (
        "from pathlib import Path; from koreaaid.articles.adding import add; print('begun', flush=True);"
        f"add([{str(source)!r}], Path({str(into)!r}))"
    )
    run = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    assert run.stdout
    run.stdout.readline()
    time.sleep(seconds)
    running = run.poll() is None
    run.send_signal(signal.SIGKILL)
    run.wait()
    run.stdout.close()
    return running


def test_a_broken_articles_toml(folder: Path) -> None:
    (folder / "articles.toml").write_text("['good.txt'\n")
    articles = koreaaid.read_articles(folder)
    assert len(articles) == 1
    assert "not valid TOML" in articles.problems[0].message
    with pytest.raises(KoreaaidError, match=r"articles\.toml"):
        add([str(folder / "good.txt")], folder)


def test_wrong_statements_in_articles_toml(folder: Path) -> None:
    (folder / "articles.toml").write_text(
        '["good.txt"]\noutlet = "Example"\npublished = "2024-02-30"\neditor = "Roe"\nurl = 3\n["lost.txt"]\ntitle = "x"\n'
    )
    articles = koreaaid.read_articles(folder)
    assert (articles[0].outlet, articles[0].published) == ("Example", None)
    messages = " ".join(problem.message for problem in articles.problems)
    for named in ("published", "editor", "url", "lost.txt"):
        assert named in messages
    assert len(articles.problems) == 4


def test_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(KoreaaidError, match=r"nowhere.*no such file or folder"):
        koreaaid.read_articles(tmp_path / "nowhere")
    with pytest.raises(KoreaaidError, match="has no article"):
        koreaaid.read_articles(tmp_path)
    (tmp_path / "bad.txt").write_bytes(bytes(500))
    with pytest.raises(KoreaaidError, match=r"bad\.txt"):
        koreaaid.read_articles(tmp_path / "bad.txt")
