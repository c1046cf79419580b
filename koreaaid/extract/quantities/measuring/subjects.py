"""What a figure with a unit is said of: what a sum of money pays for, and what `measured` finds."""

from __future__ import annotations

from collections.abc import Sequence

from koreaaid.extract.quantities.counting.polled import does_opine, read_polled, read_surveyed
from koreaaid.extract.quantities.figure import Figure
from koreaaid.extract.quantities.measuring.again import (
    also_measured,
    converts,
    instead_of_change,
    not_of_last,
    or_share,
)
from koreaaid.extract.quantities.measuring.behind import (
    CHANGES,
    attributive,
    given_as,
    more_in,
    of_change,
    of_name,
    paid_for,
    share_in,
    spent_on,
    to_do,
)
from koreaaid.extract.quantities.measuring.distances import read_going
from koreaaid.extract.quantities.measuring.fronted import read_fronted, read_with
from koreaaid.extract.quantities.measuring.implied import (
    fitted,
    of_sum_before,
    read_each,
    read_interest,
    read_oil,
    read_other_end,
    read_series,
    read_some,
    read_sum_before,
    read_verb,
    read_weighing,
    spent_on_them,
)
from koreaaid.extract.quantities.measuring.measured import (
    read_account,
    read_apposed,
    read_beside,
    read_changed,
    read_clause,
    read_compared,
    read_gapped,
    read_joined,
    read_level,
    read_level_again,
    read_measured,
    read_thing,
)
from koreaaid.extract.quantities.measuring.portions import (
    of_amounting,
    of_percent,
    of_polled_before,
    of_share,
    read_fewer,
    read_multiple,
    read_of_that,
    whole_of,
)
from koreaaid.extract.quantities.measuring.prices import (
    bracketed,
    contracted,
    counted_beside,
    earner,
    given_each,
    lost_to,
    sold,
    spent_of_whole,
    taken,
    thing_paid,
    traded,
    valued,
)
from koreaaid.extract.quantities.numbers.ages import read_aged, read_named
from koreaaid.extract.quantities.predicates import read_second
from koreaaid.extract.quantities.pronouns import owner_taken_up, put_at
from koreaaid.language.nearby import word_after, word_before
from koreaaid.language.patterns import late
from koreaaid.language.phrases import end_with_whole
from koreaaid.language.preceding import phrase_before

_ENTRY = late(r" [—–](?= )")  # "₩1tn — turnover on Friday"
_BRACKET = late(r"\s*\([^()\n]{1,60}\)|,? or [^,.;()\n]{1,50}(?=,? (?:for|in|on)\b)")
_RATE = late(
    r" (?:an?|per|every|each) (?:hour|day|week|month|year)\b|/(?:day|month|year)\b| (?:month|year|dai)ly\b"
)
_FARTHEST = 120
_JOINT = 8
_FINED_REACH = 40  # "fined another man 5 million won"
_LAST = 6
_BULLET = 3
_OWNED = frozenset({"'s", "’s"})
_OWN = frozenset({"own", "owned", "owns"})
_BEHIND_CHANGES = frozenset({"below", "from", "of", "to"})
_DIMENSIONS = frozenset({"class", "deep", "high", "long", "range", "tall", "thick", "wide"})
_PARTS = frozenset({"of", "and", "with", "including", "plus"})
_PARTED = ("; ", ", while ")
_LEVELS = frozenset({"prices", "rates"})
_OF_SHARE, _SHARE_REACH = late(r"(?:per ?cent|%|pct) of(?: the| its| their| total| annual)?\s*\Z"), 24
_COSTED, _COST_REACH = late(r"\b[Cc]ost(?:s|ing)? (?:the |an? |its |their )?\Z"), 16
_ARTICLE = late(r"\b(?:[Aa]n?|[Tt]he|its|his|her|their|this) (?:[a-z]+ )?\Z")
_ENDS_OF_ARTICLES, _LONGEST_ARTICLE = frozenset("aAnesr"), 5


def read_subject(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> None:
    """Fill in the item of money, percentages and measures."""
    if figure.rule == "proportion":
        return  # "nine victims in ten" names it itself
    near = "(" in text[figure.end : figure.end + 3] or text.startswith((" or", ", or"), figure.end)
    bracket = _BRACKET.match(text, figure.end) if near else None
    end = bracket.end() if bracket else figure.end
    fronted = None if figure.category == "age" else read_fronted(text, figure, end, sentence, before)
    put = None if fronted else _put(text, figure, sentence, before)
    if fronted or put is not None:
        found: str | None = fronted or put or None
    elif figure.category == "money":
        found = _of_money(text, figure, end, sentence, before)
    elif figure.unit == "times":
        found = read_multiple(text, figure, sentence, before)
    elif figure.rule == "share":
        found = of_share(text, figure, end, sentence, before)
    elif figure.category == "age":
        attribute = "-" in text[figure.core[1] : figure.end]
        named = read_named(text, figure, sentence) if attribute else None
        found = named or (attributive(text, figure.end, any_noun=True) if attribute else None)
        found = found or read_aged(text, figure, sentence, before)
        found = found or read_clause(text, figure, sentence, before)
        if found and found.startswith("percent"):
            found = None  # "41 percent of those over 60"
    else:
        found = _of_measure(text, figure, end, sentence, before)
    if found is None and figure.category == "percent" and word_before(text, figure.start) == "the":
        alike = (one.item for one in before[-_LAST:] if one.value == figure.value)  # "of the 82 percent"
        found = next(alike, None)
    found = fitted(text, figure, end, _not_unit(text, found, before))
    if found:
        if found[-2:] in _OWNED:  # "the dollar's fall below 150 yen"
            found = found[:-2]
        figure.item = found
        last = before[-1] if before else None
        shared = last is not None and last.rule == "shared unit" and figure.rule == "unit"
        if last and shared and last.unit == figure.unit and figure.start - last.end <= _JOINT:
            last.item = found  # "96 and 94 percent of the cases"


def _put(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> str | None:
    put = put_at(text, figure, sentence)
    return read_second(text, figure, sentence, before) if put is None else put


def _not_unit(text: str, found: str | None, before: Sequence[Figure]) -> str | None:
    """Take what was measured for its unit: "imports of 4.4 billion cubic metres would cost"."""
    last = before[-1] if before else None
    unit = text[last.core[1] : last.end].strip() if last and last.rule == "unit" else ""
    return last.item if last and found and unit and found.startswith(unit) else found


def _of_money(text: str, figure: Figure, end: int, sentence: int, before: Sequence[Figure]) -> str | None:
    rate = _RATE.match(text, end)
    end = rate.end() if rate else end
    last = before[-1] if before else None
    if last and last.category == "money" and last.item and text[last.end : figure.start].strip(" ,") == "or":
        return last.item  # "a gain of $2 million, or 14 cents a share"
    word = word_before(text, figure.start)
    fined = text.find(" fined ", max(sentence, figure.start - _FINED_REACH), figure.start) >= 0
    found = read_level(text, figure, sentence) if word == "worth" else "fine" if fined else None
    if found is None and rate and rate.start() == figure.end:
        found = earner(text, figure, sentence)
    found = found or read_account(text, figure, sentence)
    found = found or contracted(text, figure, sentence) or paid_for(text, end)
    found = found or spent_on_them(text, figure, end, before) or read_series(text, figure, sentence, before)
    found = found or spent_of_whole(text, figure, sentence, last)
    found = found or read_other_end(text, figure, sentence, before)
    found = found or read_changed(text, figure, sentence) or spent_on(text, end)
    found = found or of_sum_before(text, end, before)
    if found:
        return found
    entry = _ENTRY.match(text, figure.end) if figure.start - sentence <= _BULLET else None
    any_noun = bool(entry) or _is_attribute(text, figure)
    return (
        attributive(text, entry.end() if entry else end, any_noun=any_noun)
        or lost_to(text, figure, end)
        or to_do(text, figure, end)
        or given_each(text, figure, end)
        or taken(text, figure, sentence)
        or read_level(text, figure, sentence)
        or read_gapped(text, figure, sentence)
        or read_with(text, figure, sentence)
        or counted_beside(text, figure, before)
        or sold(text, figure, sentence, before)
        or valued(text, figure, sentence)
        or traded(text, figure, sentence)
        or (given_as(text, end) if word_before(text, figure.start) != "for" else None)
        or bracketed(text, figure, sentence, before)
        or _before(text, figure.start, sentence)
        or ("cash" if text.startswith(" in cash", end) else None)
        or read_sum_before(text, figure, sentence, before)
        or (read_joined(text, figure, sentence) if text[figure.start - 1] == " " else None)
        or read_clause(text, figure, sentence, before)
        or (None if rate else read_verb(text, figure, rate=False))
        or (None if rate or converts(figure, before) else thing_paid(text, figure, sentence, before))
        or read_compared(text, figure, sentence, before)
        or read_each(text, end)
        or (read_verb(text, figure, rate=True) if rate else None)
    )


def _of_measure(text: str, figure: Figure, end: int, sentence: int, before: Sequence[Figure]) -> str | None:
    if converts(figure, before) and (before[-1].item or text[figure.start - 1] == "("):
        return before[-1].item
    settled = read_account(text, figure, sentence) or or_share(text, figure, before)
    settled = settled or also_measured(text, figure, sentence, before)
    settled = settled or read_level_again(text, figure, sentence, before)
    settled = settled or read_some(text, figure, sentence, before) or read_weighing(text, figure, sentence)
    settled = settled or read_surveyed(text, figure, end, sentence, before) or read_fewer(text, figure, end)
    if settled is not None:
        return settled
    amounts = figure.category == "percent" and word_before(text, figure.start) == "to"
    found = of_amounting(text, figure, sentence) if amounts else None
    found = found or read_other_end(text, figure, sentence, before)
    found = found or whole_of(text, figure, end, sentence, before)
    if found is None and figure.category in ("percent", "area"):
        found = of_name(text, end) or more_in(text, end)
    if found is None and figure.category == "percent" and word_before(text, figure.start) in _PARTS:
        found = share_in(text, end)
    found = found or owner_taken_up(text, figure, sentence, before)
    found = found or read_going(text, figure, sentence, before) or read_changed(text, figure, sentence)
    if found is None and figure.category == "percent" and word_after(text, end) == "of":
        found = read_of_that(text, end, before)
    if found is None and _is_attribute(text, figure):
        behind = word_after(text, end) if text.startswith("-", end) else ""  # "8-meter-long barrels"
        long = end + 1 + len(behind) if behind in _DIMENSIONS else end
        found = of_change(text, end) or attributive(text, long, any_noun=True)
    if found is None and figure.category == "percent":
        found = of_polled_before(text, end, sentence, before) or read_polled(text, figure, end, sentence)
    if found is None and not converts(figure, before):
        found = instead_of_change(read_joined(text, figure, sentence), sentence, before)
    found = found or (read_interest(text, figure, sentence) if figure.category == "percent" else None)
    found = found or read_level(text, figure, sentence) or read_gapped(text, figure, sentence)
    found = found or read_with(text, figure, sentence)
    if found is None and word_before(text, figure.start) in _OWN:
        return read_clause(text, figure, sentence, before)
    found = found or not_of_last(read_measured(text, figure, sentence), figure, before)
    if found in CHANGES and word_before(text, figure.start) in _BEHIND_CHANGES:
        found = instead_of_change(found, sentence, before)
    if found is None and figure.unit != "percentage point" and not does_opine(text, end):
        found = attributive(text, figure.end)
    return (
        found
        or read_beside(text, figure, sentence)
        or read_apposed(text, figure, sentence)
        or read_clause(text, figure, sentence, before)
        or read_thing(text, figure, sentence, before)
        or read_compared(text, figure, sentence, before)
        or read_oil(text, figure)
        or (of_percent(text, figure, end, sentence, before) if figure.category == "percent" else None)
    )


def _is_attribute(text: str, figure: Figure) -> bool:
    """Say whether a measure stands before its noun: "a 500-kg warhead"."""
    if "-" in text[figure.core[1] : figure.end]:
        return True
    word = word_before(text, figure.start)
    behind = figure.start - len(word) - 2  # the word before that one
    if word[-1:] not in _ENDS_OF_ARTICLES and text[behind - 1 : behind] not in _ENDS_OF_ARTICLES:
        return False
    return bool(_ARTICLE.search(text, behind - _LONGEST_ARTICLE, figure.start))


def _before(text: str, start: int, sentence: int) -> str | None:
    begin = max(sentence, start - _FARTHEST)
    begin = max(begin, *(text.rfind(mark, begin, start) for mark in _PARTED))
    phrase = phrase_before(text, start, begin, money=True)
    if phrase and _OF_SHARE.search(text, phrase.start - _SHARE_REACH, phrase.start):
        phrase = phrase_before(text, phrase.start, begin, money=True)  # "3% of GDP"
    if phrase is None:
        return None
    before, head = word_before(text, phrase.start), phrase.head
    if head in _LEVELS and before == "At" and not text.startswith(" of", phrase.end):
        return None  # "At pre-war prices, they are worth $5 billion"
    if _COSTED.search(text, phrase.start - _COST_REACH, phrase.start):
        return None  # "would cost a European fund €540 million"
    if text.startswith("plans to ", phrase.end - len("plans")):
        return None  # "Seoul plans to give $15 million"
    if head[0].isupper() and before in ("for", "of"):
        return None  # "the European Bank for Reconstruction and Development lent $2 billion"
    return text[phrase.start : end_with_whole(text, phrase.end, start)]
