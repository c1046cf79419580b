"""Which of the speakers in and around a sentence says a figure, and who passes it on."""

from __future__ import annotations

import re
from functools import cached_property

from koreaaid.extract.claims.documents import SURVEYS
from koreaaid.extract.claims.granted import is_known
from koreaaid.extract.claims.kinds import Speaker
from koreaaid.extract.claims.labelled import Labels
from koreaaid.extract.claims.quotes import quotation_at, quotations
from koreaaid.extract.claims.reading import Reading
from koreaaid.extract.claims.source import NOBODY, Attribution, Source
from koreaaid.extract.claims.speakers import Speakers
from koreaaid.extract.claims.tagged import Tagged
from koreaaid.extract.mention import Date
from koreaaid.extract.sentences import Span

_REACH_OF_SURVEY = 6
_MOST_QUOTED = 12
_OPENING = 4
_LONGEST_RECALL = 5
_OWNED = frozenset(["His", "Her", "Its", "Their"])
_TELLS_FIRST = ("This ", "That ", "It ", "So ")
_MAY_TELL = re.compile(r"(?:[\w’'.-]+ ){1,12}?(?:this|it)\b")


class Attributions:
    """Finds who says the figures of one article."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._speakers = Speakers(reading)
        self._labels = Labels(reading, self._speakers)
        self._of_sentence: dict[int, Attribution] = {}
        self._of_sources: dict[tuple[int, ...], Attribution] = {}

    def of(self, sentence: Tagged, word: int) -> Attribution:
        """Return who says the figure that is this word of the sentence."""
        if is_known(sentence, word) and not quotation_at(self._quotations, sentence.start_of(word)):
            return NOBODY
        if sentence.words[word] == "one" and self._describes_speaker(sentence, word):
            return NOBODY
        own = self._within(sentence.index, word)
        if own is not NOBODY or self._is_of_speaker(sentence.index, word) or _is_recalled(sentence):
            return own
        return self._around(sentence.index)

    def _is_of_speaker(self, index: int, word: int) -> bool:
        """Say whether a figure tells of a speaker: "Marlow, 61, told us", "says Petrova, a 34-year-old"."""
        for source in self._reading.sources(index):
            if source.names(word):
                return True
            if source.phrase and source.outer and source.right == source.phrase[1] <= word:
                return True
        return False

    def _describes_speaker(self, sentence: Tagged, word: int) -> bool:
        """Say whether "one" tells who speaks: "…, according to Lee, one of the lawmakers"."""
        if sentence.tags[word - 1 : word] != "," or sentence.tags[word + 1 : word + 2] != "o":
            return False
        return any(
            source.phrase and source.outer and source.phrase[1] + 1 == word and source.begins >= _OPENING
            for source in self._reading.sources(sentence.index)
        )

    def of_source(self, sentence: Tagged, source: Source) -> Attribution:
        """Return whom a source of the sentence means."""
        return self._combined(sentence.index, [source])

    def _within(self, index: int, word: int) -> Attribution:
        sources = self._reading.sources(index)
        if not sources:
            return NOBODY
        covering = [source for source in sources if source.covers(word) and not source.names(word)]
        if not covering:
            return NOBODY
        if len(covering) > 1:
            covering.sort(key=lambda source: _distance(source, word))
        key = (index, *[source.at for source in covering])
        if key not in self._of_sources:
            self._of_sources[key] = self._combined(index, covering)
        return self._of_sources[key]

    def _combined(self, index: int, covering: list[Source]) -> Attribution:
        """Make one attribution of nested sources, the nearest first: outlets pass on what others say."""
        named = [
            (source, speaker)
            for source in covering
            if (speaker := self._speakers.resolve(index, source.phrase))
        ]
        if not named:
            return NOBODY
        if len(named) > 1:  # "in its assessment", where "it" is named later
            named = [pair for pair in named if pair[1].kind != "pronoun"] or named
            named.sort(key=lambda pair: pair[1].kind == "media" or _is_nobody(pair[1]))
        (source, speaker), *others = named
        if speaker.kind == "pronoun":  # whom it means is not known
            return Attribution(content=source.content, source=source)
        outlets = [other.name for _, other in others if other.kind == "media" and other.name != speaker.name]
        relay = outlets[0] if outlets else None
        origin = self._speakers.resolve(index, source.origin)
        name = speaker.name
        if origin and origin.name != name and (speaker.kind == "media" or _speaks_for(origin, speaker)):
            relay, name = name, origin.name
        told = self._speakers.resolve(index, source.told)
        relay = relay or (told.name if told and told.name != name else None)
        if relay is None and others:
            relay = next(
                (
                    other.name
                    for cited, other in others
                    if other.name != name and other.kind != "document" and cited.content == "said"
                ),
                None,
            )
        return Attribution(name, source.verb, relay, self._said_on(index, covering), source.content, source)

    def _said_on(self, index: int, covering: list[Source]) -> str | None:
        figures = self._reading.sentence(index).figures
        for source in covering:
            said = figures.get(source.said) if source.said is not None else None
            if isinstance(said, Date) and said.timex_type in ("DATE", "TIME"):
                return said.timex_value
        return None

    def _around(self, index: int) -> Attribution:
        """Return who says a sentence that names no speaker itself."""
        if index not in self._of_sentence:
            self._of_sentence[index] = NOBODY
            self._of_sentence[index] = (
                self._of_quotation(index)
                or self._told_after(index)
                or self._goes_on(index)
                or self._labels.speaker_of(index)
                or NOBODY
            )
        return self._of_sentence[index]

    @cached_property
    def _quotations(self) -> list[Span]:
        return quotations(self._reading.text)

    def _of_quotation(self, index: int) -> Attribution | None:
        """Return the speaker of the quotation around a sentence: named at its end, beginning, or before."""
        start, end = self._reading.spans[index]
        around = quotation_at(self._quotations, (start + end) // 2)
        if around is None:
            return None
        last = self._reading.index_of(max(around[0], around[1] - 1))
        first = self._reading.index_of(around[0])
        for at in (last, last + 1, first):
            if at < len(self._reading.spans):
                found = self._next_to(at, around)
                if found:
                    return found
        if first == 0:
            return None
        for at in range(first - 1, max(-1, first - _MOST_QUOTED), -1):
            before = [source for source in self._reading.sources(at) if source.phrase and not source.backward]
            if before:
                return self._combined(at, before[-1:])
            # a paragraph that is a quotation after one that is: the same speaker goes on
            if self._reading.same_paragraph(at + 1) or not self._is_quoted(at):
                return None
        return None

    def _is_quoted(self, index: int) -> bool:
        return quotation_at(self._quotations, self._reading.spans[index][1] - 1) is not None

    def _next_to(self, index: int, quotation: Span) -> Attribution | None:
        """Return the speaker whom a sentence names outside of the quotation that it touches."""
        sentence = self._reading.sentence(index)
        outside = [
            source
            for source in self._reading.sources(index)
            if source.phrase and self._is_outside(sentence, source, quotation)
        ]
        return self._combined(index, outside[:1]) if outside else None

    def _is_outside(self, sentence: Tagged, source: Source, quotation: Span) -> bool:
        """Say whether words of saying stand before a quotation, or after it and speak of it."""
        at = sentence.start_of(source.at)
        if quotation[0] < at < quotation[1]:
            return False
        only_says = source.left >= len(sentence.tags) and source.begins <= 2  # "the statement said."
        return source.outer or at < quotation[0] or only_says

    def _told_after(self, index: int) -> Attribution | None:
        """Return the speaker whom the next sentence names: "This was announced by X"."""
        if index + 1 >= len(self._reading.spans):
            return None
        if not _may_tell(self._reading.text, *self._reading.spans[index + 1]):
            return None
        sentence = self._reading.sentence(index + 1)
        for source in self._reading.sources(index + 1):
            if source.backward or _reports_this(sentence.words, sentence.tags, source):
                return self._combined(
                    index + 1,
                    [source, *(other for other in self._reading.sources(index + 1) if other is not source)],
                )
        return None

    def _goes_on(self, index: int) -> Attribution | None:
        """Return the speaker of the sentence before, if this one goes on with it: "It covers …"."""
        if index == 0:
            return None
        sentence = self._reading.sentence(index)
        if _answers(sentence, self._reading.same_paragraph(index)):
            return self._of_survey(index)
        first = sentence.tags[:1]
        if first not in ("I", "H") and not (first == "d" and sentence.words[0] in _OWNED):
            return None
        if not self._reading.same_paragraph(index):
            return None
        before = self._reading.sources(index - 1)
        reported = [
            source
            for source in before
            if source.phrase
            and source.left < source.right
            and source.content == "said"
            and (not source.outer or source.begins == 0 or first in ("I", "H"))
        ]
        if reported:
            return self._combined(index - 1, reported[-1:])
        return self._around(index - 1) if not before else None

    def _of_survey(self, index: int) -> Attribution | None:
        """Return the survey or who made it, for "Another 22 percent said no" after it."""
        for at in range(index - 1, max(-1, index - _REACH_OF_SURVEY), -1):
            for source in self._reading.sources(at):
                words = self._reading.sentence(at).words[: source.left + 1]
                if source.phrase and any(word.lower() in SURVEYS for word in words):
                    return self._combined(at, [source])
        return None


def _may_tell(text: str, start: int, end: int) -> bool:
    """Say whether a sentence may tell who said the one before: "This was", "Ukrinform reports this"."""
    if text.startswith(_TELLS_FIRST, start):
        return True
    named = text.find(" this", start, end) > 0 or text.find(" it", start, end) > 0
    return named and bool(_MAY_TELL.match(text, start, end))


def _is_recalled(sentence: Tagged) -> bool:
    """Say whether an outlet recalls what it told before, and nobody says it: "As reported, …"."""
    if sentence.words[0] != "As" or sentence.tags[1:2] not in ("V", "b", "r"):
        return False
    comma = sentence.tags.find(",", 1, _LONGEST_RECALL)
    return "reported" in sentence.words[1 : max(comma, 1)] and not sentence.tags[1:comma].strip("rbVU")


def _answers(sentence: Tagged, goes_on: bool) -> bool:
    """Say whether a sentence tells how many answered what: "Only 15 percent said …".

    One that goes on with a paragraph or a share needs no such verb: "The remaining 5 percent declined …".
    """
    at = sentence.tags.find("#", 0, 4)
    if at < 0 or sentence.figures[at].unit != "percent":
        return False
    return goes_on or sentence.tags[0] == "o" or any(tag in "VUX" for tag in sentence.tags[at + 1 : at + 5])


def _is_nobody(speaker: Speaker) -> bool:
    """Say whether a speaker is only "intelligence" or "reports", so that whoever cites it counts."""
    bare = speaker.kind == "document" or speaker.name.lower() == "intelligence"
    return bare and " " not in speaker.name


def _speaks_for(origin: Speaker, speaker: Speaker) -> bool:
    """Say whether a person passes on what a body says: "Rep. Park said, citing the spy agency"."""
    return speaker.kind == "person" and origin.kind == "body" and not _is_nobody(origin)


def _distance(source: Source, word: int) -> tuple[int, int]:
    """Order sources from the one that reports the word directly to the outermost."""
    if source.outer:
        return (1, source.begins - word if source.begins > word else word - source.begins)
    return (0, word - source.at)


def _reports_this(words: list[str], tags: str, source: Source) -> bool:
    """Say whether a sentence reports the one before: "X reports this with reference to Y"."""
    after = [word.lower() for word in words[source.at + 1 : source.at + 3]]
    if after[:1] in (["about"], ["of"]):  # "told about this at the forum"
        after = after[1:]
    if after[:1] in (["this"], ["it"]) and "#" not in tags:
        return True
    first = words[0].lower()
    return first in ("this", "that") and tags[1:2] == "b" and source.at <= 4 and "t" not in tags
