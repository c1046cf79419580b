"""Digits that are dialled or looked up: telephone numbers and identifiers, whole."""

from __future__ import annotations

import re

from koreaaid.extract.quantities.excluded.exclusion import Exclusion
from koreaaid.language.numerals import Numeral
from koreaaid.language.patterns import late

_JOINED = late(r"(?:[-‑.]\d+){2,}")
_TO_DECIMAL = late(r"[-‑]\d+\.\d+(?![-‑.]?\d)")
_REST_OF_PHONE = late(r"(?:[- ]\d{3,4}(?!\d)){1,3}")
_PHONE_BEFORE = late(
    r"(?:\(0\d{1,3}\)|\btel\.?:?|\bphone:?|\bfax:?|\b(?:imo|mmsi):)[ \u00a0]?\(?\Z", re.IGNORECASE
)
# These lead to other numbers, too: "a call 40 minutes long".
_DIALLED_BEFORE = late(
    r"\b(?:ph|mob|mobile|cell|call|dial|hotline|contact)[.:]{0,2}[ \u00a0]\(?\Z", re.IGNORECASE
)
_PHONE_LAST = frozenset("(lLxXeEhHbBtT.:)")
# Behind the 0 of an area, or the whole of it: "0412 555 019", "(02) 6555 1111".
_BEHIND_ZERO = late(r"\)?(?:[ \u00a0.-]\d{2,5}){1,5}(?![\w,]*\d)")
# Numbers that are free of charge, as they are written in groups: "1300 555 019", "13 11 14".
_SERVICE = late(r"1[389]00 \d{3} \d{3}(?![ ,.]?\d)|13 \d\d \d\d(?![ ,.]?\d)")
_LOCAL = late(r"[-‑]0\d{3}(?![\w-]|[.,]\d)")  # "555-0199": no range ends so
_FEWEST_DIGITS = 6
_SHORTEST_IDENTIFIER = 8
_DASHES = frozenset("-‑.")
_SIGNS, _ZONES = frozenset("+-−±"), frozenset({"GMT", "UTC"})
_MINUTES = late(r":?[0-5]\d\b|\b")


def identifier(text: str, numeral: Numeral) -> Exclusion | None:
    """Find "0412 555 019", "tel. 6555 1111", "02-555-1414" and digits that are too many to count."""
    start, end = numeral.start, numeral.end
    digits = numeral.form == "digits" and text[start:end].isdecimal()
    stop = None
    if text[end : end + 1] in _DASHES:
        stop = _end_of_joined(text, start, end, digits=digits)
    if digits and stop is None and text[start] in "01":
        stop = _end_of_groups(text, start, end)
    if stop is None and text[start - 2 : start - 1] in _PHONE_LAST:
        stop = _end_of_named(text, start, end)
    if stop is None and digits and end - start >= _SHORTEST_IDENTIFIER:
        stop = end
    return None if stop is None else Exclusion(start, stop, "phone number or identifier", "identifier")


def zone(text: str, numeral: Numeral) -> Exclusion | None:
    """Find how far a time zone lies from Greenwich: "(GMT+9)", "UTC+09:00"."""
    start = numeral.start
    if text[start - 1 : start] not in _SIGNS or text[start - 4 : start - 1].upper() not in _ZONES:
        return None
    minutes = _MINUTES.match(text, numeral.end)
    return Exclusion(start - 4, minutes.end(), "time zone", "time") if minutes else None


def _end_of_joined(text: str, start: int, end: int, *, digits: bool) -> int | None:
    """Read on over "02-555-1414" and "555-0199", but not over "0.1-0.2"."""
    joined = _JOINED.match(text, end)
    if joined and not ("." in text[start:end] and _TO_DECIMAL.match(text, end)):
        return joined.end()
    local = _LOCAL.match(text, end) if digits and end - start == 3 else None
    return local.end() if local else None


def _end_of_groups(text: str, start: int, end: int) -> int | None:
    """Return where a number ends that shows by its groups of digits that it is dialled."""
    if text[start] == "1":
        service = _SERVICE.match(text, start) if text[end : end + 1] == " " else None
        return service.end() if service else None
    if end - start == 1 or (text[start - 1] in _DASHES and text[start - 2 : start - 1].isalpha()):
        return None  # "a CGR-080 costs"
    more = _BEHIND_ZERO.match(text, end)
    long = more is not None and sum(map(str.isdecimal, text[start : more.end()])) >= _FEWEST_DIGITS
    return more.end() if more and long else end


def _end_of_named(text: str, start: int, end: int) -> int | None:
    """Return where a number ends before which the text says that it is dialled."""
    rest = _REST_OF_PHONE.match(text, end)
    if _PHONE_BEFORE.search(text, start - 8, start):
        return rest.end() if rest else end
    return rest.end() if rest and _DIALLED_BEFORE.search(text, start - 12, start) else None
