"""What has a price: the goods that stand before a sum."""

from __future__ import annotations

from collections.abc import Sequence

from koreaaid.extract.quantities.figure import Figure
from koreaaid.language.actors import is_country_word
from koreaaid.language.nearby import word_before
from koreaaid.language.nouns import singular
from koreaaid.language.patterns import late
from koreaaid.language.preceding import GENERIC, is_paid_for, noun_beside, noun_ending, phrase_before

# "40 homes were hit, and the damage was put at $5 million", "18 engines and medical supplies worth"
_OTHER_CLAUSE = late(r";|, (?:and|but|while|is|was|were|will)\b|\band (?:[a-z]+ ){1,2}\Z")
_VALUING = frozenset({"worth", "at", "costing", "totaling", "totalling", "a", "of"})
_VALUED = late(r",? (?:each )?(?:worth|valued at|priced at|costing|totall?ing)(?: a total of)? \Z")
_OF_DEALS = frozenset({"of", "worth", "at"})
# "the contract of August 26, 2022, worth"
_OF_DEAL = late(
    r"(?:(?: signed)? (?:dated|from|in|of|on) (?:[A-Z][a-z]{2,8}\.? )?(?:\d{1,2},? )?"
    r"(?:[A-Z][a-z]{2,8} )?(?:19|20)\d\d(?=,)|)"
    r",? (?:of|worth|valued at)(?: an?)? \Z"
)
_PRICE = late(
    r"\b(?:(?:for|at|worth|costs?|costing|totall?ing|valued at)\s+(?:an?\s+)?|with an? )"
    r"(?:(?:combined|estimated|record|total|unit)\s+)?(?:(?:cost|price|price tag|sum|total|value)\s+)?"
    r"(?:of\s+)?(?<!with a )(?<!with an )\Z"
)
_TRADED = late(
    r"\b(?:s[eo]lls?|sold|selling|buys?|bought|buying|purchas|acquir|receiv|(?:ex|im)port|suppl|order)[a-z]*\s"
    r"(?:[^.;:,\d]{0,60}\s)?\Z"
)
_PLACE = late(r" (?:at|in|near) (?:[A-Z][\w’'-]*,? ){1,3}\Z")
_WITHIN = frozenset({"across", "from", "in", "of"})
_JOINT = 8
_BESIDE = 16
_JOINED = len(", valued at ")
_REACH = 32
_NEAR = 40
_FARTHEST = 120


def bracketed(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read the noun before "a water main (USD 12 million)", if the sum says no other one again."""
    if text[figure.start - 1] != "(" or (before and figure.start - before[-1].end <= len(" (")):
        return None
    begin = max(sentence, figure.start - _FARTHEST)
    place = _PLACE.search(text, max(begin, figure.start - _NEAR), figure.start - 1)
    found = noun_ending(text, place.start(), begin) if place else None
    found = found or noun_beside(text, figure.start, begin)
    if found is None or is_country_word(found.head.removesuffix("'s").removesuffix("’s")):
        return None
    return text[found.start : found.end]


def counted_beside(text: str, figure: Figure, before: Sequence[Figure]) -> str | None:
    """Read what is counted right before "30 K808s ($60 million; €55 million)"."""
    last = before[-1] if before else None
    if last is None:
        return None
    if last.category == "money" and text[last.end : figure.start].strip() in (";", "/", "|"):
        return last.item
    counted = text[figure.start - 1 : figure.start] == "(" and last.unit == "count"
    return last.item if counted and figure.start - last.phrase_end <= 2 else None


def sold(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read what was counted before "for $3.5 billion"."""
    earlier = before[-1] if before else None
    if (
        earlier is None
        or earlier.unit != "count"
        or earlier.start < sentence
        or figure.start - earlier.end > _FARTHEST
    ):
        return None
    price = _PRICE.search(text, max(earlier.end, figure.start - _REACH), figure.start)
    if price is None or _OTHER_CLAUSE.search(text, earlier.end, price.start()):
        return None
    deal = phrase_before(text, price.start(), max(earlier.phrase_end, earlier.end), money=True)
    if deal and price.start() - deal.end <= 2:
        between = text[max(earlier.phrase_end, earlier.end) : deal.start]
        if between.strip() not in (", a", ", an") or " " in text[deal.start : deal.end]:
            return None  # "… 14 tanks, a second order, worth", but "129 tanks, a purchase worth"
    whole = before[-2] if len(before) > 1 and word_before(text, earlier.start) in _WITHIN else None
    if whole and whole.unit == "count" and earlier.start - whole.phrase_end <= _JOINT:
        return whole.item  # "500 projects in 58 countries for"
    return earlier.item


def contracted(text: str, figure: Figure, sentence: int) -> str | None:
    """Read the noun of "a contract worth $3 million for 20 tanks", "an order, worth", "a loan of"."""
    near = word_before(text, figure.start) in _OF_DEALS and not text.startswith(" of ", figure.end)
    link = _OF_DEAL.search(text, max(sentence, figure.start - _JOINED), figure.start) if near else None
    if link and text[link.start() - 1].isdecimal():  # a year
        link = _OF_DEAL.search(text, max(sentence, figure.start - _NEAR), figure.start)
    found = noun_ending(text, link.start(), max(sentence, link.start() - _NEAR)) if link else None
    if found is None or not is_paid_for(found.head) or singular(found.head.lower()) in GENERIC:
        return None
    return text[found.start : found.end]


def valued(text: str, figure: Figure, sentence: int) -> str | None:
    """Read the goods of "drugs worth $3 million", "the wheat, valued at $8 million"."""
    near = word_before(text, figure.start) in _VALUING
    price = _VALUED.search(text, max(sentence, figure.start - _REACH), figure.start) if near else None
    found = noun_ending(text, price.start(), max(sentence, price.start() - _NEAR)) if price else None
    return text[found.start : found.end] if found else None


def traded(text: str, figure: Figure, sentence: int) -> str | None:
    """Read the goods of "Kyrgyzstan bought Korean goods for $373 million", "bought wheat at $300 a ton"."""
    link = word_before(text, figure.start)
    end = figure.start - len(link) - 2
    if link not in ("at", "for") or not text.startswith(f" {link} ", max(end, 0)):
        return None
    found = noun_ending(text, end, max(sentence, end - _NEAR))
    if found is None or found.head[-1].isdecimal():
        return None
    begin = end - 2 * _NEAR if link == "for" else found.start - _BESIDE
    bought = _TRADED.search(text, max(sentence, begin), found.start)
    return text[found.start : found.end] if bought else None
