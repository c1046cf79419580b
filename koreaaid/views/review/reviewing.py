"""What happens in a review: which claim is in view, and what is decided of it and written down."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from koreaaid.errors import KoreaaidError
from koreaaid.language.bounds import limits
from koreaaid.ledger.corrections import (
    CORRECTIONS_FILE,
    Correction,
    apply,
    as_text,
    read_corrections,
    table_of,
    undo,
)
from koreaaid.ledger.records import Row, claims_by_id, records
from koreaaid.ledger.reviewing import add_lines, lines_about, put_back, refuse_inapplicable, take_out
from koreaaid.ledger.tables import Ledger
from koreaaid.views.review.others import Places, may_repeat, searched
from koreaaid.views.words import counted

# What the filter by review can ask for, and how it is said.
STATES = {
    "open": "not reviewed yet",
    "": "all",
    "accepted": "accepted",
    "corrected": "corrected",
    "rejected": "rejected",
    "merged": "merged",
}


@dataclass(frozen=True, slots=True)
class Filter:
    """Which claims to go through.

    Attributes
    ----------
    state : str
        A key of `STATES`: "open" for those not reviewed yet.
    article, series : str
        Of one article, or of one series; empty for any.
    text : str
        Words that all stand in the claim: its sentence, what it counts, who says it, its article.
    """

    state: str = "open"
    article: str = ""
    series: str = ""
    text: str = ""


@dataclass(slots=True)
class _Done:
    """A change of the file that can be undone: lines that were added, or taken out."""

    claim_id: str
    lines: list[str]
    added: bool


@dataclass(slots=True)
class Review:
    """A walk through the claims of a ledger.

    Every decision is written before a method returns; the file is read again each time, so that what others,
    or an editor, write into it is seen.

    Parameters
    ----------
    ledger : Ledger
        With or without corrections.
    folder : Path
        Where corrections.csv lies, or will.
    reviewer : str
        Whose decisions these are.
    day : date or callable that returns one
        When they are made.
    places : Places
        Where the sentences can be read.
    """

    ledger: Ledger
    folder: Path
    reviewer: str
    day: date | Callable[[], date]
    places: Places = field(default_factory=Places)
    chosen: Filter = field(default_factory=Filter)
    message: str = ""
    queue: list[str] = field(default_factory=list)
    _at: int = 0
    _done: list[_Done] = field(default_factory=list)
    _read: dict[str, Row] = field(default_factory=dict)
    _rows: dict[str, Row] = field(default_factory=dict)

    def __post_init__(self) -> None:
        as_read = undo(self.ledger.claims, self.ledger.corrections)
        self.ledger = replace(self.ledger, claims=as_read, corrections=table_of(()))
        self._read = claims_by_id(as_read)
        self.read_again()
        self.choose()

    @property
    def file(self) -> Path:
        """The file that decisions are written to."""
        return self.folder / CORRECTIONS_FILE

    @property
    def claims(self) -> list[Row]:
        """All claims as they are with the corrections so far."""
        return list(self._rows.values())

    @property
    def claim(self) -> Row | None:
        """The claim in view; None if the filter lets none through."""
        return self._rows[self.queue[self._at]] if self.queue else None

    @property
    def place(self) -> int:
        """The place of the claim in view among those that are gone through, from 0."""
        return self._at

    @property
    def left(self) -> int:
        """How many claims have not been reviewed yet."""
        return sum(row["review"] is None for row in self._rows.values())

    @property
    def can_undo(self) -> bool:
        """Whether something was decided since the review was opened, and not undone."""
        return bool(self._done)

    def read_again(self) -> None:
        """Read what is in the file now."""
        written = read_corrections(self.file) if self.file.is_file() else []
        named = {claim_id for line in written for claim_id in (line.claim_id, line.value)}
        claims = self.ledger.claims
        corrected, judged = apply(claims[claims["claim_id"].isin(named)], written)
        self._rows = self._read | claims_by_id(corrected)
        self.ledger = replace(self.ledger, corrections=table_of(judged))

    def reviews(self, claim_id: str) -> list[Row]:
        """Return what the file says of a claim, and what became of it."""
        corrections = self.ledger.corrections
        return records(corrections[corrections["claim_id"] == claim_id])

    def choose(self, state: str = "open", article: str = "", series: str = "", text: str = "") -> None:
        """Go through other claims: see `Filter`."""
        if state not in STATES:
            raise KoreaaidError(f"{state!r} is no state of a review; choose one of {', '.join(STATES)}")
        within = self._series(series)
        self.chosen = Filter(state, article, series, text)
        words = text.casefold().split()
        self.queue = [
            claim_id
            for claim_id, row in self._rows.items()
            if (not state or (row["review"] or "open") == state)
            and (not article or row["article"] == article)
            and (within is None or claim_id in within)
            and (not words or all(word in searched(row) for word in words))
        ]
        self._at = 0
        self.message = ""

    def go(self, steps: int) -> None:
        """Go to the next claim (1) or to the previous one (-1)."""
        self._at = max(0, min(self._at + steps, len(self.queue) - 1))
        self.message = ""

    def accept(self, note: str = "") -> None:
        """Say that the claim in view is read as it should be."""
        self._decide(note, [self._decision("accept")])

    def reject(self, note: str = "") -> None:
        """Say that the claim in view is none; it stays in the ledger and belongs to no series."""
        self._decide(note, [self._decision("reject")])

    def others(self) -> list[Row]:
        """Return the claims that the one in view may repeat, the likeliest first."""
        return may_repeat(self.claim, self._rows.values()) if self.claim else []

    def other(self, claim_id: str) -> Row | None:
        """Return the claim of that id; None if there is none."""
        return self._rows.get(claim_id)

    def merge(self, other: str, note: str = "") -> None:
        """Say that the claim in view repeats the claim `other`, so that it does not count twice."""
        row = self._rows.get(other)
        if row and row["review"] in ("merged", "rejected"):
            raise KoreaaidError(f"the other claim is {row['review']} itself; choose one that stands")
        self._decide(note, [self._decision("merge", text=other)])

    def correct(self, name: str, value: str, note: str = "") -> None:
        """Say what is right in the field `name` of the claim in view; empty takes away what is there.

        With a value or a bound, the lowest and highest number that it can mean are corrected too.
        """
        row = self._in_view()
        cells = {name: " ".join(value.split())}
        if cells[name] == (as_text(row.get(name)) or ""):
            raise KoreaaidError(f"{name} is {cells[name] or 'empty'} already")
        if name in ("value", "bound"):
            cells |= _limits({**row, name: cells[name]}, row)
        self._decide(note, [self._decision("correct", field, text) for field, text in cells.items()])

    def undo(self) -> None:
        """Undo the last decision that was made since the review was opened."""
        if not self._done:
            raise KoreaaidError("nothing was decided since the review was opened")
        last = self._done[-1]
        (take_out if last.added else put_back)(self.file, last.lines)
        self._done.pop()
        self.read_again()
        self._show(last.claim_id)
        self.message = "Undone."

    def take_back(self) -> None:
        """Take all that the file says of the claim in view out of it, whoever said it and when."""
        claim_id = self._in_view()["claim_id"]
        lines = lines_about(self.file, claim_id)
        if not lines:
            raise KoreaaidError("nobody has reviewed this claim")
        take_out(self.file, lines)
        self._done.append(_Done(claim_id, lines, added=False))
        self.read_again()
        self.message = f"Taken back: {counted(len(lines), 'line')} of {CORRECTIONS_FILE}."

    def _in_view(self) -> Row:
        if self.claim is None:
            raise KoreaaidError("no claim is in view; choose others")
        return self.claim

    def _decision(self, action: str, name: str | None = None, text: str | None = None) -> Correction:
        claim_id = self._in_view()["claim_id"]
        was = as_text(self._read[claim_id].get(name)) if name else None
        day = self.day if isinstance(self.day, date) else self.day()
        return Correction(
            CORRECTIONS_FILE, claim_id, action, name, text or None, was, self.reviewer or None, day
        )

    def _decide(self, note: str, decisions: Sequence[Correction]) -> None:
        row = self._in_view()
        claim_id, action = row["claim_id"], decisions[0].action
        if row["review"] == "rejected" or (action in ("reject", "merge") and row["review"]):
            raise KoreaaidError(f"this claim is {row['review']}: take that back first")
        noted = [replace(decision, note=note.strip() or None) for decision in decisions]
        claims = self.ledger.claims
        concerned = [claim_id, *(decision.value for decision in decisions if action == "merge")]
        refuse_inapplicable(claims[claims["claim_id"].isin(concerned)], noted)
        self._done.append(_Done(claim_id, add_lines(self.file, noted), added=True))
        self.read_again()
        said = {"accept": "Accepted", "correct": "Corrected", "reject": "Rejected", "merge": "Merged"}[action]
        figure = " ".join(str(row["surface"]).split())[:60]
        if action != "correct":  # who corrects one field may want to correct another
            self.go(1)
        self.message = f"{said}: {figure}"

    def _show(self, claim_id: str) -> None:
        if claim_id not in self.queue:
            self.queue.insert(self._at, claim_id)
        self._at = self.queue.index(claim_id)

    def _series(self, name: str) -> set[str] | None:
        if not name:
            return None
        known = self.ledger.series
        if name not in known:
            raise KoreaaidError(f"{name!r} is no series; there are: {', '.join(known)}")
        return set(known[name].claims(self.ledger)["claim_id"])


def _limits(wanted: Row, row: Row) -> dict[str, str]:
    """Return the limits that follow from a corrected value or bound, where they are others than now."""
    try:
        value = float(wanted["value"])
    except (TypeError, ValueError):
        return {}  # there is no value, or no number: nothing follows, or the correction is refused
    if wanted["bound"] in ("range", "vague"):
        return {}
    found = dict(zip(("low", "high"), limits(wanted["bound"], value), strict=True))
    return {name: as_text(limit) or "" for name, limit in found.items() if limit != row[name]}
