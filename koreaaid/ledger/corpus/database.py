"""DuckDB over the files of a corpus's shards: the tables of the ledger as views."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from duckdb.func import PythonUDFType

from koreaaid.errors import KoreaaidError
from koreaaid.ledger.corpus.columns import SCHEMA
from koreaaid.ledger.corpus.deriving import MEMORY, derive, derived_tables
from koreaaid.ledger.corpus.manifest import Manifest
from koreaaid.ledger.corpus.matching import Condition
from koreaaid.ledger.corpus.picking import picked
from koreaaid.ledger.corpus.reducing import Articles
from koreaaid.ledger.corpus.views import connect, look_at, make_views, quoted
from koreaaid.ledger.rows import CLAIM_COLUMNS, mention_id, plain

_MEMORY = "700MB"
_INPUTS = pa.schema([("file", pa.string()), ("name", pa.string()), ("first", pa.int64())])
_FAULTS = pa.schema([("name", pa.string()), ("problem", pa.string())])
_IN_SERIES = frozenset({"series", "review"})
_READ = frozenset({*CLAIM_COLUMNS, "measure", "title", "series", "review", "corrected"} - {"claim_id"})


class Database:
    """The tables of a corpus's ledger, to be asked in SQL.

    Parameters
    ----------
    folder : Path
        Where the files lie.
    manifest : Manifest
        Which they are.
    """

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self._folder = folder
        self._manifest = manifest
        self._files = manifest.files()
        told = "\n".join([manifest.code, manifest.names, repr(manifest.corrections), *self._files])
        self._key = f"{manifest.code[:8]}-{sha256(told.encode()).hexdigest()[:16]}"
        self._connection: duckdb.DuckDBPyConnection | None = None

    def table(self, sql: str, parameters: Mapping[str, Any] | None = None) -> pa.Table:
        """Return what DuckDB answers to `sql`."""
        connection = self.prepare()
        try:
            answer = connection.sql(sql, params=parameters)
            # A statement that is no query has no answer.
            return answer.to_arrow_table() if answer is not None else pa.table({})
        except duckdb.Error as error:
            raise KoreaaidError(f"the query cannot be answered: {error}") from error

    def claims(self, where: Condition, limit: int) -> pa.Table:
        """Return the claims for which `where` holds, with `title`; no more than `limit`."""
        if where.columns <= _IN_SERIES:
            return self._described(f"from series_claims where {where.sql} limit {limit}")
        if where.columns <= _READ:
            return self.chosen(f"{where.sql} limit {limit}", where.parameters)
        return self.table(f"from claims where {where.sql} limit {limit}", where.parameters)

    def _described(self, claims: str) -> pa.Table:
        connection = self.prepare()
        connection.execute(f"create or replace temp view chosen as {claims}")
        return connection.sql("from described('chosen')").to_arrow_table()

    def chosen(self, where: str, parameters: Mapping[str, Any]) -> pa.Table:
        """Return the claims for which `where` holds, a condition on columns that shards have.

        What it looks at is read first, and the rest of those claims and of no others.
        """
        connection = self.prepare()
        hits = f"select filename, file_row_number from read_claims where {where}"
        try:
            connection.execute(f"create or replace temp table hits as {hits}", parameters)
            with picked(connection, self._folder, "hits") as claims:
                return connection.sql(f"from described('{claims}')").to_arrow_table()
        except duckdb.Error as error:
            raise KoreaaidError(f"the claims cannot be found: {error}") from error
        finally:
            connection.execute("drop table if exists hits")

    def has_been_read(self, where: str) -> bool:
        """Say whether `where` asks only for columns of claims as they were read."""
        try:
            self.prepare().execute(f"explain select 1 from read_claims where {where}").fetchall()
        except duckdb.BinderException:
            return False
        except duckdb.Error as error:
            raise KoreaaidError(f"the query cannot be answered: {error}") from error
        return True

    def prepare(self, ahead: Articles | None = None) -> duckdb.DuckDBPyConnection:
        """Connect; what follows from all shards together is worked out if it is not there yet.

        Parameters
        ----------
        ahead : Articles, optional
            Those of some of the shards, if they have been read.
        """
        if self._connection is None:
            connection = self._connected()
            paths = derived_tables(self._folder, self._key)
            if not all(path.is_file() for path in paths.values()):
                connection.execute(f"set memory_limit = '{MEMORY}'")
                derive(connection, self._folder, self._key, self._manifest, ahead)
                look_at(connection, self._folder, self._files)
                connection.execute(f"set memory_limit = '{_MEMORY}'")
            for name, path in paths.items():
                connection.execute(f"create or replace view {name} as from read_parquet('{quoted(path)}')")
            doubled = connection.execute("select count(*) > 0 from doubles").fetchone()
            make_views(connection, doubled=bool(doubled and doubled[0]))
            connection.execute("set parquet_metadata_cache = true")  # for the next question
            self._connection = connection
        return self._connection

    def _connected(self) -> duckdb.DuckDBPyConnection:
        """Return a connection that knows the files of the shards."""
        connection = connect(_MEMORY)
        place = [pa.field("filename", pa.string()), pa.field("file_row_number", pa.int64())]
        _create(connection, "no_rows", pa.schema([*SCHEMA, *place]), [])
        look_at(connection, self._folder, self._files)
        texts = ["VARCHAR", "VARCHAR", "VARCHAR"]
        connection.create_function(
            "claim_id", _claim_ids, [*texts, "INTEGER"], "VARCHAR", type=PythonUDFType.ARROW
        )
        parts = [(part.file, source.name, part.first) for source, part in self._manifest.parts()]
        faults = [(source.name, source.problem) for source in self._manifest.inputs if source.problem]
        _create(connection, "inputs", _INPUTS, parts)
        _create(connection, "faults", _FAULTS, faults)
        return connection


def _create(
    connection: duckdb.DuckDBPyConnection, name: str, schema: pa.Schema, rows: list[tuple[Any, ...]]
) -> None:
    table = pa.Table.from_pylist([dict(zip(schema.names, row, strict=True)) for row in rows], schema)
    connection.register("given", table)
    connection.execute(f"create table {name} as from given")
    connection.unregister("given")


def _claim_ids(articles: pa.Array, sentences: pa.Array, surfaces: pa.Array, ordinals: pa.Array) -> pa.Array:
    """Return the ids of claims: they follow from what is stored, and are worked out when asked for."""
    columns = (column.to_pylist() for column in (articles, sentences, surfaces, ordinals))
    written = cache(plain)  # a sentence has several claims
    return pa.array(
        [
            mention_id(article, "c", written(sentence), written(surface), nth)
            for article, sentence, surface, nth in zip(*columns, strict=True)
        ],
        pa.string(),
    )
