"""The persons and bodies that an article names, to find the fullest form of a name and whom a role means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from koreaaid.language.actors import countries_in
from koreaaid.language.word_classes import word_class

_CAPITAL = r"[A-ZÀ-ÞŠŽŁŚŻ][\w]*(?:[-’'][\w]+)*"
_RUN = re.compile(rf"{_CAPITAL}\.?(?:[ \xa0]{_CAPITAL}\.?){{1,9}}")
_BEFORE = re.compile(r"(?:[\w’'-]+[ \xa0]){1,5}\Z")
_AFTER = re.compile(r",[ \xa0](?:[\w’'.-]+[ \xa0]?){1,9}")
_POSSESSIVE = re.compile(r"(?:['’]s|['’]|\.)\Z")
_WORDS = re.compile(r"\w+")
_MOST_NAMES = 400


@dataclass(frozen=True, slots=True)
class Person:
    """A person as named in one place: the name without titles, and the words around that say who it is."""

    at: int
    name: str
    role: frozenset[str]


class Names:
    """The names in one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.persons = list(_persons(text))
        self._by_part: dict[str, list[Person]] = {}
        for person in self.persons:
            parts = person.name.split()
            for part in {parts[0], parts[-1]}:
                self._by_part.setdefault(part, []).append(person)
        self._acronyms: dict[str, str | None] = {}

    def fullest(self, name: str, at: int) -> str | None:
        """Return the full name of the person called `name` at offset `at` ("Shin" is "Shin Won-sik")."""
        named = self._by_part.get(name, [])
        found = _nearest(named, at)
        return found.name if found else None

    def in_role(self, words: Iterable[str], at: int) -> str | None:
        """Return the person whom words such as "South Korean defense minister" describe before `at`."""
        wanted = {_plain(word) for word in words}
        fitting = [person for person in self.persons if person.at < at and wanted <= person.role]
        return fitting[-1].name if fitting else None

    def last_person(self, at: int) -> str | None:
        """Return the person named last before `at` with a title or a role."""
        before = [person for person in self.persons if person.at < at and person.role]
        return before[-1].name if before else None

    def spelled_out(self, acronym: str) -> str | None:
        """Return the name that the text gives an acronym: "National Intelligence Service (NIS)"."""
        if acronym not in self._acronyms:
            bracket = rf"[ \xa0]?\({re.escape(acronym)}\)"
            pattern = rf"(?:{_CAPITAL}[ \xa0](?:(?:of|for|and|the)[ \xa0]){{0,2}}){{0,7}}{_CAPITAL}{bracket}"
            at = self._text.find(f"({acronym})")
            found = (
                re.search(pattern, self._text[max(0, at - 120) : at + len(acronym) + 2]) if at >= 0 else None
            )
            self._acronyms[acronym] = spaced(found.group()).removeprefix("The ") if found else None
        return self._acronyms[acronym]


def spaced(name: str) -> str:
    """Put a blank before a bracket that is glued to the name: "Service(NIS)"."""
    return " ".join(name.replace("(", " (").split())


def _persons(text: str) -> Iterator[Person]:
    """Yield the runs of capitalised words that name a person, with title and role."""
    count = 0
    for run in _RUN.finditer(text):
        words = run.group().split()
        tags = [word_class(word.rstrip("."))[0] for word in words]
        first = max((i + 1 for i, tag in enumerate(tags) if tag != "N"), default=0)
        name = words[first:]
        if not 2 <= len(name) <= 4:
            continue
        after = _AFTER.match(text, run.end())
        before = _BEFORE.search(text, max(0, run.start() - 60), run.start())
        role = [
            *words[:first],
            *((before.group().split()) if before else ()),
            *(after.group().split() if after else ()),
        ]
        titled = [word for word in role if word_class(word.strip(",."))[0] in "TBMCNjxD"]
        has_title = any(word_class(word.strip(",."))[0] == "T" for word in titled)
        yield Person(
            run.start(),
            _POSSESSIVE.sub("", " ".join(name)),
            frozenset(map(_plain, titled)) if has_title else frozenset(),
        )
        count += 1
        if count == _MOST_NAMES:
            return


def _plain(word: str) -> str:
    """Fold spelling, so that "Defence" is "defense" and "Korea’s" is "korea"."""
    lower = word.strip(",.").lower().replace("’", "'").removesuffix("'s")
    return lower.replace("defence", "defense")


def _nearest(named: list[Person], at: int) -> Person | None:
    before = [person for person in named if person.at <= at]
    return before[-1] if before else named[0] if named else None


def same_country(name: str, other: str) -> bool:
    """Say whether two names may belong together: they name no country, or one in common."""
    first, second = set(countries_in(name)), set(countries_in(other))
    return not first or not second or bool(first & second)


def words_of(name: str) -> list[str]:
    """Return the words of a name in small letters."""
    return [_plain(word) for word in _WORDS.findall(name)]
