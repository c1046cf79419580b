"""The people and goods that are named before a number that has no noun of its own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from koreaaid.extract.quantities.counting.casualties import names_people
from koreaaid.extract.quantities.counting.stated import Counted
from koreaaid.extract.quantities.figure import Figure
from koreaaid.extract.quantities.numbers.antecedents import is_whole
from koreaaid.extract.quantities.pronouns import last_sentence
from koreaaid.language.actors import is_country_word, is_people_word
from koreaaid.language.lexicon import lexicon
from koreaaid.language.nearby import word_after, word_before
from koreaaid.language.nouns import COUNTED, GOODS, MEN, category_of, is_plural
from koreaaid.language.patterns import late
from koreaaid.language.phrase_words import STOPS
from koreaaid.language.phrases import phrase_after
from koreaaid.language.preceding import HEARERS, is_paid_for, thing_before

PUT = late(
    r"\b(?:puts?|putting|estimat(?:ed?|es|ing)) (?:it|(?:the|this|their) (?:figure|number|total|toll)) at \Z"
)
_PUT_THOSE = late(r"\b(?:puts?|putting|estimates?) (those who [a-z]+)[^.;:]*? at \Z")
_COUNTING = frozenset(lexicon("reporting")["counting"])
_WORD = late(r"[A-Za-z][\w-]*+(?!['’]s)")
_ORDINALS = frozenset({"first", "second", "third", "fourth", "last", "latest", "next"})
_BEFORE_COMING = frozenset({"are", "arrived", "came", "had", "have", "were", "will"})
_DEFINITE = frozenset({"The", "the", "those", "these"})
_BOUGHT_BY_TENS = frozenset({"equipment"})
_MANY = 1000
_GOVERNING = frozenset({"by", "for", "of", "with"})
_MOST_BETWEEN = 8
_MOST_NAMED = 5_000_000  # nobody has more soldiers or vehicles: "Staff 405.9 mln" is money
_NEAR = 120
_OPENING = 600


def goods_named(text: str, begin: int, end: int, kinds: frozenset[str]) -> Counted | None:
    """Find the goods named last: "the first battery is due; they turn out three a year"."""
    found = thing_before(text, end, begin, kinds)
    if found is None:
        return None
    item = text[found.start : found.end]
    first, _, rest = item.partition(" ")
    return Counted(rest if first in _ORDINALS else item, found.head, found.category)


def goods_bought(text: str, figure: Figure, sentence: int) -> Counted | None:
    """Find the goods of the sentence before: "The shells are old. We want to deliver 1.5 million"."""
    begin, end = max(0, sentence - 2 * _NEAR), sentence
    kinds = GOODS if figure.least >= _MANY else _BOUGHT_BY_TENS
    while (found := goods_named(text, begin, end, kinds)) and not is_plural(found.head):
        end = text.rfind(found.head, begin, end)  # "The jets are half the price of an F-35. Oslo ordered 18"
    return found or goods_named(text, max(begin, last_sentence(text, sentence)), sentence, kinds)


def people_so_far(text: str, figure: Figure, before: Sequence[Figure]) -> Counted:
    """Return the people counted or named last: "1,000 were wounded, out of 11,000 deployed"."""
    for last in reversed(before):
        if last.item and names_people(last) and category_of(last.head) != "casualties":
            return Counted(last.item, last.head, "personnel")
    named = thing_before(text, figure.start, max(0, figure.start - _OPENING), MEN)
    acts = named is not None and len(text[named.end : figure.start].split()) == 1  # "Rescuers pulled nine"
    head = named.head if named and is_plural(named.head) and not acts else None
    return Counted(head, head or "", "personnel")


def opening_noun(text: str, figure: Figure, sentence: int, earlier: Figure | None) -> Counted | None:
    """Find what the sentence before speaks of: "Workers are the other source. Some 8,000 were sent"."""
    put = word_before(text, figure.start) == "at" and PUT.search(text, figure.start - _NEAR, figure.start)
    if put:  # "took only a few prisoners. An officer put the number at six"
        begin = max(earlier.phrase_end, earlier.end, sentence - _NEAR) if earlier else sentence - _NEAR
        return _last_counted(text, max(0, begin), sentence)
    if earlier is None or figure.start > sentence + 1 or word_after(text, figure.end) == "of":
        return None
    return _last_counted(text, max(earlier.phrase_end, earlier.end, sentence - _NEAR), sentence)


def _last_counted(text: str, begin: int, sentence: int) -> Counted | None:
    for before, word in reversed(list(pairwise(["", *_WORD.findall(text, begin, sentence)]))):
        if word[0].isupper() and is_people_word(people := f"{before} {word}"):
            return Counted(people, word, "personnel")
        category = _category_of_many(word)
        if category == "personnel" and _is_of_name(before, word):
            continue
        if category in COUNTED and before not in _GOVERNING:  # "40 trucks with shells crossed. Six were hit"
            return Counted(word, word, category)
    return None


def _is_of_name(before: str, word: str) -> bool:
    """Say whether a word within a sentence is part of a name: "the Ministry of Veterans Affairs"."""
    return bool(before) and word[0].isupper() and not is_country_word(word)


def nearest_noun(text: str, figure: Figure, sentence: int) -> Counted | None:
    """Find the last people or things named before in the sentence: "lost men: Russia 12,000"."""
    if not is_whole(figure):
        return None
    behind = ""
    words = ["", *_WORD.findall(text, max(sentence, figure.start - _NEAR), figure.start)]
    for before, word in reversed(list(pairwise(words))):
        if word[0].isupper() and is_people_word(people := f"{before} {word}"):
            return Counted(people, word, "personnel")
        category = _category_of_many(word)
        if category == "personnel" and _is_of_name(before, word):
            continue
        if category in MEN and word == words[-2] and words[-1] in _COUNTING:
            return None  # "Observers tallied 120"
        compound, behind = is_plural(behind) and behind not in STOPS, word  # "arms supplies"
        if category in COUNTED and not compound:
            few = figure.least < _MOST_NAMED or category == "munitions"
            return Counted(word, word, category) if few else None
    return None


def paid_before(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> Counted | None:
    """Read "We borrowed 3 billion won for new presses. Two are in": what the sum before is for."""
    last = before[-1] if before else None
    if last is None or last.category != "money" or figure.start > sentence + 1 or not last.item:
        return None
    head = last.item.rsplit(None, 1)[-1]
    near = sentence - last.end < _NEAR and word_after(text, figure.end) in _BEFORE_COMING
    if not near or not is_plural(head) or is_paid_for(head):
        return None
    return Counted(last.item, head, category_of(head))


def same_number(text: str, figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """Return the count that "the six" takes up: "six launchers … three types of missiles. The six come"."""
    if word_before(text, figure.start) not in _DEFINITE or text[figure.end + 1 : figure.end + 2].isupper():
        return None
    anyone = figure.least <= 2 and not text.endswith(" of the ", 0, figure.start)  # unless two men were named
    farthest = 2 * _MOST_BETWEEN if anyone else _MOST_BETWEEN
    alike = (one for one in reversed(before[-farthest:]) if one.value == figure.value)
    kinds = MEN if anyone else None
    found = next(
        (o for o in alike if o.unit == "count" and o.item and (not kinds or o.category in kinds)), None
    )
    return found if found and found.end < figure.start else None


def put_at_number(text: str, figure: Figure, sentence: int) -> Counted | None:
    """Read who are put at a number: "He puts those who help at the plant at 12,000"."""
    if word_before(text, figure.start) != "at" or text.find(" those who ", sentence, figure.start) < 0:
        return None
    those = _PUT_THOSE.search(text, max(sentence, figure.start - 2 * _NEAR), figure.start)
    return Counted(those[1], "those", "personnel") if those else None


def asked_for(text: str, figure: Figure) -> Counted | None:
    """Read what a question asks for: "How many F-16s have come? Norway has promised 22"."""
    at = text.rfind("ow many ", max(0, figure.start - 2 * _NEAR), figure.start)
    phrase = (
        phrase_after(text, at + len("ow many")) if at > 0 and text.find("?", at, figure.start) > 0 else None
    )
    if phrase is None or (phrase.category is None and not is_country_word(phrase.head)):
        return None
    return Counted(text[phrase.start : phrase.end], phrase.head, phrase.category or "personnel")


@lru_cache(maxsize=4096)
def _category_of_many(word: str) -> str | None:
    if not is_plural(word) or word.lower() in HEARERS:
        return None
    return "personnel" if is_people_word(word) else category_of(word)  # "North Koreans"
