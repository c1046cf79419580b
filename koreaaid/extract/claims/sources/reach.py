"""How far a source reaches: to where the sentence turns to something else."""

from __future__ import annotations

import re

from koreaaid.extract.claims.sources.source import Source
from koreaaid.extract.claims.verbs.verb_groups import VERB
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language.word_classes import AUXILIARY, FINITE

_TURNING = re.compile("[;|,]")
_THOSE = (["them"], ["these"], ["those"])
_NEAR_THAT = 4
_GOING_ON = AUXILIARY | FINITE
_TURNS = frozenset(["although", "but", "though", "whereas", "while"])


def turn_after(sentence: Tagged, at: int) -> int:
    """Return where the sentence turns to something else after `at`: a semicolon, ", while", ", but"."""
    tags = sentence.tags
    if at and sentence.words[0].lower() in _TURNS and "," not in tags[:at]:  # "While X said that …, Y …"
        comma = tags.find(",", at)
        return comma if comma > 0 else len(tags)
    for found in _TURNING.finditer(tags, at, len(tags) - 1):
        here = found.start()
        if (found[0] != "," or _turns(sentence, here + 1)) and not _counts_those(sentence, here + 1):
            return here
    return len(tags)


def _counts_those(sentence: Tagged, at: int) -> bool:
    """Say whether a part is taken of what was said: "900 came, data show; 300 of those were students"."""
    return sentence.tags.startswith("#o", at) and sentence.words[at + 2 : at + 3] in _THOSE


def _turns(sentence: Tagged, at: int) -> bool:
    """Say whether what follows a comma is told by the article itself: ", while", ", after it won"."""
    following = sentence.tags[at + 1 : at + 2]
    if sentence.words[at] == "after":
        return following in ("I", "H", "h")
    return sentence.words[at].lower() in _TURNS and following != "t" and not _looks_back(sentence, at)


def _looks_back(sentence: Tagged, at: int) -> bool:
    """Say whether a clause goes on with what was said: "said 900 had died, while 300 had been sent home"."""
    ends = _TURNING.search(sentence.tags, at)
    return "had" in sentence.words[at : ends.start() if ends else len(sentence.tags)]


def turn_before(sentence: Tagged, at: int) -> int:
    """Return where the part of the sentence that ends at `at` begins."""
    tags = sentence.tags
    for here in range(at - 1, 0, -1):
        if tags[here] in ";|" or (tags[here - 1] == "," and sentence.words[here].lower() in _TURNS):
            if sentence.flags[here + 1] & _GOING_ON:  # "has lost 900, but has got fuel, according to"
                continue
            return here + 1
    return 0


def adds(sentence: Tagged, at: int) -> bool:
    """Say whether something is put to something, and nothing said: "will open in May, adding 200 jobs"."""
    if sentence.words[at].lower() != "adding" or sentence.tags[at + 1 : at + 2] not in ("#", "d"):
        return False
    return not any(bits & VERB for bits in sentence.flags[at + 1 : turn_after(sentence, at)])


def embedded(sentence: Tagged, source: Source, subject: tuple[int, int]) -> Source | None:
    """Read "the four million that Seoul believes were sent are worth": only what was sent is believed."""
    that = subject[0] - 1
    counted = sentence.tags.rfind("#", max(0, that - _NEAR_THAT), max(0, that))
    if counted < 0 or "," in sentence.tags[counted:that]:
        return None
    if sentence.tags[that] not in "tR" or source.left >= len(sentence.flags):
        return None
    if not sentence.flags[source.left] & _GOING_ON:
        return None
    main = source.left
    while main < source.right and sentence.tags[main] in "bmrv":
        main += 1
    behind = (at for at in range(main + 1, source.right) if sentence.flags[at] & _GOING_ON)
    source.left, source.right = counted, next(behind, source.right)
    return source


def date_in(sentence: Tagged, start: int, stop: int) -> int | None:
    """Return the index of the first date between two words, or None."""
    at = sentence.tags.find("@", start, max(start, stop))
    return at if at >= 0 else None
