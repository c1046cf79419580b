"""Figures become claims: every field that the text around a figure decides is filled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from koreaaid.articles import Article
from koreaaid.extract.claims.attribution import Attributions
from koreaaid.extract.claims.modality import modality_of
from koreaaid.extract.claims.reading import Reading
from koreaaid.extract.mention import Date, Quantity
from koreaaid.extract.sentences import Span


def describe(
    article: Article, sentences: Sequence[Span], quantities: Sequence[Quantity], dates: Sequence[Date]
) -> list[Quantity]:
    """Return the quantities with who says them, of whom, where and when, and whether planned or done."""
    if not quantities:
        return []
    reading = Reading(article, sentences, quantities, dates)
    attributions = Attributions(reading)
    claims = []
    for quantity in quantities:
        index = reading.index_of(quantity.start)
        sentence = reading.sentence(index)
        word = sentence.at(quantity.start)
        who = attributions.of(index, word)
        modality = modality_of(sentence, word, quantity, who.source)
        claims.append(
            replace(
                quantity,
                attributed_to=who.name,
                attribution_verb=who.verb,
                relayed_by=who.relayed_by,
                said_on=who.said_on,
                modality=modality,
            )
        )
    return claims
