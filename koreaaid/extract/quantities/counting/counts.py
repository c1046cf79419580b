"""What a count counts: the noun phrase behind the number, in a compound with it, or shared with the next."""

from __future__ import annotations

import re
from collections.abc import Sequence

from koreaaid.extract.quantities.counting.acquired import flies
from koreaaid.extract.quantities.counting.beside import counted_beside_noun, in_brackets
from koreaaid.extract.quantities.counting.casualties import are_part_of_lost, category_of_people
from koreaaid.extract.quantities.counting.elided import counted_elsewhere
from koreaaid.extract.quantities.counting.entries import MARKS, read_entry
from koreaaid.extract.quantities.counting.polled import does_opine
from koreaaid.extract.quantities.figure import Figure
from koreaaid.extract.quantities.numbers.chains import (
    measure_from_last,
    unit_from_conversion,
    unit_from_last,
    unit_from_next,
)
from koreaaid.extract.quantities.numbers.sums import currency_from_last, currency_of_sum
from koreaaid.language.compounds import attribute_after, compound_after
from koreaaid.language.lexicon import alternatives, lexicon
from koreaaid.language.nearby import word_after, word_before
from koreaaid.language.nouns import GOODS, PEOPLE, is_mass, is_plural
from koreaaid.language.patterns import late
from koreaaid.language.phrases import Phrase, phrase_after, phrase_of

_ADDITIVE = lexicon("phrases")["additive"]
_ADDITIVE_BEFORE = late(rf"\b({alternatives(_ADDITIVE['before'])})\s+\Z", re.IGNORECASE)
_ADDITIVE_WORDS = frozenset(words.split()[-1] for words in _ADDITIVE["before"])
_ADDITIVE_AFTER = late(rf"\s+({alternatives(_ADDITIVE['after'])})\b(?!\s+than\b)", re.IGNORECASE)
_ADDITIVE_BEHIND = frozenset(_ADDITIVE["after"])
_ARTICLE = late(r"\b(?:an?|the) \Z", re.IGNORECASE)
_ENDS_OF_ARTICLES = frozenset("aAnNeE")
_INCREASE = late(r" ?\([+−-]\d[\d,.]*\)")
_ENTRY = (" — ", " – ")
_TO_PERCENT = late(r",?\s+to\s+(?:about\s+)?\d+(?:\.\d+)?(?:\s?%|\s+per\s?cent)")
# "a 0.3-point drop in the unemployment rate", "fell four points, to 52 percent"
_POINTS_OF = late(
    r"([ -]points?) (?:advantage|decline|decrease|dip|drop|fall|gain|gap|increase|jump|lead|margin|rise)"
    r" (?:in|on|of|for) (?:(?:the|its|their|public) )?(?=(?:[\w’'-]+ ){0,3}?"
    r"(?:approval|inflation|polls?|rates?|ratings?|share|support|surveys?|turnout|unemployment)\b)"
)
_MOSTLY = late(r", (?:almost all|chiefly|largely|mainly|mostly|partly|primarily)(?= [A-Za-z])")
_ASIDE = late(r" [A-Za-z-]+(?: [a-z-]+)?,(?= [a-z])")
_MOVED = late(r"\b(?:climbed|declined|dropped|fallen|fell|gained|lost|risen|rose|slipped|up|down)(?: by)? \Z")
_LIST_LINK = late(
    r"-?,?(?:\s+(?:and|or|to))?\s+(?:(?:about|around|nearly|up to|wounded|injured|wounding|injuring)\s+)?\Z"
)
# "9 million 122-mm or some 4 million 152-mm shells"
_CALIBRE_AND = late(
    r" \d{2,3}[ -]?mm,? (?:and|or) (?:\w+ )?[\d,.]+(?: million| thousand)?(?= \d{2,3}[ -]?mm [a-z])"
)
_LONGEST_LIST = 16
_TEAMS = frozenset(
    {"crew", "squad", "team", "delegation", "contingent", "force", "echelon", "band", "platoon", "company"}
    | {"battalion", "regiment", "brigade", "division", "corps", "garrison", "army", "unit", "detachment"}
    | {"staff", "workforce"}
)
_GROUPS = _TEAMS | {"family", "panel", "convoy", "fleet"}
_GROUP_OF = late(rf"\b({alternatives(_GROUPS)})s? of \Z")
_GENERIC = frozenset({"units", "pieces", "copies", "examples", "items", "ones"})
_REACH = 24
_UNLIKE = 100
_LAST = 3
_FARTHEST = 240
_NEAR = 40
_ALL = 100  # percent


def read_additive(text: str, figure: Figure) -> None:
    """Take in the word that puts a figure on top of another: "another 3,000", "the remaining 12"."""
    if text[figure.start - 1 : figure.start] == "+":  # "9,146 (+7) tanks": seven more
        figure.start, figure.additive = figure.start - 1, "+"
        return
    if word_before(text, figure.start).lower() not in _ADDITIVE_WORDS:
        return
    found = _ADDITIVE_BEFORE.search(text, figure.start - _REACH, figure.start)
    if found:
        figure.start, figure.additive = found.start(), found[1]


def read_additive_behind(text: str, figure: Figure) -> int:
    """Take in "more" behind a number or its unit; return where to read on."""
    begins = figure.additive is None and word_after(text, figure.end) in _ADDITIVE_BEHIND
    more = _ADDITIVE_AFTER.match(text, figure.end) if begins else None
    if more is None:
        return figure.end
    figure.additive = more[1]
    return more.end()


def read_item(
    text: str, figure: Figure, sentence: int, before: Sequence[Figure], following: Figure | None
) -> None:
    """Find what a bare number counts, and its category.

    `before` are the figures of the text so far, `following` is the next number. A unit that the number
    shares with one of them is filled in instead.
    """
    if text[figure.start - 2 : figure.start - 1] in MARKS and read_entry(text, figure):
        return
    position = read_additive_behind(text, figure)
    phrase = _phrase(text, figure, position)
    group = _group(text, figure)
    if phrase is not None and (group is None or phrase.category is not None):
        _count(text, figure, phrase, sentence, before)
        return
    if figure.additive in ("others", "other"):
        figure.item, figure.head, figure.phrase_end = figure.additive, "people", position
        figure.category = category_of_people(text, figure, "other_count", _end_of(before))
        _like_antecedent(figure, sentence, before)
        return
    if group is not None:
        figure.item, figure.head = group[1], group[1]
        alike = before[-1] if before and figure.start - before[-1].end <= _FARTHEST else None
        people = group[1] in _TEAMS or (alike is not None and alike.category == "personnel")
        figure.category = "personnel" if people else "other_count"
        return
    if following is not None and following.start >= figure.end:
        shared = _shared_phrase(text, figure, following)
        if shared is not None:
            _count(text, figure, shared, sentence, before)
            figure.phrase_end = figure.end
            _share_back(text, figure, before)
            return
        unit_from_next(text, figure, following)
        unit_from_conversion(text, figure, following, before)
    if figure.unit is None and before:
        _unit_before(text, figure, sentence, before)
    if figure.unit is not None:
        return
    figure.phrase_end = figure.end
    counted = counted_beside_noun(text, figure, sentence, before, following)
    counted = counted or counted_elsewhere(text, figure, sentence, before)
    if counted is not None:
        figure.item, figure.head = counted.item, counted.head
    elif before and (currency := currency_of_sum(text, figure, before)):
        figure.unit, figure.category, figure.rule = currency, "money", "shared unit"
        return
    figure.category = category_of_people(text, figure, counted.category if counted else None, _end_of(before))
    if before and are_part_of_lost(text, figure, before[-1]):
        figure.category = "casualties"


def _unit_before(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> None:
    """Give a bare number the unit of one before that it goes on from."""
    _polled(text, figure, sentence, before)
    if figure.unit is None:
        unit_from_last(text, figure, before[-1])
    if figure.unit is None:
        currency_from_last(text, figure, before)
    if figure.unit is None:
        measure_from_last(text, figure, before)


def _polled(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> None:
    """Let "16 said no" be percent behind "66 percent said yes"."""
    if figure.least >= _ALL or word_before(text, figure.start) == "of" or not does_opine(text, figure.end):
        return
    if any(
        one.category == "percent" and one.rule != "share" and one.start >= sentence for one in before[-_LAST:]
    ):
        figure.unit, figure.category, figure.rule = "percent", "percent", "shared unit"


def _is_of_percent(text: str, figure: Figure, before: Sequence[Figure]) -> bool:
    """Say whether points are of a percentage: "66 percent, up 3 points", not "1 percent or 15 points"."""
    last = before[-1] if before else None
    if last is None or last.category != "percent" or figure.least > _ALL:
        return False
    moved = bool(_MOVED.search(text, figure.start - _REACH, figure.start))
    near = figure.start - last.end <= (4 * _NEAR if moved else _NEAR)
    return near and word_before(text, figure.start) != "or"


def _is_of_poll(text: str, figure: Figure, phrase: Phrase) -> bool:
    """Say whether points are of a margin or of a percentage behind: "fell two points to 17 percent"."""
    margin = text.find("margin of error", max(0, figure.start - _NEAR), figure.start) >= 0
    return margin or (
        word_after(text, phrase.end) in ("to", "") and bool(_TO_PERCENT.match(text, phrase.end))
    )


def _group(text: str, figure: Figure) -> re.Match[str] | None:
    """Match "a force of", which says what is counted where the noun behind the number does not."""
    if word_before(text, figure.start) != "of":
        return None
    return _GROUP_OF.search(text, figure.start - _REACH, figure.start)


def _shared_phrase(text: str, figure: Figure, following: Figure) -> Phrase | None:
    """Read the noun of "30 or 40 tanks", "two-, four- and six-wheeled carts" for the first numbers."""
    if following.unit is not None or following.start - figure.end > _LONGEST_LIST:
        return None
    if not _LIST_LINK.match(text, figure.end, following.start):
        return None
    if figure.least > _UNLIKE * following.least > 0 and text[figure.end : figure.end + 1] == ",":
        return None  # "12,000, or four brigades"
    more = len(" more") if text.startswith(" more ", following.end) else 0  # "five or six more countries"
    return _phrase(text, following, following.end + more)


def _share_back(text: str, figure: Figure, before: Sequence[Figure]) -> None:
    """Give the noun to the numbers before in the list, too: "four-, five- and six-wheeled carts"."""
    last = figure
    for earlier in reversed(before):
        link = earlier.unit == "count" and _LIST_LINK.match(text, earlier.end, last.start)
        if not link or not earlier.phrase_end <= earlier.end:
            return
        earlier.item, earlier.head, earlier.category = figure.item, figure.head, figure.category
        last = earlier


def _phrase(text: str, figure: Figure, position: int) -> Phrase | None:
    single = figure.value == 1
    increase = _INCREASE.match(text, position) if "(" in text[position : position + 2] else None
    if increase:
        position = increase.end()
    if text[position : position + 1] in "-‑":
        return compound_after(text, position)
    mostly = _MOSTLY.match(text, position) if text.startswith(", ", position) else None
    if mostly:  # "30, mostly men,", "40, mainly Soviet-made, guns"
        counted = phrase_after(text, mostly.end())
        if counted is not None and counted.category is not None:
            return counted
        aside = _ASIDE.match(text, mostly.end())
        position = aside.end() if aside else position
    if text.startswith(_ENTRY, position):  # "• 14 — trips to Russia"
        return phrase_after(text, position + 2)
    if text[position + 1 : position + 2].isdecimal() and (calibre := _CALIBRE_AND.match(text, position)):
        shells = phrase_after(text, calibre.end())
        return shells and shells._replace(start=shells.end - len(shells.head))
    phrase, pronoun = phrase_of(text, position)
    if phrase is not None or pronoun:
        return phrase
    found = phrase_after(text, position, single=single)
    plain = found is None or not (single or is_plural(found.head) or is_mass(found.head))
    article = plain and text[figure.start - 2 : figure.start - 1] in _ENDS_OF_ARTICLES
    if article and _ARTICLE.search(text, figure.start - 5, figure.start):
        return attribute_after(text, position) or found  # "a 30 page report"
    return found


def _count(text: str, figure: Figure, phrase: Phrase, sentence: int, before: Sequence[Figure]) -> None:
    figure.item, figure.head, figure.phrase_end = text[phrase.start : phrase.end], phrase.head, phrase.end
    category = "equipment" if flies(text, figure, phrase) else phrase.category
    if figure.item == "rounds" and word_before(text, figure.start) == "in":
        category = None  # "were sent in two rounds"
    figure.category = category_of_people(text, figure, category, _end_of(before))
    if before and are_part_of_lost(text, figure, before[-1]):
        figure.category = "casualties"
    points = _POINTS_OF.match(text, figure.end) if text.startswith("point", figure.end + 1) else None
    if points:
        figure.unit, figure.category, figure.item = "percentage point", "percent", None
        figure.end = points.end(1)
    elif phrase.head == "points" and _is_of_percent(text, figure, before):
        figure.unit, figure.category, figure.item = "percentage point", "percent", before[-1].item
    elif phrase.head == "points" and _is_of_poll(text, figure, phrase):
        figure.unit, figure.category, figure.item = "percentage point", "percent", None
    elif phrase.head.lower() == "others":  # "thousands of others"
        _like_antecedent(figure, phrase.start, before)
    elif phrase.head.lower() in _GENERIC and figure.category == "other_count":
        named = in_brackets(text, figure, sentence) if text[figure.start - 1 : figure.start] == "(" else None
        if named:
            figure.item, figure.head = named.item, named.head
            figure.category = category_of_people(text, figure, named.category, _end_of(before))
        else:
            _of_the_kind_before(figure, before)


def _of_the_kind_before(figure: Figure, before: Sequence[Figure]) -> None:
    """Let "the first 24 units" of an order for howitzers be howitzers; "195 in total" may be of two kinds."""
    counts = [one for one in reversed(before[-_LAST:]) if one.unit == "count"]
    earlier = counts[0] if counts else None
    if earlier is None or earlier.category not in GOODS or figure.start - earlier.end > _FARTHEST:
        return
    figure.category = earlier.category
    alone = (figure.item or "").lower() in _GENERIC
    if alone and (len(counts) < 2 or counts[1].item == earlier.item or figure.least <= earlier.least):
        figure.item, figure.head = earlier.item, earlier.head


def _like_antecedent(figure: Figure, sentence: int, before: Sequence[Figure]) -> None:
    """Let "others" be what is counted before: in the sentence by name, farther off at least by its kind."""
    earlier = next((one for one in reversed(before[-_LAST:]) if one.unit == "count" and one.item), None)
    if earlier is None or figure.category == "casualties" or figure.start - earlier.end > _FARTHEST:
        return
    figure.category = "personnel" if earlier.category in PEOPLE else earlier.category
    if earlier.start >= sentence:
        figure.item = earlier.item


def _end_of(before: Sequence[Figure]) -> int:
    return max(before[-1].end, before[-1].phrase_end) if before else 0
