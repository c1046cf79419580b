"""Currencies whose word or sign several countries share: which of them a text means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from koreaaid.language.lexicon import alternatives, lexicon
from koreaaid.language.patterns import late

_WORDS = lexicon("currencies")
_COUNTRIES = lexicon("actors")["countries"]
_CODES: dict[str, dict[str, str]] = {
    word: group["countries"] for group in _WORDS["shared"] for word in group["words"]
}
_SHARED = {form: word for word in _CODES for form in (word, f"{word}s")}
_LONGEST_PEOPLE = 24
_LONGEST_SENTENCE = 400
_ALL_DOLLARS: dict[str, str] = _WORDS["all_dollars"]
_ALL = late(
    r"\b(?:figures?|amounts?|prices?|values?|sums?|costs?|currency|dollars?)\b[^.;\n]{0,48}?\b(?:are|is|in|as)\b"
    rf"[^.;\n]{{0,16}}?\b({alternatives(_ALL_DOLLARS)}) (?:dollars?|funds|currency)\b"
    rf"|\((?:in|all in) ({alternatives(_ALL_DOLLARS)}) dollars\)",
    re.IGNORECASE,
)


def is_shared(name: str) -> bool:
    """Say whether several countries have this word or sign for their money ("pesos")."""
    return name in _SHARED


def meant_by(name: str, text: str, at: int) -> str | None:
    """Return the currency that a shared word or sign means at a place, None where the text leaves it open.

    A text that writes one of the currencies out ("Norwegian kroner", "NOK") means that one; else the text
    names one of the countries that share the word, or the sentence does.

    >>> meant_by("pesos", "Manila will pay 35 billion pesos.", 16), meant_by("pesos", "It cost 20 pesos.", 8)
    ('PHP', None)
    """
    word = _SHARED[name]
    found = _meant_by(word, text)
    return next(iter(found)) if len(found) == 1 else _named_before(word, text, at) if found else None


@lru_cache(maxsize=16)
def _meant_by(word: str, text: str) -> frozenset[str]:
    return frozenset(_written(word, text)) or frozenset(_named(word, text))


def _named_before(word: str, text: str, at: int) -> str | None:
    """Return the currency of the one country that a sentence names before a sum."""
    begin = max(0, at - _LONGEST_SENTENCE)
    begin = max(begin, text.rfind(". ", begin, at) + 1, text.rfind("\n", begin, at) + 1)
    places = ((text.rfind(form, begin, at), form, code) for form, code in _names(word))
    named = {code for place, form, code in places if place >= 0 and _stands(text, place, form)}
    return named.pop() if len(named) == 1 else None


def _written(word: str, text: str) -> Iterator[str]:
    """Give the currencies that share `word` and are written out: "Norwegian kroner", "NOK"."""
    codes = _CODES[word]
    for form in _words_beside(word):
        for at in _places(text, form):
            before = text[max(0, at - _LONGEST_PEOPLE) : at].rstrip()
            yield from (code for people, code in _people(word) if before.endswith(people))
    yield from (
        code for code in {*codes.values()} if any(_stands(text, at, code) for at in _places(text, code))
    )


def _named(word: str, text: str) -> Iterator[str]:
    """Give the currencies of the countries that share `word` and are named."""
    for form, code in _names(word):
        if any(_stands(text, at, form) and not text.endswith("New ", 0, at) for at in _places(text, form)):
            yield code


def _places(text: str, form: str) -> Iterator[int]:
    # Finding each of a hundred names is faster than one pattern of all.
    at = text.find(form)
    while at >= 0:
        yield at
        at = text.find(form, at + len(form))


def _stands(text: str, at: int, form: str) -> bool:
    """Say whether `form` is a word of its own at its place."""
    around = text[at - 1 : at] + text[at + len(form) : at + len(form) + 1]
    return not any(character.isalpha() for character in around)


@cache
def _words_beside(word: str) -> list[str]:
    return [
        form
        for form, codes in _CODES.items()
        if codes is _CODES[word] and form[0].isalpha() and form.islower()
    ]


@cache
def _people(word: str) -> list[tuple[str, str]]:
    """Return what stands before the money of each country, with its currency."""
    return [
        (form, code)
        for country, code in _CODES[word].items()
        for form in (country, *_COUNTRIES[country].get("people", ()))
    ]


@cache
def _names(word: str) -> list[tuple[str, str]]:
    """Return the names of all countries that share `word`, with the currency of each."""
    return [
        (form, code)
        for country, code in _CODES[word].items()
        for form in (country, *(one for group in _COUNTRIES[country].values() for one in group))
    ]


@lru_cache(maxsize=4)
def dollars_of(text: str) -> str:
    """Return whose dollars a bare "$" means: those of the United States, but where the text says otherwise.

    Neither an Australian page nor an "A$" beside says so: who writes "A$5 billion ($3.3 billion)" means
    American dollars by the bare sign. "All figures in Australian dollars" does.
    """
    if not any(f"{whose} " in text for whose in _ALL_DOLLARS):
        return "USD"
    said = {(found[1] or found[2]).lower() for found in _ALL.finditer(text)}
    return next((code for whose, code in _ALL_DOLLARS.items() if said == {whose.lower()}), "USD")
