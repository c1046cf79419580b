"""Where a claim stands, in the words of the W3C's Web Annotations, and how it is found in an edited text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# How much of a prefix or suffix an edit may have spared and still be a help.
_LEAST_CONTEXT = 4


def selectors(claim: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the selectors of a row of claims: its quote with prefix and suffix, and its position."""
    return [
        {
            "type": "TextQuoteSelector",
            "exact": claim["surface"],
            "prefix": claim["prefix"],
            "suffix": claim["suffix"],
        },
        {"type": "TextPositionSelector", "start": int(claim["start"]), "end": int(claim["end"])},
    ]


def find_again(text: str, claim: Mapping[str, Any]) -> tuple[int, int] | None:
    """Return the span of a claim's quote in `text`, an edited version of its article; None if it is gone.

    Of several places with the same words the one is taken whose surroundings agree most with the prefix and
    the suffix, and of equals the nearest to where the claim stood.
    """
    exact, prefix, suffix = str(claim["surface"]), str(claim["prefix"]), str(claim["suffix"])
    found = []
    at = text.find(exact)
    while at >= 0:
        before = _common(prefix[::-1], text[max(0, at - len(prefix)) : at][::-1])
        after = _common(suffix, text[at + len(exact) : at + len(exact) + len(suffix)])
        found.append((-before - after, abs(at - int(claim["start"])), at))
        at = text.find(exact, at + 1)
    if not found:
        return None
    agreement, _, at = min(found)
    needed = min(_LEAST_CONTEXT, len(prefix) + len(suffix))
    return (at, at + len(exact)) if -agreement >= needed else None


def _common(one: str, other: str) -> int:
    """Return how many characters two strings have in common at their beginning."""
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    return length
