"""PDF files: their text becomes paragraphs, and what is no text becomes a named problem."""

import io
import time
import zlib
from datetime import date
from pathlib import Path

import pytest

import koreaaid
from koreaaid import KoreaaidError, Quantity
from koreaaid.articles.adding import add
from koreaaid.articles.pdfs import read_pdf

LINES = [
    "Poland gets 30 more tanks from Korea",
    "",
    "The ministry said on Monday that 30 tanks of the first contract had rea-",
    "ched the port of Gdynia, and that a 44-year-old officer of the F-",
    "16 wing had been there to receive them with 200 of his soldiers.",
    "The second contract is worth about 6.5 billion dollars, it said.",
]
LONG_LINE = "The brief begins with a line that is as long as the lines of a page are, and it goes on:"


def a_pdf(*pages: bytes, head: bytes = b"", resources: bytes = b"", objects: tuple[bytes, ...] = ()) -> bytes:
    """Write a PDF by hand: `pages` are contents, `objects` are further ones from number 4 + 2 * pages on."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(pages)))
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for number, content in enumerate(pages):
        bodies.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>%s>>>>"
            % (5 + 2 * number, resources)
        )
        bodies.append(content if content.startswith(b"<<") else stream(content))
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate([*bodies, *objects], 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(
        out + b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (len(places) + 1, head, start)
    )


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(content), content)


def written(lines: list[str]) -> bytes:
    shown = b"".join(
        b"BT /F1 11 Tf 50 %d Td (%s) Tj ET\n" % (750 - 14 * at, line.encode("cp1252"))
        for at, line in enumerate(lines)
        if line
    )
    return b"q\n" + shown + b"Q"


def test_lines_become_paragraphs(tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(a_pdf(written(LINES)))
    [article] = koreaaid.read_articles(tmp_path)
    assert article.title == LINES[0]
    assert "first contract had reached the port" in article.text
    assert "44-year-old officer of the F-16 wing" in article.text
    assert article.text.count("\n\n") >= 1
    assert 30 in [m.value for m in koreaaid.extract(article) if isinstance(m, Quantity)]


def test_a_pdf_is_added_as_text(tmp_path: Path) -> None:
    source = tmp_path / "paper.pdf"
    source.write_bytes(a_pdf(written(LINES), head=b"/Info<</CreationDate(D:20241029120000)>>"))
    for status in ("added", "already there"):
        [outcome] = add([str(source)], tmp_path / "into").outcomes
        assert outcome.status == status
        assert outcome.article.published == date(2024, 10, 29)
        assert outcome.article.published_from == "inferred"
    [article] = koreaaid.read_articles(tmp_path / "into")
    assert article.id == "undated_poland-gets-30-more-tanks-from-korea.txt"


def test_running_lines_and_page_numbers_are_left_out() -> None:
    pages = [
        written([f"Policy Brief {n}", LONG_LINE, f"Words of paragraph {n} end here.", "", str(n)])
        for n in (1, 2, 3)
    ]
    text = read_pdf(a_pdf(*pages), "brief.pdf").text
    assert text.splitlines()[::2] == [
        "Policy Brief 1",
        *(f"{LONG_LINE} Words of paragraph {n} end here." for n in (1, 2, 3)),
    ]


def test_a_sentence_goes_on_over_pages() -> None:
    first = written(["The ministry said that thirty of the tanks had come to the port and", "7"])
    second = written(["that the rest of them would follow in the spring of the next year.", "8"])
    assert "to the port and that the rest" in read_pdf(a_pdf(first, second), "two.pdf").text


def test_a_scan_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(a_pdf(b"q 0 0 612 792 re f Q", b"q Q"))
    assert "OCR" in add([str(tmp_path / "scan.pdf")], tmp_path / "into").problems[0].message
    with pytest.raises(KoreaaidError, match=r"scan\.pdf.*OCR"):
        koreaaid.read_articles(tmp_path / "scan.pdf")


@pytest.mark.parametrize("password", ["secret", ""])
def test_an_encrypted_file(password: str) -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(a_pdf(written(LINES)))))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    if password:
        with pytest.raises(KoreaaidError, match=r"locked\.pdf: is a PDF that is encrypted"):
            read_pdf(out.getvalue(), "locked.pdf")
    else:
        assert "30 tanks" in read_pdf(out.getvalue(), "open.pdf").text


BROKEN = a_pdf(written(LINES))


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-",
        b"%PDF-1.7\nxref",
        BROKEN[:300],
        BROKEN[: len(BROKEN) // 2],
        b"%PDF-1.7\n" + bytes(range(256)) * 9,
        BROKEN.replace(b"/Kids[4 0 R]", b"/Kids[2 0 R]"),
        BROKEN.replace(b"/Pages 2 0 R", b"/Pages 9 0 R"),
        BROKEN.replace(b"/Type/Pages", b"/Type/Nopes"),
    ],
)
def test_a_broken_file(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(content)
    [problem] = add([str(tmp_path / "bad.pdf")], tmp_path / "into").problems
    assert problem.source.endswith("bad.pdf")
    assert "is a PDF" in problem.message


def test_a_file_cut_anywhere_is_read_or_a_named_problem() -> None:
    for end in range(0, len(BROKEN), 37):
        content = b"%PDF-" + BROKEN[5:end]
        said = ""
        try:
            read_pdf(content, "cut.pdf")
        except KoreaaidError as error:
            said = str(error)
        assert not said or said.startswith("cut.pdf: is a PDF")


def packed(content: bytes, entries: bytes = b"") -> bytes:
    return stream(zlib.compress(content, 9), entries + b"/Filter/FlateDecode")


MANY_OF_MANY = tuple(
    stream(b"/X%d Do " % (n + 1) * 50, b"/Type/XObject/Subtype/Form/Resources<</XObject<</X%d %d 0 R>>>>" % (n + 1, 7 + n))
    for n in range(6)
)  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(a_pdf(packed(b" " * 60_000_000)), id="a stream of 60 MB"),
        pytest.param(a_pdf(packed(b"0 0 m " * 3_000_000)), id="millions of steps"),
        pytest.param(
            a_pdf(b"/X0 Do", resources=b"/XObject<</X0 6 0 R>>", objects=MANY_OF_MANY), id="forms in forms"
        ),
        pytest.param(a_pdf(*[b"q Q"] * 501), id="too many pages"),
        pytest.param(
            a_pdf(b"q Q").replace(b"/Kids[4 0 R]", b"/Kids[%s]" % (b"4 0 R " * 9000)),
            id="one page many times",
        ),
    ],
)
def test_bombs_are_refused_soon(content: bytes) -> None:
    assert len(content) < 500_000
    started = time.perf_counter()
    with pytest.raises(KoreaaidError, match=r"bomb\.pdf: is a PDF"):
        read_pdf(content, "bomb.pdf")
    assert time.perf_counter() - started < 10
