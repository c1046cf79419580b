"""Pages that a browser saved as a single file are read as the page in it."""

import quopri
import time
from datetime import date
from pathlib import Path

import pytest

import koreaaid
from koreaaid.articles.adding import add
from koreaaid.articles.mhtml import page_in
from tests.articles.test_page_layouts import PARAGRAPHS, TITLE, html, ps

HEAD = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://en.yna.co.kr/view/AEN20241029003451\r\n"
    f"Subject: {TITLE}\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----b----"\r\n\r\n\r\n'
)


def saved(page: str) -> bytes:
    body = quopri.encodestring(page.encode()).replace(b"\n", b"\r\n")
    part = b"------b----\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    picture = (
        b"\r\n------b----\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0=\r\n"
    )
    return HEAD.encode() + part + body + picture + b"------b------\r\n"


def test_a_page_saved_as_one_file_is_read_and_added(tmp_path: Path) -> None:
    page = html(f"<title>{TITLE}</title><meta name='date' content='2024-10-29'>", f"<h1>{TITLE}</h1>{ps()}")
    (tmp_path / "page.mhtml").write_bytes(saved(page))
    [article] = koreaaid.read_articles(tmp_path)
    assert (article.title, article.outlet, article.published) == (TITLE, "Yonhap", date(2024, 10, 29))
    assert [paragraph for paragraph in PARAGRAPHS if paragraph not in article.text] == []
    assert "Blink" not in article.text
    [outcome] = add([str(tmp_path / "page.mhtml")], tmp_path / "into").outcomes
    assert (outcome.article.title, outcome.article.url) == (
        TITLE,
        "https://en.yna.co.kr/view/AEN20241029003451",
    )


@pytest.mark.parametrize(
    "content",
    [b"", b"Seoul: 12 guns\n\nKyiv: 3 guns\n\n", HEAD.encode(), HEAD.encode() + b"------b----\r\n\r\nx"],
)
def test_what_is_no_such_file_is_left_as_it_is(content: bytes) -> None:
    assert page_in(content) is None


def test_parts_in_parts_without_end_take_no_time() -> None:
    content = HEAD.encode()
    for number in range(3000):
        content += b"------b----\r\nContent-Type: multipart/mixed; boundary=c%d\r\n\r\n--c%d\r\n" % (
            number,
            number,
        )
    begin = time.process_time()
    assert page_in(content + b"a:b\r\n" * 20_000) is None
    assert time.process_time() - begin < 2
