"""What a figure with a unit is said of: what a sum of money pays for, and what `measured` finds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from koreaaid.extract.quantities.figure import Figure
from koreaaid.extract.quantities.measured import (
    does_opine,
    read_aged,
    read_beside,
    read_changed,
    read_clause,
    read_gapped,
    read_joined,
    read_level,
    read_measured,
    read_multiple,
    read_polled,
    read_share,
    read_thing,
)
from koreaaid.extract.quantities.prices import counted_beside, sold, valued
from koreaaid.language.lexicon import lexicon
from koreaaid.language.nearby import word_after, word_before
from koreaaid.language.nouns import is_plural
from koreaaid.language.patterns import late
from koreaaid.language.phrase_words import MEASURED_NOUNS, MONEY_NOUNS, PERIODS, POLLED, is_known
from koreaaid.language.phrases import phrase_after
from koreaaid.language.preceding import phrase_before, thing_before

_COUNTED = (
    r"(?:\s+(?:[$€£₩]?(?!(?:19|20)\d\d\b)\d(?:[\d,.]*\d)?(?:\s(?:million|billion|trillion))?"
    r"|two|three|four|five|six|seven|eight|nine|ten|dozens of|several))?"
)
_PAID_FOR = lexicon("phrases")["paid_for"]
_ENTRY = late(r" [—–](?= )")  # "₩1tn — turnover on Friday"
_OF_THE = r"\s+of\b(?:\s+(?:the|its|their|his|her|our|these|those|this|that|such|an?|all|total))*"
# "$8 million to the United Nations for mine action"
_RECIPIENT = (
    r"(?:\s+to(?:\s+(?:the|for|of|and|[A-Z][\w’'-]*)){1,9}(?:\s+\([A-Z]+\))?"
    r"(?=\s+(?:for|to|towards?)\s))?"
)
_LINK = late(
    rf"{_RECIPIENT}(?:,?\s+(?:worth\s+of|in|into|for|on|towards?|to\s+(?:buy|purchase|acquire|build|develop|supply|provide|deliver))\b"
    rf"(?:\s+(?:the|its|their|his|her|an?|each|every|new|some|total))*|{_OF_THE}){_COUNTED}(?=\s)"
)
# "$270 million is to be invested in a plant", "will be given this year as aid", "will take the form of loans"
_BEFORE_SPENT = frozenset({"will", "would", "is", "was", "are", "were", "has", "have", "had", "to"})
_SPENT = late(
    rf"\s+(?:(?:{'|'.join(sorted(_BEFORE_SPENT))}|be|been|also|already)\s+){{1,4}}"
    r"(?:(?:spent|used|invested|allocated|earmarked|provided|given|paid|set aside|put|needed|lent|spread)"
    r"(?:\s+(?:this|next|last)\s+year)?\s+(?:in|into|as|for|on|towards?)|take the form of"
    r"|go(?:ne)? (?:to|into|towards?))"
    r"(?:\s+(?:the|its|their|an?|new))*(?=\s)"
)
# "$3 million to speed up the works", "to help Ukraine rebuild schools"
_TO_DO = late(
    rf"\s+to\s+(?:help\s+(?:[A-Z]\w+\s+)?)?(?!(?:{'|'.join(_PAID_FOR['not_bought'])})\b)"
    r"[a-z]{3,}(?<!al|ed|ic)(?<!s)(?:\s+(?:up|out))?\b(?:\s+(?:the|its|their|his|her|an?|new))*(?=\s)"
)
_LEVELS = frozenset({"at", "by", "from", "of", "to"})
# "half of the South's 51 million people"
_OF = late(rf"{_OF_THE}(?:\s+[A-Z]\w+['’]s(?=\s\d))?{_COUNTED}(?=\s)")
_MORE_IN = late(r"\s+(?:more|less|higher|lower|fewer|up|down)\s+in(?:\s+(?:the|its|their))?(?=\s[a-z])")
_OF_NAME = late(r" of (?:the )?([A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2})(?=[.,;:)\s]|\Z)")
_MONTHS = frozenset(month.capitalize() for names in lexicon("calendar")["months"].values() for month in names)
_SOURCE = late(
    r"\s+from(?:\s+(?:the|its|their))?(?=(?:\s+[a-z]+)?\s+(?:sales?|exports?|trade|loans?|taxes)\b)"
)
_BRACKET = late(r"\s*\([^()\n]{1,60}\)|,? or [^,.;()\n]{1,50}(?=,? (?:for|in|on)\b)")
_IDLE, _TAKINGS = (frozenset(_PAID_FOR[name]) for name in ("idle", "takings"))
_PERSONNEL = frozenset({"personnel"})
_RATE = late(
    r" (?:an?|per|every|each) (?:hour|day|week|month|year)\b|/(?:day|month|year)\b| (?:month|year|dai)ly\b"
)
_PAID = late(r"\b(?:paid|pays?|paying|earn(?:s|ed|ing)?|wages?|salar(?:y|ies)|receiv(?:es?|ed|ing))\b")
_CAPITAL = late("[A-Z]")
_NEAR = 40
_FARTHEST = 120
_JOINT = 8
_LAST = 6
_ARTICLE = late(r"\b(?:[Aa]n?|[Tt]he|its|his|her|their|this) (?:[a-z]+ )?\Z")


def read_subject(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> None:
    """Fill in the item of money, percentages and measures."""
    near = "(" in text[figure.end : figure.end + 3] or text.startswith((" or", ", or"), figure.end)
    bracket = _BRACKET.match(text, figure.end) if near else None
    end = bracket.end() if bracket else figure.end
    if figure.category == "money":
        found = _of_money(text, figure, end, sentence, before)
    elif figure.unit == "times":
        found = read_multiple(text, figure, sentence, before)
    elif figure.rule == "share":
        found = _of_share(text, figure, end, sentence, before)
    elif figure.category == "age":
        attribute = "-" in text[figure.core[1] : figure.end]
        found = _attributive(text, figure.end, any_noun=True) if attribute else None
        found = found or read_aged(text, figure, sentence, before)
        found = found or read_clause(text, figure, sentence, before)
    else:
        found = _of_measure(text, figure, end, sentence, before)
    if found is None and figure.category == "percent" and word_before(text, figure.start) == "the":
        found = next(
            (one.item for one in before[-_LAST:] if one.value == figure.value), None
        )  # "of the 82 percent"
    if found:
        figure.item = found
        last = before[-1] if before else None
        if (
            last
            and last.rule == "shared unit"
            and figure.rule == "unit"
            and figure.start - last.end <= _JOINT
        ):
            last.item = found  # "96 and 94 percent of the cases"


def _of_money(text: str, figure: Figure, end: int, sentence: int, before: Sequence[Figure]) -> str | None:
    rate = _RATE.match(text, end)
    end = rate.end() if rate else end
    found = _earner(text, figure, sentence) or _after(text, end, _LINK) or _after(text, end, _SOURCE)
    found = found or _of_name(text, end) or _spent_on(text, end) or read_changed(text, figure, sentence)
    if found:
        return found
    entry = _ENTRY.match(text, figure.end)
    any_noun = bool(entry) or _is_attribute(text, figure)
    return (
        _attributive(text, entry.end() if entry else end, any_noun=any_noun)
        or _to_do(text, figure, end)
        or read_level(text, figure, sentence)
        or read_gapped(text, figure, sentence)
        or counted_beside(text, figure, before)
        or sold(text, figure, sentence, before)
        or valued(text, figure, sentence)
        or _before(text, figure.start, sentence)
        or (read_joined(text, figure, sentence) if text[figure.start - 1] == " " else None)
        or read_clause(text, figure, sentence, before)
        or read_thing(text, figure, sentence, before)
    )


def _spent_on(text: str, end: int) -> str | None:
    return _after(text, end, _SPENT) if word_after(text, end) in _BEFORE_SPENT else None


def _of_share(text: str, figure: Figure, end: int, sentence: int, before: Sequence[Figure]) -> str | None:
    return (
        _after(text, end, _OF)
        or _of_name(text, end)
        or read_share(text, figure, before)
        or read_polled(text, figure, end)
        or _attributive(text, figure.end)
        or read_changed(text, figure, sentence)
        or read_level(text, figure, sentence)
        or read_clause(text, figure, sentence, before)
        or _of_share_before(figure, sentence, before)
    )


def _of_share_before(figure: Figure, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read "one in three of the shells was a dud, one in ten failed in flight"."""
    last = before[-1] if before else None
    return last.item if last and last.rule == "share" and last.start >= sentence else None


def _of_measure(text: str, figure: Figure, end: int, sentence: int, before: Sequence[Figure]) -> str | None:
    found = _after(text, end, _OF)
    if found is None and figure.category in ("percent", "area"):
        found = _of_name(text, end) or _after(text, end, _MORE_IN)
    found = found or read_changed(text, figure, sentence)
    if found is None and _is_attribute(text, figure):
        found = _attributive(text, figure.end, any_noun=True)
    if found is None and figure.category == "percent":
        found = read_polled(text, figure, end) or _of_polled_before(text, end, sentence, before)
    if found is None and not _converts(figure, before):
        found = read_joined(text, figure, sentence)
    found = found or read_level(text, figure, sentence) or read_gapped(text, figure, sentence)
    found = found or _not_of_last(read_measured(text, figure, sentence), figure, before)
    if found is None and figure.unit != "percentage point" and not does_opine(text, end):
        found = _attributive(text, figure.end)
    return (
        found
        or read_beside(text, figure, sentence)
        or read_clause(text, figure, sentence, before)
        or read_thing(text, figure, sentence, before)
    )


def _of_name(text: str, end: int) -> str | None:
    """Read "20 percent of Ukraine"."""
    found = _OF_NAME.match(text, end) if text.startswith(" of ", end) else None
    if not found or found[1].endswith(("'s", "’s")) or found[1] in _MONTHS:
        return None
    return found[1]


def _not_of_last(item: str | None, figure: Figure, before: Sequence[Figure]) -> str | None:
    """Leave out what only the measure before is said of: "at an altitude of 100 km at Mach 5"."""
    last = before[-1] if before else None
    other = last is not None and last.item == item and last.category == "distance" != figure.category
    return None if other else item


def _of_polled_before(text: str, end: int, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read "54 percent of Koreans oppose it, while 35 percent support it"."""
    last = before[-1] if before else None
    if last is None or last.category != "percent" or last.start < sentence or not does_opine(text, end):
        return None
    return last.item


def _converts(figure: Figure, before: Sequence[Figure]) -> bool:
    """Say whether a measure in brackets says the one before it again: "7,000 kilometers (4,350 miles)"."""
    return bool(before) and figure.start - before[-1].end < 3 and figure.category == before[-1].category


def _is_attribute(text: str, figure: Figure) -> bool:
    """Say whether a measure stands before its noun: "a 500-kg warhead"."""
    return "-" in text[figure.core[1] : figure.end] or bool(
        _ARTICLE.search(text, figure.start - 24, figure.start)
    )


def _to_do(text: str, figure: Figure, end: int) -> str | None:
    """Read what is done with a sum, unless it is how much another thing comes to: "rose to $3 billion to"."""
    if not text.startswith(" to ", end) or word_before(text, figure.start) in _LEVELS:
        return None
    found = _after(text, end, _TO_DO)
    head = found.rsplit(None, 1)[-1] if found else ""
    return found if is_plural(head) or is_known(head) else None  # "$3,000 to work remotely"


def _after(text: str, end: int, link: re.Pattern[str]) -> str | None:
    found = link.match(text, end)
    if not found:
        return None
    phrase = phrase_after(text, found.end())
    if phrase is None:
        phrase = phrase_after(text, found.end(), single=True)
        if phrase is None:  # "a third of the cost": also a verb
            word = word_after(text, found.end())
            return word if word in MONEY_NOUNS or word in MEASURED_NOUNS else None
        if phrase.head.lower() in _IDLE:
            return None
        if phrase.head in POLLED:
            return phrase.head
        if (phrase.head[0].isupper() or phrase.head.endswith("ed")) and not is_known(phrase.head):
            return None  # "a third of those screened"
    if text.startswith(" on ", end) and phrase.head.lower() in _TAKINGS:  # "a profit of $3 million on sales"
        return None
    words = text[phrase.start : phrase.end]
    first = words.split(None, 1)[0]
    if first.endswith("ed") and text.endswith("those", 0, found.end()):
        return f"those {first}"  # "61 percent of those polled opposed arms"
    if phrase.head.lower() in PERIODS or (words.endswith("ing") and not PERIODS.isdisjoint(words.split())):
        return None  # "the $7 billion of the previous year", "in the year following"
    return words


def _attributive(text: str, end: int, *, any_noun: bool = False) -> str | None:
    """Read the noun behind "a $60 million contract"."""
    phrase = phrase_after(text, end, single=True)
    if phrase is None or phrase.start - end > 2:
        return None
    words = text[phrase.start : phrase.end]
    known = is_known(phrase.head)
    if words.split()[0].endswith("ing") and not (any_noun and known):
        return None
    if not (any_noun or known or is_plural(phrase.head)):
        return None
    return words


def _earner(text: str, figure: Figure, sentence: int) -> str | None:
    """Read who gets "$900 a month": "workers, who are paid $900 a month"."""
    if not _RATE.match(text, figure.end):
        return None
    if not _PAID.search(text, max(sentence, figure.start - _NEAR), figure.start):
        return None
    found = thing_before(text, figure.start, max(sentence, figure.start - _FARTHEST), _PERSONNEL)
    if found is None or _CAPITAL.search(text, found.end, figure.start):
        return None  # "Analysts believe Pyongyang could receive $1 billion a year"
    return text[found.start : found.end]


def _before(text: str, start: int, sentence: int) -> str | None:
    phrase = phrase_before(text, start, max(sentence, start - _FARTHEST), money=True)
    if phrase and phrase.head in ("cost", "costs") and phrase.end == start - 1:
        return None  # "The tank costs $10 million"
    return text[phrase.start : phrase.end] if phrase else None
