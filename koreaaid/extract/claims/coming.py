"""Sums of a year to come, told without a verb that says so: "announced $200 million for 2024"."""

from __future__ import annotations

from koreaaid.extract.claims.reading import Reading
from koreaaid.extract.claims.tagged import Tagged
from koreaaid.extract.mention import Date, Modality, Quantity
from koreaaid.language.word_classes import PLEDGED

_YEAR = 4
_FAR = 16
_GIVING = frozenset(["announced", "announces", "announce", "budgeted", "granted", "set"])


def of_coming_year(reading: Reading, sentence: Tagged, word: int, quantity: Quantity) -> Modality:
    """Return whether a sum "for" a year after the publication is planned, where it is given, or expected."""
    if quantity.category != "money" or sentence.tags[word + 1 : word + 3] != "f@":
        return "asserted"
    date = sentence.figures[word + 2]
    if not isinstance(date, Date) or date.earliest is None or len(date.timex_value or "") != _YEAR:
        return "asserted"
    if reading.published is None or date.earliest <= reading.published:
        return "asserted"
    for at in range(word - 1, max(-1, word - _FAR), -1):
        if sentence.flags[at] & PLEDGED or sentence.words[at].lower() in _GIVING:
            return "planned"
    return "expected"
