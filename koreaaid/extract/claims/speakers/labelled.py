"""Speakers whom labels of paragraphs name: "Source: X", "Details:", and "A:" or a name in an interview."""

from __future__ import annotations

from functools import cached_property

from koreaaid.extract.claims.reading import Reading
from koreaaid.extract.claims.sources.interviews import interview_answers
from koreaaid.extract.claims.sources.labels import (
    ends_source,
    is_answer_label,
    is_picture_label,
    is_source_label,
    label_of,
)
from koreaaid.extract.claims.sources.source import Attribution
from koreaaid.extract.claims.speakers.speakers import Speakers
from koreaaid.extract.claims.words.phrases import phrase_after

_LABELS_OF_SPEAKERS = ("ource:", "ources:", "\nA:", "\nAnswer:", "\nDetails:")
_REACH_OF_LABEL = 14
_MOST_LABELS = 40
_MARKS = 4
_BLANKS = " \t\xa0•*"


class Labels:
    """Finds who speaks under the labels of one article."""

    def __init__(self, reading: Reading, speakers: Speakers) -> None:
        self._reading = reading
        self._speakers = speakers
        self._may_have = ":" in reading.text

    def speaker_of(self, index: int) -> Attribution | None:
        """Return the speaker of "Source: X" for what "Details:" tells after it, of "A:" in an interview."""
        if not self._may_have:
            return None
        answering = self._answers.get(index)
        if answering:
            return Attribution(answering, "answer")
        if not self._labels:
            return None
        if is_source_label(self._labels.get(index + 1)) and index not in self._labels:
            return self._of_person_behind(index + 1)
        for at in range(index, max(-1, index - _REACH_OF_LABEL), -1):
            label = self._labels.get(at)
            if label is None:
                continue
            if is_answer_label(label):
                return self._interviewed
            if ends_source(label):
                return None
            if label == "details" and not any(map(is_source_label, self._labels.values())):
                return self._of_lead(at, index)
            if is_source_label(label) and at < index and not self._credits_picture(at):
                return self._after_label(at)
        return None

    def _of_person_behind(self, index: int) -> Attribution | None:
        """Return the person whom the label after a lead names: "It fell by half. / Source: Ivan Nowak"."""
        sentence = self._reading.sentence(index)
        phrase = phrase_after(sentence, sentence.tags.find(":") + 1)
        speaker = self._speakers.resolve(index, phrase)
        named = speaker and speaker.kind in ("person", "name") and not self._credits_picture(index)
        return Attribution(speaker.name, "source") if speaker and named else None

    def _of_lead(self, label: int, index: int) -> Attribution | None:
        """Return who speaks before "Details:", for the rest of its paragraph."""
        if any(not self._reading.same_paragraph(at) for at in range(label + 1, index + 1)):
            return None
        said = [source for source in self._reading.sources(label - 1) if source.phrase] if label else []
        speaker = self._speakers.resolve(label - 1, said[-1].phrase) if said else None
        return Attribution(speaker.name, said[-1].verb) if speaker else None

    def _credits_picture(self, index: int) -> bool:
        """Say whether a source label tells where a picture is from: "Photo: Tanks. Source: open sources"."""
        start = self._reading.spans[index][0]
        before = self._reading.text[max(0, start - _MARKS) : start].rstrip(_BLANKS)
        return before[-1:] not in ("", "\n") or is_picture_label(self._labels.get(index - 1))

    @cached_property
    def _interviewed(self) -> Attribution | None:
        """Who answers in an interview: the person named last before the first question or answer."""
        first = min(at for at, label in self._labels.items() if is_answer_label(label) or ends_source(label))
        name = next(self._speakers.names.in_office(self._reading.spans[first][0]), None)
        return Attribution(name, "answer") if name else None

    @cached_property
    def _answers(self) -> dict[int, str]:
        """Who gives the answer that a sentence belongs to, where each paragraph begins with a name."""
        return {
            index: name
            for label, start, end in interview_answers(self._reading.text)
            for name in [self._speakers.names.labelled(label, start)]
            for index in range(self._reading.index_of(start), self._reading.index_of(end - 1) + 1)
        }

    @cached_property
    def _labels(self) -> dict[int, str]:
        """The labels of the article's sentences, if one of them is a source or an answer."""
        text = self._reading.text
        found: dict[int, str] = {}
        if not any(map(text.__contains__, _LABELS_OF_SPEAKERS)):
            return found
        at = text.find(":")
        while at >= 0 and len(found) < _MOST_LABELS:
            index = self._reading.index_of(at)
            if index not in found and at - self._reading.spans[index][0] < 30:
                label = label_of(self._reading.sentence(index))
                if label:
                    found[index] = label
            at = text.find(":", at + 1)
        return found

    def _after_label(self, index: int) -> Attribution | None:
        if ends_source(self._labels.get(index)):
            return None
        sentence = self._reading.sentence(index)
        if ";" in sentence.tags:  # "Source: Reuters; Ivan Nowak": one of them
            return None
        phrase = phrase_after(sentence, sentence.tags.find(":") + 1)
        speaker = self._speakers.resolve(index, phrase)
        return Attribution(speaker.name, "source") if speaker else None
