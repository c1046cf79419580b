"""The errors that a user can mend."""

from __future__ import annotations


class KoreaaidError(Exception):
    """Bad input: the message names the file or option, what is wrong with it and what to do.

    The command line prints the message alone and exits with status 1; nothing else is raised on purpose.
    """
