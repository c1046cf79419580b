"""Which bare numbers are ages, and whose age a figure is: "Ri Chol, 26", "Olga P., a 34-year-old"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from koreaaid.extract.quantities.figure import Figure
from koreaaid.language.actors import is_country_word
from koreaaid.language.nearby import word_before
from koreaaid.language.nouns import PEOPLE, category_of, is_plural
from koreaaid.language.numerals import Numeral
from koreaaid.language.patterns import late
from koreaaid.language.phrases import phrase_after
from koreaaid.language.preceding import noun_ending, thing_before

_FARTHEST = 120
_ALSO = late(r",? (?:and |or )?\Z")
_NOBODY = frozenset(
    {"he", "she", "him", "her", "they", "them", "who", "whom", "one", "ages", "age", "aged"}
    | {"among", "one of them", "other", "others", "first", "second", "latter", "former"}
    | {"as", "at", "than", "under", "over", "above", "below"}
    | {"just", "only", "still", "now", "turned", "are", "were", "is", "was", "be"}
)
_NAMED = late(
    r"(?<!\b[Ii]n )(?<!\b[Aa]t )(?<!\b[Nn]ear )(?<!\b[Oo]n )(?<!\b[Ff]rom )\b"
    r"((?:[A-Z][\w.’'-]*\s){0,3}[A-Z][\w.’'-]*), an? \Z"
)
_SOMEONE = late(
    r"([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}|(?:[a-z-]+ of )?[a-z][a-z-]+)"
    r",?(?: of)? (?:(?:both|all|each|who (?:is|was)|is|was) )?"
    r"(?:aged? |(?:some |many )?as (?:young|old) as )?\Z"
)

_AGED = late(
    r"\b(?:aged?|age of|ages)[ \u00a0](?:above |below |between |from |over |under )?\Z", re.IGNORECASE
)
_AGE_APPOSITION = late(
    r"(?:[A-Z][\w.’'-]+|\b(?:other|man|woman|boy|girl|soldier|second|first|latter|suspects?|driver|student"
    r"|teacher|officer|victim|father|mother|son|daughter|brother|sister|wife|husband|worker"
    r"|(?:father|mother) of \w+)),[ \u00a0]\Z"
)
_AGED_WORDS = frozenset({"age", "aged", "ages", "of", "between", "from"})
_AGE_BEHIND = late(r",(?=[ \u00a0][A-Za-z])|[.;)]")
_WAS = late(
    r"\b(?:[Hh]e|[Ss]he|who|I|[Tt]he (?:other|youngest|oldest|younger|older|elder)(?: of(?: [a-z]+){1,3})?)"
    r" (?:was|is|turned|turns|will be)(?: about| only| just| now)? \Z"
)
_CHILD_OF = late(
    r"\b[Aa] (?:[a-z]+ )?(?:baby|boy|child|girl|man|teenager|toddler|woman"
    r"|soldier|sniper|gunner|driver|farmer|worker|engineer|officer|teacher|prisoner|volunteer) of \Z"
)
_TURNED = late(r"[A-Z][\w’'-]+ (?:turned|turns|will turn|has turned) \Z")
_TURNED_BEHIND = late(r"[.,;]|\s(?:in|on|this|last|next|the|and|but|when)\b")
_NAMED_WAS = late(r"[A-Z][\w’'-]+ (?:was|is|turned)(?: only| just)? \Z")  # "Kamala was 12 when"
_WHEN = late(r" (?:in \d{4} )?when\b")
_NOW = late(r"\b(?:Now|At) \Z")
_NOW_BEHIND = late(r", (?:he|she)\b")
_WAS_WORDS = frozenset({"was", "is", "turn", "turned", "turns", "be", "about", "only", "just", "now"})
_WAS_BEHIND = late(r"[.,;]|\s(?:when|at|by|and|in|on|or|but)\b")
_NAMED_AGE = late(r"[A-Z][a-z]+ [A-Z][a-z]+ \Z")
_HE = late(r" (?:who|has|had|is|was|said|says|told)\b")
_AGE_NOUN = late(
    r"\b(?:life expectancy|(?:average|median|mean|retirement|minimum|pension) age)\b[^.;,\d]{0,48}?"
    r"\b(?:is|was|of|at|to|from|reached|hit|be)(?: about| around| nearly| almost| only| just| over)? \Z",
    re.IGNORECASE,
)
_AGE_GROUP = late(
    r"\b(?:children|kids|girls|boys|men|women|people|those|anyone|adults|patients|citizens|residents|employees"
    r"|captives|conscripts|males|prisoners|pupils|recruits|soldiers|students|volunteers|workers)"
    r" (?:who (?:are|were) |aged )?(?:under|over|below|above|older than|younger than) \Z"
    r"|\b(?:dead|killed|prisoners|soldiers|them|victims|wounded) (?:are|were) (?:under|over|below|above) \Z"
    r"|\bas (?:young|old) as \Z",
    re.IGNORECASE,
)
_AGE_BOUNDS = frozenset({"under", "over", "below", "above", "than", "as"})
# What stands before an age, but for names and commas.
_BEFORE_AGES = _AGED_WORDS | _WAS_WORDS | _AGE_BOUNDS
_BEFORE_AGES |= {"at", "to", "reached", "hit", "around", "nearly", "almost"}
_OLDEST = 120


def is_age(text: str, numeral: Numeral, before: str) -> bool:
    """Say whether a number is an age by its place: "aged 21", "Kim Min-su, 44, said"; `before` is a word."""
    start, end = numeral.start, numeral.end
    word = before.lower().lstrip("(")
    if word == "of" and _CHILD_OF.search(text, start - 24, start):  # "a boy of four"
        return phrase_after(text, end) is None and 0 < (numeral.value or 0) < _OLDEST
    if numeral.form == "words":  # "a child aged six"
        return word == "aged" or (word == "as" and _is_of_group(text, numeral, word))
    if word not in _BEFORE_AGES and (end - start != 2 or (word[-1:] != "," and not before[:1].isupper())):
        return False
    if numeral.form != "digits" or numeral.value is None or not 0 < numeral.value < _OLDEST:
        return False
    if (word in _AGED_WORDS or word in _AGE_BOUNDS) and _AGED.search(text, start - 16, start):
        return True
    if _is_of_group(text, numeral, word):
        return True
    if word in _WAS_WORDS and _WAS.search(text, start - 48, start) and _WAS_BEHIND.match(text, end):
        return True
    return end - start == 2 and (_is_told(text, start, end, before) or _is_aside(text, start, end, word))


def _is_told(text: str, start: int, end: int, before: str) -> bool:
    """Read "Nowak turned 60 in May", "At 84, he works", "Nowak was 12 when", "Now 45, he"."""
    word = before.lower()
    if word in ("at", "now") and _NOW.search(text, start - 4, start) and _NOW_BEHIND.match(text, end):
        return True
    if word == "at" and text.endswith("died at ", 0, start):
        return bool(_WAS_BEHIND.match(text, end))
    if word in _WAS_WORDS:
        if _WHEN.match(text, end) and _NAMED_WAS.search(text, start - 40, start):
            return True
        return bool(_TURNED_BEHIND.match(text, end) and _TURNED.search(text, start - 40, start))
    return bool(before[:1].isupper() and _HE.match(text, end) and _NAMED_AGE.search(text, start - 32, start))


def _is_aside(text: str, start: int, end: int, word: str) -> bool:
    """Read "Kim Min-su, 44, said", "The captain, 43, was freed"."""
    if word[-1:] != "," or not _AGE_BEHIND.match(text, end):
        return False
    if text[end] == "," and category_of(word[:-1]) == "personnel" and not is_plural(word[:-1]):
        return True
    return bool(_AGE_APPOSITION.search(text, start - 24, start))


def _is_of_group(text: str, numeral: Numeral, word: str) -> bool:
    """Read "the average age of its farmers is 68", "children under 5"."""
    near = text[max(0, numeral.start - 80) : numeral.start]
    group = _AGE_GROUP.search(near) if word in _AGE_BOUNDS else None
    if group is None and ("age" in near or "xpectancy" in near):
        group = _AGE_NOUN.search(near)
    if group is None:
        return False
    counted = phrase_after(text, numeral.end)
    return counted is None or not is_plural(counted.head)


def read_named(text: str, figure: Figure, sentence: int) -> str | None:
    """Read the name that an age describes: "says Olga P., a 34-year-old engineer", not "In Kyiv, a …"."""
    if word_before(text, figure.start) not in ("a", "an"):
        return None
    named = _NAMED.search(text, max(sentence, figure.start - 64), figure.start)
    return named[1] if named and named[1] != "One" and not is_country_word(named[1]) else None


def read_aged(text: str, figure: Figure, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read whose age it is: "Ri Chol, 26", "two prisoners, aged 20 and 26"."""
    last = before[-1] if before else None
    if last is not None and last.category == "age" and _ALSO.match(text, last.end, figure.start):
        return last.item
    found = _SOMEONE.search(text, max(sentence, figure.start - 64), figure.start)
    if found and text.endswith(" from ", 0, found.start()) and found[1][0].isupper():
        home = noun_ending(text, found.start() - len(" from"), sentence)  # "two brothers from Oslo, aged 24"
        return text[home.start : home.end] if home else None
    if found and found[1].lower() not in _NOBODY:
        return found[1]
    someone = thing_before(text, figure.start, max(sentence, figure.start - _FARTHEST), PEOPLE)
    return text[someone.start : someone.end] if someone else None
