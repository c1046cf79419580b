"""The verb that tells what happened on a day, with what it tells it of: "had rejected the request"."""

from __future__ import annotations

from koreaaid.extract.claims.verbs.verb_groups import group_end, group_start
from koreaaid.extract.claims.words.phrases import PRONOUNS, phrase_before
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language import word_classes as w

Event = tuple[int, int]

_TELLING = w.FINITE | w.AUXILIARY | w.TRANSFER | w.MODAL
_ENDING = w.CLAUSE | w.FINITE | w.INCLUDING
_PARTING = frozenset("tRc")
_TAKEN = frozenset("djxrNCBTMD#")
_NOUNS = frozenset("jxNCBTMD")
_FAR = 30
_LONGEST = 8
_LONGEST_SUBJECT = 4
_LONGEST_ADVERB = 2


def event_of(sentence: Tagged, day: int, first: int) -> Event | None:
    """Return the verb with its helpers that governs the day at this word: half-open, not before `first`.

    The nearest one before it in its clause, else the first one after it.
    """
    tags, flags = sentence.tags, sentence.flags
    for at in sentence.cues_before(_before_aside(sentence, day)):
        if at < first or day - at > _FAR or tags[at] in ";:|":
            break
        if tags[at] in _PARTING and flags[at] & w.CLAUSE:
            break
        if (flags[at] & _TELLING or tags[at] in "VXU") and _is_verb(sentence, at):
            return _first_helper(sentence, group_start(sentence, at)), at + 1
    for at in sentence.cues_after(day):
        if at - day > _FAR or tags[at] in ";:|" or (tags[at] in _PARTING and at > day + 2):
            break
        if (flags[at] & _TELLING or tags[at] in "VXU") and _is_verb(sentence, at):
            return at, _main_verb(sentence, max(group_end(sentence, at), at)) + 1
    return None


def _first_helper(sentence: Tagged, verb: int) -> int:
    """Return where a verb begins with its helper: "[had once again] used"."""
    for at in range(verb - 1, max(-1, verb - _LONGEST_ADVERB - 1), -1):
        if sentence.tags[at] in "vbm":
            return at
        if sentence.tags[at] not in "rxc":
            break
    return verb


def _main_verb(sentence: Tagged, helper: int) -> int:
    """Return the verb that a helper belongs to: "had once again [used]"."""
    if sentence.tags[helper] not in "vbm":
        return helper
    for at in range(helper + 1, min(len(sentence.tags), helper + _LONGEST_ADVERB + 2)):
        if sentence.flags[at] & w.FINITE:
            return at
        if sentence.tags[at] not in "rxc":
            break
    return helper


def words_of_event(text: str, sentence: Tagged, event: Event | None) -> str | None:
    """Return an event as written: the verb with its object, or with its subject where it has none."""
    if event is None:
        return None
    first, after = event
    last = after
    while last < len(sentence.tags) and last - after < _LONGEST and _goes_on(sentence, last):
        last += 1
    while last > after and sentence.tags[last - 1] in "drj":
        last -= 1
    passive = "b" in sentence.tags[first:after]
    if passive or last == after or sentence.words[after].lower() == "place":
        first = _subject(sentence, first)
    words = " ".join(sentence.words[first:last])
    if text.find(words, sentence.start, sentence.end) >= 0:
        return words
    start, end = sentence.span(first, last)
    return " ".join(text[start:end].split())


def _goes_on(sentence: Tagged, at: int) -> bool:
    return sentence.tags[at] in _TAKEN and not sentence.flags[at] & _ENDING


def _subject(sentence: Tagged, verb: int) -> int:
    """Return where the subject before a verb begins; the verb itself where there is none."""
    phrase = phrase_before(sentence, verb)
    if phrase and sentence.tags[phrase[0]] not in PRONOUNS and verb - phrase[1] < 2:
        start = max(phrase[0], phrase[1] - _LONGEST_SUBJECT)
    else:
        start = verb
        while start and verb - start < _LONGEST_SUBJECT and sentence.tags[start - 1] in _NOUNS:
            start -= 1
    return start


def _before_aside(sentence: Tagged, day: int) -> int:
    """Return where the clause of a day ends before an aside: "seen in Kursk, where they fight, on Monday"."""
    tags = sentence.tags
    comma = day - 2 if tags[max(0, day - 2) : day] in (",n", ",i") else day - 1
    if comma < 1 or tags[comma] != ",":
        return day
    opening = tags.rfind(",", 0, comma)
    return opening if opening > 0 and tags[opening + 1] in _PARTING else day


def _is_verb(sentence: Tagged, at: int) -> bool:
    """Say whether a word is a verb that tells an event, and no participle before a noun."""
    bits, tags = sentence.flags[at], sentence.tags
    if bits & w.TRANSFER and not bits & w.FINITE:
        return at > 0 and tags[at - 1] in "2m"
    return not (tags[at - 1 : at] == "d" or (tags[at - 1 : at] == "j" and tags[at + 1 : at + 2] in "xN"))
