"""What is kept of an article's wording to find its copies.

Of each article the 64 smallest hashes of its five-word sequences are kept (a bottom-k sketch, as MinHash is
one; Broder 1997). It is a cell of text in the ledger, so that an article added later is compared without
reading the earlier ones again.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

import numpy as np

from koreaaid.articles import Article

SKETCH = 64
_WORD = re.compile(r"\w+")
# Odd numbers without a pattern, one for each word of a sequence: a word counts by its place.
_FACTORS = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F],
    np.uint64,
)
_UPPER_HALF = np.uint64(32)
_HASH_BYTES = 4


def sketch(article: Article) -> str:
    """Return the sketch of the article's text without its page furniture, as hexadecimal words."""
    text = article.text
    if article.furniture:
        edges = [0, *(edge for part in article.furniture for edge in (part.start, part.end)), len(text)]
        text = " ".join([text[a:b] for a, b in pairwise(edges)][::2])
    codes = np.array(list(map(_code, _WORD.findall(text.lower()))), np.uint64)
    count = len(codes) - len(_FACTORS) + 1
    if count < 1:
        return ""
    hashes = np.zeros(count, np.uint64)
    for place, factor in enumerate(_FACTORS):
        hashes += codes[place : place + count] * factor
    hashes ^= hashes >> _UPPER_HALF
    hashes *= _FACTORS[0]
    hashes >>= _UPPER_HALF
    hashes.sort()
    first = np.ones(count, np.bool_)
    np.not_equal(hashes[1:], hashes[:-1], out=first[1:])
    smallest = hashes[first][:SKETCH]
    return smallest.astype(">u4").tobytes().hex(" ", _HASH_BYTES)


@lru_cache(maxsize=50_000)
def _code(word: str) -> int:
    return crc32(word.encode())
