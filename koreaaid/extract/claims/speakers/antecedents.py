"""Whom a pronoun takes up: who spoke before, whom the sentence or the one before is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from koreaaid.extract.claims.reading import Reading
from koreaaid.extract.claims.speakers.bodies import acts
from koreaaid.extract.claims.words.kinds import Speaker, may_be
from koreaaid.extract.claims.words.names import Names
from koreaaid.extract.claims.words.phrases import PRONOUNS, Phrase
from koreaaid.extract.claims.words.plain import ONES
from koreaaid.extract.claims.words.subjects import opening_phrase
from koreaaid.language.actors import country_of
from koreaaid.language.word_classes import LETTERS

Resolving = Callable[[int, Phrase | None], Speaker | None]

_NO_ONE_KNOWN = frozenset({"Any", "Each", "Every", "No"})  # "Each soldier earns $2,000. She counted"
_FAR = 6
_BACK = 3


class Antecedents:
    """Finds who was named before in one article, and whom pronouns mean.

    `resolve` tells which speaker a phrase of a sentence means.
    """

    def __init__(self, reading: Reading, names: Callable[[], Names], resolve: Resolving) -> None:
        self._reading = reading
        self._names = names
        self._resolve = resolve

    def of_pronoun(self, index: int, tag: str, word: int) -> Speaker | None:
        """Return whom "he", "they" or "it" means: the speaker before of the right kind, or the word."""
        if tag == "W":
            return None
        if subject := self._own_subject(index, tag, word):
            return subject
        if tag == "h":
            return self._he(index, word)
        if tag == "I" and (subject := self._introduced(index) if word else self._acted_before(index)):
            return subject
        if tag == "H" and (subject := self._of_several(index, word)):
            return subject
        kinds = (
            ("body", "name", "document", "media")
            if tag == "I"
            else ("group", "body", "media", "name", "document")
        )
        found = next((speaker for speaker in self.before(index, word) if speaker.kind in kinds), None)
        return (
            found
            or (self._acting(index) if tag == "I" else None)
            or self._subject_for(index, tag)
            or Speaker(self._reading.sentence(index).words[word].lower(), "pronoun")
        )

    def _acted_before(self, index: int) -> Speaker | None:
        """Return the body of which the sentence before tells: "The mission dismissed it. It denied"."""
        if not self._reading.same_paragraph(index) or self._reading.sources(index - 1):
            return None
        subject = self.subject(index - 1)
        return subject if subject and subject.kind == "body" and not subject.name.islower() else None

    def _introduced(self, index: int) -> Speaker | None:
        """Return the body that a sentence names first and says what it is: "KOICA, an agency, …, it said"."""
        sentence = self._reading.sentence(index)
        phrase = opening_phrase(sentence, len(sentence.tags))
        if phrase is None or not sentence.tags.startswith(",d", phrase[1]):
            return None
        subject = self._resolve(index, phrase)
        return subject if subject and subject.kind == "body" and not subject.name.islower() else None

    def _of_several(self, index: int, word: int) -> Speaker | None:
        """Return those of whom the sentence before tells for "one": "Officials doubt it. One said"."""
        sentence = self._reading.sentence(index)
        if sentence.words[word] not in ONES and sentence.tags[word - 2 : word] != "#o":
            return None
        if not self._reading.same_paragraph(index) or self._reading.sources(index - 1):
            return None
        subject = self.subject(index - 1)
        return subject if subject and subject.kind == "group" and subject.name.endswith("s") else None

    def _acting(self, index: int) -> Speaker | None:
        """Return the firm that the sentence is about: "Rotem invests 6 billion, it said"; no "Sales rose"."""
        subject = self.subject(index)
        if subject is None or subject.kind not in ("body", "name") or not subject.name[0].isupper():
            return None
        named = LETTERS[subject.name.split()[-1]] == "B" or " " in subject.name
        return subject if named and country_of(subject.name) is None else None

    def _own_subject(self, index: int, tag: str, word: int) -> Speaker | None:
        """Return the subject of the sentence for a pronoun within: "Berg opposes it, which she says".

        So too after a colon: "Kyiv agrees: it counts 90", and for "it" on a noun: "Oslo seeks men it says".
        """
        sentence = self._reading.sentence(index)
        before = sentence.tags[word - 1 : word]
        if before not in ("R", ":", "x") or any(s.at < word for s in self._reading.sources(index)):
            return None
        subject = self.subject(index)
        if subject is None or (before == "x" and tag != "I"):
            return None
        if tag == "h":
            return subject if may_be(subject, sentence.words[word].lower()) else None
        if tag == "H":
            return subject if subject.kind == "group" and subject.name.endswith("s") else None
        return subject if subject.kind == "body" else None

    def _subject_for(self, index: int, tag: str) -> Speaker | None:
        """Return whom the sentences before are about, for "it" a body, for "they" a group."""
        for at in range(index - 1, max(-1, index - 1 - _BACK), -1):
            subject = self.subject(at) if len(self._reading.sentence(at).words) > 1 else None
            if subject is None:
                continue
            if tag == "H":
                return subject if subject.kind == "group" and subject.name.endswith("s") else None
            named = not subject.name.islower()
            if subject.kind == "body" and named:
                return subject
            is_firm = subject.kind == "person" and not subject.name.isupper()  # "K Mart", read as two names
            if is_firm and not self._names().has_role(subject.name):
                return subject
        return None

    def _he(self, index: int, word: int) -> Speaker:
        """Return whom "he" means: who spoke or acted just before, spoke before that, was named last."""
        sentence = self._reading.sentence(index)
        pronoun = sentence.words[word].lower()
        near = self.before(index, word, far=2)
        subject = [self.subject(index - 1)] if index else []
        named = (Speaker(name, "person") for name in self._names().in_office(sentence.start_of(word)))
        every = chain(near, subject, self.before(index, word), named)
        fitting = (speaker for speaker in every if speaker and may_be(speaker, pronoun))
        return next(fitting, None) or self._named_near(index, pronoun) or Speaker(pronoun, "pronoun")

    def _named_near(self, index: int, pronoun: str) -> Speaker | None:
        """Return the one person whom the sentences before name: "Among them was Lim Ji-hoon. He said"."""
        if index == 0:
            return None
        starts = [span[0] for span in self._reading.spans[max(0, index - _BACK) : index + 1]]
        name = self._names().only_between(starts[0], starts[-1])
        speaker = Speaker(name, "person") if name else None
        return speaker if speaker and may_be(speaker, pronoun) else None

    def subject(self, index: int) -> Speaker | None:
        """Return whom the subject of a sentence names."""
        sentence = self._reading.sentence(index)
        phrase = opening_phrase(sentence, len(sentence.tags))
        if phrase is None or sentence.tags[phrase[0]] in PRONOUNS or sentence.words[0] in _NO_ONE_KNOWN:
            return None
        tags = sentence.tags
        acting = next((at for at in range(*phrase) if acts(sentence, at)), phrase[1] - 1)
        phrase = (phrase[0], acting + 1)
        if tags[phrase[1] - 1] == "T" and tags.startswith(",NN", phrase[1]):  # "Its author, Anna Nowak of"
            phrase = (phrase[1] + 1, phrase[1] + 3)
        elif "o" in tags[slice(*phrase)] and tags[phrase[0] : phrase[0] + 3] in ("dxo", "xo"):
            phrase = (tags.index("o", phrase[0]) + 1, phrase[1])  # "The slump of Hanwha Aerospace came"
        return self._resolve(index, phrase)

    def before(self, index: int, word: int, far: int = _FAR) -> Iterator[Speaker]:
        """Yield the speakers named before a word, the last one first."""
        for at in range(index, max(-1, index - far), -1):
            for source in reversed(self._reading.sources(at)):
                if source.phrase is None or (at == index and source.phrase[0] >= word):
                    continue
                speaker = self._resolve(at, source.phrase)
                if speaker and speaker.kind != "pronoun":
                    yield speaker
                relay = self._resolve(at, source.told)  # "Yoon quoted the agency as saying"
                if relay and relay.kind == "person":
                    yield relay
