"""Whom the words for a speaker mean: the fullest form in the article for "Shin", "he", "the ministry"."""

from __future__ import annotations

from functools import cached_property

from koreaaid.extract.claims.reading import Reading
from koreaaid.extract.claims.speakers.antecedents import Antecedents
from koreaaid.extract.claims.speakers.bodies import ACRONYM, NamedBodies, bare_name, without_article
from koreaaid.extract.claims.words.kinds import (
    HOLDERS,
    Kind,
    Speaker,
    is_definite,
    is_holder,
    is_of,
    is_one_of,
    is_unnamed,
    kind_of,
    may_spy,
    owner_of,
    without_kind,
    without_title,
)
from koreaaid.extract.claims.words.names import Names, names_in, same_country, spaced
from koreaaid.extract.claims.words.phrases import SEEN, Phrase
from koreaaid.extract.claims.words.plain import ONES
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.language.actors import country_of
from koreaaid.language.lexicon import lexicon
from koreaaid.language.subject_nouns import OWNING
from koreaaid.language.word_classes import LOWER

_ROLES = lexicon("roles")
_ROLES_OF_ANYBODY = frozenset(_ROLES["anybody"])
_OWNERS = {"its": "I", "his": "h", "her": "h", "their": "H"}
_KINDS = {head: frozenset(words) for head, words in _ROLES["kinds"].items()}
_OUTLETS = frozenset(_ROLES["outlets"]["words"])
_COMPANIES = tuple(_ROLES["companies"])
_BACK = 3
_NEAR = 3
_WORDS_OF = frozenset(["message", "post", "release", "statement"])
_LATE = 3
_DEEPEST = 12  # "He said …" after "He said …" leads back no farther


class Speakers:
    """Resolves the speakers of one article."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._known: dict[tuple[int, Phrase], Speaker | None] = {}
        self._bodies = NamedBodies(reading)
        self._antecedents = Antecedents(reading, lambda: self.names, self.resolve)
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
        word = sentence.words[phrase[0]]
        if phrase[1] - phrase[0] == 1 and (first in "hHIWd" or (first in "#j" and word in ONES)):
            tag = "H" if word in ONES else _OWNERS.get(word.lower(), first)
            return self._antecedents.of_pronoun(index, tag, phrase[0])
        phrase = without_article(sentence, phrase)
        kind = kind_of(sentence, phrase)
        phrase = without_kind(sentence, phrase) if kind == "body" else phrase
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
            if holder := self._holder(index, phrase, written):
                return holder
            if written == "Economist":
                return Speaker(written, "media")
            if written in _ROLES_OF_ANYBODY and (last := self._anybody(index, sentence, phrase, start)):
                return last
        written = bare_name(written) if phrase[1] - phrase[0] == 1 else written
        if before in _OWNERS or not is_definite(sentence, phrase[0]):  # "officials", "its officials" are any
            return Speaker(written, "group")
        full = self._qualified(sentence, phrase, written, start)
        spoken = self._antecedents.before(index, phrase[0])
        same = (one.name for one in spoken if one.name.startswith(f"{written} "))
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
        if own and before > 1 and (subject := self._antecedents.subject(index)) and subject.kind == "body":
            return subject  # "KOICA has spent 62 million, its website says"
        if own and (owner := self._resolved(index, (before, phrase[0]))):
            return owner if owner.kind != "pronoun" else Speaker(written, "document")
        for at in range(phrase[0], phrase[1] - 1):
            if sentence.words[at][-2:] in OWNING and tags[at] in "NCBTM":
                if tags[at] == "C" and tags[at + 1] == "N":  # "Russia's Rossiya 1 channel"
                    return Speaker(sentence.written(at + 1, phrase[1]), "document")
                return self._resolved(index, (phrase[0], at + 1))
        short = phrase[1] - phrase[0] == 1 or written.islower()
        last = sentence.words[phrase[1] - 1].lower()
        if short and (full := self._bodies.fullest(last, written, start)):
            return Speaker(full, "document")
        if written in _WORDS_OF and is_definite(sentence, phrase[0]):  # "the statement reads"
            spoken = self._antecedents.before(index, phrase[0], far=_NEAR)
            named = (one for one in spoken if one.kind not in ("document", "media") and not is_unnamed(one))
            return next(named, Speaker(written, "document"))
        return Speaker(written, "document")

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
        if definite and bare in _OUTLETS and (outlet := self._outlet(index, phrase, bare)):
            return outlet
        if tags[-1] == "B" and sentence.flags[phrase[1] - 1] & LOWER and (definite or bare != "authorities"):
            full = self._qualified(sentence, phrase, bare, start)
            # a headline's "Spy agency" names none
            if full is None or (full.capitalize() == full and bare not in _COMPANIES):
                found = self._of_kind(index, phrase, bare)
                full = found if found and may_spy(bare, found) else full
        elif "B" in tags and definite and country_of(bare) is None:  # "the Air Force"
            full = self._bodies.only(sentence.words[phrase[0] + tags.index("B")], bare, start)
        return Speaker(full or bare, kind)

    def _anybody(self, index: int, sentence: Tagged, phrase: Phrase, start: int) -> Speaker | None:
        """Return whom "the general" means: "a Western general" named before, or a person who spoke."""
        written = sentence.words[phrase[1] - 1]
        if full := self._qualified(sentence, phrase, written, start):
            return Speaker(full, "group")
        spoken = self._antecedents.before(index, phrase[0])
        return next(
            (one for one in spoken if one.kind in ("person", "name") and not is_holder(one.name)), None
        )

    def _holder(self, index: int, phrase: Phrase, written: str) -> Speaker | None:
        """Return who spoke last of those known to hold an office: "Tusk said …. The prime minister added"."""
        if written not in HOLDERS:
            return None
        spoken = self._antecedents.before(index, phrase[0])
        return next((one for one in spoken if is_holder(one.name, written)), None)

    def _outlet(self, index: int, phrase: Phrase, written: str) -> Speaker | None:
        """Return the outlet that spoke last, for "the newspaper"; "the agency" may be a body that spoke."""
        spoken = [*self._antecedents.before(index, phrase[0])]
        if written == "agency" and any(one.kind == "body" for one in spoken):
            return None
        return next((one for one in spoken if one.kind == "media" and not one.name.islower()), None)

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

        def may_be_it(speaker: Speaker) -> bool:
            return is_of(kind, kinds, speaker.name) or self._bodies.is_called(speaker.name, head)

        for speaker in self._antecedents.before(index, phrase[0]):
            spoke = speaker.kind in ("body", "name", "person", "media")
            if spoke and may_be_it(speaker) and same_country(speaker.name, written):
                return owner_of(speaker.name) if kind == "company" else speaker.name
        # "Rotem made 9, the firm said"
        first = index if kind == "company" and phrase[0] > _LATE else index - 1
        for at in range(first, max(-1, index - 1 - _BACK), -1):  # who acted before who is only named
            subject = self._antecedents.subject(at)
            if subject and subject.kind in ("body", "name") and may_be_it(subject):
                name = owner_of(subject.name) if kind == "company" else subject.name
                return name if same_country(subject.name, written) else None
        return self._bodies.last_of(kind, written, self._reading.sentence(index).start_of(phrase[0]))
