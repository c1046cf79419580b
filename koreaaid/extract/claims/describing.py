"""Figures become claims: every field that the text around a figure decides is filled."""

from __future__ import annotations

from collections.abc import Sequence

from koreaaid.articles import Article
from koreaaid.extract.claims.circumstances import event_date_of, location_of
from koreaaid.extract.claims.days import describe_days
from koreaaid.extract.claims.modality.budgets import Budgets
from koreaaid.extract.claims.modality.coming import of_coming, part_of_plan
from koreaaid.extract.claims.modality.modality import modality_of
from koreaaid.extract.claims.parties.actors import Parties
from koreaaid.extract.claims.parties.stages import stage_of
from koreaaid.extract.claims.parts import Repeats, covers_of, part_of
from koreaaid.extract.claims.reading import Reading
from koreaaid.extract.claims.sources.source import OF_SPEAKER
from koreaaid.extract.claims.speakers.attribution import Attributions
from koreaaid.extract.mention import Date, Quantity
from koreaaid.extract.sentences import Span

_NEAR = 3
# how many fields no claim changes
_READ = Quantity._fields.index("part_of")
# what an amount shares with the one that it restates
_OF_CLAIM = Quantity._fields[Quantity._fields.index("covers") :]


def describe(
    article: Article, sentences: Sequence[Span], quantities: Sequence[Quantity], dates: Sequence[Date]
) -> tuple[list[Quantity], list[Date]]:
    """Return the figures with who says them, of whom, where and when, and whether planned or done.

    Parameters
    ----------
    article : Article
    sentences : sequence of Span
        The sentences of its text.
    quantities, dates : sequence of Quantity and Date
        What was read in it, in text order.

    Returns
    -------
    list of Quantity, list of Date
        The same quantities and dates in the same order. What the text does not say stays None.
    """
    if not sentences:
        return list(quantities), list(dates)
    reading = Reading(article, sentences, quantities, dates)
    attributions = Attributions(reading)
    parties = Parties(reading)
    repeats = Repeats()
    budgets = Budgets(reading)
    claims: list[Quantity] = []
    for sentence, word, quantity in reading.quantities():
        if quantity.converts is not None and (same := _restated(quantity, claims)):
            claims.append(_converted(quantity, same, repeats))
            continue
        who = attributions.of(sentence, word)
        modality = modality_of(sentence, word, quantity, who)
        if modality == "asserted":
            planned = budgets.plans(sentence, word, quantity)
            modality = "planned" if planned else of_coming(reading, sentence, word, quantity)
            if modality == "asserted" and claims:
                modality = part_of_plan(sentence, word, claims[-1])
        actor, counterparty = parties.of(sentence, word, quantity, who.source)
        claim = Quantity._make((
            # all in their order: names and `_replace` cost several times as much
            *quantity[:_READ],
            part_of(reading, sentence, word, quantity, claims),
            quantity.converts,
            repeats.of(quantity, modality, who.name),
            quantity.covers or covers_of(reading.text, sentence, word, quantity),
            actor,
            counterparty,
            location_of(reading.text, sentence, word, quantity),
            who.name, who.verb, who.relayed_by,
            modality,
            None
            if who is OF_SPEAKER
            else stage_of(reading, sentence, word, quantity, modality),
            event_date_of(sentence, word, who.source, reading.datelines),
            who.said_on,
        ))  # fmt: skip
        claims.append(claim)
    return claims, describe_days(reading, attributions, dates)


def _restated(quantity: Quantity, earlier: Sequence[Quantity]) -> Quantity | None:
    return next((claim for claim in earlier[-_NEAR:] if claim.start == quantity.converts), None)


def _converted(quantity: Quantity, same: Quantity, repeats: Repeats) -> Quantity:
    """Return an amount that restates the one of a claim: "400 billion won ($276 million)" is one claim."""
    return quantity._replace(
        part_of=quantity.part_of or same.part_of,
        repeats=repeats.of(quantity, same.modality, same.attributed_to),
        **{field: getattr(same, field) for field in _OF_CLAIM},
    )
