"""What `koreaaid add` tells of what it did."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from koreaaid.articles.adding import Added, Outcome, add
from koreaaid.articles.records import FIELDS
from koreaaid.errors import KoreaaidError
from koreaaid.extract import Quantity, extract
from koreaaid.views.text import shorten

_NUMBER = re.compile(r"\d+")
_SHOWN = 10
_LONGEST_EVIDENCE = 100


def intake(
    sources: list[str], into: Path, *, may_fetch: bool, dry_run: bool, columns: Mapping[str, str]
) -> tuple[list[str], tuple[str, ...], tuple[str, ...]]:
    """Add articles; return the lines to show, what could not be done, and what should be looked at."""
    unknown = [field for field in columns if field not in FIELDS]
    if unknown:
        raise KoreaaidError(f"--column {unknown[0]}=…: there is no such field; known are {', '.join(FIELDS)}")
    added = add(sources, into, may_fetch=may_fetch, dry_run=dry_run, columns=columns)
    lines = [line for outcome in added.outcomes for line in _lines(outcome, dry_run)]
    read = {outcome.origin for outcome in added.outcomes}
    messages = [
        (problem.source in read, f"{problem.source}: {problem.message}") for problem in added.problems
    ]
    return (
        [*lines, _summary(added, into, dry_run)],
        _told(message for doubtful, message in messages if not doubtful),
        _told(message for doubtful, message in messages if doubtful),
    )


def _told(messages: Iterable[str]) -> tuple[str, ...]:
    """Return messages, of an archive in which all records have one fault only the first ones."""
    kinds: dict[str, list[str]] = {}
    for message in messages:
        kinds.setdefault(_NUMBER.sub("", message), []).append(message)
    return tuple(
        line
        for same in kinds.values()
        for line in (
            *same[:_SHOWN],
            *([f"and {len(same) - _SHOWN:,} more like this"] if same[_SHOWN:] else ()),
        )
    )


def _lines(outcome: Outcome, dry_run: bool) -> Iterator[str]:
    article = outcome.article
    status = {
        "added": "would add" if dry_run else "added",
        "edition": "would add an edited version as" if dry_run else "added an edited version as",
        "already there": "already there as",
    }[outcome.status]
    yield f"{outcome.origin}: {status} {article.id}"
    if outcome.status == "already there":
        return
    day = f"{article.published} ({article.published_from})" if article.published else "no date known"
    figures = sum(isinstance(mention, Quantity) for mention in extract(article)) if dry_run else None
    who = ", ".join(name for name in (article.author, article.outlet) if name)
    parts = [article.title or "no title", who or "outlet unknown", day]
    parts += [f"{figures} figure{'s' if figures != 1 else ''}"] if figures is not None else []
    yield f"    {'; '.join(parts)}"
    if dry_run and article.datings:
        yield f"    dated by {shorten(article.datings[0].evidence, _LONGEST_EVIDENCE)}"
    if outcome.like and outcome.status == "added":
        yield f"    shares most of its wording with {outcome.like}"


def _summary(added: Added, into: Path, dry_run: bool) -> str:
    new = sum(outcome.status != "already there" for outcome in added.outcomes)
    there = len(added.outcomes) - new
    verb = "would be added to" if dry_run else "added to"
    return f"{new:,} article{'s' if new != 1 else ''} {verb} {into}, {there:,} already there"
