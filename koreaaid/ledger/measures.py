"""What a figure of casualties measures: killed, wounded, both together, captured, missing."""

from __future__ import annotations

import re

import pandas as pd

from koreaaid.language.lexicon import alternatives, lexicon

_MEASURES = {words.lower(): measure for measure, entries in lexicon("measures").items() for words in entries}
# Longest first: "killed or wounded" is one measure, not the first of two, and "lost their lives" is no loss.
_WORD = re.compile(rf"\b(?:{alternatives(_MEASURES)})", re.IGNORECASE)
# Another figure begins another statement: "600 killed and 2,700 wounded".
_AFTER = re.compile(r"[^\d;:.]{0,60}")
_BEFORE = re.compile(r"[^\d;:.]{0,60}\Z")
_VERB_BEFORE = re.compile(r"\b(\w+)\s+\Z")


def with_measures(claims: pd.DataFrame) -> pd.DataFrame:
    """Return `claims` with `measure` filled in for casualties."""
    rows = claims[claims["category"] == "casualties"]
    if rows.empty:
        return claims
    offsets = rows["start"] - rows["sentence_start"]
    measures = [
        measure_of(item if isinstance(item, str) else "", sentence, at, at + len(surface))
        for item, sentence, at, surface in zip(
            rows["item"], rows["sentence"], offsets, rows["surface"], strict=True
        )
    ]
    column = claims["measure"].copy()
    column.loc[rows.index] = pd.Series(measures, index=rows.index, dtype="str")
    return claims.assign(measure=column)


def measure_of(item: str, sentence: str, start: int, end: int) -> str:
    """Return the measure of the figure at `sentence[start:end]`.

    >>> measure_of("soldiers", "They killed 600 soldiers and wounded 2,700 others.", 12, 15)
    'killed'
    >>> measure_of("killed", "Some 600 of them were killed or wounded.", 5, 8)
    'killed_or_wounded'
    """
    before = _found(_BEFORE, sentence[max(0, start - 60) : start])
    verb = _VERB_BEFORE.search(before)
    after = _found(_AFTER, sentence[end : end + 60])
    lone = _WORD.fullmatch(item)  # a lone word of loss is read where it stands
    if lone and item.lower() not in after.lower() and item.lower() in before.lower():
        return _named(lone)
    places = (f"{sentence[start:end]} {'' if lone else item}", verb[1] if verb else "", after, item)
    for place in places:
        if found := _WORD.search(place):
            return _joined(found, place)
    words = list(_WORD.finditer(before))
    return _named(words[-1]) if words else "other"


def _joined(found: re.Match[str], place: str) -> str:
    """Return the measure of `found`; of the dead and of the wounded together where both are named at once."""
    measure = _named(found)
    following = _WORD.search(place, found.end(), found.end() + 24)
    if following and {measure, _named(following)} == {"killed", "wounded"}:
        return "killed_or_wounded"
    return measure


def _named(found: re.Match[str]) -> str:
    return _MEASURES[" ".join(found.group().lower().split())]


def _found(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text) if pattern is _BEFORE else pattern.match(text)
    return match.group() if match else ""
