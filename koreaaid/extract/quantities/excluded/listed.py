"""Numbers that only say which one of many: of a list's entry, a page, a loss in a list of losses, a note."""

from __future__ import annotations

from koreaaid.extract.quantities.excluded.exclusion import Exclusion
from koreaaid.language.numerals import Numeral
from koreaaid.language.patterns import late

_LINE_START = late(r"(?:\A|\n)[ \t\u00a0]*(?:[-•*][ \t\u00a0]*)?\Z")
_LINE_END = late(r"[ \t\u00a0]{0,4}[.):-]?[ \t\u00a0]{0,4}(?:\r?\n|\Z)|[.)](?=[ \t\u00a0]{1,4}[^\s\d])")
_NEXT_LINE = late(r" [A-Z\[“\"'‘][^\n]{1,200}\n[ \t]{0,4}(\d{1,3})[ .)]")
_LAST_LINE = late(r"(?:\A|\n)[ \t]{0,4}(\d{1,3})[ .)][^\n]{1,200}\n[ \t]{0,4}\Z")
# "10 T-54: (1, destroyed) (2, 3 and 4, captured)": each loss has its number.
_STATES_BEHIND = late(
    r"(?:, \d{1,3}| and \d{1,3}){0,9}, "
    r"(?:destroyed|damaged|abandoned|captured|sunk|scuttled|stripped|stranded)\b"
)
_STATES = late(r"\((?:\d{1,3}(?:, | and )){0,9}\Z")
# "a source disagrees.13,14 The"
_NOTED = frozenset('.,”"’')
_NOTE = late(r"[a-z)%](?:[.,][”\"’]?|[”\"’])(?:\d{1,3},)*\Z")
_NOTE_BEHIND = late(r"(?:,\d{1,3}){0,4}(?:\s+[A-Z“\"‘]|\s*\Z|[ \t]*\n)")
_NUMBERED_PART = late(r"\) [^\W\d]")
_AT_START = frozenset("\n \t\u00a0-•*")
_LONGEST = 3  # digits
_INDENT = 8


def number_of_list(text: str, numeral: Numeral) -> Exclusion | None:
    """Find the number of an entry: alone in its line, before it, "1) first", "(2, captured)", "so.13 The"."""
    start, end = numeral.start, numeral.end
    if end - start > _LONGEST:
        return None
    before, behind = text[start - 1 : start], text[end : end + 1]
    if start == 0 or before in _AT_START:
        entry = _on_its_line(text, numeral) or (_numbered_part(text, start, end) if behind == ")" else None)
        if entry:
            return entry
    if (
        (behind == "," or text.startswith(" and ", end))
        and _STATES_BEHIND.match(text, end)
        and _STATES.search(text, start - 48, start)
    ):
        return Exclusion(start, end, "number in brackets", "brackets")
    if before in _NOTED and _NOTE_BEHIND.match(text, end) and _NOTE.search(text, start - 16, start):
        return Exclusion(start, end, "number of a note", "note")
    return None


def _numbered_part(text: str, start: int, end: int) -> Exclusion | None:
    """Find "1) first"."""
    found = _NUMBERED_PART.match(text, end)
    return Exclusion(start, end, "number of a list or page", "list-number") if found else None


def _on_its_line(text: str, numeral: Numeral) -> Exclusion | None:
    """Find a number that stands alone in its line or opens an entry of a list."""
    start, end = numeral.start, numeral.end
    near = start <= _INDENT or text.find("\n", start - _INDENT, start) >= 0
    if (
        near
        and _LINE_START.search(text, start - _INDENT, start)
        and (_LINE_END.match(text, end) or _is_in_sequence(text, numeral))
    ):
        return Exclusion(start, end, "number of a list or page", "list-number")
    return None


def _is_in_sequence(text: str, numeral: Numeral) -> bool:
    """Say whether the line before or the next one opens with the number before or the next one."""
    following = _NEXT_LINE.match(text, numeral.end)
    if following and int(following[1]) == (numeral.value or 0) + 1:
        return True
    earlier = _LAST_LINE.search(text, numeral.start - 240, numeral.start)
    return bool(earlier) and int(earlier[1]) == (numeral.value or 0) - 1  # type: ignore[index]
