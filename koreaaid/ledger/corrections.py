"""Corrections: what a reviewer says of single claims, in `corrections.csv` beside the articles.

    claim_id,action,field,value,was,reviewer,date,note
    c5d1b2a9e07,correct,covers,"FA-50 aircraft, tanks","F-16 fighter jets, tanks",M. K.,2024-11-04,a slip
    c5d1b2a9e07,accept,,,,M. K.,2024-11-04,
    c0b7c11d9aa,reject,,,,M. K.,2024-11-04,"counts the ships, not the shells"
    cf237ea43aa,merge,,c5d1b2a9e07,,M. K.,2024-11-04,the caption says it again

The columns `was`, `reviewer`, `date` and `note` may be missing. The file is applied on every run, over what
was read; the quote stays as it is written. A line is never dropped: one whose claim is gone, or is no longer
read as it `was`, or that cannot be understood, is not applied and becomes a problem that names it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pandas as pd

from koreaaid.articles import Problem
from koreaaid.errors import KoreaaidError
from koreaaid.ledger.formulas import as_meant
from koreaaid.ledger.money import CONVERSIONS
from koreaaid.ledger.records import Row, claims_by_id, records
from koreaaid.ledger.rows import CLAIM_COLUMNS
from koreaaid.ledger.schema import Column, frame, tables

CORRECTIONS_FILE = "corrections.csv"
ACTIONS = ("accept", "correct", "reject", "merge")

_NEEDED = {"claim_id", "action", "field", "value"}
_FREE = {"was", "reviewer", "date", "note"}
# The quote and its place are evidence, and nobody's to correct.
CORRECTABLE = (*CLAIM_COLUMNS[CLAIM_COLUMNS.index("value") : CLAIM_COLUMNS.index("rule")], "measure")
_REVIEWS = {"accept": "accepted", "correct": "corrected", "merge": "merged", "reject": "rejected"}
# What a later line does not take back: a claim that was rejected stays so when its item is corrected too.
_WEIGHT = {review: weight for weight, review in enumerate(_REVIEWS.values())}


@dataclass(frozen=True, slots=True)
class Correction:
    """One line of corrections.csv: its columns, where it stands, and what became of it."""

    where: str
    claim_id: str
    action: str
    field: str | None = None
    value: str | None = None
    was: str | None = None
    reviewer: str | None = None
    date: date | None = None
    note: str | None = None
    original: str | None = None
    state: str = "applied"
    why: str = ""


def read_corrections(file: Path) -> list[Correction]:
    """Read the lines of corrections.csv; one that cannot be understood is kept as invalid."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            first = stream.readline()
            stream.seek(0)
            # Excel saves with semicolons where the comma is the decimal sign.
            delimiter = ";" if ";" in first and "," not in first else ","
            lines = csv.DictReader(stream, delimiter=delimiter, strict=True)
            _check_header(file, lines.fieldnames or ())
            return [
                _correction(f"{file.name}, line {lines.line_num}", line)
                for line in lines
                if any(line.values())
            ]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise KoreaaidError(f"{file}: cannot be read ({error}); save it as CSV in UTF-8") from error


def _check_header(file: Path, names: Iterable[str]) -> None:
    found = set(names)
    if missing := _NEEDED - found:
        raise KoreaaidError(f"{file}: no column {min(missing)!r}; the first line names the columns")
    if unknown := found - _NEEDED - _FREE:
        raise KoreaaidError(
            f"{file}: unknown column {min(unknown)!r}; known are {', '.join(_NEEDED | _FREE)}"
        )


def _correction(where: str, line: dict[str, str | None]) -> Correction:
    cells = {
        name: as_meant((cell or "").strip()) or None for name, cell in line.items() if isinstance(name, str)
    }
    correction = Correction(
        where=where,
        claim_id=cells["claim_id"] or "",
        action=(cells["action"] or "").lower(),
        field=cells["field"],
        value=cells["value"],
        was=cells.get("was"),
        reviewer=cells.get("reviewer"),
        note=cells.get("note"),
    )
    if correction.action not in ACTIONS:
        return _invalid(correction, f"action {cells['action']!r} is none of {', '.join(ACTIONS)}")
    if correction.action == "correct" and correction.field not in CORRECTABLE:
        return _invalid(correction, f"field {correction.field!r} is none of {', '.join(CORRECTABLE)}")
    day = cells.get("date")
    try:
        return replace(correction, date=date.fromisoformat(day) if day else None)
    except ValueError:
        return _invalid(correction, f"date {day!r} is not of the form 2024-11-04")


def _invalid(correction: Correction, why: str) -> Correction:
    return replace(correction, state="invalid", why=f"{why}; mend the line")


def apply(claims: pd.DataFrame, corrections: Iterable[Correction]) -> tuple[pd.DataFrame, list[Correction]]:
    """Return `claims` with `corrections` applied, and the corrections with what became of each."""
    given = list(corrections)
    named = {claim_id for correction in given for claim_id in (correction.claim_id, correction.value)}
    read = claims_by_id(claims[claims["claim_id"].isin(named)])
    corrected = {claim_id: dict(row) for claim_id, row in read.items()}
    done = []
    for correction in given:
        if correction.state != "invalid":
            correction = _judged(correction, read)
        if correction.state == "applied":
            _write(corrected[correction.claim_id], correction)
        done.append(correction)
    return _with_rows(claims, corrected), done


def undo(claims: pd.DataFrame, corrections: pd.DataFrame) -> pd.DataFrame:
    """Return `claims` as they were read, before the applied ones of `corrections` (the ledger's table)."""
    applied = corrections[(corrections["state"] == "applied")]
    rows = claims_by_id(claims[claims["claim_id"].isin(applied["claim_id"])])
    for line in records(applied):
        row = rows.get(line["claim_id"], {})
        row["review"] = row["corrected"] = None
        if line["field"]:
            row[line["field"]] = _cell(_column(line["field"]), line["original"])
    return _with_rows(claims, rows)


def of_table(table: pd.DataFrame) -> list[Correction]:
    """Return the corrections that a ledger's table of them holds, to be applied again."""
    return [
        Correction(
            where=f"{CORRECTIONS_FILE}: {row['action']} of {row['claim_id']}",
            **{name: row[name] for name in ("claim_id", "action", "value", "was", "reviewer", "note")},
            field=row["field"] if row["action"] == "correct" else None,
            date=row["date"].date() if row["date"] else None,
            state="invalid" if row["state"] == "invalid" else "applied",
        )
        for row in records(table)
    ]


def table_of(corrections: Iterable[Correction]) -> pd.DataFrame:
    """Return the table of `corrections`, in the order of the file."""
    names = tables()["corrections"].names
    return frame("corrections", [tuple(getattr(c, name) for name in names) for c in corrections])


def problems_of(corrections: Iterable[Correction]) -> list[Problem]:
    """Return a problem for each correction that is not applied."""
    return [
        Problem(c.where, f"{c.action or 'line'} of {c.claim_id or 'no claim'}: {c.why}")
        for c in corrections
        if c.why
    ]


def _judged(correction: Correction, read: Mapping[str, Row]) -> Correction:
    """Return `correction` with what was read in the place that it changes, and whether it can be applied."""
    if correction.claim_id not in read:
        return replace(
            correction, state="vanished", why="no claim has this id any more; look for its sentence"
        )
    if correction.action == "merge":
        if correction.value not in read or correction.value == correction.claim_id:
            why = f"there is no other claim {correction.value} to merge with"
            return replace(correction, state="vanished", why=why)
        correction = replace(correction, field="repeats")
    if correction.field is None:
        return correction
    column = _column(correction.field)
    was_read = read[correction.claim_id][correction.field]
    try:
        _cell(column, correction.value)
        if correction.was is not None and was_read != _cell(column, correction.was):
            why = f"{column.name} is now read as {as_text(was_read)!r}, no longer as {correction.was!r}"
            return replace(correction, state="changed", why=why)
    except ValueError as error:
        return _invalid(correction, str(error))
    return replace(correction, original=as_text(was_read))


def _write(row: Row, correction: Correction) -> None:
    """Write `correction` into the row of its claim."""
    review = _REVIEWS[correction.action]
    if row["review"] is None or _WEIGHT[review] > _WEIGHT[row["review"]]:
        row["review"] = review
    if correction.field is not None:
        row[correction.field] = _cell(_column(correction.field), correction.value)
        before = row["corrected"].split(", ") if row["corrected"] else []
        row["corrected"] = ", ".join(sorted({*before, correction.field}))


def _with_rows(claims: pd.DataFrame, rows: Mapping[str, Row]) -> pd.DataFrame:
    """Return `claims` with `rows` in the place of those of the same id."""
    if not rows:
        return claims
    at = claims["claim_id"].isin(rows)
    ids = claims.loc[at, "claim_id"]
    columns = {name: claims[name].copy() for name in (*CORRECTABLE, "review", "corrected")}
    # What money is worth is worked out again.
    columns |= {name: claims[name].mask(at) for name in CONVERSIONS}
    columns["conversion_flag"] = claims["conversion_flag"] & ~at
    for name in (*CORRECTABLE, "review", "corrected"):
        column = columns[name]
        column.loc[at] = pd.Series([rows[i][name] for i in ids], index=ids.index, dtype=column.dtype)
    return claims.assign(**columns)


def _column(field: str) -> Column:
    return next(column for column in tables()["claims"].columns if column.name == field)


def _cell(column: Column, text: str | None) -> object:
    """Return `text` as a cell of `column`."""
    if text is None:
        if column.required:
            raise ValueError(f"{column.name} must not be empty")
        return None
    if column.type == "number":
        try:
            return float(text)
        except ValueError:
            raise ValueError(f"{column.name}: {text!r} is not a number (write 9000000000 or 9e9)") from None
    if column.values and text not in column.values:
        raise ValueError(f"{column.name}: {text!r} is none of {', '.join(column.values)}")
    return text


def as_text(cell: object) -> str | None:
    """Return a cell as corrections.csv writes it.

    >>> as_text(9e9), as_text(None), as_text("USD")
    ('9000000000', None, 'USD')
    """
    if isinstance(cell, float):
        return f"{cell:.15g}"
    return None if cell is None else str(cell)
