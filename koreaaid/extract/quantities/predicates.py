"""What a sentence begins with, for its later verbs: "The tank has a range of 450 km and weighs 55 tons"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from koreaaid.extract.quantities.figure import Figure
from koreaaid.extract.quantities.pronouns import opening_of_last
from koreaaid.language.lexicon import lexicon
from koreaaid.language.nearby import word_before
from koreaaid.language.nouns import category_of, is_plural
from koreaaid.language.patterns import late
from koreaaid.language.phrase_words import designation_category, is_designation, is_known, stops
from koreaaid.language.phrases import Phrase
from koreaaid.language.preceding import FIGURE_VERBS

_OF_MEASURES = frozenset(lexicon("phrases")["second_verbs"]["measuring"])
_OF_SUMS = frozenset(lexicon("phrases")["second_verbs"]["raising"])
_VERBS = FIGURE_VERBS | frozenset(lexicon("phrases")["second_verbs"]["first"])
_SECOND = late(r"(?:\band|\bbut|,) (?:also |now |it )?[a-z]+ (?:about |around |some |up to )?\Z")
_WORDS = late(r"[“\"‘(]{0,2}((?:[\w’'-]+ ){2,8})")
_NAMED = late(r"(?:The |An? |Its )?((?:[\w’'-]+ ){0,2}([\w’'-]*\d[\w’'-]*)), (?:which|whose|an?|the|its) ")
_REACH = 32


def read_second(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> str | None:
    """Return the subject of a verb that is the second one of its sentence.

    "" where it is not told, or where a sum is raised by who bought something; None where the verb is no
    such one.
    """
    verb = word_before(text, figure.start)
    raising = figure.category == "money" and verb in _OF_SUMS
    if not (raising or verb in _OF_MEASURES) or not before or before[-1].end <= sentence:
        return None
    if not _SECOND.search(text, max(before[-1].end, figure.start - _REACH), figure.start):
        return None
    if raising:
        return ""
    if text.startswith(("It ", "They "), sentence):
        return opening_of_last(text, sentence, before)
    subject = opening_subject(text, sentence)
    return text[subject.start : subject.end] if subject else None


def opening_subject(text: str, sentence: int) -> Phrase | None:
    """Return the things or people that a sentence begins with, before its first verb."""
    named = _NAMED.match(text, sentence)
    if named and is_designation(named[2]):  # "The K9A2, which needs a crew of three, will"
        return Phrase(named.start(1), named.end(1), named[2], designation_category(named[2]))
    found = _WORDS.match(text, sentence)
    words = found[1].split() if found else []
    start = found.start(1) if found else 0
    while len(words) > 1 and (stops(words[0]) or words[0][0].isdecimal()):  # "The 47-ton gun"
        start += len(words[0]) + 1
        words = words[1:]
    for at, (noun, verb) in enumerate(pairwise(words), start=1):
        category = category_of(noun)
        if not (verb in _VERBS or (verb[-1] == "s" and not is_plural(noun))) or stops(noun):
            continue
        if category or is_known(noun) or is_designation(noun):
            end = start + len(" ".join(words[:at]))
            return Phrase(start, end, noun, category)
    return None
