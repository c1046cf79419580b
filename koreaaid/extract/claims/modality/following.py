"""What the first verb after a figure says of it: "180 tanks are to be sent", "of whom 1,000 are there"."""

from __future__ import annotations

import re

from koreaaid.extract.claims.verbs.things import is_counted, is_of_things, is_question
from koreaaid.extract.claims.verbs.verb_groups import VERB, group_end, group_modality, is_infinitive
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.extract.mention import Modality
from koreaaid.language import word_classes as w

REPORTING = frozenset("VXUG")
CUE = w.MODAL | w.EXCLUDING | w.INTENDING | w.EXPECTING | w.ENVISAGING | w.POSSIBLE | w.CONDITION
FAR = 40
FAR_SUBJECT = 14
_HARD = frozenset(';:“”"|(-')
_DECIDING = _HARD | REPORTING | frozenset(",&R2")
_OPENS_CLAUSE = frozenset(',;:“”"-tRc&VXUG(')
_AIMS = (["aim"], ["goal"], ["target"])
_RIGHT = frozenset(["accurate", "correct", "real", "right"])
_CERTAIN = (["in", "danger"], ["in", "dispute"], ["in", "doubt"], ["in", "question"])
_SUFFICIENT = (["adequate"], ["enough"], ["sufficient"])
# base forms that are past forms too
BASES = frozenset(["cost", "cut", "hit", "put", "set", "shut"])
_OPEN = (["under", "consideration"], ["under", "discussion"], ["under", "negotiation"])
# past participles that are no past forms
_PARTICIPLES = frozenset(["fallen", "flown", "given", "grown", "known", "risen", "seen", "taken"])
_THOSE = frozenset(["these", "those"])
_FAILING = frozenset(["fail", "failed", "fails"])
_OWNING = frozenset(["a", "her", "his", "its", "our", "the", "their"])  # "a third of the costs": no verb
_INTENDED = w.INTENDING | w.EXPECTING
_NEAR_VERB = 4
_OTHER_VERB = re.compile("[rjx#]{0,2}[xNB][bvm]")
_WEIGHING = frozenset(["weigh", "weighs"])
_NO_PLURALS = ("'s", "’s", "ss", "series")
_NEAR_CLAUSE = 6
_NEAR_MODAL = 9
_ORDERED = w.CONTRACTED | w.AGREEING | w.DEAL


def begins_clause(sentence: Tagged, word: int) -> bool:
    """Say whether a figure can be the subject of what follows: "of whom 1,000 are there"."""
    tags, flags = sentence.tags, sentence.flags
    at = word
    while at and (tags[at - 1] in "djr" or sentence.words[at - 1].endswith(("'s", "’s"))):
        at -= 1
    if at and flags[at - 1] & w.EXPECTING and tags[at - 1] in "XV":  # "expects 500 men to arrive"
        return False
    if at > 1 and flags[at - 1] & w.TRANSFER and tags[at - 2] in "2m":  # "will add 40 jets to the 100"
        return False
    opens = at == 0 or tags[at - 1] in _OPENS_CLAUSE or bool(flags[at - 1] & w.CLAUSE)
    return opens or _follows_clause(sentence, word)


def _follows_clause(sentence: Tagged, word: int) -> bool:
    """Say whether a clause without a comma ends before a figure: "once it is running 300 men will work"."""
    tags = sentence.tags
    modal = tags.find("m", word + 1, word + _NEAR_VERB + 1)
    if modal < 0 or not word or not sentence.words[word - 1].endswith("ing"):
        return False
    if any(tag not in "xjNC" for tag in tags[word + 1 : modal]):
        return False
    begins = tags.rfind("c", max(0, word - _NEAR_CLAUSE), word)
    return begins >= 0 and "," not in tags[begins:word] and "b" in tags[begins:word]


def is_noun(sentence: Tagged, at: int) -> bool:
    """Say whether a verb's form names or describes a thing: "at a cost of", "230 tracked carriers"."""
    if sentence.words[at] == "cost" and (
        sentence.words[at + 1 : at + 2] == ["of"] or sentence.tags[at - 2 : at] in ("dx", "dj")
    ):
        return True
    bits = sentence.flags[at]
    if not bits & w.FINITE or bits & CUE or at == 0:
        return False
    if sentence.words[at] in _PARTICIPLES and sentence.tags[at - 1] in "xN#":  # "guns given to Oslo"
        return True
    describes = sentence.tags[at - 1] == "#" and sentence.tags[at + 1 : at + 2] in ("x", "N")
    return sentence.words[at - 1] in _OWNING or (describes and sentence.words[at].endswith("ed"))


def verb_after(sentence: Tagged, word: int, far: int) -> Modality | None:
    """Return what the first verb after a word says, if one comes before its clause ends."""
    tags, flags = sentence.tags, sentence.flags
    stop = min(word + far, len(tags))
    at = word + 1
    relative = False
    if word and tags[word - 1 : word] in ('"', "“") and tags[at : at + 1] in ('"', "”"):
        at += 1  # "“some 900” would come"
    while at < stop:
        tag, bits = tags[at], flags[at]
        if (
            (bits <= w.LOWER and tag not in _DECIDING)
            or (tag == "t" and tags[word + 1 : at] == "o")  # "20 percent of that could be lost"
            or (bits & w.INTENDING and tags.startswith("od#", word + 1) and _describes_whole(sentence, at))
            or (bits & w.INTENDING and tags[at - 2 : at] == "dC")  # "under the Czech plan"
        ):
            at += 1
            continue
        if far == FAR_SUBJECT and tag in ",-":
            at = _after_aside(sentence, word, at)
            if not at:
                return None
            stop = max(stop, min(at + _NEAR_VERB, len(tags)))
            continue
        if (
            tag in _HARD
            or tag in REPORTING
            or (tag == "&" and far == FAR and _begins_another(sentence, word, at))
            or (tag == "&" and far != FAR and _acts(sentence, at + 1))
            or (tag == "," and tags[at + 1 : at + 2] == "w" and "#" in tags[at + 2 : at + 4])
            or (bits & w.CLAUSE and tag != "R" and not bits & CUE and tags[at + 1 : at + 2] != "@")
        ):
            return None
        if tag == "R" and (sentence.words[at - 1].lower() in _THOSE or (far == FAR and tags[at - 1] == "o")):
            return None  # "added to those which may", "a cost of $9 million, of which Seoul would bear half"
        if tag == "2" and is_infinitive(sentence, at) and far == FAR_SUBJECT:
            if sentence.words[at - 1] in _FAILING:  # "one in four fails to go off"
                return "asserted"
            helped = flags[at - 1] & (w.INTENDING | w.DUE | w.EXPECTING) and at > word + 1
            return group_modality(sentence, at) if helped else "planned"
        if bits & VERB and sentence.words[at - 1] not in _OWNING and not _is_participle_of(sentence, at):
            return _of_group(sentence, at, relative=relative)
        relative = relative or tag == "R"
        intends = bits & _INTENDED and tags[at - 1] not in "djoif"
        if intends and not is_counted(sentence, at) and not is_question(sentence, at):
            return group_modality(sentence, group_end(sentence, at))
        at += 1
    return None


def _of_group(sentence: Tagged, at: int, *, relative: bool) -> Modality:
    """Return what the verb group says that begins at `at`; `relative` in a relative clause."""
    end = group_end(sentence, at)
    behind = end + 1 + (sentence.tags[end + 1 : end + 2] == "r")
    if sentence.words[behind : behind + 1] == ["possible"]:  # "temperatures of 20 degrees are possible"
        return "possible"
    if sentence.words[end] == "no" and sentence.tags[end - 1] == "v":  # "40 men have no helmets"
        return "asserted"
    if _did_not(sentence, at, end):
        return "asserted"
    if sentence.words[end + 1 : end + 3] == ["at", "stake"] and sentence.bits & w.DEAL:
        return "possible"
    if sentence.words[end + 1 : end + 3] in _OPEN:
        return "possible"
    if sentence.words[end + 1 : end + 3] in _CERTAIN:  # "the order is not in doubt"
        return "asserted"
    if sentence.tags[end : end + 2] == "bd" and sentence.words[end + 2 : end + 3] in _AIMS:
        return "planned"  # "Orders worth $6 billion are the target for 2025"
    if sentence.words[end] == "ready" and not sentence.flags[at] & w.MODAL:  # "60 missiles are ready"
        return "asserted"
    if sentence.words[end] in _WEIGHING and is_of_things(sentence, end, sentence.tags[end + 1 : end + 2]):
        return "asserted"
    found = group_modality(sentence, end)
    return "asserted" if found == "denied" and (relative or _is_unlike(sentence, end)) else found


def goes_on_ahead(sentence: Tagged, at: int) -> bool:
    """Say whether a verb without an ending shares the one of time before: "will employ 40 and [cost] $9"."""
    if sentence.tags[at - 1] != "&" or not sentence.bits & (w.WILL | w.WOULD | w.COULD):
        return False
    modal = sentence.tags.rfind("m", 0, at)
    return modal >= 0 and not any(bits & (w.AUXILIARY | w.CLAUSE) for bits in sentence.flags[modal + 2 : at])


def _did_not(sentence: Tagged, start: int, end: int) -> bool:
    """Say whether those counted did something by a no: "failed to start", "asked not to be named"."""
    flags = sentence.flags
    if any(near & w.NEGATION and near & w.FINITE for near in flags[start : end + 1]):
        return True  # "nine firms declined to answer"
    verb = sentence.tags.find("z2", start, end + 2) - 1
    bits = flags[verb] if verb >= start else 0
    return bool(bits & w.FINITE) and not bits & (w.AUXILIARY | w.EXPECTING | w.DUE | w.HEARSAY)


def _begins_another(sentence: Tagged, word: int, at: int) -> bool:
    """Say whether another clause begins: "make 36,000 a month and are to", "fire 900, and the request is"."""
    tags = sentence.tags
    if tags[at + 1 : at + 2] in ("h", "W"):  # "lack 900 guns, and he wants to buy them"
        return True
    if sentence.words[at + 2 : at + 3] == ["more"] and tags[at + 1] == "#":
        return True  # "counted 900 guns, and 300 more are on their way"
    if (
        tags[at - 1] == ","
        and tags[at + 1 : at + 2] in ("C", "N")
        and tags[at + 2 : at + 3] in ("m", "v", "b")
    ):
        return True  # "wear out after 2,000 shots, and Norway would need"
    if tags[at - 1 : at + 2] == ",&d" and _OTHER_VERB.match(tags, at + 2):
        return True  # "Some 300 people work there, and the number is to rise"
    if tags[at - 1] != "," and tags[at + 1 : at + 2] not in ("b", "v", "m"):
        return _intends(sentence, at + 1)
    words = 0
    for before in range(word - 1, -1, -1):
        if tags[before] in _OPENS_CLAUSE:
            break
        if sentence.flags[before] & _ORDERED:  # "ordered 24 guns and will get them in May"
            return False
        if tags[before] == "p" and not words:  # "against 10,000 on their side, and"
            return True
        words += tags[before] in "xNCTB" and tags[before + 1] != "o"
    # "a batch of 24, and ammunition, will come": too few words for a subject and a verb
    return tags[at - 1] != "," or words > 1


def _acts(sentence: Tagged, at: int) -> bool:
    """Say whether a verb with its object stands here: "sent 40 guns, 90 in May and [pledged] 300 more"."""
    verb = sentence.flags[at : at + 1] and sentence.flags[at] & (w.FINITE | w.INTENDING)
    return bool(verb) and sentence.tags[at + 1 : at + 2] in ("#", "d", "2", "t")


def _intends(sentence: Tagged, at: int) -> bool:
    """Say whether a verb of intending stands here: "makes 80 guns a year and aims for 160"."""
    if not sentence.flags[at : at + 1] or not sentence.flags[at] & w.INTENDING:
        return False
    return sentence.words[at].endswith("s") and sentence.tags[at + 1 : at + 2] in ("2", "f", "#")


def _after_aside(sentence: Tagged, word: int, mark: int) -> int:
    """Return the index after an aside between commas or dashes, where a verb goes on after it; else 0.

    The figure stands before the aside or in it: "6,000 men - 1,000 sappers and 5,000 builders - will go".
    """
    tags = sentence.tags
    mark += tags.startswith("--", mark)
    opening = tags.rfind(tags[mark], 0, word)
    if opening >= 0 and _goes_on(sentence, mark + 1) and not _tells(sentence, opening, word):
        return mark + 1
    closing = tags.find(tags[mark], mark + 1, mark + 12)
    closing += tags.startswith("--", closing)
    return closing + 1 if closing > 0 and _goes_on(sentence, closing + 1) else 0


def _tells(sentence: Tagged, start: int, stop: int) -> bool:
    """Say whether a clause begins or a verb stands here, so that what follows has another subject."""
    if not REPORTING.isdisjoint(sentence.tags[start:stop]):
        return True
    return any(bits & (w.FINITE | w.CLAUSE | w.AUXILIARY) for bits in sentence.flags[start:stop])


def _goes_on(sentence: Tagged, at: int) -> bool:
    """Say whether a verb stands here."""
    return at < len(sentence.tags) and bool(sentence.flags[at] & VERB)


def _is_unlike(sentence: Tagged, at: int) -> bool:
    """Say whether what is denied is only how something is: "the 12 tanks are not new"."""
    if sentence.words[at + 1 : at + 2] in _SUFFICIENT:  # "90 were not enough"
        return True
    after = sentence.flags[at + 1 : at + 2] == [w.LOWER] and sentence.tags[at + 1] in "jx"
    return after and sentence.tags[at] == "z" and sentence.words[at + 1] not in _RIGHT


def _describes_whole(sentence: Tagged, at: int) -> bool:
    """Say whether a participle tells what the whole was: "half of the 40 guns [promised] have arrived"."""
    tags = sentence.tags
    if tags[at - 1] in "bvrm" or not sentence.words[at].endswith("ed"):
        return False
    ends = min((end for end in (tags.find(",", at), tags.find(";", at)) if end > 0), default=len(tags))
    return any(tag in "bv" for tag in tags[at + 1 : min(ends, at + _NEAR_MODAL)])


def _is_plural(sentence: Tagged, at: int) -> bool:
    """Say whether a noun stands here of which there are more: "firms", no "class"."""
    word = sentence.words[at]
    return sentence.tags[at] in "xTB" and word.endswith("s") and not word.endswith(_NO_PLURALS)


def _is_participle_of(sentence: Tagged, at: int) -> bool:
    """Say whether a past form describes a noun: "36 armored vehicles", "two men held by Kyiv could be"."""
    if sentence.words[at].endswith("ed") and sentence.tags[at + 1 : at + 2] in ("x", "N"):
        return not _is_plural(sentence, at - 1)  # "four firms submitted bids"
    signed = sentence.flags[at - 1] & w.DEAL and sentence.words[at].endswith("ed")  # "the deal signed in May"
    if signed and sentence.tags[at - 2] == "d":  # "and 40 trucks under a deal signed in May"
        return True
    if sentence.tags[at - 1] in "IhH" and sentence.flags[at - 2] & w.DEAL:  # "under the deal it signed"
        return True
    if sentence.tags[at - 1] in "bvr" or not (signed or sentence.tags[at + 1 : at + 2] == "y"):
        return False
    for later in range(at + 2, min(at + _NEAR_MODAL, len(sentence.tags))):
        if sentence.flags[later] & w.MODAL or sentence.tags[later] in ("b", "v"):
            return True
        dated = sentence.tags[later : later + 2] == "c@"
        if not dated and (sentence.tags[later] in _OPENS_CLAUSE or sentence.flags[later] & w.FINITE):
            return False
    return False
