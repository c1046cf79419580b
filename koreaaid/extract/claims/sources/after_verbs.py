"""What follows a verb of saying: whom it was told, when and where, and where what is said begins."""

from __future__ import annotations

from koreaaid.extract.claims.words.phrases import Phrase, phrase_after
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language.word_classes import AUXILIARY, FINITE

TOLD = frozenset(["told", "tells", "tell", "informed", "informs", "briefed", "assured"])
SAID = frozenset(["said", "says"])
_PUBLISHED = frozenset(["carried", "dated", "issued", "posted", "published", "released"])
_LONGEST_LISTENER = 7


def after_verb(sentence: Tagged, at: int) -> tuple[int, bool, Phrase | None]:
    """Return where what is said begins, whether it was said before, and the outlet that was told.

    Passes over "told reporters", "on Wednesday", "in a statement", "citing X".
    """
    tags = sentence.tags
    size = len(tags)
    told = None
    here = at + 1
    if here < size and sentence.words[at].lower() in TOLD and tags[here] not in "t#":
        here, told = _after_listener(sentence, here)
    elif tags[here : here + 1] == "o" and sentence.words[at].lower() in SAID:  # "said of the deal"
        here = _after_phrase(sentence, here + 1)
    while here < size and here - at < 24:
        tag = tags[here]
        if tag in "@r":
            here += 1
        elif tag in "niawpy2" and here + 1 < size and tags[here + 1] in "dNCTBDMjx@":
            here = _after_phrase(sentence, here + 1)
        elif sentence.words[here] in _PUBLISHED and tags[here + 1 : here + 2] in ("@", "n", "i"):
            here += 1  # "said in a report published April 28"
        elif tag == "," and tags[here + 1 : here + 2] == "K":
            end = tags.find(",", here + 1)
            tells_who = end < 0 or tags[end + 1 : end + 2] == "R" or _only_names(sentence, end + 1)
            here = size if tells_who else end + 1
        elif tag in "t:" or (tag == "," and tags[here + 1 : here + 2] == "t"):
            return here + 1, False, told
        else:
            break
    final = (
        here >= size
        or tags[here] in ",;)-|KG"
        or (tags[here] in '"”' and here + 1 >= size)
        or _goes_on(sentence, here)
    )
    return here, final, told


def _after_listener(sentence: Tagged, start: int) -> tuple[int, Phrase | None]:
    """Pass over who is told, and return an outlet among them: "told [Reuters]", "told a news conference"."""
    tags = sentence.tags
    here, told = start, None
    listener = phrase_after(sentence, start)
    if listener and "#" in tags[slice(*listener)]:  # "told the audience 900 firms"
        listener = None
    if listener:
        here = listener[1]
        outlet = "M" in tags[slice(*listener)] and tags[here : here + 1] != "x"  # no "news conference"
        told = listener if outlet else None
    while here < len(tags) and here - start < _LONGEST_LISTENER:  # "a news conference", "an air show"
        if tags[here] not in "dx" and sentence.words[here] != "show":
            break
        here += 1
    if not listener and tags[here : here + 1] == "o":  # "a closed session of the National Assembly"
        here = _after_phrase(sentence, here + 1)
    return here, told


def _only_names(sentence: Tagged, start: int) -> bool:
    """Say whether the rest of a sentence only names: ", citing his deputy, Ole Berg", "in Oslo, Bergen"."""
    rest = sentence.tags[start:]
    named = "N" in rest or "C" in rest
    return (
        named
        and all(tag in "NTBDMCjdo&,x" for tag in rest)
        and not any(bits & (FINITE | AUXILIARY) for bits in sentence.flags[start:])
    )


def _goes_on(sentence: Tagged, at: int) -> bool:
    """Say whether the clause of saying has ended before another begins: "X said, and", "X said as Y did"."""
    return sentence.tags[at] in "cR&" and sentence.tags[at - 1] != ","


def _after_phrase(sentence: Tagged, at: int) -> int:
    """Pass over the noun phrase after a preposition."""
    tags = sentence.tags
    here = at
    while here < len(tags) and here - at < 9 and (tags[here] in "dNCTBDMjxo@" or _links(sentence, here)):
        here += 1
        if tags[here - 1] == "@" and tags[here : here + 1] != "D":  # "in its 15 June update"
            break
    return here


def _links(sentence: Tagged, at: int) -> bool:
    if sentence.tags[at - 1 : at + 2] == "drD":  # "in its first report"
        return True
    if sentence.words[at] == "show":  # "at an air show"
        return sentence.tags[at + 1 : at + 2] in ("", "@", ",")
    if sentence.tags[at] in "UVX" and sentence.tags[at - 1] in "dj":  # "in a note to clients"
        return True
    return (
        sentence.tags[at] in "wfia"
        and sentence.tags[at - 1] in "DTBxU"
        and sentence.tags[at + 1 : at + 2] in ("N", "C", "B", "T", "d", "M")
    )
