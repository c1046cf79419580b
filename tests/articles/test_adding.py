"""Articles are added from anywhere, once, under a readable name, with what is known of them."""

import io
import json
import tomllib
from datetime import date
from pathlib import Path

import pytest

import koreaaid
from koreaaid import KoreaaidError
from koreaaid.articles.adding import Added, add

BODY = " ".join(
    f"The ministry said that shipment {n} of the howitzers had reached the port." for n in range(12)
)
OTHER = " ".join(
    f"Seoul is going to train {n} crews for the tanks that Warsaw has bought." for n in range(12)
)


def added(folder: Path, name: str, content: str, **columns: str) -> Added:
    (folder / name).write_text(content, encoding="utf-8")
    return add([str(folder / name)], folder / "into", columns=columns)


def tables(folder: Path) -> dict[str, dict[str, object]]:
    return tomllib.loads((folder / "into" / "articles.toml").read_text(encoding="utf-8"))


def test_a_record_keeps_what_its_archive_says(tmp_path: Path) -> None:
    record = {"headline": "Guns \"reach\" the port", "body": BODY, "seendate": "20241029T101500Z", "domain": "Example",
              "url": "https://example.org/guns"}  # fmt: skip
    [outcome] = added(tmp_path, "archive.jsonl", json.dumps(record)).outcomes
    assert outcome.article.id == "2024-10-29_example_guns-reach-the-port.txt"
    [article] = koreaaid.read_articles(tmp_path / "into")
    assert (article.text, article.title, article.outlet) == (BODY, 'Guns "reach" the port', "Example")
    assert (article.url, article.published, article.published_from) == (
        record["url"],
        date(2024, 10, 29),
        "metadata",
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", json.dumps([{"text": BODY}, {"text": OTHER}])),
        ("a.json", json.dumps({"status": "ok", "data": {"articles": [{"content": BODY}, {"content": OTHER}]}})),
        ("a.json", json.dumps([{"text": BODY, "source": {"name": "X"}}, {"content_html": f"<p>{OTHER}</p>"}])),
        ("a.jsonl", f"{json.dumps({'maintext': BODY})}\n\n{json.dumps({'full_text': OTHER})}\n"),
        ("a.csv", f'title,text\n"One, two","{BODY}"\nTwo,"{OTHER}"\n'),
        ("a.csv", f"Title;Body\nOne;{BODY}\nTwo;{OTHER}\n"),
        ("a.tsv", f"Title\tBody\nOne\t{BODY}\nTwo\t{OTHER}\n"),
        ("a.rss", (f"<rss><channel><title>X</title><item><title>One</title><description>{BODY}</description></item>"
                  f"<item><title>Two</title><description>{OTHER}</description></item></channel></rss>")),
        ("a.atom", (f"<feed xmlns='http://www.w3.org/2005/Atom'><title>X</title><entry><content>{BODY}</content></entry>"
                   f"<entry><content>{OTHER}</content></entry></feed>")),
    ],
)  # fmt: skip
def test_common_exports_are_known(tmp_path: Path, name: str, content: str) -> None:
    result = added(tmp_path, name, content)
    assert result.problems == ()
    assert sorted(outcome.article.text.strip() for outcome in result.outcomes) == sorted([BODY, OTHER])


def test_an_export_of_wordpress_gives_plain_text(tmp_path: Path) -> None:
    record = {
        "id": 1, "date": "2024-10-29T10:00:00", "link": "https://example.org/2",
        "title": {"rendered": "Poland &amp; its tanks"},
        "content": {"rendered": "<p>Poland bought 180 tanks.</p>\n<p>They cost <b>$3.4</b> billion.</p>"},
    }  # fmt: skip
    (tmp_path / "posts.json").write_text(json.dumps([record]))
    [outcome] = add([str(tmp_path / "posts.json")], tmp_path / "into").outcomes
    assert outcome.article.title == "Poland & its tanks"
    assert outcome.article.text == "Poland bought 180 tanks.\n\nThey cost $3.4 billion."


def test_unusual_columns_are_named_by_the_user(tmp_path: Path) -> None:
    content = json.dumps([{"txt": BODY, "when": "29 October 2024"}])
    assert "--column text=" in added(tmp_path, "a.json", content).problems[0].message
    [outcome] = added(tmp_path, "a.json", content, text="TXT", published="when").outcomes
    assert outcome.article.published == date(2024, 10, 29)


def test_adding_again_adds_nothing(tmp_path: Path) -> None:
    added(tmp_path, "a.json", json.dumps([{"text": BODY, "date": "2024-10-29"}]))
    before = {path: path.read_bytes() for path in (tmp_path / "into").iterdir()}
    [outcome] = added(
        tmp_path, "b.json", json.dumps([{"text": BODY.replace(" ", "\n"), "date": "2024-10-29"}])
    ).outcomes
    assert outcome.status == "already there"
    assert {path: path.read_bytes() for path in (tmp_path / "into").iterdir()} == before


def test_an_edited_version_is_kept_beside_the_first(tmp_path: Path) -> None:
    url = "https://example.org/2024/guns"
    [first] = added(tmp_path, "a.json", json.dumps([{"text": BODY, "title": "Guns", "url": url}])).outcomes
    [second] = added(
        tmp_path, "b.json", json.dumps([{"text": BODY + " More came.", "title": "Guns", "url": url}])
    ).outcomes
    [third] = added(
        tmp_path, "c.json", json.dumps([{"text": BODY + " Even more.", "title": "Guns"}])
    ).outcomes
    assert [o.status for o in (first, second, third)] == ["added", "edition", "edition"]
    assert [o.article.id for o in (first, second, third)] == [
        "undated_guns.txt",
        "undated_guns.2.txt",
        "undated_guns.3.txt",
    ]
    assert tables(tmp_path)["undated_guns.2.txt"]["edition_of"] == "undated_guns.txt"


def test_another_article_with_most_of_the_wording_is_named(tmp_path: Path) -> None:
    [first] = added(tmp_path, "a.txt", BODY).outcomes
    [second] = added(tmp_path, "b.txt", "Agency copy. " + BODY).outcomes
    [third] = added(tmp_path, "c.txt", OTHER).outcomes
    assert (second.status, second.like, third.like) == ("added", first.article.id, None)


def test_what_the_analyst_wrote_stays(tmp_path: Path) -> None:
    into = tmp_path / "into"
    into.mkdir()
    (into / "mine.txt").write_text(OTHER)
    (into / "articles.toml").write_text('# My notes\n["mine.txt"]\noutlet = "Mine"\n')
    added(tmp_path, "a.json", json.dumps([{"text": BODY, "title": "Guns", "source": "Example"}]))
    assert (into / "articles.toml").read_text().startswith('# My notes\n["mine.txt"]\noutlet = "Mine"\n')
    assert set(tables(tmp_path)) == {"mine.txt", "undated_example_guns.txt"}


def test_supplied_dates_go_along(tmp_path: Path) -> None:
    (tmp_path / "articles.toml").write_text('["a.txt"]\npublished = 2024-07-06\n')
    added(tmp_path, "a.txt", BODY)
    [article] = koreaaid.read_articles(tmp_path / "into")
    assert (article.published, article.published_from) == (date(2024, 7, 6), "supplied")


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    result = add([str(tmp_path / "a.txt")], tmp_path / "into", dry_run=True)
    assert [outcome.status for outcome in result.outcomes] == ["added"]
    assert not (tmp_path / "into").exists()


def test_folders_patterns_and_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "from"
    (source / "deeper").mkdir(parents=True)
    (source / "a.txt").write_text(BODY)
    (source / "deeper" / "b.md").write_text(f"---\ntitle: Crews for tanks\ndate: 2024-10-29\n---\n{OTHER}")
    assert len(add([str(source)], tmp_path / "one").outcomes) == 2
    assert len(add([f"{source}/**/*.md"], tmp_path / "two").outcomes) == 1
    [article] = koreaaid.read_articles(tmp_path / "two")
    assert (article.title, article.published, article.text) == ("Crews for tanks", date(2024, 10, 29), OTHER)

    class Stdin:
        buffer = io.BytesIO(json.dumps([{"text": BODY}]).encode())

    monkeypatch.setattr("sys.stdin", Stdin)
    assert add(["-"], tmp_path / "three").outcomes[0].article.text == BODY


def test_a_teaser_is_no_article(tmp_path: Path) -> None:
    feed = "<rss><channel><item><title>One</title><link>https://example.org/1</link><description>Soon.</description></item></channel></rss>"
    result = added(tmp_path, "a.rss", feed)
    assert result.outcomes == ()
    assert "https://example.org/1" in result.problems[0].message


def test_sources_that_name_nothing(tmp_path: Path) -> None:
    for source in ("nothing*.txt", str(tmp_path / "gone.txt")):
        with pytest.raises(KoreaaidError, match="names no file"):
            add([source], tmp_path / "into")
    with pytest.raises(KoreaaidError, match="--fetch"):
        add(["https://example.org/1"], tmp_path / "into")
    (tmp_path / "file").write_text("x")
    with pytest.raises(KoreaaidError, match="is a file"):
        add([str(tmp_path / "file")], tmp_path / "file")


def test_what_a_browser_saves_beside_a_page_is_no_article(tmp_path: Path) -> None:
    saved = tmp_path / "saved"
    (saved / "Guns_files").mkdir(parents=True)
    (saved / "Guns.html").write_text(
        f"<html><body><article><h1>Guns</h1><p>{BODY}</p></article></body></html>"
    )
    (saved / "Guns_files" / "ad.html").write_text("<p>Buy 3 for $1</p>")
    (saved / "Guns_files" / "main.js").write_text("var a = 1")
    result = add([str(saved)], tmp_path / "into")
    assert (len(result.outcomes), result.problems) == (1, ())
    articles = koreaaid.read_articles(saved)
    assert ([article.id for article in articles], articles.problems) == (["Guns.html"], ())
    (saved / "Guns.html").rename(saved / "Others.html")
    assert len(koreaaid.read_articles(saved)) == 2


def test_scripts_and_pictures_in_a_folder_are_no_articles(tmp_path: Path) -> None:
    source = tmp_path / "from"
    source.mkdir()
    for name in ("main.js", "style.css", "guns.txt", "notes", "guns.2024"):
        (source / name).write_text(f"{name} {BODY}")
    result = add([str(source)], tmp_path / "into")
    assert [Path(problem.source).name for problem in result.problems] == ["main.js", "style.css"]
    assert len(result.outcomes) == 3
    assert len(add([str(source / "main.js")], tmp_path / "into").outcomes) == 1


def test_what_a_source_says_is_noted_with_its_place(tmp_path: Path) -> None:
    record = {
        "headline": "Guns",
        "byline": "Kim Example",
        "body": BODY,
        "domain\n[x]": "",
        "link": "https://example.org/1",
    }
    added(tmp_path, "a.json", json.dumps([record]))
    noted = (tmp_path / "into" / "articles.toml").read_text(encoding="utf-8")
    assert 'author = "Kim Example"  # a.json, record 1: byline\n' in noted
    assert koreaaid.read_articles(tmp_path / "into")[0].author == "Kim Example"
    outcome = added(
        tmp_path,
        "b.json",
        json.dumps([{"mine\n[x]": OTHER, "t\nu": "Crews"}]),
        text="mine\n[x]",
        title="t\nu",
    ).outcomes[0]
    assert tables(tmp_path)[outcome.article.id] == {"title": "Crews"}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.md", f"---\ntitle: Guns\nauthor: Kim Example\n---\n{BODY}"),
        ("a.rss", f"<rss xmlns:dc='x'><channel><item><dc:creator>Kim Example</dc:creator><description>{BODY}</description></item></channel></rss>"),
        ("a.atom", f"<feed xmlns='x'><entry><author><name>Kim Example</name></author><content>{BODY}</content></entry></feed>"),
        ("a.html", f"<html><head><meta name='author' content='By Kim Example'></head><body><article><h1>Guns</h1><p>{BODY}</p></article></body></html>"),
        ("a.json", json.dumps([{"text": BODY, "authors": ["Kim Example"]}])),
    ],
)  # fmt: skip
def test_authors_are_kept(tmp_path: Path, name: str, content: str) -> None:
    assert added(tmp_path, name, content).outcomes[0].article.author == "Kim Example"
    assert koreaaid.read_articles(tmp_path / "into")[0].author == "Kim Example"
