"""What a worker process may be told to do instead of reading."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from koreaaid.ledger.corpus.reading import ShardFile, read_shard

# A folder in which a worker leaves a mark before it dies, so that it dies once.
MARKS = "KOREAAID_TEST_MARKS"


def read_after_one_death(content: bytes, articles: bool, code: str) -> ShardFile:
    """Read a shard; at the first call for the shard of article a0006, be killed."""
    mark = Path(os.environ[MARKS]) / "died"
    if b'"a0006"' in content and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return read_shard(content, articles, code)


def read_or_die(content: bytes, articles: bool, code: str) -> ShardFile:
    """Read a shard; be killed by that of article a0006."""
    if b'"a0006"' in content:
        os.kill(os.getpid(), signal.SIGKILL)
    return read_shard(content, articles, code)
