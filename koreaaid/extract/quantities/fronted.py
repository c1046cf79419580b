"""The subject behind a figure that opens its sentence: "Weighing 55 tons, the tank", "At $3, the shell"."""

from __future__ import annotations

from collections.abc import Sequence

from koreaaid.extract.quantities.figure import Figure
from koreaaid.extract.quantities.pronouns import opening_of_last
from koreaaid.language.actors import is_country_word
from koreaaid.language.nouns import category_of, is_plural
from koreaaid.language.patterns import late
from koreaaid.language.phrase_words import is_designation, is_known
from koreaaid.language.phrases import Phrase, phrase_after
from koreaaid.language.preceding import FIGURE_VERBS, thing_before

_OPENING = late(
    r"\W*(?:(?:Weighing|Measuring|Costing|Total?ling|Spanning|Covering|Displacing)(?: in at| in)?|Worth"
    r"|(?:Valued|Priced|Estimated) at|At|With an? (?:[a-z]+ )?(?:value|price(?: tag)?|cost) of)"
    r"(?: an?| a total of| a record)? \Z"
)
_BEHIND = late(
    r"(?: (?:each|apiece|in all|in total|long|wide|tall|high|net|in (?:size|length|weight|height|width)"
    r"|(?:per|an?) [a-z]+)){0,2}, (?:(?P<pronoun>it|they) |(?:(?:the|its|their|this|these|each|an?) )?)"
)
_LONGEST = 40
_FARTHEST = 200
_OBJECTS = frozenset({"equipment", "munitions"})


def read_fronted(text: str, figure: Figure, end: int, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read the subject behind the comma that follows a figure at `end`."""
    if figure.start - sentence > _LONGEST or text.find(",", end, end + _LONGEST) < 0:
        return None
    opening = _OPENING.match(text, sentence, figure.start)
    behind = _BEHIND.match(text, end) if opening else None
    if behind is None:
        return None
    if behind["pronoun"]:
        return _taken_up(text, figure, sentence, before)
    phrase = phrase_after(text, behind.end() - 1, single=True)
    if phrase is None or phrase.start > behind.end() + 1 or is_country_word(phrase.head):
        return None
    return _without_verb(text, phrase)


def _taken_up(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> str | None:
    """Return what "it" stands for: what the sentence before opens with, of a measure the last thing in it."""
    opening = opening_of_last(text, sentence, before)
    last = opening.rsplit(None, 1)[-1] if opening else ""
    if figure.category == "money" or (last and (is_designation(last) or category_of(last) in _OBJECTS)):
        return opening
    thing = thing_before(text, sentence, max(0, sentence - _FARTHEST), _OBJECTS)
    return text[thing.start : thing.end] if thing else opening


def _without_verb(text: str, phrase: Phrase) -> str:
    """Return the words of a phrase without the verb it may end with: "the Chunmoo [fires]"."""
    words = text[phrase.start : phrase.end]
    first, _, last = words.rpartition(" ")
    verb = last in FIGURE_VERBS or (is_plural(last) and not is_known(last))
    return first if first and last.islower() and verb else words
