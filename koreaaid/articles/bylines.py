"""Where pages write their date: header, byline, time stamp, dateline, address.

Each function looks at one written date in its line and says in which of these forms it stands. A full date
in a sentence, a caption or a citation stands in none of them: it is a date of the story.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Literal, NamedTuple

from koreaaid.language.actors import is_country_word
from koreaaid.language.calendar import MONTHS, WEEKDAYS, WrittenDate
from koreaaid.language.lexicon import alternatives, lexicon
from koreaaid.language.patterns import late

Form = Literal["published", "byline", "stamp", "header", "dateline", "own line", "labelled", "updated"]


EARLIEST_YEAR, LATEST_YEAR = 1800, 2100
# What archives write in front of a text: " date 2022-11-11 ", sometimes without the day.
HEADER = late(
    r"\A[\s\ufeff]{0,5}[Dd]ate:?[ \t]{1,3}"
    r"(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?![\d-])[ \t]{0,3}"
)


class Line(NamedTuple):
    """A written date and what stands before and after it in its line.

    Attributes
    ----------
    before, after : str
        At most the 160 and 100 characters next to the date; the inline header is not part of `before`.
    """

    written: WrittenDate
    before: str
    after: str


_WORDS = lexicon("bylines")
_DAYS = alternatives(form for day in WEEKDAYS for form in (day.capitalize(), day.upper()))
_LEAD = rf"(?:(?:on|at|,|:\*{{0,2}}|\||-|–|—|•|·)?[\s\u00a0]{{0,3}}(?:(?:{_DAYS})\.?,?[\s\u00a0])?){{0,3}}\Z"
_CUE_PLACE = r"(?:\A|[|•·*/)\]—–-]|[a-z.!?”\"](?=[A-Z]))[\s\u00a0(\[]{0,6}"
_PUBLISHED = late(rf"{_CUE_PLACE}(?i:{alternatives(_WORDS['published'])})(?![a-z])(?P<lead>{_LEAD})")
# "Updated 4:24 PM GMT+9, October 31, 2024"
_TIME_FIRST = (
    r"(?::?[\s\u00a0]\d{1,2}[:.]\d\d(?:[\s\u00a0]?[AaPp]\.?[Mm]\.?)?"
    r"(?:[\s\u00a0][A-Z]{2,4}(?:[+-]\d{1,2})?)?,?)?"
)
_UPDATED = late(rf"(?i:{alternatives(_WORDS['updated'])})(?![a-z]){_TIME_FIRST}{_LEAD}")
_NAME = r"[A-Z][\w.'’-]{0,30}"
_JOINTS = r"(?:[\s\u00a0,|•·/&–—]|-(?=\s)){1,4}"
_BY = late(
    rf"(?:\A|[\s\u00a0|(]|[a-z](?=By))(?:By|\Aby)[:\s\u00a0]{{1,3}}(?:(?:{_NAME}|{alternatives(_WORDS['joining'])}){_JOINTS}){{1,12}}"
    rf"(?:(?:{_DAYS})\.?,?[\s\u00a0])?\Z"
)
_DESK = late(
    rf"\A\W{{0,4}}(?:(?:{_NAME}|and|of|the){_JOINTS}){{0,6}}(?:{alternatives(_WORDS['desks'])}){_JOINTS}"
    rf"(?:(?:{_DAYS})\.?,?[\s\u00a0])?\Z"
)
_SIGNED = late(rf"\A\W{{0,4}}(?:{_NAME}[\s\u00a0,.]{{1,3}}){{1,5}}[|•·/][\s\u00a0]{{0,3}}\Z")
_SIGNED_LOOSELY = late(rf"\A\W{{0,4}}(?:{_NAME}[\s\u00a0]){{0,4}}{_NAME}[,–—-][\s\u00a0]{{0,3}}\Z")
# "Min Ryeo-won November 25, 2024"
_NAMED = late(r"\A\W{0,4}([A-Z][a-z’'-]+(?:[\s\u00a0][A-Z][\w’'.-]*){1,2})[\s\u00a0]\Z")
_NO_PERSONS = frozenset([*_WORDS["labels"], *_WORDS["kinds"]])
_ALONE = late(rf"\A[\s\u00a0|•·*_(\[/–—-]{{0,8}}(?:(?:{_DAYS})\.?,?[\s\u00a0|•·-]{{1,3}})?\Z")
# A line of labels, names and numbers: "All News", "Jane Roe | Seoul", "No. 211 /", "Updated 3 hours ago".
_LABEL = rf"(?:[^\W_a-z]\w{{0,30}}(?:-[a-z]\w{{0,15}})?|(?:{alternatives(_WORDS['labels'])})(?!\w))"
_LABELS_BEFORE = late(rf"\A\W{{0,4}}(?:{_LABEL}\W{{1,4}}){{0,6}}\Z")
_LABELS_AFTER = late(rf"\W{{0,4}}(?:{_LABEL}(?:\W{{1,4}}|\Z)){{0,6}}\Z")
_LABEL_OF_PAGE = late(
    rf"\b[Dd]ate:?[\s\u00a0]\Z|[|•·/–—][\s\u00a0]{{0,3}}\Z"
    rf"|\A\W{{0,4}}(?i:{alternatives(_WORDS['kinds'])})(?!\w)"
    r"|\b(?:Edition|Issue|Newsletter|Digest|Assessment|Speech|Letter(?: to \w+)?),?[\s\u00a0]\Z"
)
# A place and a day, and nothing else: "Seoul, 31 October 2024".
_PLACE = late(r"\A\W{0,4}([A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:/[A-Z][a-z]+)?,?[\s\u00a0]\(?\Z")
_PUBLISHED_IN = late(r"\A\W{0,4}Published in (?:[A-Z][\w.'’]{0,20} ?){1,5}(?P<lead>, )\Z")
_SEPARATED = late(r"[|•·][\s\u00a0]{0,3}\Z")
_ZONE = r"(?:(?:UTC|GMT) ?[+-]\d{1,2}|[A-Z]{2,4}T?|[ap]\.?m\.?|local time|[A-Z][a-z]+ time)"
_LATE_TIME = r"(?:(?:\.\s?|,?\s(?:at\s)?)\d{1,2}[:.]\d\d(?::\d\d)?)?"
_MARKS = r"[\s\u00a0,|/•·*_–—()\[\]-]"
# A bare number at the end counts readers.
_ENDED = late(
    rf"(?:\s?\((?:{_DAYS})\.?\))?{_LATE_TIME}{_MARKS}{{0,6}}(?:{_ZONE}(?!\w){_MARKS}{{0,4}}){{0,3}}"
    # ... and so do fields of the page: "Views: 23", "Age: 2 years".
    r"(?:\d{1,7}\s{0,3})?(?:\Z|(?=[|•·])|(?=[A-Z][a-z]{2,14}(?: [a-z]{2,9})?: \w))"
)
_CONTINUED = late(
    rf"{_LATE_TIME}{_MARKS}{{0,6}}(?:{_ZONE}(?!\w){_MARKS}{{0,4}})?(?:\d{{1,5}}\s)?"
    rf"(?i:{alternatives(_WORDS['continued'])})(?![a-z])"
)
# Where the page has no line breaks, the article itself follows its byline.
_SENTENCE = late(r"[\s\u00a0]{0,3}[A-Z“\"‘]")
_CLOCK = late(r"\b\d{1,2}:\d\d\b|\b\d{1,2}\s?[apAP]\.?[mM]\b")

_CITY = r"[A-Z][A-Z.'’ ]{1,30}(?:[/-][A-Z][A-Z.'’ ]{1,30}){0,3}"
_CITY_OR_TITLE = r"[A-Z][\w.'’-]{1,30}(?:[ /][A-Z][\w.'’-]{1,30}){0,3}"
_REGION = r"(?:,\s[A-Z][\w. ]{1,30})?"
_IN_CAPITALS = late(rf"\A\W{{0,4}}{_CITY}{_REGION}[,.]\s{{1,2}}\Z")
_IN_LETTERS = late(rf"\A\W{{0,4}}{_CITY_OR_TITLE}{_REGION},\s{{1,2}}\Z")
_IN_BRACKETS = late(rf"\A\W{{0,4}}{_CITY_OR_TITLE}{_REGION}\s\([^()\n]{{1,60}}[-–—,]\s?\Z")
_OPEN_BRACKET = late(rf"\A\W{{0,4}}\({_CITY_OR_TITLE}{_REGION},\s\Z")  # "(Seoul, March 7, 2025) – The court"
_CLOSED_BRACKET = late(r"\)\s(?:--|—|–|-)\s")
_DASH = r"(?:--|—|–|-|:)"
_AGENCY = rf"\.?\s{{0,2}}(?:(?:\([^()\n]{{1,40}}\)|/[^/\n]{{1,40}}/)\s{{0,2}}{_DASH}|\s?(?:--|—)\s)"
_AGENCY_AND_DASH = late(_AGENCY)
_NOTHING = late(r"\A\W{0,4}\Z")
_IN_MARKS = late(rf"\s{{0,2}}[(/][^()/\n]{{1,40}}[)/]\s{{0,2}}{_DASH}")
_DASH_AND_SENTENCE = late(r"\s(?:[–—-]|--)\s[A-Z“\"‘]")
_BETWEEN_DASHES = late(rf"\A\W{{0,4}}{_CITY_OR_TITLE}{_REGION}\s(?:[–—-]|--)\s\Z")
# A paragraph behind the stop, and no caption: "Vilnius, 14 February 2025. Four states have".
_PARAGRAPH = late(r"\.\s{1,2}(?=[A-Z“\"‘])(?!.*(?:[Pp]hoto|[Pp]icture|[Ii]mage|[Cc]redit|©))(?=.{80})")
_AGENCY_OR_DASH = late(rf"{_AGENCY}|\.?\s{{0,2}}\([A-Z][^()\n]{{1,40}}\)|\.?\s{{1,3}}[–-]\s")


def form_of(line: Line) -> Form | None:
    """Return the form in which a date stands that dates the page; None for a date of the story.

    >>> from koreaaid.language.calendar import absolute_dates
    >>> [day] = absolute_dates("June 17, 2025")
    >>> form_of(Line(day, "NK News staff ", "")), form_of(Line(day, "The two leaders met on ", ""))
    ('byline', None)
    """
    ended = bool(_ENDED.match(line.after))
    if _UPDATED.search(line.before):
        return "updated"
    cue = _PUBLISHED.search(line.before) or _PUBLISHED_IN.match(line.before)
    ended_by_stop = line.after.strip() == "."
    if cue and (
        ended or ended_by_stop or ":" in cue["lead"] or line.written.time or _CONTINUED.match(line.after)
    ):
        return "published"
    if dateline(line):
        return "dateline"
    if _BY.search(line.before) and _SENTENCE.match(line.after):
        return "byline"
    timed = bool(line.written.time or _CLOCK.search(line.after))
    if not (ended or _CONTINUED.match(line.after)):
        if _ALONE.match(line.before) and _DASH_AND_SENTENCE.match(line.after):
            return "labelled"  # "31 October 2024 – The ministry said"
        return _among_labels(line, timed)
    if _BY.search(line.before) or _DESK.match(line.before) or _SIGNED.match(line.before):
        return "byline"
    if (timed and _SIGNED_LOOSELY.match(line.before)) or (ended and _is_signed(line)):
        return "byline"
    if _ALONE.match(line.before):
        return "stamp" if timed else "own line"
    separated = _SEPARATED.search(line.before) or _is_place(line)
    if ended and (separated or (timed and line.before[-1:].isalnum())):
        return "stamp" if timed else "labelled"
    return _among_labels(line, timed)


def _is_signed(line: Line) -> bool:
    """Say whether the name of a person and nothing else stands before a whole date."""
    in_words = line.written.year is not None and line.written.form not in ("iso", "numeric")
    named = _NAMED.match(line.before) if in_words else None
    if named is None:
        return False
    words = named[1].split()
    labelled = any(word.lower() in _NO_PERSONS for word in words[1:])
    return not labelled and not any(is_country_word(word) for word in words)


def _is_place(line: Line) -> bool:
    """Say whether a place and nothing else stands before the date: "Seoul, 31 October 2024"."""
    place = _PLACE.match(line.before) if line.written.year else None
    return bool(place) and (is_country_word(place[1]) or place[1] in _WORDS["places"])  # type: ignore[index]


def _among_labels(line: Line, timed: bool) -> Form | None:
    """Return the form of a date in a line that has no sentence, but labels, names and numbers beside it."""
    if not (line.written.year and _LABELS_BEFORE.match(line.before) and _LABELS_AFTER.match(line.after)):
        return None
    if timed:
        return "stamp"
    # Names and a date may be a caption: "Kim Jong Un, Vladivostok, April 25, 2019".
    in_digits = line.written.form in ("iso", "numeric")
    return (
        "labelled" if in_digits or _ALONE.match(line.before) or _LABEL_OF_PAGE.search(line.before) else None
    )


def dateline(line: Line) -> bool:
    """Say whether the date stands in a dateline: "SEOUL, Oct. 19 (Yonhap) --", "KYIV (Agency - 3rd June)"."""
    if _IN_BRACKETS.match(line.before):
        return line.after.startswith(")")
    if _OPEN_BRACKET.match(line.before):
        return line.written.year is not None and bool(_CLOSED_BRACKET.match(line.after))
    if _NOTHING.match(line.before):  # "Oct. 31, 2024 (GLOBE NEWSWIRE) --"
        return line.written.year is not None and bool(_IN_MARKS.match(line.after))
    if _IN_CAPITALS.match(line.before):
        return line.written.year is not None or bool(_AGENCY_OR_DASH.match(line.after))
    if _BETWEEN_DASHES.match(line.before) and _DASH_AND_SENTENCE.match(line.after):
        return line.written.year is not None
    if not _IN_LETTERS.match(line.before):
        return False
    # "Moscow, February 24, 2022 - the day on which it began" needs more than a dash to be a dateline.
    if _AGENCY_AND_DASH.match(line.after):
        return True
    whole = line.written.year is not None
    return whole and bool(_DASH_AND_SENTENCE.match(line.after) or _PARAGRAPH.match(line.after))


_ADDRESS_DATES = (
    late(r"/(?P<y>(?:19|20)\d\d)/(?P<m>\d{1,2}|[a-z]{3})/(?P<d>\d{1,2})(?!\d)", re.IGNORECASE),
    late(r"(?<!\d)(?P<y>(?:19|20)\d\d)[-_](?P<m>\d\d)[-_](?P<d>\d\d)(?!\d)"),
    late(r"(?<!\d)(?P<y>20\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d)"),
    late(r"[A-Z]{1,4}(?P<y>20\d\d)(?P<m>\d\d)(?P<d>\d\d)\d{6,}"),
)


def date_in_address(url: str) -> tuple[date, str] | None:
    """Return the day that a web address names, and the part of the address that names it.

    >>> date_in_address("https://example.org/world/2024/oct/29/troops")
    (datetime.date(2024, 10, 29), '/2024/oct/29')
    """
    for pattern in _ADDRESS_DATES:
        for found in pattern.finditer(url):
            month = found["m"]
            number = int(month) if month.isdigit() else MONTHS.get(month.lower(), 0)
            day = day_or_none(int(found["y"]), number, int(found["d"]))
            if day:
                return day, found.group()
    return None


def day_or_none(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has no such day or no page can be of that year."""
    try:
        return date(year, month, day) if EARLIEST_YEAR <= year <= LATEST_YEAR else None
    except ValueError:
        return None
