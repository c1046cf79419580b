"""What has a price: the goods that stand before a sum."""

from __future__ import annotations

from collections.abc import Sequence

from koreaaid.extract.quantities.figure import Figure
from koreaaid.extract.quantities.measuring.behind import paid_for
from koreaaid.extract.quantities.measuring.measured import read_thing
from koreaaid.language.actors import is_country_word
from koreaaid.language.lexicon import lexicon
from koreaaid.language.nearby import word_before
from koreaaid.language.nouns import MEN, singular
from koreaaid.language.patterns import late
from koreaaid.language.phrase_words import PERIODS
from koreaaid.language.phrases import Phrase, phrase_after
from koreaaid.language.preceding import (
    GENERIC,
    PLACE,
    is_paid_for,
    noun_at_place,
    noun_beside,
    noun_ending,
    phrase_before,
    thing_before,
)
from koreaaid.language.verb_arguments import subject_before

# "40 homes were hit, and the damage was put at $5 million", "18 engines and medical supplies worth"
_OTHER_CLAUSE = late(r";|, (?:and|but|while|is|was|were|will)\b|\band (?:[a-z]+ ){1,2}\Z")
_VALUING = frozenset({"worth", "for", "at", "costing", "totaling", "totalling", "a", "of"})
_VALUED = late(
    r",? (?:each )?(?:worth|valued at|priced at|costing|totall?ing"
    r"|at (?:an?|the) (?:[a-z]+ )?(?:cost|price) of)(?: a total of)? \Z"
)
_BUILT_FOR = late(r", (?:acquired|bought|built|completed|opened|rebuilt|renovated|sold) (?:\w+ ){0,3}for \Z")
_PASSIVE = late(
    r" (?:is|are|was|were|(?:has|have|had) been|(?:will|would|to) be) (?:being |now |also )?"
    r"(?:(?:re)?built|[a-z]+ed)\b[^.;:]{0,48} at an? (?:[a-z]+ )?(?:cost|price) of (?:a total of )?\Z"
)
_MAKING = late(
    r"\b(?:build|builds|built|building|construct|develop|establish|expand|modernise|modernize|open|opened|renovate|repair"
    r"|set up|upgrade) (?:an?|its|the|their) (?=[a-z0-9])"
)
_OF_DEALS = frozenset({"of", "worth", "at", "for"})
_ASKED = (" appeal for ", " bid for ", " plea for ", " request for ")
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
_BROUGHT = late(
    r",? (?:that|which) (?:(?:ha[ds]|have) )?"
    r"(?:brought in|cost|earned|fetched|generated|netted|raised|yielded) "
)
_TRADED = late(
    r"\b(?:s[eo]lls?|sold|selling|buys?|bought|buying|purchas|acquir|receiv|(?:ex|im)port|suppl|order)[a-z]*\s"
    r"(?:[^.;:,\d]{0,60}\s)?\Z"
)
_PAID = late(
    r"\b(?:paid|pays?|paying|earn(?:s|ed|ing)?|(?<=s )get(?= \Z)|promised|wages?|salar(?:y|ies)"
    r"|receiv(?:es?|ed|ing)|returns? with|(?:brings?|sends?|takes?) home)\b"
)
_CAPITAL = late("[A-Z]")
_REPORTED = late(r", that |\bthat (?:her|his|their) ")
_STEALING = frozenset({"embezzled", "laundered", "looted", "raised", "steal", "stole", "stolen"})
_PRICED = frozenset({"at", "cost", "costs", "for"})
_PURPOSES = frozenset(lexicon("phrases")["verbs_of_sums"]["purposes"])
# "5 percent of gross domestic product to"
_OF_WHOLE = late(r" of (?:[a-zA-Z-]+ ){1,3}(?:to|on|for|towards?) (?:its |the )?(?=[a-z])")
_FIRST_OF_TWO = late("[A-Z][a-z]+ and ")
_TAKING = frozenset({"get", "gets", "receive", "received", "receives"})
_WITHIN = frozenset({"across", "from", "in", "of"})
_LISTING = frozenset({" and ", ", ", ", and ", " plus ", " along with ", " as well as "})
_SOLD = frozenset({"equipment", "munitions"})
_LISTED = 4
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
    place = PLACE.search(text, max(begin, figure.start - _NEAR), figure.start - 1)
    found = noun_ending(text, place.start(), begin) if place else None
    found = found or noun_beside(text, figure.start, begin)
    if found is None or is_country_word(found.head.removesuffix("'s").removesuffix("’s")):
        return None
    return text[found.start : found.end]


def counted_beside(text: str, figure: Figure, before: Sequence[Figure]) -> str | None:
    """Read what is counted before "30 K808s ($60 million; €55 million)", "58 raids that brought in $3"."""
    last = before[-1] if before else None
    if last is None:
        return None
    if last.category == "money" and text[last.end : figure.start].strip() in (";", "/", "|"):
        return last.item
    if last.unit != "count":
        return None
    counted = text[figure.start - 1 : figure.start] == "(" and figure.start - last.phrase_end <= 2
    return last.item if counted or _BROUGHT.fullmatch(text, last.phrase_end, figure.start) else None


def sold(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read what was counted before "for $3.5 billion"."""
    earlier = before[-1] if before else None
    if (
        earlier is None
        or (earlier.unit != "count" and earlier.category != "mass")
        or earlier.start < sentence
        or figure.start - earlier.end > _FARTHEST
    ):
        return None
    price = _PRICE.search(text, max(earlier.end, figure.start - _REACH), figure.start)
    if price is None or _OTHER_CLAUSE.search(text, earlier.end, price.start()):
        return None
    behind = text[max(earlier.phrase_end, earlier.end) : price.start()]
    if price[0].startswith("worth") and "," in behind.rstrip(" ,"):
        return None  # "passed by 206 votes, asks for consent to any transfer worth"
    deal = phrase_before(text, price.start(), max(earlier.phrase_end, earlier.end), money=True)
    if deal and price.start() - deal.end <= 2:
        between = text[max(earlier.phrase_end, earlier.end) : deal.start]
        if between.strip() not in (", a", ", an") or " " in text[deal.start : deal.end]:
            return None  # "… 14 tanks, a second order, worth", but "129 tanks, a purchase worth"
    whole = before[-2] if len(before) > 1 and word_before(text, earlier.start) in _WITHIN else None
    if whole and whole.unit == "count" and earlier.start - whole.phrase_end <= _JOINT:
        return whole.item  # "500 projects in 58 countries for"
    return _all_sold(text, before, sentence)


def _all_sold(text: str, before: Sequence[Figure], sentence: int) -> str | None:
    """Return the goods that end a list, with those before them: "54 howitzers and 36 carriers"."""
    last = first = before[-1]
    for one in reversed(before[-_LISTED:-1]):
        joined = text[one.phrase_end : first.start] in _LISTING and one.category in _SOLD
        if one.start < sentence or not joined or one.item == first.item or one.phrase_end == one.end:
            break
        first = one
    item = first.item or ""
    listed = first is not last and text.endswith(item, 0, first.phrase_end)
    return text[first.phrase_end - len(item) : last.phrase_end] if listed else last.item


def contracted(text: str, figure: Figure, sentence: int) -> str | None:
    """Read the noun of "a contract worth $3 million for 20 tanks", "an order, worth", "a loan of"."""
    near = word_before(text, figure.start) in _OF_DEALS and not text.startswith(" of ", figure.end)
    link = _OF_DEAL.search(text, max(sentence, figure.start - _JOINED), figure.start) if near else None
    if near and text.endswith(_ASKED, 0, figure.start) and paid_for(text, figure.end) is None:
        return text[text.rindex(" ", 0, figure.start - len(" for ")) + 1 : figure.start - len(" for ")]
    if link and text[link.start() - 1].isdecimal():  # a year
        link = _OF_DEAL.search(text, max(sentence, figure.start - _NEAR), figure.start)
    found = noun_ending(text, link.start(), max(sentence, link.start() - _NEAR)) if link else None
    if found is None or not is_paid_for(found.head) or singular(found.head.lower()) in GENERIC:
        return None
    return text[found.start : found.end]


def valued(text: str, figure: Figure, sentence: int) -> str | None:
    """Read the goods of "drugs worth $3 million", "a plant in Gumi, at a cost of $8 million"."""
    near = word_before(text, figure.start) in _VALUING
    price = _VALUED.search(text, max(sentence, figure.start - _REACH), figure.start) if near else None
    if price is None:
        built = _BUILT_FOR.search(text, max(sentence, figure.start - _REACH), figure.start)
        found = noun_ending(text, built.start(), max(sentence, built.start() - _NEAR)) if built else None
        return text[found.start : found.end] if found else None
    found = noun_at_place(text, price.start(), sentence)
    if found is None:  # "A school was rebuilt in Irpin at a cost of $4 million"
        verb = _PASSIVE.search(text, max(sentence, price.end() - 2 * _NEAR), price.end())
        found = noun_at_place(text, verb.start(), sentence) if verb else _made(text, price.start(), sentence)
    bare = (
        found is None or found.head in PERIODS or text[found.start].isdecimal()
    )  # "two thirds of them 30 mm"
    return None if found is None or bare else text[found.start : found.end]


def _made(text: str, end: int, sentence: int) -> Phrase | None:
    """Find what is made in "will build a shell plant in Gumi with Poongsan", before "at a cost of"."""
    verb = _MAKING.search(text, max(sentence, end - _FARTHEST), end)
    phrase = phrase_after(text, verb.end() - 1, single=True) if verb else None
    return phrase if phrase and phrase.end <= end else None


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


def thing_paid(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read the thing that a sum is said of, and none of "told a guard that his wife would get $900"."""
    found = read_thing(text, figure, sentence, before)
    if found and word_before(text, figure.start) in _STEALING:
        return None  # "hackers have stolen $3 billion"
    reported = (
        _REPORTED.search(text, max(sentence, figure.start - 2 * _NEAR), figure.start) if found else None
    )
    return None if reported and text.find(found or "", reported.start(), figure.start) < 0 else found


def earner(text: str, figure: Figure, sentence: int) -> str | None:
    """Read who gets "$900 a month": "workers, who are paid $900 a month"."""
    if not _PAID.search(text, max(sentence, figure.start - _NEAR), figure.start):
        return None
    found = thing_before(text, figure.start, max(sentence, figure.start - _FARTHEST), MEN)
    if found is None or _CAPITAL.search(text, found.end, figure.start):
        return None  # "Analysts believe Pyongyang could receive $1 billion a year"
    return text[found.start : found.end]


def lost_to(text: str, figure: Figure, end: int) -> str | None:
    """Read "has lost $100 million to kickbacks"."""
    near = word_before(text, figure.start) == "lost" and text.startswith(" to ", end)
    lost = phrase_after(text, end + len(" to")) if near else None
    return text[lost.start : lost.end] if lost and lost.head.islower() else None


def given_each(text: str, figure: Figure, end: int) -> str | None:
    """Read "could get $400 each for fuel"; what has a price goes to someone: "sold at $400 each for"."""
    link = next((word for word in (" each", " apiece") if text.startswith(word + " for ", end)), None)
    if link is None or word_before(text, figure.start) in _PRICED:
        return None
    return paid_for(text, end + len(link))


def taken(text: str, figure: Figure, sentence: int) -> str | None:
    """Read the purpose of "Research and development will get 5.9 trillion won": no country, no people."""
    if word_before(text, figure.start) not in _TAKING:
        return None
    found = subject_before(text, figure.start, max(sentence, figure.start - _FARTHEST))
    if found is None or found.head.lower() not in _PURPOSES:
        return None
    opening = text[sentence : found.start].lstrip()
    if opening and not _FIRST_OF_TWO.fullmatch(opening):
        return None
    return text[found.start - len(opening) : found.end]


def spent_of_whole(text: str, figure: Figure, sentence: int, last: Figure | None) -> str | None:
    """Read "devotes 5 percent of its output to defense, or $2 billion": what both are spent on."""
    if last is None or last.category != "percent" or last.start < sentence:
        return None
    spent = _OF_WHOLE.match(text, last.end, figure.start)
    phrase = phrase_after(text, spent.end() - 1, single=True) if spent else None
    again = phrase and text[phrase.end : figure.start].rstrip().endswith((",", " or"))
    return text[phrase.start : phrase.end] if phrase and again else None
