"""Figures of a time to come, told without a verb that says so: "announced $200 million for 2024"."""

from __future__ import annotations

from koreaaid.extract.claims.reading import Reading
from koreaaid.extract.claims.tagged import Tagged
from koreaaid.extract.mention import Date, Modality, Quantity
from koreaaid.language.word_classes import PLEDGED

_YEAR = 4
_FAR = 16
_NEAR_DAY = 10
_BEGINNING = frozenset(
    ["arrive", "arrives", "begin", "begins", "come", "comes", "follow", "follows", "start", "starts"]
)
_GIVING = frozenset(["announced", "announces", "announce", "budgeted", "granted", "set"])


def of_coming(reading: Reading, sentence: Tagged, word: int, quantity: Quantity) -> Modality:
    """Return whether a figure of a time after the publication is planned or expected.

    A sum "for" a year is planned where it is given, else expected; goods whose delivery begins then are
    planned: "deliveries of 16 launchers begin in 2028".
    """
    if "@" in sentence.tags and _begins_later(reading, sentence, word):
        return "planned"
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


def _begins_later(reading: Reading, sentence: Tagged, word: int) -> bool:
    """Say whether a verb in the present tense and a day to come follow a figure."""
    day = sentence.tags.find("@", word, word + _NEAR_DAY)
    if day < 0 or reading.published is None or ";" in sentence.tags[word:day]:
        return False
    verb = next((at for at in range(word + 1, day) if sentence.words[at] in _BEGINNING), 0)
    if not verb or sentence.tags[verb - 1] in "d2,aiF":
        return False
    date = sentence.figures[day]
    return isinstance(date, Date) and date.earliest is not None and date.earliest > reading.published
