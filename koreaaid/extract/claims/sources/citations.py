"""Sources that another cites, and owners of a figure: "citing X", "quoted X as saying", "by Kyiv's count"."""

from __future__ import annotations

import re

from koreaaid.extract.claims.sources.reach import turn_after, turn_before
from koreaaid.extract.claims.sources.source import Content, Source
from koreaaid.extract.claims.verbs.verb_groups import negated
from koreaaid.extract.claims.words.phrases import Phrase, phrase_after, phrase_before
from koreaaid.extract.claims.words.plain import plain_after
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language.lexicon import lexicon
from koreaaid.language.subject_nouns import OWNING
from koreaaid.language.word_classes import LOWER, MEASURE

_REFERENCE = frozenset(lexicon("reporting")["reference"])
_ESTIMATES = frozenset(["estimates", "forecasts", "projections"])
_RANGING = frozenset(["differ", "go", "range", "ranged", "run", "ran", "varied", "vary"])
_CITING = re.compile("K|w(?=..)")
_NO_OWNERS = frozenset(["CPI", "GDP", "GNP", "intelligence"])
_MOST_CITED = 4
_GIVING = frozenset(lexicon("reporting")["giving"])
_NEAR_MEASURE = 6
_THE_COUNTED = re.compile("d#[xjNCT]{0,3}[tR]?d?$|o#d?[xj]{0,3}td?$")
_COUNTED_WITH = re.compile("d?#[xj]{1,2}[CN]")
_BEHIND_COUNT = ("", ",", ";", ")", "f", "i", "n", "@", "a", "r")
_NEAR_COUNTED = 6
COUNTING = frozenset(lexicon("reporting")["counting"])
CITES = frozenset(["cite", "cited", "cites", "quote", "quoted", "quotes"])


def quoted_source(sentence: Tagged, at: int) -> Source | None:
    """Read "the lawmakers quoted X as saying that …": X speaks, and the lawmakers pass it on."""
    phrase = phrase_after(sentence, at + 1)
    if phrase is None or [word.lower() for word in sentence.words[phrase[1] : phrase[1] + 1]] != ["as"]:
        return None
    begin = phrase[1] + 2
    subject = phrase_before(sentence, at)
    if sentence.tags[begin : begin + 1] in ("", ",") and subject:  # "…, Park quoted the agency as saying."
        return Source(
            phrase, sentence.words[at], at, 0, subject[0], begins=subject[0], outer=True, told=subject
        )
    return Source(phrase, sentence.words[at], at, begin, turn_after(sentence, begin), begins=at, told=subject)


def counted_by(sentence: Tagged, at: int, tag: str, subject: Phrase) -> Source | None:
    """Read "the 1,100 that Oslo had counted", "the 900 dead the agency reported": Oslo says that figure."""
    first = subject[0]
    if not first or sentence.tags[first - 1] in ',;:"“”&':  # most who speak
        return None
    if "#" not in sentence.tags[:at]:
        return None
    # "the 900 that Oslo says it counted"
    taken_up = sentence.tags[first - 1] == "t" and sentence.tags[at + 1 : at + 2] in ("I", "H", "h")
    if sentence.tags[at + 1 : at + 2] not in _BEHIND_COUNT and not taken_up:
        return None
    if tag != "V" and sentence.words[at] not in COUNTING:
        return None
    if "#" in sentence.tags[slice(*subject)]:
        if not _COUNTED_WITH.fullmatch(sentence.tags, *subject) or sentence.words[subject[1] - 1][-1] == "s":
            return None
        subject = (subject[1] - 1, subject[1])  # "the 1,100 dead Oslo counted"
    elif sentence.tags[subject[0]] == "d":
        subject = (subject[0] + 1, subject[1])
    before = _THE_COUNTED.search(sentence.tags, max(0, subject[0] - _NEAR_COUNTED), subject[0])
    if before is None or sentence.words[before.start()].lower() not in ("the", "of"):
        return None
    content: Content = "not_confirmed" if negated(sentence, subject[1], at) else "said"
    figure = before.start() + 1
    return Source(subject, sentence.words[at], at, figure, figure + 1, begins=subject[0], content=content)


def owner_of_measure(sentence: Tagged, at: int) -> Source | None:
    """Read "the North's own figure for losses is", "by Kyiv's count", "the NIS estimate of"."""
    tags, words = sentence.tags, sentence.words
    if not sentence.flags[at] & MEASURE and not _is_by_account(sentence, at):
        return None
    if tags[at + 1 : at + 2] in ("V", "U"):
        return None
    start = at
    while start and at - start < 8 and tags[start - 1] in "NCTBMjxdh":
        start -= 1
        if tags[start] == "d":
            break
    if tags.endswith("y#", 0, start):  # "by one prisoner's reckoning"
        start -= 1
    # "according to company data", "Citing intelligence assessments, Reuters"
    if tags.endswith("K", 0, start) or (tags.endswith("A2", 0, start) and sentence.flags[start] & LOWER):
        return None
    owner_end = _end_of_owner(sentence, start, at)
    if not owner_end and words[at].lower() in _ESTIMATES and _RANGING.intersection(words[at + 1 : at + 8]):
        start = at - 1 if tags[at - 1 : at] in ("x", "j") else at
        return Source((start, at + 1), words[at], at, at + 1, turn_after(sentence, at), begins=start)
    if not owner_end:
        return _by_measure_of(sentence, start, at) or _giver_of_measure(sentence, start, at)
    if tags[start:owner_end] == "d" and tags[start - 1 : start] not in ("y", "i"):
        return None
    if tags[start - 1 : start] in ("y", "i", "p") and start:
        return Source(
            _named_after(sentence, start, at) or (start, owner_end),
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


def _named_after(sentence: Tagged, start: int, at: int) -> Phrase | None:
    """Return whom "its own" looks ahead to: "By its own count Warsaw bought 980 tanks"."""
    if start > 1 or sentence.words[start + 1] != "own" or sentence.tags[start] != "d":
        return None
    return phrase_after(sentence, at + 1 + (sentence.tags[at + 1 : at + 2] == ","))


def _is_by_account(sentence: Tagged, at: int) -> bool:
    """Read "By his account 90 came", "by the ministry's own account"."""
    return sentence.words[at] == "account" and "y" in sentence.tags[max(0, at - _NEAR_MEASURE) : at]


def _end_of_owner(sentence: Tagged, start: int, at: int) -> int:
    """Return where the words end that name the owner of a measure: "[the NIS] estimate", or 0."""
    tags, words = sentence.tags, sentence.words
    for here in range(at - 1, start - 1, -1):
        if words[here][-2:] in OWNING:
            return here + 1 if tags[here] != "x" else 0  # no "this season's estimates"
    if at > start and tags[at - 1] in "NBM" and words[at - 1] not in _NO_OWNERS:
        return at
    owned = tags[start] == "d" and words[start].lower() in ("its", "his", "her", "their")
    return start + 1 if owned else 0


def _by_measure_of(sentence: Tagged, start: int, at: int) -> Source | None:
    """Read "by the estimate of X"."""
    tags = sentence.tags
    if not start or tags[start - 1] != "y" or tags[at + 1 : at + 2] != "o":
        return None
    phrase = phrase_after(sentence, at + 2)
    if phrase is None:
        return None
    left, right = turn_before(sentence, start), turn_after(sentence, phrase[1])
    return Source(phrase, sentence.words[at], at, left, right, begins=start - 1, outer=True)


def _giver_of_measure(sentence: Tagged, start: int, at: int) -> Source | None:
    """Read "X gives a lower figure, of 900", "X gave the BBC a toll of 900", "X, putting the toll at 9"."""
    if "#" not in sentence.tags[at + 1 : at + _NEAR_MEASURE]:
        return None
    for verb in range(start - 1, max(-1, start - _NEAR_MEASURE), -1):
        adds = sentence.words[verb] == "putting" and sentence.tags[verb - 1 : verb] == ","
        if adds or sentence.words[verb].lower() in _GIVING:
            phrase = phrase_after(sentence, 0) if adds else phrase_before(sentence, verb)
            if phrase is None:
                return None
            return Source(
                phrase, sentence.words[verb], verb, at + 1, turn_after(sentence, at), begins=phrase[0]
            )
        if sentence.tags[verb] not in "dNCBM":
            break
    return None


def with_origins(sentence: Tagged, sources: list[Source]) -> list[Source]:
    """Attach "citing X", "with reference to X" and "quoted X as saying" to the source that cites."""
    if "K" not in sentence.tags and "w" not in sentence.tags:
        return sources
    for at in _cited(sentence)[:_MOST_CITED]:
        phrase = _cited_phrase(sentence, at)
        if phrase is None:
            continue
        before = [source for source in sources if source.at < at]
        after = [source for source in sources if source.at > at]
        if before:
            before[-1].origin = phrase
        elif after and (at <= 1 or (after[0].phrase and after[0].phrase[1] == at - 1)):
            after[0].origin = phrase
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
    for source in sources:  # "reports this with reference to Yonhap, which cites the agency"
        deeper = [other.origin for other in sources if other.origin and other.phrase == source.origin]
        source.origin = deeper[0] if deeper else source.origin
    return sources


def _cited(sentence: Tagged) -> list[int]:
    """Return the words before the names of who is cited: "citing", the "reference" of "with reference to"."""
    found = []
    for citing in _CITING.finditer(sentence.tags):
        at = citing.start()
        if citing[0] == "K":
            found.append(at)
        elif not _REFERENCE.isdisjoint(word.lower() for word in sentence.words[at + 1 : at + 3]):
            found.append(at + 1)
    return found


def _cited_phrase(sentence: Tagged, at: int) -> Phrase | None:
    tags = sentence.tags
    start = at + 1
    for here in range(at + 1, min(at + 3, len(tags))):
        if tags[here] == "2":
            start = here + 1
    if tags[start : start + 1] in ("“", '"'):
        start += 1
    return phrase_after(sentence, start) or plain_after(sentence, start)
