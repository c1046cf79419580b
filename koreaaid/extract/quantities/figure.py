"""The working record of a figure while it is read."""

from __future__ import annotations

from dataclasses import dataclass

from koreaaid.extract.mention import Category
from koreaaid.language.bounds import Bound
from koreaaid.language.numerals import Numeral


@dataclass(slots=True)
class Figure:
    """A number that is on its way to become a quantity.

    Attributes
    ----------
    start, end : int
        Span of number, currency and unit; later of the words that bound it, too.
    numeral : Numeral
    value, low, high : float or None
    unit : str or None
        None of a bare number: a count, or nothing.
    category : Category or None
        None until it is known what is counted.
    core : tuple of int
        Span of the number alone, of a range from its first number on.
    phrase_end : int
        Where the noun phrase that is counted ends; `end` where there is none.
    """

    start: int
    end: int
    numeral: Numeral
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    category: Category | None
    rule: str
    core: tuple[int, int]
    bound: Bound = "exact"
    item: str | None = None
    head: str = ""
    additive: str | None = None
    part_of: int | None = None
    converts: int | None = None
    phrase_end: int = 0

    @property
    def least(self) -> float:
        """Return the number to compare with others."""
        return self.value if self.value is not None else self.low if self.low is not None else 0.0
