"""Cells that a spreadsheet would run as a formula: harmless where they are written, whole when read back."""

from __future__ import annotations

import re

# What a spreadsheet would run as a formula, or read as the end of a cell.
FORMULA = r"^(?=[=+\-@\t\r\n＝＋－＠])"

_STARTS = re.compile(r"(?='*[=+\-@＝＋－＠])")
_NUMBER = re.compile(r"[+-]?\d[\d.,]*(?:[eE][+-]?\d+)?")


def neutral(text: str) -> str:
    """Return `text` with an apostrophe before it if a spreadsheet would run it; a number stays as it is.

    >>> neutral("=SUM(A1)"), neutral("-5"), neutral("FA-50")
    ("'=SUM(A1)", '-5', 'FA-50')
    """
    return f"'{text}" if _STARTS.match(text) and not _NUMBER.fullmatch(text) else text


def as_meant(text: str) -> str:
    """Return what `neutral` was given.

    >>> as_meant("'=SUM(A1)"), as_meant("''=SUM(A1)"), as_meant("'tis"), as_meant("=SUM(A1)")
    ('=SUM(A1)', "'=SUM(A1)", "'tis", '=SUM(A1)')
    """
    return text[1:] if text.startswith("'") and _STARTS.match(text[1:]) else text
