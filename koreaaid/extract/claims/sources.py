"""Who says something in a sentence, with which verb, and which of its words are what is said."""

from __future__ import annotations

from dataclasses import dataclass, replace

from koreaaid.extract.claims.labels import labelled_sources
from koreaaid.extract.claims.phrases import HEADS, Phrase, phrase_after, phrase_before
from koreaaid.extract.claims.source import Content, Source
from koreaaid.extract.claims.tagged import Tagged
from koreaaid.extract.claims.verb_groups import is_infinitive
from koreaaid.language.word_classes import CONFIRMING, DENYING, MEASURE, NEGATION

_TRIGGERS = frozenset("AVXUGKyPD:-")
_MOST_SOURCES = 12
_MARKS_BEFORE = frozenset(',"“”-')
_TOLD = frozenset(["told", "tells", "tell", "informed", "informs", "briefed", "assured"])
_BY_VERBS = frozenset(
    ["cited", "quoted", "published", "verified", "documented", "recorded", "posted", "carried", "seen"]
)
_CITES = frozenset(["cite", "cited", "cites", "quote", "quoted", "quotes"])
_TURNS = frozenset(["although", "but", "though", "whereas", "while"])


def find_sources(sentence: Tagged) -> list[Source]:
    """Return the sources that a sentence names, in its order."""
    found = labelled_sources(sentence)
    for at, tag in enumerate(sentence.tags):
        if tag not in _TRIGGERS:
            continue
        source = _source_at(sentence, at, tag, found)
        if source:
            found.append(source)
            if len(found) == _MOST_SOURCES:
                break
    return _with_origins(sentence, found)


def _source_at(sentence: Tagged, at: int, tag: str, earlier: list[Source]) -> Source | None:
    if tag == "A":
        return _according(sentence, at, at + 2) if sentence.tags[at + 1 : at + 2] == "2" else None
    if tag == "P":
        return _per(sentence, at)
    if tag in "VXU":
        return _verb(sentence, at, tag, earlier)
    if tag == "G":
        return _gerund(sentence, at, earlier)
    if tag == "D":
        return _measure(sentence, at)
    return None


def _according(sentence: Tagged, at: int, start: int) -> Source | None:
    """Read "according to X", which reaches both ways."""
    phrase = phrase_after(sentence, start)
    if phrase is None:
        return None
    return Source(
        phrase, "according to", at, turn_before(sentence, at), turn_after(sentence, phrase[1]), begins=at, outer=True,
        said=_date_in(sentence, phrase[1], min(phrase[1] + 4, len(sentence.tags))),
    )  # fmt: skip


def _per(sentence: Tagged, at: int) -> Source | None:
    """Read "per X" where X speaks: at the start, or after a comma or "as"; not "per day"."""
    before = sentence.tags[at - 1] if at else ","
    as_per = at > 0 and sentence.words[at - 1].lower() == "as"
    if before != "," and not as_per:
        return None
    phrase = phrase_after(sentence, at + 1)
    if phrase is None or sentence.tags[at + 1] == "x":
        return None
    return Source(
        phrase, "per", at, turn_before(sentence, at), turn_after(sentence, phrase[1]), begins=at, outer=True
    )


def _verb(sentence: Tagged, at: int, tag: str, earlier: list[Source]) -> Source | None:
    tags = sentence.tags
    before = tags[at - 1] if at else ""
    after = tags[at + 1] if at + 1 < len(tags) else ""
    if after == "y" and (tag != "U" or sentence.words[at].lower() in _BY_VERBS):
        return _passive(sentence, at)
    if before == "b" or (before == "r" and at > 1 and tags[at - 2] == "b"):
        return _quoted_as_saying(sentence, at) or _this_was_reported(sentence, at)
    if after and after in "VU" and before in HEADS and sentence.tags[at - 2 : at - 1] == "t":
        return None  # "estimates that Yonhap cites put": the next verb speaks
    if after == "2" and sentence.words[at].endswith("ed") and is_infinitive(sentence, at + 1):
        return None  # "estimated to be worth"
    quoted = _as_saying(sentence, at)
    if quoted:
        return quoted
    if before in ("2", "d", "o", "m") and not _negated(sentence, at, at - 1):
        return (
            _cannot_confirm(sentence, at)
            if before == "2"
            else _would_say(sentence, at, tag)
            if before == "m"
            else None
        )
    inverted = _inverted(sentence, at, before, after)
    if inverted:
        return inverted
    subject = phrase_before(sentence, at)
    if subject is None and before in ("&", ","):
        subject = earlier[-1].phrase if earlier else _opening_phrase(sentence, at)
    if subject is None and before == "R" and at > 1:
        subject = phrase_before(sentence, at - 1)
    if subject is None:
        return None
    return _finite(sentence, at, tag, subject)


def _finite(sentence: Tagged, at: int, tag: str, subject: Phrase) -> Source | None:
    """Read "X said that …" and "…, X said"."""
    content: Content = "expected" if tag == "X" else "denied" if sentence.flags[at] & DENYING else "said"
    if _negated(sentence, subject[1], at):
        if not sentence.flags[at] & CONFIRMING:
            return None
        content = "not_confirmed"
    begin, final, told = _after_verb(sentence, at)
    if tag == "U" and not _weak_verb_says(sentence, at, subject, begin, final):
        return None
    said = _said(sentence, subject[0], at, begin, final)
    reach = Source(
        subject,
        sentence.words[at],
        at,
        begin,
        turn_after(sentence, at),
        begins=subject[0],
        told=told,
        origin=phrase_after(sentence, at + 1) if sentence.words[at].lower() in _CITES else None,
        content=content,
        said=said,
    )
    if not final:
        return reach
    opens = subject[0] == 0 or sentence.tags[subject[0] - 1] not in _MARKS_BEFORE
    if opens and begin >= len(sentence.tags):
        return replace(reach, left=begin, right=begin)
    if opens:
        return reach
    return replace(reach, left=0, outer=True)


def _weak_verb_says(sentence: Tagged, at: int, subject: Phrase, begin: int, final: bool) -> bool:
    if sentence.words[at].lower() in ("put", "puts") and "a#" in sentence.tags[at : at + 16]:
        return True
    if final:
        return subject[0] > 0 and sentence.tags[subject[0] - 1] in _MARKS_BEFORE
    if sentence.tags[begin - 1] == "t" or sentence.tags[begin] in 't:"“':
        return True
    return sentence.tags[subject[1] - 1] in "TBDM"


def _after_verb(sentence: Tagged, at: int) -> tuple[int, bool, Phrase | None]:
    """Return where what is said begins, whether it was said before, and the outlet that was told.

    Passes over "told reporters", "on Wednesday", "in a statement", "citing X".
    """
    tags = sentence.tags
    size = len(tags)
    told = None
    here = at + 1
    if here < size and sentence.words[at].lower() in _TOLD and tags[here] not in "t#":
        listener = phrase_after(sentence, here)
        if listener:
            here = listener[1]
            told = listener if "M" in tags[listener[0] : listener[1]] else None
        elif tags[here] == "x":
            here += 1
    while here < size and here - at < 24:
        tag = tags[here]
        if tag in "@r":
            here += 1
        elif tag in "niawpy2" and here + 1 < size and tags[here + 1] in "dNCTBDMjx@":
            here = _after_phrase(sentence, here + 1)
        elif tag == "," and tags[here + 1 : here + 2] == "K":
            end = tags.find(",", here + 1)
            here = size if end < 0 else end + 1
        elif tag in "t:" or (tag == "," and tags[here + 1 : here + 2] == "t"):
            return here + 1, False, told
        else:
            break
    final = (
        here >= size
        or tags[here] in ",;)-|KG"
        or (tags[here] in '"”' and here + 1 >= size)
        or _goes_on(sentence, here)
    )
    return here, final, told


def _goes_on(sentence: Tagged, at: int) -> bool:
    """Say whether the clause of saying has ended before another begins: "X said, and", "X said as Y did"."""
    return sentence.tags[at] in "cR&" and sentence.tags[at - 1] != ","


def _after_phrase(sentence: Tagged, at: int) -> int:
    """Pass over the noun phrase after a preposition."""
    tags = sentence.tags
    here = at
    while here < len(tags) and here - at < 9 and (tags[here] in "dNCTBDMjxo@" or _links(sentence, here)):
        here += 1
        if tags[here - 1] == "@":
            break
    return here


def _links(sentence: Tagged, at: int) -> bool:
    return (
        sentence.tags[at] in "wfia"
        and sentence.tags[at - 1] in "DTBx"
        and sentence.tags[at + 1 : at + 2] in ("N", "C", "B", "T", "d", "M")
    )


def _inverted(sentence: Tagged, at: int, before: str, after: str) -> Source | None:
    """Read "…, said X" and "So said X"."""
    if after not in ("N", "C", "T", "B", "M", "d", "j", "x") or before not in ("s", *_MARKS_BEFORE):
        return None
    if (
        before == ","
        and phrase_before(sentence, at) is not None
        and sentence.words[at].lower() not in ("said", "says")
    ):
        return None
    phrase = phrase_after(sentence, at + 1)
    if phrase is None:
        return None
    if before == "s":
        return Source(phrase, sentence.words[at], at, at, at, begins=at, backward=True)
    ends = (
        phrase[1] >= len(sentence.tags)
        or sentence.tags[phrase[1]] in ',;.)"”@R-in'
        or sentence.tags[phrase[1]] == "p"
    )
    if not ends:
        return None
    return Source(
        phrase, sentence.words[at], at, turn_before(sentence, at), turn_after(sentence, phrase[1]), begins=at, outer=True,
        said=_date_in(sentence, at, min(phrase[1] + 4, len(sentence.tags))),
    )  # fmt: skip


def _passive(sentence: Tagged, at: int) -> Source | None:
    """Read "as reported by X", "was announced by X" (of the sentence before), "It was confirmed by X that"."""
    tags = sentence.tags
    phrase = phrase_after(sentence, at + 2)
    if phrase is None:
        return None
    verb = sentence.words[at]
    if (
        tags[phrase[1] : phrase[1] + 1] == "c" and sentence.words[phrase[1]].lower() == "as"
    ):  # "quoted by X as saying"
        subject = phrase_before(sentence, at)
        return Source(
            subject or phrase,
            verb,
            at,
            phrase[1],
            turn_after(sentence, at),
            begins=at,
            told=phrase if subject else None,
        )
    first = sentence.words[0].lower()
    if first in ("this", "that", "it") and at <= 4:
        if "t" in tags[phrase[1] : phrase[1] + 6]:
            return Source(phrase, verb, at, phrase[1], turn_after(sentence, at), begins=0)
        return Source(phrase, verb, at, at, at, begins=0, backward=True)
    return Source(
        phrase, verb, at, turn_before(sentence, at), turn_after(sentence, phrase[1]), begins=at, outer=True
    )


def _quoted_as_saying(sentence: Tagged, at: int) -> Source | None:
    """Read "X was quoted as saying"; any other passive ("is estimated", "was reported") names nobody."""
    following = [word.lower() for word in sentence.words[at + 1 : at + 3]]
    if sentence.words[at].lower() not in ("quoted", "cited") or following[:1] != ["as"] or len(following) < 2:
        return None
    subject = phrase_before(sentence, at)
    begin = at + 3
    return subject and Source(
        subject, sentence.words[at], at, begin, turn_after(sentence, begin), begins=subject[0]
    )


def _this_was_reported(sentence: Tagged, at: int) -> Source | None:
    """Read "This was reported on Facebook by X", "This was announced in the press service of X"."""
    tags = sentence.tags
    if sentence.words[0].lower() not in ("this", "that", "it") or at > 4 or "t" in tags:
        return None
    by = tags.find("y", at, at + 8)
    start = by if by > 0 else at + 1 if tags[at + 1 : at + 2] in ("i", "n") else -1
    phrase = phrase_after(sentence, start + 1) if start >= 0 else None
    if phrase is None or tags[phrase[1] - 1] == "D" and by < 0:
        return None
    return Source(phrase, sentence.words[at], at, at, at, begins=0, backward=True)


def _would_say(sentence: Tagged, at: int, tag: str) -> Source | None:
    """Read "X would say"; what X "may confirm" is not said."""
    subject = phrase_before(sentence, at)
    if subject is None or tag == "U" or sentence.words[at - 1].lower() not in ("would", "will", "can"):
        return None
    return _finite(sentence, at, tag, subject)


def _cannot_confirm(sentence: Tagged, at: int) -> Source | None:
    """Read "X declined to confirm that", "X was unable to confirm that"."""
    if not sentence.flags[at] & (CONFIRMING | DENYING) or at < 2:
        return None
    refusal = at - 2
    if not sentence.flags[refusal] & NEGATION:
        return None
    subject = phrase_before(sentence, refusal)
    if subject is None:
        return None
    begin, _, _ = _after_verb(sentence, at)
    content: Content = "not_confirmed" if sentence.flags[at] & CONFIRMING else "said"
    return Source(
        subject, sentence.words[at], at, begin, turn_after(sentence, at), begins=subject[0], content=content
    )


def _gerund(sentence: Tagged, at: int, earlier: list[Source]) -> Source | None:
    """Read ", adding that …": said by whoever spoke before in the sentence, or else by its subject."""
    if (
        sentence.tags[at - 1 : at] == "c"
        or at == 0
        or "t" not in sentence.tags[at + 1 : at + 2]
        and earlier
        and earlier[-1].outer
    ):
        return None
    own = phrase_before(sentence, at) if sentence.tags[at - 1] in HEADS else None  # "reports suggesting that"
    phrase = own or (earlier[-1].phrase if earlier else _opening_phrase(sentence, at))
    if phrase is None:
        return None
    begin = at + 2 if sentence.tags[at + 1 : at + 2] == "t" else at + 1
    return Source(phrase, sentence.words[at], at, begin, turn_after(sentence, at), begins=at)


def _opening_phrase(sentence: Tagged, stop: int) -> Phrase | None:
    """Return the subject of the sentence: the first noun phrase that a preposition does not govern."""
    tags = sentence.tags
    at = 0
    if tags[:1] == "r":
        at = 1
    elif tags[:1] in ("n", "i", "a", "p", "F", "@", "c"):
        comma = tags.find(",", 0, stop)
        at = comma + 1 if comma > 0 else 0
    return phrase_after(sentence, at) if at < stop else None


def _measure(sentence: Tagged, at: int) -> Source | None:
    """Read "the North's own figure for losses is", "by Kyiv's count", "the NIS estimate of"."""
    if not sentence.flags[at] & MEASURE:
        return None
    tags, words = sentence.tags, sentence.words
    if tags[at + 1 : at + 2] in ("V", "U"):
        return None
    start = at
    while start and at - start < 8 and tags[start - 1] in "NCTBMjxdh":
        start -= 1
        if tags[start] == "d":
            break
    owner_end = next(
        (i + 1 for i in range(at - 1, start - 1, -1) if words[i][-2:] in ("'s", "’s", "s'", "s’")), 0
    )
    if not owner_end and at > start and tags[at - 1] in "NBM":
        owner_end = at
    if not owner_end and tags[start] == "d" and words[start].lower() in ("its", "his", "her", "their"):
        owner_end = start + 1
    if not owner_end or tags[start:owner_end] == "d" and tags[start - 1 : start] not in ("y", "i"):
        return None
    if tags[start - 1 : start] in ("y", "i", "p") and start:
        return Source(
            (start, owner_end),
            words[at],
            at,
            turn_before(sentence, start),
            turn_after(sentence, at),
            begins=start,
            outer=True,
        )
    if not any(tag in "boa" for tag in tags[at + 1 : at + 16]):
        return None
    return Source((start, owner_end), words[at], at, at + 1, turn_after(sentence, at), begins=start)


def _with_origins(sentence: Tagged, sources: list[Source]) -> list[Source]:
    """Attach "citing X", "with reference to X" and "quoted X as saying" to the source that cites."""
    tags = sentence.tags
    cited = [at for at, tag in enumerate(tags) if tag == "K"] if "K" in tags else []
    if "w" in tags:
        cited += [at + 1 for at in range(len(tags) - 2) if tags[at] == "w" and _is_reference(sentence, at)]
    for at in sorted(cited)[:4]:
        phrase = _cited_phrase(sentence, at)
        if phrase is None:
            continue
        before = [i for i, source in enumerate(sources) if source.at < at]
        after = [i for i, source in enumerate(sources) if source.at > at]
        if before:
            sources[before[-1]] = replace(sources[before[-1]], origin=phrase)
        elif after and at <= 1:
            sources[after[0]] = replace(sources[after[0]], origin=phrase)
        else:
            sources.append(
                Source(
                    phrase,
                    sentence.words[at],
                    at,
                    turn_before(sentence, at),
                    turn_after(sentence, phrase[1]),
                    begins=at,
                    outer=True,
                )
            )
    return sources


def _cited_phrase(sentence: Tagged, at: int) -> Phrase | None:
    tags = sentence.tags
    start = at + 1
    for here in range(at + 1, min(at + 3, len(tags))):
        if tags[here] == "2":
            start = here + 1
    if tags[start : start + 1] in ("“", '"'):
        start += 1
    return phrase_after(sentence, start)


def _is_reference(sentence: Tagged, at: int) -> bool:
    return any(
        word.lower() in ("reference", "link", "references") for word in sentence.words[at + 1 : at + 3]
    )


def _as_saying(sentence: Tagged, at: int) -> Source | None:
    """Read "the lawmakers quoted X as saying that …": X speaks, and the lawmakers pass it on."""
    if sentence.words[at].lower() not in _CITES:
        return None
    phrase = phrase_after(sentence, at + 1)
    if phrase is None or [word.lower() for word in sentence.words[phrase[1] : phrase[1] + 1]] != ["as"]:
        return None
    begin = phrase[1] + 2
    subject = phrase_before(sentence, at)
    return Source(phrase, sentence.words[at], at, begin, turn_after(sentence, begin), begins=at, told=subject)


def _negated(sentence: Tagged, start: int, stop: int) -> bool:
    return any(flags & NEGATION for flags in sentence.flags[max(0, start) : stop])


def turn_after(sentence: Tagged, at: int) -> int:
    """Return where the sentence turns to something else after `at`: a semicolon, ", while", ", but"."""
    tags = sentence.tags
    for here in range(at, len(tags) - 1):
        if tags[here] in ";|":
            return here
        if (
            tags[here] == ","
            and sentence.words[here + 1].lower() in _TURNS
            and tags[here + 2 : here + 3] != "t"
        ):
            return here
    return len(tags)


def turn_before(sentence: Tagged, at: int) -> int:
    """Return where the part of the sentence that ends at `at` begins."""
    tags = sentence.tags
    for here in range(at - 1, 0, -1):
        if tags[here] in ";|" or (tags[here - 1] == "," and sentence.words[here].lower() in _TURNS):
            return here + 1
    return 0


def _said(sentence: Tagged, start: int, at: int, begin: int, final: bool) -> int | None:
    """Return the date of saying: near the verb, or what opens the sentence before the speaker."""
    near = _date_in(sentence, at + 1, begin)
    if near is None:
        near = _date_in(sentence, start, at)
    if near is None and not final and start <= 5:
        near = _date_in(sentence, 0, start)
    return near


def _date_in(sentence: Tagged, start: int, stop: int) -> int | None:
    return next((i for i in range(start, min(stop, len(sentence.tags))) if sentence.tags[i] == "@"), None)


__all__ = ["HEADS", "find_sources", "turn_after", "turn_before"]
