"""What a budget of a year to come sets: "Next year's budget comes to $3 billion; 9 percent goes to"."""

from __future__ import annotations

import re
from functools import cached_property

from koreaaid.extract.claims.modality.standing import is_from_before
from koreaaid.extract.claims.reading import Reading
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.extract.mention import Quantity
from koreaaid.language.lexicon import lexicon
from koreaaid.language.word_classes import AUXILIARY, FINITE

_COMING = re.compile(
    r"\bnext (?:fiscal )?year[’']s (?:[\w-]+ ){0,3}(?:budget|spending)\b"
    r"|\b(?P<first>20\d\d) (?:[\w-]+ ){0,3}budget\b"
    r"|\bdraft (?:[\w-]+ ){0,2}budget\b"
    r"|\b(?:intend|plan|propose|want)s? to spend (?:[^.\n]|\.(?=\d)){0,70}?"
    r" (?:next year\b|(?:for|in) (?P<spent>20\d\d)\b)"
    r"|\bbudget\b[^.\n]{0,70}? (?:for|in) (?:next year\b|(?P<last>20\d\d)\b)",
    re.IGNORECASE,
)
_LEAD = 700
_FAR = 14
_ALLOTTING = frozenset(lexicon("modality")["allotting"])
_BEFORE_NOW = frozenset(["last", "this"])
_NOW = frozenset(["currently", "now", "present", "today"])
_SUBMITTED = frozenset(["presented", "submitted", "submits", "tabled", "tables"])
_PAST = frozenset(["had", "was", "were"])
_FIXED = frozenset(["drawn", "set"])
_SHARES = frozenset(["money", "percent"])


class Budgets:
    """Finds what one article tells of a budget that is not in force yet.

    An article whose first lines are about such a budget tells of it in the present tense to its end: "the pay
    rises by 6 percent". Elsewhere only a sentence that names it does.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._has_budget = "budget" in reading.text or " to spend " in reading.text

    def plans(self, sentence: Tagged, word: int, quantity: Quantity) -> bool:
        """Say whether a figure is one of a budget to come, told in the present tense."""
        if not self._has_budget or (quantity.category not in _SHARES and quantity.unit != "times"):
            return False
        if _is_submitted(sentence, word):
            return True
        if sentence.end <= self._begins and not self._is_coming(sentence.text[sentence.start : sentence.end]):
            return False
        tags = sentence.tags[:word]
        if not _NOW.isdisjoint(sentence.words[word + 1 : word + 3]):  # "is 1.5 million won at present"
            return False
        if tags.count('"') % 2 or tags.count("“") > tags.count("”") or is_from_before(sentence, word):
            return False
        return _is_allotted(sentence, word)

    @cached_property
    def _begins(self) -> int:
        """Where the article begins to tell of a budget to come; behind its end where none is its subject."""
        for found in _COMING.finditer(self._reading.text, 0, _LEAD):
            if self._is_to_come(found):
                return found.start()
        return len(self._reading.text)

    def _is_coming(self, text: str) -> bool:
        return any(self._is_to_come(found) for found in _COMING.finditer(text))

    def _is_to_come(self, found: re.Match[str]) -> bool:
        year = found["first"] or found["spent"] or found["last"]
        published = self._reading.published
        return year is None or (published is not None and int(year) > published.year)


def _is_submitted(sentence: Tagged, word: int) -> bool:
    """Say whether a figure is of a budget before its vote: "submitted a budget of $9 million, twice"."""
    words = [near.lower() for near in sentence.words[:word]]
    if "budget" not in words or _SUBMITTED.isdisjoint(words):
        return False
    of = words.index("budget") + 1
    if _SUBMITTED.isdisjoint(words[:of]) or words[of : of + 1] != ["of"]:
        return False
    first = sentence.tags.find("#", of)
    return first == word or (sentence.tags[word - 1] == "," and sentence.tags.find("#", first + 1) == word)


def _is_allotted(sentence: Tagged, word: int) -> bool:
    """Say whether a verb of allotting in the present tense governs a figure, the nearest before or after."""
    words = [near.lower() for near in sentence.words]
    for at in range(word - 1, -1, -1):
        if sentence.tags[at] == ";" or (words[at] in _BEFORE_NOW and words[at + 1].startswith("year")):
            return False
        if words[at] in _ALLOTTING:
            is_done = words[at - 1] == "been" and words[at] not in _FIXED  # "has been cut by 2 billion"
            is_done = is_done or words[at + 1].startswith("last ")  # "raised last year to 9 million"
            if words[at] == "cut" and "b" not in sentence.tags[max(0, at - 2) : at]:
                return False  # "Lawmakers cut 9 million"
            return not is_done and _PAST.isdisjoint(words[max(0, at - 2) : at])
        if sentence.flags[at] & (FINITE | AUXILIARY) and sentence.tags[at + 1] != "y":
            return False
    return any(
        words[at] in _ALLOTTING and _PAST.isdisjoint(words[word:at])
        for at in range(word + 1, min(word + _FAR, len(words)))
    )
