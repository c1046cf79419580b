"""What is told of a day: what happened or will, or was said, by whom, and whether it is done or planned."""

from __future__ import annotations

from collections.abc import Sequence

from koreaaid.extract.claims.events import event_of, words_of_event
from koreaaid.extract.claims.modality.modality import modality_of, modality_of_content
from koreaaid.extract.claims.parties.stages import stage_of_event
from koreaaid.extract.claims.reading import Reading
from koreaaid.extract.claims.speakers.attribution import Attributions
from koreaaid.extract.claims.words.tagged import Tagged
from koreaaid.extract.mention import Date, Quantity

# how many fields of a date no claim changes
_READ = Date._fields.index("day_of")
# A day counts nothing that its verb could deny or plan apart from the whole.
_UNCOUNTED = Quantity(0, 0, "", None, None, None, "exact", "day", "other_count", "day")


def describe_days(reading: Reading, attributions: Attributions, dates: Sequence[Date]) -> list[Date]:
    """Return the dates, those that name a day, a week or a month with what the text tells of it.

    "According to Kirby, the launches took place on December 30": an event, told by Kirby, asserted. "On
    January 5, Ihnat said that the force cannot confirm it": a statement of Ihnat, not confirmed.
    """
    described = {
        date.start: _described(reading, attributions, sentence, word, date)
        for sentence, word, date in reading.days()
    }
    return [described.get(date.start, date) for date in dates] if described else list(dates)


def _described(reading: Reading, attributions: Attributions, sentence: Tagged, word: int, date: Date) -> Date:
    source = next((s for s in reading.sources(sentence.index) if s.said == word and s.phrase), None)
    if source:
        who = attributions.of_source(sentence, source)
        event = event_of(sentence, source.left - 1, source.left)
        modality = modality_of_content(sentence, source)
    else:
        who = attributions.of(sentence, word)
        said = who.source
        event = event_of(sentence, word, said.left if said and not said.outer and said.covers(word) else 0)
        modality = modality_of(sentence, word, _UNCOUNTED, who)
    return Date._make((
        # all in their order: names and `_replace` cost several times as much
        *date[:_READ],
        "statement" if source else "event",
        words_of_event(reading.text, sentence, event),
        who.name, who.verb, who.relayed_by,
        modality,
        stage_of_event(sentence, event, modality),
    ))  # fmt: skip
