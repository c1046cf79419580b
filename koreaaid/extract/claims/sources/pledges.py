"""Sources that promise, thank for or set a figure: "Yoon pledged $1 million", "raised its toll to 90"."""

from __future__ import annotations

from koreaaid.extract.claims.sources.reach import turn_after
from koreaaid.extract.claims.sources.source import Source
from koreaaid.extract.claims.verbs.verb_groups import negated
from koreaaid.extract.claims.words.kinds import kind_of
from koreaaid.extract.claims.words.phrases import Phrase, phrase_after, phrase_before
from koreaaid.extract.claims.words.subjects import opening_phrase
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language.lexicon import lexicon
from koreaaid.language.word_classes import FINITE, MEASURE, PLEDGED

_REPORTING = lexicon("reporting")
_PROMISING = frozenset(_REPORTING["promising"])
_CHANGING = frozenset(_REPORTING["changing"])
_THANKING = frozenset(["thanked", "thanks"])
_MADE = frozenset(["made", "makes"])
_KNOWN = frozenset(["clear", "known", "public"])
_MARKS = (",", "”", '"')
_NEAR_SUM = 6
_NEAR_MEASURE = 4
_NEAR_LEVEL = 8
_NEAR_THAT = 5


def pledges(sentence: Tagged) -> list[Source]:
    """Return who promises that something will be, or a sum: "Oslo vowed that …", "Yoon pledged $1 million".

    A sum that a country pledges is its deed; that a person does is what this person says.
    """
    found = []
    for at in sentence.cues:
        bits = sentence.flags[at]
        if bits & PLEDGED and sentence.words[at].lower() in _PROMISING:
            source = _promise(sentence, at)
        elif bits & MEASURE:
            source = _changed_measure(sentence, at)
        elif bits & FINITE and sentence.words[at] in _MADE:
            source = _made_known(sentence, at)
        else:
            continue
        if source:
            found.append(source)
    return found


def thanking(sentence: Tagged) -> Source | None:
    """Read "Nowak thanked Oslo for 40 guns"."""
    for at, word in enumerate(sentence.words[:-3]):
        if word not in _THANKING or at == 0:
            continue
        giver = phrase_after(sentence, at + 1)
        begin = sentence.tags.find("#", giver[1], giver[1] + _NEAR_THAT) if giver else -1
        subject = phrase_before(sentence, at) if begin > 0 else None
        if subject and giver and sentence.tags[giver[1]] == "f":
            return _said(sentence, subject, at, begin)
    return None


def _promise(sentence: Tagged, at: int) -> Source | None:
    phrase = phrase_before(sentence, at)
    if phrase is None and sentence.tags[at - 1 : at] == "&":  # "voiced support, and promised that"
        phrase = opening_phrase(sentence, at)
    if phrase is None or negated(sentence, phrase[1], at):
        return None
    if sentence.tags[at + 1 : at + 2] in ("", ",") and sentence.tags[phrase[0] - 1 : phrase[0]] in _MARKS:
        return Source(phrase, sentence.words[at], at, 0, phrase[0], begins=phrase[0], outer=True)
    says = sentence.tags[at + 1 : at + 2] == "t"
    if not says and not (_is_person(sentence, phrase) and sentence.tells_sum(at, at + _NEAR_SUM)):
        return None
    return _said(sentence, phrase, at, at + 2 if says else at + 1)


def _made_known(sentence: Tagged, at: int) -> Source | None:
    """Read "X made it known that", "X made public last week that"."""
    known = at + 2 if sentence.tags[at + 1 : at + 2] == "I" else at + 1
    that = sentence.tags.find("t", known + 1, known + _NEAR_THAT)
    if that < 0 or sentence.words[known].lower() not in _KNOWN:
        return None
    phrase = phrase_before(sentence, at)
    return phrase and _said(sentence, phrase, at, that + 1)


def _changed_measure(sentence: Tagged, at: int) -> Source | None:
    """Read "X raised its estimate of the dead to 900", "X lifted its toll from 300 to 600"."""
    if "2#" not in sentence.tags[at + 1 : at + _NEAR_LEVEL] and not _ranges(sentence, at):
        return None
    for verb in range(at - 1, max(0, at - 1 - _NEAR_MEASURE), -1):
        if sentence.words[verb].lower() in _CHANGING:
            if "d" not in sentence.tags[verb:at] and not sentence.words[verb].endswith("s"):
                return None  # "the governments' revised forecast", but "NIS raises toll to 900"
            phrase = phrase_before(sentence, verb)
            return phrase and _said(sentence, phrase, verb, at + 1)
        if sentence.tags[verb] not in "djxNCBM":
            break
    return None


def _ranges(sentence: Tagged, at: int) -> bool:
    """Say whether a figure behind a measure tells from where to where it goes: "from 300 to 600"."""
    figure = sentence.tags.find("#", at, at + _NEAR_LEVEL)
    return figure > 0 and sentence.words[figure].startswith("from")


def _said(sentence: Tagged, phrase: Phrase, at: int, begin: int) -> Source:
    right = turn_after(sentence, at)
    return Source(phrase, sentence.words[at], at, begin, right, begins=phrase[0])


def _is_person(sentence: Tagged, phrase: Phrase) -> bool:
    """Say whether somebody by name, with a role or none, or "he" is the subject."""
    tags = sentence.tags[slice(*phrase)]
    if tags == "h":
        return True
    if len(tags) == 1:
        return tags == "N" and not sentence.words[phrase[0]].isupper()
    return tags[-1] in "NT" and kind_of(sentence, phrase) in ("person", "group")
