"""What is kept of an article's wording to find its copies.

Of each article the 64 smallest hashes of its five-word sequences are kept (a bottom-k sketch, as MinHash is
one; Broder 1997). It is a cell of text in the ledger, so that an article added later is compared without
reading the earlier ones again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from zlib import crc32

import numpy as np
import numpy.typing as npt

from koreaaid.articles import Article

SKETCH = 64
Words = npt.NDArray[np.uint64]
_WORD = re.compile(r"\w+")
# The same for text that is ASCII, many times as fast: small letters, and blanks between words.
_ASCII_WORDS = bytes(
    ord(chr(code).lower()) if code < 128 and (chr(code).isalnum() or code == ord("_")) else ord(" ")
    for code in range(256)
)
# Odd numbers without a pattern, one for each word of a sequence: a word counts by its place.
_FACTORS = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F],
    np.uint64,
)
_HALF = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)
_HASH_BYTES = 4
# Articles that are sketched together: numpy's cost of a call is shared, and memory stays small.
_TOGETHER = 256


def words_of(article: Article) -> Words:
    """Return a number for each word of the article's text without its page furniture."""
    text = article.text
    if article.furniture:
        edges = [0, *(edge for part in article.furniture for edge in (part.start, part.end)), len(text)]
        text = " ".join([text[a:b] for a, b in pairwise(edges)][::2])
    if text.isascii():
        words = text.encode().translate(_ASCII_WORDS).split()
    else:
        words = [word.encode() for word in _WORD.findall(text.lower())]
    return np.fromiter(map(crc32, words), np.uint64, len(words))


def sketches(texts: Sequence[Words]) -> Iterator[str]:
    """Yield the sketch of each text, as hexadecimal words."""
    for start in range(0, len(texts), _TOGETHER):
        yield from _together(texts[start : start + _TOGETHER])


def _together(texts: Sequence[Words]) -> Iterator[str]:
    counts = np.array([len(text) for text in texts])
    words = np.concatenate(texts)
    last = len(_FACTORS) - 1
    hashes = np.zeros(max(0, len(words) - last), np.uint64)
    for place, factor in enumerate(_FACTORS):
        hashes += words[place : place + len(hashes)] * factor
    hashes ^= hashes >> _HALF
    hashes *= _FACTORS[0]
    hashes >>= _HALF
    # A sequence lies in one text: none begins with the last four words of one.
    ends = np.cumsum(counts)
    of_text = np.repeat(np.arange(len(texts), dtype=np.uint64), counts)[: len(hashes)]
    within = np.arange(len(hashes)) + last < ends[of_text]
    keys = (of_text[within] << _HALF) | hashes[within]
    keys.sort()
    keys = keys[np.diff(keys, prepend=_LOW << _HALF) != 0]  # each once; np.unique takes ten times as long
    edges = np.searchsorted(keys, np.arange(len(texts) + 1, dtype=np.uint64) << _HALF)
    smallest = (keys & _LOW).astype(">u4")
    for begin, end in pairwise(edges):
        yield smallest[begin : min(end, begin + SKETCH)].tobytes().hex(" ", _HASH_BYTES)
