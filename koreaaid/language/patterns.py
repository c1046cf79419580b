"""Patterns that are compiled when they are first used: a text needs a third of those that there are."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


class _Compiled:
    """A pattern that has been used: its methods are those of `re.Pattern`."""


class _Late:
    """A pattern that has not been used yet."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self._pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._pattern, self._flags)
        self.__dict__.update(
            (public, getattr(compiled, public)) for public in dir(compiled) if public[0] != "_"
        )
        self.__class__ = _Compiled  # type: ignore[assignment]  # which looks nothing up, so it costs no time
        return getattr(compiled, name)


def late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a pattern that is compiled when it is first used, and is as fast as any other from then on.

    >>> late("[0-9]+").findall("40 tanks")
    ['40']
    """
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))
