"""What follows from all shards of a corpus together: copies, names, doubled ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from koreaaid.language.names import canonical
from koreaaid.ledger.copies import Copies
from koreaaid.ledger.corpus.columns import SKETCH
from koreaaid.ledger.corpus.views import some_at_a_time
from koreaaid.ledger.names import Decisions, kept_names
from koreaaid.ledger.piles import Column, Names, Numbers, Piles, Words, piles_for

_STRING = pa.string()
SCHEMAS = {
    "entities": pa.schema([("name", _STRING), ("entity", _STRING)]),
    "outlet_names": pa.schema([("outlet", _STRING), ("canonical", _STRING)]),
    "copies": pa.schema([("article", _STRING), ("origin", _STRING), ("source", _STRING)]),
    "doubles": pa.schema([("file", _STRING), ("article", _STRING)]),
}
# A name that only corrected claims had is none any more.
_NAMES = """
    select name, sum(mentions)::bigint as mentions from (
        select name, mentions, cells from counted
        union all
        select unnest([attributed_to, actor, counterparty]), 0, 1 from corrected
        union all
        select unnest([attributed_to, actor, counterparty]), 0, -1 from uncorrected
    ) where name is not null group by name having sum(mentions) + sum(cells) > 0
"""
_DOUBLES = """
    select filename as file, article from shards join inputs on file = filename
    where kind = 'article' and article in (
        select article from shards where kind = 'article' group by article having count(*) > 1
    ) order by article, inputs.rowid
"""
_ARTICLES = (
    "select article, hash(article) as name_hash, outlet, published, text_hash, sketch, filename "
    "from {rows} where kind = 'article'"
)
_ROWS = 20_000
_NEVER = np.iinfo(np.int32).max


class Articles:
    """The articles of all shards, read once: as much of them as tells which are copies.

    Parameters
    ----------
    number : int
        How many there will be, or some more.
    """

    def __init__(self, number: int) -> None:
        self._copies = Copies(number, SKETCH)
        self._outlets: dict[str, int] = {}
        self._names = Names()
        self._days, self._outlet = Column(), Column()
        self._hashes = Piles(piles_for(number))
        # How many rows each file has, in the order in which they were added.
        self._rows: dict[str, int] = {}

    def add(
        self, connection: duckdb.DuckDBPyConnection, folder: Path, files: Sequence[str], rows: str = "files"
    ) -> None:
        """Read the articles of some shards, those among them that the view `rows` has; others may follow."""
        for _ in some_at_a_time(connection, folder, files):
            found = connection.sql(_ARTICLES.format(rows=rows)).to_arrow_table().combine_chunks()
            self._names.add(_column(found, "article"))
            self._days.add(_column(found, "published").cast(pa.int32()).fill_null(_NEVER).to_numpy())
            self._outlet.add(self._numbers(_column(found, "outlet")))
            hashes = found["name_hash"].to_numpy()
            self._hashes.add(hashes, hashes)
            self._add(_column(found, "sketch"), found["text_hash"].to_numpy())
            of_files = _column(found, "filename").value_counts()
            self._rows |= dict(zip(*(field.to_pylist() for field in of_files.flatten()), strict=True))

    def files(self) -> set[str]:
        """Return the shards that have been added and have articles."""
        return set(self._rows)

    def are_doubled(self) -> bool:
        """Say whether two articles have one id: once in some million corpora two ids pass for one.

        Can be asked once: the hashes of the ids are given back to the disk.
        """
        found = [(np.diff(np.sort(pile)) == 0).any() for pile in self._hashes.each()]
        return bool(any(found))

    def _add(self, sketches: pa.ListArray, texts: Numbers) -> None:
        counts: Numbers = pc.list_value_length(sketches).to_numpy(zero_copy_only=False)
        self._copies.add(texts, _hashes(sketches, counts), counts.astype(np.int64))

    def _numbers(self, outlets: pa.StringArray) -> npt.NDArray[np.int32]:
        """Return the number of each outlet: that of its name."""
        coded = outlets.fill_null("").dictionary_encode()
        names = coded.dictionary.to_pylist()
        numbers = np.array([self._outlets.setdefault(name, len(self._outlets)) for name in names], np.int32)
        found: npt.NDArray[np.int32] = numbers[coded.indices.to_numpy()]
        return found

    def outlet_names(self) -> pa.Table:
        """Return the outlets that go by another name."""
        pairs = ((outlet, canonical(outlet)) for outlet in sorted(self._outlets) if outlet)
        return _table("outlet_names", [pair for pair in pairs if pair[1] and pair[0] != pair[1]])

    def copies(self, files: Sequence[str]) -> Iterator[pa.RecordBatch]:
        """Yield the articles whose text comes from another one, with the earliest, and what it counts as.

        Can be asked once: the articles are forgotten. They come in the order of `files`, all that were added.
        """
        first = self._copies.first(self._in_time())
        outlet = self._outlet.taken()
        names = self._names.all()
        self._names.close()
        known = pa.array([canonical(outlet) or outlet or None for outlet in self._outlets], _STRING)
        places = self._in_order(files)
        again = places[first[places] != places]
        for start in range(0, len(again), _ROWS):
            rows = again[start : start + _ROWS]
            origin = names.take(pa.array(first[rows])).cast(_STRING)
            source = known.take(pa.array(outlet[first[rows]]))
            yield pa.record_batch(
                [names.take(pa.array(rows)).cast(_STRING), origin, pc.coalesce(source, origin)],
                schema=SCHEMAS["copies"],
            )
        del names
        pa.default_memory_pool().release_unused()

    def _in_time(self) -> npt.NDArray[np.int32]:
        """Return the rows, the earliest first; those of one day by their names."""
        days = self._days.taken()
        order = np.argsort(days).astype(np.int32)
        ends = np.flatnonzero(np.diff(days[order])) + 1
        del days
        names = self._names.all()
        for rows in np.split(order, ends):
            rows[:] = rows[pc.sort_indices(names.take(pa.array(rows))).to_numpy()]
        return order

    def _in_order(self, files: Sequence[str]) -> npt.NDArray[np.int32]:
        """Return the rows in the order of `files`: they were added in another, if some were there before."""
        ends = dict(zip(self._rows, np.cumsum([*self._rows.values()]).tolist(), strict=True))
        rows = (np.arange(ends[f] - self._rows[f], ends[f], dtype=np.int32) for f in files if f in ends)
        return np.concatenate([np.empty(0, np.int32), *rows])


def doubled_articles(connection: duckdb.DuckDBPyConnection) -> pa.Table:
    """Return the articles whose id an article of an earlier shard has already."""
    table = connection.sql(_DOUBLES).to_arrow_table()
    names = table["article"].to_pylist()
    again = [n for n in range(1, len(names)) if names[n] == names[n - 1]]
    return table.take(pa.array(again, pa.int64())).cast(SCHEMAS["doubles"])


def entities(connection: duckdb.DuckDBPyConnection, decisions: Decisions) -> pa.Table:
    """Return the names for which the ledger keeps another one."""
    found = connection.sql(_NAMES).to_arrow_table()
    mentions = Counter(dict(zip(found["name"].to_pylist(), found["mentions"].to_pylist(), strict=True)))
    kept = kept_names(mentions, decisions)
    return _table("entities", [(name, entity) for name, entity in sorted(kept.items()) if name != entity])


def _column(rows: pa.Table, name: str) -> pa.Array:
    return rows[name].chunk(0) if rows[name].num_chunks else pa.array([], rows.schema.field(name).type)


def _hashes(sketches: pa.ListArray, counts: Numbers) -> Words:
    """Return the hashes of all sketches: they are stored as steps from one to the next."""
    steps = sketches.flatten().to_numpy()
    # Sums of 32 bits overflow, and what lies between two of them is right all the same.
    sums = np.zeros(len(steps) + 1, np.uint32)
    np.cumsum(steps, out=sums[1:], dtype=np.uint32)
    hashes: Words = sums[1:] - np.repeat(sums[np.cumsum(counts) - counts], counts)
    return hashes


def _table(name: str, rows: list[tuple[str, str | None]]) -> pa.Table:
    columns = list(zip(*rows, strict=True)) if rows else [(), ()]
    return pa.Table.from_arrays([pa.array(column, _STRING) for column in columns], schema=SCHEMAS[name])
