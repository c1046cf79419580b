"""Mentions: what is read in an article, each with its place in the text.

They are named tuples: a text has hundreds of them, and a frozen dataclass takes five times as long to make.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from koreaaid.language.bounds import Bound

Category = Literal[
    "money", "personnel", "casualties", "equipment", "munitions", "percent",
    "distance", "area", "mass", "age", "other_count",
]  # fmt: skip
Modality = Literal["asserted", "planned", "expected", "possible", "denied", "not_confirmed"]
Stage = Literal["pledged", "framework", "contracted", "shipped", "delivered", "refused", "cancelled"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Basis = Literal["explicit", "publication", "context", "unresolved"]
DayOf = Literal["event", "statement"]


class Quantity(NamedTuple):
    """A figure: a number with what it counts or measures, and who says it of whom.

    Attributes
    ----------
    start, end, surface
        Half-open span in Unicode characters, and exactly the text there.
    value, low, high : float or None
        The number in whole units (9e9, percent on the 0-100 scale) and what its bound says of it: see
        the table of bounds in `koreaaid.language.bounds`.
    bound : Bound
        What the words around the number say.
    unit : str
        ISO 4217 code for money, "percent", "count", or a unit's name in the singular ("kilometer").
    category : Category
    rule : str
        The rule that read it.
    item : str or None
        What is counted, as written; for money what it pays for or what it is worth. Where only a verb
        says it, the verb's noun: "exports" of "exported", "pay" of "earn", "interest" of a loan.
    additive : str or None
        The word that puts it on top of another figure ("another", "additional", "more", "remaining").
    part_of, converts, repeats : int or None
        `start` of the quantity that this is a part of ("including 600 killed"), restates in another unit
        ("($33 million)"), or says again (headline, lead, caption).
    covers : str or None
        What a sum of money buys, quoted as written ("F-16 fighter jets, training aircraft, tanks").
    actor, counterparty, location : str or None
        Who sends, gives, buys or loses; to or from whom; where. As written.
    attributed_to, attribution_verb, relayed_by : str or None
        Who says so, in the fullest form that the article gives, with which verb, and who passes it on.
    modality : Modality
    stage : Stage or None
        How far a deal or aid has come.
    event_date, said_on : str or None
        TIMEX3 values: when it happened or will, and when it was said.
    """

    start: int
    end: int
    surface: str
    value: float | None
    low: float | None
    high: float | None
    bound: Bound
    unit: str
    category: Category
    rule: str
    item: str | None = None
    additive: str | None = None
    part_of: int | None = None
    converts: int | None = None
    repeats: int | None = None
    covers: str | None = None
    actor: str | None = None
    counterparty: str | None = None
    location: str | None = None
    attributed_to: str | None = None
    attribution_verb: str | None = None
    relayed_by: str | None = None
    modality: Modality = "asserted"
    stage: Stage | None = None
    event_date: str | None = None
    said_on: str | None = None

    @property
    def kind(self) -> Literal["quantity"]:
        """What is read."""
        return "quantity"


class Date(NamedTuple):
    """A date, a time, a length of time or a recurring time.

    Attributes
    ----------
    start, end, surface
        Half-open span in Unicode characters, and exactly the text there.
    timex_type : TimexType
    timex_value : str or None
        TIMEX3 value (2024-10-28, 2024-W28, PRESENT_REF, P2Y); None while unresolved.
    basis : Basis
        explicit; relative to the publication date; relative to a date in the text; unresolved.
    rule : str
        The rule that read it.
    mod : str or None
        TIMEX3 mod: START, MID, END, APPROX, LESS_THAN, MORE_THAN, EQUAL_OR_LESS, EQUAL_OR_MORE.
    earliest, latest : date or None
        First and last day that the expression spans; None where it spans none.
    value, low, high, bound, unit
        Of a length of time that is counted: as in `Quantity`, with unit "year", "minute" …
    furniture : str or None
        What part of the page around the article it stands in; None for a date of the article itself.
    day_of : DayOf or None
        Whether something happened or will then, or somebody said something; None where no claims are read
        and of what names no day, week or month (a length of time, "now", a year).
    told : str or None
        What happened or will, as written, as far as its verb and what follows that say it.
    attributed_to, attribution_verb, relayed_by, modality, stage
        Of the statement that the date stands in: as in `Quantity`.
    """

    start: int
    end: int
    surface: str
    timex_type: TimexType
    timex_value: str | None
    basis: Basis
    rule: str
    mod: str | None = None
    earliest: date | None = None
    latest: date | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    bound: Bound | None = None
    unit: str | None = None
    furniture: str | None = None
    day_of: DayOf | None = None
    told: str | None = None
    attributed_to: str | None = None
    attribution_verb: str | None = None
    relayed_by: str | None = None
    modality: Modality | None = None
    stage: Stage | None = None

    @property
    def kind(self) -> Literal["date"]:
        """What is read."""
        return "date"


class Excluded(NamedTuple):
    """Digits or number words that are neither a quantity nor a date, and why.

    Attributes
    ----------
    start, end, surface
        Half-open span in Unicode characters, and exactly the text there.
    reason : str
        In the words shown to readers: "view count", "equipment designation", "ordinal".
    rule : str
        The rule that says so.
    """

    start: int
    end: int
    surface: str
    reason: str
    rule: str

    @property
    def kind(self) -> Literal["excluded"]:
        """What is read."""
        return "excluded"


Mention = Quantity | Date | Excluded
