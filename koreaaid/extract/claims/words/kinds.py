"""What a speaker is: a person, a body, an outlet, a document, or some who are not named."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from koreaaid.extract.claims.words.names import words_of
from koreaaid.extract.claims.words.phrases import Phrase
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language.actors import country_of
from koreaaid.language.given_names import is_given, pronoun_of
from koreaaid.language.lexicon import lexicon
from koreaaid.language.word_classes import LOWER

_ROLES = lexicon("roles")
_MEDIA, _FIRMS, _NO_COMPANIES = (frozenset(_ROLES[name]) for name in ("media", "firms", "no_companies"))
_SPYING, _SPIES = frozenset(["intelligence", "spy"]), frozenset(_ROLES["spies"])
HOLDERS = {office: tuple(names) for office, names in _ROLES["holders"].items()}
_ANYBODY = (" boy", " girl", " man", " one", " soldier", " woman")
_POSSESSIVE = frozenset(["'s", "’s"])
_TRADES, _NO_TRADES = (tuple(_ROLES[name]) for name in ("trades", "no_trades"))
_PRONOUNS = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she"}
_PREPOSITIONS = frozenset("oFfiany")
_PREPOSITION = re.compile("[oFfiany]")
_NAMED = re.compile("TNN{0,2}$")

Kind = Literal["person", "body", "name", "media", "document", "group", "pronoun"]


class Speaker(NamedTuple):
    """A speaker under the fullest name that the article gives."""

    name: str
    kind: Kind


def kind_of(sentence: Tagged, phrase: Phrase) -> Kind:
    """Return what a phrase names, by its words."""
    words = " ".join(sentence.words[slice(*phrase)]).lower()
    if words in _MEDIA:
        return "media"
    if words.endswith("chiefs of staff") and sentence.tags.count("o", *phrase) == 1:
        return "body"
    if words == "people":
        return "group"
    if sentence.tags[slice(*phrase)] == "x" and not words.endswith("s"):  # "the sniper told us"
        return "name"
    kind = (
        "person"
        if _is_owned(sentence, phrase) or _is_described(sentence, phrase)
        else _of_letters(_without_particles(sentence, phrase))
    )
    if kind == "person" and _are_many(sentence, phrase):
        return "group"
    return "body" if kind == "person" and not _FIRMS.isdisjoint(words.split()) else kind


def _are_many(sentence: Tagged, phrase: Phrase) -> bool:
    """Say whether several of a place or a firm speak: "Analysts at Huta Securities"."""
    of = _PREPOSITION.search(sentence.tags, phrase[0] + 1, phrase[1])
    if of is None or sentence.tags[of.start() - 1] != "T":
        return False
    return sentence.words[of.start() - 1].endswith("s") and sentence.tags[of.end()] != "d"


def _is_owned(sentence: Tagged, phrase: Phrase) -> bool:
    """Say whether a name follows its employer's: "the Pentagon's Sabrina Singh", no "Oslo's Huta Bank"."""
    first = phrase[1] - 1
    while first > phrase[0] and sentence.tags[first] == "N" and sentence.words[first][-2:] not in _POSSESSIVE:
        first -= 1
    if sentence.words[first][-2:] not in _POSSESSIVE or phrase[1] - 1 - first != 2:
        return False
    return sentence.tags[first] in "BMN" or (
        sentence.tags[first] == "C" and is_given(sentence.words[first + 1])
    )


def _is_described(sentence: Tagged, phrase: Phrase) -> bool:
    """Say whether a common word tells what somebody does: "union organiser Tess Markovic"."""
    if phrase[1] - phrase[0] < 3 or not sentence.tags.startswith("xNN", phrase[1] - 3):
        return False
    trade = sentence.words[phrase[1] - 3]
    return trade.endswith(_TRADES) and not trade.endswith(_NO_TRADES)


def _without_particles(sentence: Tagged, phrase: Phrase) -> str:
    """Return the letters of a phrase without those of "von der" in a name."""
    tags = sentence.tags[slice(*phrase)]
    if "NNN" not in tags:
        return tags
    words = sentence.words[slice(*phrase)]
    return "".join(tag for tag, word in zip(tags, words, strict=True) if tag != "N" or not word.islower())


@lru_cache(maxsize=4096)
def _of_letters(tags: str) -> Kind:
    """Return what a phrase whose words have these letters names."""
    head = tags[0] + _PREPOSITION.split(tags[1:], maxsplit=1)[0]
    title = head.rfind("T")
    if head.rfind("M") > title:
        return "media"
    if title >= 0 and head[-1] == "N" and set(head[title + 1 :]) <= {"N", "B"}:
        return "person"
    if _NAMED.search(tags):  # "Center for Countering Disinformation head Andriy Kovalenko"
        return "person"
    if title >= 0 and tags[-1] == "N" and "N" in tags[-2:-1]:  # "Chief of the General Staff Valery Gerasimov"
        return "person"
    if head[-1] == "T":
        return "group"
    if head[-1] == "D":
        return "document"
    if head.endswith("NN") and set(head) <= {"N"} and len(head) <= 3:
        return "person"
    return "body"


def without_title(sentence: Tagged, phrase: Phrase) -> Phrase:
    """Leave the name of "Defense Minister Shin Won-sik", "Dr. Kim of the institute", "RAND's Bennett"."""
    tags = sentence.tags
    end = next((at for at in range(phrase[0] + 1, phrase[1]) if tags[at] in _PREPOSITIONS), phrase[1])
    if tags[end - 1] != "N":  # "Chief of the General Staff Valery Gerasimov"
        end = phrase[1]
    start = phrase[0]
    for at in range(phrase[0], end - 1):
        if tags[at] != "N" or sentence.words[at][-2:] in ("'s", "’s"):
            start = at + 1
    return start, end


def without_kind(sentence: Tagged, phrase: Phrase) -> Phrase:
    """Leave the name of "Czech arms maker Moravan Munice", "the state agency KOICA"."""
    for at in range(phrase[1] - 2, phrase[0] - 1, -1):
        if sentence.tags[at] == "B" and sentence.flags[at] & LOWER:
            named = not _PREPOSITION.search(sentence.tags, phrase[0], at)  # no "unit of French bank Natixis"
            named = (
                named
                and not sentence.tags[at + 1 : phrase[1]].strip("NB")
                and not sentence.flags[at + 1] & LOWER
            )
            return (at + 1, phrase[1]) if named else phrase
    return phrase


def is_of(kind: str, kinds: frozenset[str], name: str) -> bool:
    """Say whether a body of this name may be of a kind; no agency or division of a firm is "the company"."""
    words = words_of(name)
    return bool(kinds & words) and not (kind == "company" and _NO_COMPANIES & words)


def may_spy(written: str, name: str) -> bool:
    """Say whether a body may be "the spy agency", if that is what is written: no news agency."""
    return _SPYING.isdisjoint(written.lower().split()) or not _SPIES.isdisjoint(words_of(name))


def is_holder(name: str, office: str | None = None) -> bool:
    """Say whether somebody is known to hold an office, or this one: "Zelenskyy" that of "president"."""
    lower = name.lower()
    held = HOLDERS.values() if office is None else [HOLDERS.get(office, ())]
    return any(lower == holder or lower.endswith(f" {holder}") for holders in held for holder in holders)


def owner_of(name: str) -> str:
    """Return the firm that owns what a name tells: "Hanwha Aerospace's Plant", not "South Korea's Hanwha"."""
    at = max(name.find("'s "), name.find("’s "))
    return name[:at] if at > 0 and country_of(name[:at]) is None else name


def is_definite(sentence: Tagged, start: int) -> bool:
    """Say whether an article, a number or the like stands before a phrase: "the two [officials]"."""
    return start > 0 and (sentence.tags[start - 1] in "d#o" or sentence.words[start - 1] == "same")


def is_one_of(sentence: Tagged, start: int) -> bool:
    """Say whether one of several speaks: "one of the officials", who is "he" thereafter."""
    before = sentence.words[max(0, start - 3) : start]
    return [word.lower() for word in before if word.lower() != "the"][-2:] == ["one", "of"]


def is_one(speaker: Speaker) -> bool:
    """Say whether a speaker may be "he": somebody by name, "a spokesman"."""
    return speaker.kind in ("person", "name") or (speaker.kind == "group" and not speaker.name.endswith("s"))


def may_be(speaker: Speaker, pronoun: str) -> bool:
    """Say whether "he" or "she", or "his" or "her", may mean a speaker."""
    return is_one(speaker) and pronoun_of(speaker.name) in (None, _PRONOUNS.get(pronoun))


def is_nobody(speaker: Speaker) -> bool:
    """Say whether a speaker is only "intelligence" or "reports", so that whoever cites it counts."""
    bare = speaker.kind == "document" or speaker.name.lower() == "intelligence"
    return bare and " " not in speaker.name


def is_unnamed(speaker: Speaker) -> bool:
    """Say whether a speaker is one of whom no name is told: "a prisoner", "the younger man"."""
    if speaker.kind == "body":  # "younger man"
        return speaker.name.endswith(_ANYBODY)
    return speaker.kind in ("name", "group") and speaker.name.islower() and not speaker.name.endswith("s")


def is_named(speaker: Speaker) -> bool:
    """Say whether a person or a body speaks whose name is told."""
    return speaker.kind in ("person", "name", "body") and not speaker.name.islower()


def passes_on(origin: Speaker, speaker: Speaker, verb: str) -> bool:
    """Say whether a person passes on what a body says: "Rep. Park said, citing the spy agency".

    So does who reports what somebody says: "RIA reported, citing Shoigu".
    """
    if verb in ("reported", "reports"):
        return is_named(origin) and not is_nobody(origin)
    return speaker.kind in ("person", "name") and origin.kind == "body" and not is_nobody(origin)
