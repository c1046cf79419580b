"""The persons that an article names: rows for the table `names`, made where the article is read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from koreaaid.articles import Article
from koreaaid.extract.claims.names import names_in
from koreaaid.ledger.spelling import given_name, sound

NAME_COLUMNS = ("article", "name", "start", "mentions", "role")

_CAPITALISED = re.compile(r"\b[A-Z][a-z]{3,}\b")


def name_rows(article: Article) -> Iterator[tuple[object, ...]]:
    """Yield a row for each person whom the article names with a role, or by a name of Korean form."""
    found: dict[str, list[int]] = {}
    roles: dict[str, set[str]] = {}
    for person in names_in(article.text).persons:
        found.setdefault(person.name, []).append(person.at)
        roles.setdefault(person.name, set()).update(person.role - {""})
    for name, at in _lone_given_names(article.text, found):
        found.setdefault(name, []).append(at)
    for name, places in sorted(found.items(), key=lambda item: item[1]):
        role = " ".join(sorted(roles.get(name, ()))) or None
        if role is None and " " in name and not given_name(name):
            continue  # two capitals in a row are a place or a product more often than a person
        if name.isupper() or any(character.isdigit() for character in name):
            continue  # a headline in capitals, a product
        yield (article.id, name, places[0], len(places), role)


def _lone_given_names(text: str, persons: dict[str, list[int]]) -> Iterator[tuple[str, int]]:
    """Yield words that sound like the given name of a person in the text ("Hodgin" for Ho-jin)."""
    given = {sound(given_name(name)) for name in persons} - {""}
    if not given:
        return
    parts = {part for name in persons for part in re.split(r"[\s-]", name)}
    for word in _CAPITALISED.finditer(text):
        if word.group() not in parts and sound(word.group()) in given:
            yield word.group(), word.start()
