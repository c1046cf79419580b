"""DuckDB over the files of a corpus's shards: the tables of the ledger as views."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from duckdb.func import PythonUDFType

from koreaaid.errors import KoreaaidError
from koreaaid.ledger.corpus import correcting, reducing
from koreaaid.ledger.corpus.columns import SCHEMA
from koreaaid.ledger.corpus.manifest import Manifest
from koreaaid.ledger.corpus.matching import Condition
from koreaaid.ledger.corpus.picking import parquet, picked, quoted
from koreaaid.ledger.names import read_decisions
from koreaaid.ledger.rows import CLAIM_COLUMNS, mention_id, plain

_MEMORY = "700MB"
# While many articles are put in order: what does not fit goes to the disk.
_MEMORY_TO_DERIVE = "200MB"
_VIEWS = "views.sql"
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
        self._files = [part.file for _, part in manifest.parts()]
        told = "\n".join([manifest.code, manifest.names, repr(manifest.corrections), *self._files])
        self._key = sha256(told.encode()).hexdigest()[:16]
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
        if where.columns <= _READ:
            return self.chosen(f"{where.sql} limit {limit}", where.parameters)
        return self.table(f"from claims where {where.sql} limit {limit}", where.parameters)

    def chosen(self, where: str, parameters: Mapping[str, Any]) -> pa.Table:
        """Return the claims for which `where` holds, a condition on columns of claims as they were read."""
        connection = self.prepare()
        try:
            with picked(connection, self._folder, where, parameters) as claims:
                return connection.sql(f"from described('{claims}')").to_arrow_table()
        except duckdb.Error as error:
            raise KoreaaidError(f"the claims cannot be found: {error}") from error

    def has_been_read(self, where: str) -> bool:
        """Say whether `where` asks only for columns of claims as they were read."""
        try:
            self.prepare().execute(f"explain select 1 from read_claims where {where}").fetchall()
        except duckdb.BinderException:
            return False
        except duckdb.Error as error:
            raise KoreaaidError(f"the query cannot be answered: {error}") from error
        return True

    def prepare(self) -> duckdb.DuckDBPyConnection:
        """Connect; what follows from all shards together is worked out if it is not there yet."""
        if self._connection is None:
            connection = self._connected()
            paths = reducing.derived_tables(self._folder, self._key)
            if not all(path.is_file() for path in paths.values()):
                self._derive(connection)
            for name, path in paths.items():
                connection.execute(f"create or replace view {name} as from read_parquet('{quoted(path)}')")
            doubled = connection.execute("select count(*) > 0 from doubles").fetchone()
            _make_views(connection, doubled=bool(doubled and doubled[0]))
            connection.execute("set parquet_metadata_cache = true")  # for the next question
            self._connection = connection
        return self._connection

    def _connected(self) -> duckdb.DuckDBPyConnection:
        """Return a connection that knows the files of the shards."""
        settings: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": _MEMORY,
            "temp_directory": tempfile.gettempdir(),
        }
        connection = duckdb.connect(config=settings)
        connection.execute("set enable_progress_bar = false")
        if self._files:
            paths = [self._folder / name for name in self._files]
            connection.execute(f"create view files as from {parquet(paths)}")
        else:
            place = [pa.field("filename", pa.string()), pa.field("file_row_number", pa.int64())]
            connection.register("files", pa.schema([*SCHEMA, *place]).empty_table())
        texts = ["VARCHAR", "VARCHAR", "VARCHAR"]
        connection.create_function(
            "claim_id", _claim_ids, [*texts, "INTEGER"], "VARCHAR", type=PythonUDFType.ARROW
        )
        inputs = [(part.file, source.name, part.first) for source, part in self._manifest.parts()]
        faults = [(source.name, source.problem) for source in self._manifest.inputs if source.problem]
        _create(connection, "inputs(file varchar, name varchar, first bigint)", inputs)
        _create(connection, "faults(name varchar, problem varchar)", faults)
        return connection

    def _derive(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Work out what follows from all shards together, and keep it."""
        connection.execute(f"set memory_limit = '{_MEMORY_TO_DERIVE}'")
        for name, schema in reducing.SCHEMAS.items():
            connection.register(name, schema.empty_table())
        _make_views(connection, doubled=False)
        reducing.order_articles(connection)
        doubles = reducing.doubled_articles(connection, self._files)
        if len(doubles):
            connection.register("doubles", doubles)
            _make_views(connection, doubled=True)
            reducing.order_articles(connection)
        corrected = correcting.corrected_tables(connection, self._folder, self._manifest.corrections)
        connection.register("corrected", corrected["corrected"])
        outlet_names = reducing.outlet_names(connection)
        connection.register("outlet_names", outlet_names)
        found = reducing.entities(connection, read_decisions(self._manifest.names))
        tables = {
            "doubles": doubles.to_batches(),
            "entities": found.to_batches(),
            "outlet_names": outlet_names.to_batches(),
            "copies": reducing.copies(connection),
            **{name: table.to_batches() for name, table in corrected.items()},
        }
        reducing.save(tables, self._folder, self._key)
        connection.execute(f"drop table ordered; set memory_limit = '{_MEMORY}'")
        for name in reducing.SCHEMAS:
            connection.unregister(name)


def _make_views(connection: duckdb.DuckDBPyConnection, doubled: bool) -> None:
    without = " where not exists (from doubles d where d.article = files.article and d.file = files.filename)"
    connection.execute(f"create or replace view shards as from files{without if doubled else ''}")
    connection.execute((files(__package__) / _VIEWS).read_text(encoding="utf-8"))


def _create(connection: duckdb.DuckDBPyConnection, table: str, rows: list[tuple[Any, ...]]) -> None:
    connection.execute(f"create table {table}")
    if rows:
        marks = ", ".join("?" for _ in rows[0])
        connection.executemany(f"insert into {table.partition('(')[0]} values ({marks})", rows)


def _claim_ids(articles: pa.Array, sentences: pa.Array, surfaces: pa.Array, ordinals: pa.Array) -> pa.Array:
    """Return the ids of claims: they follow from what is stored, and are worked out when asked for."""
    columns = (column.to_pylist() for column in (articles, sentences, surfaces, ordinals))
    return pa.array(
        [
            mention_id(article, "c", plain(sentence), plain(surface), nth)
            for article, sentence, surface, nth in zip(*columns, strict=True)
        ],
        pa.string(),
    )
