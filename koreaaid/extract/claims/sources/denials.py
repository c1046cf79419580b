"""Sources that deny, reject, accuse, leave open or cannot confirm: "declined to confirm", "accused … of"."""

from __future__ import annotations

from koreaaid.extract.claims.sources.after_verbs import after_verb
from koreaaid.extract.claims.sources.reach import turn_after
from koreaaid.extract.claims.sources.source import Content, Source
from koreaaid.extract.claims.verbs.verb_groups import negated
from koreaaid.extract.claims.words.phrases import phrase_after, phrase_before
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language.lexicon import lexicon
from koreaaid.language.word_classes import CONFIRMING, DENYING, EXCLUDING, NEGATION

_HEARD = frozenset(lexicon("reporting")["heard"])
_ACCUSING = frozenset(["accused", "accuses"])
_NEAR_REPORT = 7


def neither(sentence: Tagged, at: int) -> Source | None:
    """Read "X has neither confirmed nor denied that"."""
    if not sentence.flags[at] & DENYING or sentence.words[at - 1 : at] != ["nor"]:
        return None
    near = [word.lower() for word in sentence.words[max(0, at - 5) : at]]
    if "neither" not in near:
        return None
    subject = phrase_before(sentence, max(0, at - 5) + near.index("neither"))
    if subject is None:
        return None
    begin, _, _ = after_verb(sentence, at)
    right = turn_after(sentence, at)
    return Source(subject, sentence.words[at], at, begin, right, begins=subject[0], content="not_confirmed")


def cannot_confirm(sentence: Tagged, at: int) -> Source | None:
    """Read "X declined to confirm that", "X was unable to confirm that"."""
    if not sentence.flags[at] & (CONFIRMING | DENYING) or at < 2:
        return None
    refusal = at - 2
    if not sentence.flags[refusal] & NEGATION and sentence.words[refusal].lower() != "yet":
        return None
    subject = phrase_before(sentence, refusal)
    if subject is None:
        return None
    begin, _, _ = after_verb(sentence, at)
    content: Content = "not_confirmed" if sentence.flags[at] & CONFIRMING else "said"
    return Source(
        subject, sentence.words[at], at, begin, turn_after(sentence, at), begins=subject[0], content=content
    )


def rejecting(sentence: Tagged) -> Source | None:
    """Read "The ministry rejected a report that Pyongyang had sent 900 men", "rejects claims that"."""
    for at, word in enumerate(sentence.words[:-2]):
        if word in ("rejected", "rejects") and at:
            that = max(sentence.tags.find(mark, at, at + _NEAR_REPORT) for mark in ("t", "o#"))
            if "D" not in sentence.tags[at:that] and _HEARD.isdisjoint(sentence.words[at:that]):
                continue
            subject = phrase_before(sentence, at)
            if that < 0 or subject is None:
                return None
            right = turn_after(sentence, that)
            return Source(subject, word, at, that + 1, right, begins=subject[0], content="denied")
    return None


def accusing(sentence: Tagged) -> Source | None:
    """Read "Kyiv accused Moscow of deporting 900 children"; not "was accused of"."""
    for at, word in enumerate(sentence.words[:-3]):
        if word in _ACCUSING and at:
            of = _doing(sentence, at)
            by = sentence.tags[at + 1] == "y"  # "Moscow, accused by Kyiv of"
            subject = phrase_after(sentence, at + 2) if by else phrase_before(sentence, at)
            if of < 0 or subject is None or "b" in sentence.tags[subject[1] : at]:
                return None
            return Source(subject, word, at, of + 1, turn_after(sentence, of), begins=subject[0])
    return None


def _doing(sentence: Tagged, at: int) -> int:
    """Return where the "of" stands after "accused" that tells what is done: "[of] deporting", or -1."""
    of = sentence.tags.find("o", at + 2, at + _NEAR_REPORT)
    while of > 0 and not "".join(sentence.words[of + 1 : of + 2]).endswith("ing"):
        of = sentence.tags.find("o", of + 1, at + _NEAR_REPORT)
    return of


def leaving_open(sentence: Tagged) -> Source | None:
    """Read "The envoy did not rule out that 900 shells would come"."""
    words = sentence.words
    for at in range(2, len(words) - 1):
        if sentence.flags[at] & EXCLUDING and words[at + 1] == "out" and negated(sentence, at - 2, at):
            subject = phrase_before(sentence, at)
            begin = at + 3 if sentence.tags[at + 2 : at + 3] == "t" else at + 2
            right = turn_after(sentence, at)
            return subject and Source(subject, words[at], at, begin, right, begins=subject[0])
    return None
