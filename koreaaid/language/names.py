"""The one name kept for a country, body or person of the subject, whatever a text calls it."""

from __future__ import annotations

import re
from functools import lru_cache

from koreaaid.language.actors import country_of
from koreaaid.language.lexicon import lexicon

_LEXICON = lexicon("actors")
_BRACKET = re.compile(r"\s*\([^()]*\)$")
_ARTICLE = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)
_DOCUMENT = re.compile(r"^(?:data|estimates?|figures|message|post|report|statement|study) (?:of|by|from) ")
_OWNER = re.compile(r"^(?:[A-Z][\w.]*(?: [A-Z]\w*)?'s?|[A-Z]\w+-based) ")


def _plain(name: str) -> str:
    """Fold what says nothing: blanks, curly apostrophes, "the", capitals, a bracket, "report of"."""
    straight = _DOCUMENT.sub("", " ".join(name.replace("’", "'").split()))
    return _ARTICLE.sub("", _BRACKET.sub("", straight)).casefold()


_NAMES = {
    _plain(form): name
    for table in ("bodies", "persons")
    for name, forms in _LEXICON[table].items()
    for form in (name, *forms)
}


@lru_cache(maxsize=100_000)
def canonical(name: str) -> str | None:
    """Return the name kept for what `name` as a whole stands for; None if the lexicon does not know it.

    Examples
    --------
    >>> canonical("South Korea’s spy agency"), canonical("the NIS"), canonical("Pyongyang")
    ('National Intelligence Service', 'National Intelligence Service', 'North Korea')
    >>> canonical("Defense Acquisition Program Administration (DAPA)"), canonical("Zelensky")
    ('Defense Acquisition Program Administration', 'Volodymyr Zelenskyy')
    >>> canonical("local sources")
    """
    if country := country_of(name):
        return country
    found = _NAMES.get(_plain(name))
    if found is None and (owner := _OWNER.match(name.replace("’", "'"))):
        found = _NAMES.get(_plain(name[owner.end() :]))
    return found
