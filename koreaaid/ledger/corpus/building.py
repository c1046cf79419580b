"""A corpus is read into a folder: shard by shard, what is there already is kept.

Each shard has a file named by the hash of its content, of the code and of the lexicons. It is written under
another name and then renamed: a file that is there is whole, and a run that was stopped goes on from there.
"""

from __future__ import annotations

from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow.parquet as pq

from koreaaid.articles.supplied import Supplied, read_supplied
from koreaaid.errors import KoreaaidError
from koreaaid.files import write_bytes
from koreaaid.ledger.beside import read_beside
from koreaaid.ledger.corpus.addresses import Place, Source, place_of, sources_at
from koreaaid.ledger.corpus.deriving import read_ahead
from koreaaid.ledger.corpus.engines import Engine, EngineName, opened
from koreaaid.ledger.corpus.ledger import CorpusLedger
from koreaaid.ledger.corpus.manifest import Input, Manifest, Part, is_corpus_ledger, load_manifest
from koreaaid.ledger.corpus.progress import Progress
from koreaaid.ledger.corpus.reading import ShardFile, code_hash
from koreaaid.ledger.corpus.shards import Shard, shards_of
from koreaaid.ledger.corrections import read_corrections
from koreaaid.ledger.workers import WorkerDiedError

if TYPE_CHECKING:
    from distributed import Client

    from koreaaid.ledger.corpus.reducing import Articles

_SUFFIX = ".parquet"
# Shards that wait for a worker, for each one that is being read.
_WAITING = 2


def build_corpus(
    corpus: str | Path,
    out: str | Path,
    *,
    engine: EngineName = "local",
    scheduler: str | None = None,
    client: Client | None = None,
    workers: int | None = None,
    corrections: str | Path | None = None,
) -> CorpusLedger:
    """Read a corpus into the folder `out` and open the ledger there; what has not changed is not read again.

    Parameters
    ----------
    corpus : str or Path
        A folder of articles, of JSONL or Parquet files, plain or compressed (.gz, .bz2, .xz, .zst); one such
        file; a pattern; here or at an address that fsspec opens.
    out : str or Path
        Folder of the ledger.
    engine : "local", "processes" or "dask"
        Where the reading is done: see `koreaaid.ledger.corpus.engines`.
    scheduler, client, workers
        See `koreaaid.ledger.corpus.engines.opened`.
    corrections : str or Path, optional
        The corrections.csv to apply; that in the folder of the corpus if none is given.

    Raises
    ------
    KoreaaidError
        When there is no corpus, the folder has the ledger of another one or cannot be written, or an engine
        cannot be had. What was read until then stays.
    """
    place, folder = place_of(str(corpus)), Path(out)
    sources = sources_at(place)
    earlier = _earlier(folder, place.address)
    here = place.is_local and Path(place.root).is_dir()
    beside = read_beside(Path(place.root) if here else None)
    if corrections is not None:
        beside = replace(beside, corrections=tuple(read_corrections(Path(corrections))))
    supplied = read_supplied(Path(place.root))[0] if here else {}
    progress = Progress(sum(source.size for source in sources))
    with opened(engine, scheduler, client, workers) as used:
        if used.dashboard:
            progress.say(f"Dask shows what it does at {used.dashboard}")
        try:
            run = _Run(place, folder, supplied, used, progress)
            inputs = run.inputs(sources, earlier)
        except OSError as error:
            raise KoreaaidError(
                f"{folder}: cannot be written ({error.strerror}); what was read stays; "
                "make room and run it again"
            ) from error
        finally:
            progress.end()
    manifest = Manifest(
        place.address, code_hash(), tuple(inputs), beside.series, beside.names, beside.corrections
    )
    if manifest != earlier:
        manifest.save(folder)
    ledger = CorpusLedger.open(folder)
    ledger.prepare(run.ahead)
    # Only now: what follows from all shards is worked out from those that came and those that went.
    _clear(folder, manifest)
    return ledger


def _earlier(folder: Path, address: str) -> Manifest | None:
    """Return the manifest of an earlier run on the same corpus."""
    if not is_corpus_ledger(folder):
        if folder.is_dir() and any(folder.glob("*.parquet")) and (folder / "datapackage.json").exists():
            raise KoreaaidError(f"{folder}: has another ledger in it; name another folder")
        return None
    earlier = load_manifest(folder)
    if earlier.corpus != address:
        raise KoreaaidError(
            f"{folder}: has the ledger of {earlier.corpus}; name another folder, or delete it"
        )
    return earlier


def _clear(folder: Path, manifest: Manifest) -> None:
    """Delete the files of shards that are gone or were read by other code."""
    used = set(manifest.files())
    for path in folder.glob(f"*{_SUFFIX}"):
        if path.name not in used:
            path.unlink(missing_ok=True)


@dataclass
class _Run:
    """One run over a corpus."""

    place: Place
    folder: Path
    supplied: dict[str, Supplied]
    engine: Engine
    progress: Progress
    ahead: Articles | None = None
    _pending: dict[Future[ShardFile], tuple[Shard, str]] = field(default_factory=dict)
    _parts: dict[str, list[Part]] = field(default_factory=dict)
    _faults: dict[str, str] = field(default_factory=dict)
    _passed: float = 0

    def inputs(self, sources: list[Source], earlier: Manifest | None) -> list[Input]:
        """Return the inputs with their files, all of which are in the folder then."""
        known = {old.name: old for old in earlier.inputs} if earlier and earlier.code == code_hash() else {}
        found = []
        for source in sources:
            old = known.get(source.name)
            if old and old.stamp == source.stamp and self._has(old):
                self._parts[source.name] = list(old.parts)
                for part in old.parts:
                    self.progress.done(part.articles, part.claims, part.problems, self._passed, fresh=False)
                self._passed += source.size
                found.append(old)
            else:
                found.append(Input(source.name, source.stamp, source.size, problem=self._read(source)))
        if self._pending:
            self.ahead = self._read_ahead()
        self._collect(until=0)
        return [
            replace(
                one,
                parts=tuple(sorted(self._parts.get(one.name, ()), key=lambda part: part.first)),
                problem=self._faults.get(one.name, one.problem),
                # What was not read for a fault of the machine is read in the next run.
                stamp="" if one.name in self._faults else one.stamp,
            )
            for one in found
        ]

    def _read_ahead(self) -> Articles:
        """Read the articles of the shards that are there, while workers read the last ones."""
        parts = {part.file: part.articles for parts in self._parts.values() for part in parts}
        number = sum(parts.values()) + sum(shard.records for shard, _ in self._pending.values())
        return read_ahead(self.folder, list(parts), number)

    def _has(self, old: Input) -> bool:
        return all((self.folder / part.file).is_file() for part in old.parts)

    def _read(self, source: Source) -> str:
        """Have the shards of a source read; return what is wrong with it, "" if nothing is."""
        behind = self._passed
        shards = shards_of(self.place, source, self.supplied)
        while True:
            try:
                shard = next(shards, None)
            except KoreaaidError as error:
                return str(error)
            if shard is None:
                break
            self._passed = min(self._passed + len(shard.content), behind + source.size)
            self._submit(shard)
        self._passed = behind + source.size
        return ""

    def _submit(self, shard: Shard) -> None:
        """Have a shard read, unless that was done in an earlier run."""
        name = sha256(f"{shard.hash} {shard.articles} {code_hash()}".encode()).hexdigest()[:32] + _SUFFIX
        counts = _counts(self.folder / name)
        if counts is not None:
            self._count(shard, name, *counts, fresh=False)
        else:
            self._pending[self.engine.submit(shard)] = (shard, name)
            self._collect(until=(1 + _WAITING) * self.engine.workers - 1)

    def _collect(self, until: int) -> None:
        """Write the files of shards that were read; wait as long as there are more than so many left."""
        while self._pending:
            patience = None if len(self._pending) > until else 0
            done = wait(self._pending, timeout=patience, return_when=FIRST_COMPLETED).done
            if not done:
                return
            for future in done:
                self._keep(*self._pending.pop(future), future)

    def _keep(self, shard: Shard, name: str, future: Future[ShardFile]) -> None:
        """Write the file of a shard; if no worker survived it, say so."""
        try:
            made = future.result()
        except WorkerDiedError as error:
            last = shard.first + shard.records - 1
            self._faults[shard.source] = (
                f"records {shard.first} to {last} were not read: {error}, three times; "
                "is there memory enough?"
            )
        else:
            write_bytes(self.folder / name, made.content)
            self._count(shard, name, made.articles, made.claims, made.problems, fresh=True)

    def _count(self, shard: Shard, name: str, articles: int, claims: int, problems: int, fresh: bool) -> None:
        part = Part(name, shard.first, shard.records, articles, claims, problems)
        self._parts.setdefault(shard.source, []).append(part)
        self.progress.done(articles, claims, problems, self._passed, fresh)


def _counts(path: Path) -> tuple[int, int, int] | None:
    """Return how many articles, claims and problems a file has that is there from an earlier run."""
    if not path.is_file():
        return None
    kinds = pq.read_table(path, columns=["kind"])["kind"].value_counts().to_pylist()
    found = {entry["values"]: entry["counts"] for entry in kinds}
    return found.get("article", 0), found.get("claim", 0), found.get("problem", 0)
