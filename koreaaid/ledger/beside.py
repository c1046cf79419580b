"""What the analyst knows, in files beside the articles: corrections.csv, names.toml, series.toml."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from koreaaid.errors import KoreaaidError
from koreaaid.ledger.corrections import CORRECTIONS_FILE, Correction, read_corrections
from koreaaid.ledger.names import NAMES_FILE, read_decisions
from koreaaid.ledger.series import SERIES_FILE, load_series


@dataclass(frozen=True, slots=True)
class Beside:
    """The content of the analyst's files; empty where there are none."""

    corrections: tuple[Correction, ...] = ()
    series: str = ""
    names: str = ""


def read_beside(folder: Path | None) -> Beside:
    """Read the files beside the articles of `folder`; one that cannot be understood is an error."""
    if folder is None:
        return Beside()
    corrections = folder / CORRECTIONS_FILE
    series = folder / SERIES_FILE
    names = folder / NAMES_FILE
    if series.is_file():
        load_series(series)
    read_decisions(_text(names), str(names))
    return Beside(
        corrections=tuple(read_corrections(corrections)) if corrections.is_file() else (),
        series=_text(series),
        names=_text(names),
    )


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8") if file.is_file() else ""
    except UnicodeDecodeError as error:
        raise KoreaaidError(f"{file}: not UTF-8 ({error}); save it as UTF-8") from error
