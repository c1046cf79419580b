"""Words that deny a figure or leave it unconfirmed: "no evidence that", "cannot confirm", "called false"."""

from __future__ import annotations

from koreaaid.extract.claims.verbs.befalling import LIMITS
from koreaaid.extract.claims.verbs.conditions import in_condition
from koreaaid.extract.claims.verbs.things import is_of_things
from koreaaid.extract.claims.verbs.verb_groups import negated
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.extract.mention import Modality, Quantity
from koreaaid.language import word_classes as w
from koreaaid.language.lexicon import lexicon
from koreaaid.language.patterns import late

_NOT_REAL = frozenset(["fake", "false"])
_CALLED = frozenset(["branded", "called", "calls", "labeled", "labelled"])
_HEARD = frozenset([
    "allegations", "assertions", "claim", "claims", "information", "report", "reports", "rumors", "rumours",
    "statements", "stories", "story", "suggestions",
])  # fmt: skip
_TOLD = frozenset(lexicon("reporting")["heard"]) | _HEARD | {"as", "idea", "talk", "that", "warnings"}
_REJECTING = frozenset(["dismissed", "dismisses", "dismissing", "rejected", "rejecting", "rejects"])
_EXCLUDED = (["out"], ["against"], ["short"])
_CHANCES = frozenset(["chance", "chances", "danger", "likelihood", "odds", "risk"])
_NOT_OF = frozenset(lexicon("modality")["not_of"])
_ASKED = frozenset(["Asked", "Questioned"])
_PROPOSED = frozenset(["demanded", "proposed", "proposes", "recommended", "recommends", "requested", "urged"])
_NO = (["No"], ["Not"], ["None"], ["Never"])
_DENIED_NEXT = late(
    r"[\s\"“”]*(?:(?:That|This|It)(?:[’']s| is| was) (?:simply |just |absolutely )?"
    r"(?:not (?:true|so|correct|the case)|untrue|false|wrong|nonsense|a lie|fake)"
    r"|Nothing of the (?:kind|sort)|Not true)\b(?! (?:that|to)\b)"
)
_NOT_ABOUT = (["speaking", "about"], ["speaking", "of"], ["talking", "about"])
_CONTRASTING = (",", '"', "“", "-", ":")
_DID = frozenset(["did", "do", "does"])
_DID_NOT = frozenset(["didn't", "doesn't", "don't"])
_OF_MIND = w.EXPECTING | w.CONFIRMING | w.REPORTS | w.DENYING | w.EXCLUDING
_ONLY = frozenset(["even", "just", "merely", "only"])
_FAR = 14
_NEAR_THAT = 7
_NEAR_CALLED = 5
_NEITHER = frozenset(["Neither", "neither", "nor"])
_NEAR_BUT = 4
_NEAR_TOLD = 8
_NEAR_REPORTS = 5
# a word without these leaves nothing in doubt
DOUBT = w.UNCONFIRMED | w.CONFIRMING | w.EXCLUDING | w.DENYING | w.REFUSED


def unsure_of(sentence: Tagged, at: int, bits: int) -> Modality | None:
    """Return what a word of doubt says of what it governs."""
    if bits & w.UNCONFIRMED:
        return "not_confirmed"
    if bits & w.CONFIRMING and negated(sentence, at - 6, at):
        return "not_confirmed"
    if bits & w.EXCLUDING and sentence.words[at + 1 : at + 2] in _EXCLUDED:  # "ruled out sending tanks"
        return "possible" if negated(sentence, at - 3, at) else "denied"
    if bits & w.DENYING and sentence.words[at - 1 : at] == ["nor"]:  # "neither confirmed nor denied"
        return "not_confirmed"
    if bits & w.DENYING and sentence.words[at].startswith("disput"):  # no "trade disputes among 92 states"
        return "denied" if sentence.tags[at + 1 : at + 2] in ("d", "t", "D", "#", "C", "N") else None
    if sentence.words[at] in _REJECTING:  # "rejected claims that", no "rejected an offer", "dismissed 40 men"
        return None if _TOLD.isdisjoint(sentence.words[at + 1 : at + _NEAR_REPORTS]) else "denied"
    return "denied" if bits & w.DENYING and not negated(sentence, at - 2, at) else None


def doubt_of_report(sentence: Tagged, at: int) -> Modality | None:
    """Return what a verb of saying does with what follows: "denied sending", "cannot confirm"."""
    gerund = sentence.tags[at] == "G" and not sentence.flags[at] & w.DENYING
    return None if gerund else unsure_of(sentence, at, sentence.flags[at])


def is_none(sentence: Tagged, word: int, quantity: Quantity) -> bool:
    """Say whether not even one is meant: "Not one of the 12 tanks arrived", "no talk of 9 guns"."""
    of = sentence.tags.rfind("o", max(0, word - _NEAR_BUT), word)
    if of > 1 and sentence.words[of - 1] in _NOT_OF and negated(sentence, of - 3, of - 1):
        return not any(bits & w.CLAUSE for bits in sentence.flags[of:word])
    if sentence.tags[word - 1 : word] != "z":
        return not _NEITHER.isdisjoint(sentence.words[max(0, word - 2) : word])
    if sentence.tags[word - 2 : word - 1] in _CONTRASTING and sentence.words[word - 1] == "not":
        return True  # "300 men, not 3,000"
    if sentence.tags[word - 2 : word - 1] == "b":  # "there are not 30,000 of them"
        return True
    return quantity.value == 1 or "but" in sentence.words[word + 1 : word + _NEAR_BUT]


def doubt_before(sentence: Tagged, at: int, word: int) -> Modality | None:
    """Return what a word of doubt or negation before a figure says of it."""
    bits = sentence.flags[at]
    if bits & w.NEGATION and _is_undone(sentence, at, word):
        return "denied"
    if sentence.words[at] in _NOT_REAL and sentence.tags[at + 1] == "x":
        return None  # "false beards make up 57 percent"
    return unsure_of(sentence, at, bits) if bits & DOUBT else None


def _is_undone(sentence: Tagged, at: int, word: int) -> bool:
    """Say whether somebody did not do what takes so many: "did [not] sell 900 shells"."""
    words = sentence.words
    if words[at + 1 : at + 3] in _NOT_ABOUT:
        return _ONLY.isdisjoint(words[at + 3 : word]) and not in_condition(sentence, at)
    if words[at].lower().replace("’", "'") not in _DID_NOT and words[at - 1].lower() not in _DID:
        return False
    verb = at + 2 if sentence.tags[at + 1] == "r" else at + 1
    if verb >= word or any(tag not in "dj" for tag in sentence.tags[verb + 1 : word]):
        return False
    if sentence.flags[verb] & (_OF_MIND | w.CONTAINING) or words[verb].startswith(LIMITS):
        return False
    if "d" in sentence.tags[verb + 1 : word] and not sentence.flags[verb] & w.TRANSFER:
        return False  # "does not know the 40 men"
    return _ONLY.isdisjoint(words[at + 1 : word]) and not in_condition(sentence, at)


def depends_on(sentence: Tagged, word: int) -> Modality | None:
    """Return what the clause of a word depends on: "no evidence that", "it is possible that"."""
    that = sentence.tags.rfind("t", max(0, word - 12), word)
    if that < 1 or "," in sentence.tags[that:word]:
        return None
    for at in range(that - 1, max(-1, that - _NEAR_THAT), -1):
        bits = sentence.flags[at]
        if sentence.tags[at] in ",;":
            break
        if sentence.words[at].lower() in _HEARD:
            if _leaves_open(sentence, at):
                return "not_confirmed"
            if _are_rejected(sentence, at):
                return "denied"
        if at < that - 3:  # only of reports may more be told in between: "denied claims in two papers that"
            continue
        if bits & w.EVIDENCE and negated(sentence, at - 3, at):
            return "denied"
        if bits & DOUBT and (unsure := unsure_of(sentence, at, bits)):
            return unsure
        if not sentence.tags[at + 1 : that].strip('"”') and _is_possibility(sentence, at):
            return "possible"
        if bits & w.EXPECTING:
            return "expected"
    return "planned" if sentence.words[that - 1] in _PROPOSED else None


def _is_possibility(sentence: Tagged, at: int) -> bool:
    """Say whether a word with "that" makes what follows possible: "a chance that"."""
    if sentence.words[at] in _CHANCES:
        return True
    return bool(sentence.flags[at] & w.POSSIBLE) and not is_of_things(sentence, at, "t")


def _are_rejected(sentence: Tagged, at: int) -> bool:
    """Say whether reports are denied: "dismissed as fake reports that", "contrary to media reports that"."""
    first = max(0, at - _NEAR_REPORTS)
    if any(bits & w.DENYING for bits in sentence.flags[first:at]):
        return not negated(sentence, first, at)
    if any(bits & w.EVIDENCE for bits in sentence.flags[first:at]):  # "no truth to claims that"
        return negated(sentence, first - 3, at)
    before = [word.lower() for word in sentence.words[first:at]]
    return "contrary" in before or not _REJECTING.isdisjoint(before)


def _leaves_open(sentence: Tagged, at: int) -> bool:
    """Say whether somebody leaves reports open: "declined to comment on reports that", "looking into"."""
    before = [word.lower() for word in sentence.words[max(0, at - 6) : at]]
    return ("comment" in before and negated(sentence, at - 6, at)) or (
        "looking" in before and "into" in before
    )


def is_hearsay(sentence: Tagged, word: int) -> bool:
    """Say whether the clause of a figure speaks of unconfirmed reports before it."""
    for at in sentence.cues_before(word):
        if word - at > _FAR or sentence.tags[at] in ";:|t":
            return False
        if sentence.flags[at] & w.UNCONFIRMED:
            return True
    return False


def is_denied(sentence: Tagged, word: int) -> bool:
    """Say whether what a figure tells is denied by what follows, there or in the next sentence."""
    if sentence.bits & (w.DENYING | w.UNTRUE | w.EVIDENCE) and _called_false(sentence, word):
        return True
    if sentence.bits & w.CONDITION and _answered_no(sentence, word):
        return True
    return _denied_next(sentence, word)


def _called_false(sentence: Tagged, word: int) -> bool:
    """Say whether what a figure tells is called untrue: "called reports of 300 dead false".

    So it is behind "reports that" and where the sentence begins with "That": "That 300 fell was denied".
    """
    opens = sentence.words[0] == "That" and sentence.tags[1:2] != "b"
    for at in sentence.cues_after(word):
        if at - word > _FAR or sentence.tags[at] in ";:|":
            break
        false = sentence.flags[at] & w.DENYING or _is_untrue(sentence, word, at)
        if false and (opens or "," not in sentence.tags[word:at]):
            before = [near.lower() for near in sentence.words[max(0, word - _NEAR_TOLD) : word]]
            told = opens or ("t" not in sentence.tags[word:at] and not _TOLD.isdisjoint(before))
            verb = at - 2 if sentence.tags[at - 1] in "rdz" else at - 1
            if told and (sentence.tags[verb] == "b" or _is_called(sentence, word, at)):
                return True  # "reports … are false", "reports … he called pure fiction"
            if sentence.words[at - 1] == "as" or not _CALLED.isdisjoint(before):
                return True
    return False


def _is_untrue(sentence: Tagged, word: int, at: int) -> bool:
    """Say whether this word calls untrue what is told before: no "lost 300, because the maps were wrong"."""
    if not (sentence.flags[at] & w.UNTRUE or (sentence.words[at] == "true" and sentence.tags[at - 1] == "z")):
        return False
    return not any(bits & w.CLAUSE for bits in sentence.flags[word + 1 : at])


def _is_called(sentence: Tagged, word: int, at: int) -> bool:
    return any(near in _CALLED for near in sentence.words[max(word, at - _NEAR_CALLED) : at])


def _denied_next(sentence: Tagged, word: int) -> bool:
    """Say whether the next sentence denies what is reported: "The paper wrote that 300 fell. It is false"."""
    if not _DENIED_NEXT.match(sentence.text, sentence.end):
        return False
    reports = any(sentence.flags[at] & w.REPORTS for at in sentence.cues_before(word))
    return reports or "t" in sentence.tags[:word]


def _answered_no(sentence: Tagged, word: int) -> bool:
    """Say whether a question is answered with no: 'Asked whether 300 fell, he replied: "Not one."'."""
    if sentence.words[0] not in _ASKED:
        return False
    opens = next((at for at in range(word, len(sentence.tags)) if sentence.tags[at] in '"“'), -1)
    return opens > 0 and sentence.words[opens + 1 : opens + 2] in _NO
