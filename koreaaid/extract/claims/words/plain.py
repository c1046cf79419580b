"""Speakers of common words alone: "two former supervisors", "people familiar with the matter"."""

from __future__ import annotations

from koreaaid.extract.claims.words.passed_over import before_adverbs
from koreaaid.extract.claims.words.phrases import ENDING, Phrase, antecedent
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language.subject_nouns import OWNING

# who is one of several
ONES = frozenset(["Another", "One", "another", "one", "other"])
_LONGEST_PLAIN = 8
_ANYBODY = frozenset(["individuals", "people", "person", "persons", "someone", "those"])
_INFORMED = _ANYBODY | {
    "executive", "executives", "insider", "insiders", "official", "officials", "source", "sources",
}  # fmt: skip
_KNOWING = frozenset(
    ["acquainted", "aware", "briefed", "close", "familiar", "involved", "knowledge", "knowledgeable", "privy"]
)
_BEFORE_KNOWING = frozenset(["are", "direct", "directly", "first-hand", "is", "was", "were", "who", "with"])
_LONGEST_INFORMED = 12
_LONGEST_CLAUSE = 7
# what things are done by, and nobody who speaks: "according to plan"
_MUTE = frozenset([
    "agreement", "contract", "deal", "law", "laws", "method", "norms", "plan", "plans", "rules", "schedule",
    "size", "standards", "terms", "type",
])  # fmt: skip


def plain_before(sentence: Tagged, stop: int) -> Phrase | None:
    """Return a subject of common words before `stop`: "two former supervisors", "Japan's coast guard"."""
    tags, flags = sentence.tags, sentence.flags
    stop = at = before_adverbs(sentence, stop)
    while at and stop - at < _LONGEST_PLAIN and not flags[at - 1] & ENDING:
        if at < stop and sentence.words[at - 1][-2:] in OWNING:  # "The company's engineers told her"
            at = _begin_of_owner(sentence, at - 1)
            break
        if tags[at - 1] not in "xj#dC":
            break
        at -= 1
        if tags[at] in "d#C":
            break
    opens = at == 0 or tags[at - 1] in ',“”"-;:|@c&'
    plural = stop > 0 and tags[stop - 1] == "x" and sentence.words[stop - 1].endswith(("s", "ople", "men"))
    one = (
        (tags[at : at + 1] in ("d", "C") or sentence.words[at][-2:] in OWNING)
        and tags[stop - 1 : stop] == "x"
        and stop - at > 1
    )
    return (at, stop) if opens and (plural or one) and at < stop else None


def one_before(sentence: Tagged, stop: int) -> Phrase | None:
    """Return "one" of several who speaks before `stop`: "One put it at 90", "The other warned that"."""
    at = stop - 1
    if at < 0 or sentence.words[at] not in ONES or sentence.tags[at] not in "#dj":
        return None
    first = at - 1 if sentence.words[at] == "other" else at
    if sentence.words[at] == "other" and sentence.words[max(0, first)].lower() != "the":
        return None
    return (at, stop) if first == 0 or sentence.tags[first - 1] in ',;“"&' else None


def _begin_of_owner(sentence: Tagged, at: int) -> int:
    """Return where the owner begins that ends with the word `at`: "[Hanwha] Aerospace's", "[The] firm's"."""
    while at and sentence.tags[at - 1] in "NCB":
        at -= 1
    return at - 1 if at and sentence.tags[at - 1] == "d" else at


def informed_before(sentence: Tagged, stop: int) -> Phrase | None:
    """Return those who know and are not named, before `stop`: "two sources familiar with the matter"."""
    words, tags = sentence.words, sentence.tags
    first = max(1, stop - _LONGEST_INFORMED + 1)
    if _KNOWING.isdisjoint(map(str.lower, words[first:stop])):
        return None
    for at in range(stop - 1, first - 1, -1):
        if tags[at] in ",;:":
            return None
        if words[at].lower() not in _KNOWING:
            continue
        head = at - 1
        while head > 0 and words[head].lower() in _BEFORE_KNOWING:
            head -= 1
        if words[head].lower() not in _INFORMED and tags[head] != "T":
            return None
        end = head + 1 if tags[head] == "T" else stop  # "a lawmaker briefed on the matter" is a lawmaker
        while head and tags[head - 1] in "xjC" and not sentence.flags[head - 1] & ENDING:
            head -= 1
        return head, end
    return None


def of_relative(sentence: Tagged, at: int) -> Phrase | None:
    """Return who says it where a clause tells of them: "a group of nations that monitors sanctions said"."""
    tags = sentence.tags
    relative = max(tags.rfind("R", 0, at), tags.rfind("t", 0, at))
    if not max(1, at - _LONGEST_CLAUSE) <= relative < at - 1 or not set(tags[relative + 1 : at]) <= set(
        "dxjCNBT"
    ):
        return None
    while relative > 1 and tags[relative - 1] in "x#o":
        relative -= 1
    return antecedent(sentence, relative)


def plain_after(sentence: Tagged, start: int) -> Phrase | None:
    """Return a name of common words that begins at `start`: "people familiar with the matter"."""
    end = _end_of_words(sentence, start, "xjdw#oiTNCB")
    while end > start and sentence.tags[end - 1] in "dwoij#":
        end -= 1
    return (start, end) if any(word.lower() in _ANYBODY for word in sentence.words[start:end]) else None


def anyone_after(sentence: Tagged, start: int) -> Phrase | None:
    """Return the common words after "according to", where they may speak: "an 11-nation monitoring group"."""
    end = _end_of_words(sentence, start, "xjd#NCB", hyphens=True)
    if end == start or sentence.tags[end - 1] not in "xB" or _MUTE.intersection(sentence.words[start:end]):
        return None
    return start, end


def _end_of_words(sentence: Tagged, start: int, kinds: str, *, hyphens: bool = False) -> int:
    """Return where the words of these kinds end that begin at `start`; `hyphens` may follow numbers."""
    tags, flags = sentence.tags, sentence.flags
    end = start
    while end < len(tags) and end - start < _LONGEST_PLAIN and not flags[end] & ENDING:
        if tags[end] not in kinds and not (hyphens and tags[end - 1 : end + 1] == "#-"):
            break
        end += 1
    return end
