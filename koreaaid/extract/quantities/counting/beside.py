"""What a bare count takes from the words beside it: an aside to a noun, a second list, "one of those"."""

from __future__ import annotations

from collections.abc import Sequence

from koreaaid.extract.quantities.counting.stated import Counted
from koreaaid.extract.quantities.figure import Figure
from koreaaid.language.nearby import word_after, word_before
from koreaaid.language.nouns import GOODS, category_of, is_plural
from koreaaid.language.patterns import late
from koreaaid.language.phrase_words import designation_category
from koreaaid.language.preceding import noun_ending
from koreaaid.language.verb_arguments import subject_before

_DESIGNATION = late(r"[A-Z]{1,4}-?\d\w*")
_AND = frozenset({" and ", ", and "})
_AND_NONE = (" and none", " and zero", " and no ")
_THOSE = late(r"\s+of (those (?:(?:who|that) [a-z]+|present|[a-z]{3,}ed)\b)")
_OFFSPRING = {"father": "children", "mother": "children", "grandfather": "grandchildren"}
_OFFSPRING |= {"dad": "children", "mum": "children", "parents": "children", "grandmother": "grandchildren"}
_PLACED = frozenset({"abroad", "aboard", "overseas", "inside", "outside", "altogether"})
_IN_ALL = (" in all,", " in total,")
_ARE = frozenset({"are", "only", "some", "were"})
_OF_WHOM = late(r", of (?:which|whom) there (?:are|were) (?:only |some )?\Z")
_NEAR = 80
_ARTICLE_LIKE = 1  # "one strong opponent"
_REACH = 20


def counted_beside_noun(
    text: str, figure: Figure, sentence: int, before: Sequence[Figure], following: Figure | None
) -> Counted | None:
    """Find what is counted by the grammar of the words right beside a number."""
    joint = word_before(text, figure.start)
    if figure.least > _ARTICLE_LIKE and word_after(text, figure.end) == "strong":
        return _strong(text, figure, sentence)
    if text[figure.start - 1 : figure.start] == "(":
        return in_brackets(text, figure, sentence)
    if joint == "of":
        return _children(text, figure)
    if word_after(text, figure.end) == "of":
        return _those(text, figure) or _of_second_list(text, figure, before, following)
    if joint.endswith(","):
        found = _aside(text, figure, sentence)
        if found:
            return found
    there = (
        _OF_WHOM.search(text, max(sentence, figure.start - _NEAR), figure.start) if joint in _ARE else None
    )
    if there:  # "Residents, of whom there are 1,300, were"
        noun = noun_ending(text, there.start(), max(sentence, there.start() - _NEAR))
        return Counted(text[noun.start : noun.end], noun.head, category_of(noun.head)) if noun else None
    return _of_second_list(text, figure, before, following)


def in_brackets(text: str, figure: Figure, sentence: int) -> Counted | None:
    """Read what stands before "K9 howitzers (212)", "the K2 (180 units)"."""
    begin, end = max(sentence, figure.start - _NEAR), figure.start - 2
    name = word_before(text, figure.start - 1)
    if _DESIGNATION.fullmatch(name):
        return Counted(name, name, designation_category(name))
    found = noun_ending(text, end, begin) if text[end : end + 1] == " " else None
    if found is None or category_of(found.head) not in GOODS:
        return None
    return Counted(text[found.start : found.end], found.head, category_of(found.head))


def _children(text: str, figure: Figure) -> Counted | None:
    """Read "a father of two"."""
    words = text[max(0, figure.start - _REACH) : figure.start].split()
    offspring = _OFFSPRING.get(words[-2]) if len(words) > 1 else None
    return Counted(offspring, offspring, "other_count") if offspring else None


def _those(text: str, figure: Figure) -> Counted | None:
    """Read "one of those who attended", "three of those named"."""
    those = _THOSE.match(text, figure.end) if text.startswith(" of those ", figure.end) else None
    return Counted(those[1], "those", None) if those else None


def _strong(text: str, figure: Figure, sentence: int) -> Counted | None:
    """Read "The contingent, about 1,500-strong, sailed", "The corps is 12,000 strong"."""
    begin = max(sentence, figure.start - _NEAR)
    aside = text[figure.start - 2 : figure.start] == ", "
    found = noun_ending(text, figure.start - 2, begin) if aside else subject_before(text, figure.start, begin)
    if found is None:
        return None
    category = category_of(found.head)
    return Counted(text[found.start : found.end], found.head, category if category in GOODS else "personnel")


def _aside(text: str, figure: Figure, sentence: int) -> Counted | None:
    """Read "The workers, some 3,000 abroad and 1,000 at home, earn", "American firms, 39 in all, took"."""
    if word_after(text, figure.end) not in _PLACED and not text.startswith(_IN_ALL, figure.end):
        return None
    comma = figure.start - 2
    found = noun_ending(text, comma, max(sentence, comma - _NEAR)) if text[comma] == "," else None
    if found is None or not is_plural(found.head):
        return None
    return Counted(text[found.start : found.end], found.head, category_of(found.head))


def _of_second_list(
    text: str, figure: Figure, before: Sequence[Figure], following: Figure | None
) -> Counted | None:
    """Read "24 guns and 19 launchers, against six and two": the numbers go with the things in their order."""
    if len(before) < 2:
        return None
    last = before[-1]
    if word_before(text, figure.start) == "and":
        first, second = before[-3:-1] if len(before) > 2 else (last, last)
        alike = last.phrase_end <= last.end and last.item == first.item
        joined = alike and text[last.end : figure.start] in _AND and _are_listed(text, first, second)
        return _as_listed(second) if joined else None
    if word_after(text, figure.end) != "and":
        return None
    goes_on = following is not None and text[figure.end : following.start] in _AND
    if (goes_on or text.startswith(_AND_NONE, figure.end)) and _are_listed(text, before[-2], last):
        return _as_listed(before[-2])
    return None


def _are_listed(text: str, first: Figure, second: Figure) -> bool:
    """Say whether two counts, each with its own noun, are joined by "and"."""
    own = first.phrase_end > first.end and second.phrase_end > second.end and first.item != second.item
    return own and first.unit == second.unit == "count" and text[first.phrase_end : second.start] in _AND


def _as_listed(figure: Figure) -> Counted:
    return Counted(figure.item, figure.head, figure.category)
