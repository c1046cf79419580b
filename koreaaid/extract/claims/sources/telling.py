"""Whether a verb tells a figure by what follows it: "put it at 900", "counted 900 guns", "spoke of 90"."""

from __future__ import annotations

import re

from koreaaid.extract.claims.sources.citations import COUNTING
from koreaaid.extract.claims.words.phrases import Phrase
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.extract.mention import Quantity
from koreaaid.language.lexicon import lexicon
from koreaaid.language.word_classes import DENYING, EVIDENCE

_HEARD = frozenset(lexicon("reporting")["heard"])
_NEAR_HEARD = 7
_FINITE, _NEAR_CLAUSE = re.compile("[^,;:]*[mbv]"), 10
_SPEAKS = frozenset(["speak", "speaks", "spoke", "spoken"])
_FINDS = frozenset(["find", "finds", "found"])
_NEAR_EVIDENCE = 4
_NUMBERS = frozenset(["cost", "figure", "losses", "number", "price", "share", "toll", "total", "value"])
_CALLS = frozenset(["called", "calls", "dubbed"])
_COUNTS = frozenset(["counted", "noted"])
_LISTS = frozenset(["count", "counted", "counts", "list", "listed", "lists"])
_LOST = frozenset(["captured", "damaged", "dead", "destroyed", "killed", "lost", "missing", "wounded"])
_NEAR_AS = 8
_RECALLS = frozenset(["recalled", "recalls", "remembered", "remembers"])
_SEEING = frozenset(["counting", "finding", "hearing", "seeing"])
_NOT_COUNTED = frozenset(["money", "percent"])


def verb_says(sentence: Tagged, at: int, subject: Phrase) -> bool | None:
    """Say whether a verb reports by what follows it, or None where it does not decide."""
    verb, tags = sentence.words[at].lower(), sentence.tags
    down = sentence.words[at + 1 : at + 2] == ["down"]
    if verb == "put" and tags.endswith((",", ",r"), 0, at) and tags[at + 1 : at + 2] == "a":
        return False  # "what was sold to Norway, variously put at 900"
    if verb in ("put", "puts") and (down or "a#" in tags[at : at + 16] or _puts_number(sentence, at)):
        return not down  # "puts it at 900", not "puts it down to"
    if verb in ("put", "puts") and tags[at + 1 : at + 2] == "#":
        return False  # "put 11 vessels on its list"
    if verb in ("put", "puts") and sentence.tells_sum(at, at + 3):
        return False  # "put some $3 million into it"
    if sentence.flags[at] & DENYING:  # "dismissed as fake news reports that"
        return not _HEARD.isdisjoint(map(str.lower, sentence.words[at + 1 : at + _NEAR_HEARD]))
    if verb in _FINDS and _finds_evidence(sentence, at):
        return True
    if verb in _SPEAKS:  # "spoke of around 100", "spoke last month of 100"
        return tags[at + 1 :].lstrip("@r")[:1] == "o"
    if verb in _LISTS and _as_lost(sentence, at):
        return True
    if verb == "thinks" and _FINITE.match(sentence.tags, at + 1, at + _NEAR_CLAUSE):
        return True  # "thinks the full year could bring $15 billion"
    if verb in _RECALLS and sentence.words[at + 1 : at + 2] and sentence.words[at + 1] in _SEEING:
        return True  # "recalls seeing 60 bodies"
    noted = verb in _COUNTS and tags[subject[0]] in "hHN"  # "had noted down 600"
    if is_count(sentence, at, subject) or (noted and tags[at + 1 + down : at + 2 + down] == "#"):
        return True
    return _calls(sentence, at, subject) if verb in _CALLS else None


def _calls(sentence: Tagged, at: int, subject: Phrase) -> bool:
    """Say whether somebody calls something: "called it “a raid with 90 jets”", "called the claim … a lie".

    Not so "in what Oslo called “a raid,” 90 came".
    """
    tags, words = sentence.tags, sentence.words
    if words[subject[0] - 1 : subject[0]] in (["What"], ["what"]):
        return False
    told = "t" in tags[at + 2 : at + 5] and not _HEARD.isdisjoint(words[at + 1 : at + 4])
    return told or any(mark in tags[at : at + 8] for mark in '“"')


def _as_lost(sentence: Tagged, at: int) -> bool:
    """Say whether what is counted is told to be lost: "lists 40 tanks as lost"."""
    behind = sentence.words[at + 2 : at + _NEAR_AS]
    return sentence.tags[at + 1 : at + 2] == "#" and "as" in behind and not _LOST.isdisjoint(behind)


def _puts_number(sentence: Tagged, at: int) -> bool:
    """Say whether a number is estimated: "put the number closer to 8,000"."""
    nouns = sentence.words[at + 2 : at + 4] if sentence.tags[at + 1 : at + 2] == "d" else []
    return not _NUMBERS.isdisjoint(nouns)


def _finds_evidence(sentence: Tagged, at: int) -> bool:
    """Say whether evidence is found of what follows: "found fresh evidence that four ships had come"."""
    that = sentence.tags.find("t", at, at + _NEAR_EVIDENCE + 1)
    return that > 0 and bool(sentence.flags[that - 1] & EVIDENCE)


def is_count(sentence: Tagged, at: int, subject: Phrase) -> bool:
    """Say whether a body or an official tells a count: "the border guard registered 900 entries"."""
    counted = sentence.figures.get(at + 1)
    if sentence.words[at].lower() not in COUNTING or not isinstance(counted, Quantity):
        return False
    head = subject[1] - 1
    return counted.category not in _NOT_COUNTED and (
        sentence.tags[head] in "TBM" or (sentence.tags[head] == "N" and sentence.words[head].isupper())
    )
