"""Ids that are one row's own.

Ten hexadecimal digits are short enough to write down; among a hundred thousand claims two share an id in
one of two hundred ledgers. The later one then takes another id.
"""

from __future__ import annotations

from hashlib import blake2b

import pandas as pd

_LINKS = ("part_of", "converts", "repeats")


def with_own_ids(table: pd.DataFrame, column: str) -> pd.DataFrame:
    """Return `table` with another id in `column`, and in links to it, where an earlier row has the same."""
    while (twice := table[column].duplicated()).any():
        again = zip(table.loc[twice, "article"], table.loc[twice, column], strict=True)
        renamed = {(article, old): _other(article, old) for article, old in again}
        of_article = table["article"].isin({article for article, _ in renamed})
        rows = table[of_article]
        for name in (column, *(link for link in _LINKS if link in table)):
            pairs = zip(rows["article"], rows[name], strict=True)
            ids = pd.Series([renamed.get(pair, pair[1]) for pair in pairs], index=rows.index, dtype="str")
            # Two rows of one article: only the later one is renamed, or the two would stay one for ever.
            changed = twice if name == column else of_article
            table = table.assign(**{name: ids.reindex(table.index).where(changed, table[name])})
    return table


def _other(article: str, taken: str) -> str:
    return taken[0] + blake2b(f"{article}\x1f{taken}".encode(), digest_size=5).hexdigest()
