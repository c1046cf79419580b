"""One writer at a time in a folder."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from koreaaid.errors import KoreaaidError
from koreaaid.files import clear_left, hold

_SECONDS = 60.0
_PAUSE = 0.1


@contextmanager
def locked(folder: Path, seconds: float = _SECONDS) -> Iterator[None]:
    """Hold the lock of a folder; wait for another run to end, and say so when it does not.

    The system takes the lock back when a process ends, however it ends: none is ever left behind.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    except OSError as error:
        raise KoreaaidError(
            f"{folder}: cannot be written to ({error.strerror}); check its permissions"
        ) from None
    try:
        until = time.monotonic() + seconds
        while not hold(handle):
            if time.monotonic() > until:
                raise KoreaaidError(
                    f"{folder}: another run is at work on it, for {seconds:.0f} seconds now; wait for it"
                )
            time.sleep(_PAUSE)
        clear_left(folder)
        yield
    finally:
        os.close(handle)
