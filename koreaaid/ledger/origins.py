"""Which claims go back to one source: copies of a story, relays, one speaker in several articles.

Copies are found by their sketches: below the smaller of two sketches' largest hashes both are complete, so
the share of those hashes that is in both estimates how much of the shorter text stands in the longer.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pandas as pd

from koreaaid.articles.likeness import HIGHEST_HASH
from koreaaid.language.names import canonical
from koreaaid.ledger.grouping import first_of_each_group
from koreaaid.ledger.sketch import SKETCH

# An agency's story that an outlet cuts or heads anew keeps most of its sequences; two reports of one event
# share a quotation, some tenth of them.
_SHARE_OF_A_COPY = 0.6
_FEWEST_HASHES = 8
_NEIGHBOURS = 5
_ROWS = 1 << 31

Hashes = npt.NDArray[np.int64]


def with_origins(articles: pd.DataFrame) -> pd.DataFrame:
    """Return `articles` with `origin`: the earliest article that this one's text comes from, or itself."""
    order = articles.sort_values(["published", "article"], na_position="last", ignore_index=True)
    first = first_of_each_group(len(order), [*_same_texts(order), *_copies(order["sketch"])])
    origin = pd.Series(order["article"].to_numpy()[first], index=order["article"], dtype="str")
    return articles.assign(origin=articles["article"].map(origin))


def claim_origins(claims: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return `claims` with `origin`: the speaker if one is named, else the outlet or article of the text."""
    known = articles.set_index("article")
    names = {name: canonical(name) or name for name in known["outlet"].dropna().unique()}
    outlet = known["outlet"].map(names).astype("str")
    source = outlet.reindex(known["origin"]).set_axis(known.index).fillna(known["origin"])
    speaker = claims["speaker"].where(claims["speaker"].str.contains(r"[^\W\d_a-z]", na=False))
    return claims.assign(origin=speaker.fillna(claims["article"].map(source).astype("str")))


def _same_texts(articles: pd.DataFrame) -> list[tuple[int, int]]:
    """Return pairs of rows with one text: too short a text has no sketch to compare."""
    rows = pd.Series(range(len(articles)), index=articles["sha256"])
    again = rows[rows.index.duplicated()]
    first = rows[rows.index.isin(again.index) & ~rows.index.duplicated()]
    return list(zip(first[again.index].tolist(), again.tolist(), strict=True))


def _copies(sketches: pd.Series) -> list[tuple[int, int]]:
    """Return pairs of rows of which one text stands in the other for the most part."""
    own = [_numbers(sketch) for sketch in sketches.to_numpy(dtype=object)]
    copies = []
    for row, other, shared in _sharing(own):
        limit = min(_reach(own[row]), _reach(own[other]))
        fewest = min(np.searchsorted(own[at], limit, side="right") for at in (row, other))
        if shared >= max(_SHARE_OF_A_COPY * fewest, _FEWEST_HASHES):
            copies.append((row, other))
    return copies


def _numbers(sketch: str) -> Hashes:
    """Return the hashes of a sketch, in order."""
    return np.frombuffer(bytes.fromhex(sketch), dtype=">u4").astype(np.int64)


def _reach(hashes: Hashes) -> int:
    """Return up to where a sketch has all hashes of its text: that of a short text is all of it."""
    return int(hashes[-1]) if len(hashes) == SKETCH else HIGHEST_HASH


def _sharing(sketches: list[Hashes]) -> Iterator[tuple[int, int, int]]:
    """Yield pairs of rows with the number of hashes that they share, where these are enough.

    A row is paired with the next few that have the hash, not with all: copies follow one another for each
    of their hashes, and time stays linear for a formula that stands in every article.
    """
    rows = np.repeat(np.arange(len(sketches)), [len(sketch) for sketch in sketches])
    hashes = np.concatenate([*sketches, np.empty(0, np.int64)])
    order = np.argsort(hashes, kind="stable")
    rows, hashes = rows[order], hashes[order]
    found = [np.empty(0, np.int64)]
    for step in range(1, _NEIGHBOURS + 1):
        same = hashes[:-step] == hashes[step:]
        found.append(rows[:-step][same] * _ROWS + rows[step:][same])
    pairs, shared = np.unique(np.concatenate(found), return_counts=True)
    enough = shared >= _FEWEST_HASHES
    for pair, count in zip(pairs[enough].tolist(), shared[enough].tolist(), strict=True):
        yield (*divmod(pair, _ROWS), count)
