"""The one place that writes files: whole or not at all, and nothing is left lying about for long.

What is being made has a name of its own, which its maker holds locked. The system takes a lock back when a
process ends, however it ends: whoever comes after finds such names without a maker, and clears them away.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

# tempfile puts eight characters of its own between these. What others have named is left alone.
_PART, _PARTS = ".part", ".*.????????.part"
_BUILDING, _BUILDINGS = ".koreaaid.", ".koreaaid.????????.part"
# In bytes a name may be four times as long, and 255 is the most that systems take.
_LONGEST_BEGINNING = 40


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a temporary path beside `path` to write to; it takes the place of `path` when the block ends well.

    A reader sees the old file or the new one, never a part; after an error or a kill the old one stands.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    _clear_once(path.parent)
    temporary, handle = _part(path)
    try:
        yield temporary
        temporary.chmod(0o644)
        temporary.replace(path)
    except OSError as error:
        # a full disk names no file, and the temporary name means nothing to a reader
        if error.filename in (None, str(temporary)):
            error.filename = str(path)
        raise
    finally:
        temporary.unlink(missing_ok=True)
        os.close(handle)


def write_bytes(path: Path, content: bytes) -> None:
    """Write `content` to `path`, atomically."""
    with replacing(path) as temporary:
        temporary.write_bytes(content)


def write_text(path: Path, content: str) -> None:
    """Write `content` to `path` as UTF-8 with the line ends it has, atomically."""
    write_bytes(path, content.encode("utf-8"))


@contextmanager
def building(place: Path | None = None) -> Iterator[Path]:
    """Give a new folder in `place`, or where the system keeps such, to build in; it goes when the block ends.

    After a kill it goes when the next one is asked for.
    """
    place = place or Path(tempfile.gettempdir())
    clear_left(place, _BUILDINGS)
    folder, handle = _folder(place)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(handle)


def clear_left(folder: Path, pattern: str = _PARTS) -> None:
    """Clear away what runs that were killed left half made in `folder`; what is being made now stays."""
    for left in folder.glob(pattern):
        with suppress(OSError):
            handle = os.open(left, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
            try:
                if hold(handle):
                    _remove(left)
            finally:
                os.close(handle)


def hold(handle: int, *, wait: bool = False) -> bool:
    """Lock an open file or folder until it is closed; False if another run holds it, or locks fail here."""
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        return False
    return True


def _remove(left: Path) -> None:
    if left.is_file():
        left.unlink()
    elif left.name.startswith(_BUILDING):
        shutil.rmtree(left)


@cache
def _clear_once(folder: Path) -> None:
    clear_left(folder)


def _part(path: Path) -> tuple[Path, int]:
    """Make the file that is written in place of `path`, and hold it."""
    while True:
        handle, name = tempfile.mkstemp(
            prefix=f".{path.name[:_LONGEST_BEGINNING]}.", suffix=_PART, dir=path.parent
        )
        hold(handle, wait=True)
        if Path(name).exists():  # another run may have cleared it away before it was held
            return Path(name), handle
        os.close(handle)


def _folder(place: Path) -> tuple[Path, int]:
    """Make a folder to build in, and hold it; again where another run clears it away before it is held."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=_BUILDING, suffix=_PART, dir=place))
        with suppress(FileNotFoundError):
            handle = os.open(folder, os.O_RDONLY)
            hold(handle, wait=True)
            if folder.exists():
                return folder, handle
            os.close(handle)
