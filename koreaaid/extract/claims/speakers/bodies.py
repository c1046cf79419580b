"""The bodies that an article names, to find the fullest form of "the ministry" or "the sources"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import pairwise

from koreaaid.extract.claims.reading import Reading
from koreaaid.extract.claims.words.appositions import body_behind
from koreaaid.extract.claims.words.names import same_country, spaced, words_of
from koreaaid.extract.claims.words.phrases import HEADS, Phrase, phrase_after
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language.lexicon import alternatives, lexicon
from koreaaid.language.word_classes import FINITE, LOWER

# "National Intelligence Service (NIS)", also glued
ACRONYM = re.compile(r"[ \xa0]?\([A-Z][A-Za-z]{1,7}\)")
_GLUED = re.compile("[A-Z][a-z]+The")
_FAR = 4000
_MOST_PLACES = 30
_LONGEST = 8
_GROUPS = frozenset(["charity", "group", "nonprofit", "organisation", "organization"])
_LONGEST_ASIDE = 60
_LONGEST_WORD = 20
_COMPANIES = tuple(lexicon("roles")["companies"])


class NamedBodies:
    """The noun phrases of one article by their head word, looked for when first needed."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._places: dict[str, list[int]] = {}
        self._phrases: dict[tuple[int, str], str | None] = {}
        self._described: dict[str, str] = {}
        self._before: dict[str, list[str]] = {}

    def fullest(self, head: str, written: str, before: int) -> str | None:
        """Return the nearest fuller noun phrase with this head word, before an offset, that may be it."""
        return next(self._fuller(head, written, before), None)

    def only(self, head: str, written: str, before: int) -> str | None:
        """Return what `fullest` does, if every fuller noun phrase before may be of the same country."""
        names = list(self._fuller(bare_name(head).lower(), written, before))
        alike = all(same_country(name, other) for name, other in pairwise(names))
        return max(names, key=len) if names and alike else None

    def _fuller(self, head: str, written: str, before: int) -> Iterator[str]:
        """Yield the fuller noun phrases with this head word before an offset, the nearest first."""
        wanted = words_of(written)
        places = self._places_of(head)
        nearest = bisect_left(places, before)
        for at in reversed(places[max(0, nearest - _MOST_PLACES) : nearest]):
            if (at, head) not in self._phrases:
                self._phrases[at, head] = self._phrase_at(at, len(head))
            name = self._phrases[at, head]
            if name and len(name) > len(written) and wanted <= words_of(name) and same_country(name, written):
                yield name

    def last_of(self, kind: str, written: str, before: int) -> str | None:
        """Return the body of this kind ("agency", "company") that is named last before an offset."""
        places = list(_words_of_kind(kind).finditer(self._reading.text, max(0, before - _FAR), before))
        for place in reversed(places[-_MOST_PLACES:]):
            name = self._phrase_at(place.start(), len(place[0]))
            if name:
                return name if same_country(name, written) else None
        return None

    def is_called(self, name: str, head: str) -> bool:
        """Say whether the article tells that a name is one of these: "Open Harbor, a London charity"."""
        if name not in self._described:
            text = self._reading.text
            at = text.find(f" {name}")
            self._before[name] = text[max(0, at - _LONGEST_WORD) : at].split()[-1:] if at > 0 else []
            at = text.find(f"{name}, a")
            aside = text[at + len(name) + 2 : at + len(name) + _LONGEST_ASIDE] if at >= 0 else ""
            self._described[name] = aside.split(",")[0]
        heads = _COMPANIES if head in _COMPANIES else [head]
        if self._before[name] and self._before[name][0] in heads:  # "Czech arms maker Moravan Munice"
            return True
        told = self._described[name]
        return not (_GROUPS if head == "group" else {head}).isdisjoint(told.split())

    def _places_of(self, head: str) -> list[int]:
        """Return where words of the article begin with this head word."""
        if head not in self._places:
            found: list[int] = []
            at = self._lower.find(head)
            while at >= 0:
                if not self._lower[at - 1 : at].isalnum():
                    found.append(at)
                at = self._lower.find(head, at + len(head))
            self._places[head] = found
        return self._places[head]

    @cached_property
    def _lower(self) -> str:
        """The text in small letters, if that leaves every letter at its place."""
        lower = self._reading.text.lower()
        return lower if len(lower) == len(self._reading.text) else self._reading.text

    def _phrase_at(self, offset: int, length: int) -> str | None:
        """Return the noun phrase around the head word at `offset`, if it is more than the word."""
        sentence = self._reading.sentence(self._reading.index_of(offset))
        word = sentence.at(offset)
        if word >= len(sentence.words) or sentence.start_of(word) != offset:
            return None
        following = sentence.tags[word + 1 : word + 2]
        if len(sentence.words[word]) - length not in (0, 2) or sentence.tags[word] not in HEADS:
            return None
        if following in ("B", "T", "D", "M", "j"):  # "Intelligence Committee" is no intelligence
            return None
        start = word
        while start and word - start < _LONGEST and _goes_before(sentence, start - 1):
            start -= 1
        start += start < word and sentence.tags.endswith("#-", 0, start)  # "the 29-page report"
        if any(acts(sentence, at) for at in range(start, word)):
            return None
        after = phrase_after(sentence, word) if following in ("o", "f", "y", "F", "N") else None
        end = after[1] if after else word + 1
        if sentence.flags[word] & LOWER and (named := body_behind(sentence, end)):
            start, end = named
        if end - start < 2 and not sentence.words[word].isupper():
            return None
        begin, stop = sentence.span(*without_article(sentence, (start, end)))
        acronym = ACRONYM.match(self._reading.text, stop)
        return bare_name(spaced(self._reading.text[begin : acronym.end() if acronym else stop]))


@cache
def _words_of_kind(kind: str) -> re.Pattern[str]:
    """Return the pattern of the words that name bodies of a kind; compiled when one is first looked for."""
    return re.compile(rf"\b(?:{alternatives(lexicon('roles')['kinds'][kind])})\b", re.IGNORECASE)


def _goes_before(sentence: Tagged, at: int) -> bool:
    return sentence.tags[at] in "NCTBDMjx" and not sentence.flags[at] & FINITE


def acts(sentence: Tagged, at: int) -> bool:
    """Say whether somebody with a title does something to what follows: "Prime minister praises military"."""
    return sentence.tags.startswith("Tx", at) and sentence.words[at + 1].endswith("s")


def without_article(sentence: Tagged, phrase: Phrase) -> Phrase:
    """Leave out the article, the figure or the "and" that a phrase opens with."""
    start, end = phrase
    for at in range(start, end - 1):  # glued: "Photo: YONHAP NewsThe National Intelligence Service"
        if _GLUED.fullmatch(sentence.words[at]):
            start = at + 1
    while start < end - 1 and sentence.tags[start] in "d#&" and sentence.tags[start + 1] != "-":
        start += 1
    if start < end - 1 and sentence.words[start] == "same":  # "the same official"
        start += 1
    return start, end


def bare_name(name: str) -> str:
    """Leave out the ending of the possessive."""
    for ending in ("'s", "’s"):
        if name.endswith(ending):
            return name[: -len(ending)]
    return name.rstrip("’'")
