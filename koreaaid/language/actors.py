"""Countries under all their names: with people, capital and short forms."""

from __future__ import annotations

from functools import lru_cache

from koreaaid.language.lexicon import lexicon

_LEXICON = lexicon("actors")


def _country_names() -> dict[str, str]:
    names: dict[str, str] = {}
    for country, forms in _LEXICON["countries"].items():
        for form in (country, *(name for group in forms.values() for name in group)):
            names.setdefault(form, country)
    for country, forms in _LEXICON["ambiguous"].items():
        for form in forms:
            names.setdefault(form, country)
    return names


_COUNTRIES = _country_names()
_PEOPLE = frozenset(word for forms in _LEXICON["countries"].values() for word in forms.get("people", ()))
# Single words, and the last words of names of several ("North Korea"): enough to see a country go by.
_WORDS = frozenset(
    [name for name in _COUNTRIES if " " not in name]
    + ["Korea", "Korean", "Koreans", "Arabia", "Zealand", "Emirates", "Kingdom", "Africa", "Lanka"]
)


def is_country_word(word: str) -> bool:
    """Say whether a word, as written, names a country, its people or its capital ("Seoul", "Polish")."""
    return word in _WORDS


def country_of(name: str) -> str | None:
    """Return the country that `name` stands for as a whole, or None.

    Examples
    --------
    >>> country_of("Pyongyang"), country_of("the North"), country_of("South Koreans"), country_of("Hanwha")
    ('North Korea', 'North Korea', 'South Korea', None)
    """
    plain = " ".join(name.replace("’", "'").split())
    if plain.endswith("'s"):
        plain = plain[:-2]
    elif plain.endswith("s'"):
        plain = plain[:-1]
    return _COUNTRIES.get(plain) or (_COUNTRIES.get(plain[4:]) if plain[:4] in ("the ", "The ") else None)


def is_people_word(word: str) -> bool:
    """Say whether `word` is said of a country's people and things ("North Korean", "Poles")."""
    return word in _PEOPLE


@lru_cache(maxsize=4096)
def countries_in(name: str) -> tuple[str, ...]:
    """Return the countries that the words of `name` speak of, in order ("South Korea's Hanwha Defense").

    Examples
    --------
    >>> countries_in("soldiers from North Korea"), countries_in("Russia’s Kursk Oblast")
    (('North Korea',), ('Russia',))
    """
    words = " ".join(name.replace("’", "'").split()).replace("'s ", " ").removesuffix("'s").split(" ")
    found: list[str] = []
    at = 0
    while at < len(words) and at < 40:
        for length in (4, 3, 2, 1):
            form = " ".join(words[at : at + length]).strip(",()")
            country = _COUNTRIES.get(form) or _COUNTRIES.get(form.rstrip("."))
            if country:
                found.append(country)
                at += length - 1
                break
        at += 1
    return tuple(found)
