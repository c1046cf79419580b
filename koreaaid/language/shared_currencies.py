"""Currencies whose word or sign several countries share: which of them a text means."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from koreaaid.language.actors import country_of
from koreaaid.language.lexicon import alternatives, lexicon
from koreaaid.language.patterns import late

_WORDS = lexicon("currencies")
_COUNTRIES = lexicon("actors")["countries"]
_CODES: dict[str, dict[str, str]] = {
    word: group["countries"] for group in _WORDS["shared"] for word in group["words"]
}
_SHARED = {form: word for word in _CODES for form in (word, f"{word}s")}
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


def meant_by(name: str, text: str) -> str | None:
    """Return the currency that a shared word or sign means in a text, None where the text leaves it open.

    A text that writes one of the currencies out ("Norwegian kroner", "NOK") means that one; else the text
    names one of the countries that share the word.

    >>> meant_by("pesos", "Manila will pay 35 billion pesos."), meant_by("pesos", "It cost 20 pesos.")
    ('PHP', None)
    """
    return _meant_by(_SHARED[name], text)


@lru_cache(maxsize=16)
def _meant_by(word: str, text: str) -> str | None:
    codes = _CODES[word]
    written = {
        codes[country_of(found[1]) or ""] if found[1] else found[2] for found in _written(word).finditer(text)
    }
    if not written:
        written = {codes[country_of(found.group()) or ""] for found in _named(word).finditer(text)}
    return written.pop() if len(written) == 1 else None


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


@cache
def _named(word: str) -> re.Pattern[str]:
    """Return a pattern of the countries that share `word`, under all their names."""
    forms = (
        form
        for country in _CODES[word]
        for form in (country, *(one for group in _COUNTRIES[country].values() for one in group))
    )
    return late(rf"(?<!New )(?<![\w-])(?:{alternatives(forms)})(?!\w)")


@cache
def _written(word: str) -> re.Pattern[str]:
    """Return a pattern of the currencies that share `word`, written out: "Norwegian kroner", "NOK"."""
    codes = _CODES[word]
    people = (form for country in codes for form in (country, *_COUNTRIES[country].get("people", ())))
    words = [form for form, shared in _SHARED.items() if _CODES[shared] is codes and form[0].islower()]
    return late(
        rf"(?<!\w)({alternatives(people)}) (?:{alternatives(words)})(?!\w)"
        rf"|(?<![A-Za-z])({alternatives(codes.values())})(?![A-Za-z])"
    )
