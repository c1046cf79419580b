"""Where quotations begin and end, over paragraphs too."""

from __future__ import annotations

import re
from bisect import bisect_right

from koreaaid.extract.sentences import Span

_MARK = re.compile(r"[\"“”„«»]")
_PLAIN_MARK = re.compile('"')  # a search for one letter leaps
_OPENING = frozenset("“„«")
_CLOSING = frozenset("”»")
_LONGEST = 6000


def quotations(text: str) -> list[Span]:
    """Return the half-open spans of the quotations in `text`, with their marks.

    A paragraph that ends inside a quotation is followed by one that opens with a mark again, or by one
    without any: both belong to it until a closing mark. A mark that never closes ends with its paragraph.
    """
    spans: list[Span] = []
    start = -1
    for found in (_PLAIN_MARK if text.isascii() else _MARK).finditer(text):
        at = found.start()
        opening = _opens(text, at)
        if start < 0:
            start = at if opening else -1
        elif not opening:
            spans.append((start, at + 1) if at - start <= _LONGEST else (start, _paragraph_end(text, start)))
            start = -1
        elif not _begins_paragraph(text, at) or at - start > _LONGEST:
            spans.append((start, min(at, _paragraph_end(text, start))))
            start = at
    if start >= 0:
        spans.append((start, _paragraph_end(text, start)))
    return spans


def quotation_at(spans: list[Span], offset: int) -> Span | None:
    """Return the quotation that holds `offset`."""
    at = bisect_right(spans, (offset, 1 << 60)) - 1
    return spans[at] if at >= 0 and offset < spans[at][1] else None


def _opens(text: str, at: int) -> bool:
    mark = text[at]
    if mark in _OPENING or mark in _CLOSING:
        return mark in _OPENING
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "([—–-:") and bool(after) and not after.isspace()


def _begins_paragraph(text: str, at: int) -> bool:
    before = text[max(0, at - 8) : at]
    return not before.strip() or "\n" in before[len(before.rstrip()) :]


def _paragraph_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
