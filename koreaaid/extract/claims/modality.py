"""Whether a figure is a fact, a plan, expected, possible, denied or not confirmed, by its clause."""

from __future__ import annotations

import re

from koreaaid.extract.claims.contracts import agreed_on, speaks_of_deal, under_contract
from koreaaid.extract.claims.doubts import (
    called_false,
    depends_on,
    doubt_of_report,
    is_hearsay,
    unsure_of,
)
from koreaaid.extract.claims.granted import is_capacity, is_granted, is_settled, within_frame
from koreaaid.extract.claims.source import Source
from koreaaid.extract.claims.tagged import Tagged
from koreaaid.extract.claims.verb_groups import (
    MODAL,
    group_end,
    group_modality,
    infinitive_modality,
    is_ahead,
    is_infinitive,
)
from koreaaid.extract.mention import Modality, Quantity
from koreaaid.language import word_classes as w

_REPORTING = frozenset("VXUG")
_HARD = frozenset(';:“”"|(-')
_OPENS_CLAUSE = frozenset(',;:“”"-tRc&VXUG(')
_CUE = MODAL | w.EXCLUDING | w.INTENDING | w.EXPECTING | w.ENVISAGING | w.POSSIBLE | w.CONDITION
# where a sentence has none of these and no infinitive, what it tells is a fact
_UNSURE = (
    _CUE | w.DEAL | w.DUE | w.ENVISAGING_FOR | w.AGREEING | w.NEGATION | w.DENYING | w.UNCONFIRMED
    | w.CONFIRMING | w.HEARSAY | w.POSTPONED | w.UNDER_WAY | w.EVIDENCE | w.CONTAINING
)  # fmt: skip
_INFINITIVE = re.compile("2(?=[xVUXbvrGD?])")
_VERB = MODAL | w.FINITE | w.ENVISAGING | w.CONTAINING | w.AUXILIARY
_FAR = 40
_FAR_SUBJECT = 14
_NEAR_VERB = 4
_REASONS = frozenset(["as", "because", "given", "since"])
_COMPARES = frozenset(
    ["many", "much", "part", "such", "well", "early", "soon", "high", "low", "few", "little", "of"]
)


def modality_of(sentence: Tagged, word: int, quantity: Quantity, source: Source | None) -> Modality:
    """Return the modality of the figure that is this word of the sentence.

    The verb that governs it decides: the one after it where it is a subject ("180 tanks are to be sent"),
    else the nearest before it in its clause; then what the clause depends on ("no evidence that").
    """
    found = _by_words(sentence, word, quantity, source)
    return "asserted" if found != "asserted" and is_granted(sentence, word, quantity) else found


def modality_of_content(sentence: Tagged, source: Source) -> Modality:
    """Return the modality of what a source says, by its first verb: "said that it cannot confirm"."""
    found = _after(sentence, source.left - 1, _FAR) if source.content == "said" else source.content
    return found or "asserted"


def _by_words(sentence: Tagged, word: int, quantity: Quantity, source: Source | None) -> Modality:
    """Return the modality of a figure by the words around it and the one who says it."""
    own: Modality = "asserted"
    if (
        sentence.bits & _UNSURE
        or (sentence.bits & w.TO and _INFINITIVE.search(sentence.tags))
        or (sentence.bits & w.STAGED and is_ahead(sentence, word))
    ):
        own = _of_clause(sentence, word, quantity)
        if own in ("planned", "expected") and is_settled(sentence, word):
            return "asserted"
        if own in ("expected", "planned") and sentence.words[0].lower() == "if" and "would" in sentence.words:
            return "possible"
        depends = depends_on(sentence, word)
        if depends and (own == "asserted" or (own in ("planned", "expected") and depends != "expected")):
            return depends
    if own in ("planned", "expected") and source is not None and source.content == "not_confirmed":
        return "not_confirmed"
    if own != "asserted":
        return own
    if sentence.bits & w.UNCONFIRMED and is_hearsay(sentence, word):
        return "not_confirmed"
    if sentence.bits & w.DENYING and called_false(sentence, word):
        return "denied"
    if source is None or source.content == "said":
        return own
    if source.content == "expected" and (not source.covers(word) or _is_reason(sentence, source, word)):
        return own
    return source.content


def _is_reason(sentence: Tagged, source: Source, word: int) -> bool:
    """Say whether a figure tells why something is expected: "expects it, since the firm makes three"."""
    return any(near.lower() in _REASONS for near in sentence.words[source.at + 1 : word])


def _of_clause(sentence: Tagged, word: int, quantity: Quantity) -> Modality:
    if _begins_clause(sentence, word):
        subject = _after(sentence, word, _FAR_SUBJECT)
        if subject == "denied" and _counts_those(sentence, word, quantity):
            return "asserted"
        if subject is not None:
            return subject
    found = _before(sentence, word, quantity)
    if found or _is_in_aside(sentence, word) or "(" in sentence.tags[max(0, word - 2) : word]:
        return found or "asserted"
    return _after(sentence, word, _FAR) or "asserted"


def _is_in_aside(sentence: Tagged, word: int) -> bool:
    """Say whether a figure stands in an aside: "Malaysia, whose air force flies 13 jets, may order"."""
    tags = sentence.tags
    opens = max(tags.rfind(",R", 0, word), tags.rfind("-R", 0, word))
    return opens >= 0 and "," not in tags[opens + 1 : word] and tags.find(",", word) >= 0


def _counts_those(sentence: Tagged, word: int, quantity: Quantity) -> bool:
    """Say whether a figure counts those of which something is not so: "119 did not", "19 missiles failed"."""
    if "failed" in sentence.words[word + 1 : word + _FAR_SUBJECT]:
        return True
    return quantity.category == "percent" or bool(sentence.flags[word + 1] & (w.AUXILIARY | w.NEGATION))


def _begins_clause(sentence: Tagged, word: int) -> bool:
    """Say whether a figure can be the subject of what follows: "of whom 1,000 are there"."""
    tags, flags = sentence.tags, sentence.flags
    at = word
    while at and (tags[at - 1] in "dj" or sentence.words[at - 1].endswith(("'s", "’s"))):
        at -= 1
    if at and flags[at - 1] & w.EXPECTING and tags[at - 1] in "XV":  # "expects 500 men to arrive"
        return False
    return at == 0 or tags[at - 1] in _OPENS_CLAUSE or bool(flags[at - 1] & w.CLAUSE)


def _after(sentence: Tagged, word: int, far: int) -> Modality | None:
    """Return what the first verb after a word says, if one comes before its clause ends."""
    tags, flags = sentence.tags, sentence.flags
    stop = min(word + far, len(tags))
    at = word + 1
    while at < stop:
        tag, bits = tags[at], flags[at]
        if tag == "," and far == _FAR_SUBJECT:
            at = _after_aside(sentence, at)
            if not at:
                return None
            stop = max(stop, min(at + _NEAR_VERB, len(tags)))
            continue
        if tag in _HARD or tag in _REPORTING:
            return None
        if bits & w.CLAUSE and tag != "R" and not bits & _CUE:
            return None
        if tag == "2" and is_infinitive(sentence, at) and far == _FAR_SUBJECT:
            helped = flags[at - 1] & (w.INTENDING | w.DUE | w.EXPECTING) and at > word + 1
            return group_modality(sentence, at) if helped else "planned"
        if bits & _VERB and not _is_participle_of(sentence, at):
            return group_modality(sentence, group_end(sentence, at))
        if bits & (w.INTENDING | w.EXPECTING) and tags[at - 1] not in "djoif":
            return group_modality(sentence, group_end(sentence, at))
        at += 1
    return None


def _after_aside(sentence: Tagged, comma: int) -> int:
    """Return the index after an aside between commas, where a verb goes on after it; else 0."""
    closing = sentence.tags.find(",", comma + 1, comma + 12)
    if closing < 0 or closing + 1 >= len(sentence.tags):
        return 0
    return closing + 1 if sentence.flags[closing + 1] & _VERB else 0


def _is_participle_of(sentence: Tagged, at: int) -> bool:
    """Say whether a past form is the adjective of a noun that follows: "36 armored vehicles"."""
    return sentence.words[at].endswith("ed") and sentence.tags[at + 1 : at + 2] in ("x", "N")


def _before(sentence: Tagged, word: int, quantity: Quantity) -> Modality | None:
    """Return what the nearest verb, adjective or noun before a word says that says anything."""
    tags, flags = sentence.tags, sentence.flags
    for at in sentence.cues_before(word):
        tag, bits = tags[at], flags[at]
        if word - at > _FAR or tag in ";:|" or (tag in '“”"' and at < word - 1):
            return None
        if tag in _REPORTING and _reports(sentence, at):
            return doubt_of_report(sentence, at)
        if bits & w.CONDITION and tag == "c":
            return "possible"
        if bits & w.CLAUSE and not bits & (_CUE | w.FINITE):
            if _compares(sentence, at):
                continue
            return None
        unsure = unsure_of(sentence, at, bits)
        if unsure:
            return unsure
        found = _of_cue(sentence, at, word, quantity)
        if found:
            return found
    return "planned" if under_contract(sentence, -1, word, quantity) else None


def _of_cue(sentence: Tagged, at: int, word: int, quantity: Quantity) -> Modality | None:
    """Return what a cue before a figure says, or None where it says nothing of it."""
    bits, after = sentence.flags[at], sentence.tags[at + 1 : at + 2]
    if sentence.tags[at] == "2":
        return infinitive_modality(sentence, at) if is_infinitive(sentence, at) else None
    calls = bits & w.ENVISAGING_FOR and after == "f" and sentence.tags[at - 1 : at] not in ("d", "j")
    if calls or (bits & w.AGREEING and agreed_on(sentence, at, word)):
        return "planned"
    if bits & w.EXPECTING and after == "y":  # "exceeded expectations by 36%"
        return None
    if bits & w.AIM and _is_thing(sentence, at, quantity):
        return None
    if bits & _VERB or (bits & _CUE and not bits & w.DEAL):
        return _of_verb(sentence, at, word, quantity)
    return None


def _is_thing(sentence: Tagged, at: int, quantity: Quantity) -> bool:
    """Say whether a noun of intending is a thing here: "missed the target by 2 km"."""
    after = sentence.tags[at + 1 : at + 2]
    if after in ("y", "F") or quantity.category in ("distance", "area", "mass"):
        return True
    before = sentence.tags[max(0, at - 3) : at]
    return (
        "d" in before
        and after not in ("2", "f", "o", "n", "#", "R", "t")
        and not sentence.flags[at + 1] & _VERB
    )


def _of_verb(sentence: Tagged, at: int, word: int, quantity: Quantity) -> Modality:
    """Return what the verb before a figure says, with what stands between them."""
    if sentence.flags[at] & w.CONTAINING and speaks_of_deal(sentence, at, quantity):
        return "planned"
    if sentence.flags[at] & MODAL:  # "would not send"
        at = min(group_end(sentence, at), word)
    found = group_modality(sentence, at, money=quantity.category == "money")
    if found == "asserted":
        if agreed_on(sentence, at, word):
            return "planned"
        if under_contract(sentence, at, word, quantity):
            return "planned"
        return "possible" if _in_condition(sentence, at) else found
    if found in ("planned", "expected") and (
        within_frame(sentence, at, word, quantity) or is_capacity(sentence, at, word, quantity)
    ):
        return "asserted"
    return found


def _reports(sentence: Tagged, at: int) -> bool:
    """Say whether a verb of saying reports what follows, and is neither one of plans nor passive."""
    if (
        sentence.flags[at] & (w.EXPECTING | w.INTENDING | w.AGREEING)
        and sentence.tags[at + 1 : at + 2] != "t"
    ):
        return False
    if sentence.flags[at] & w.ENVISAGING_FOR and sentence.tags[at + 1 : at + 2] == "f":
        return False
    if sentence.flags[at] & w.TRANSFER and sentence.tags[at - 1 : at] == "2":  # "plans to add 30 tanks"
        return False
    before = at - 1
    while before > 0 and sentence.tags[before] == "r":
        before -= 1
    return before < 0 or sentence.tags[before] != "b"


def _compares(sentence: Tagged, at: int) -> bool:
    """Say whether "as" belongs to "as well as", "such as", "as many as"."""
    if sentence.words[at].lower() != "as":
        return False
    near = (*sentence.words[max(0, at - 1) : at], *sentence.words[at + 1 : at + 2])
    return any(word.lower() in _COMPARES for word in near)


def _in_condition(sentence: Tagged, at: int) -> bool:
    """Say whether the clause of the verb begins with "if"."""
    for here in range(at - 1, max(-1, at - 10), -1):
        if sentence.tags[here] in ",;:t":
            return False
        if sentence.flags[here] & w.CONDITION:
            return sentence.tags[here] == "c"
    return False
