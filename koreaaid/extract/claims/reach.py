"""How far a source reaches: to where the sentence turns to something else."""

from __future__ import annotations

import re

from koreaaid.extract.claims.tagged import Tagged

_TURNING = re.compile("[;|,]")
_THOSE = (["them"], ["these"], ["those"])
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
            return here + 1
    return 0


def date_in(sentence: Tagged, start: int, stop: int) -> int | None:
    """Return the index of the first date between two words, or None."""
    at = sentence.tags.find("@", start, max(start, stop))
    return at if at >= 0 else None
