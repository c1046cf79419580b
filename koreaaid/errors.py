"""The errors that a user can mend."""

from __future__ import annotations

import errno


class KoreaaidError(Exception):
    """Bad input: the message names the file or option, what is wrong with it and what to do.

    The command line prints the message alone and exits with status 1; nothing else is raised on purpose.
    """


# What may be wrong with a disk, and what to do.
_DISKS = {
    errno.ENOSPC: "make room", errno.EDQUOT: "make room", errno.EROFS: "name another folder",
    errno.EACCES: "give yourself permission, or name another folder",
}  # fmt: skip


def told(error: KoreaaidError | OSError) -> str:
    """Return what to tell of an error that a user can mend; raise any other."""
    if isinstance(error, KoreaaidError):
        return str(error)
    if error.errno not in _DISKS:
        raise error
    place = error.filename or "the disk"
    return f"{place}: {error.strerror}; {_DISKS[error.errno]}; what was there before stands"
