"""Speakers whose verb is left out: "Seoul puts the number at 300, Kyiv at 500", "…, and Bern's, 400"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from koreaaid.extract.claims.sources.reach import turn_after
from koreaaid.extract.claims.sources.source import Source
from koreaaid.extract.claims.words.phrases import phrase_after
from koreaaid.extract.claims.words.tagged import Tagged

# ", and Kyiv at", ", the army", ", the organizers at", ", and Washington's," before a figure
_GAP = re.compile(r"[^CNBM#;:|“”\"]{0,8}?(?:,&?(d?[CNBTM]{1,4}|dx(?=a))[a,]?|&(d?[CNBTM]{1,4})a)(?=#)")
# "; Kyiv, at 900"
_NEXT_GAP = re.compile(r";&?(d?[CNBTM]{1,4}),?a(?=#)")
_NAMES = frozenset("CNBM")
# "… by Seoul and at 4,000 by Kyiv"
_BY_GAP = re.compile("(?:,?&|,)a?#y")


def with_gapped(sentence: Tagged, sources: list[Source]) -> list[Source]:
    """Add who tells another figure of the same with the verb of the one before.

    Not who does something: "said that Poland bought 300 tanks, and Norway 54".
    """
    added: list[Source] = []
    for source in sources:
        added += _by_others(sentence, source)
        first = sentence.tags.find("#", source.left)
        if source.outer or source.backward or not 0 < first < source.right:
            continue
        if not _NAMES.isdisjoint(sentence.tags[source.left : first]):
            continue
        at = first
        while found := _GAP.match(sentence.tags, at + 1, source.right):
            at = found.end()
            phrase = found.span(1) if found[1] else found.span(2)
            added.append(
                Source(phrase, source.verb, at - 1, at, source.right, begins=phrase[0], said=source.said)
            )
        if added:
            source.right = min(source.right, added[-1].begins)
        if found := _NEXT_GAP.match(sentence.tags, source.right):
            phrase, at = found.span(1), found.end()
            right = turn_after(sentence, at)
            added.append(Source(phrase, source.verb, at - 1, at, right, begins=phrase[0], said=source.said))
    return [*sources, *added] if added else sources


def _by_others(sentence: Tagged, source: Source) -> Iterator[Source]:
    """Yield who puts it at another figure: "is put at 1,100 by Seoul and at 4,000 by Kyiv"."""
    phrase = source.phrase
    while phrase and sentence.tags.startswith("y", phrase[0] - 1):
        gap = _BY_GAP.match(sentence.tags, phrase[1])
        phrase = phrase_after(sentence, gap.end()) if gap else None
        if gap and phrase:
            figure = gap.end() - 2
            yield Source(phrase, source.verb, figure, figure, gap.end(), begins=figure, said=source.said)
