"""Where shards are read: in this process, in several, or on a Dask cluster. The files are the same bytes.

Engines hand out work and nothing else: shards go to them as bytes and come back as bytes, so that workers
need neither the corpus nor the folder of the ledger within reach.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from koreaaid.errors import KoreaaidError
from koreaaid.ledger.corpus.reading import ShardFile, code_hash, read_shard
from koreaaid.ledger.corpus.shards import Shard
from koreaaid.ledger.workers import Processes, WorkerDiedError, processors

if TYPE_CHECKING:
    from distributed import Client

EngineName = Literal["local", "processes", "dask"]
ENGINES: tuple[EngineName, ...] = ("local", "processes", "dask")
_READ = f"{read_shard.__module__}:{read_shard.__name__}"
# Seconds: a scheduler that is there answers at once.
_PATIENCE = 5
# Seconds: Python's own 5 ms would pass at each call of numpy beside a thread that reads.
_TURN = 0.0005
_ON_THIS_MACHINE = "127.0.0.1"
# Workers on this machine do nothing but read: what looks over their shoulder costs every eighth second.
_UNWATCHED = {
    "distributed.worker.profile.enabled": False,
    "distributed.worker.memory.monitor-interval": "1s",
    "distributed.admin.tick.interval": "1s",
    # Memory that is given back to the system after each shard is fetched again for the next one.
    "distributed.nanny.pre-spawn-environ.MALLOC_TRIM_THRESHOLD_": None,
}


@dataclass(frozen=True, slots=True)
class Engine:
    """How shards are read.

    Attributes
    ----------
    submit : callable
        Takes a shard; gives a future of its file.
    workers : int
        How many shards are read at a time.
    dashboard : str
        The address at which the engine shows what it does; "" if it does not.
    """

    submit: Callable[[Shard], Future[ShardFile]]
    workers: int
    dashboard: str = ""


@contextmanager
def opened(
    name: EngineName, scheduler: str | None = None, client: Client | None = None, workers: int | None = None
) -> Iterator[Engine]:
    """Give the engine `name`, and close it when the block ends; a client that was given stays open.

    Parameters
    ----------
    name : "local", "processes" or "dask"
    scheduler : str, optional
        Address of a running Dask scheduler; without one, workers are started on this machine.
    client : distributed.Client, optional
        A client that is connected already.
    workers : int, optional
        How many processes; one for each processor if none is given.
    """
    if name not in ENGINES:
        raise KoreaaidError(f"engine {name!r} is none of {', '.join(ENGINES)}")
    if (scheduler or client) and name != "dask":
        raise KoreaaidError(f"a scheduler is for the engine dask; the engine {name} needs none")
    if name == "local":
        yield from _thread()
    elif name == "processes":
        yield from _processes(workers or processors())
    else:
        yield from _dask(scheduler, client, workers or processors())


def _thread() -> Iterator[Engine]:
    """Read in this process, beside what it does with the shards that are there: that is mostly waiting."""
    pool = ThreadPoolExecutor(1)
    turn = sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    try:
        yield Engine(lambda shard: pool.submit(_read_here, shard), 1)
    finally:
        sys.setswitchinterval(turn)
        pool.shutdown(wait=False, cancel_futures=True)


def _read_here(shard: Shard) -> ShardFile:
    return read_shard(*_task(shard))


def _task(shard: Shard) -> tuple[bytes, bool, str]:
    return shard.content, shard.articles, code_hash()


def _processes(workers: int) -> Iterator[Engine]:
    pool = Processes(workers)
    try:
        yield Engine(lambda shard: pool.submit(_READ, *_task(shard)), workers)
    finally:
        pool.close()


def _dask(scheduler: str | None, client: Client | None, workers: int) -> Iterator[Engine]:
    if client is not None:
        yield _of_client(client)
        return
    with _connected(scheduler, workers) as own:
        yield _of_client(own)


@contextmanager
def _connected(scheduler: str | None, workers: int) -> Iterator[Client]:
    try:
        import dask
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise KoreaaidError("Dask is not installed; install it with: pip install 'koreaaid[dask]'") from error
    if scheduler is None:
        with dask.config.set(_UNWATCHED):
            cluster = LocalCluster(
                n_workers=workers, threads_per_worker=1, host=_ON_THIS_MACHINE, dashboard_address=_dashboard()
            )
        with cluster, Client(cluster) as client:
            yield client
        return
    try:
        client = Client(scheduler, timeout=_PATIENCE)
    except (OSError, TimeoutError, ValueError) as error:
        raise KoreaaidError(
            f"{scheduler}: no Dask scheduler answers there ({error}); start one with `dask scheduler`, "
            "or leave --scheduler out to work on this machine"
        ) from error
    with client:
        yield client


def _dashboard() -> str | None:
    """Return where a cluster of ours shows its dashboard: nowhere, if what draws it is not installed."""
    from importlib.util import find_spec

    return f"{_ON_THIS_MACHINE}:0" if find_spec("bokeh") else None


def _of_client(client: Client) -> Engine:
    known: dict[str, Any] = client.scheduler_info()
    threads = sum(worker["nthreads"] for worker in known["workers"].values())
    executor = client.get_executor(pure=False)
    shown = client.dashboard_link if "dashboard" in known.get("services", {}) else ""
    return Engine(
        lambda shard: _surviving(executor.submit(read_shard, *_task(shard))), max(1, threads), shown
    )


def _surviving(future: Future[ShardFile]) -> Future[ShardFile]:
    """Return a future that tells of a dead worker in our words."""
    from distributed import KilledWorker

    told: Future[ShardFile] = Future()

    def tell(done: Future[ShardFile]) -> None:
        if done.cancelled():
            told.cancel()
        elif (error := done.exception()) is None:
            told.set_result(done.result())
        else:
            told.set_exception(WorkerDiedError(str(error)) if isinstance(error, KilledWorker) else error)

    future.add_done_callback(tell)
    return told
