"""Many articles are read in several processes, few in this one; the rows are the same.

The workers are plain subprocesses that import the floors below the ledger only: they start in a quarter of a
second, need no pandas, and, unlike those of `multiprocessing`, neither run the caller's main module again
nor copy the locks of its threads.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from koreaaid.articles import Article
from koreaaid.errors import KoreaaidError
from koreaaid.ledger.rows import Rows, read_rows

# Some four seconds of reading: what a second process saves is then worth its start.
_WORTH_A_PROCESS = 3_000_000
_CHUNK = 1_000_000
_COMMAND = "from koreaaid.ledger.workers import serve; serve()"


def read_all(articles: Sequence[Article]) -> Rows:
    """Return the rows of `articles`, in their order."""
    workers = _processors()
    if workers < 2 or sum(len(article.text) for article in articles) < _WORTH_A_PROCESS:
        return read_rows(articles)
    read = Rows()
    with ThreadPoolExecutor(workers) as pool:
        for part in pool.map(_read_elsewhere, _chunks(articles)):
            read.extend(part)
    return read


def serve() -> None:
    """Read pickled articles from standard input and write their rows to standard output."""
    articles: list[Article] = pickle.load(sys.stdin.buffer)
    pickle.dump(read_rows(articles), sys.stdout.buffer, protocol=pickle.HIGHEST_PROTOCOL)


def _processors() -> int:
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


def _read_elsewhere(articles: list[Article]) -> Rows:
    done = subprocess.run(
        [sys.executable, "-c", _COMMAND],
        input=pickle.dumps(articles, protocol=pickle.HIGHEST_PROTOCOL),
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
    )
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        raise KoreaaidError(
            f"{articles[0].id}: reading this or one of the next {len(articles)} failed: {said}"
        )
    rows: Rows = pickle.loads(done.stdout)
    return rows
