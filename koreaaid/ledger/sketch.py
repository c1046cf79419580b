"""What is kept of an article's wording to find its copies.

Of each article the 64 smallest hashes of its five-word sequences are kept (a bottom-k sketch, as MinHash is
one; Broder 1997). It is a cell of text in the ledger, so that an article added later is compared without
reading the earlier ones again.
"""

from __future__ import annotations

import re
from itertools import pairwise
from zlib import crc32

from koreaaid.articles import Article

SKETCH = 64
HIGHEST_HASH = 0xFFFFFFFF
_WORDS_TOGETHER = 5
_WORD = re.compile(r"\w+")
_GOLDEN = 0x9E3779B1


def sketch(article: Article) -> str:
    """Return the sketch of the article's text without its page furniture, as hexadecimal words."""
    text = article.text
    kept = [
        text[a:b]
        for a, b in pairwise([0, *(e for f in article.furniture for e in (f.start, f.end)), len(text)])
    ]
    words = _WORD.findall(" ".join(kept[::2]).lower())
    sequences = {" ".join(words[at : at + _WORDS_TOGETHER]) for at in range(len(words) - _WORDS_TOGETHER + 1)}
    # A checksum of text is not spread evenly; multiplied it is.
    hashes = {crc32(sequence.encode()) * _GOLDEN & HIGHEST_HASH for sequence in sequences}
    return " ".join(f"{value:08x}" for value in sorted(hashes)[:SKETCH])
