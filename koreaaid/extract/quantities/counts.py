"""What a count counts: the noun phrase behind it, in it, before it, or carried over from the text before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import log10

from koreaaid.extract.mention import Category
from koreaaid.extract.quantities.chains import unit_from_last, unit_from_next
from koreaaid.extract.quantities.figure import Figure
from koreaaid.language.actors import is_country_word
from koreaaid.language.lexicon import alternatives, lexicon
from koreaaid.language.nearby import word_before
from koreaaid.language.nouns import category_of, is_plural
from koreaaid.language.phrases import STOPS, Phrase, attribute_after, compound_after, phrase_after, phrase_of

_WORDS = lexicon("phrases")
_LOSSES = re.compile(rf"\b(?:{alternatives(_WORDS['losses']['words'])})\b", re.IGNORECASE)
_ADDITIVE_BEFORE = re.compile(rf"\b({alternatives(_WORDS['additive']['before'])})\s+\Z", re.IGNORECASE)
_ADDITIVE_WORDS = frozenset(words.split()[-1] for words in _WORDS["additive"]["before"])
_ADDITIVE_AFTER = re.compile(
    rf"\s+({alternatives(_WORDS['additive']['after'])})\b(?!\s+than\b)", re.IGNORECASE
)
_PARTICIPLE = re.compile(
    r"\s+(?:people\s+|were\s+|are\s+|have been\s+|had been\s+|was\s+|others\s+)?"
    r"(killed|dead|wounded|injured|missing|died|deaths|casualties)\b", re.IGNORECASE,
)  # fmt: skip
_AGENT = re.compile(r"\bby \Z", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:an?|the) \Z", re.IGNORECASE)
_LIST_LINK = re.compile(r"-?,?(?:\s+(?:and|or|to))?\s+(?:(?:about|around|nearly|up to)\s+)?\Z")
_LONGEST_LIST = 16
_LOST = re.compile(r"\b(?:lost|losing|lose)\s+(?:the\s+)?\Z", re.IGNORECASE)
_SUBJECT = re.compile(
    r"\b((?:[\w-]+ )?[A-Za-z-]+)(?: (?:rose|fell|grew|climbed|increased|dropped|stood|doubled|expanded))?"
    r" (?:from|at|to|number(?:ed|ing)|total(?:l?ed|l?ing)|reached|exceeded|is|are|was|were) \Z"
)
_BE = re.compile(r"\s+(?:are to be|were to be|are|were|will be|would be)(?=\s)")
_NUMBER_OF = re.compile(r"\bnumber of(?:\s+(?:the|its|their|these|those|all))?(?=\s)", re.IGNORECASE)
_OF_OPENING = re.compile(r"\bof(?:\s+(?:the|its|their|these|those|all|our|his))+(?=\s)", re.IGNORECASE)
_PEOPLE = frozenset(
    {
        "people",
        "person",
        "persons",
        "civilians",
        "civilian",
        "residents",
        "children",
        "child",
        "women",
        "woman",
        "men",
    }
)
_FIGHTING = re.compile(
    r"\b(?:troop|soldier|fight|deploy|combat|front|army|military|battle|dispatch|killed)", re.IGNORECASE
)
_BACK = 90
_AHEAD = 60
_FARTHEST = 240
_UNLIKE = 6.0
_CLAUSE_END = re.compile(
    r"[.;:!?](?=\s|\Z)|\n|\d|, (?:but|while|and|who|which)\b| (?:but|while|after|as|since) "
)


def read_additive(text: str, figure: Figure) -> None:
    """Take in the word that puts a figure on top of another: "another 3,000", "the remaining 12"."""
    if word_before(text, figure.start).lower() not in _ADDITIVE_WORDS:
        return
    found = _ADDITIVE_BEFORE.search(text, max(0, figure.start - 24), figure.start)
    if found:
        figure.start, figure.additive = found.start(), found[1]


def read_item(
    text: str, figure: Figure, sentence: int, before: Sequence[Figure], following: Figure | None
) -> None:
    """Find what a bare number counts, and its category.

    `before` are the figures of the text so far, `following` is the next number. A unit that the number
    shares with one of them is filled in instead.
    """
    position = figure.end
    if figure.additive is None:
        more = _ADDITIVE_AFTER.match(text, position)
        if more:
            figure.additive, position = more[1], more.end()
    phrase = _phrase(text, figure, position)
    if phrase is not None:
        _count(text, figure, phrase, before)
        return
    if figure.additive in ("others", "other"):
        figure.item, figure.head, figure.phrase_end = figure.additive, "people", position
        figure.category = as_casualties(text, figure, "other_count", _end_of(before))
        return
    if following is not None and following.start >= figure.end:
        shared = _shared_phrase(text, figure, following)
        if shared is not None:
            _count(text, figure, shared, before)
            figure.phrase_end = figure.end
            return
        unit_from_next(text, figure, following)
    if figure.unit is None and before:
        unit_from_last(text, figure, before[-1])
    if figure.unit is not None:
        return
    _elided(text, figure, sentence, before)


def _shared_phrase(text: str, figure: Figure, following: Figure) -> Phrase | None:
    """Read the noun of "30 or 40 tanks", "four-, five- and six-cylinder engines" for the first numbers."""
    if following.unit is not None or following.start - figure.end > _LONGEST_LIST:
        return None
    if not _LIST_LINK.match(text, figure.end, following.start):
        return None
    return _phrase(text, following, following.end)


def _phrase(text: str, figure: Figure, position: int) -> Phrase | None:
    single = figure.value == 1
    if text[position : position + 1] in "-‑":
        return compound_after(text, position)
    phrase, pronoun = phrase_of(text, position)
    if phrase is not None or pronoun:
        return phrase
    found = phrase_after(text, position, single=single)
    if found is None and _ARTICLE.search(text, max(0, figure.start - 5), figure.start):
        return attribute_after(text, position)
    return found


def _count(text: str, figure: Figure, phrase: Phrase, before: Sequence[Figure]) -> None:
    figure.item, figure.head, figure.phrase_end = text[phrase.start : phrase.end], phrase.head, phrase.end
    category = phrase.category
    if category is None and is_country_word(phrase.head):
        category = (
            "personnel" if _FIGHTING.search(text, max(0, figure.start - _BACK), phrase.end + _BACK) else None
        )
    figure.category = as_casualties(text, figure, category or "other_count", _end_of(before))


def as_casualties(text: str, figure: Figure, category: str, previous: int = 0) -> Category:
    """Return "casualties" for people of whom the words around say that they were killed, wounded or lost."""
    people = category == "personnel" or figure.head.lower() in _PEOPLE or is_country_word(figure.head)
    if not people or figure.item is None:
        return category  # type: ignore[return-value]
    end = max(figure.phrase_end, figure.end)
    stop = _CLAUSE_END.search(text, end, end + _AHEAD)
    if _LOSSES.search(text, end, stop.start() if stop else end + _AHEAD):
        return "casualties"
    if _AGENT.search(text, max(0, figure.start - 4), figure.start):  # "suffered by 15,000 troops"
        return category  # type: ignore[return-value]
    start = max(0, previous, figure.start - _BACK)
    for stop in _CLAUSE_END.finditer(text, start, figure.start):
        start = stop.end()
    if _LOSSES.search(text, start, figure.start) or _LOST.search(
        text, max(0, figure.start - 24), figure.start
    ):
        return "casualties"
    return category  # type: ignore[return-value]


def _elided(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> None:
    """Find what is counted where no noun follows: "of whom 600", "their number to 12,000", "600 killed"."""
    figure.phrase_end = figure.end
    phrase = _named_before(text, figure, sentence) or _subject(text, figure)
    if phrase is not None:
        figure.item, figure.head = text[phrase.start : phrase.end], phrase.head
        category = phrase.category or "other_count"
    else:
        antecedent = _antecedent(figure, before)
        if antecedent is not None:
            figure.item, figure.head = antecedent.item, antecedent.head
            category = antecedent.category or "other_count"
            if category == "casualties":
                category = "personnel"
        else:
            category = "other_count"
    named = _BE.match(text, figure.end)
    predicate = phrase_after(text, named.end()) if named else None
    if predicate and predicate.category and phrase is None:  # "5,000 are to be construction workers"
        _count(text, figure, predicate, before)
        figure.phrase_end = figure.end
        return
    participle = _PARTICIPLE.match(text, figure.end)
    if participle and (figure.item is None or category in ("personnel", "other_count")):
        figure.item, figure.head = figure.item or participle[1], figure.head or participle[1]
        figure.category = "casualties"
        return
    figure.category = as_casualties(text, figure, category, _end_of(before))


def _end_of(before: Sequence[Figure]) -> int:
    return max(before[-1].end, before[-1].phrase_end) if before else 0


def _subject(text: str, figure: Figure) -> Phrase | None:
    """Read the noun directly before: "partners rose from three to nine", "casualties stood at 3,000"."""
    found = _SUBJECT.search(text, max(0, figure.start - 60), figure.start)
    if not found or found[1].split()[-1].lower() in STOPS or not is_plural(found[1].split()[-1]):
        return None
    words = found[1].split()
    start = found.start(1) if words[0].lower() not in STOPS else found.end(1) - len(words[-1])
    return Phrase(start, found.end(1), words[-1], category_of(words[-1]))


def _named_before(text: str, figure: Figure, sentence: int) -> Phrase | None:
    """Find the noun in "the number of containers is 40" or "Of the personnel that were sent, 40"."""
    for pattern in (_NUMBER_OF, _OF_OPENING):
        named = list(pattern.finditer(text, max(sentence, figure.start - _FARTHEST), figure.start))
        last = named[-1 if pattern is _NUMBER_OF else 0] if named else None
        if last and (pattern is _NUMBER_OF or last.start() - sentence < 4):
            phrase = phrase_after(text, last.end())
            if phrase and phrase.end <= figure.start:
                return phrase
    return None


def _antecedent(figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """Return the count before that says what is counted here too: near, and of a like size."""
    part = figure.value is not None and figure.value != int(figure.value)
    nearest: Figure | None = None
    least = _UNLIKE
    for distance, earlier in enumerate(reversed(before[-4:])):
        if figure.start - earlier.end > _FARTHEST:
            break
        if part and earlier.head not in ("points", "units"):
            continue  # nobody counts half soldiers
        if earlier.unit == "count" and earlier.item is not None:
            unlike = abs(log10(max(earlier.least, 1)) - log10(max(figure.least, 1))) + distance / 2
            if unlike < least:
                nearest, least = earlier, unlike
    return nearest
