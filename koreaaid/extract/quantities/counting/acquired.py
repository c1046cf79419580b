"""Numbers of goods that somebody gets, uses or loses and of people who are hired, where no noun follows."""

from __future__ import annotations

from collections.abc import Sequence

from koreaaid.extract.quantities.figure import Figure
from koreaaid.extract.quantities.predicates import opening_subject
from koreaaid.extract.quantities.pronouns import last_sentence
from koreaaid.language.lexicon import lexicon
from koreaaid.language.nearby import word_after, word_before
from koreaaid.language.nouns import GOODS
from koreaaid.language.patterns import late
from koreaaid.language.phrases import Phrase

GETTING = frozenset(lexicon("phrases")["getting"]["words"])
_SELLING = frozenset({"export", "exported", "sell", "selling", "sells", "sold"})
_FLYING = late(
    r"\b(?:flew|fl(?:y|ies|ying)|jets|scrambl|squadron|F[A-Z]?-\d|KAI\b|KF-21|MiG|Gripen|Eurofighter|Lockheed)"
)
_FLOWN_REACH, _NEAR = 80, 16
_TURNED_OUT = (" turn out ", " turns out ", " turned out ", " turning out ")
_HAVE = frozenset({"have", "had", "has"})
_MADE = late(r" (?:have|had|has) been (?:built|bought|exported|made|ordered|produced|sold)\b")
_FIRED = frozenset({"fired", "launched", "tested"})
_BEFORE_DOWNED = frozenset({"have", "has", "had", "were", "was", "crashed", "of"})
_DOWNED = late(
    r"(?: of them)?(?: (?:have|has|had|were|was|been))*"
    r" (?:crashed|downed|grounded|intercepted|shot down|sunk)\b"
)
_HIRED = late(
    r"\b(?:employ|hir|recruit|mobili[sz]|conscript|evacuat|rescu|pull)(?:e?s|e|ed|ing)? (?:another )?\Z"
)
_HIRED_ENDS = frozenset("degstyzr")  # of what it ends with: "employ", "hire", "recruits", "another"
_HIRING = ("employ", "hir", "recruit", "mobili", "conscript", "evacuat", "rescu", "pulled")


def is_got(text: str, figure: Figure) -> bool:
    """Say whether the number is of goods that someone buys or makes: "can turn out three"."""
    word = word_before(text, figure.start)
    if word == "Of":  # "North Korean shells fail. Of 1,000 fired, 380 did not go off"
        return word_after(text, figure.end) in _FIRED
    if word in GETTING or text.endswith(_TURNED_OUT, 0, figure.start):
        return True
    return word_after(text, figure.end) in _HAVE and bool(_MADE.match(text, figure.end))


def flies(text: str, figure: Figure, phrase: Phrase) -> bool:
    """Say whether fighters are aircraft by what is around: "KAI sold 24 fighters"."""
    if phrase.head != "fighters" or phrase.category != "personnel":
        return False
    if word_before(text, figure.start) in GETTING:
        return True
    begin, end = max(0, figure.start - _FLOWN_REACH), phrase.end + _FLOWN_REACH
    return bool(_FLYING.search(text, begin, end)) and text.find("kill", max(0, figure.start - _NEAR), end) < 0


def topic_got(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> Phrase | None:
    """Return the goods that the sentence before is about: "Each gun needs five men. Oslo has bought 28"."""
    last = before[-1] if before else None
    if last is None or last.start >= sentence or last.category == "equipment":
        return None
    if word_before(text, figure.start) not in _SELLING and not is_got(text, figure):
        return None
    begin = last_sentence(text, sentence)
    topic = opening_subject(text, begin) if last.start > begin else None
    if topic is None or topic.category not in GOODS or topic.end > last.start:
        return None
    return topic if topic.category != last.category else None


def is_downed(text: str, end: int) -> bool:
    """Say whether only goods are what a number behind ends so: "have crashed", "were shot down"."""
    return word_after(text, end) in _BEFORE_DOWNED and bool(_DOWNED.match(text, end))


def is_hired(text: str, figure: Figure) -> bool:
    """Say whether the number is of people who are employed or rescued: "hired another 40"."""
    word = word_before(text, figure.start)
    near = word[-1:] in _HIRED_ENDS and (word == "another" or any(map(word.__contains__, _HIRING)))
    return near and bool(_HIRED.search(text, figure.start - 24, figure.start))
