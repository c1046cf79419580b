"""What a verb with its helpers says: "could have been sent", "is expected to reach", "has not received"."""

from __future__ import annotations

from koreaaid.extract.claims.verbs.befalling import befalls, is_there_still
from koreaaid.extract.claims.verbs.conditions import was_until, would_have
from koreaaid.extract.claims.verbs.on_the_way import is_by_a_day, is_coming
from koreaaid.extract.claims.verbs.undone import gives_up
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.extract.mention import Modality
from koreaaid.language import word_classes as w
from koreaaid.language.lexicon import lexicon

VERB = w.MODAL | w.FINITE | w.ENVISAGING | w.CONTAINING | w.AUXILIARY
_HELPER = w.AUXILIARY | w.NEGATION | w.EXPECTING | w.DUE | w.INTENDING | w.HEARSAY | w.MODAL
_GOES_ON = _HELPER | w.CONFIRMING
_MAIN = w.FINITE | w.TRANSFER
_HELPING = _HELPER | w.POSSIBLE | w.AGREEING
_LINKS_TO = w.DUE | w.EXPECTING | w.INTENDING | w.HEARSAY | w.AUXILIARY | w.AGREEING
_NOUNS = w.AIM | w.DEAL | w.POSSIBLE
_LOOKING_AHEAD = (
    w.HEARSAY | w.EXPECTING | w.SHOULD | w.WOULD | w.WILL | w.CAN | w.AUXILIARY | w.INTENDING | w.ENVISAGING
)
_HEDGED = frozenset(lexicon("modality")["hedged"])
_MANAGED = frozenset(lexicon("modality")["managed"])
_COMING = frozenset(["become", "come", "cost", "hit", "stand"])
_PARTICLES = frozenset(["ahead", "away", "back", "down", "home", "off", "out", "up"])
_PREFERRED = (["best"], ["better"], ["enough"], ["ideal"], ["preferable"], ["sufficient"])
_PERCEIVED = frozenset(lexicon("modality")["perceived"])
_NO_VERB = ("al", "ary", "ed", "ent", "ian", "ic", "ing", "ity", "ive", "ment", "ous", "s", "tion")
_SET = frozenset(["bound", "expected", "forecast", "likely", "poised", "projected", "set", "unlikely"])
_SCHEDULED = frozenset(["expected", "poised", "projected", "scheduled", "slated"])
_EARNING = frozenset(["earn", "get", "have", "paid", "pay", "receive", "salary", "wage", "wages"])
_WAYS = frozenset(["course", "track"])
_PAST = ("ed", "en", "ilt", "old", "ent")
_BEGINNING = frozenset(["are", "had", "has", "have", "is", "was", "were"])
_LONGEST = 9
TAINTED = frozenset(["affected", "contaminated", "dangerous", "hazardous", "mined"])
_SPENDING, _NEAR_COST = frozenset(["cost", "costs", "took"]), 4
_LONGEST_OBJECT = 5


def is_infinitive(sentence: Tagged, at: int) -> bool:
    """Say whether the "to" at this index begins an infinitive, not a place or an amount."""
    tag = sentence.tags[at + 1 : at + 2]
    if not tag:
        return False
    word = sentence.words[at + 1].lower()
    if tag in "bv":
        return word in ("be", "have", "do")
    if tag == "r":
        return sentence.tags[at + 2 : at + 3] in ("x", "V", "U")
    if sentence.flags[at + 1] & w.TRANSFER:
        return True
    if at and sentence.flags[at + 1] & w.OUTCOME and sentence.words[at - 1] in _SET:  # "is set to rise to"
        return True
    if at and sentence.words[at - 1] in _SCHEDULED:
        return tag in "xVUX"
    if tag in "VUX":
        return not word.endswith(("s", "ed"))
    following = sentence.tags[at + 2 : at + 3]
    if following == "x" and sentence.words[at + 2] in _PARTICLES:
        following = "r"  # "is to flow back"
    if tag == "x" and sentence.tags[:at].rstrip("r")[-1:] == "b" and following not in tuple("xNCTBMDj"):
        # "are to come", "is to benefit", not "is to smaller firms"
        return word in _COMING or not (sentence.flags[at + 1] & w.FINITE or word.endswith("s"))
    turns_out = following == "r" and sentence.tags[at + 3 : at + 4] == "#"  # "to turn out 200 vehicles"
    return turns_out or (tag == "x" and not word.endswith(_NO_VERB) and following in tuple("dCN#w"))


def group_end(sentence: Tagged, at: int) -> int:
    """Return the last word of the verb group that begins at this index."""
    tags, flags, words = sentence.tags, sentence.flags, sentence.words
    end = at
    while end + 1 < len(tags) and end - at < _LONGEST:
        following = end + 1
        bits = flags[following]
        goes_on = bits & _GOES_ON or tags[following] in "rz"
        if bits & w.AIM and flags[end] & w.FINITE and not flags[end] & _HELPER:
            break  # "submitted bids"
        if tags[following] == "2":
            last = end
            while last > at and tags[last] == "r":
                last -= 1
            remains = words[last].startswith("remain") and words[following + 1 : following + 2] == ["be"]
            goes_on = (remains or flags[last] & _LINKS_TO) and (
                is_infinitive(sentence, following)
                or (flags[end] & w.DUE and tags[following + 1 : following + 2] == "x")
            )
        elif bits & _MAIN:
            goes_on = True
        if not goes_on:
            break
        end = following
    while end > at and (tags[end] == "r" or sentence.words[end] == "without"):  # "were left without power"
        end -= 1
    return end + 1 if flags[end] & w.MODAL and end + 1 < len(tags) else end


def group_modality(sentence: Tagged, at: int, *, money: bool = False) -> Modality:
    """Return what the verb group says that ends at this index; `money` where it tells a sum."""
    start = group_start(sentence, at)
    bits = 0
    for here in range(start, at + 1):
        bits |= sentence.flags[here]
    if bits & w.DUE and bits & (w.CAN | w.COULD) and not _WAYS.isdisjoint(sentence.words[start : at + 1]):
        bits &= ~(w.DUE | w.EXPECTING)  # "can track targets"
    if _is_held_for(sentence, start, at):
        bits &= ~w.POSSIBLE
    if bits & w.NEGATION:
        if bits & w.CONFIRMING:
            return "not_confirmed"
        if is_there_still(sentence, at) or bits & w.CONTAINING:  # "does not include a charge of $3 million"
            return "asserted"
        if not bits & (w.POSSIBLE | w.COULD) and not _not_only(sentence, start, at):
            return "denied"
    if sentence.words[at].startswith("not exceed "):
        return "asserted"  # "may not exceed 40 percent"
    if bits & (w.COULD | w.POSSIBLE):
        was = bits & w.COULD and (was_until(sentence, start) or _was_seen(sentence, start, at))
        return "asserted" if was else "possible"
    return _unnegated(sentence, start, at, bits, money=money)


def _is_held_for(sentence: Tagged, start: int, at: int) -> bool:
    """Say whether something is held to be so: "is still considered mined", not "is being considered"."""
    words = sentence.words[start : at + 2]
    if "potentially" in words and words[-1] in TAINTED:  # "remain potentially mined"
        return True
    words = words[: at + 1 - start]
    if "considered" not in words or "being" in words or "b" not in sentence.tags[start:at]:
        return False
    return words[-1] != "considered" or sentence.tags[at + 1 : at + 2] not in ("f", "", ",", "y")


def _unnegated(sentence: Tagged, start: int, at: int, bits: int, *, money: bool) -> Modality:
    infinitive = sentence.tags.find("2", start, at + 1) >= 0
    if not (infinitive or bits & _LOOKING_AHEAD or sentence.bits & w.MUST):
        return "asserted"
    if bits & w.HEARSAY and infinitive and bits & w.AUXILIARY and not bits & (w.EXPECTING | w.INTENDING):
        return (
            "expected"
            if money and not _EARNING.intersection(sentence.words[start - 1 : at + 1])
            else "asserted"
        )
    if bits & (w.EXPECTING | w.SHOULD):
        return "expected"
    if bits & w.WOULD and sentence.words[at].lower() in _HEDGED:  # "I would guess 40"
        return "asserted"
    better = bits & w.WOULD and sentence.words[at + 1 : at + 2] in _PREFERRED  # "eighteen would be better"
    if better or (bits & w.WOULD and would_have(sentence, start, at)):
        return "possible"
    if bits & (w.WILL | w.WOULD):
        return "expected" if befalls(sentence, at) else "planned"
    if bits & w.CAN:
        if sentence.words[at].lower() == "become":  # "can become available"
            return "expected"
        by_then = bits & (w.DELIVERED | w.SHIPPED) and is_by_a_day(sentence, at)
        return "possible" if bits & w.HOLDING or by_then else "asserted"
    if bits & w.AUXILIARY and is_coming(sentence, at):
        return "planned"
    must = start > 0 and sentence.flags[start - 1] & w.MUST and sentence.tags[start] != "v"
    if must and bits & w.FINITE:  # "must be delivered", not "must have died", "must be new"
        return "planned"
    is_due = infinitive and (_is_to(sentence, start, at) or bits & (w.DUE | w.AGREEING))
    perfect = sentence.words[start + 1 : start + 2] == ["have"] and at > start + 1  # "claims to have hit"
    bare = sentence.tags[start] == "2" and not perfect and not _is_copula(sentence, start)
    if bits & w.INTENDING and _points_at(sentence, at):
        bits &= ~w.INTENDING
    return "planned" if bits & (w.INTENDING | w.ENVISAGING) or is_due or bare else "asserted"


def _points_at(sentence: Tagged, at: int) -> bool:
    """Say whether "aimed" tells where arms point: "were aimed at Kyiv", not "aimed at buying"."""
    after = sentence.words[at + 1 : at + 3]
    return sentence.words[at].lower() == "aimed" and after[:1] == ["at"] and not after[-1].endswith("ing")


def infinitive_modality(sentence: Tagged, at: int) -> Modality | None:
    """Return what the infinitive after the "to" at this index says, by the word before it.

    An aim is planned ("a contract to supply", "flew to Warsaw to sign"); what one "managed to" do is a fact.
    """
    flags = sentence.flags
    before = at - 1
    while before > 0 and sentence.tags[before] in "rz":
        before -= 1
    is_aim = bool(flags[at + 1] & w.TRANSFER)
    if before < 0:
        return "planned" if is_aim else None
    if sentence.words[before] == "whether":  # "has yet to decide whether to send 40"
        return "possible"
    bits = flags[before]
    if _is_copula(sentence, at) and not bits & (_HELPER | w.AGREEING):
        return "asserted"
    word = sentence.words[before].lower()
    spent = sentence.words[max(0, at - _NEAR_COST) : at] if sentence.tags[before] in "#@" else []
    if word in _MANAGED or not _SPENDING.isdisjoint(spent):  # "It costs $900 to make", "It took a year to"
        return "asserted"
    if word in ("able", "allowed"):
        return group_modality(sentence, before)
    # "a project to supply", no "analysts project to"
    is_project = is_aim and word == "project" and sentence.tags[before - 1] in "d#xj"
    if is_project or sentence.words[before - 1 : before] == ["being"]:  # "is being built to make 200 a year"
        return "planned"
    if bits & w.AIM and gives_up(sentence, before):
        return "denied"
    if bits & (_HELPER | w.POSSIBLE | w.ENVISAGING):
        return group_modality(sentence, at + 1)
    if expects_of(sentence, before):
        return "expected"
    if bits & (w.DEAL | w.AGREEING) or (is_aim and not bits & w.FINITE):
        return "denied" if negated(sentence, before - 4, before) else "planned"
    return None


def expects_of(sentence: Tagged, at: int) -> bool:
    """Say whether a noun phrase that ends here is expected to do something: "expects [Seoul] to send"."""
    first = at
    while first > 0 and at - first < _LONGEST_OBJECT and sentence.tags[first] in "dCNTBMjx":
        first -= 1
    return first < at and sentence.words[first].lower().startswith(("expect", "anticipate", "forecast"))


def _is_copula(sentence: Tagged, at: int) -> bool:
    """Say whether "to be" tells what something is ("estimated to be worth"), not what will be done to it."""
    if sentence.words[at + 1].lower() != "be":
        return False
    return not any(bits & w.FINITE for bits in sentence.flags[at + 2 : at + 4])


def negated(sentence: Tagged, start: int, stop: int) -> bool:
    """Say whether a word of negation stands between two indices."""
    return bool(sentence.bits & w.NEGATION) and any(
        bits & w.NEGATION for bits in sentence.flags[max(0, start) : stop]
    )


def group_start(sentence: Tagged, at: int) -> int:
    """Return the first word of the verb group that ends at this index."""
    tags, flags = sentence.tags, sentence.flags
    start = at
    while start > 0 and at - start < _LONGEST:
        before = start - 1
        bits, tag = flags[before], tags[before]
        if tag != "2":
            if tag in "t#@" or not (bits & _HELPING or tag in "rz"):
                break
            if before and tag not in "mrz" and sentence.words[start] in _BEGINNING:
                break  # "the guns pledged [have come]", but "Required are three batteries"
            if (bits & w.AGREEING and tags[start] != "2") or (bits & _NOUNS and _is_noun(sentence, before)):
                break
        start = before
    return start


def _is_noun(sentence: Tagged, at: int) -> bool:
    """Say whether a word of intending is a noun: "the project is"; "no plans to" is a plan denied."""
    bits = sentence.flags[at]
    names = bits & w.DEAL or sentence.words[at].lower() in ("capacity", "option", "options")
    if names and sentence.tags[at + 1 : at + 2] in ("b", "m", "v"):  # "the demining project will"
        return True
    if bits & w.AIM and sentence.tags[at - 1 : at] == "C" and sentence.tags[at + 1 : at + 3] == "b#":
        return True  # "the Korean offer was 5% cheaper"
    if not bits & (w.AIM | w.DEAL) or sentence.tags[at - 1 : at] != "d":
        return False
    return not sentence.flags[at - 1] & w.NEGATION


def _is_to(sentence: Tagged, start: int, at: int) -> bool:
    """Say whether a group is of the kind "is to receive", "are to be delivered"."""
    words = [word.lower() for word in sentence.words[start : at + 1] if word.lower() != "still"]
    return "yet" in words or any(
        word in ("is", "are", "remain", "remains", "was", "were") and words[i + 1 : i + 2] == ["to"]
        for i, word in enumerate(words)
    )


def _was_seen(sentence: Tagged, start: int, at: int) -> bool:
    """Say whether "could" tells what was perceived: "fewer than 40 could be made out"."""
    words = [word.lower() for word in sentence.words[start : group_end(sentence, at) + 2]]
    return "be" in words and (not _PERCEIVED.isdisjoint(words) or words[-2:] == ["made", "out"])


def is_over(sentence: Tagged, at: int) -> bool:
    """Say whether a passive group ends the clause, so that the next is apart: "never built, [9] yards"."""
    before = sentence.tags[group_start(sentence, at) : at]
    return (
        "b" in before and sentence.words[at].endswith(_PAST) and sentence.tags[at + 1 : at + 2] in (",", "&")
    )


def _not_only(sentence: Tagged, start: int, at: int) -> bool:
    return any(word.lower() in ("only", "just", "least") for word in sentence.words[start : at + 3])
