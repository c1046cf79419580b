"""Seasons, decades and centuries."""

from __future__ import annotations

from koreaaid.extract.dates import policies
from koreaaid.extract.dates.periods import OF_YEAR, in_year_named
from koreaaid.extract.dates.readings import Reading, explicit, from_context, from_publication, partial
from koreaaid.extract.dates.rules import Found, rule
from koreaaid.extract.dates.tokens import CLASSES, codes_of, pattern
from koreaaid.language.lexicon import lexicon

_SEASONS: dict[str, str] = lexicon("calendar")["seasons"]
_FALL_IN = pattern("IN")
_THE, _OF = CLASSES["THE"], CLASSES["OF"]
_PARTS = codes_of("BEGINNING MIDDLE END")
_PREPOSITIONS = codes_of("AT IN BY SINCE UNTIL FROM EARLY LATE MID FOR BEFORE AFTER OVER")


@rule(
    "season",
    "SEASON",
    rf"THE? (?P<way>LAST|NEXT|THIS PAST?|PAST|COMING|THAT)? (?P<season>SEASON)"
    rf"(?:OF? (?P<begun>YEAR) (?:DASH|SLASH) (?:YEAR|DAYNUMBER)|{OF_YEAR})?",
)
def _season(found: Found) -> Reading | None:
    """Read "last summer", "spring 2025", "the winter of 1994", "this fall"; not "the fall of Saigon"."""
    season = _SEASONS[found["season"]]
    if found.has("begun"):  # "the winter of 2023–2024" is that of the year in which it begins
        return explicit(f"{found['begun']}-{season}")
    behind = found.end("season")
    if found["season"] == "fall" and not found.has("way") and _FALL_IN.match(found.tokens.codes, behind):
        return None  # "the fall in prices"
    if found.has("year") or found.has("which") or found.has("spelled"):
        return in_year_named(found, season) if found["unit"] in ("", "year") else None
    if not found.has("way") and (found.following == _OF or not _begins_with_preposition(found)):
        return None
    if found["way"] == "that":
        named = found.context.last_named(found.first)
        return from_context(f"{named.value[:4]}-{season}") if named and named.value[:4].isdigit() else None
    if not found.published:
        return partial(f"XXXX-{season}")
    year = policies.year_of_season(season, found["way"], found.published, found.direction)
    return from_publication(f"{year:04}-{season}")


def _begins_with_preposition(found: Found) -> bool:
    """Say whether a season is told of: "in the spring", "by the end of winter"; not "the end of spring"."""
    codes, first = found.tokens.codes, found.first
    if found.before == _OF and first > 1 and codes[first - 2] in _PARTS:
        first -= 2 + (first > 2 and codes[first - 3] == _THE)
    return first > 0 and codes[first - 1] in _PREPOSITIONS


@rule(
    "decade",
    "S",
    r"(?:THE (?P<half>ANYORDINAL|LAST) HALF OF)? THE? (?:(?P<year>ANYYEAR)|QUOTE (?P<short>DAYNUMBER)"
    r"|(?:(?<=THE (?:EARLY|LATE|MID))|(?<=THE MID DASH)) (?P<bare>DAYNUMBER)) QUOTE? S",
    before="ANYYEAR DAYNUMBER QUOTE",
)
def _decade(found: Found) -> Reading | None:
    """Read "the 1980s", "the '90s", "the last half of the 1990s"; "2025's" is a year."""
    digits = found["year"] or found["short"] or found["bare"]
    if not digits.endswith("0") or len(digits) < 2 or (found.has("bare") and digits < "80"):
        return None  # "in the mid 30s" may be degrees
    if len(digits) == 2:
        return explicit(f"19{digits[0]}")
    # The 1900s are a century, the 2000s ten years.
    return explicit(digits[:2] if digits.endswith("00") and digits < "2000" else digits[:3])


@rule(
    "century",
    "SUFFIX",
    r"THE? (?P<number>DAYNUMBER) SUFFIX DASH? (?P<unit>UNIT)",
    before="DAYNUMBER",
    behind="DASH UNIT",
)
def _century(found: Found) -> Reading | None:
    """Read "the 20th century"."""
    return explicit(f"{int(found['number']) - 1:02}") if found["unit"] == "century" else None
