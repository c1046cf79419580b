"""Whether "he" or "she" may mean a person, as the given name tells."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from koreaaid.language.lexicon import lexicon

_NAMES = lexicon("given_names")
_MALE, _FEMALE = frozenset(_NAMES["male"]), frozenset(_NAMES["female"])
_SURNAMES = tuple(_NAMES["surnames"])
_SHORTEST = 4  # letters; "Na Kyung-won" and "Ma Ying-jeou" have their family name first


def is_given(word: str) -> bool:
    """Say whether a word is known to be a given name.

    Examples
    --------
    >>> is_given("Volodymyr"), is_given("Kyiv")
    (True, False)
    """
    return word.lower() in _MALE or word.lower() in _FEMALE


@lru_cache(maxsize=1024)
def pronoun_of(name: str) -> Literal["he", "she"] | None:
    """Return the pronoun of the person with a full name; None where the name does not tell it.

    Examples
    --------
    >>> pronoun_of("Volodymyr Zelenskyy"), pronoun_of("Annalena Baerbock"), pronoun_of("Shin Won-sik")
    ('he', 'she', None)
    """
    words = name.lower().split()
    if len(words) < 2:
        return None
    if not _MALE.isdisjoint(words):
        return "he"
    given = words[0]
    if not _FEMALE.isdisjoint(words) or words[-1].endswith(_SURNAMES):
        return "she"
    return "she" if given.endswith("a") and len(given) >= _SHORTEST and "-" not in words[-1] else None
