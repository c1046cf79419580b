"""Writing into corrections.csv: decisions are added or taken out, and the rest of the file stays as it is.

Each change is whole or not at all, and two who review the same folder do not lose each other's lines.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from koreaaid.articles.locking import locked
from koreaaid.errors import KoreaaidError
from koreaaid.files import write_text
from koreaaid.ledger.corrections import CORRECTABLE, Correction, apply
from koreaaid.ledger.formulas import neutral

COLUMNS = ("claim_id", "action", "field", "value", "was", "reviewer", "date", "note")

_SECONDS = 10.0


def refuse_inapplicable(claims: pd.DataFrame, decisions: Iterable[Correction]) -> None:
    """Raise an error that says why, if one of `decisions` cannot be applied to `claims` as they were read."""
    given = list(decisions)
    for decision in given:
        if decision.action == "correct" and decision.field not in CORRECTABLE:
            raise KoreaaidError(
                f"{decision.field} cannot be corrected; choose one of {', '.join(CORRECTABLE)}"
            )
    for judged in apply(claims, given)[1]:
        if judged.state != "applied":
            raise KoreaaidError(judged.why)


def add_lines(file: Path, decisions: Sequence[Correction]) -> list[str]:
    """Add `decisions` at the end of `file`, which is made if it is not there; return the lines written."""
    with locked(file.parent, _SECONDS):
        sheet = _read(file)
        lines = [sheet.line(decision) for decision in decisions]
        sheet.lines += lines
        _write(file, sheet)
    return lines


def put_back(file: Path, lines: Sequence[str]) -> None:
    """Add `lines` that were taken out of `file` at its end."""
    with locked(file.parent, _SECONDS):
        sheet = _read(file)
        sheet.lines += lines
        _write(file, sheet)


def take_out(file: Path, lines: Sequence[str]) -> None:
    """Take `lines` out of `file`, the last ones that read so; an error if one is not there any more."""
    with locked(file.parent, _SECONDS):
        sheet = _read(file)
        for line in reversed(lines):
            if line not in sheet.lines:
                raise KoreaaidError(f"{file.name} was changed meanwhile; take the line out by hand")
            del sheet.lines[len(sheet.lines) - 1 - sheet.lines[::-1].index(line)]
        _write(file, sheet)


def lines_about(file: Path, claim_id: str) -> list[str]:
    """Return the lines of `file` about one claim."""
    sheet = _read(file)
    return [line for line in sheet.lines if sheet.cells(line).get("claim_id", "").strip() == claim_id]


@dataclass(slots=True)
class _Sheet:
    """A corrections.csv as it is written: a line is a record with its line end, and may have others in it."""

    names: list[str]
    delimiter: str
    line_end: str
    lines: list[str]
    mark: str = ""

    def line(self, decision: Correction) -> str:
        """Return `decision` as a line of this file."""
        cells = {
            "claim_id": decision.claim_id,
            "action": decision.action,
            "field": decision.field,
            "value": decision.value,
            "was": decision.was,
            "reviewer": decision.reviewer,
            "date": decision.date.isoformat() if decision.date else None,
            "note": decision.note,
        }
        return self.joined(cells.get(name) for name in self.names)

    def joined(self, cells: Iterable[str | None]) -> str:
        """Return `cells` as a line."""
        stream = io.StringIO(newline="")
        # On one line each: what a reviewer pastes must not look like two decisions.
        plain = [neutral(" ".join((cell or "").split())) for cell in cells]
        csv.writer(stream, delimiter=self.delimiter, lineterminator=self.line_end).writerow(plain)
        return stream.getvalue()

    def cells(self, line: str) -> dict[str, str]:
        """Return the cells of a line by the names of the columns."""
        row = next(csv.reader(io.StringIO(line, newline=""), delimiter=self.delimiter), [])
        return dict(zip(self.names, row, strict=False))


def _read(file: Path) -> _Sheet:
    try:
        content = file.read_bytes().decode("utf-8") if file.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise KoreaaidError(f"{file}: cannot be read ({error}); save it as CSV in UTF-8") from error
    mark = "\ufeff" if content.startswith("\ufeff") else ""
    first, *lines = _records(content.removeprefix(mark)) or [",".join(COLUMNS) + "\n"]
    delimiter = ";" if ";" in first and "," not in first else ","
    line_end = "\r\n" if first.endswith("\r\n") else "\n"
    sheet = _Sheet(next(csv.reader([first], delimiter=delimiter)), delimiter, line_end, lines, mark)
    # Columns that a short file leaves out are added behind the others: its lines stay as they are.
    sheet.names += [name for name in COLUMNS if name not in sheet.names]
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += line_end
    return sheet


def _records(content: str) -> list[str]:
    """Return the records of a CSV file as they are written: a quoted cell may go over several lines."""
    physical = list(io.StringIO(content, newline=""))
    records, record, quotes = [], "", 0
    for line in physical:
        record += line
        quotes += line.count('"')
        if quotes % 2 == 0:
            records.append(record)
            record, quotes = "", 0
    return [*records, record] if record else records


def _write(file: Path, sheet: _Sheet) -> None:
    header = sheet.joined(sheet.names)
    if sheet.lines:
        write_text(file, sheet.mark + header + "".join(sheet.lines))
    else:
        file.unlink(missing_ok=True)  # as before the first decision
