"""Patterns that are compiled when they are first needed: most articles need few of them."""

from __future__ import annotations

import re
from functools import cache


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return the compiled pattern."""
    return re.compile(pattern, flags)
