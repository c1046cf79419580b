"""The publication date of an article: every statement of it, the most trustworthy first.

How far a statement is trusted was counted on real pages: a byline is right where it disagrees with the header
that an archive wrote in front of the text; the header is right where a bare date stands at the head of the
page, which may be the day on which the page was opened; the time stamp of another article only bounds the
date, and what follows from it is called inferred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from koreaaid.articles.article import Dating, PublishedFrom
from koreaaid.articles.bylines import HEADER, Form, Line, date_in_address, day_or_none, form_of
from koreaaid.language.calendar import CAPITAL_MONTHS, WEEKDAYS, WrittenDate, written_dates
from koreaaid.language.lexicon import alternatives
from koreaaid.language.patterns import late

# The most trusted first.
_TRUST = (
    "supplied", "metadata", "published", "byline", "dateline that corrects the header", "stamp", "header",
    "dateline", "address", "own line", "labelled", "inferred", "one of several", "updated",
    "article id", "other article",
)  # fmt: skip
_SOURCE: dict[str, PublishedFrom] = {
    "supplied": "supplied", "metadata": "metadata", "header": "header", "address": "url",
    "inferred": "inferred", "labelled": "inferred", "one of several": "inferred", "updated": "inferred",
    "article id": "inferred", "other article": "inferred",
}  # fmt: skip

_ALONE = ("own line", "labelled")
_SENTENCE_END = late(r"[.!?][\"”’)]?[ \t\u00a0]*\Z")
_SHORTEST_PARAGRAPH = 100
_HEAD_LIMIT = 4000
_INTO_PARAGRAPH = 200
_TAIL = 600
_EVIDENCE = 60
_ARTICLE_ID = late(
    r"\bMENAFN(?P<d>\d\d)(?P<m>\d\d)(?P<y>20\d\d)\d{4}|\bAEN(?P<y2>20\d\d)(?P<m2>\d\d)(?P<d2>\d\d)\d{6}"
)
_YEAR = late(r"[12](?<!\d.)[09]\d\d(?!\d(?!\d?:\d\d))")  # its first digit is what a search leaps to
_DIGIT = late(r"\d")
_WHOLE_DATE = late(
    r"\d(?:st|nd|rd|th)?[\s\u00a0]?[,./-]?[\s\u00a0]?\(?[12][09]\d\d"
    r"|[A-Za-z]{3}(?:[.,]?[\s\u00a0-]|\.)[12][09]\d\d|\d{4}[./-] ?\d"
)
# Statements in the last lines of a text, and how far they go.
_IN_TAIL: dict[Form | None, str] = {
    "published": "published", "byline": "byline", "updated": "updated", "stamp": "other article"
}  # fmt: skip
_DATELINE_REACH = 600
_COPYRIGHT = late(r"(?:©|\(c\)|[Cc]opyright)[^\n\d]{0,60}(?:(?:19|20)\d\d\s?[-–]\s?)?(20\d\d)(?!\d)")
_SHORT_DATE = late(r"[./](?<=\d\d.)\d\d[./]\d\d(?!\d)")  # from its first mark, which is rarer than digits
_MONTH = late(CAPITAL_MONTHS)
_WEEKDAY = late(rf"\b({alternatives(WEEKDAYS)})\.?,?[\s\u00a0]\Z", re.IGNORECASE)
# The text may have "URL:" or "Source:" in front of its address.
_ADDRESS = late(
    r"\s{0,20}(?:(?:url|source|link|address)\s?:\s{0,3})?(https?://[^\s<>\"”)\]]{4,500})", re.IGNORECASE
)
# A dateline is written the day before the page, at most.
_DATELINE_LAG = timedelta(days=1)
_CORRECTION = timedelta(days=31)
_HALF_YEAR = 183


class _Statement(NamedTuple):
    """A statement of the publication date and how it is made."""

    day: date
    made: str
    evidence: str
    start: int | None = None
    end: int | None = None


def find_datings(text: str, *, url: str | None = None, known: tuple[Dating, ...] = ()) -> tuple[Dating, ...]:
    """Return every statement of the publication date: in a text, its address and in what is `known`.

    The one to take is the first.

    >>> [(dating.day.isoformat(), dating.source) for dating in find_datings(" date 2022-11-11 Until now")]
    [('2022-11-11', 'header')]
    """
    statements = [
        _Statement(dating.day, dating.source, dating.evidence, dating.start, dating.end) for dating in known
    ]
    header = HEADER.match(text)
    if header and header["day"]:
        day = day_or_none(int(header["year"]), int(header["month"]), int(header["day"]))
        if day:
            statements.append(
                _Statement(day, "header", header.group().strip(), header.start("year"), header.end("day"))
            )
    statements += _of_address(text, url)
    body = header.end() if header else 0
    anchor = _anchor(statements, header)
    found = list(_in_head(text, body, anchor or _year_of_copyright(text)))
    if not (statements or found):
        found = list(_by_weekday(text, body))
    # A dateline that takes its year from a copyright line is likely, not certain.
    statements += found if anchor else (_without_year_inferred(one) for one in found)
    statements += _in_tail(text, body)
    statements += _of_article_id(text)
    statements = _weighed(statements)
    return tuple(dict.fromkeys(
        Dating(found.day, _SOURCE.get(found.made, "dateline"), found.evidence, found.start, found.end)
        for found in statements
    ))  # fmt: skip


def _anchor(statements: list[_Statement], header: re.Match[str] | None) -> date | None:
    """Return a day near the publication, to complete a dateline that has no year."""
    if statements:
        return statements[0].day
    if header and not header["day"]:
        return day_or_none(int(header["year"]), int(header["month"]), 15)
    return None


def _year_of_copyright(text: str) -> date | None:
    """Return the middle of the last year that a copyright line names."""
    years = _COPYRIGHT.findall(text) if any(mark in text for mark in ("©", "(c)", "opyright")) else ()
    return date(int(max(years)), 7, 1) if years else None


def _without_year_inferred(found: _Statement) -> _Statement:
    whole = str(found.day.year) in found.evidence or found.made != "dateline"
    return found if whole else found._replace(made="inferred")


def _of_address(text: str, url: str | None) -> Iterator[_Statement]:
    if url:
        found = date_in_address(url)
        if found:
            yield _Statement(found[0], "address", url)
    head = _ADDRESS.match(text)
    if head:
        found = date_in_address(head[1])
        if found:
            yield _Statement(found[0], "address", head[1], *head.span(1))


def _head_end(text: str, start: int) -> int:
    """Return where the head of the page ends: a little way into its second paragraph."""
    limit = min(start + _HEAD_LIMIT, len(text))
    position, paragraphs = start, 0
    while position < limit:
        end = text.find("\n", position, limit)
        end = limit if end < 0 else end
        if end - position >= _SHORTEST_PARAGRAPH and _SENTENCE_END.search(text, end - 6, end):
            paragraphs += 1
            if paragraphs == 2:
                return min(position + _INTO_PARAGRAPH, limit)
        position = end + 1
    return limit


def _in_head(text: str, start: int, anchor: date | None) -> Iterator[_Statement]:
    end = min(_head_end(text, start), max(start + _INTO_PARAGRAPH, len(text) - _TAIL))
    for written in _told_apart(list(_candidates(text, start, end, anchor))):
        form = form_of(_line(text, written, start))
        day = _day_of(written, anchor)
        if form and day:
            made = form if written.year or form == "dateline" else "inferred"
            yield _Statement(day, made, *_evidence(text, written, start))


def _by_weekday(text: str, start: int) -> Iterator[_Statement]:
    """Read "Thu, Oct 31" at the head: of the years that the text names the last in which the weekday fits."""
    years = {int(text[slice(*year)]) for year in _years(text, 0, len(text))}
    years |= {year + 1 for year in years}
    if not years:
        return
    for written in _candidates(text, start, _head_end(text, start), date(max(years), 7, 1)):
        line = _line(text, written, start)
        weekday = _WEEKDAY.search(line.before)
        if written.year or not weekday or not form_of(line) or not written.month or not written.day:
            continue
        number = WEEKDAYS[weekday[1].lower()]
        fitting = (day_or_none(year, written.month, written.day) for year in sorted(years, reverse=True))
        day = next((one for one in fitting if one and one.isoweekday() == number), None)
        if day:
            yield _Statement(day, "inferred", *_evidence(text, written, start))


def _told_apart(written: list[WrittenDate]) -> list[WrittenDate]:
    """Let another date say which is the month in "11/04/2024November 4, 2024"."""
    plain = {(one.year, one.month, one.day) for one in written if one.form != "ambiguous"}
    return [
        one._replace(month=one.day, day=one.month)
        if one.form == "ambiguous" and (one.year, one.day, one.month) in plain
        else one
        for one in written
    ]


def _in_tail(text: str, start: int) -> Iterator[_Statement]:
    """Read the last lines: what says that it is the day of publication, and time stamps of other articles."""
    for written in _candidates(text, max(start + _INTO_PARAGRAPH, len(text) - _TAIL), len(text), None):
        day = _day_of(written, None)
        form = form_of(_line(text, written, start)) if day else None
        if day and form in _IN_TAIL:
            yield _Statement(day, _IN_TAIL[form], *_evidence(text, written, start))


def _candidates(text: str, start: int, end: int, anchor: date | None) -> Iterator[WrittenDate]:
    """Find whole dates around the years of `text[start:end]`, and days without a year near its start.

    Most years of a text are no part of a whole date: looking around years first is what makes this cheap.
    """
    cues = [
        (first, after) for first, after in _years(text, start, end)
        if _WHOLE_DATE.search(text, max(start, first - 14), after + 3)
    ]  # fmt: skip
    near = min(start + _DATELINE_REACH, end)
    cues += [(day.start() - 2, day.end()) for day in _SHORT_DATE.finditer(text, start + 2, near)]
    if anchor:
        cues += [month.span() for month in _MONTH.finditer(text, start, near)]
    cues.sort()
    reached = start
    for first, after in cues:
        begin, stop = max(reached, first - 40), min(after + 30, len(text))
        if after <= reached or not _DIGIT.search(text, begin, stop):
            continue
        for found in written_dates(text, begin, stop):
            if found.day and (found.year or anchor) and reached <= found.start < after:
                yield found
                reached = found.end


def _years(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the numbers in `text[start:end]` that may be years."""
    return [year.span() for year in _YEAR.finditer(text, start, end)]


def _line(text: str, written: WrittenDate, start: int) -> Line:
    line_start = max(text.rfind("\n", 0, written.start) + 1, written.start - 160, start)
    line_end = text.find("\n", written.end)
    after = text[written.end : min(line_end if line_end >= 0 else len(text), written.end + 100)]
    return Line(written, text[line_start : written.start], after)


def _day_of(written: WrittenDate, anchor: date | None) -> date | None:
    """Return the day that is written; one without a year is the one nearest to `anchor`."""
    if written.month is None or written.day is None:
        return None
    if written.year is not None:
        return day_or_none(written.year, written.month, written.day)
    if anchor is None:
        return None
    near = (day_or_none(anchor.year + step, written.month, written.day) for step in (-1, 0, 1))
    return next((day for day in near if day and abs((day - anchor).days) <= _HALF_YEAR), None)


def _evidence(text: str, written: WrittenDate, start: int) -> tuple[str, int, int]:
    """Return the words of the line that lead to the date and the date itself, and the date's span."""
    line_start = max(text.rfind("\n", 0, written.start) + 1, start)
    if line_start < written.start - _EVIDENCE:  # from a whole word on
        line_start = text.find(" ", written.start - _EVIDENCE, written.start) + 1 or written.start
    return text[line_start : written.end].strip(), written.start, written.end


def _of_article_id(text: str) -> Iterator[_Statement]:
    """Read the day in the number that a syndicator gives an article."""
    if "MENAFN" not in text and "AEN20" not in text:
        return
    for found in _ARTICLE_ID.finditer(text, max(0, len(text) - 5 * _TAIL)):
        day, month, year = (int(found[part] or found[part + "2"]) for part in ("d", "m", "y"))
        named = day_or_none(year, month, day)
        if named:
            yield _Statement(named, "article id", found.group(), *found.span())


def _weighed(statements: list[_Statement]) -> list[_Statement]:
    """Order statements by trust; those that are made alike stay in text order."""
    header = next((found.day for found in statements if found.made == "header"), None)
    alone = {found.day for found in statements if found.made in _ALONE}
    if len(alone) > 1:  # the headings of a chronicle
        statements = [
            found._replace(made="one of several") if found.made in _ALONE else found for found in statements
        ]

    def trust(found: _Statement) -> int:
        made = found.made
        if made == "dateline" and header and _corrects(found.day, header):
            made = "dateline that corrects the header"
        return _TRUST.index(made)

    return sorted(statements, key=trust)


def _corrects(dateline: date, header: date) -> bool:
    """Say whether a dateline disagrees with the header by days, and not by more than a month."""
    return not timedelta(0) <= header - dateline <= _DATELINE_LAG and abs(header - dateline) <= _CORRECTION
