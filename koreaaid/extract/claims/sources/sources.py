"""Who says something in a sentence, with which verb, and which of its words are what is said."""

from __future__ import annotations

import re

from koreaaid.extract.claims.sources.citations import owner_of_measure, with_origins
from koreaaid.extract.claims.sources.denials import accusing, leaving_open, rejecting
from koreaaid.extract.claims.sources.documents import (
    bracketed_source,
    opening_survey,
    opening_words,
    within_document,
)
from koreaaid.extract.claims.sources.gapped import with_gapped
from koreaaid.extract.claims.sources.labels import labelled_sources
from koreaaid.extract.claims.sources.opinions import opinion
from koreaaid.extract.claims.sources.pledges import pledges, thanking
from koreaaid.extract.claims.sources.putting import putting
from koreaaid.extract.claims.sources.reach import adds, date_in, turn_after, turn_before
from koreaaid.extract.claims.sources.sayings import saying
from koreaaid.extract.claims.sources.source import Content, Source
from koreaaid.extract.claims.words.appositions import name_behind, neighbour_behind
from koreaaid.extract.claims.words.phrases import HEADS, SEEN, Phrase, phrase_after, phrase_before, seen_by
from koreaaid.extract.claims.words.plain import anyone_after, plain_after
from koreaaid.extract.claims.words.subjects import opening_phrase
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language.lexicon import lexicon
from koreaaid.language.word_classes import DENYING, EXCLUDING, FINITE, LOWER, MEASURE, PLEDGED

_TRIGGER = re.compile("[AVXUGPD]")
_MOST_SOURCES = 12
_DOCUMENTS = frozenset(lexicon("reporting")["documents"])
_MADE = frozenset(["compiled", "gathered", "issued", "provided", "published", "released", "shared"])
_DENIED = ("t", "I", "h", "H", "D", "x")
_BUT_IT = (["but"], [","])
_PLEDGING = PLEDGED | MEASURE


def find_sources(sentence: Tagged) -> list[Source]:
    """Return the sources that a sentence names, in its order."""
    found = labelled_sources(sentence) if ":" in sentence.tags or "-" in sentence.tags else []
    opening = opening_survey(sentence) or opening_words(sentence)
    if opening:
        found.append(opening)
    for trigger in _TRIGGER.finditer(sentence.tags):
        source = _source_at(sentence, trigger.start(), trigger[0], found)
        if source:
            found.append(source)
            if len(found) == _MOST_SOURCES:
                break
    others = _of_other_verbs(sentence, found)
    if others:
        found = sorted([*found, *others], key=lambda source: source.at)
    if ":" in sentence.tags and (quoting := _quoting(sentence, found)):
        found.append(quoting)
    if "@)" in sentence.tags and (bracketed := bracketed_source(sentence)):
        found.append(bracketed)
    if found and sentence.tags.count("#") > 1:
        found = with_gapped(sentence, found)
    return with_origins(sentence, found)


def _of_other_verbs(sentence: Tagged, found: list[Source]) -> list[Source]:
    """Return the sources whose verb is none of saying: "pledged", "rejected claims that", "has it at"."""
    others: list[Source | None] = []
    if sentence.bits & _PLEDGING or ("t" in sentence.tags and "made" in sentence.words):
        others += pledges(sentence)
    if sentence.bits & EXCLUDING:
        others.append(leaving_open(sentence))
    text, start, end = sentence.text, sentence.start, sentence.end
    if ("t" in sentence.tags or "o#" in sentence.tags) and text.find("reject", start, end) > 0:
        others.append(rejecting(sentence))
    if text.find("accuse", start, end) > 0:
        others.append(accusing(sentence))
    put_at = "a#" in sentence.tags or "c#" in sentence.tags or "2#" in sentence.tags
    if put_at and (put := putting(sentence)):
        told = any(source.at >= put.begins and source.covers(put.left) for source in found)
        others.append(None if told else put)
    if ("f#" in sentence.tags or "fd#" in sentence.tags) and text.find("thank", start, end) > 0:
        others.append(thanking(sentence))
    others.append(opinion(sentence))
    return [source for source in others if source]


def _quoting(sentence: Tagged, found: list[Source]) -> Source | None:
    """Read "The minister praised the deal: “It is …”": who acts before a colon says the quotation."""
    colon = max(sentence.tags.find(":“"), sentence.tags.find(':"'))
    if colon < 2 or any(source.covers(colon + 1) for source in found):
        return None
    phrase = opening_phrase(sentence, colon)
    if phrase is None or sentence.tags[phrase[1] - 1] not in "NTB" or phrase[1] >= colon:
        return None
    return Source(phrase, ":", colon, colon + 1, len(sentence.tags), begins=phrase[0])


def _source_at(sentence: Tagged, at: int, tag: str, earlier: list[Source]) -> Source | None:
    if tag == "A":
        return _according(sentence, at, at + 2) if sentence.tags[at + 1 : at + 2] == "2" else None
    if tag == "P":
        return _per(sentence, at)
    if tag in "VXU":
        return saying(sentence, at, tag, earlier)
    if tag == "G":
        return _gerund(sentence, at, earlier)
    if tag == "D":
        return owner_of_measure(sentence, at) or within_document(sentence, at)
    return None


def _according(sentence: Tagged, at: int, start: int) -> Source | None:
    """Read "according to X", which reaches both ways, at the end over the whole sentence."""
    if sentence.tags.startswith("d@", start):  # "the 2024 Military Balance"
        start += 2
    her = sentence.words[start : start + 1] == ["her"] and sentence.tags[start + 1 : start + 2] in ("", ",")
    phrase = (
        (start, start + 1)
        if her
        else phrase_after(sentence, start)
        or plain_after(sentence, start)
        or anyone_after(sentence, start)
        or _published(sentence, start)
    )
    if phrase is None:
        return None
    if sentence.words[phrase[1] - 1] == "information" and "N" not in sentence.tags[slice(*phrase)]:
        return None  # "according to unofficial information"
    size = len(sentence.tags)
    phrase = _made_by(sentence, phrase) or _named_beside(sentence, phrase) or phrase
    left = 0 if phrase[1] >= size else turn_before(sentence, at)
    said = date_in(sentence, phrase[1], phrase[1] + 4)
    right = turn_after(sentence, phrase[1])
    if (
        at == 0 and sentence.words[right : right + 1] in _BUT_IT
    ):  # "According to X, it has 70, but it may make 10"
        right = turn_after(sentence, right + 2)
    if at > 0 and sentence.tags[phrase[1] : phrase[1] + 1] == "-" != sentence.tags[at - 1]:
        right = phrase[1]  # "…, according to the report – twice what is allowed"
    if sentence.tags[at - 2 : at] == ",#":  # "earned $9 billion, $20 billion according to X"
        left = at - 1
    source = Source(phrase, "according to", at, left, right, begins=at, outer=True)
    source.said = said
    source.told = seen_by(sentence, phrase[1])
    return source


def _named_beside(sentence: Tagged, phrase: Phrase) -> Phrase | None:
    """Return the name beside an office or a trade: "according to the mayor, Ihor Terekhov, 40"."""
    named = name_behind(sentence, phrase) or neighbour_behind(sentence, phrase)
    return named if named and not sentence.tags.startswith(",R", named[1]) else None


def _published(sentence: Tagged, start: int) -> Phrase | None:
    """Return documents that only a participle describes: "according to published reports"."""
    if sentence.tags[start : start + 1] != "U" or sentence.words[start + 1 : start + 2] == []:
        return None
    return (start, start + 2) if sentence.words[start + 1].lower() in _DOCUMENTS else None


def _made_by(sentence: Tagged, phrase: Phrase) -> Phrase | None:
    """Return who made a document: "data compiled by the customs office", "figures the office published"."""
    by = phrase[1] + 1
    if sentence.tags[phrase[1] - 1] == "D" and sentence.tags[phrase[1] : by] == "d":
        maker = phrase_after(sentence, phrase[1])
        made = _after_bracket(sentence, maker[1]) if maker else 0
        return maker if not _MADE.isdisjoint(sentence.words[made : made + 1]) else None
    if sentence.tags[phrase[1] - 1] != "D" or sentence.tags[by : by + 1] != "y":
        return None
    if not sentence.flags[by - 1] & FINITE or sentence.words[by - 1].lower() in SEEN:
        return None
    return phrase_after(sentence, by + 1)


def _after_bracket(sentence: Tagged, at: int) -> int:
    """Pass over "(KITA)"."""
    closing = sentence.tags.find(")", at, at + 4) if sentence.tags[at : at + 1] == "(" else -1
    return closing + 1 if closing > 0 else at


def _per(sentence: Tagged, at: int) -> Source | None:
    """Read "per X" where X speaks: at the start, or after a comma or "as"; not "per day"."""
    before = sentence.tags[at - 1] if at else ","
    as_per = at > 0 and sentence.words[at - 1].lower() == "as"
    if before != "," and not as_per:
        return None
    phrase = phrase_after(sentence, at + 1)
    if phrase is None or sentence.tags[at + 1] == "x":
        return None
    if sentence.tags[slice(*phrase)] == "T" and sentence.flags[at + 1] & LOWER:  # "Per soldier it spends"
        return None
    return Source(
        phrase, "per", at, turn_before(sentence, at), turn_after(sentence, phrase[1]), begins=at, outer=True
    )


def _gerund(sentence: Tagged, at: int, earlier: list[Source]) -> Source | None:
    """Read ", adding that …": said by whoever spoke before in the sentence, or else by its subject."""
    denies = sentence.flags[at] & DENYING
    if sentence.words[at] == "warning" and sentence.tags[at + 1 : at + 2] == "x":
        return None  # "fired warning shots"
    if denies and sentence.tags[at + 1 : at + 2] not in _DENIED:
        return None  # "denying 40 men a trial"
    if (
        at == 0
        or sentence.tags[at - 1] in "bc"
        or (sentence.tags[at - 1] == "y" and "t" not in sentence.tags[at + 1 : at + 2])
        or ("t" not in sentence.tags[at + 1 : at + 2] and earlier and earlier[-1].outer and not denies)
    ):
        return None
    if adds(sentence, at):
        return None
    own = phrase_before(sentence, at) if sentence.tags[at - 1] in HEADS else None  # "reports suggesting that"
    phrase = own or (earlier[-1].phrase if earlier else opening_phrase(sentence, at))
    if phrase is None:
        return None
    begin = at + 2 if sentence.tags[at + 1 : at + 2] == "t" else at + 1
    content: Content = "denied" if denies else "said"
    return Source(phrase, sentence.words[at], at, begin, turn_after(sentence, at), begins=at, content=content)
