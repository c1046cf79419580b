"""What a share or a percentage is a part of, and what is so many times as much."""

from __future__ import annotations

from collections.abc import Sequence

from koreaaid.extract.quantities.counting.polled import does_opine, read_polled, read_surveyed
from koreaaid.extract.quantities.figure import Figure
from koreaaid.extract.quantities.measuring.behind import LEVELS, attributive, noun_behind, of_name, part_of
from koreaaid.extract.quantities.measuring.measured import (
    read_account,
    read_changed,
    read_clause,
    read_gapped,
    read_level,
    read_thing,
)
from koreaaid.language.nearby import word_after, word_before
from koreaaid.language.nouns import GOODS, MEN, PEOPLE, category_of, is_plural
from koreaaid.language.patterns import late
from koreaaid.language.phrase_words import PERIODS
from koreaaid.language.phrases import phrase_after
from koreaaid.language.preceding import phrase_before, thing_before
from koreaaid.language.verb_arguments import subject_before

_OF_THAT = late(r"\s+of (?:(?:it|them|which|whom)\b|(?:that|this|those|these)\b(?!\s+(?:[a-z-]+s|who)\b))")
_THE = late(r"\s+(?:all )?(?:the|its|their|his|her|our|this|that)(?=\s)")
_AS_MANY = late(r"(?:\s+as (?:many|much)|\s+that in|\s+more|\s+the|\s+its|\s+their|\s+[A-Z]\w+['’]s)?(?=\s)")
_IT_IS = late(r"\b[Ii]t (?:is|was|had been) (?:(?:just|only|still) )?\Z")
_OF_WHICH = late(r"\bof which\b(?:\s(?:\w+\s){1,3})?\s?\Z")
_AMOUNTING = frozenset({"amount", "amounted", "amounting", "amounts", "equal", "equivalent"})
_OWNED_BY = frozenset({"owned", "held", "controlled"})
_OWNING = late(
    r"\b(?:(?:[Tt]he|[Aa]n?|[Ii]ts) )?"
    r"((?:[A-Z][\w.&’'-]*(?: (?:of )?[A-Z][\w.&’'-]*){0,4}|[a-z][a-z-]+(?: [a-z][a-z-]+)?)), \Z"
)
_OPENERS = frozenset({"and", "but", "while", "yet", "only"})
_DOING = late(
    r" (?:still [a-z]+s|(?:still |have |has |had |now )?"
    r"(?:been|were|was|are|is|could|would|will|may|try|came|went|[a-z]{3,}ed))\b"
)
_VALUES = frozenset({"value", "market value", "worth"})
_OPENING = late(r"\W{0,3}(?:Of|Among)(?: (?:all|her|his|its|my|our|the|their|these|those))*(?=\s)")
_NEAR = 40
_LAST = 12
_NEAR_BEHIND = 24
_FARTHEST = 120


def of_share(text: str, figure: Figure, end: int, sentence: int, before: Sequence[Figure]) -> str | None:
    """Find what "a third", "one in four" or "half" is a share of."""
    return (
        read_account(text, figure, sentence)
        or _of_opening(text, figure, sentence)
        or whole_of(text, figure, end, sentence, before)
        or of_name(text, end)
        or read_share(text, figure, before)
        or read_polled(text, figure, end, sentence)
        or read_surveyed(text, figure, end, sentence, before)
        or (None if does_opine(text, figure.end) else attributive(text, figure.end))
        or read_changed(text, figure, sentence)
        or read_level(text, figure, sentence)
        or read_clause(text, figure, sentence, before)
        or _of_share_before(text, figure, sentence, before)
        or _of_those_before(text, figure, sentence, before)
        or _again(text, figure, sentence, before)
    )


def _again(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read "One in four bombs fails. Last winter it was one in ten"."""
    last = before[-1] if before else None
    if last is None or last.category != "percent":
        return None
    it_is = _IT_IS.search(text, max(sentence, figure.start - _NEAR), figure.start)
    return last.item if it_is else None


def _of_opening(text: str, figure: Figure, sentence: int) -> str | None:
    """Read "Of her tenants, seven in ten are welders"."""
    opening = _OPENING.match(text, sentence, figure.start)
    phrase = phrase_after(text, opening.end()) if opening else None
    near = phrase is not None and text[phrase.end : figure.start] == ", "
    return text[phrase.start : phrase.end] if phrase and near else None


def whole_of(text: str, figure: Figure, end: int, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read "a third of the shells", "70 percent of that"; who lost some of its value is the subject."""
    found = part_of(text, end)
    if found in _VALUES and word_after(text, end + len(" of")) in ("its", "their"):
        subject = subject_before(text, figure.start, max(sentence, figure.start - _FARTHEST))
        return text[subject.start : subject.end] if subject else found
    return found or (_of_which(text, figure, before) if figure.category == "percent" else None)


def _of_which(text: str, figure: Figure, before: Sequence[Figure]) -> str | None:
    """Read "earned $20 billion, of which it kept 40 percent"."""
    last = before[-1] if before else None
    if last is None or not last.item or figure.start - last.end > 2 * _NEAR:
        return None
    if not _OF_WHICH.search(text, last.end, figure.start):
        return None
    paid = category_of(last.item.rsplit(None, 1)[-1]) in PEOPLE  # "pays each man $2,000, of which"
    return None if paid else last.item


def of_amounting(text: str, figure: Figure, sentence: int) -> str | None:
    """Read "the order amounts to 9 percent of its sales": who compares speaks of the order."""
    begin = max(sentence, figure.start - _FARTHEST)
    near = text[begin : figure.start].split()[-2:-1]
    if not near or near[0] not in _AMOUNTING:
        return None
    equal = near[0].startswith("equ")  # "is [equal] to"
    found = subject_before(text, text.rindex(near[0], 0, figure.start) if equal else figure.start, begin)
    return text[found.start : found.end] if found else None


def of_percent(text: str, figure: Figure, end: int, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read "the venture, 50 percent owned by Hanwha", "30 percent local participation"."""
    if word_after(text, end) in _OWNED_BY:
        owned = _OWNING.search(text, max(sentence, figure.start - 2 * _NEAR), figure.start)
        return owned[1] if owned else None
    found = _of_those_before(text, figure, sentence, before)
    opens = figure.start <= sentence + 1 or text[figure.start - 2] == ","
    return found or (None if opens else noun_behind(text, end))


def _of_share_before(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read "one in three of the shells was a dud, one in ten failed", "promised 20 tanks and gave half"."""
    last = before[-1] if before else None
    if last is None or last.start < sentence or word_before(text, figure.start) in LEVELS:
        return None
    bare = word_after(text, figure.end) != "of"
    whole = last.unit == "count" or (bare and last.category in ("mass", "money"))
    return last.item if last.rule == "share" or whole else None


def _of_those_before(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read "13,000 workers came. More than 70 percent traveled by plane"."""
    opens = figure.start <= sentence + 1 or word_before(text, figure.start).lower() in _OPENERS
    last = before[-1] if before else None
    if last is None or not opens or figure.start - last.end > _FARTHEST or not _DOING.match(text, figure.end):
        return None
    return last.item if last.unit in ("count", "percent") or last.rule == "share" else None


def of_polled_before(text: str, end: int, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read "54 percent of Koreans oppose it, while 35 percent support it"."""
    last = before[-1] if before else None
    if last is None or last.category != "percent" or last.start < sentence:
        return None
    who = text.startswith(" who ", end)  # "against 22 percent who are for it"
    exactly = last.rule == "share" and text.startswith(
        ",", end
    )  # "two-thirds of Poles, 66.3 percent, oppose it"
    return last.item if who or exactly or does_opine(text, end) else None


def read_share(text: str, figure: Figure, before: Sequence[Figure]) -> str | None:
    """Read "a tenth of that", "half the price", "7 in 10 Koreans"."""
    if _OF_THAT.match(text, figure.end):
        return _of_those(before, text, figure.end)
    if does_opine(text, figure.end):
        return None  # "six in ten approve aid"
    the = _THE.match(text, figure.end)
    phrase = phrase_after(text, the.end(), single=True) if the else phrase_after(text, figure.end)
    return text[phrase.start : phrase.end] if phrase and phrase.head not in PERIODS else None


def read_fewer(text: str, figure: Figure, end: int) -> str | None:
    """Read "50 percent fewer shells than in May"."""
    if figure.category != "percent":
        return None
    link = next((word for word in (" fewer", " less", " more") if text.startswith(word + " ", end)), None)
    phrase = phrase_after(text, end + len(link)) if link else None
    return text[phrase.start : phrase.end] if phrase and phrase.start <= end + len(link or "") + 1 else None


def read_of_that(text: str, end: int, before: Sequence[Figure]) -> str | None:
    """Read what the figure before is of where "of that" or "of them" stands behind one."""
    return _of_those(before, text, end) if _OF_THAT.match(text, end) else None


def _of_those(before: Sequence[Figure], text: str, end: int) -> str | None:
    """Return what "that" or "them" takes up; "them" several things, so no "range of 650 km"."""
    several = text.startswith(" of them", end)
    for one in reversed(before[-_LAST:]):
        if one.category == "age" or (one.item or "").startswith("what "):
            continue
        if not several or one.unit == "count" or (one.item and is_plural(one.item.rsplit(None, 1)[-1])):
            return one.item
    found = thing_before(text, end, max(0, end - 2 * _FARTHEST), GOODS | MEN) if several else None
    return text[found.start : found.end] if found and is_plural(found.head) else None


def read_multiple(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read what is multiplied: "twice as many tanks", "12,000 troops, three times more than before"."""
    link = _AS_MANY.match(text, figure.end)
    plain = link is None or link[0].strip() in ("the", "its", "their") or link[0].endswith("s")
    phrase = phrase_after(text, link.end(), single=plain) if link else None
    if (
        phrase is not None
        and phrase.start - figure.end < _NEAR_BEHIND
        and not text[phrase.start - 1].isdecimal()
    ):
        return text[phrase.start : phrase.end]
    if subject := read_level(text, figure, sentence):
        return subject
    if others := read_gapped(text, figure, sentence):
        return others
    if word_before(text, figure.start) in ("was", "were", "is", "are") and sentence:
        opening = phrase_after(text, sentence - 1)  # "Exports to the 7 million people were 30 times as large"
        if opening and opening.start == sentence:
            return text[sentence : opening.end]
    if before and before[-1].start >= sentence and before[-1].item:
        return before[-1].item
    found = phrase_before(text, figure.start, max(sentence, figure.start - _FARTHEST), money=False)
    return text[found.start : found.end] if found else read_thing(text, figure, sentence, before)
