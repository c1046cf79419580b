"""What "it", "each" or a second verb before a figure stands for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from koreaaid.extract.quantities.figure import Figure
from koreaaid.language.nouns import PEOPLE, is_plural
from koreaaid.language.patterns import late
from koreaaid.language.phrases import phrase_after
from koreaaid.language.preceding import phrase_before

_PRONOUN = late(r"\b(?:[Tt]hey|[Ii]t|which)(?: (?:is|was|are|were|has|have|had))?(?: \w+){1,2} \Z")
# "is 850 meters long and will cost", "Each costs"
_COSTS = late(r"\b(?:and|[Ee]ach|[Ii]t|[Tt]hey) (?:will |would |can )?costs? \Z")
_OPENING = late(r"(?:The|An?|Its|This|Weighing|Measuring|Costing) ")
_PUT_IT = late(r"\b(?:estimate[ds]?|price[ds]?|puts?|value[ds]?) (?:it|that|them|this) at \Z")
_SUBJECT = late(
    r"(?:The |An? |Her |His |Its |Their |This )?([A-Za-z][\w’' -]{2,60}?)"
    r" (?:are|ha[ds]|have|is|remains?|was|were)\b"
)
_MEASURES = frozenset({"distance", "area", "mass", "age"})
_FARTHEST = 120
_NEAR = 40
_OPENING_REACH = 16
_LONGEST_SENTENCE = 600
_LAST = 8


def pronoun_before(text: str, figure: Figure, sentence: int) -> re.Match[str] | None:
    """Match the pronoun that a figure is said of: "It is", "which weighs", for money "Each costs"."""
    pronoun = _COSTS if figure.category == "money" else _PRONOUN
    return pronoun.search(text, max(sentence, figure.start - _NEAR), figure.start)


def owner_taken_up(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read "Its speed is 70 km/h, and it can go": not its speed goes so far."""
    if not text.startswith("Its ", sentence) or not pronoun_before(text, figure, sentence):
        return None
    return opening_of_last(text, sentence, before)


def meant_by(
    text: str, figure: Figure, pronoun: re.Match[str], sentence: int, before: Sequence[Figure]
) -> tuple[str | None, bool]:
    """Return what "it", "each" or a second verb stands for, and whether that is the answer."""
    last, paid = before[-1] if before else None, figure.category == "money"
    told = last is not None and last.start >= sentence
    # "Each of the four batteries has six launchers and costs"
    if last is not None and told and pronoun[0].startswith("and"):
        opening = before[bisect_left(before, sentence, key=lambda one: one.start)]
        return (opening if opening.start - sentence < _OPENING_REACH else last).item, True
    # "its price has tripled; it gained 12 percent"
    if not told and not paid and pronoun.start() > sentence + 2:
        noun = phrase_before(text, pronoun.start(), max(sentence, pronoun.start() - _FARTHEST), money=False)
        return text[noun.start : noun.end] if noun else None, True
    if not told and pronoun.start() <= sentence + 1:
        subject = opening_of_last(text, sentence, before)
        one = pronoun[0][:2] in ("It", "it")
        if subject and not (
            one and subject.islower() and is_plural(subject)
        ):  # "The two met. It is 3 km long"
            return subject, True
    if not told and figure.category in _MEASURES and pronoun.start() <= sentence + 1:
        # "They opened the first bridge between two neighbors. It is 850 meters long"
        noun = phrase_before(text, sentence, max(0, sentence - _FARTHEST), money=False)
        if noun and (last is None or last.category in PEOPLE or last.category == "other_count"):
            return text[noun.start : noun.end], True
    if last is None or (pronoun[0].startswith("and") and not told):
        return None, False
    like = paid or last.category == figure.category or last.category not in _MEASURES
    return last.item if like and figure.start - last.end < _FARTHEST else None, True


def put_at(text: str, figure: Figure, sentence: int) -> str | None:
    """Read "The price of a shell is unknown. Experts put it at $4,000": nothing, where "it" is not told.

    None where no verb puts "it" at the figure.
    """
    if text[figure.start - 4 : figure.start] != " at ":
        return None
    if not _PUT_IT.search(text, max(sentence, figure.start - _NEAR), figure.start):
        return None
    subject = _SUBJECT.match(text, last_sentence(text, sentence), sentence)
    return subject[1] if subject else ""


def opening_of_last(text: str, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read what the sentence before begins with: "The 3,200-ton corvette has missiles. It is"."""
    begin = last_sentence(text, sentence)
    if before and before[-1].start > begin and text.startswith(("It ", "They "), begin):
        return before[-1].item
    opening = _OPENING.match(text, begin)
    if opening is None:
        return None
    first = next(
        (one for one in before[-_LAST:] if opening.end() <= one.start + 1 <= opening.end() + 2), None
    )
    if first is not None:
        return first.item
    phrase = phrase_after(text, opening.end() - 1, single=True)
    return text[phrase.start : phrase.end] if phrase else None


def last_sentence(text: str, sentence: int) -> int:
    """Return where the sentence before the one that begins at `sentence` does."""
    limit = max(0, sentence - _LONGEST_SENTENCE)
    end = limit + len(text[limit:sentence].rstrip())
    line = text.rfind("\n", limit, end)
    stop = text.rfind(". ", limit, max(limit, end - 1))
    return max(line + 1, stop + 2 if stop >= 0 else 0)
