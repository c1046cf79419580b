"""What is only supposed: "if 300 came", "Were Seoul to give a tenth", "At $3,000 apiece, 90 would cost"."""

from __future__ import annotations

from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.extract.mention import Quantity
from koreaaid.language import word_classes as w
from koreaaid.language.patterns import late

_SUPPOSING = frozenset(["Assume", "Assuming", "If", "Imagine", "Suppose", "Supposing", "if"])
_INVERTED = frozenset(["Had", "Should", "Were"])
_OPENING = _SUPPOSING | _INVERTED
_EACH = frozenset(["a", "apiece", "each", "per"])
_NO_CONDITION = frozenset(["ask", "asked", "asking", "asks", "even", "know", "see", "sure", "unclear"])
_WOULD = w.WOULD | w.COULD
_SUPPOSED = late(r"(?:\A|(?<=[.!?\n] )|(?<=\n))[\"“]?(?:Assume|Imagine|Suppose)\b")
_IN_CASE = late(r"[\"“]?In (?:such an?|that|this|the (?:best|worst)) (?:case|event|scenario)\b")
_FAR = 16
_LONGEST = 1_000  # characters of a paragraph that one condition governs


def is_supposed(sentence: Tagged) -> bool:
    """Say whether a sentence tells what would be: "If all were full, that would make 900"."""
    if _inverts(sentence):
        return True
    if not sentence.bits & w.WOULD:
        return False
    if _first(sentence) == "In" and _IN_CASE.match(sentence.text, sentence.start):
        return True
    if sentence.bits & w.CONDITION and _if_behind(sentence):
        return True
    return _first(sentence) in _SUPPOSING or _is_priced(sentence) or _goes_on_supposing(sentence)


def is_supposition(sentence: Tagged, word: int) -> bool:
    """Say whether a figure without a verb that doubts it is of what is supposed, or follows from it.

    "Assuming the ships were 90 percent full, they carried a million", "Were 300 to be lent, it would last".
    """
    first = _first(sentence)
    if first not in _OPENING:
        return False
    then = sentence.tags.find(",", 0, word) + 1
    if first == "If" and then and sentence.words[then] == "then":
        return True
    if first in _SUPPOSING and first.lower() != "if":
        return "," not in sentence.tags[:word] or sentence.tags[word - 1] in "xVUXh"
    return _inverts(sentence) and "," not in sentence.tags[:word]


def _if_behind(sentence: Tagged) -> bool:
    """Say whether what would be depends on a condition behind it: "It would make three more if it won"."""
    if "if" not in sentence.words:
        return False
    at = sentence.words.index("if")
    would = next((here for here in range(at) if sentence.flags[here] & w.WOULD), -1)
    if would < 0 or sentence.words[at - 1] in _NO_CONDITION or ";" in sentence.tags[would:at]:
        return False
    return not any(word.endswith("ed") for word in sentence.words[at + 1 : at + 2])  # "would, if completed,"


def _first(sentence: Tagged) -> str:
    """Return the first word, behind a quotation mark."""
    return sentence.words[1] if sentence.tags[0] in '"“' and len(sentence.words) > 1 else sentence.words[0]


def _goes_on_supposing(sentence: Tagged) -> bool:
    """Say whether the paragraph supposes something before: "Suppose it fails. That would cost $9 million"."""
    if sentence.bits & w.REPORTS:
        return False
    text, nearest = sentence.text, max(0, sentence.start - _LONGEST)
    line = text.rfind("\n", nearest, sentence.start) + 1
    return bool(_SUPPOSED.search(text, max(line, nearest), sentence.start))


def _inverts(sentence: Tagged) -> bool:
    """Say whether a sentence begins with a condition without "if": "Were it to fail,", "Should it fail,"."""
    first = _first(sentence)
    if first not in _INVERTED or sentence.text[sentence.end - 1] == "?":
        return False
    comma = sentence.tags.find(",", 1, _FAR)
    if comma < 0 or not any(bits & (_WOULD | w.WILL | w.CAN) for bits in sentence.flags[comma:]):
        return False
    if first == "Had":
        return "have" in sentence.words[comma:]
    return first == "Should" or "2" in sentence.tags[:comma]


def _is_priced(sentence: Tagged) -> bool:
    """Say whether a sum is reckoned from a price: "At $3,000 apiece, 90 guns would cost"."""
    if sentence.tags[:2] != "a#" or sentence.words[2:3] == []:
        return False
    price = sentence.figures[1]
    return isinstance(price, Quantity) and price.category == "money" and sentence.words[2] in _EACH


def in_condition(sentence: Tagged, at: int) -> bool:
    """Say whether the clause of the verb begins with "if"."""
    if not sentence.bits & w.CONDITION:
        return False
    for here in range(at - 1, max(-1, at - 10), -1):
        if sentence.tags[here] in ",;:t":
            return False
        if sentence.flags[here] & w.CONDITION:
            return sentence.tags[here] == "c"
    return False


def would_have(sentence: Tagged, start: int, at: int) -> bool:
    """Say whether something would have been and was not: "would have sent 40", no "would have 40"."""
    words = sentence.words[start:at]
    return "have" in words and "would" in words[: words.index("have")]


def was_until(sentence: Tagged, start: int) -> bool:
    """Say whether "could" tells what was possible up to a day: "until 2024 it could lend 40 percent"."""
    if sentence.words[0].lower() == "before" and "," in sentence.tags[:start]:
        return True
    for at in range(max(0, start - 12), start):
        if sentence.words[at].lower() == "until" and "@" in sentence.tags[at + 1 : at + 3]:
            return True
    return False
