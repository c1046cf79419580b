"""Work in several processes of our own: the same function, the same result, sooner.

The workers are plain subprocesses that are handed one piece of work after another through a pipe. Unlike
those of `multiprocessing` they neither run the caller's main module again nor copy the locks of its threads.
One that dies (killed, out of memory) is started again with the piece that it had; a piece that kills three
is an error. Workers end by themselves when the process that started them is gone.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import traceback
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from importlib import import_module
from queue import Empty, SimpleQueue
from typing import IO, Any

from koreaaid.articles import Article
from koreaaid.errors import KoreaaidError
from koreaaid.ledger.rows import Rows, read_rows

# Some four seconds of reading: what a second process saves is then worth its start.
_WORTH_A_PROCESS = 3_000_000
_CHUNK = 1_000_000
_COMMAND = "from koreaaid.ledger.workers import serve; serve()"
_ATTEMPTS = 3
_LENGTH_BYTES = 8


class WorkerDiedError(Exception):
    """A worker process ended in the middle of its work."""


class Processes:
    """Worker processes, started as they are needed.

    Parameters
    ----------
    count : int
        How many work at a time.
    """

    def __init__(self, count: int) -> None:
        self._threads = ThreadPoolExecutor(count)
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        self._started: list[_Worker] = []
        self._closed = False

    def submit(self, function: str, *arguments: Any) -> Future[Any]:
        """Have `function` ("package.module:name") called with `arguments` in one of the processes."""
        return self._threads.submit(self._work, function, arguments)

    def close(self) -> None:
        """End the processes at once; work that is not done is given up."""
        self._closed = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._started:
            worker.end()
        self._threads.shutdown(wait=True)

    def _work(self, function: str, arguments: tuple[Any, ...]) -> Any:
        for _ in range(_ATTEMPTS):
            worker = self._a_worker()
            try:
                result = worker.call(function, arguments)
            except WorkerDiedError as error:
                worker.end()
                died = error
                if self._closed:
                    break
            else:
                self._idle.put(worker)
                return result
        raise died

    def _a_worker(self) -> _Worker:
        try:
            return self._idle.get_nowait()
        except Empty:
            worker = _Worker()
            self._started.append(worker)
            return worker


class _Worker:
    """One process."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _COMMAND],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
            start_new_session=True,  # Ctrl-C is for the caller, who ends the workers
        )

    def call(self, function: str, arguments: tuple[Any, ...]) -> Any:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            _send(self._process.stdin, (function, arguments))
            done, result = _receive(self._process.stdout)
        except (OSError, EOFError) as error:
            raise WorkerDiedError(f"a worker process ended with status {self._process.wait()}") from error
        if not done:
            raise KoreaaidError(f"a worker process failed: {result}")
        return result

    def end(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


def serve() -> None:
    """Be a worker: read pieces of work from standard input, write what comes of them to standard output."""
    results = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever else prints must not end up among the results
    while True:
        try:
            function, arguments = _receive(sys.stdin.buffer)
        except EOFError:
            return
        try:
            module, _, name = function.partition(":")
            result = (True, getattr(import_module(module), name)(*arguments))
        except Exception:
            result = (False, traceback.format_exc())
        _send(results, result)


def _send(pipe: IO[bytes], content: object) -> None:
    message = pickle.dumps(content, protocol=pickle.HIGHEST_PROTOCOL)
    pipe.write(len(message).to_bytes(_LENGTH_BYTES, "big"))
    pipe.write(message)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> Any:
    header = pipe.read(_LENGTH_BYTES)
    length = int.from_bytes(header, "big")
    message = pipe.read(length)
    if len(header) < _LENGTH_BYTES or len(message) < length:
        raise EOFError("the pipe is closed")
    return pickle.loads(message)


def read_all(articles: Sequence[Article]) -> Rows:
    """Return the rows of `articles`, in their order; many are read in several processes."""
    workers = processors()
    if workers < 2 or sum(len(article.text) for article in articles) < _WORTH_A_PROCESS:
        return read_rows(articles)
    processes = Processes(workers)
    try:
        parts = [processes.submit("koreaaid.ledger.rows:read_rows", chunk) for chunk in _chunks(articles)]
        read = Rows()
        for part in parts:
            read.extend(part.result())
    except WorkerDiedError as error:
        raise KoreaaidError(f"{error}, three times; is there memory enough?") from error
    finally:
        processes.close()
    return read


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):  # what this process may use, not what the machine has
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _chunks(articles: Sequence[Article]) -> list[list[Article]]:
    chunks: list[list[Article]] = []
    size = _CHUNK
    for article in articles:
        if size >= _CHUNK:
            chunks.append([])
            size = 0
        chunks[-1].append(article)
        size += len(article.text)
    return chunks
