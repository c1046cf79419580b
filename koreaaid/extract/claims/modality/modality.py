"""Whether a figure is a fact, a plan, expected, possible, denied or not confirmed, by its clause."""

from __future__ import annotations

import re

from koreaaid.extract.claims.modality.besides import is_besides
from koreaaid.extract.claims.modality.contracts import (
    OFFERING,
    agreed_on,
    is_offered,
    is_written,
    speaks_of_deal,
    under_contract,
)
from koreaaid.extract.claims.modality.doubts import (
    DOUBT,
    depends_on,
    doubt_before,
    doubt_of_report,
    is_denied,
    is_hearsay,
    is_none,
)
from koreaaid.extract.claims.modality.following import (
    BASES,
    CUE,
    FAR,
    FAR_SUBJECT,
    REPORTING,
    begins_clause,
    goes_on_ahead,
    is_noun,
    verb_after,
)
from koreaaid.extract.claims.modality.granted import is_capacity, is_granted, is_settled, within_frame
from koreaaid.extract.claims.modality.guesses import RELIED, is_budgeted, is_guess, is_relied_on
from koreaaid.extract.claims.modality.headlines import headline_modality
from koreaaid.extract.claims.modality.lists import (
    before_aside,
    ends_clause,
    governing_cues,
    is_in_aside,
    is_listed_plan,
)
from koreaaid.extract.claims.modality.relatives import have_promised, is_close_to, must_do, told_after
from koreaaid.extract.claims.modality.reports import reports
from koreaaid.extract.claims.sources.source import OF_SPEAKER, Attribution, Source
from koreaaid.extract.claims.verbs.conditions import in_condition, is_supposed, is_supposition
from koreaaid.extract.claims.verbs.on_the_way import is_ahead
from koreaaid.extract.claims.verbs.things import (
    is_aim,
    is_counted,
    is_size,
    joins_nothing,
    meets,
    names_thing,
)
from koreaaid.extract.claims.verbs.undone import is_called_off
from koreaaid.extract.claims.verbs.verb_groups import (
    VERB,
    expects_of,
    group_end,
    group_modality,
    infinitive_modality,
    is_infinitive,
    is_over,
    negated,
)
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.extract.mention import Modality, Quantity
from koreaaid.language import word_classes as w

# where a sentence has none of these and no infinitive, what it tells is a fact
_UNSURE = (
    CUE | w.DEAL | w.DUE | w.ENVISAGING_FOR | w.AGREEING | w.NEGATION | w.DENYING | w.UNCONFIRMED
    | w.CONFIRMING | w.HEARSAY | w.POSTPONED | w.UNDER_WAY | w.MUST | w.EVIDENCE | w.CONTAINING | w.REFUSED
)  # fmt: skip
# what is not always said of a figure: "500 projects", "full capacity", "on target"
_TOLD_APART = w.INTENDING | w.EXPECTING | w.POSSIBLE | w.ENVISAGING_FOR | w.AGREEING | w.AIM
_INFINITIVE = re.compile("2(?=[xVUXbvrGD?j])")
_GOVERNING, _DOUBTS = CUE | w.FINITE, DOUBT | w.NEGATION
_AHEAD, _DOERS, _NEAR_NOT = ("planned", "expected"), frozenset(["other_count", "personnel"]), 3


def modality_of(sentence: Tagged, word: int, quantity: Quantity, who: Attribution) -> Modality:
    """Return the modality of the figure that is this word of the sentence and said by `who`.

    The verb that governs it decides: the one after it where it is a subject ("180 tanks are to be sent"),
    else the nearest before it in its clause; then what the clause depends on ("no evidence that").
    """
    if who is OF_SPEAKER:
        return "asserted"
    found = _by_words(sentence, word, quantity, who)
    if found in ("asserted", "expected") and is_listed_plan(sentence, word):
        return "planned"
    if sentence.bits & w.TO and found in ("asserted", "planned"):
        if is_close_to(sentence, word):
            return "expected"
        if found == "asserted" and (ahead := headline_modality(sentence, word)):
            return ahead
    return "asserted" if found != "asserted" and is_granted(sentence, word, quantity) else found


def modality_of_content(sentence: Tagged, source: Source) -> Modality:
    """Return the modality of what a source says, by its first verb: "said that it cannot confirm"."""
    found = verb_after(sentence, source.left - 1, FAR) if source.content == "said" else source.content
    return found or "asserted"


def _by_words(sentence: Tagged, word: int, quantity: Quantity, who: Attribution) -> Modality:
    """Return the modality of a figure by the words around it and the one who says it."""
    own: Modality = "asserted"
    if (
        sentence.bits & _UNSURE
        or (sentence.bits & w.TO and _INFINITIVE.search(sentence.tags))
        or (sentence.bits & w.STAGED and is_ahead(sentence, word))
    ):
        own = _of_clause(sentence, word, quantity)
        if own in ("planned", "expected", "possible") and is_settled(sentence, word):
            return "asserted"
        depends = depends_on(sentence, word)
        budgeted = own == "expected" and not _expects(who, depends) and sentence.bits & (w.WILL | w.WOULD)
        if budgeted and is_budgeted(sentence, word):
            own = "planned"
        if own == "planned" and is_guess(sentence, word, who.source):
            own = "expected"
        if own in ("expected", "planned") and is_supposed(sentence):
            return "possible"
        if depends and (own == "asserted" or (own in ("planned", "expected") and depends != "expected")):
            return depends
    if own in ("planned", "expected", "possible") and who.content == "not_confirmed":
        return "not_confirmed"
    if own != "denied" and is_denied(sentence, word):
        return "denied"
    if own == "asserted" and is_supposition(sentence, word):
        return "possible"
    if own == "asserted" and sentence.words[word - 1] in RELIED and is_relied_on(sentence, word):
        return "expected"
    return own if own != "asserted" else _by_source(sentence, word, who)


def _expects(who: Attribution, depends: Modality | None) -> bool:
    """Say whether one expects what a figure tells: "the ministry forecasts that spending will be [90]"."""
    if "expected" in (depends, who.content):
        return True
    return who.source is not None and bool(w.BITS[who.source.verb] & w.EXPECTING)


def _by_source(sentence: Tagged, word: int, who: Attribution) -> Modality:
    """Return what the one who says a figure makes of it, where its own words leave no doubt."""
    source, content = who.source, who.content
    if sentence.bits & w.UNCONFIRMED and is_hearsay(sentence, word):
        return "not_confirmed"
    if content == "said" or (source and content == "denied" and ":" in sentence.tags[source.at : word]):
        return "asserted"  # "denied any damage: six drones were shot down"
    if source is None:
        return "asserted" if content == "expected" else content
    return "asserted" if is_besides(sentence, source, word) else content


def _of_clause(sentence: Tagged, word: int, quantity: Quantity) -> Modality:
    if word > 1 and sentence.tags[word - 2] == "," and sentence.words[word - 1].lower() == "say":
        word -= 2  # "if a part of it, say 900 shells, were sent"
    if sentence.bits & w.NEGATION and is_none(sentence, word, quantity):
        return "denied"
    told = told_after(sentence, word, quantity)
    if told:
        return told
    if sentence.words[word + 1 : word + 3] == ["of", "what"]:  # "half of what was promised has come"
        return _before(sentence, word, quantity) or "asserted"
    if begins_clause(sentence, word):
        subject = verb_after(sentence, word, FAR_SUBJECT)
        if subject == "denied" and _counts_those(sentence, word, quantity):
            return "asserted"
        if subject == "planned" and quantity.category in _DOERS and have_promised(sentence, word):
            return "asserted"
        if subject in (None, "asserted") and must_do(sentence, word):
            return "planned"
        if subject is not None:
            given = subject in ("planned", "expected") and in_condition(sentence, word)
            return "possible" if given or (subject == "asserted" and _is_given(sentence, word)) else subject
        if sentence.tags.startswith("oR", word + 1):  # "three of which treat children"
            return "asserted"
    found = _before(sentence, word, quantity)
    if found or is_in_aside(sentence, word) or "(" in sentence.tags[max(0, word - 2) : word]:
        return found or "asserted"
    found = verb_after(sentence, word, FAR)
    there = (found == "denied" and is_size(sentence, word)) or (
        found == "planned" and quantity.category in _DOERS and have_promised(sentence, word)
    )
    return "asserted" if found is None or there else found  # "a coalition of 26 states has pledged"


def _is_given(sentence: Tagged, word: int) -> bool:
    """Say whether a figure stands right behind "if"."""
    return sentence.tags[max(0, word - 1) : word] == "c" and bool(sentence.flags[word - 1] & w.CONDITION)


def _counts_those(sentence: Tagged, word: int, quantity: Quantity) -> bool:
    """Say whether a figure counts those of which something is not so: "119 did not", "six of the men"."""
    if sentence.tags[word + 1 : word + 3] in ("od", "oH", "oR"):
        return True
    return quantity.category == "percent" or bool(sentence.flags[word + 1] & (w.AUXILIARY | w.NEGATION))


def _before(sentence: Tagged, word: int, quantity: Quantity) -> Modality | None:
    """Return what the nearest verb, adjective or noun before a word says that says anything."""
    tags, flags = sentence.tags, sentence.flags
    if tags[max(0, word - 2) : word] == ",&":
        word = before_aside(sentence, word)
    cues = sentence.cues_before(word)
    for at in governing_cues(sentence, cues, word) if ",2b" in tags else cues:
        tag, bits = tags[at], flags[at]
        if word - at > FAR:
            return None
        if bits & w.STOP:
            if ends_clause(sentence, at, word):
                return None
            continue
        if tag in REPORTING and reports(sentence, at):
            planned: Modality | None = "planned" if under_contract(sentence, at, word, quantity) else None
            return doubt_of_report(sentence, at) or planned
        if bits & w.CONDITION and tag == "c":
            return "possible"
        if bits & w.CLAUSE and not bits & _GOVERNING:
            if joins_nothing(sentence, at):
                continue
            return "planned" if under_contract(sentence, at, word, quantity) else None
        if bits & _DOUBTS and (unsure := doubt_before(sentence, at, word)):
            return unsure
        found = _of_cue(sentence, at, word, quantity)
        if found:
            return found
    return "planned" if under_contract(sentence, -1, word, quantity) else None


def _of_cue(sentence: Tagged, at: int, word: int, quantity: Quantity) -> Modality | None:
    """Return what a cue before a figure says, or None where it says nothing of it."""
    bits = sentence.flags[at]
    if is_noun(sentence, at) or (sentence.words[at] in BASES and goes_on_ahead(sentence, at)):
        return None
    if sentence.tags[at] == "2":
        found = infinitive_modality(sentence, at) if is_infinitive(sentence, at) else None
        framed = found in _AHEAD and sentence.words[word - 1] == "worth"
        return "asserted" if framed and within_frame(sentence, at, word, quantity) else found
    if bits & _TOLD_APART:
        after = sentence.tags[at + 1 : at + 2]
        if bits & w.ENVISAGING_FOR and is_called_off(sentence, at, word):
            return "denied"
        if bits & (w.INTENDING | w.EXPECTING) and is_counted(sentence, at):
            return None
        if bits & w.POSSIBLE and any(near.startswith("exercis") for near in sentence.words[at - 2 : at]):
            return "planned"  # "exercises an option for 18"
        if bits & w.POSSIBLE and quantity.category in _DOERS and meets(sentence, at, word):
            return "asserted"
        calls = bits & w.ENVISAGING_FOR and after == "f" and sentence.tags[at - 1 : at] not in ("d", "j")
        if calls or (bits & w.AGREEING and agreed_on(sentence, at, word)):
            return "denied" if negated(sentence, at - _NEAR_NOT, at) else "planned"
        if names_thing(sentence, at, word, quantity):
            return None
    if bits & VERB or (bits & CUE and not bits & w.DEAL):
        return _of_verb(sentence, at, word, quantity)
    return None


def _of_verb(sentence: Tagged, at: int, word: int, quantity: Quantity) -> Modality | None:
    """Return what the verb before a figure says, with what stands between them."""
    bits = sentence.flags[at]
    if sentence.tags[at - 1 : at + 1] == "2b" and expects_of(sentence, at - 2):
        return "expected"  # "expects stocks to [be] 60 percent depleted"
    foreseen = bits & w.ENVISAGING and bits & w.EXPECTING and is_written(sentence, at)
    if foreseen or (sentence.words[at] in OFFERING and is_offered(sentence, at, word, quantity)):
        return "planned"
    if sentence.flags[at + 1] & w.UNDER_WAY and sentence.words[at].lower() in ("are", "is"):
        return "planned"  # "is buying 24 jets"
    if (
        bits & w.CONTAINING
        and not sentence.flags[at - 1] & w.COULD
        and speaks_of_deal(sentence, at, quantity)
    ):
        return "planned"
    if bits & w.MODAL:  # "would not send"
        at = min(group_end(sentence, at), word)
    found = group_modality(sentence, at, money=quantity.category == "money")
    if found == "denied" and is_over(sentence, at):
        return None
    if found == "possible" and quantity.category in _DOERS and meets(sentence, at, word):
        return "asserted"
    if found == "asserted":
        if is_aim(sentence, at, word, quantity) or agreed_on(sentence, at, word):
            return "planned"
        if under_contract(sentence, at, word, quantity):
            return "planned"
        return "possible" if in_condition(sentence, at) else found
    if found in ("planned", "expected") and (
        within_frame(sentence, at, word, quantity) or is_capacity(sentence, at, word, quantity)
    ):
        return "asserted"
    return found
