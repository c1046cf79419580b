"""Names as they sound: one key for the spellings that transliteration makes of one name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_NO_LETTERS = re.compile(r"[^a-z]+")
_REPEATED = re.compile(r"(.)\1+")
# What romanisations of Korean, and Ukrainian and Russian ones of these, write for one sound. In this order.
_SOUNDS = (
    ("dzh", "j"), ("dg", "j"), ("zh", "j"), ("ch", "j"), ("ck", "k"), ("ks", "x"), ("kh", "h"), ("ph", "f"),
    ("ng", "n"), ("eo", "o"), ("eu", "u"), ("oo", "u"), ("ou", "u"), ("ee", "i"), ("yi", "i"), ("iy", "i"),
    ("g", "k"), ("d", "t"), ("b", "p"), ("r", "l"), ("w", "v"), ("y", "i"), ("q", "k"), ("c", "k"),
)  # fmt: skip


@lru_cache(maxsize=100_000)
def written(name: str) -> str:
    """Return the letters of a name: spellings that differ in hyphens, blanks, accents or capitals are one.

    >>> written("Kim Jong-un") == written("KIM Jong Un")
    True
    """
    if not name.isascii():
        plain = unicodedata.normalize("NFKD", name.replace("ł", "l").replace("Ł", "L"))
        name = "".join(c for c in plain if not unicodedata.combining(c))
    return _NO_LETTERS.sub("", name.lower())


@lru_cache(maxsize=100_000)
def sound(name: str) -> str:
    """Return a key that is the same for the transliterations of one name.

    >>> sound("Chan Ho-jin") == sound("Jang Ho-jin") == sound("Chang Hojin")
    True
    >>> sound("Hodgin") == sound("Ho-jin")
    True
    """
    key = written(name)
    for letters, heard in _SOUNDS:
        key = key.replace(letters, heard)
    return _REPEATED.sub(r"\1", key)


def family_and_given(name: str) -> tuple[str, str]:
    """Return the family name and the given name, in whichever order a Korean name has them.

    >>> family_and_given("Shin Won-sik"), family_and_given("Won-sik Shin"), family_and_given("Yoon Suk Yeol")
    (('Shin', 'Won-sik'), ('Shin', 'Won-sik'), ('Yoon', 'Suk Yeol'))
    >>> family_and_given("John Kirby")
    ('Kirby', 'John')
    """
    parts = name.split()
    if "-" in parts[-1] or len(parts) == 3:
        return parts[0], " ".join(parts[1:])
    return parts[-1], " ".join(parts[:-1])


def given_name(name: str) -> str:
    """Return the given name of a Korean name, which has two parts; "" of one that is not of that form.

    >>> given_name("Chang Ho-jin"), given_name("Yoon Suk Yeol"), given_name("John Kirby")
    ('Ho-jin', 'Suk Yeol', '')
    """
    given = family_and_given(name)[1]
    return given if "-" in given or " " in given else ""
