"""Interviews whose paragraphs begin with a name and a colon: "Naval News: Where …?", "Kim: The first …"."""

from __future__ import annotations

import re
from collections import defaultdict

from koreaaid.extract.claims.sources.labels import is_label

_CAPITAL = r"[A-ZÀ-ÞŠŽŁŚŻ][\w.’'-]{0,30}"
_LABEL = re.compile(rf"^[ \xa0]?({_CAPITAL}(?:[ \xa0]{_CAPITAL}){{0,4}}):[ \xa0]+(?=\S)", re.MULTILINE)
_MOST_LABELS = 400


def interview_answers(text: str) -> list[tuple[str, int, int]]:
    """Return the answers of an interview in a text: who gives each, and its half-open span.

    Those who ask are told by their question marks. An answer goes on over paragraphs to the next name; the
    last one ends with its paragraph, for a text may go on after the interview.
    """
    if "?" not in text:
        return []
    labels = [(found[1], found.start(1)) for found in _LABEL.finditer(text)][:_MOST_LABELS]
    if len(labels) < 3:
        return []
    turns: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for (label, start), following in zip(labels, [*labels[1:], ("", 0)], strict=True):
        end = following[1] or _paragraph_end(text, start)
        if not is_label(label):
            turns[label].append((start, end))
    asking = {label for label, spans in turns.items() if len(spans) > 1 and _asks(text, spans)}
    if not asking:
        return []
    return [
        (label, start, end) for label, spans in turns.items() if label not in asking for start, end in spans
    ]


def _asks(text: str, spans: list[tuple[int, int]]) -> bool:
    """Say whether most of what somebody says ends in a question mark."""
    paragraphs = (text[start : _paragraph_end(text, start)] for start, _ in spans)
    questions = sum(paragraph.rstrip(' \xa0\r”"').endswith("?") for paragraph in paragraphs)
    return 2 * questions > len(spans)


def _paragraph_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
