"""Noun phrases that name a speaker or an actor, found from the words around a verb."""

from __future__ import annotations

import re

from koreaaid.extract.claims.words.passed_over import UNNAMED, before_adverbs, before_bracket, before_wish
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language.word_classes import CLAUSE, FINITE, LOWER

Phrase = tuple[int, int]

HEADS = frozenset("NCTBDM")
PRONOUNS = frozenset("hHIW")
ENDING = FINITE | CLAUSE  # no part of a noun phrase
_OWNERS = frozenset("TBD")
_PREPOSITIONS = frozenset("fFiawny")
_ONE, _THEIR = frozenset(["a", "an"]), frozenset(["its", "their"])
_PLACES = frozenset(["city", "county", "district", "oblast", "province", "region"])
_RANKS = frozenset(["First", "Under"])
_OBJECTS = frozenset(["her", "him", "it", "me", "them", "us"])
_FORMS = frozenset(["Inc", "LLC", "Ltd", "Limited"])
_ALIAS = frozenset(
    ["a", "alias", "call", "callsign", "her", "his", "name", "nickname", "nom-de-guerre", "sign", "the"]
)
_LONGEST_ALIAS = 5
# "a survey of 1,005 adults by Realmeter", "an audit of 2,400 vests delivered by a supplier"
_SURVEY = re.compile("d?Do#[xjC]{1,3}y$")
_RUN_ON = re.compile("x(j*[TM])$")
_SURVEYED = re.compile("(D(?=o#|xp#)|Dy[dNCBMTj]{1,6})(?:[on]|xp)d?#?[xjCB]{1,3}(?:(y)[dNCBTjx]{1,4})?$")
_LONGEST, _LONGEST_ASIDE, _LONGEST_FIELD = 16, 28, 4
# "documents seen by X" are not X's
SEEN = frozenset([
    "cited", "contacted", "examined", "interviewed", "obtained", "polled", "quoted", "reviewed", "seen",
    "surveyed", "viewed",
])  # fmt: skip


def is_head(sentence: Tagged, at: int) -> bool:
    """Say whether a word can end a name: a name, role, body, capitalised adjective ("National Defence")."""
    return sentence.tags[at] in HEADS or (sentence.tags[at] == "j" and not sentence.flags[at] & LOWER)


def phrase_before(sentence: Tagged, stop: int) -> Phrase | None:
    """Return the subject of the verb at `stop`: the noun phrase or pronoun that ends before it.

    What may stand between them is passed over: "has also", "on Wednesday", "(NIS)", ", who met Kim,",
    ", citing local sources,". Of a name with a description between commas the name is taken.
    """
    tags = sentence.tags
    end = before_adverbs(sentence, stop)
    if end and tags[end - 1] == ")":
        end = before_bracket(tags, end)
    if end == 0:
        return None
    if tags[end - 1] in '"”' and (named := _before_alias(sentence, end)):
        return named
    if tags[end - 1] == "x" and tags[end - 3 : end - 1] in ("yd", "fd") and sentence.words[end - 4] in SEEN:
        end -= 4  # "documents seen by this publication show", "officers interviewed for this brief"
    if tags[end - 1] in "VU":
        end = _before_relative(sentence, end)
    surveyed = _SURVEYED.search(tags, max(0, end - _LONGEST), end)
    if surveyed and (surveyed[2] is None or sentence.words[surveyed.start(2) - 1].endswith("ed")):
        end = surveyed.end(1)  # "a survey of 1,004 adults put it at"
    if sentence.words[end - 1] in UNNAMED:
        end = before_wish(sentence, end)
    if tags[end - 1] in ",-":
        return _around_aside(sentence, end - 1)
    phrase = _ending_at(sentence, end)
    if phrase and phrase[0] > 1 and tags[phrase[0] - 1] in "nia" and tags[phrase[0] - 2] == ")":
        return _subject_at(sentence, phrase[0] - 1)  # "a statement by the agency (HUR) on Telegram"
    return phrase


def antecedent(sentence: Tagged, relative: int) -> Phrase | None:
    """Return the noun phrase that "which" or "who" at this index takes up: the one right before it."""
    return _subject_at(sentence, relative - 1 if sentence.tags[relative - 1 : relative] == "," else relative)


def phrase_after(sentence: Tagged, start: int) -> Phrase | None:
    """Return the noun phrase or pronoun that begins at `start`, as far as it names its speaker."""
    tags, flags = sentence.tags, sentence.flags
    size = len(tags)
    at = start
    if at < size and tags[at] in PRONOUNS:
        return at, at + 1
    while at < size and tags[at] in "d&" and at - start < 2:
        at += 1
    last = 0
    while at < size and at - start < _LONGEST:
        tag = tags[at]
        if tag in HEADS or (tag == "j" and not flags[at] & LOWER):
            last = at + 1
        elif tag in "jx":
            if flags[at] & ENDING:
                break
            if tags[at - 2 : at] == "Bo":  # "the ministry of science"
                last = at + 1
        elif (tag == "#" or (tag == "r" and tags[at - 1] == "d")) and not last:
            pass  # "two officials", "the first report of the team"
        elif not _joins(sentence, at):
            break
        at += 1
    return (start, last) if last else None


def seen_by(sentence: Tagged, end: int) -> Phrase | None:
    """Return who has seen the documents that a phrase ending at `end` names: "documents seen by Reuters"."""
    if sentence.tags[end + 1 : end + 2] != "y" or sentence.words[end].lower() not in SEEN:
        return None
    return phrase_after(sentence, end + 2)


def _joins(sentence: Tagged, at: int) -> bool:
    """Say whether the word at `at` joins two parts of one phrase: "head of the", "Lee and Park"."""
    tags = sentence.tags
    if at == 0 or at + 1 >= len(tags):
        return False
    before, after = tags[at - 1], tags[at + 1]
    tag = tags[at]
    if tag == "o":  # "the Ministry of Defence of Ukraine"
        return before == "x" or is_head(sentence, at - 1)
    if tag in _PREPOSITIONS:
        return (before in _OWNERS and after in "NCTBDMdj") or (tag == "i" and before == "C" and after in "dC")
    if tag == "d":
        return before in "o" or before in _PREPOSITIONS
    if tag == "," and sentence.words[at + 1] in _FORMS:  # "Hanwha Systems Co., Ltd."
        return before in HEADS
    if tag == "," and before == "C":  # "U.S., South Korean and Ukrainian officials"
        return after in "NC" and "&" in tags[at + 1 : at + 6]
    if tag == "&":
        same_case = bool(sentence.flags[at - 1] & LOWER) == bool(sentence.flags[at + 1] & LOWER)
        if after == "d":
            both = before == "T" and sentence.words[at + 1] in _ONE and "T" in tags[at + 2 : at + 6]
            return both or (before in "NB" and sentence.words[at + 1].lower() in _THEIR)
        return (before in HEADS or before == "j") and after in "NCTBMj" and (same_case or before in "CN")
    return False


def _before_alias(sentence: Tagged, end: int) -> Phrase | None:
    """Return who has a name in quotation marks: "A soldier fighting under the call sign “Lis” said"."""
    tags, words = sentence.tags, sentence.words
    at = end - 2
    while at > 0 and end - at <= _LONGEST_ALIAS and tags[at] not in '"“':
        at -= 1
    named = at
    while at > 1 and words[at - 1].lower() in _ALIAS:
        at -= 1
    if tags[at] not in '"“' and tags[at - 1] == ",":  # "a pilot, call sign “Lis,” said"
        return _subject_at(sentence, at - 1)
    if tags[at - 1] not in "pywc" or (at == named and words[at - 1] != "as"):
        return None
    at -= 1
    if tags[at - 1] == "x":
        at -= 1
    if tags[at - 1] == "R":
        at -= 1
    return _subject_at(sentence, at - 1 if tags[at - 1] == "," else at)


def _before_relative(sentence: Tagged, end: int) -> int:
    """Pass over "that Yonhap cites" between a subject and its verb."""
    reporter = _ending_at(sentence, end - 1) if end > 1 else None
    if reporter and reporter[0] > 1 and sentence.tags[reporter[0] - 1] in "tR":
        return reporter[0] - 1
    return end


def _around_aside(sentence: Tagged, comma: int) -> Phrase | None:
    """Return the subject that an aside between commas or dashes follows, or the aside if that is the name."""
    tags = sentence.tags
    mark = tags[comma]
    opening = tags.rfind(mark, max(0, comma - _LONGEST_ASIDE), comma)
    while opening > 0 and tags[opening - 1] not in HEADS and tags[opening - 1] != ")":
        following = tags.rfind(mark, max(0, comma - _LONGEST_ASIDE), opening)
        if following < 0:
            break
        opening = following
    aside = _ending_at(sentence, comma)
    if opening < 0:
        return aside
    main = _subject_at(sentence, opening)
    if main is None:
        return aside if aside and aside[0] <= opening + 2 else None
    if aside and aside[0] == opening + 1 and is_name(sentence, aside) and not is_name(sentence, main):
        return aside
    return main


def _subject_at(sentence: Tagged, stop: int) -> Phrase | None:
    end = stop
    if end and sentence.tags[end - 1] == ")":
        end = before_bracket(sentence.tags, end)
    return _ending_at(sentence, end) if end else None


def is_name(sentence: Tagged, phrase: Phrase) -> bool:
    """Say whether a phrase names somebody: it ends in a name and opens without an article."""
    return sentence.tags[phrase[1] - 1] in "NMj" and sentence.tags[phrase[0]] != "d"


def _ending_at(sentence: Tagged, end: int) -> Phrase | None:
    """Return the phrase whose last word stands before `end`."""
    tags, flags = sentence.tags, sentence.flags
    if tags[end - 1] in PRONOUNS:
        met = end > 1 and sentence.words[end - 1] in _OBJECTS and _antecedent(sentence, end - 1)
        return met or (end - 1, end)  # "an official who met them said"
    at = end if is_head(sentence, end - 1) else _before_field(sentence, end)
    if not at:
        return None
    while at and end - at < _LONGEST:
        tag = tags[at - 1]
        if tag in HEADS or (tag in "jx" and not flags[at - 1] & ENDING):
            at -= 1
        elif tag == "d" or tag == "#":
            at -= 1
            if not (at and tags[at - 1] in "ofFiawny&" and _joins(sentence, at - 1)):
                break
        elif at < end and (sentence.words[at - 1] in _RANKS or _is_participle(sentence, at - 1)):
            at -= 1  # "First Deputy Minister Nikolenko", "Under Secretary Berg", "a captured soldier"
        elif at < end and _joins(sentence, at - 1):
            at -= 1
        else:
            break
    return _trimmed(sentence, at, end)


def _is_participle(sentence: Tagged, at: int) -> bool:
    described = sentence.tags[at] == "x" and sentence.words[at].endswith("ed")
    return described and sentence.tags[at - 1] in ("d", "#")


def _before_field(sentence: Tagged, end: int) -> int:
    """Return where the field of a body begins that ends before `end`: "ministry of [science]"; else 0."""
    at = end
    while (
        at
        and end - at < _LONGEST_FIELD
        and sentence.tags[at - 1] in "xj&"
        and not sentence.flags[at - 1] & FINITE
    ):
        at -= 1
    if sentence.words[end - 1] in _PLACES and sentence.tags[max(0, end - 2) : end - 1] in ("C", "N"):
        return end - 1  # "a source in North Hamgyong province"
    if sentence.tags.endswith(("Nodj", "Todj"), 0, end):  # "Kim Eun-joo of the opposition"
        return end - 1
    return at if at < end and sentence.tags[max(0, at - 2) : at] == "Bo" else 0


def _trimmed(sentence: Tagged, start: int, end: int) -> Phrase | None:
    """Drop words at the front that belong to what stands before the phrase."""
    tags = sentence.tags
    at = start + (end > start + 1 and tags.endswith("#-", 0, start))  # "the 29-page report"
    if tags[start] == "#":
        for name in range(start + 2, end):  # "the 48 jets Warsaw ordered", no "1.6 mln series E shares"
            named = tags[name - 1] == "x" and tags[name] in "NC" and len(sentence.words[name]) > 1
            if named and sentence.words[name - 1].endswith("s"):
                return name, end
    opens = start == 0 or tags[start - 1] in ',;:"“”-(t&c'
    while at < end and (tags[at] == "&" or (tags[at] == "x" and not opens)):
        at += 1
    if start > 2 and _describes(sentence, start - 2):
        return _ending_at(sentence, start - 2)
    plural = _RUN_ON.search(tags, start, end)
    if plural and sentence.words[start] in ("a", "an") and _is_many(sentence.words[end - 1]):
        return plural.start(1), end  # "a deal analysts put at"
    if survey := _SURVEY.search(tags, 0, start):
        return survey.start(), end
    behind = _antecedent(sentence, start) if start else None
    if behind is not None:
        return behind
    if at == end or tags[at] in _PREPOSITIONS or tags[at] == "o":  # "parts of the country"
        return None
    return at, end


def _is_many(word: str) -> bool:
    """Say whether a word in small letters names several who speak: "analysts", "media"."""
    return word.islower() and (word.endswith("s") or word == "media")


def _describes(sentence: Tagged, at: int) -> bool:
    """Say whether a participle describes what stands before it: "documents seen by", "an MP briefed by"."""
    word, tags = sentence.words[at].lower(), sentence.tags
    if tags[at + 1] == "y":
        return word in SEEN or (tags[at - 1] == "T" and word.endswith("ed"))
    return word == "based" and tags[at + 1] in "ia" and tags[at - 1] in HEADS


def _antecedent(sentence: Tagged, start: int) -> Phrase | None:
    """Return the noun phrase before "who attended the" when a phrase turns out to be inside such a clause."""
    tags = sentence.tags
    if tags[start - 1] == "R" and tags[start] == "d":  # "which the ministry puts at": its own subject
        return None
    for at in range(start - 1, max(-1, start - 7), -1):
        if tags[at] in ',;:"“”':
            return None
        if tags[at] == "R" and at:
            return _subject_at(sentence, at - 1 if tags[at - 1] == "," else at)
    return None
