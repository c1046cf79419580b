"""Times that come again: "every Tuesday", "each year", "daily", "the third consecutive year"."""

from __future__ import annotations

from koreaaid.extract.dates.days import PARTS
from koreaaid.extract.dates.durations import duration_value, unit_named
from koreaaid.extract.dates.readings import Reading
from koreaaid.extract.dates.rules import Found, rule
from koreaaid.extract.dates.tokens import codes_of
from koreaaid.language.calendar import MONTHS, WEEKDAYS
from koreaaid.language.lexicon import lexicon

_SEASONS: dict[str, str] = lexicon("calendar")["seasons"]
_FREQUENCIES: dict[str, str] = lexicon("calendar")["frequencies"]
_SECOND = frozenset({"second", "other"})
_RATED = codes_of("PERCENT PLURALNOUN DIGITS NUMBER")


def _set(value: str) -> Reading:
    return Reading("SET", value, "explicit")


@rule(
    "every",
    "EACH",
    r"EACH (?:(?P<unit>UNIT|QUARTER|CLOCKUNIT|WEEKEND|PART|NIGHT)|(?P<weekday>WEEKDAY) (?P<part>ANYPART)?"
    r"|(?P<count>ANYNUMBER|DAYNUMBER) (?P<units>UNITS|QUARTERS|CLOCKUNITS)|(?P<month>ANYMONTH)"
    r"|(?P<second>SECOND|OTHER) (?P<two>UNIT|QUARTER)"
    r"|(?P<season>SEASON))",
)
def _every(found: Found) -> Reading | None:
    """Read "every day", "each Thursday", "every two weeks", "every other month", "each July"."""
    if found.has("two"):
        return _set(duration_value(2, unit_named(found["two"]))) if found["second"] in _SECOND else None
    if found.has("weekday"):
        return _set(f"XXXX-WXX-{WEEKDAYS[found['weekday']]}{PARTS.get(found['part'], '')}")
    if found.has("month"):
        return _set(f"XXXX-{MONTHS[found['month']]:02}")
    if found.has("season"):
        return _set(f"XXXX-{_SEASONS[found['season']]}")
    if found.has("count"):
        numeral = found.context.numeral_before(found.end("count"))
        if not numeral or numeral.value is None:
            return None
        return _set(duration_value(numeral.value, unit_named(found["units"])))
    unit = found["unit"]
    return _set(f"XXXX-XX-XX{PARTS[unit]}" if unit in PARTS else duration_value(1, unit_named(unit)))


@rule("plural weekday", "WEEKDAYS PARTS NIGHT", r"(?P<days>WEEKDAYS)|(?P<day>WEEKDAY) (?P<part>PARTS|NIGHT)")
def _plural_weekday(found: Found) -> Reading | None:
    """Read "Mondays", "Tuesday nights"."""
    if found.has("days"):
        return _set(f"XXXX-WXX-{WEEKDAYS[found['days'][:-1]]}")
    if not found["part"].endswith("s"):
        return None
    return _set(f"XXXX-WXX-{WEEKDAYS[found['day']]}{PARTS[found['part']]}")


@rule("daily", "FREQUENCY", r"FREQUENCY (?=DOT|COMMA|SEMICOLON|DASH|IN|AT|FOR|ON|BY|TO|FROM|SINCE|AND)")
def _daily(found: Found) -> Reading | None:
    """Read "daily", "annually"; "20% annually" is a rate, "NK Daily" a name, "daily life" no time."""
    if found.tokens.text[found.tokens.starts[found.first]].isupper() or found.before in _RATED:
        return None
    return _set(_FREQUENCIES[found.words])


@rule(
    "running",
    "CONSECUTIVE",
    r"(?:THE|A)? (?:ANYORDINAL|DAYNUMBER SUFFIX) CONSECUTIVE (?P<unit>UNIT|QUARTER|WEEKEND|NIGHT)",
)
def _running(found: Found) -> Reading | None:
    """Read "the third consecutive year"."""
    return _set(duration_value(1, unit_named(found["unit"])))
