"""Page furniture: the spans of a text that belong to the page and not to the article.

What is furniture stands in `koreaaid/language/lexicons/furniture.toml`; here is how it is found. One pattern
reads the beginnings of all lines; what stands within a line is looked for around a literal cue, so that plain
newswire costs a few string searches. Every search is bounded, so that time grows with the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from koreaaid.articles.article import Dating, Furniture
from koreaaid.articles.bylines import HEADER
from koreaaid.articles.related import closing_part, list_of_articles, related_headline, stamped_headline
from koreaaid.language.lexicon import alternatives, by_first_letter, lexicon
from koreaaid.language.patterns import late

_BULLETS = r"[ \t\u00a0•·*|>\u2013\u2014-]{0,12}"
_LINE_END = r"(?=\n|\Z)"
_LONGEST_COUNTER = 16
_COUNTER_BEFORE = late(r"(?:\A|\n)[ \t\u00a0]*(?P<count>\d{1,7})[ \t\u00a0]*\n?\Z")
_COUNTER_AFTER = late(r"[ \t\u00a0|•·]{0,8}\n?[ \t\u00a0]{0,8}(?P<count>\d{1,7})[ \t\u00a0]*(?=\n|\Z)")
_BLANKS = " \t\u00a0"
_ENDS_OF_DATES = (*"0123456789.)ABCDEFGHIJKLMNOPQRSTUVWXYZ", "st", "nd", "rd", "th", "am", "pm")
_FIRST_WORD = late(r"[a-z]+|.")
# Lines in which an author's biography may stand.
_LAST_LINES = 4
_LONGEST_LAST_LINE = 500
_SMALL = frozenset({"share buttons", "list of other articles"})  # they begin in small letters, too


class _Cued(NamedTuple):
    """A pattern around a literal: from `before` characters before it to `after` behind it.

    Without `before` it begins with the literal; `lead` is what may stand in front of it then.
    """

    cue: str
    pattern: re.Pattern[str]
    reason: str
    before: int
    after: int
    lead: re.Pattern[str] | None


def find_furniture(text: str, datings: Iterable[Dating] = ()) -> tuple[Furniture, ...]:
    """Return the furniture of a text whose days of publication are known, in order and not overlapping.

    >>> [text[span.start:span.end] for text in ["Kyiv • 109325 views"] for span in find_furniture(text)]
    ['109325 views']
    """
    small = small_letters(text)
    found = [
        *_from_lines(text, small), *_within_lines(text, small), *_offers(text, small), *_biographies(text),
    ]  # fmt: skip
    found += [
        span for count in found if count.reason == "view count" for span in stamped_headline(text, count)
    ]
    found += _counters_beside(text, datings)
    return _disjoint(found) if found else ()


def may_have_counters(text: str) -> bool:
    """Say whether a bare number may stand beside the day of a page; a no is certain, and cheap."""
    for line in text.split("\n"):
        line = line.rstrip(_BLANKS)
        if not line[-1:].isdecimal():
            continue
        before = line.rstrip("0123456789")
        if before.endswith(".") and before[-2:-1].isdecimal():
            continue  # "12.5": no date ends so
        before = before.rstrip(_BLANKS + "|•·")
        if before in ("", line) or before.endswith(_ENDS_OF_DATES):
            return True
    return False


def _counters_beside(text: str, datings: Iterable[Dating]) -> Iterator[Furniture]:
    """Find bare numbers beside the day of a page: readers that it counts without saying so."""
    for dating in datings:
        if dating.source != "dateline" or dating.start is None or dating.end is None:
            continue
        line_start = max(0, text.rfind("\n", max(0, dating.start - _LONGEST_LAST_LINE), dating.start))
        before = _COUNTER_BEFORE.search(text, max(0, line_start - _LONGEST_COUNTER), line_start)
        after = _COUNTER_AFTER.match(text, dating.end)
        yield from (Furniture(*found.span("count"), "counter") for found in (before, after) if found)


def small_letters(text: str) -> str:
    """Return the text in small letters, with every character at its place.

    >>> len(small_letters("İzmir")), small_letters("İzmir")
    (5, 'izmir')
    """
    return text.replace("İ", "i").lower()


def _disjoint(found: list[Furniture]) -> tuple[Furniture, ...]:
    """Keep of overlapping spans the earlier, of two that begin together the longer, and what is left over."""
    kept: list[Furniture] = []
    reached = 0
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        start = max(span.start, reached)
        if start < span.end:
            kept.append(Furniture(start, span.end, span.reason))
            reached = span.end
    return tuple(kept)


@cache
def _line_rules() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    """Return, for each first word of a line of the page, the kinds of such lines and their patterns."""
    words = lexicon("furniture")
    labels, headings, closings = (
        words["related"]["labels"], words["lists"]["headings"], words["closing"]["labels"],
    )  # fmt: skip
    rules: list[tuple[str, list[str], str]] = [
        (rule["reason"], rule["first"], rf"(?:{'|'.join(rule['patterns'])}){_BULLETS}{_LINE_END}")
        for rule in words["line"]
    ]
    rules += [
        ("related", labels, rf"(?:{alternatives(labels)})\s?[:|]"),
        (
            "list",
            headings,
            rf"(?:{alternatives(headings)})\s?:?(?:{_BULLETS}{_LINE_END}|(?={_BULLETS}\b1\b))",
        ),
        ("closing", closings, rf"(?:{alternatives(closings)})\s?(?::|{_LINE_END})"),
    ]
    by_first: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for kind, openings, grammar in rules:
        pattern = late(grammar)
        for word in {_FIRST_WORD.match(opening).group() for opening in openings}:  # type: ignore[union-attr]
            by_first.setdefault(word, []).append((kind, pattern))
    return by_first


@cache
def _line_start() -> re.Pattern[str]:
    """Match the beginning of a line that may be one of the page, up to its first word."""
    words = by_first_letter(word for word in _line_rules() if word.isalpha())
    return late(rf"\n{_BULLETS}({words}(?![a-z])|\d|[#(!\[])")


def _from_lines(text: str, small: str) -> Iterator[Furniture]:
    rules = _line_rules()
    # Positions in `lines` are those of `text` plus one, for the line break in front; behind the header of an
    # archive a line begins too.
    header = HEADER.match(text)
    lines = f"\n{small[: header.end() - 1]}\n{small[header.end() :]}" if header else "\n" + small
    for line in _line_start().finditer(lines):
        word = line[1]
        for kind, pattern in rules.get("0" if word.isdigit() else word, ()):
            start = line.start(1) - 1
            found = pattern.match(small, start)
            # A line that begins in small letters goes on from the one before it, in text that is wrapped.
            if found and (not text[start].islower() or kind in _SMALL):
                yield from _line_of_kind(text, kind, start, found.end())
                break


def _line_of_kind(text: str, kind: str, start: int, end: int) -> Iterator[Furniture]:
    words = lexicon("furniture")
    if kind == "related":
        yield Furniture(start, related_headline(text, end), words["related"]["reason"])
    elif kind == "list":
        yield Furniture(start, list_of_articles(text, end), words["lists"]["reason"])
    elif kind == "closing":
        yield from closing_part(text, start, words["closing"]["reason"])
    else:
        yield Furniture(start, end, kind)


@cache
def _cued_patterns() -> tuple[tuple[str, _Cued], ...]:
    """Return the patterns that are found around a literal, each with what to look for first."""
    patterns = (
        _Cued(
            rule["cue"], late(rule["pattern"], re.IGNORECASE), rule["reason"],
            rule.get("before", 0), rule.get("after", 120), late(rule["lead"]) if "lead" in rule else None,
        )
        for rule in lexicon("furniture")["inline"]
    )  # fmt: skip
    return tuple((_mark_in(cued.cue), cued) for cued in patterns)


@cache
def _glued_labels() -> tuple[tuple[str, str], ...]:
    return tuple((_mark_in(label), label) for label in lexicon("furniture")["related"]["glued"])


def _mark_in(cue: str) -> str:
    """Return a mark in a literal that most texts lack, and that is found faster, or the literal itself."""
    return next((char for char in cue if not char.isalnum() and char not in " .\n"), cue)


def _within_lines(text: str, small: str) -> Iterator[Furniture]:
    for mark, rule in _cued_patterns():
        if mark not in small or rule.cue not in small:
            continue
        reached = 0
        for at in _places(small, rule.cue):
            span = _span_around(text, at, rule) if at >= reached else None
            if span:
                reached = span[1]
                yield Furniture(*span, rule.reason)
    for mark, label in _glued_labels():
        if mark in small and label in small:  # hardly ever, and a generator costs more than to ask
            for at in _places(small, label):
                reason = lexicon("furniture")["related"]["reason"]
                yield Furniture(at, related_headline(text, at + len(label)), reason)


def _span_around(text: str, at: int, rule: _Cued) -> tuple[int, int] | None:
    """Return the span of what `rule` finds around the place of its cue."""
    stop = at + len(rule.cue) + rule.after
    pattern = rule.pattern
    if not rule.before:
        found = pattern.match(text, at, stop)
        lead = rule.lead.search(text, max(0, at - rule.after), at) if found and rule.lead else None
        return (lead.start() if lead else at, found.end()) if found else None
    found = pattern.search(text, max(0, at - rule.before), stop)
    if not found or not found.start() <= at < found.end():
        return None
    return found.span("span") if "span" in pattern.groupindex else found.span()


@cache
def _offer_pattern() -> re.Pattern[str]:
    offers = lexicon("furniture")["offers"]
    line = rf"^{_BULLETS}((?:{'|'.join(offers['lines'])})){_BULLETS}$"
    return late(rf"{line}|{offers['inline']}", re.MULTILINE)


def _offers(text: str, small: str) -> Iterator[Furniture]:
    """Find the prices and promises of subscriptions, near a word that only subscriptions have."""
    offers = lexicon("furniture")["offers"]
    near = [word for word in offers["near"] if word in small]
    places = sorted([at for word in near for at in _places(small, word)])
    for start, end in _merged(places, offers["reach"], small):
        for found in _offer_pattern().finditer(small, start, end):
            if found[1] is None or not text[found.start(1)].islower():
                yield Furniture(found.start(), found.end(), offers["reason"])


def _places(small: str, word: str) -> Iterator[int]:
    at = small.find(word)
    while at >= 0:
        yield at
        at = small.find(word, at + len(word))


def _merged(places: list[int], reach: int, small: str) -> Iterator[tuple[int, int]]:
    """Join the surroundings of `places` where they touch; each begins with a line, or where the text does."""
    windows: list[list[int]] = []
    for at in places:
        start = small.rfind("\n", max(0, at - reach - 200), max(0, at - reach)) + 1 or max(0, at - reach)
        if windows and start <= windows[-1][1]:
            windows[-1][1] = at + reach
        else:
            windows.append([start, at + reach])
    return ((start, min(end, len(small))) for start, end in windows)


@cache
def _biography_pattern() -> re.Pattern[str]:
    return late("|".join(lexicon("furniture")["biography"]["patterns"]))


def _biographies(text: str) -> Iterator[Furniture]:
    """Find what the last lines say of the author."""
    end = len(text.rstrip())
    for _ in range(_LAST_LINES):
        start = text.rfind("\n", max(0, end - _LONGEST_LAST_LINE), end) + 1
        if start == 0:
            return
        if text[start].isupper() and _biography_pattern().fullmatch(text, start, end):
            yield Furniture(start, end, lexicon("furniture")["biography"]["reason"])
        end = len(text[:start].rstrip())
