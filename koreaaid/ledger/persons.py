"""The persons that an article names: rows for the table `names`, made where the article is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter

from koreaaid.articles import Article
from koreaaid.extract.claims.words.names import Person, names_in
from koreaaid.ledger.spelling import given_name, sound

NAME_COLUMNS = ("article", "name", "start", "mentions", "role")

_CAPITALISED = re.compile(r"\b[A-Z][a-z]{3,}\b")


def name_rows(article: Article) -> Iterator[tuple[object, ...]]:
    """Yield a row for each person whom the article names with a role, or by a name of Korean form."""
    found: dict[str, list[int]] = {}
    persons: dict[str, list[Person]] = {}
    for person in names_in(article.text).persons:
        found.setdefault(person.name, []).append(person.at)
        persons.setdefault(person.name, []).append(person)
    for name, at in _lone_given_names(article.text, found):
        found.setdefault(name, []).append(at)
    for name, places in sorted(found.items(), key=itemgetter(1)):
        if name.isupper() or any(map(str.isdigit, name)):
            continue  # a headline in capitals, a product
        roles = {role for person in persons.get(name, ()) for role in person.role if role}
        if not roles and " " in name and not given_name(name):
            continue  # two capitals in a row are a place or a product more often than a person
        yield (article.id, name, places[0], len(places), " ".join(sorted(roles)) or None)


def _lone_given_names(text: str, persons: dict[str, list[int]]) -> Iterator[tuple[str, int]]:
    """Yield words that sound like the given name of a person in the text ("Hodgin" for Ho-jin)."""
    given = {sound(name) for name in map(given_name, persons) if name} - {""}
    if not given:
        return
    heard = {word for word in set(_CAPITALISED.findall(text)) if sound(word) in given}
    if not heard:
        return
    heard -= {part for name in persons for part in re.split(r"[\s-]", name)}
    for word in _CAPITALISED.finditer(text) if heard else ():
        if word.group() in heard:
            yield word.group(), word.start()
