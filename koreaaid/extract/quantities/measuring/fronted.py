"""The subject behind a figure that opens its sentence: "Weighing 55 tons, the tank", "At $3, the shell"."""

from __future__ import annotations

from collections.abc import Sequence

from koreaaid.extract.quantities.figure import Figure
from koreaaid.extract.quantities.pronouns import opening_of_last
from koreaaid.language.actors import is_country_word
from koreaaid.language.nearby import word_after
from koreaaid.language.nouns import GOODS, category_of, is_plural
from koreaaid.language.patterns import late
from koreaaid.language.phrase_words import is_designation, is_known, stops
from koreaaid.language.phrases import Phrase, phrase_after
from koreaaid.language.preceding import FIGURE_VERBS, thing_before

_OPENERS = frozenset(
    {"at", "costing", "covering", "displacing", "estimated", "measuring", "priced", "spanning", "totaling"}
    | {"totalling", "valued", "weighing", "with", "worth"}
)
_WORTHS = frozenset({"cost", "price", "value"})  # "with a value of": the value is of the subject
_BEFORE = _WORTHS | {"a", "an", "at", "combined", "estimated", "in", "of", "record", "tag", "total", "unit"}
_BEHIND = frozenset(
    {"a", "all", "an", "apiece", "each", "in", "kilometer", "month", "net", "per", "piece", "total", "unit"}
    | {"height", "high", "length", "long", "size", "tall", "weight", "wide", "width", "year"}
)
_PRONOUNS = frozenset({"it", "they"})
_DETERMINERS = frozenset({"the", "its", "their", "this", "these", "each", "a", "an"})
# "with copper now above"
_LEVEL_BOUNDS = frozenset({"above", "around", "below", "near", "over", "under"})
_STATES = frozenset({"already", "at", "currently", "hovering", "now", "priced", "still", "trading"})
_NUMBER = late(r",? (?:about |some )?(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|a dozen)(?= )")
_MOST_WORDS = 3
_LONGEST = 40
_FARTHEST = 200


def read_fronted(text: str, figure: Figure, end: int, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read the subject behind the comma that follows a figure at `end`."""
    if figure.category == "money" and text[sentence : figure.start] == "For ":
        return _paid_with(text, end)
    if figure.start - sentence > _LONGEST or not _opens(text, figure, sentence):
        return None
    comma = text.find(", ", end, end + _LONGEST)
    if comma < 0 or not _BEHIND.issuperset(text[end:comma].split()):
        return None
    word = word_after(text, comma + 1)
    if word in _PRONOUNS:
        return _taken_up(text, figure, sentence, before)
    begin = comma + 2 + len(word) if word in _DETERMINERS else comma + 1
    phrase = phrase_after(text, begin, single=True)
    if phrase is None or phrase.start > begin + 1 or is_country_word(phrase.head):
        return None
    return _without_verb(text, phrase)


def _paid_with(text: str, end: int) -> str | None:
    """Read what a sum in front pays for: "For 1.2 trillion won, 14 helicopters went to Iraq"."""
    number = _NUMBER.match(text, end)
    phrase = phrase_after(text, number.end()) if number else None
    return text[phrase.start : phrase.end] if phrase and phrase.category in GOODS else None


def read_with(text: str, figure: Figure, sentence: int) -> str | None:
    """Read the subject of a clause without a verb: "With copper now above $13,000"."""
    near = text[max(sentence, figure.start - _LONGEST) : figure.start]
    if "ith" not in near:
        return None
    words = near.split()
    at = next((at for at in range(len(words) - 1, -1, -1) if words[at] in ("With", "with")), None)
    if at is None or (words[-1] != "at" and word_after(text, figure.start - 1) not in _LEVEL_BOUNDS):
        return None
    subject = [word for word in words[at + 1 :] if word not in _STATES and word not in _DETERMINERS]
    plain = 0 < len(subject) <= _MOST_WORDS and all(word.isalpha() and not stops(word) for word in subject)
    plain = plain and subject[-1].islower()
    return " ".join(subject) if plain else None


def _opens(text: str, figure: Figure, sentence: int) -> bool:
    """Say whether there is nothing before a figure but "Weighing", "Valued at", "With a price of"."""
    opener, *words = text[sentence : figure.start].lower().split() or [""]
    if opener.lstrip("“\"'‘(") not in _OPENERS or not _BEFORE.issuperset(words):
        return False
    return opener != "with" or not _WORTHS.isdisjoint(words)


def _taken_up(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> str | None:
    """Return what "it" stands for: what the sentence before opens with, of a measure the last thing in it."""
    opening = opening_of_last(text, sentence, before)
    last = opening.rsplit(None, 1)[-1] if opening else ""
    if figure.category == "money" or (last and (is_designation(last) or category_of(last) in GOODS)):
        return opening
    thing = thing_before(text, sentence, max(0, sentence - _FARTHEST), GOODS)
    return text[thing.start : thing.end] if thing else opening


def _without_verb(text: str, phrase: Phrase) -> str:
    """Return the words of a phrase without the verb it may end with: "the Chunmoo [fires]"."""
    words = text[phrase.start : phrase.end]
    first, _, last = words.rpartition(" ")
    verb = last in FIGURE_VERBS or (is_plural(last) and not is_known(last))
    return first if first and last.islower() and verb else words
