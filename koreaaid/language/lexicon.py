"""Lexicons: TOML files that an analyst can read and extend without touching code."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).with_name("lexicons")


@cache
def lexicon(name: str) -> dict[str, Any]:
    """Return the lexicon `name` (a file `lexicons/<name>.toml`) as nested dicts."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def alternatives(words: Iterable[str]) -> str:
    """Return a regular expression for any of `words`, longest first; a space stands for any run of blanks."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


def by_first_letter(words: Iterable[str]) -> str:
    """Return a pattern for any of `words` that is decided on the first letter for most of a text's words."""
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    branches = [f"{letter}(?:{alternatives(rest)})" for letter, rest in sorted(rests.items())]
    return f"(?:{'|'.join(branches)})"
