"""The persons and bodies that an article names, to find the fullest form of a name and whom a role means."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import islice
from operator import itemgetter

from koreaaid.language.actors import countries_in
from koreaaid.language.given_names import is_given
from koreaaid.language.word_classes import BITS, FINITE, LETTERS

_LETTER = "[A-ZÀ-ÞŠŽŁŚŻ]"
_CAPITAL = rf"{_LETTER}\w*(?:[-’']\w+(?:[-’']\w+)*|)"
# a full stop within a name ends an initial or a title: "J. D. Vance", "Lt. Gen. Lee", not "met Park. Park"
_SHORT = (
    "[A-Z]", "Adm", "Brig", "Capt", "Cmdr", "Col", "Cpl", "Dr", "Gen", "Gov", "Lt", "Maj", "Messrs", "Mr",
    "Mrs", "Ms", "Prof", "Rep", "Rev", "Sen", "Sgt", "St",
)  # fmt: skip
_STOP = r"(?:\.(?:" + "|".join(map(r"(?<=\b{}.)".format, _SHORT)) + ")|)"
# a search leaps to the first letter, so that it stands in front of what is repeated
_RUN = re.compile(rf"{_CAPITAL}{_STOP}[ \xa0](?:{_CAPITAL}{_STOP}[ \xa0]){{0,8}}{_CAPITAL}\.?")
_BEFORE = re.compile(r"(?:[\w’'-]+[ \xa0]){1,5}\Z")
_KOREAN = re.compile("[A-Z][a-z]{1,6}-[a-z]{1,7}")
_AGED = re.compile(r", [1-9]\d\b(?! ?%)")
_CLOSED = re.compile(r"\.|.[,;]")
# "Kharkiv's mayor, ", "the ministry's spokesman, "
_BEFORE_COMMA = re.compile(r"(?:[\w’'-]+[ \xa0]){0,4}[\w’'-]+,[ \xa0]\Z")
_AFTER = re.compile(r",[ \xa0](?:[\w’'.-]+[ \xa0]?){1,9}")
_WHO = re.compile(r",[ \xa0]who(?:m|se)?\b")
_POSSESSIVE = re.compile(r"(?:['’]s|['’]|\.)\Z")
_WORDS = re.compile(r"\w+")
_ZONES = frozenset(["AM", "BST", "CEST", "CET", "EDT", "EST", "ET", "GMT", "JST", "KST", "PM", "UTC"])
_DAYS, _TIMES = frozenset(day_name), _ZONES | {*month_name}
_GLUED_ARTICLE = re.compile(r"^.*[a-z]The[ \xa0]")
_MOST_NAMES = 400
_LONGEST_INITIALS = 3


class Person:
    """A person as named in one place.

    Attributes
    ----------
    at : int
        Where the name with its titles begins.
    name : str
        The name without titles.
    """

    def __init__(self, text: str, at: int, end: int, titles: list[str], name: str) -> None:
        self.at = at
        self.name = name
        self._text = text
        self._end = end
        self._titles = titles

    @cached_property
    def role(self) -> frozenset[str]:
        """The words around that say who it is, if there is a title among them."""
        before = _BEFORE.search(self._text, max(0, self.at - 60), self.at)
        after = _AFTER.match(self._text, self._end) if not _WHO.match(self._text, self._end) else None
        words = [
            *self._titles,
            *(_after_verb(before.group().split()) if before else self._office_before()),
            *(after.group().split() if after else ()),
        ]
        tags = [LETTERS[word.strip(",.")] for word in words]
        if "T" not in tags:
            return frozenset()
        return frozenset(_plain(word) for word, tag in zip(words, tags, strict=True) if tag in "TBMCNjxD")

    @cached_property
    def is_certain(self) -> bool:
        """Whether the name is sure to be a person's: a known given name, "Sang-hoon", an age behind it."""
        given = self.name.split()
        korean = len(given) == 2 and bool(_KOREAN.fullmatch(given[1]))
        return korean or is_given(given[0]) or bool(_AGED.match(self._text, self._end))

    def _office_before(self) -> list[str]:
        """Return the words of an office that stands before the name: "Kharkiv's mayor, Ihor Terekhov,"."""
        if self._titles or not _CLOSED.match(self._text, self._end - 1):
            return []
        before = _BEFORE_COMMA.search(self._text, max(0, self.at - 60), self.at)
        words = before.group().replace(",", "").split() if before else []
        return words if words and LETTERS[words[-1]] == "T" and not words[-1].endswith("s") else []


class Names:
    """The names in one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.persons = list(islice(_persons(text), _MOST_NAMES))
        self._by_part: dict[str, list[Person]] = {}
        for person in self.persons:
            parts = person.name.split()
            for part in {parts[0], parts[-1]}:
                self._by_part.setdefault(part, []).append(person)
        self._acronyms: dict[str, str | None] = {}

    def fullest(self, name: str, at: int) -> Person | None:
        """Return who is called `name` at offset `at`, by the full name ("Shin" is "Shin Won-sik")."""
        return _nearest(self._by_part.get(name, []), at)

    def labelled(self, label: str, at: int) -> str:
        """Return who is meant by the name before an answer in an interview: "KIM", "Kim", "GK"."""
        if " " in label:
            return label
        if label.isupper() and len(label) <= _LONGEST_INITIALS:
            initials = (p.name for p in self.persons if "".join(map(itemgetter(0), p.name.split())) == label)
            return next(initials, label)
        who = self.fullest(label, at) or self.fullest(label.title(), at)
        return who.name if who else label

    def in_role(self, words: Iterable[str], at: int) -> str | None:
        """Return the person whom words such as "South Korean defense minister" describe before `at`."""
        wanted = {_plain(word) for word in words}
        fitting = (person for person in reversed(self.persons) if person.at < at and wanted <= person.role)
        return next((person.name for person in fitting), None)

    def in_office(self, at: int) -> Iterator[str]:
        """Yield the persons named before `at` with a title or a role, the last one first."""
        return (person.name for person in reversed(self.persons) if person.at < at and person.role)

    def only_between(self, start: int, end: int) -> str | None:
        """Return the person named between two offsets, if it is one: "For Lim Ji-hoon, the war was good"."""
        near = {person.name for person in self.persons if start <= person.at < end and person.is_certain}
        return near.pop() if len(near) == 1 else None

    def has_role(self, name: str) -> bool:
        """Say whether the text gives somebody of this name a title or a role."""
        return any(person.role for person in self._by_part.get(name.split()[-1], ()) if person.name == name)

    def spelled_out(self, acronym: str) -> str | None:
        """Return the name that the text gives an acronym: "National Intelligence Service (NIS)"."""
        if acronym not in self._acronyms:
            bracket = rf"[ \xa0]?\({re.escape(acronym)}\)"
            pattern = rf"(?:{_CAPITAL}[ \xa0](?:(?:of|for|and|the)[ \xa0]){{0,2}}){{0,7}}{_CAPITAL}{bracket}"
            at = self._text.find(f"({acronym})")
            found = (
                re.search(pattern, self._text[max(0, at - 120) : at + len(acronym) + 2]) if at >= 0 else None
            )
            # also glued to what stands before: "Photo: YONHAP NewsThe National Intelligence Service(NIS)"
            name = found and _GLUED_ARTICLE.sub("", found.group())
            self._acronyms[acronym] = spaced(name).removeprefix("The ") if name else None
        return self._acronyms[acronym]


@lru_cache(maxsize=1)
def names_in(text: str) -> Names:
    """Return the names in a text; those of the last one are kept, for the ledger asks for them too."""
    return Names(text)


def spaced(name: str) -> str:
    """Put a blank before a bracket that is glued to the name: "Service(NIS)"."""
    return " ".join(name.replace("(", " (").split())


def _persons(text: str) -> Iterator[Person]:
    """Yield the runs of capitalised words that name a person, without and with titles."""
    for run in _RUN.finditer(text):
        if text.startswith("!", run.end()):  # "Help Hromadske!" asks for something
            continue
        words = run.group().split()
        first = len(words)
        while first and LETTERS[words[first - 1].rstrip(".")] == "N":
            first -= 1
        while first < len(words) and words[first] in _TIMES:  # "12.48 GMT Zelenskyy: …", "In October Kang"
            first += 1
        on = words[first - 1] == "On" if first else text.endswith("on ", 0, run.start())
        if on and words[first : first + 1] and words[first] in _DAYS:
            first += 1  # "On Monday Zelenskyy", no "Sunday Times"
        last = len(words)
        while last > first and words[last - 1].rstrip(".") in _DAYS:  # "said Kim Tae-ho Friday"
            last -= 1
        name = words[first:last]
        if 2 <= len(name) <= 4:
            yield Person(text, *run.span(), words[:first], _POSSESSIVE.sub("", " ".join(name)))


def _after_verb(words: list[str]) -> list[str]:
    """Leave out what a verb parts from the name: "The president met [farmer] Ole Berg"."""
    verb = max(
        (at for at, word in enumerate(words) if BITS[word] & FINITE or LETTERS[word] in "VUX"), default=-1
    )
    return words[verb + 1 :]


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


@lru_cache(maxsize=1024)
def words_of(name: str) -> frozenset[str]:
    """Return the words of a name in small letters."""
    return frozenset(map(_plain, _WORDS.findall(name)))
