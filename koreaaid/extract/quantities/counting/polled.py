"""Who is polled: whose opinion a percentage is."""

from __future__ import annotations

from collections.abc import Sequence

from koreaaid.extract.quantities.figure import Figure
from koreaaid.language.lexicon import lexicon
from koreaaid.language.nearby import word_after, word_before
from koreaaid.language.patterns import late

_OPINIONS = frozenset(lexicon("phrases")["opinion_verbs"]["words"])
_POLLED = lexicon("phrases")["polled"]["words"]
_WERE = frozenset({"was", "were"})  # "people aged 70 were 55 percent against"
_STANDS = frozenset({"in", "against", "undecided", "unsure", "yes", "no", "for"})
_STAND = late(r"\s+(?:in favou?r|undecided|unsure|against(?= it|[,.;])|(?:yes|no|for)(?=[,.;]))\b")
_AMONG = late(r"\b[Aa]mong (?:the |all )?([^,;.\n\d][^,;.\n]{2,60}),? [^,;.\n]{0,30}\Z")
_SURVEY = late(r"\b(?:poll|study|survey)(?: (?:by|for) [A-Z]\w+)? of \Z")
_SURVEYED = late(r"\b(?:asked|interviewed|polled|questioned|surveyed) (?:about |some )?\Z")
_REACH = 24
_AGAINST = frozenset({"against", "versus"})
_LAST = 4
_NEAR = 120
_POLL = 1500


def read_surveyed(text: str, figure: Figure, end: int, sentence: int, before: Sequence[Figure]) -> str | None:
    """Read "In a survey of 214 firms by the chamber, 57 percent named labor, against 41 percent"."""
    if figure.category != "percent" or word_after(text, end) == "of":
        return None
    if figure.start <= sentence + 1 and before and before[-1].unit == "count":
        last = before[-1]  # "It surveyed 412 firms. Some 63 percent said"
        return last.item if _SURVEYED.search(text, last.start - _REACH, last.start) else None
    if text[figure.start - 2 : figure.start] != ", " and word_before(text, figure.start) not in _AGAINST:
        return None
    if before and text.startswith("Of ", sentence) and _is_first(before[-1], sentence):
        return before[-1].item  # "Of the 412 firms that the chamber asked, 63 percent said"
    for one in reversed(before[-_LAST:]):
        if (
            one.start >= sentence
            and one.unit == "count"
            and _SURVEY.search(text, one.start - _REACH, one.start)
        ):
            return one.item
    return None


def _is_first(figure: Figure, sentence: int) -> bool:
    """Say whether a figure stands right behind the first words of a sentence: "Of the 412"."""
    return figure.unit == "count" and 0 <= figure.start - sentence <= len("Of the ")


def does_opine(text: str, end: int) -> bool:
    """Say whether what the polled think follows: "82 percent opposed", "34 percent in favor"."""
    end += text.startswith(")", end)
    word = word_after(text, end)
    return word in _OPINIONS or (word in _STANDS and bool(_STAND.match(text, end)))


def read_polled(text: str, figure: Figure, end: int, sentence: int) -> str | None:
    """Read who is polled: "82 percent of respondents were against it, 13 percent said yes"."""
    if not does_opine(text, end) or word_before(text, figure.start) in _WERE:
        return None
    begin = max(sentence, figure.start - _NEAR)
    near = text.find("mong ", begin, figure.start) > 0
    among = _AMONG.search(text, begin, figure.start) if near else None
    if among:  # "Among those in their 20s, 52 percent opposed it"
        return among[1]
    begin = max(0, figure.start - _POLL)
    found = max((text.rfind(who, begin, figure.start), who) for who in _POLLED)
    return found[1] if found[0] >= 0 else None
