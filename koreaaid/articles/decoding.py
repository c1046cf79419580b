"""The bytes of a file become text, and what was guessed is said.

UTF-8 is read without a guess, UTF-16 and UTF-32 by their mark or by where their zeros stand. Anything else is
asked of charset-normalizer, which is imported only then.
"""

from __future__ import annotations

import codecs
import os
import re
from pathlib import Path
from typing import NamedTuple

from koreaaid.articles.mhtml import page_in
from koreaaid.errors import KoreaaidError

LIMIT_VARIABLE = "KOREAAID_MAX_MEGABYTES"
DEFAULT_LIMIT = 100
_MEGABYTE = 1_000_000

# The longer marks first: UTF-32-LE begins with the mark of UTF-16-LE.
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_SIGNATURES = (
    (b"PK\x03\x04", "a ZIP archive or an office document"), (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"), (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "a gzip archive"), (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"PAR1", "a Parquet file"),
    (b"{\\rtf", "an RTF document"), (b"SQLite format 3", "a database"),
)  # fmt: skip
_CONTROL_BYTES = bytes(set(range(32)) - set(b"\t\n\r\x0c\x1b")) + b"\x7f"
_BINARY_SHARE = 0.01
# As far as programs look for the beginning of a PDF.
_PDF_WITHIN = 1024
_ZERO_SHARE = 0.3
# What charset-normalizer is shown: enough to tell encodings apart, little enough to answer at once.
_SAMPLE = 200_000
# Encodings in which news on the subject is found: asked first, because short texts are taken for anything.
_EXPECTED = ["cp949", "koi8_u", "cp1251", "cp1250", "iso8859_2", "cp1252"]
_WESTERN_SHARE = 0.25
_DECLARATION = re.compile(
    rb"<(?:meta|\?xml)\b[^<>]{0,200}?(?:charset|encoding)\s?=\s?[\"']?([\w-]{2,20})", re.IGNORECASE
)
# Python knows encodings that are no charsets of pages, and of which some are slow (punycode).
_CHARSETS = ("iso8859", "cp", "koi8", "euc", "gb", "big5", "shift_jis", "johab", "mac", "utf-8", "ascii")
_DECLARED_WITHIN = 4096
_THREE_OTHERS = re.compile(rb"[\x80-\xff]{3}")
# In the middle of a word these are letters of Polish; the two encodings of it differ in some.
_POLISH = re.compile(rb"[A-Za-z][\xb1\xb3\xb6\xb9\xbc\xbf][a-z]")
_POLISH_ISO = re.compile(rb"[A-Za-z][\xb1\xb6\xbc][a-z]")
_LINE_ENDS = re.compile("\r\n?")


class Decoded(NamedTuple):
    """A text, and the encoding it was taken to be in if that had to be guessed."""

    text: str
    guessed: str | None = None


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file that is not larger than the limit; name the file in every error."""
    limit = size_limit()
    if not _is_utf8(path.name):
        raise KoreaaidError(f"{path}: has a name that is not UTF-8 and can stand in no table; rename it")
    try:
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except PermissionError:
        raise KoreaaidError(f"{path}: may not be read; give yourself permission (chmod u+r)") from None
    except FileNotFoundError:
        raise KoreaaidError(f"{path}: there is no such file; check the path") from None
    except OSError as error:
        raise KoreaaidError(f"{path}: cannot be read ({error.strerror}); check the file") from None
    if len(content) > limit:
        raise KoreaaidError(
            f"{path}: larger than {limit // _MEGABYTE} MB; split it, or set the environment variable "
            f"{LIMIT_VARIABLE} to a higher number"
        )
    return content


def _is_utf8(name: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in name)


def is_pdf(content: bytes) -> bool:
    """Say whether a file is a PDF, by its first bytes."""
    return content[:_PDF_WITHIN].lstrip().startswith(b"%PDF-")


def size_limit() -> int:
    """Return the largest size of a file in bytes."""
    setting = os.environ.get(LIMIT_VARIABLE, "")
    try:
        return int(float(setting or DEFAULT_LIMIT) * _MEGABYTE)
    except (ValueError, OverflowError):
        raise KoreaaidError(
            f"{LIMIT_VARIABLE}={setting}: not a number of megabytes; set it to e.g. 500"
        ) from None


def decode(content: bytes, name: str) -> Decoded:
    """Decode the bytes of the file `name`; line ends become line feeds, as when Python opens a text file.

    Raises
    ------
    KoreaaidError
        When the bytes are not text.
    """
    content = page_in(content) or content
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Decoded(_plain_lines(content[len(mark) :].decode(encoding, "replace")))
    for signature, kind in _SIGNATURES:
        if content.startswith(signature):
            raise KoreaaidError(f"{name}: is {kind}, not text; save the article's text in a .txt file")
    wide = _unmarked_wide(content)
    if wide:
        return Decoded(_plain_lines(content.decode(wide, "replace")), wide.upper())
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return _guess(content, name)
    _refuse_binary(content, name)
    return Decoded(_plain_lines(text))


def _plain_lines(text: str) -> str:
    return _LINE_ENDS.sub("\n", text) if "\r" in text else text


def _refuse_binary(content: bytes, name: str) -> None:
    sample = content[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROL_BYTES))
    if controls > _BINARY_SHARE * len(sample) + 1:
        raise KoreaaidError(f"{name}: is binary data, not text; save the article's text in a .txt file")


def _unmarked_wide(content: bytes) -> str | None:
    """Tell UTF-16 without a mark by its zeros: every second byte of Latin letters and blanks is one.

    Of Cyrillic letters every second byte is the number of their block.
    """
    sample = content[: 2 * (min(len(content), _SAMPLE) // 2)]
    if len(sample) < 4 or len(content) % 2:
        return None
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if (
            high.count(4) > len(high) / 2
            and high.count(0)
            and high.count(4) + high.count(0) > 0.95 * len(high)
        ):
            return encoding
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    most = _ZERO_SHARE * len(sample) / 2
    if odd > most and even < odd / 20:
        return "utf-16-le"
    if even > most and odd < even / 20:
        return "utf-16-be"
    return None


def _declared(content: bytes) -> str | None:
    """Decode a page or feed as it says itself that it is encoded, if that is true."""
    found = _DECLARATION.search(content[:_DECLARED_WITHIN])
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        return content.decode(name) if name.startswith(_CHARSETS) else None
    except (LookupError, UnicodeError, ValueError):
        return None


def _latin(sample: bytes) -> str | None:
    """Tell the encodings of texts in Latin letters, with single accents and typographic quotes among them.

    charset-normalizer takes short English texts with typographic quotes for Big5 or CP1250.
    """
    others = len(sample.translate(None, bytes(range(128))))
    if others > _WESTERN_SHARE * len(sample) or _THREE_OTHERS.search(sample):
        return None
    if _POLISH.search(sample):
        return "ISO-8859-2" if _POLISH_ISO.search(sample) else "Windows-1250"
    return "Windows-1252"


def _guess(content: bytes, name: str) -> Decoded:
    _refuse_binary(content, name)
    declared = _declared(content)
    if declared is not None:
        return Decoded(_plain_lines(declared))
    latin = _latin(content[:_SAMPLE])
    if latin:
        return Decoded(_plain_lines(content.decode(latin, "replace")), latin)
    from charset_normalizer import from_bytes

    sample = content[:_SAMPLE]
    best = from_bytes(sample, cp_isolation=_EXPECTED).best() or from_bytes(sample).best()
    if best is None:
        raise KoreaaidError(f"{name}: its encoding is not known; save it as UTF-8")
    encoding = best.encoding
    return Decoded(_plain_lines(content.decode(encoding, "replace")), encoding.upper().replace("_", "-"))
