"""Shares that tell how things are, and who was asked: "66% would", "Hanwha (49%)", "in a poll of 900"."""

from __future__ import annotations

from koreaaid.extract.claims.sources.documents import SURVEYS
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language import word_classes as w
from koreaaid.language.phrase_words import POLLED

_NEAR_POLLED = 4
_IN_BRACKETS = ("B(#)", "C(#)", "N(#)")
_BEHIND_ASKED = ("", ",", ")", "n", "i", "p", "@", "-")
_NEAR_SURVEY = 5
_ASKED = SURVEYS | POLLED | {"asked"}


def is_of_today(sentence: Tagged, word: int) -> bool:
    """Say whether a share is one of today: what those asked think, what somebody owns, what a part is."""
    if "respondents" in sentence.words:
        return True
    if sentence.tags[max(0, word - 2) : word + 2] in _IN_BRACKETS:
        return True  # "WB (51%) and Hanwha (49%) will make"
    return _is_poll(sentence, word) or _is_nature(sentence, word)


def are_polled(sentence: Tagged, word: int) -> bool:
    """Say whether people are counted who were asked: "a poll of 1,000 people", "1,005 adults were asked"."""
    before, behind = sentence.words[max(0, word - _NEAR_SURVEY) : word], sentence.words[word + 1 : word + 5]
    surveyed = sentence.tags[word - 1 : word] == "o" and not SURVEYS.isdisjoint(before)
    asked = (
        behind[:1] == ["asked"] and sentence.tags[word + 2 : word + 3] in _BEHIND_ASKED
    )  # "504 asked on May 1"
    return surveyed or asked or behind[1:3] == ["were", "asked"] or not POLLED.isdisjoint(behind[:4])


def _is_poll(sentence: Tagged, word: int) -> bool:
    """Say whether a share is one of today: "60 percent want aid", "5 percent less likely to"."""
    behind = sentence.words[word + 1 : word + 9]
    polled = behind[:_NEAR_POLLED]  # "half of those asked expect"
    if not POLLED.isdisjoint(polled) or "those asked" in " ".join(polled):
        return True
    if behind[:1] == ["would"] and not _ASKED.isdisjoint(sentence.words):  # "a poll shows that 66% would"
        return True
    undecided = "yet" in behind and behind[behind.index("yet") :][1:3] != ["to", "be"]
    if undecided or sentence.words[word + 2 : word + 3] == ["likely"]:
        return True
    if sentence.tags[word + 1 : word + 2] in ("V", "U", "X"):  # "41 percent called for talks"
        return True
    after = sentence.flags[word + 1 : word + 3]
    return any(bits & w.NEGATION for bits in after) or any(bits & w.INTENDING for bits in after[:1])


def _is_nature(sentence: Tagged, word: int) -> bool:
    """Say whether a share tells what a part is: "90 acres will be cleared, a third of it farmland"."""
    tags, words = sentence.tags, sentence.words
    if tags[word - 1 : word] != "," or tags[word + 1 : word + 2] != "o" or tags[word + 3 : word + 4] != "x":
        return False
    ends = tags[word + 4 : word + 5] in ("", ",", "&", ";")
    return ends and words[word + 2] in ("it", "them", "that") and not words[word + 3].endswith("ed")
