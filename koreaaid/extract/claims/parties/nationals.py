"""The country of people counted: "North Korean troops", "about 600 North Koreans"."""

from __future__ import annotations

from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language.actors import country_of, is_people_word


def own_country(item: str | None) -> str | None:
    """Return the country of "North Korean troops"; "soldiers from North Korea" may be anybody's plan."""
    return _people_at(item.split(), 0) if item else None


def country_after(sentence: Tagged, word: int) -> str | None:
    """Return the country of the adjective in or after a figure: "about 600 North Koreans"."""
    at = word + 1
    while sentence.tags[at : at + 1] == "j":
        at += 1
    found = _people_at(sentence.words, at)
    if found:
        return found
    surface = sentence.words[word].split()
    return next((country for first in range(len(surface)) if (country := _people_at(surface, first))), None)


def _people_at(words: list[str], at: int) -> str | None:
    for length in (2, 1):
        name = " ".join(words[at : at + length])
        if is_people_word(name):
            return country_of(name)
    return None
