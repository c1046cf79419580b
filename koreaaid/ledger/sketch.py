"""What is kept of an article's wording to find its copies.

Of each article the 64 smallest hashes of its five-word sequences are kept (a bottom-k sketch, as MinHash is
one; Broder 1997). It is a cell of text in the ledger, so that an article added later is compared without
reading the earlier ones again.
"""

from __future__ import annotations

from itertools import pairwise

from koreaaid.articles import Article
from koreaaid.articles.likeness import word_sequences

SKETCH = 64


def sketch(article: Article) -> str:
    """Return the sketch of the article's text without its page furniture, as hexadecimal words."""
    text = article.text
    kept = [
        text[a:b]
        for a, b in pairwise([0, *(e for f in article.furniture for e in (f.start, f.end)), len(text)])
    ]
    hashes = word_sequences(" ".join(kept[::2]))
    return " ".join(f"{value:08x}" for value in sorted(hashes)[:SKETCH])
