"""Plans that are listed line by line: "Under the project, the agency will:", "• deliver four machines"."""

from __future__ import annotations

import re

from koreaaid.extract.claims.verbs.verb_groups import VERB
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language.word_classes import CLAUSE

_PLANS = re.compile(
    r"\b(?:will|would|shall|(?:are|is|aims?|intends?|plans?|wants?|expected|going|pledged|promised|set) to)"
    r"\s*:\s*$"
)
_ASIDES = ("after ", "along with", "apart from", "as well", "besides ", "following ", "in addition", "on top")
_BULLETS = " \t\xa0•·▪◦●*–—-"
_TELLING = VERB | CLAUSE
_NEAR_COUNT = 5
_MOST_LINES = 20
_LONGEST_LINE = 600


def before_aside(sentence: Tagged, word: int) -> int:
    """Return the end of what an aside before "and" parts from a figure, else its own index.

    "It plans to give $9 million, on top of the $3 million it gave in May, and [12] trucks".
    """
    comma = sentence.tags.rfind(",", 0, word - 2)
    if comma < 1:
        return word
    aside = " ".join(sentence.words[comma + 1 : comma + 3]).lower()
    return comma if aside.startswith(_ASIDES) else word


def is_in_aside(sentence: Tagged, word: int) -> bool:
    """Say whether a figure stands in an aside: "Malaysia, whose air force flies 13 jets, may order"."""
    tags = sentence.tags
    opens = max(tags.rfind(",R", 0, word), tags.rfind("-R", 0, word))
    if "where" in sentence.words[:word]:  # "The plant, where 400 people work, is to close"
        opens = max(opens, sentence.words.index("where") - 1)
    return opens >= 0 and "," not in tags[opens + 1 : word] and tags.find(",", word) >= 0


def governing_cues(sentence: Tagged, cues: list[int], word: int) -> list[int]:
    """Leave out the cues of an aside of what is to be done: "The plant, [to be built in May,] has cost 9"."""
    opens = sentence.tags.rfind(",2b", 0, word)
    closes = sentence.tags.find(",", opens + 1, word) if opens > 0 else -1
    if closes < 0 or sentence.tags[closes + 1] in "&#":
        return cues
    return [at for at in cues if not opens < at < closes]


def ends_clause(sentence: Tagged, at: int, word: int) -> bool:
    """Say whether a mark parts a figure from what stands before, and opens no list of its parts."""
    tag = sentence.tags[at]
    if tag == ":" and _lists_parts(sentence, at, word):
        return False
    return tag in ";:|" or at < word - 1 or sentence.tags[at - 1] == ","


def _lists_parts(sentence: Tagged, colon: int, word: int) -> bool:
    """Say whether a colon parts a count from its parts: "cover 28 batteries: ten for Iraq and [18] for"."""
    if "#" not in sentence.tags[max(0, colon - _NEAR_COUNT) : colon]:
        return False
    return not any(bits & _TELLING for bits in sentence.flags[colon + 1 : sentence.after(word) + 2])


def is_listed_plan(sentence: Tagged, word: int) -> bool:
    """Say whether a figure is in an item of a list that a line ending in "will:" or "plans to:" opens.

    What a relative clause in the item tells is left to its own verb.
    """
    first = 1 if sentence.tags[0] == "-" else 0
    if not sentence.words[first][:1].islower():
        return False
    text = sentence.text
    earliest = max(0, sentence.start - _LONGEST_LINE)
    start = max(text.rfind("\n", earliest, sentence.start) + 1, earliest)
    if text[start : sentence.start].strip(_BULLETS):
        return False
    if any(tag in "Rt" for tag in sentence.tags[:word]):
        return False
    for _ in range(_MOST_LINES):
        end = start - 1
        if end < 0:
            return False
        earliest = max(0, end - _LONGEST_LINE)
        start = max(text.rfind("\n", earliest, end) + 1, earliest)
        line = text[start:end].strip(_BULLETS)
        if line.endswith(":"):
            return bool(_PLANS.search(line))
        if line and not line[0].islower():
            return False
    return False
