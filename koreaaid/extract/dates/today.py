"""Today, yesterday and tomorrow."""

from __future__ import annotations

from koreaaid.extract.dates.days import PARTS
from koreaaid.extract.dates.readings import UNRESOLVED, Reading, from_publication
from koreaaid.extract.dates.rules import Found, rule
from koreaaid.extract.dates.timex import moved
from koreaaid.extract.dates.tokens import CLASSES, codes_of

DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}
_CAPITALISED, _OF = CLASSES["CAPITALISED"], CLASSES["OF"]
_QUOTE = codes_of("QUOTE")


@rule(
    "today",
    "TODAY YESTERDAY TOMORROW",
    r"(?P<day>TODAY|YESTERDAY|TOMORROW) (?P<part>ANYPART)? (?!QUOTE S OTHER? GENERAL)",
)
def _today(found: Found) -> Reading | None:
    """Read "today", "yesterday afternoon", "tomorrow night"."""
    begins = found.context.sentence_start(found.first) == found.first
    if not begins and found.before == _CAPITALISED and found.tokens.written(found.first)[0].isupper():
        return None  # "USA Today"
    if found.before == _OF and found["day"] == "tomorrow" and found.following not in _QUOTE:
        return None  # "the weapons of tomorrow"
    day = found.published and moved(found.published, DAYS[found["day"]])
    if not day:
        return UNRESOLVED
    if found.has("part"):
        return Reading("TIME", f"{day.isoformat()}{PARTS[found['part']]}", "publication")
    return from_publication(day.isoformat())


@rule(
    "day beside",
    "TODAY YESTERDAY TOMORROW",
    r"THE? UNIT (?:BEFORE (?P<yesterday>YESTERDAY)|AFTER (?P<tomorrow>TOMORROW))",
    before="BEFORE AFTER",
)
def _day_beside(found: Found) -> Reading | None:
    """Read "the day before yesterday", "the day after tomorrow"."""
    day = found.published and moved(found.published, -2 if found.has("yesterday") else 2)
    return from_publication(day.isoformat()) if day else UNRESOLVED
