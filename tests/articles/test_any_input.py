"""Whatever the bytes are, reading them gives articles and problems, and never another error."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from koreaaid import KoreaaidError
from koreaaid.articles.decoding import decode
from koreaaid.articles.incoming import Incoming
from koreaaid.articles.pages import read_page
from koreaaid.articles.reading import article_from_text
from koreaaid.articles.sources import read_source
from koreaaid.articles.supplied import read_supplied

PIECES = [
    "\n", " date 2024-10-29 ", "By Jane Roe ", "June 3, 2024", "2024-10-29 14:05", "SEOUL, Oct. 19 (Yonhap) -- ", "Published : ",
    "Most Popular\n1\n", "Read also:\n", "• 109325 views", "© 2024 ", "Subscribe now\n$1 for four weeks\n", "MENAFN15122023000193",
    "http://x.org/2024/10/29/", "{a:b}", "[1/2]", "\u00a0", "İ", "\0", "\ud800", "한국 3", "Title | NK News\n", "@", "Legal Disclaimer:\n",
]  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=20)), max_size=30).map("".join)
SOME = settings(max_examples=int(os.environ.get("KOREAAID_EXAMPLES", "60")), deadline=None)
SOME_FILES = settings(SOME, suppress_health_check=[HealthCheck.function_scoped_fixture])


@SOME
@given(TEXTS)
def test_any_text_becomes_an_article(text: str) -> None:
    article = article_from_text(text)
    assert article.text == text
    reached = 0
    for span in article.furniture:
        assert reached <= span.start < span.end <= len(text)
        reached = span.end
    for dating in article.datings:
        assert dating.start is None or (
            dating.end is not None and 0 <= dating.start < dating.end <= len(text)
        )
    assert (article.published is None) == (article.published_from == "unknown")


@SOME
@given(st.one_of(st.binary(max_size=300), TEXTS.map(lambda text: text.encode("utf-16", "replace"))))
def test_any_bytes_are_text_or_a_named_problem(content: bytes) -> None:
    said = ""
    try:
        text = decode(content, "file.txt").text
    except KoreaaidError as error:
        said, text = str(error), ""
    assert isinstance(text, str)
    assert not said or said.startswith("file.txt: ")


@SOME_FILES
@given(
    st.one_of(st.binary(max_size=200), TEXTS.map(lambda text: text.encode("utf-8", "replace"))),
    st.sampled_from([".txt", ".json", ".jsonl", ".csv", ".xml", ".md", ""]),
)
def test_any_file_is_read_or_a_named_problem(tmp_path: Path, content: bytes, suffix: str) -> None:
    path = tmp_path / f"file{suffix}"
    path.write_bytes(content)
    for found in read_source(str(path), may_fetch=False, columns={}):
        origin = found.origin if isinstance(found, Incoming) else found.source
        assert origin.startswith(str(path))


@settings(SOME, max_examples=30)
@given(st.one_of(TEXTS, st.text(alphabet="<>/ap=\"'! -&;xhtmlbodyscrit", max_size=200)))
def test_any_page_is_read(html: str) -> None:
    assert isinstance(read_page(html).text, str)


@SOME_FILES
@given(st.text(max_size=80))
def test_any_articles_toml_is_read_or_a_problem(tmp_path: Path, text: str) -> None:
    (tmp_path / "articles.toml").write_bytes(text.encode("utf-8", "replace"))
    supplied, problems = read_supplied(tmp_path)
    assert isinstance(supplied, dict)
    assert all(problem.source.endswith("articles.toml") for problem in problems)


@pytest.mark.parametrize(
    "value",
    ["[]", "3", "1979-05-27", '"x"', "{published = true}", "{title = []}", "{published = 9999-12-31}"],
)
def test_any_value_in_articles_toml_is_a_problem(tmp_path: Path, value: str) -> None:
    (tmp_path / "articles.toml").write_text(f"a = {value}\n")
    assert len(read_supplied(tmp_path)[1]) == 1
