"""Documents as sources without a verb: "in a poll by X, 64 percent …", "(Nikkei Asia, May 3, 2022)"."""

from __future__ import annotations

import re

from koreaaid.extract.claims.sources.reach import turn_after, turn_before
from koreaaid.extract.claims.sources.source import Source
from koreaaid.extract.claims.words.phrases import Phrase, phrase_after, phrase_before
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language.lexicon import lexicon
from koreaaid.language.subject_nouns import OWNING
from koreaaid.language.word_classes import CONFIRMING, DENYING

SURVEYS = frozenset(lexicon("reporting")["surveys"])
_BRACKET = re.compile(r"\(([NMBDCx&]{1,6}),[@,]*@\)")
_PUBLISHER = re.compile(r"[MDB]|NN")  # one name alone may be a place
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}$", re.IGNORECASE)
_MONTH = re.compile(r"[A-Za-z]{3}")
_OPENING = 9
_HAVING = frozenset(["gave", "gives", "had", "has", "have"])
_COMING = frozenset(["came", "come", "comes", "ran", "run", "runs"])
_LONGEST = 6
_OWNERS = frozenset(["her", "his", "its", "their"])
OWN_WORDS = frozenset(["account", "calculation", "opinion", "reckoning", "telling", "view", "words"])
_SOME = frozenset(["all", "many", "most", "one", "several", "some"])
# what an estimate, and no act, is told with: "is put at 3 million in public reports"
_GIVEN = frozenset(["estimated", "given", "listed", "put", "recorded", "valued"])


def opening_survey(sentence: Tagged) -> Source | None:
    """Read "In a poll conducted by X, 64 percent …", "Of those in the poll, which X did, …"."""
    tags = sentence.tags
    at = tags.find("D", 0, _OPENING) if tags[:1] in ("i", "o") else -1
    comma = tags.find(",", at)
    if at < 0 or comma < 0 or sentence.words[at].lower() not in SURVEYS:
        return None
    by = tags.rfind("y", at, comma)  # "commissioned by Y and conducted by X"
    if tags[comma + 1 : comma + 2] == "R":
        by = comma + 1
    that = tags.find("t", at, comma)  # "a survey of 200 firms that X released"
    by = that if by < 0 < that else by
    phrase = phrase_after(sentence, by + 1) if by > 0 else None
    return Source(phrase or (at, at + 1), "in", 0, comma, len(tags), begins=0, outer=True)


def opening_words(sentence: Tagged) -> Source | None:
    """Read "In his words, 12 ships left", "By their account, …"."""
    words, tags = sentence.words, sentence.tags
    if words[:1] == ["If"]:
        return _to_be_believed(sentence)
    if words[:1] not in (["In"], ["By"]):
        return None
    if owned := _in_view_of(sentence):
        return owned
    if tags[1:2] != "d" or tags[3:4] != ",":
        return None
    if words[1] not in _OWNERS or words[2] not in OWN_WORDS:
        return None
    return Source((1, 2), words[2], 2, 4, turn_after(sentence, 4), begins=0, outer=True)


def _to_be_believed(sentence: Tagged) -> Source | None:
    """Read "If Moscow is to be believed, 40 were lost"."""
    phrase = phrase_after(sentence, 1)
    if phrase is None or sentence.words[phrase[1] + 1 : phrase[1] + 4] != ["to", "be", "believed"]:
        return None
    at = phrase[1] + 3
    return Source(phrase, "believed", at, at + 1, turn_after(sentence, at + 2), begins=0, outer=True)


def _in_view_of(sentence: Tagged) -> Source | None:
    """Read "In Kyiv's view, 40 are enough", "In the words of the minister, 40 came"."""
    words, tags = sentence.words, sentence.tags
    for at in range(2, min(_OPENING, len(words) - 1)):
        if words[at] not in OWN_WORDS:
            continue
        if words[at - 1][-2:] in OWNING and tags[at + 1] not in "oFfia":
            return Source((1, at), words[at], at, at + 1, turn_after(sentence, at + 1), begins=0, outer=True)
        phrase = phrase_after(sentence, at + 2) if tags[at + 1 : at + 2] == "o" else None
        if phrase and tags[phrase[1] : phrase[1] + 1] == ",":
            right = turn_after(sentence, phrase[1])
            return Source(phrase, words[at], at, phrase[1], right, begins=0, outer=True)
        return None
    return None


def within_document(sentence: Tagged, at: int) -> Source | None:
    """Read "a report by X that …", "55 percent in one survey", "is put at 3 million in public reports"."""
    return (
        _report_that(sentence, at)
        or _comes_to(sentence, at)
        or _survey_has(sentence, at)
        or _by_some(sentence, at)
        or _in_document(sentence, at)
    )


def _by_some(sentence: Tagged, at: int) -> Source | None:
    """Read "500,000 are left, by one estimate", "By most accounts, 900 came"."""
    if sentence.tags[at - 2 : at - 1] != "y" or sentence.words[at - 1] not in _SOME:
        return None
    left, right = turn_before(sentence, at - 2), turn_after(sentence, at)
    return Source((at - 1, at + 1), "by", at - 2, left, right, begins=at - 2, outer=True)


def _survey_has(sentence: Tagged, at: int) -> Source | None:
    """Read "A CNN poll this week has him at 39 percent", "the survey gives the party 12 percent"."""
    tags = sentence.tags
    verb = at + 1
    while tags[verb : verb + 1] in ("@", "r", "n", "i") and verb - at < _LONGEST:
        verb += 1
    if sentence.words[at].lower() not in SURVEYS or verb >= len(tags):
        return None
    if sentence.words[verb].lower() not in _HAVING or not _tells_share(sentence, verb, verb + _OPENING):
        return None
    phrase = phrase_before(sentence, verb)
    return phrase and Source(
        phrase, sentence.words[verb], verb, verb + 1, turn_after(sentence, verb), begins=phrase[0]
    )


def _report_that(sentence: Tagged, at: int) -> Source | None:
    """Read what a report tells whose maker is named: "after a report by CNN that".

    Not what somebody confirms or denies: "confirmed a report by CNN that".
    """
    tags = sentence.tags
    if tags[at + 1 : at + 2] not in ("o", "y", "F", "i"):
        return None
    if any(bits & (CONFIRMING | DENYING) for bits in sentence.flags[max(0, at - 2) : at]):
        return None
    phrase = phrase_after(sentence, at + 2)
    if phrase is None or tags[phrase[1] : phrase[1] + 1] != "t" or tags[phrase[0]] == "#":
        return None  # "a survey of 90 firms that"
    if tags[at + 1] == "i" and tags[phrase[1] - 1] != "M":  # "reports in foreign media that"
        return None
    begin = phrase[1] + 1
    if tags[begin : begin + 1] not in ("#", "N", "C", "d", "B", "T", "H", "I", "h"):
        return None  # "a report by X that says"
    return Source(phrase, sentence.words[at], at, begin, turn_after(sentence, begin), begins=at)


def _comes_to(sentence: Tagged, at: int) -> Source | None:
    """Read "an estimate by X runs to $9 billion", "a study by X had come to 900"."""
    if sentence.tags[at + 1 : at + 2] != "y" or (phrase := phrase_after(sentence, at + 2)) is None:
        return None
    verb = phrase[1] + sentence.tags.startswith("v", phrase[1])
    if sentence.words[verb : verb + 1] == [] or sentence.words[verb] not in _COMING:
        return None
    return Source(phrase, sentence.words[verb], verb, verb + 1, turn_after(sentence, verb), begins=at)


def _in_document(sentence: Tagged, at: int) -> Source | None:
    tags = sentence.tags
    start = at
    while start and at - start < _LONGEST and tags[start - 1] in "dxj#NCM":
        start -= 1
    if start > 1 and tags[start - 1] == "n" and sentence.words[start - 2].lower() == "based":
        return _based_on(sentence, start, at)
    if not start or tags[start - 1] != "i" or tags[at + 1 : at + 2] in ("V", "U", "o", "D", "N"):
        return None
    left = max(turn_before(sentence, start - 1), tags.rfind(",&", 0, start) + 1)
    ends = tags.find(",&", at)
    right = min(turn_after(sentence, at), ends if ends > 0 else len(tags))
    if sentence.words[at].lower() in SURVEYS:
        if tags.startswith(";#", right):  # "56 percent agreed in a poll; 13 percent did not"
            right = turn_after(sentence, right + 1)
        if not _tells_share(sentence, left, right):
            return None
    elif not _is_given(sentence, left, start):
        return None
    by = _maker(sentence, at)
    return Source(by or (start, at + 1), "in", start - 1, left, right, begins=start - 1, outer=True)


def _based_on(sentence: Tagged, start: int, at: int) -> Source | None:
    """Read "7 in 10 voters want it, based on a poll by X", "Based on data from X, 900 came"."""
    before = start - 3
    if before >= 0 and sentence.tags[before] not in ",(-":
        return None
    phrase = phrase_after(sentence, start) or (start, at + 1)
    left, right = turn_before(sentence, start - 2), turn_after(sentence, at)
    return Source(phrase, "based on", start - 2, left, right, begins=start - 2, outer=True)


def _maker(sentence: Tagged, at: int) -> Phrase | None:
    """Return who made a survey: "in a poll conducted by X"."""
    by = sentence.tags.find("y", at, at + 4)
    return phrase_after(sentence, by + 1) if by > 0 else None


def _tells_share(sentence: Tagged, left: int, right: int) -> bool:
    return any(figure.unit == "percent" for at, figure in sentence.figures.items() if left <= at < right)


def _is_given(sentence: Tagged, left: int, stop: int) -> bool:
    """Say whether a figure is put at something in the passive before a word."""
    tags = sentence.tags
    return any(
        sentence.words[at].lower() in _GIVEN and tags[at - 1] in "br" and "#" in tags[at:stop]
        for at in range(max(left, 1), stop)
    )


def bracketed_source(sentence: Tagged) -> Source | None:
    """Read the source in brackets at the end: "… rose by 177 percent (Nikkei Asia, May 3, 2022)."."""
    tags = sentence.tags
    found = _BRACKET.search(tags)
    if found is None or found.end() != len(tags):
        return None
    start, end = found.span(1)
    if not _MONTH.search(sentence.words[found.end() - 2]):
        return None
    if not _PUBLISHER.search(tags[start:end]) and not _DOMAIN.match(sentence.written(start, end)):
        return None
    return Source((start, end), "(", start, 0, start - 1, begins=start - 1, outer=True)
