"""Whose age a figure is: "Ri Chol, 26", "Olga P., a 34-year-old engineer"."""

from __future__ import annotations

from collections.abc import Sequence

from koreaaid.extract.quantities.figure import Figure
from koreaaid.language.actors import is_country_word
from koreaaid.language.nearby import word_before
from koreaaid.language.nouns import PEOPLE
from koreaaid.language.patterns import late
from koreaaid.language.preceding import thing_before

_FARTHEST = 120
_ALSO = late(r",? (?:and |or )?\Z")
_NOBODY = frozenset(
    {"he", "she", "him", "her", "they", "them", "who", "whom", "one", "ages", "age", "aged"}
    | {"one of them", "other", "others", "first", "second", "latter", "former"}
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
    if found and found[1].lower() not in _NOBODY:
        return found[1]
    someone = thing_before(text, figure.start, max(sentence, figure.start - _FARTHEST), PEOPLE)
    return text[someone.start : someone.end] if someone else None
