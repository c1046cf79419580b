"""Which of the speakers in and around a sentence says a figure, and who passes it on."""

from __future__ import annotations

import re
from functools import cached_property

from koreaaid.extract.claims.modality.granted import is_known
from koreaaid.extract.claims.reading import Reading
from koreaaid.extract.claims.sources.documents import OWN_WORDS, SURVEYS
from koreaaid.extract.claims.sources.source import NOBODY, Attribution, Source
from koreaaid.extract.claims.speakers.labelled import Labels
from koreaaid.extract.claims.speakers.quotes import quotation_at, quotations
from koreaaid.extract.claims.speakers.referring import answers, may_tell, reports_this, takes_up
from koreaaid.extract.claims.speakers.speakers import Speakers
from koreaaid.extract.claims.speakers.speaking import of_some_who_speak, of_those_who_speak
from koreaaid.extract.claims.words.kinds import is_named, is_nobody, is_unnamed, passes_on
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.extract.mention import Date
from koreaaid.extract.sentences import Span

_REACH_OF_SURVEY = 6
_MOST_QUOTED = 12
_OPENING = 4
# "As", the outlet, and that it told: "As earlier reported,", "As Rubryka previously wrote,"
_TOLD_BEFORE = re.compile("cd?([NM]{0,3})[rb]*[VU]r*,")
_WROTE = frozenset(["reported", "wrote"])
_OWN = frozenset(["her", "his", "its", "their"])
_HIS = frozenset(["His", "Her"])


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
        sources = self._reading.sources(sentence.index)
        if sources and "o" in (sentence.tags[word - 1], sentence.tags[word + 1 : word + 2]):
            told = of_some_who_speak(sentence, sources, word)
            if told:
                return told
        own = self._within(sentence.index, sources, word) if sources else NOBODY
        if sentence.words[0] == "As":
            recalled = self._recalled(sentence)
            if recalled and (own.source is None or own.source.at < recalled):
                return NOBODY
        if own is not NOBODY:
            return own
        return (of_those_who_speak(sentence, sources, word) if sources else None) or self._around(
            sentence.index
        )

    def _recalled(self, sentence: Tagged) -> int:
        """Return where "As reported," or "As Rubryka wrote," ends, where an outlet recalls itself; or 0."""
        told = _TOLD_BEFORE.match(sentence.tags)
        if told is None or _WROTE.isdisjoint(sentence.words[: told.end()]):
            return 0
        if not told[1]:
            return told.end()
        name = sentence.written(*told.span(1))
        if "M" not in told[1] and (name.isupper() or not self._speakers.names.fullest(name.split()[-1], 0)):
            return told.end()
        return told.end() if self._reading.is_outlet(name) else 0

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

    def _within(self, index: int, sources: list[Source], word: int) -> Attribution:
        covering = [
            source for source in sources if source.left <= word < source.right and not source.names(word)
        ]
        if not covering:
            return NOBODY
        covering = sorted(covering, key=lambda source: _distance(source, word, covering))
        key = (index, *[source.at for source in covering])
        known = self._of_sources.get(key)
        if known is None:
            known = self._of_sources[key] = self._combined(index, covering)
        return known

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
            named.sort(key=lambda pair: pair[1].kind == "media" or is_nobody(pair[1]))
        if len(named) > 1 and is_unnamed(
            named[0][1]
        ):  # "a prisoner told them …, the spokesman Melnychuk said"
            named.sort(
                key=lambda pair: not (is_named(pair[1]) and pair[0].outer and pair[0].content == "said")
            )
        (source, speaker), *others = named
        if source.content == "expected":  # "Hanwha expects to sell 20, its director said"
            own = [pair for pair in others if self._is_own(index, pair[0], source)]
            speaker, others = (own[0][1], []) if own else (speaker, others)
        if speaker.kind == "pronoun":  # whom it means is not known
            return Attribution(content=source.content, source=source)
        outlets = [other.name for _, other in others if other.kind == "media" and other.name != speaker.name]
        relay = outlets[0] if outlets else None
        origin = self._speakers.resolve(index, source.origin)
        name = speaker.name
        if (
            origin
            and origin.name != name
            and (speaker.kind == "media" or passes_on(origin, speaker, source.verb))
        ):
            relay, name = name, origin.name
        told = self._speakers.resolve(index, source.told)
        relay = relay or (told.name if told and told.name != name else None)
        if relay is None and others:
            relay = next(
                (
                    other.name
                    for cited, other in others
                    if other.name != name
                    and not (other.kind == "document" or is_nobody(other))
                    and cited.content == "said"
                    and cited.verb not in OWN_WORDS
                    and (cited.outer or not is_unnamed(other))
                ),
                None,
            )
        return Attribution(name, source.verb, relay, self._said_on(index, covering), source.content, source)

    def _is_own(self, index: int, source: Source, expecting: Source) -> bool:
        """Say whether one speaks for those who expect: "its director said", "it expects 9, Lee said"."""
        sentence = self._reading.sentence(index)
        first = sentence.words[source.phrase[0]] if source.phrase else ""
        own = first in _OWN or (expecting.phrase and sentence.tags[slice(*expecting.phrase)] == "I")
        return bool(own) and source.outer and source.content == "said"

    def _said_on(self, index: int, covering: list[Source]) -> str | None:
        figures = self._reading.sentence(index).figures
        for source in covering:
            said = figures.get(source.said) if source.said is not None else None
            if isinstance(said, Date) and said.timex_type in ("DATE", "TIME"):
                return said.timex_value
        return None

    def _around(self, index: int) -> Attribution:
        """Return who says a sentence that names no speaker itself."""
        known = self._of_sentence.get(index)
        if known is None:
            self._of_sentence[index] = NOBODY
            found = (
                self._of_quotation(index)
                or self._told_after(index)
                or self._goes_on(index)
                or self._labels.speaker_of(index)
                or NOBODY
            )
            is_own = found.source is None or found.source in self._reading.sources(index)
            known = self._of_sentence[index] = found if is_own else found._replace(source=None)
        return known

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
        inside = self._reading.same_paragraph(first) and any(
            source.phrase for source in self._reading.sources(first - 1)
        )
        for at in (last, last + 1, first):
            if at < len(self._reading.spans):
                if at > last and inside and not self._reading.same_paragraph(at):
                    continue  # who goes before the quotation in its paragraph speaks, not who opens the next
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
        if not may_tell(self._reading.text, *self._reading.spans[index + 1]):
            return None
        sentence = self._reading.sentence(index + 1)
        for source in self._reading.sources(index + 1):
            if source.backward or reports_this(sentence.words, sentence.tags, source):
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
        if answers(sentence, self._reading.same_paragraph(index)):
            return self._of_survey(index)
        first = sentence.tags[:1]
        if not takes_up(sentence) or not self._reading.same_paragraph(index):
            return None
        before = self._reading.sources(index - 1)
        reported = [
            source
            for source in before
            if source.phrase
            and source.left < source.right
            and source.content == "said"
            and (not source.outer or source.begins == 0 or first != "d" or sentence.words[0] in _HIS)
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


def _distance(source: Source, word: int, covering: list[Source]) -> tuple[int, int]:
    """Order sources from the one that reports a word to the outermost: "said that according to"."""
    opens = source.verb.startswith("according") and any(one.left == source.at for one in covering)
    if source.outer and not opens:
        return (1, source.begins - word if source.begins > word else word - source.begins)
    return (0, word - source.at)
