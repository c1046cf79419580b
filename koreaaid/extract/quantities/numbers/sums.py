"""Sums whose currency is written once: "gave 68 billion kroner … Of the money, 10 billion went to"."""

from __future__ import annotations

from collections.abc import Sequence

from koreaaid.extract.quantities.figure import Figure
from koreaaid.extract.quantities.numbers.chains import (
    CLAUSE_END,
    HEDGE,
    HUNDREDTHS,
    LIKE,
    MARKS,
    SIMILAR,
    TARGETS,
)
from koreaaid.extract.quantities.numbers.ranges import scale_of
from koreaaid.language.lexicon import lexicon
from koreaaid.language.nearby import word_after, word_before
from koreaaid.language.patterns import late
from koreaaid.language.phrases import phrase_after
from koreaaid.language.verb_arguments import subject_before

_MILLION, _BILLION = 1e6, 1e9
_MANY = 1e5
_LAST = 4
_FARTHEST = 240
_NEAR, _NEAREST = 64, 24
_WHOLE = 1000.0
# "from 3,300 euros in 2024 to about 2,500"
_TO = late(rf"(?: in (?:19|20)\d\d| last year| (?:a|one) year (?:ago|before|earlier)|) to {HEDGE}")
_COMPARED = 3
_COMPARED_WITH = (", up from ", ", down from ", ", against ", ", compared with ")
# "wants 3.4 trillion for 2026", "120 billion of it"
_OF_NOTHING = late(r" (?:(?:for|in) (?:19|20)\d\d\b|(?:last|next|this) year\b|of (?:it|that|this|which)\b)")
_COMPARES = late(
    r"(?:[^.;:!?\n]|\.(?=\d)){0,56}\b(?:compared (?:with|to)|against|versus|vs\.?|than|from|to|of which)"
    rf"\s+(?:(?:this|last|the previous|the current) year['’]s\s+)?{HEDGE}\Z"
)
# "Germany gave 17 billion euros, Britain 13 billion"
_BEFORE_OTHERS = frozenset({"at", "by", "with", "and", "including"})
# ... and "a pledge of 12 million dollars to the fund, which had received 24 million"
_GIVING = frozenset(lexicon("phrases")["verbs_of_sums"]["giving"])
_SUMS = frozenset(lexicon("phrases")["verbs_of_sums"]["sums"])
_WHO_PAYS = late(
    r" (?:(?:that|which) )?(?:it|they|he|she|we|[A-Z]\w+|(?:the|its) [a-z]+)(?: ha[ds]| have)?(?= )"
)
_IT_WAS = late(rf"\b(?:it|that|this) (?:is|was|stood|had been) (?:at )?{HEDGE}\Z")
_KEEPS = late(r"\b(?:but|and) (?:gets?|keeps?|pays?|receives?|saves?|sends? home|spends?) \Z")
_REACH = 32
_OF_IT = late(r" of (?:it|that|this|which)\b")
_OF_MONEY = late(
    rf"\b[Oo]f (?:(?:the|this|that) (?:aid|amount|money|sum|total)|this|that|it|which),? {HEDGE}\Z"
)
# "0.42 billion of humanitarian and 0.29 billion of financial aid"
_OF_AID = late(
    r" (?:in|of) (?:[a-z-]+ (?:and (?:[\d.,]+ (?:m|b|tr)illion (?:in|of) )?)?){0,3}"
    r"(?:aid|assistance|credits?|funding|funds|grants?|loans?|support)\b"
)
_OLDEST = 160
_LETTERS = late(r"(?<=\d)(?:m|bn|tr|tn|k)\Z")
_IN_BUDGET = late(r" in (?:its|the|their|this year['’]s|next year['’]s) (?:[a-z-]+ )?budget\b")
_IN_SECOND = late(
    r"\b[Ii]n (?:the (?:first|second|third|fourth|last|next|following)(?: (?:year|half|quarter))?"
    rf"|(?:19|20)\d\d),? {HEDGE}\Z"
)
_SPENT = late(
    r"(?: (?:has|have|had|is|are|was|were|will|would|be|been|already|so|far))+"
    r" (?:allocated|committed|disbursed|earmarked|for|go|going|gone|intended|meant|paid|reserved|set|spent"
    r"|used)\b"
    r"| went (?:to|on|for)\b"
)
_LIVING = frozenset({"people", "live", "lived", "lives", "inhabitants", "residents"})
_CASH = late(r"\b(?:cash|package|plus|was|is|are|were) (?:(?:of|for) )?(?:only |just )?\Z")


def currency_from_last(text: str, figure: Figure, before: Sequence[Figure]) -> None:
    """Give a sum the currency of one that it is compared with: "2.1 billion won, against 1.9 billion"."""
    last = before[-1]
    if (
        last.category == "money" and word_before(text, last.start).lower() == "from"
    ):  # "from 45 dollars to 52"
        like = last.least > 0 and 1 / LIKE <= figure.least / last.least <= LIKE
        if like and _TO.fullmatch(text, last.end, figure.start):
            figure.unit, figure.category, figure.rule = last.unit, "money", "shared unit"
            return
    if last.category == "money" and _is_price_before(text, figure, last):
        figure.unit, figure.category, figure.rule = last.unit, "money", "shared unit"
        return
    worth = word_before(text, figure.start) == "worth" and figure.least >= _MANY  # "worth half a million"
    if last.category == "money" and _is_spent_of(text, figure, last):
        scale = scale_of(text, last)
        figure.value = figure.low = figure.high = figure.least * scale
        figure.unit, figure.category, figure.rule = last.unit, "money", "shared unit"
        return
    if last.category == "money" and _is_as_short(text, figure, last):
        figure.unit, figure.category, figure.rule = last.unit, "money", "shared unit"
        return
    scaled = figure.numeral.form == "mixed" or (figure.least >= _MILLION and scale_of(text, figure) > 1)
    if not scaled and figure.least < _BILLION and not worth:
        return
    bare = _is_bare_billion(text, figure)
    paid = bare or _is_paid(text, figure)
    most = _WHOLE if paid or text.startswith(" of ", figure.end) else LIKE  # "120 billion of it"
    farthest = _NEAR * (3 if bare else 2 if paid else 1)
    for earlier in reversed(before[-_COMPARED:]):
        converted = text[earlier.end : earlier.end + 1] == ")"
        if earlier.category != "money" or earlier.unit in HUNDREDTHS or earlier.least <= 0 or converted:
            continue
        if not 1 / most <= figure.least / earlier.least <= most or figure.start - earlier.end > farthest:
            continue
        if (
            paid
            or figure.additive
            or _is_another_sum(text, figure, earlier)
            or _COMPARES.match(text, earlier.end, figure.start)
        ):
            figure.unit, figure.category, figure.rule = earlier.unit, "money", "shared unit"
            if _is_origin(text, last, figure):  # "raised it from 15 to 25 trillion"
                last.unit, last.category, last.rule = figure.unit, "money", "shared unit"
        return


def _is_spent_of(text: str, figure: Figure, last: Figure) -> bool:
    """Read "puts 300 billion won into a plant, of which 120 have been spent": the scale is shared too.

    So is that of "gave NOK 22 billion last year, this year it is 72".
    """
    size = figure.least * scale_of(text, last)
    if figure.numeral.form != "digits" or figure.least >= _WHOLE or figure.start - last.end > _NEAR:
        return False
    if (
        text.endswith((" it is ", " the second ", " the other "), 0, figure.start)
        and text[figure.end : figure.end + 1] in MARKS
    ):
        return last.numeral.form == "mixed" and 1 / LIKE <= size / last.least <= LIKE
    spent = size <= last.least and text.endswith(" of which ", 0, figure.start)
    return spent and bool(_SPENT.match(text, figure.end))


def _is_as_short(text: str, figure: Figure, last: Figure) -> bool:
    """Read "around $8m with ammunition; without it, 4.6m": sums are written with the same letters."""
    letters = _LETTERS.search(text, figure.start, figure.end)
    if letters is None or not text.endswith(letters[0], 0, last.end) or figure.start - last.end > _NEAR:
        return False
    alike = last.least > 0 and 1 / LIKE <= figure.least / last.least <= LIKE
    return alike and phrase_after(text, figure.end) is None


def _is_price_before(text: str, figure: Figure, last: Figure) -> bool:
    """Read "raised to 280,000 won from 230,000", "is at $63 a barrel. A year ago it was at 75"."""
    if not last.least or not 1 / LIKE <= figure.least / last.least <= LIKE:
        return False
    if figure.start - last.end <= _NEAR and _KEEPS.search(text, last.end, figure.start):
        return phrase_after(text, figure.end) is None  # "earn 45,000 roubles but keep less than 10,000"
    if not 1 / SIMILAR <= figure.least / last.least <= SIMILAR:
        return False
    if text[last.end : figure.start] == " from " or text.endswith(_COMPARED_WITH, last.end, figure.start):
        return phrase_after(text, figure.end) is None
    ends = text[figure.end : figure.end + 1] in MARKS and figure.start - last.end <= _NEAR
    return ends and bool(_IT_WAS.search(text, max(last.end, figure.start - _NEAREST), figure.start))


def _is_origin(text: str, last: Figure, figure: Figure) -> bool:
    """Say whether a number is what a sum has risen or fallen from: "from 15 to 25 trillion"."""
    rises = word_before(text, last.start) == "from" and _TO.fullmatch(text, last.end, figure.start)
    return bool(rises) and last.unit == "count" and last.item is None


def _is_bare_billion(text: str, figure: Figure) -> bool:
    """Say whether billions of nothing end a phrase: "talking 50, maybe 52 billion"."""
    ends = text[figure.end : figure.end + 1] in MARKS or _OF_NOTHING.match(text, figure.end)
    if figure.least < _BILLION or not ends:
        return False
    return text.find("population", max(0, figure.start - _NEAREST), figure.start) < 0


def _is_paid(text: str, figure: Figure) -> bool:
    """Say whether someone pays or gets a sum: "had received 24 million", "the 97 billion it spent"."""
    if word_before(text, figure.start) in (*_GIVING, "worth") or text.endswith(TARGETS, 0, figure.start):
        return phrase_after(text, figure.end) is None  # "beating a forecast of 238 billion"
    level = subject_before(text, figure.start, max(0, figure.start - _NEAR), reaching_only=True)
    if level and level.head.lower() in _SUMS:  # "Revenue rose to 6.5 billion"
        return phrase_after(text, figure.end) is None
    if word_after(text, figure.end) in ("in", "of") and _OF_AID.match(text, figure.end):
        return True
    behind = _WHO_PAYS.match(text, figure.end)
    return behind is not None and word_after(text, behind.end()) in _GIVING


def _is_another_sum(text: str, figure: Figure, earlier: Figure) -> bool:
    """Say whether a sum of the same clause is that of another: "France 4 billion"."""
    word = word_before(text, figure.start)
    near = word in _BEFORE_OTHERS or word.endswith(",") or (word[:1].isupper() and word.isalpha())
    return near and not CLAUSE_END.search(text, earlier.end, figure.start)


def currency_of_sum(text: str, figure: Figure, before: Sequence[Figure]) -> str | None:
    """Return the currency of a large number of nothing, if the text has spoken of money last."""
    if figure.least < _MILLION or (scale_of(text, figure) == 1.0 and figure.numeral.form != "words"):
        return None
    if phrase_after(text, figure.end) is not None:
        return None
    last = _last_sum(figure, before)
    if last is None:
        return None
    return last.unit if _is_sum(text, figure) or _is_sum_again(text, figure, last) else None


def _is_sum_again(text: str, figure: Figure, last: Figure) -> bool:
    """Read "In the first year $100 million, in the second, 150 million", "90 million in its budget"."""
    alike = last.least > 0 and 1 / LIKE <= figure.least / last.least <= LIKE
    if not alike or figure.start - last.end > _OLDEST or _counts_people(text, figure):
        return False
    return bool(_IN_BUDGET.match(text, figure.end) or _IN_SECOND.search(text, last.end, figure.start))


def _last_sum(figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """Return the sum before, unless other large numbers have been counted since."""
    for earlier in reversed(before[-_LAST:]):
        if figure.start - earlier.end > _FARTHEST or (earlier.unit == "count" and earlier.least >= _MANY):
            return None
        if earlier.category == "money" and earlier.unit not in HUNDREDTHS and earlier.converts is None:
            return earlier
    return None


def _counts_people(text: str, figure: Figure) -> bool:
    """Say whether a number is of those who live somewhere: "a population of 50 million"."""
    behind = text[figure.end : figure.end + _REACH].split()[:2]
    return (
        not _LIVING.isdisjoint(behind) or "population" in text[max(0, figure.start - _REACH) : figure.start]
    )


def _is_sum(text: str, figure: Figure) -> bool:
    """Say whether a large number is money by its place: billions always, millions where they are spent."""
    if _counts_people(text, figure):
        return False
    if figure.least >= _BILLION or _OF_IT.match(text, figure.end) or _SPENT.match(text, figure.end):
        return True
    begin = max(0, figure.start - _REACH)
    return bool(_OF_MONEY.search(text, begin, figure.start) or _CASH.search(text, begin, figure.start)) or (
        word_before(text, figure.start) == "to" and text.startswith(" for ", figure.end)
    )
