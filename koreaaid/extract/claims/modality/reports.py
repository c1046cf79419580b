"""Whether a verb of saying reports what follows: "said 30 tanks had come", not "plans to put 35 on it"."""

from __future__ import annotations

from koreaaid.extract.claims.sources.reach import adds
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language import word_classes as w

_ARTICLES = frozenset(["a", "its", "the", "their"])


def reports(sentence: Tagged, at: int) -> bool:
    """Say whether a verb of saying reports what follows, and is neither one of plans nor passive."""
    if (
        sentence.flags[at] & (w.EXPECTING | w.INTENDING | w.AGREEING)
        and sentence.tags[at + 1 : at + 2] != "t"
    ):
        return False
    if sentence.words[at + 1 : at + 2] == ["off"]:  # "called off"
        return False
    if sentence.tags[at] == "U" and sentence.words[at - 1] in _ARTICLES:  # "wants the list to grow to 700"
        return False
    if sentence.flags[at] & w.ENVISAGING_FOR and sentence.tags[at + 1 : at + 2] == "f":
        return False
    if sentence.flags[at] & w.TRANSFER and sentence.tags[at - 1 : at] in ("2", "m"):
        return sentence.tags[at + 1 : at + 2] == "t"  # not "plans to add 30 tanks", "will add 30"
    if sentence.tags.startswith(",w", at + 1) or sentence.words[at : at + 3] == ["estimated", "cost", "of"]:
        return False  # "Deliveries are to start in May, he said, with 20 tanks in the first year"
    if adds(sentence, at) or (sentence.words[at] == "put" and sentence.tags[at - 1 : at + 2] == "2U#"):
        return False  # "plans to put 35 firms on its list"
    before = at - 1
    while before > 0 and sentence.tags[before] == "r":
        before -= 1
    if sentence.words[at] == "announce" and sentence.tags[at + 1 : at + 2] != "t":
        return False  # "is to announce a package of $200 million"
    modal = before - 1 if before > 0 and sentence.words[before] == "have" else before
    if before >= 0 and sentence.tags[at] == "U" and sentence.tags[modal] == "m":
        return sentence.tags[at + 1 : at + 2] == "t"  # "could find work for 900", "could have carried 900"
    return before < 0 or sentence.tags[before] != "b"
