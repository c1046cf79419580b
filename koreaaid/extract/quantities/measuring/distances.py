"""What a distance is said of: what goes so far, what is hit from there, and the place it is measured from."""

from __future__ import annotations

from collections.abc import Sequence

from koreaaid.extract.quantities.figure import Figure
from koreaaid.language.actors import is_country_word
from koreaaid.language.nearby import word_before
from koreaaid.language.nouns import category_of
from koreaaid.language.patterns import late
from koreaaid.language.phrases import Phrase, phrase_after
from koreaaid.language.preceding import noun_ending, thing_before
from koreaaid.language.verb_arguments import GOING, subject_before

_HIT = late(
    r"\b(?:hit|strike|track|destroy|engage|detect|attack|intercept)(?:s|ing)? "
    r"(?:(?:the|its|their|enemy|moving|ground|air) ){0,2}([a-z]+s|aircraft)"
    r"(?: at(?: (?:a )?(?:distances?|ranges?) of)?| from| within)? \Z"
)
_FROM_PLACE = late(
    r"\s+(?P<all>(?:away |inland |deep )?(?:(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)? (?:of|from)"
    r"|from|off|inside|into|behind|beyond|outside)\s+(?:the\s+)?(?P<name>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,3})?)"
)
_OWNER = late(r"([A-Za-z][\w-]*) (?:with|at|of|having) (?:an? |the |its |their )?\Z")
_MEASURES = frozenset({"mass", "distance", "area"})
_MOST = 8
_NEAR = 24
_FARTHEST = 120


def read_going(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read what goes a distance or lies so far off: "the gun reaches 40 km", "hit targets 80 km away"."""
    if figure.category != "distance":
        return None
    target = _HIT.search(text, max(sentence, figure.start - 2 * _NEAR), figure.start)
    if target:
        return target[1]
    if text.startswith(" away", figure.end):  # "engages missiles at 20 km and aircraft as far as 50 km away"
        beside = noun_ending(text, figure.start - 1, max(sentence, figure.start - 2 * _NEAR))
        if beside and category_of(beside.head) and word_before(text, beside.start) == "and":
            return text[beside.start : beside.end]
    if word_before(text, figure.start) not in GOING:
        return None
    found = subject_before(text, figure.start, max(sentence, figure.start - _FARTHEST))
    if found is None:  # "The 900-ton ship has a crew of 110 and cruises 4,500 miles"
        first = next((one for one in before[-_MOST:] if one.start >= sentence), None)
        return first.item if first and first.category in _MEASURES else None
    return None if is_country_word(found.head) else text[found.start : found.end]


def place_of(text: str, figure: Figure) -> str | None:
    """Read "from Sudzha", "north of the border" behind a distance."""
    found = _FROM_PLACE.match(text, figure.end)
    if not found:
        return None
    if found["name"]:
        return found["all"].rstrip()
    phrase = phrase_after(text, found.end() - 1, single=True)
    return text[found.start("all") : phrase.end] if phrase else None


def with_owner(text: str, phrase: Phrase, limit: int) -> int:
    """Return where "missiles with ranges" begins, for the phrase "ranges"."""
    owner = _OWNER.search(text, max(limit, phrase.start - 2 * _NEAR), phrase.start)
    if owner is None or category_of(owner[1]) is None:
        return phrase.start
    thing = thing_before(text, owner.end(1), max(limit, owner.start() - _NEAR))
    return thing.start if thing and thing.end == owner.end(1) else owner.start()
