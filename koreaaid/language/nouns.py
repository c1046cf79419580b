"""Nouns that figures count: their singular and their category."""

from __future__ import annotations

from functools import lru_cache

from koreaaid.language.lexicon import lexicon

GOODS = frozenset({"equipment", "munitions"})  # categories of what is handed over and fired
THINGS = GOODS | {"personnel"}
PEOPLE = frozenset({"personnel", "casualties"})
COUNTED = GOODS | PEOPLE
MEN = frozenset({"personnel"})

_WORDS = lexicon("nouns")
_PLURALS: dict[str, str] = _WORDS["plurals"]
_NOT_PLURAL = frozenset(_WORDS["not_plural"]["words"])
_ATTRIBUTIVE = frozenset(_WORDS["attributive_plurals"]["words"])
_TRANSPARENT = frozenset(_WORDS["containers"]["transparent"])
_KINDS = frozenset(_WORDS["containers"]["kinds"])
_CONTAINERS = frozenset(_WORDS["containers"]["words"])
# Later tables win: a "missile test" is none of the munitions.
_CATEGORIES: dict[str, str] = {
    word: category
    for category in ("equipment", "munitions", "personnel", "casualties", "other_count")
    for word in _WORDS[category]["words"]
}
_COMPOUND_HEADS = frozenset(word.rsplit(" ", 1)[1] for word in _CATEGORIES if " " in word)
_FLYING = frozenset({"fighter", "trainer"})  # men, unless a designation stands before
_FLOWN = frozenset(
    {"advanced", "generation", "jet", "light", "multirole", "stealth", "supersonic", "twin-engine"}
)
# ... and what has such a name: "eight Hornets", but no "hawks" in a parliament.
_NAMES: dict[str, str] = {word: category for category in sorted(GOODS) for word in _WORDS[category]["names"]}


@lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """Return the singular of a noun in small letters ("infantrymen": "infantryman")."""
    if word in _PLURALS:
        return _PLURALS[word]
    if word.endswith("men") and len(word) > 4:
        return word[:-3] + "man"
    if not is_plural(word):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=4096)
def is_plural(word: str) -> bool:
    """Say whether a word (as written, without a genitive) looks like a plural noun."""
    low = word.lower()
    if low in _PLURALS or (low.endswith("men") and len(low) > 4):
        return True
    if len(low) < 3 or not low.endswith("s") or low in _NOT_PLURAL:
        return False
    return not low.endswith(("ss", "us", "is")) or low in ("visas",)


@lru_cache(maxsize=4096)
def category_of(word: str) -> str | None:
    """Return the category of a noun (any number, any case), or None for one that the lexicon lacks."""
    low = word.lower()
    found = _CATEGORIES.get(low) or _CATEGORIES.get(singular(low))
    if found is None and word[:1].isupper():
        found = _NAMES.get(low) or _NAMES.get(singular(low))
    if found is None and "-" in low:
        return category_of(low.rsplit("-", 1)[1])
    return found


def compound_category(before: str, head: str) -> str | None:
    """Return the category of a noun with the one before it: "crew members", "T-50 trainers"."""
    single = singular(head.lower())
    if single not in _COMPOUND_HEADS:
        return None
    flown = single in _FLYING and (before in _FLOWN or any(map(str.isdecimal, before)))
    return "equipment" if flown else category_of(f"{before} {head}")


def is_mass(word: str) -> bool:
    """Say whether a noun is singular and plural in one, so that another may follow it ("crew members")."""
    return _PLURALS.get(word.lower()) == word.lower()


def is_attributive(word: str) -> bool:
    """Say whether a plural stands before other nouns as a rule ("weapons systems")."""
    return word.lower() in _ATTRIBUTIVE


def is_transparent(word: str) -> bool:
    """Say whether what follows "of" is what is counted: "pieces of equipment", not "containers of shells"."""
    return singular(word.lower()) in _TRANSPARENT


def is_kind(word: str) -> bool:
    """Say whether what is counted are kinds of things and not things: "three types of missiles"."""
    return singular(word.lower()) in _KINDS


def is_container(word: str) -> bool:
    """Say whether a noun says little without what follows "of" ("rounds of artillery shells")."""
    return singular(word.lower()) in _CONTAINERS
