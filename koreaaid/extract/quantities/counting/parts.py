"""What a part of a whole counts: "some 370 of them", "T-55s, of which 300", "nine of whom are women"."""

from __future__ import annotations

from collections.abc import Sequence

from koreaaid.extract.quantities.counting.stated import Counted
from koreaaid.extract.quantities.figure import Figure
from koreaaid.extract.quantities.numbers.antecedents import OF_THEM
from koreaaid.language.nearby import word_after
from koreaaid.language.nouns import GOODS, category_of, is_container, is_plural
from koreaaid.language.patterns import late
from koreaaid.language.phrase_words import PERIODS
from koreaaid.language.phrases import Phrase, phrase_after
from koreaaid.language.preceding import thing_before

PERSONS = frozenset(
    {"women", "children", "civilians", "men", "boys", "girls", "foreigners", "child", "woman", "boy", "girl"}
)
LOST = frozenset({"killed", "dead", "wounded", "injured", "died", "hurt", "missing"})
_BE = late(r"\s+(?:are to be|were to be|are|were|will be|would be|(?:is|was) an?)(?=\s)")
_BE_WORDS = frozenset({"are", "were", "will", "would", "is", "was"})
_MARKS = frozenset(".,;:)")
_DESCRIBING = frozenset({"aged", "from", "of", "under", "with"})
_OF_WHICH = late(r"\bof (?:which|whom)\b[^.;\d]{0,40}\Z")
_NAMES = late(r"(?:(?: and|,| or| of)? (?:the )?[A-Z][A-Za-z]*-?\d[\w-]*)+")
_ARTICLE = late(r"\ban? (?:\d{2,3}[ -]?mm )?\Z")  # "a 170mm gun of which it got 120"
_MARKED = late(r"[,;:(\[–—-]|\b(?:and|but|or|while|with|of)\b")
# "Two crates of rockets were found. Each held 240"
_HOLDS = late(
    r"\b[Ee]ach (?:can |could |had |has )?(?:carrie[ds]|carry|contain(?:ed|s)?|h[eo]lds?|packed) \Z"
)
_REACH = 32
_NEAR = 120
_OF_REACH = 52
_LAST, _OPENING = 6, 12


def described_behind(text: str, figure: Figure) -> Phrase | None:
    """Read "4,000 are to be sappers", "nine of whom are women", "two of them children"."""
    word = word_after(text, figure.end)
    found = _BE.match(text, figure.end) if word in _BE_WORDS else None
    found = OF_THEM.match(text, figure.end) if word == "of" else found
    if found is None:
        return None
    if word_after(text, found.end()).endswith("ing") and word != "of":
        return None  # "another 1,000 are clearing mines"
    article = word == "of" and word_after(text, found.end()) in ("a", "an")
    end = text.find(" ", found.end() + 1) if article else found.end()
    phrase = phrase_after(text, end, single=article or word in ("is", "was"))
    if phrase and word == "of" and found[0].endswith(("them", "whom", "which")) and _is_aside(text, phrase):
        return phrase  # "twelve models, five of them hull concepts"
    if phrase is None or (word == "of" and phrase.category != "personnel" and phrase.head not in PERSONS):
        return None  # "152 of which are K9PL models"
    return phrase if phrase.category and phrase.head not in LOST else None  # "17 were dead"


def noun_of_part(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> Counted | None:
    """Find the noun right before a part of it: "Egypt's M109s, some 370 of them", "T-55s, of which 300"."""
    end = _end_of_whole(text, figure)
    if end is None:
        return None
    last = before[-1] if before else None
    begin = max(sentence, figure.start - _NEAR, last.phrase_end if last else 0)
    found = thing_before(text, end, begin)
    if found is None:
        return None
    if OF_THEM.match(text, figure.end) and not _MARKED.search(text, found.end, figure.start):
        return None  # "the army had launched 60 of them": who did it is no part of it
    many = is_plural(found.head) or found.head[-1].isdecimal() or found.head[0].isupper()  # "the Chunmoo"
    if not many and not _ARTICLE.search(text, found.start - _OF_REACH, found.start):
        return None
    if last and last.category == found.category and _NAMES.fullmatch(text, last.phrase_end, found.end):
        return None  # "148 ballistic missiles KN-23 and KN-24, 60 of which"
    return Counted(text[found.start : found.end], found.head, found.category)


def of_those_before(text: str, figure: Figure, sentence: int) -> Counted | None:
    """Find the people or things that the sentence before ends with: "… for troops. Over 10,000 of these"."""
    if not OF_THEM.match(text, figure.end):
        return None
    found = thing_before(text, sentence, max(0, sentence - _NEAR), GOODS)
    found = found or thing_before(text, sentence, max(0, sentence - _NEAR))
    if found is None or not (found.category in GOODS or (is_plural(found.head) and found.head.islower())):
        return None
    return Counted(text[found.start : found.end], found.head, found.category)


def of_share(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> Counted | None:
    """Read "90 percent of the parts are foreign: 76 from Oslo"."""
    last = before[-1] if before else None
    if last is None or last.category != "percent" or last.start < sentence or not last.item:
        return None
    head = last.item.rsplit(None, 1)[-1]
    if not is_plural(head) or text.find(":", last.end, figure.start) < 0:
        return None
    return Counted(last.item, head, category_of(head))


def _is_aside(text: str, phrase: Phrase) -> bool:
    """Say whether a noun phrase ends its aside or goes on with what describes it: "a child aged six,"."""
    behind = word_after(text, phrase.end)
    if phrase.head in PERIODS:  # "200,000 of them a year"
        return False
    return (not behind and text[phrase.end : phrase.end + 1] in _MARKS) or behind in _DESCRIBING


def _end_of_whole(text: str, figure: Figure) -> int | None:
    """Return where the whole ends that a figure is a part of: before "of which 300", "some 370 of them"."""
    if OF_THEM.match(text, figure.end):
        return figure.start
    begin = max(0, figure.start - _OF_REACH)
    cue = text.find("of wh", begin, figure.start) >= 0
    found = _OF_WHICH.search(text, begin, figure.start) if cue else None
    return found.start() if found else None


def of_opening(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> Figure | None:
    """Return the whole that a sentence opens with: "Of 15,000 visas only 9 are for work"."""
    if not text.startswith("Of ", sentence):
        return None
    first = next((one for one in before[-_LAST:] if one.start >= sentence), None)
    whole = first is not None and first.start - sentence <= _OPENING and first.unit == "count"
    return first if whole and first and first.item and first.least >= figure.least else None


def held_by(text: str, figure: Figure, before: Sequence[Figure]) -> Counted | None:
    """Read what each of the things counted before holds: "two crates of rockets. Each held 240"."""
    container, of, content = (before[-1].item or "" if before else "").partition(" of ")
    if not of or not is_container(container.rsplit(None, 1)[-1]):
        return None
    if not _HOLDS.search(text, figure.start - _REACH, figure.start):
        return None
    head = content.rsplit(None, 1)[-1]
    return Counted(content, head, category_of(head))
