"""Which claims go back to one source: copies of a story, relays, one speaker in several articles.

Copies are found by their sketches: below the smaller of two sketches' largest hashes both are complete, so
the share of those hashes that is in both estimates how much of the shorter text stands in the longer.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from koreaaid.ledger.grouping import first_of_each_group
from koreaaid.ledger.sketch import HIGHEST_HASH, SKETCH

# An agency's story that an outlet cuts or heads anew keeps most of its sequences; two reports of one event
# share a quotation, some tenth of them.
_SHARE_OF_A_COPY = 0.6
_FEWEST_HASHES = 8
_NEIGHBOURS = 5


def with_origins(articles: pd.DataFrame) -> pd.DataFrame:
    """Return `articles` with `origin`: the earliest article that this one's text comes from, or itself."""
    order = articles.sort_values(["published", "article"], na_position="last", ignore_index=True)
    first = first_of_each_group(len(order), [*_same_texts(order), *_copies(order["sketch"])])
    origin = pd.Series(order["article"].to_numpy()[first], index=order["article"], dtype="str")
    return articles.assign(origin=articles["article"].map(origin))


def claim_origins(claims: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return `claims` with `origin`: the speaker if one is named, else the outlet or article of the text."""
    known = articles.set_index("article")
    source = known["outlet"].reindex(known["origin"]).set_axis(known.index).fillna(known["origin"])
    speaker = claims["speaker"].where(claims["speaker"].str.contains(r"[^\W\d_a-z]", na=False))
    return claims.assign(origin=speaker.fillna(claims["article"].map(source)))


def _same_texts(articles: pd.DataFrame) -> list[tuple[int, int]]:
    """Return pairs of rows with one text: too short a text has no sketch to compare."""
    rows = articles["sha256"].groupby(articles["sha256"], sort=False).indices.values()
    return [(int(same[0]), int(other)) for same in rows for other in same[1:]]


def _copies(sketches: pd.Series) -> list[tuple[int, int]]:
    """Return pairs of rows of which one text stands in the other for the most part."""
    hashes = _hashes(sketches)
    pairs = _sharing(hashes)
    if pairs.empty:
        return []
    sizes = hashes.groupby("row")["hash"].agg(["size", "max"])
    reach = sizes["max"].where(sizes["size"] == SKETCH, HIGHEST_HASH)  # a short text's sketch is all of it
    pairs["limit"] = np.minimum(pairs["row"].map(reach), pairs["other"].map(reach))
    for side in ("row", "other"):
        inside = pairs[[side, "limit"]].reset_index().merge(hashes, left_on=side, right_on="row")
        pairs[f"of_{side}"] = (inside["hash"] <= inside["limit"]).groupby(inside["index"]).sum()
    fewest = pairs[["of_row", "of_other"]].min(axis="columns")
    copies = pairs[pairs["shared"] >= np.maximum(_SHARE_OF_A_COPY * fewest, _FEWEST_HASHES)]
    return [(int(row), int(other)) for row, other in zip(copies["row"], copies["other"], strict=True)]


def _hashes(sketches: pd.Series) -> pd.DataFrame:
    """Return the hashes of the sketches, one a row, by hash and then by the row of the sketch."""
    counts = (sketches.str.len().to_numpy(dtype="int64") + 1) // 9
    packed = bytes.fromhex("".join(sketches))
    content = {"row": np.repeat(np.arange(len(sketches)), counts), "hash": np.frombuffer(packed, dtype=">u4")}
    return pd.DataFrame(content).astype("int64").sort_values(["hash", "row"], ignore_index=True)


def _sharing(hashes: pd.DataFrame) -> pd.DataFrame:
    """Return pairs of rows with the number of hashes that they share, where these are enough.

    A row is paired with the next few that have the hash, not with all: copies follow one another for each
    of their hashes, and time stays linear for a formula that stands in every article.
    """
    found = []
    for step in range(1, _NEIGHBOURS + 1):
        other = hashes.shift(-step)
        same = hashes["hash"] == other["hash"]
        found.append(pd.DataFrame({"row": hashes["row"][same], "other": other["row"][same].astype("int64")}))
    pairs = pd.concat(found).groupby(["row", "other"]).size().rename("shared").reset_index()
    return pairs[pairs["shared"] >= _FEWEST_HASHES].reset_index(drop=True)
