"""Sources that put a figure at something: "Kyiv has it at 90", "valued by analysts at $2 million"."""

from __future__ import annotations

import re

from koreaaid.extract.claims.sources.reach import turn_after
from koreaaid.extract.claims.sources.source import Source
from koreaaid.extract.claims.verbs.verb_groups import negated
from koreaaid.extract.claims.words.phrases import HEADS, PRONOUNS, Phrase, phrase_after, phrase_before
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language.lexicon import lexicon

_REPORTING = lexicon("reporting")
_HAVING = frozenset(_REPORTING["having"])
_VALUING = frozenset(_REPORTING["valuing"])
_VALUED = frozenset(_REPORTING["valued"])
_LEVELS = frozenset(_REPORTING["levels"])
_COMING = frozenset(["arrives", "arrived", "came", "comes"])
_ALL = _HAVING | _VALUING | _VALUED | _COMING
_RECKONERS = frozenset(["Center", "Centre", "Institute", "Observatory"])
# "has [it lower, ]at 90", "gives [the number of dead ]as 90"
_HIGHER = frozenset(["higher", "lower"])
_IT_AT = re.compile("I[rjx]?,?a#")
_LEVEL_AT = re.compile("d[jxD]{1,3}(?:o[djxNCT]{1,3})?[ac]#")
_AT = re.compile("a#")
_THING_AT = re.compile("d[jxNBC#]{1,4}a#")
_THING = (_IT_AT, _THING_AT)
_VALUED_AT = (_AT, *_THING)


def putting(sentence: Tagged) -> Source | None:
    """Return who puts a figure at something; None for most sentences, by their words."""
    if _ALL.isdisjoint(sentence.words):
        return None
    for at, word in enumerate(sentence.words[:-2]):
        if word not in _ALL or at == 0:
            continue
        source = (
            _has_it(sentence, at)
            or _values(sentence, at)
            or _valued_by(sentence, at)
            or _reckons(sentence, at)
        )
        if source:
            return source
    return None


def _has_it(sentence: Tagged, at: int) -> Source | None:
    """Read "Kyiv has it at 90", "The ministry gives the number of dead as 90", "sees the toll at 90"."""
    if sentence.words[at] not in _HAVING:
        return None
    found = _IT_AT.match(sentence.tags, at + 1)
    if found and sentence.tags[at + 2] in "jx" and sentence.words[at + 2] not in _HIGHER:
        return None
    if found is None:
        found = _LEVEL_AT.match(sentence.tags, at + 1)
        if found is None or _LEVELS.isdisjoint(sentence.words[at + 1 : found.end()]):
            return None
    return _of_subject(sentence, at, found.end() - 1)


def _values(sentence: Tagged, at: int) -> Source | None:
    """Read "The plan, which officials price at $3 million", "officials value it at", "valued the firm at"."""
    if sentence.words[at] not in _VALUING:
        return None
    ways = _THING if sentence.words[at] in _VALUED else _VALUED_AT  # not "a firm valued at $3 million makes"
    found = next((found for way in ways if (found := way.match(sentence.tags, at + 1))), None)
    return found and _of_subject(sentence, at, found.end() - 1)


def _reckons(sentence: Tagged, at: int) -> Source | None:
    """Read "The Kiel Institute comes to $20 million"; no "The bill comes to"."""
    if sentence.words[at] not in _COMING or sentence.tags[at + 1 : at + 3] not in ("2#", "a#"):
        return None
    phrase = phrase_before(sentence, at)
    if phrase is None or sentence.words[phrase[1] - 1] not in _RECKONERS:
        return None
    if "y" in sentence.tags[max(0, phrase[0] - 1) : phrase[1]]:  # "a study by the Kiel Institute comes to"
        return None
    return _of_subject(sentence, at, at + 2)


def _valued_by(sentence: Tagged, at: int) -> Source | None:
    """Read "a deal valued by analysts at $2 million", "the backlog, put by the bank at $9 million"."""
    if sentence.words[at] not in _VALUED or sentence.tags[at + 1] != "y":
        return None
    phrase = phrase_after(sentence, at + 2)
    if phrase is None or not sentence.tags.startswith("a#", phrase[1]):
        return None
    figure = phrase[1] + 1
    return Source(phrase, sentence.words[at], at, figure, figure + 1, begins=at)


def _of_subject(sentence: Tagged, at: int, figure: int) -> Source | None:
    phrase = phrase_before(sentence, at)
    if phrase is None or negated(sentence, phrase[1], at) or not _may_speak(sentence, phrase):
        return None
    return Source(phrase, sentence.words[at], at, figure, turn_after(sentence, figure), begins=phrase[0])


def _may_speak(sentence: Tagged, phrase: Phrase) -> bool:
    head = sentence.tags[phrase[1] - 1]
    return head in HEADS or head in PRONOUNS
