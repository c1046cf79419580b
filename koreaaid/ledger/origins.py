"""Which claims go back to one source: copies of a story, relays, one speaker in several articles."""

from __future__ import annotations

import numpy as np
import pandas as pd

from koreaaid.language.names import canonical
from koreaaid.ledger.copies import first_copies
from koreaaid.ledger.piles import Numbers
from koreaaid.ledger.sketch import SKETCH

# A hash in hexadecimal digits, and the blank behind it.
_WRITTEN = 9


def with_origins(articles: pd.DataFrame) -> pd.DataFrame:
    """Return `articles` with `origin`: the earliest article that this one's text comes from, or itself."""
    order = articles.sort_values(["published", "article"], na_position="last", ignore_index=True)
    sketches = order["sketch"].to_numpy(dtype=object)
    hashes = np.frombuffer(bytes.fromhex(" ".join(sketches)), dtype=">u4").astype(np.int64)
    lengths: Numbers = np.array([len(sketch) for sketch in sketches], dtype=np.int64)
    first = first_copies(pd.factorize(order["sha256"])[0], hashes, (lengths + 1) // _WRITTEN, SKETCH)
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
