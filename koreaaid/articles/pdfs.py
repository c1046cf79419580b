"""PDF files that hold text: their paragraphs, put together from the lines of the pages.

A scan, a locked file and a broken one are named problems. What a file may cost is bounded: pages, bytes that
a stream unpacks to, and steps of drawing, so that a small file that claims to be endless is refused at once.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from time import monotonic
from typing import TYPE_CHECKING, Any

from koreaaid.articles.article import Dating
from koreaaid.articles.bylines import day_or_none
from koreaaid.articles.pages import Page
from koreaaid.articles.stated import Stated
from koreaaid.errors import KoreaaidError

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 500
_MOST_STEPS = 1_000_000
_MOST_SECONDS = 60
_LARGEST_STREAM = 20_000_000
_MOST_CALLS = 500
_LIMITS: dict[str, Any] = {
    "maximum_declared_stream_length": 100_000_000,
    "array_based_stream_maximum_output_length": _LARGEST_STREAM,
    "zlib_maximum_output_length": _LARGEST_STREAM,
    "lzw_maximum_output_length": _LARGEST_STREAM,
    "run_length_maximum_output_length": _LARGEST_STREAM,
    "stream_decoding_work_maximum_length": 4 * _LARGEST_STREAM,
    "stream_parsing_work_maximum_count": 500_000,
    "page_tree_maximum_entries": 2 * MOST_PAGES,
    "xform_maximum_invocations_per_extraction": _MOST_CALLS,
    "jbig2dec_binary": None,  # no other program is started
}
_SAVE = "save the article's text in a .txt file"
_ENDED = re.compile(r"[.!?:][\"”’)\]]?\Z")
# A line that is this much shorter than most is the last of its paragraph, or a heading.
_SHORT_LINE = 0.75
_BROKEN_WORD = re.compile(r"(?<![\w-])[^\W\d_]{2,}-\Z")
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\W{0,3}(?:page\s)?\d{1,4}(?:\s?(?:/|of)\s?\d{1,4})?\W{0,3}\Z", re.IGNORECASE)
_FILE_NAME = re.compile(r"\.\w{2,5}\Z|\AMicrosoft|\Auntitled\b", re.IGNORECASE)
_FEWEST_TITLE_WORDS = 3


class _TooMuchError(Exception):
    pass


def read_pdf(content: bytes, name: str) -> Page:
    """Read the text of the PDF file `name`; nothing in it is executed and nothing is fetched.

    Raises
    ------
    KoreaaidError
        When it is a scan, is locked, is broken, or asks for more work than a document does.
    """
    from pypdf import apply_configuration
    from pypdf.errors import LimitReachedError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what matters is in the message below
    try:
        with apply_configuration(**_LIMITS):
            reader, pages = _opened(content, name)
            title, datings = _stated(reader)
    except KoreaaidError:
        raise
    except (LimitReachedError, _TooMuchError, RecursionError, MemoryError):
        raise KoreaaidError(f"{name}: is a PDF that unpacks to more than a document holds; {_SAVE}") from None
    except Exception as error:  # pypdf lets errors of any kind through, of files that are broken on purpose
        reason = " ".join(str(error).split())[:100] or type(error).__name__
        raise KoreaaidError(f"{name}: is a PDF that cannot be read ({reason}); {_SAVE}") from None
    text = _as_article(pages)
    if not re.search(r"\w", text):
        raise KoreaaidError(
            f"{name}: is a PDF without text, a scan perhaps; recognise its text (OCR) and add the result"
        )
    return Page(text, Stated(title=title, datings=datings, places=(("title", "the file's own data"),)))


def _opened(content: bytes, name: str) -> tuple[PdfReader, list[list[str]]]:
    """Return the reader of a file and the lines of each page."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise FileNotDecryptedError
        if len(reader.pages) > MOST_PAGES:
            raise _TooMuchError
        return reader, list(_lines(reader))
    except (FileNotDecryptedError, DependencyError):
        raise KoreaaidError(
            f"{name}: is a PDF that is encrypted; print it to a PDF without a password"
        ) from None


def _lines(reader: PdfReader) -> Iterator[list[str]]:
    steps, until = 0, monotonic() + _MOST_SECONDS

    def count(*_: Any) -> None:
        nonlocal steps
        steps += 1
        if steps > _MOST_STEPS or monotonic() > until:
            raise _TooMuchError

    for page in reader.pages:
        count()
        text = page.extract_text(visitor_operand_before=count)
        yield [" ".join(line.split()) for line in text.encode("utf-8", "replace").decode().splitlines()]


def _stated(reader: PdfReader) -> tuple[str | None, tuple[Dating, ...]]:
    """Return the title, if it is one, and the day on which the file was made: near that of its text."""
    told = reader.metadata
    title = " ".join(str(told.title or "").split()) if told else ""
    is_title = len(title.split()) >= _FEWEST_TITLE_WORDS and not _FILE_NAME.search(title)
    written = re.match(r"D:(\d{4})(\d\d)(\d\d)", str(told.get("/CreationDate", "")) if told else "")
    day = day_or_none(*(int(part) for part in written.groups())) if written else None
    datings = (Dating(day, "inferred", f"the PDF was made on {day}"),) if day else ()
    return title if is_title else None, datings


def _as_article(pages: list[list[str]]) -> str:
    """Put the lines of the pages together to paragraphs, with a blank line between them."""
    pages = _without_running_lines([_trimmed(lines) for lines in pages])
    lengths = sorted(len(line) for lines in pages for line in lines if line)
    usual = lengths[len(lengths) * 3 // 4] if lengths else 0
    paragraphs: list[str] = []
    open_paragraph = False
    for lines in pages:
        for line in lines:
            if not line:
                open_paragraph = False
                continue
            if open_paragraph:
                paragraphs[-1] = _joined(paragraphs[-1], line)
            else:
                paragraphs.append(line)
            open_paragraph = len(line) >= _SHORT_LINE * usual and not _ENDED.search(line)
            open_paragraph |= len(line) >= 0.9 * usual
    return "\n\n".join(paragraphs) + "\n"


def _joined(before: str, line: str) -> str:
    """Join two lines; a hyphen that divides a word goes, that of a compound ("44-year-", "F-") stays."""
    if before.endswith("-"):
        return before[:-1] + line if _BROKEN_WORD.search(before) and line[0].islower() else before + line
    return f"{before} {line}"


def _trimmed(lines: list[str]) -> list[str]:
    first = next((at for at, line in enumerate(lines) if line), len(lines))
    last = next((at for at in range(len(lines), first, -1) if lines[at - 1]), first)
    return lines[first:last]


def _without_running_lines(pages: list[list[str]]) -> list[list[str]]:
    """Leave out numbers of pages, and what stands at the top or the foot of most pages again and again."""
    for end in (0, -1):
        shapes = Counter(_shape(lines[end]) for lines in pages if lines)
        often = {shape for shape, count in shapes.items() if count > max(1, len(pages) / 2)}
        pages = [
            _trimmed([line for at, line in enumerate(lines) if at != end % len(lines)])
            if lines and _runs(lines[end], often, is_first=number == 0)
            else lines
            for number, lines in enumerate(pages)
        ]
    return pages


def _runs(line: str, often: set[str], *, is_first: bool) -> bool:
    # What runs through all pages may be the title: it stays where it stands first.
    return bool(_PAGE_NUMBER.match(line)) or (_shape(line) in often and not is_first)


def _shape(line: str) -> str:
    return _DIGITS.sub("0", line)
