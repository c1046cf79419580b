"""Whether a figure is a fact, a plan, an expectation, a possibility, denied or not confirmed, by its clause."""

from __future__ import annotations

from koreaaid.extract.claims.source import Source
from koreaaid.extract.claims.tagged import Tagged
from koreaaid.extract.mention import Modality, Quantity
from koreaaid.language import word_classes as w

_REPORTING = frozenset("VXUG")
_HARD = frozenset(';:“”"|(-')
_MODAL = w.WILL | w.WOULD | w.SHOULD | w.COULD | w.CAN
_CUE = _MODAL | w.INTENDING | w.EXPECTING | w.ENVISAGING | w.POSSIBLE | w.CONDITION
_VERB = _MODAL | w.FINITE | w.ENVISAGING | w.CONTAINING
_GROUP = w.AUXILIARY | w.NEGATION | w.EXPECTING | w.DUE | w.INTENDING | w.HEARSAY | _MODAL
_FAR = 40
_FAR_SUBJECT = 14
_GOODS = ("equipment", "munitions", "other_count", "personnel")
# "under a deal worth $5 billion": the deal is there, whatever the sentence plans with it.
_FRAMES = frozenset(
    ["under", "through", "within", "via", "following", "after", "despite", "after", "since", "from", "in"]
)
_BEYOND_INTENT = frozenset(
    [
        "managed",
        "continued",
        "began",
        "begun",
        "started",
        "failed",
        "helped",
        "used",
        "tended",
        "happened",
        "appeared",
        "seemed",
        "forced",
        "able",
        "led",
        "allowed",
    ]
)
_GROWTH = frozenset(
    [
        "rose",
        "fell",
        "grew",
        "up",
        "down",
        "increase",
        "decrease",
        "compared",
        "amount",
        "amounted",
        "amounts",
        "equal",
        "close",
        "according",
        "due",
        "owing",
        "thanks",
        "related",
        "addition",
    ]
)


def modality_of(sentence: Tagged, word: int, quantity: Quantity, source: Source | None) -> Modality:
    """Return the modality of the figure that is this word of the sentence.

    The verb that governs it decides: the one after it where it is a subject ("180 tanks are to be delivered"), else
    the nearest before it in its clause; then what the speaker does with it ("denied that", "expects").
    """
    own = _of_clause(sentence, word, quantity)
    if source is None or own != "asserted":
        return own
    if source.content == "expected" and source.right > word >= source.left:
        return "expected"
    if source.content == "denied":
        return "denied"
    return "not_confirmed" if source.content == "not_confirmed" else own


def _of_clause(sentence: Tagged, word: int, quantity: Quantity) -> Modality:
    subject = _as_subject(sentence, word)
    if subject is not None:
        return subject
    before = _before(sentence, word, quantity)
    if before is not None:
        return before
    return _after(sentence, word, _FAR) or "asserted"


def _as_subject(sentence: Tagged, word: int) -> Modality | None:
    """Read the verb after a figure that begins its clause: "of whom 1,000 are there", "116 of them will be made"."""
    at = word
    while (
        at
        and sentence.tags[at - 1] in "dj"
        or at
        and sentence.tags[at - 1] == "o"
        and sentence.tags[at - 2 : at - 1] == "x"
        and at < 3
    ):
        at -= 1
    if at and sentence.tags[at - 1] not in ',;:"“”-tRc&VXUG(' and not sentence.flags[at - 1] & w.CLAUSE:
        return None
    return _after(sentence, word, _FAR_SUBJECT, commas=False)


def _after(sentence: Tagged, word: int, far: int, *, commas: bool = True) -> Modality | None:
    """Return what the first verb after a word says, if one comes before its clause ends."""
    tags, flags = sentence.tags, sentence.flags
    for at in range(word + 1, min(word + far, len(tags))):
        if tags[at] in _HARD or tags[at] in _REPORTING or (tags[at] == "," and not commas):
            return None
        if flags[at] & w.CLAUSE and tags[at] != "R" and not flags[at] & _CUE:
            return None
        if tags[at] in "#@":
            continue
        if tags[at] == "2" and _is_infinitive(sentence, at):
            if at == word + 1 or not flags[at - 1] & (w.INTENDING | w.DUE | w.EXPECTING):
                return "planned"
            return _of_group(sentence, at)
        if flags[at] & w.FINITE and sentence.words[at].endswith("ed") and tags[at + 1 : at + 2] in ("x", "N"):
            continue  # "36 armored vehicles"
        if flags[at] & (_VERB | w.AUXILIARY) or (
            flags[at] & (w.INTENDING | w.EXPECTING) and tags[at - 1] not in "djoif"
        ):
            return _of_group(sentence, _group_end(sentence, at))
    return None


def _group_end(sentence: Tagged, at: int) -> int:
    """Return the last word of the verb group that begins at `at`: "are still expected to be delivered"."""
    tags, flags = sentence.tags, sentence.flags
    end = at
    while end + 1 < len(tags) and end - at < 8:
        following = end + 1
        if (
            flags[following] & (_GROUP | w.FINITE | w.TRANSFER)
            or tags[following] in "rz"
            or (tags[following] == "2" and _is_infinitive(sentence, following))
        ):
            end = following
        else:
            break
    return min(end + 1, len(tags) - 1) if flags[end] & _MODAL else end


def _before(sentence: Tagged, word: int, quantity: Quantity) -> Modality | None:
    """Return what the verb or adjective before a word says, the nearest first."""
    tags, flags = sentence.tags, sentence.flags
    for at in range(word - 1, max(-1, word - _FAR), -1):
        tag, bits = tags[at], flags[at]
        if tag in ";:|" or (tag in '“”"' and at < word - 1):
            return None
        if tag in "#@,":
            continue
        if tag in _REPORTING and not (
            bits & (w.EXPECTING | w.INTENDING) and tags[at + 1 : at + 2] not in "t"
        ):
            return _of_matrix(sentence, at) if tag != "G" else None
        if bits & w.CONDITION:
            return "possible" if tag == "c" else None
        if bits & w.CLAUSE and not bits & (_CUE | w.FINITE):
            return _of_that(sentence, at) if tag == "t" else None
        if bits & w.UNCONFIRMED:
            return "not_confirmed"
        if bits & w.CONFIRMING and _negated_near(sentence, at):
            return "not_confirmed"
        if bits & w.DENYING:
            return "denied"
        if tag == "2":
            found = _of_infinitive(sentence, at) if _is_infinitive(sentence, at) else None
            if found:
                return found
            continue
        if bits & w.CONTAINING:
            return "planned" if _speaks_of_deal(sentence, at, quantity) else _of_group(sentence, at)
        if bits & (_VERB | _CUE | w.AUXILIARY):
            if bits & w.DEAL and not bits & _VERB:
                continue
            found = _of_group(sentence, at, money=quantity.category == "money")
            if found == "asserted" and _under_contract(sentence, at, word, quantity):
                return "planned"
            if found in ("planned", "expected") and _within_frame(sentence, at, word, quantity):
                return "asserted"
            return found
    return "planned" if _under_contract(sentence, -1, word, quantity) else None


def _is_infinitive(sentence: Tagged, at: int) -> bool:
    """Say whether "to" begins an infinitive: a small word follows that is no article, figure or adjective."""
    following = sentence.tags[at + 1 : at + 2]
    if following in ("b", "v", "r"):
        return sentence.words[at + 1].lower() in ("be", "have", "do") or following == "r"
    if following in ("V", "U", "X", "?", "D", "j"):
        return not sentence.words[at + 1].endswith("s") and bool(
            sentence.flags[at + 1] & w.TRANSFER or following in "VUX"
        )
    if (
        following != "x"
        or sentence.words[at + 1].endswith(("s", "ing"))
        and not sentence.flags[at + 1] & w.TRANSFER
    ):
        return False
    return bool(sentence.flags[at + 1] & w.TRANSFER) or sentence.tags[at + 2 : at + 3] in (
        "d",
        "#",
        "N",
        "C",
        "x",
        "j",
        "w",
        "i",
        "2",
        "a",
        "y",
        "B",
        "T",
    )


def _of_infinitive(sentence: Tagged, at: int) -> Modality | None:
    """Return what "to deliver" says, by the word before it: planned, unless something was managed, used, expected."""
    flags, tags = sentence.flags, sentence.tags
    verb = flags[at + 1]
    before = at - 1
    while before > 0 and tags[before] in "rz":
        before -= 1
    if before < 0:
        return "planned" if verb & w.TRANSFER else None
    bits = flags[before]
    if bits & (_GROUP | w.POSSIBLE | w.ENVISAGING):
        return _of_group(sentence, at + 1)
    if sentence.words[before].lower() in _BEYOND_INTENT:
        return "asserted"
    if bits & w.DEAL or (verb & w.TRANSFER and not bits & w.FINITE):
        return "planned" if not _negated(sentence, max(0, before - 4), before) else "denied"
    return None


def _of_group(sentence: Tagged, at: int, *, money: bool = False) -> Modality:
    """Return what a verb group says that ends at `at`: "could have been sent", "is expected to", "has not received"."""
    tags, flags, words = sentence.tags, sentence.flags, sentence.words
    bits = 0
    start = at
    while start >= 0 and at - start < 9:
        here = flags[start]
        if start < at and not (here & (_GROUP | w.POSSIBLE) or tags[start] in "rz" or tags[start] == "2"):
            break
        if start < at and here & w.FINITE and not here & _GROUP:
            break
        bits |= here
        start -= 1
    start += 1
    if bits & w.NEGATION and bits & (w.CONFIRMING):
        return "not_confirmed"
    if bits & w.NEGATION and not _only(words, start, at) and not bits & (w.POSSIBLE | w.COULD):
        return "denied"
    if bits & (w.COULD | w.POSSIBLE):
        return "possible"
    if (
        bits & w.HEARSAY
        and "2" in tags[start : at + 1]
        and bits & w.AUXILIARY
        and not bits & (w.EXPECTING | w.INTENDING)
    ):
        return "expected" if money else "asserted"
    if bits & w.EXPECTING:
        return "expected"
    if bits & w.SHOULD:
        return "expected"
    if bits & (w.WILL | w.WOULD):
        return "expected" if _is_outcome(sentence, at) else "planned"
    if bits & w.CAN:
        return "possible" if "up" in words[at : at + 4] else "asserted"
    if bits & (w.INTENDING | w.ENVISAGING):
        return "planned"
    if "2" in tags[start : at + 1] and _to_be(words, start, at):
        return "planned"
    if bits & w.DUE and "2" in tags[start : at + 2] and bits & w.AUXILIARY:
        return "planned"
    return "asserted"


def _to_be(words: list[str], start: int, at: int) -> bool:
    """Say whether a group is of the kind "is to receive", "are to be delivered"."""
    lower = [word.lower() for word in words[start : at + 1]]
    return any(
        first in ("is", "are", "was", "were") and second == "to"
        for first, second in zip(lower, lower[1:], strict=False)
    )


def _is_outcome(sentence: Tagged, at: int) -> bool:
    """Say whether "will" is followed by a verb that nobody does on purpose: "will reach $20 billion"."""
    flags = sentence.flags
    here = at
    while here < len(flags) and (flags[here] & (_MODAL | w.NEGATION) or sentence.tags[here] == "r"):
        here += 1
    if here >= len(flags) or not flags[here] & w.OUTCOME:
        return False
    return not (
        sentence.words[here].lower() in ("be", "have")
        and here + 1 < len(flags)
        and flags[here + 1] & w.FINITE
        or sentence.words[here].lower() == "take"
    )


def _only(words: list[str], start: int, at: int) -> bool:
    """Say whether "not" belongs to "not only" or "not yet"."""
    return any(word.lower() in ("only", "just", "least") for word in words[start : at + 3])


def _negated(sentence: Tagged, start: int, stop: int) -> bool:
    return any(bits & w.NEGATION for bits in sentence.flags[start:stop])


def _negated_near(sentence: Tagged, at: int) -> bool:
    return _negated(sentence, max(0, at - 6), at)


def _of_matrix(sentence: Tagged, at: int) -> Modality | None:
    """Return what a verb of saying does with what follows: "denied sending", "cannot confirm"."""
    if sentence.flags[at] & w.CONFIRMING and _negated_near(sentence, at):
        return "not_confirmed"
    return "denied" if sentence.flags[at] & w.DENYING else None


def _of_that(sentence: Tagged, at: int) -> Modality | None:
    """Return what stands before a "that": "no evidence that", "it is possible that", "plans that"."""
    for here in range(at - 1, max(-1, at - 5), -1):
        bits = sentence.flags[here]
        if bits & w.CONFIRMING and _negated_near(sentence, here):
            return "not_confirmed"
        if bits & (w.DENYING | w.UNCONFIRMED):
            return "denied" if bits & w.DENYING else "not_confirmed"
        if bits & w.POSSIBLE:
            return "possible"
        if bits & w.EXPECTING:
            return "expected"
    return None


def _within_frame(sentence: Tagged, verb: int, word: int, quantity: Quantity) -> bool:
    """Say whether a sum is the worth of a deal that is there: "will import weapons under a deal worth $1 billion"."""
    if quantity.category != "money":
        return False
    for at in range(word - 1, max(verb, word - 8), -1):
        if sentence.flags[at] & w.DEAL:
            return any(word.lower() in _FRAMES for word in sentence.words[max(verb + 1, at - 5) : at])
    return False


def _under_contract(sentence: Tagged, verb: int, word: int, quantity: Quantity) -> bool:
    """Say whether goods are the object of a contract: "signed a contract for 48 jets", "won an order for 20 tanks"."""
    if quantity.category not in ("equipment", "munitions"):
        return False
    if verb >= 0 and sentence.words[verb].lower() in ("was", "were", "had"):
        return False
    for at in range(word - 1, max(verb, word - 8, -1), -1):
        if sentence.tags[at] in ",;" or sentence.flags[at] & w.CLAUSE:
            return False
        if sentence.tags[at] == "f":
            return any(bits & w.DEAL for bits in sentence.flags[max(0, at - 6) : at])
    return False


def _speaks_of_deal(sentence: Tagged, at: int, quantity: Quantity) -> bool:
    """Say whether "covers" or "comprises" is said of a contract in the present tense: its content is to come."""
    if quantity.category not in _GOODS or sentence.words[at].endswith("ed"):
        return False
    if sentence.tags[0] == "I" and at < 4:
        return quantity.category in ("equipment", "munitions")
    return any(bits & w.DEAL for bits in sentence.flags[max(0, at - 20) : at])


__all__ = ["modality_of"]
