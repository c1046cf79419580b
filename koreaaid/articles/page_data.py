"""The descriptions of articles that publishers embed in their pages as JSON (schema.org)."""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

Record = dict[str, Any]
_ARTICLE_TYPES = re.compile(r"(?:Article|Posting|Report|Review)$")
_WRAPPING = re.compile(r"(?://|/\*)?\s{0,9}(?:<!\[CDATA\[|\]\]>)\s{0,9}(?:\*/)?|<!--|-->")
_COMMA_TOO_MANY = re.compile(r",\s{0,99}([\]}])")
_LARGEST_DATA = 2_000_000
_DEEPEST = 40


def article_records(tree: Any) -> list[Record]:
    """Read the descriptions of articles that publishers embed as JSON (schema.org)."""
    found: list[Record] = []
    for script in tree.xpath("//script[contains(@type, 'ld+json')]/text()"):
        if len(script) > _LARGEST_DATA:
            continue
        found += _articles_in(_data(str(script)), 0)
    return found


def _data(script: str) -> Any:
    """Return what a script holds as JSON, also where it is wrapped, escaped or has a comma too many."""
    plain = entities.unescape(script) if "&quot;" in script and '"' not in script else script
    unwrapped = _WRAPPING.sub("", plain).strip()
    for written in (plain, unwrapped, _COMMA_TOO_MANY.sub(r"\1", unwrapped)):
        with suppress(ValueError, RecursionError):
            return json.loads(written, strict=False)
    return None


def _articles_in(value: Any, depth: int) -> Iterator[Record]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        kinds = value.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if any(_ARTICLE_TYPES.search(str(kind)) for kind in kinds):
            yield value
        for part in value.values():
            yield from _articles_in(part, depth + 1)
    elif isinstance(value, list):
        for part in value:
            yield from _articles_in(part, depth + 1)
