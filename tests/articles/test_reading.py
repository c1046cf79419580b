"""Files and folders become articles, in the order of their ids, with what `articles.toml` says of them."""

from datetime import date
from pathlib import Path

import koreaaid
from koreaaid import Excluded
from koreaaid.articles.supplied import FILE_NAME

ROOT = Path(__file__).parents[2]
TEXT = "Poland gets its tanks\n\nThe ministry said that 30 tanks had reached the port of Gdynia on Monday.\n"


def test_the_seeds_are_read_with_what_the_analyst_knows() -> None:
    articles = koreaaid.read_articles(ROOT / "seeds")
    assert articles.problems == ()
    assert [(a.published, a.published_from, a.outlet) for a in articles] == [
        (date(2022, 11, 11), "header", None),
        (date(2024, 1, 10), "inferred", "UNN"),
        (date(2024, 10, 29), "header", "Ukrainska Pravda"),
        (date(2024, 7, 6), "supplied", "Ukrinform"),
    ]
    for article in articles:
        assert article.text == (ROOT / "seeds" / article.id).read_text(encoding="utf-8")


def test_without_the_analyst_a_date_that_is_nowhere_is_unknown(tmp_path: Path) -> None:
    name = "003_c672d4ca9f63c678.txt"
    (tmp_path / name).write_bytes((ROOT / "seeds" / name).read_bytes())
    [article] = koreaaid.read_articles(tmp_path / name)
    assert (article.published, article.published_from, article.outlet) == (None, "unknown", "Ukrinform")


def test_folders_in_the_folder_are_read_and_what_is_beside_articles_is_not(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a/c.txt",
        ".hidden/d.txt",
        ".e.txt",
        "README.md",
        "series.toml",
        "corrections.csv",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    articles = koreaaid.read_articles(tmp_path)
    assert ([a.id for a in articles], articles.problems) == (["a/c.txt", "b.txt"], ())


def test_a_kind_of_file_that_is_not_read_is_named(tmp_path: Path) -> None:
    for name in ("a.txt", "export.json", "paper.docx"):
        (tmp_path / name).write_text(TEXT)
    articles = koreaaid.read_articles(tmp_path)
    assert [a.id for a in articles] == ["a.txt"]
    assert [(p.source, "koreaaid add" in p.message) for p in articles.problems] == [
        ("export.json", True),
        ("paper.docx", False),
    ]
    assert "save its text" in articles.problems[1].message


def test_what_is_supplied_goes_before_what_the_text_says_and_both_are_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(" date 2024-10-30 " + TEXT)
    (tmp_path / FILE_NAME).write_text(
        '["a.txt"]\npublished = 2024-10-29\ntitle = "Tanks"\nurl = "https://en.yna.co.kr/view/1"\n'
    )
    for article in (koreaaid.read_articles(tmp_path)[0], koreaaid.read_articles(tmp_path / "a.txt")[0]):
        assert (article.published, article.published_from, article.title, article.outlet) == (
            date(2024, 10, 29), "supplied", "Tanks", "Yonhap",
        )  # fmt: skip
        assert [found.source for found in article.datings] == ["supplied", "header"]


def test_a_file_may_be_named_without_its_suffix(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / FILE_NAME).write_text('[a]\ndate = "2024-10-29"\n')
    articles = koreaaid.read_articles(tmp_path)
    assert (articles[0].published, articles.problems) == (date(2024, 10, 29), ())


def test_line_ends_are_read_as_python_reads_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.replace("\n", "\r\n").encode())
    assert koreaaid.read_articles(tmp_path)[0].text == (tmp_path / "a.txt").read_text() == TEXT


def test_the_head_of_a_markdown_file_is_furniture(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\ntitle: Tanks\ndate: 2024-10-29\nid: 40317\n---\n{TEXT}")
    (tmp_path / "b.md").write_text(f"# Tanks for Poland\n\n{TEXT}")
    first, second = koreaaid.read_articles(tmp_path)
    assert (first.title, first.published, first.published_from) == ("Tanks", date(2024, 10, 29), "metadata")
    assert second.title == "Tanks for Poland"
    assert [m.surface for m in koreaaid.extract(first) if isinstance(m, Excluded)] == ["40317"]


def test_a_page_is_read_as_its_article(tmp_path: Path) -> None:
    sentences = "".join(
        f"<p>The ministry said that shipment {n} of the tanks had reached the port.</p>" for n in range(8)
    )
    (tmp_path / "a.html").write_text(
        f"<html><head><meta property='article:published_time' content='2024-10-29'></head><body><nav>14 more</nav>"
        f"<article><h1>Tanks reach the port</h1>{sentences}</article></body></html>"
    )
    [article] = koreaaid.read_articles(tmp_path)
    assert (article.id, article.title, article.published) == (
        "a.html",
        "Tanks reach the port",
        date(2024, 10, 29),
    )
    assert "shipment 7" in article.text
    assert "14 more" not in article.text
