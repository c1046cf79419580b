"""Whom the words for a speaker mean: the fullest form in the article for "Shin", "he", "the ministry"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import chain

from koreaaid.extract.claims.bodies import ACRONYM, NamedBodies, acts, bare_name, without_article
from koreaaid.extract.claims.kinds import (
    Kind,
    Speaker,
    is_definite,
    is_of,
    is_one_of,
    kind_of,
    may_be,
    may_spy,
    owner_of,
    without_title,
)
from koreaaid.extract.claims.names import Names, names_in, same_country, spaced
from koreaaid.extract.claims.phrases import PRONOUNS, SEEN, Phrase
from koreaaid.extract.claims.reading import Reading
from koreaaid.extract.claims.sayings import opening_phrase
from koreaaid.extract.claims.tagged import Tagged
from koreaaid.language.actors import country_of
from koreaaid.language.lexicon import lexicon
from koreaaid.language.subject_nouns import OWNING
from koreaaid.language.word_classes import LETTERS, LOWER

_ROLES = lexicon("roles")
_ROLES_OF_ANYBODY = frozenset(_ROLES["anybody"])
_OWNERS = {"its": "I", "his": "h", "her": "h", "their": "H"}
_KINDS = {head: frozenset(words) for head, words in _ROLES["kinds"].items()}
_COMPANIES = tuple(_ROLES["companies"])
_FAR = 6
_BACK = 3
_LATE = 3
_DEEPEST = 12  # "He said …" after "He said …" leads back no farther


class Speakers:
    """Resolves the speakers of one article."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._known: dict[tuple[int, Phrase], Speaker | None] = {}
        self._bodies = NamedBodies(reading)
        self._depth = 0

    @cached_property
    def names(self) -> Names:
        """The names in the text, looked for when first needed."""
        return names_in(self._reading.text)

    def resolve(self, index: int, phrase: Phrase | None) -> Speaker | None:
        """Return the speaker that a phrase of the sentence with this index means."""
        if phrase is None:
            return None
        key = (index, phrase)
        if key not in self._known:
            if self._depth > _DEEPEST:
                return None
            self._known[key] = None  # a circle of pronouns ends here
            self._depth += 1
            self._known[key] = self._resolved(index, phrase)
            self._depth -= 1
        return self._known[key]

    def _resolved(self, index: int, phrase: Phrase) -> Speaker | None:
        sentence = self._reading.sentence(index)
        first = sentence.tags[phrase[0]]
        if phrase[1] - phrase[0] == 1 and first in "hHIWd":
            tag = _OWNERS.get(sentence.words[phrase[0]].lower(), first)
            return self._pronoun(index, tag, phrase[0])
        phrase = without_article(sentence, phrase)
        kind = kind_of(sentence, phrase)
        start, end = sentence.span(*phrase)
        acronym = ACRONYM.match(self._reading.text, end) if kind != "person" else None
        written = spaced(self._reading.text[start : acronym.end() if acronym else end])
        if kind == "person":
            return self._person(sentence, phrase, start)
        if kind == "group":
            return self._group(index, sentence, phrase, written, start)
        if kind == "document":
            return self._document(index, sentence, phrase, written, start)
        return self._body(index, sentence, phrase, written, kind, start)

    def _group(self, index: int, sentence: Tagged, phrase: Phrase, written: str, start: int) -> Speaker:
        before = sentence.words[phrase[0] - 1].lower() if phrase[0] else "a"
        if is_one_of(sentence, phrase[0]):
            return Speaker(written, "person")
        if before not in ("a", "an"):
            if sentence.tags[phrase[1] - 1] == "T" and (name := self._in_role(sentence, phrase, start)):
                return Speaker(name, "person")
            if written.lower() in _ROLES_OF_ANYBODY and (last := self._last(index, phrase[0])):
                return last
        written = bare_name(written) if phrase[1] - phrase[0] == 1 else written
        if before in _OWNERS or not is_definite(sentence, phrase[0]):  # "officials", "its officials" are any
            return Speaker(written, "group")
        full = self._qualified(sentence, phrase, written, start)
        same = (one.name for one in self._before(index, phrase[0]) if one.name.startswith(f"{written} "))
        return Speaker(full or next(same, written), "group")  # "the people" are "people close to the talks"

    def _person(self, sentence: Tagged, phrase: Phrase, start: int) -> Speaker:
        name = without_title(sentence, phrase)
        written = bare_name(spaced(self._reading.text[slice(*sentence.span(*name))]))
        if name[1] - name[0] == 1 and "-" not in written[:-1]:
            who = self.names.fullest(written, start)
            written = who.name if who else written
        return Speaker(written, "person")

    def _in_role(self, sentence: Tagged, phrase: Phrase, at: int) -> str | None:
        """Return who "the South Korean defense minister" is, if the article has said it."""
        words = [
            word
            for word, tag in zip(sentence.words[slice(*phrase)], sentence.tags[slice(*phrase)], strict=True)
            if tag in "TBCNjxD"
        ]
        if words[-1].lower().endswith("s") or "o" in sentence.tags[slice(*phrase)]:
            return None
        return self.names.in_role(words, at)

    def _document(
        self, index: int, sentence: Tagged, phrase: Phrase, written: str, start: int
    ) -> Speaker | None:
        """Return the owner of a document, or the document in its fullest form."""
        tags = sentence.tags
        for at in range(phrase[0], phrase[1]):
            of = tags[at] in "oFy" and tags[at + 1 : at + 2] != "#" and at + 1 < phrase[1]
            whose = of and sentence.words[at - 1].lower() not in SEEN
            if whose and (owner := self._resolved(index, (at + 1, phrase[1]))):
                return owner
        before = phrase[0] - 1
        own = before >= 0 and sentence.words[before].lower() in ("its", "their")
        if own and (owner := self._resolved(index, (before, phrase[0]))):
            return owner if owner.kind != "pronoun" else Speaker(written, "document")
        for at in range(phrase[0], phrase[1] - 1):
            if sentence.words[at][-2:] in OWNING and tags[at] in "NCBTM":
                return self._resolved(index, (phrase[0], at + 1))
        short = phrase[1] - phrase[0] == 1 or written.islower()
        last = sentence.words[phrase[1] - 1].lower()
        return Speaker((short and self._bodies.fullest(last, written, start)) or written, "document")

    def _body(
        self, index: int, sentence: Tagged, phrase: Phrase, written: str, kind: Kind, start: int
    ) -> Speaker:
        bare = bare_name(written)
        if bare in ("North", "South") and phrase[0]:
            bare = country_of(f"the {bare}") or bare
        tags = sentence.tags[slice(*phrase)]
        if len(tags) == 1 and bare.isupper() and 2 <= len(bare) <= 6:
            full = self.names.spelled_out(bare) if kind != "media" else None  # no "Washington (AFP)"
            return Speaker(full or bare, kind)
        if self._reading.is_outlet(bare):
            return Speaker(bare, "media")
        if len(tags) == 1 and tags == "N" and not bare.isupper():
            who = self.names.fullest(bare, start)
            if who:
                return Speaker(who.name, "person" if who.role else "name")
            return Speaker(bare, "name" if kind == "body" else kind)
        full = None
        definite = is_definite(sentence, phrase[0])
        if tags[-1] == "B" and sentence.flags[phrase[1] - 1] & LOWER and (definite or bare != "authorities"):
            full = self._qualified(sentence, phrase, bare, start)
            # a headline's "Spy agency" names none
            if full is None or (full.capitalize() == full and bare not in _COMPANIES):
                found = self._of_kind(index, phrase, bare)
                full = found if found and may_spy(bare, found) else full
        elif "B" in tags and definite and country_of(bare) is None:  # "the Air Force"
            full = self._bodies.only(sentence.words[phrase[0] + tags.index("B")], bare, start)
        return Speaker(full or bare, kind)

    def _last(self, index: int, word: int) -> Speaker | None:
        """Return who spoke last, if it is a person by name, for "the general", "the official"."""
        return next((one for one in self._before(index, word) if one.kind in ("person", "name")), None)

    def _qualified(self, sentence: Tagged, phrase: Phrase, written: str, start: int) -> str | None:
        """Return a fuller form of "the ministry" or "the sources" with the same head word."""
        if phrase[1] - phrase[0] > 2 or (phrase[0] and sentence.words[phrase[0] - 1].lower() in ("a", "an")):
            return None
        return self._bodies.fullest(bare_name(sentence.words[phrase[1] - 1]).lower(), written, start)

    def _of_kind(self, index: int, phrase: Phrase, written: str) -> str | None:
        """Return the body that "the agency" may mean: the one that spoke last, or is named last."""
        head = written.split()[-1].lower()
        kind = "company" if head in _COMPANIES else head
        kinds = _KINDS.get(kind)
        if kinds is None or (phrase[0] == 0 and index == 0):
            return None
        for speaker in self._before(index, phrase[0]):
            if (
                speaker.kind in ("body", "name", "person", "media")
                and (is_of(kind, kinds, speaker.name) or self._bodies.is_called(speaker.name, head))
                and same_country(speaker.name, written)
            ):
                return owner_of(speaker.name) if kind == "company" else speaker.name
        # "Rotem made 9, the firm said"
        first = index if kind == "company" and phrase[0] > _LATE else index - 1
        for at in range(first, max(-1, index - 1 - _BACK), -1):  # who acted before who is only named
            subject = self._subject(at)
            if subject and subject.kind in ("body", "name") and is_of(kind, kinds, subject.name):
                name = owner_of(subject.name) if kind == "company" else subject.name
                return name if same_country(subject.name, written) else None
        return self._bodies.last_of(kind, written, self._reading.sentence(index).start_of(phrase[0]))

    def _pronoun(self, index: int, tag: str, word: int) -> Speaker | None:
        """Return whom "he", "they" or "it" means: the speaker before of the right kind, or the word."""
        if tag == "W":
            return None
        if tag == "h":
            return self._he(index, word)
        if tag == "I" and (subject := self._own_subject(index, word)):
            return subject
        kinds = (
            ("body", "name", "document", "media")
            if tag == "I"
            else ("group", "body", "media", "person", "name", "document")
        )
        found = next((speaker for speaker in self._before(index, word) if speaker.kind in kinds), None)
        return (
            found
            or (self._acting(index) if tag == "I" else None)
            or self._subject_for(index, tag)
            or Speaker(self._reading.sentence(index).words[word].lower(), "pronoun")
        )

    def _acting(self, index: int) -> Speaker | None:
        """Return the firm that the sentence is about: "Rotem invests 6 billion, it said"; no "Sales rose"."""
        subject = self._subject(index)
        if subject is None or subject.kind not in ("body", "name") or not subject.name[0].isupper():
            return None
        named = LETTERS[subject.name.split()[-1]] == "B" or " " in subject.name
        return subject if named and country_of(subject.name) is None else None

    def _own_subject(self, index: int, word: int) -> Speaker | None:
        """Return the subject of the sentence for "it" in a clause on a noun: "Oslo seeks men it believes"."""
        sentence = self._reading.sentence(index)
        if sentence.tags[word - 1 : word] != "x" or any(s.at < word for s in self._reading.sources(index)):
            return None
        subject = self._subject(index)
        return subject if subject and subject.kind == "body" else None

    def _subject_for(self, index: int, tag: str) -> Speaker | None:
        """Return whom the sentences before are about, for "it" a body, for "they" a group."""
        for at in range(index - 1, max(-1, index - 1 - _BACK), -1):
            subject = self._subject(at) if len(self._reading.sentence(at).words) > 1 else None
            if subject is None:
                continue
            if tag == "H":
                return subject if subject.kind == "group" and subject.name.endswith("s") else None
            named = subject.name[0].isupper()
            if subject.kind == "body" and named:
                return subject
            is_firm = subject.kind == "person" and not subject.name.isupper()  # "K Mart", read as two names
            if is_firm and not self.names.has_role(subject.name):
                return subject
        return None

    def _he(self, index: int, word: int) -> Speaker:
        """Return whom "he" means: who spoke or acted just before, spoke before that, was named last."""
        sentence = self._reading.sentence(index)
        pronoun = sentence.words[word].lower()
        near = self._before(index, word, far=2)
        subject = [self._subject(index - 1)] if index else []
        named = (Speaker(name, "person") for name in self.names.in_office(sentence.start_of(word)))
        every = chain(near, subject, self._before(index, word), named)
        fitting = (speaker for speaker in every if speaker and may_be(speaker, pronoun))
        return next(fitting, Speaker(pronoun, "pronoun"))

    def _subject(self, index: int) -> Speaker | None:
        """Return whom the subject of a sentence names."""
        sentence = self._reading.sentence(index)
        phrase = opening_phrase(sentence, len(sentence.tags))
        if phrase is None or sentence.tags[phrase[0]] in PRONOUNS:
            return None
        tags = sentence.tags
        acting = next((at for at in range(*phrase) if acts(sentence, at)), phrase[1] - 1)
        phrase = (phrase[0], acting + 1)
        if tags[phrase[1] - 1] == "T" and tags.startswith(",NN", phrase[1]):  # "Its author, Anna Nowak of"
            phrase = (phrase[1] + 1, phrase[1] + 3)
        elif "o" in tags[slice(*phrase)] and tags[phrase[0] : phrase[0] + 3] in ("dxo", "xo"):
            phrase = (tags.index("o", phrase[0]) + 1, phrase[1])  # "The slump of Hanwha Aerospace came"
        return self.resolve(index, phrase)

    def _before(self, index: int, word: int, far: int = _FAR) -> Iterator[Speaker]:
        """Yield the speakers named before a word, the last one first."""
        for at in range(index, max(-1, index - far), -1):
            for source in reversed(self._reading.sources(at)):
                if source.phrase is None or (at == index and source.phrase[0] >= word):
                    continue
                speaker = self.resolve(at, source.phrase)
                if speaker and speaker.kind != "pronoun":
                    yield speaker
                relay = self.resolve(at, source.told)  # "Yoon quoted the agency as saying"
                if relay and relay.kind == "person":
                    yield relay
