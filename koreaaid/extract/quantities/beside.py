"""What a bare count takes from the words beside it: an aside to a noun, a second list, "one of those"."""

from __future__ import annotations

from collections.abc import Sequence

from koreaaid.extract.quantities.figure import Figure
from koreaaid.extract.quantities.stated import Counted
from koreaaid.language.nearby import word_after, word_before
from koreaaid.language.nouns import category_of, is_plural
from koreaaid.language.patterns import late
from koreaaid.language.preceding import noun_ending

_AND = frozenset({" and ", ", and "})
_AND_NONE = late(r" and (?:none|zero|no)\b")
_THOSE = late(r"\s+of (those (?:(?:who|that) [a-z]+|present|[a-z]{3,}ed)\b)")
_OFFSPRING = {"father": "children", "mother": "children", "grandfather": "grandchildren"}
_OFFSPRING |= {"dad": "children", "mum": "children", "parents": "children", "grandmother": "grandchildren"}
_PARENT = late(rf"\b({'|'.join(_OFFSPRING)}) of \Z")
_PLACED = frozenset({"abroad", "aboard", "overseas", "inside", "outside", "altogether"})
_NEAR = 80


def counted_beside_noun(
    text: str, figure: Figure, sentence: int, before: Sequence[Figure], following: Figure | None
) -> Counted | None:
    """Find what is counted by the grammar of the words right beside a number."""
    joint = word_before(text, figure.start)
    if joint == "of":
        return _children(text, figure)
    if word_after(text, figure.end) == "of":
        return _those(text, figure) or _of_second_list(text, figure, before, following)
    if joint.endswith(","):
        found = _aside(text, figure, sentence)
        if found:
            return found
    return _of_second_list(text, figure, before, following)


def _children(text: str, figure: Figure) -> Counted | None:
    """Read "a father of two"."""
    parent = _PARENT.search(text, figure.start - 20, figure.start)
    return Counted(_OFFSPRING[parent[1]], "children", "other_count") if parent else None


def _those(text: str, figure: Figure) -> Counted | None:
    """Read "one of those who attended", "three of those named"."""
    those = _THOSE.match(text, figure.end)
    return Counted(those[1], "those", None) if those else None


def _aside(text: str, figure: Figure, sentence: int) -> Counted | None:
    """Read "The workers, some 3,000 abroad and 1,000 at home, earn"."""
    if word_after(text, figure.end) not in _PLACED:
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
    if last.phrase_end <= last.end and len(before) > 2 and text[last.end : figure.start] in _AND:
        first, second = before[-3], before[-2]
        return _as_listed(second) if last.item == first.item and _are_listed(text, first, second) else None
    goes_on = following is not None and text[figure.end : following.start] in _AND
    if (goes_on or _AND_NONE.match(text, figure.end)) and _are_listed(text, before[-2], last):
        return _as_listed(before[-2])
    return None


def _are_listed(text: str, first: Figure, second: Figure) -> bool:
    """Say whether two counts, each with its own noun, are joined by "and"."""
    own = first.phrase_end > first.end and second.phrase_end > second.end and first.item != second.item
    return own and first.unit == second.unit == "count" and text[first.phrase_end : second.start] in _AND


def _as_listed(figure: Figure) -> Counted:
    return Counted(figure.item, figure.head, figure.category)
