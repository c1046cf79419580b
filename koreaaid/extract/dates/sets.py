"""Times that come again: "every Tuesday", "each year", "daily", "the third consecutive year"."""

from __future__ import annotations

import re

from koreaaid.extract.dates.context import Context, Reading
from koreaaid.extract.dates.durations import duration_value, unit_named
from koreaaid.extract.dates.rules import rule
from koreaaid.extract.dates.tokens import CLASSES
from koreaaid.language.calendar import MONTHS, WEEKDAYS
from koreaaid.language.lexicon import lexicon

_PARTS: dict[str, str] = lexicon("calendar")["parts"]
_DAILY = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "monthly": "P1M",
    "yearly": "P1Y", "annually": "P1Y", "hourly": "PT1H",
}  # fmt: skip


_RATED = frozenset(CLASSES[name] for name in ("PERCENT", "PLURALNOUN", "DIGITS", "NUMBER"))


def _set(value: str) -> Reading:
    return Reading("SET", value, "explicit")


@rule(
    "every",
    r"EACH (?:(?P<unit>UNIT|QUARTER|CLOCKUNIT|WEEKEND|PART|NIGHT)|(?P<count>ANYNUMBER|DAYNUMBER) (?P<units>UNITS|QUARTERS|CLOCKUNITS)|(?P<weekday>WEEKDAY) (?P<part>ANYPART)?|(?P<month>ANYMONTH)|(?P<season>SEASON))",
)
def _every(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "every day", "each Thursday", "every two weeks"."""
    tokens = context.tokens
    if match["weekday"]:
        part = _PARTS[tokens.words(match.start("part"), match.end("part"))] if match["part"] else ""
        return _set(f"XXXX-WXX-{WEEKDAYS[tokens.words(match.start('weekday'), match.end('weekday'))]}{part}")
    if match["month"]:
        return _set(f"XXXX-{MONTHS[tokens.words(match.start('month'), match.end('month'))]:02}")
    if match["season"]:
        return _set(
            f"XXXX-{lexicon('calendar')['seasons'][tokens.words(match.start('season'), match.end('season'))]}"
        )
    if match["count"]:
        numeral = context.numeral_before(tokens.end(match.end("count")))
        if not numeral or numeral.value is None:
            return None
        return _set(
            duration_value(numeral.value, unit_named(tokens.words(match.start("units"), match.end("units"))))
        )
    word = tokens.words(match.start("unit"), match.end("unit"))
    if word in _PARTS:
        return _set(f"XXXX-XX-XX{_PARTS[word]}")
    return _set(duration_value(1, unit_named(word)))


@rule("plural weekday", r"(?P<weekday>WEEKDAYS)|(?P<day>WEEKDAY) (?P<part>PARTS|NIGHT)")
def _plural_weekday(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "Mondays", "Tuesday nights"."""
    tokens = context.tokens
    if match["weekday"]:
        return _set(f"XXXX-WXX-{WEEKDAYS[tokens.words(match.start(), match.end())[:-1]]}")
    part = tokens.words(match.start("part"), match.end("part"))
    if not part.endswith("s"):
        return None
    return _set(f"XXXX-WXX-{WEEKDAYS[tokens.words(match.start('day'), match.end('day'))]}{_PARTS[part]}")


@rule("daily", r"DAILY (?=DOT|COMMA|SEMICOLON|DASH|IN|AT|FOR|ON|BY|TO|FROM|SINCE|AND)")
def _daily(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "daily", "annually"; "20% annually" is a rate, "NK Daily" a name."""
    tokens = context.tokens
    before = tokens.codes[match.start() - 1] if match.start() else 0
    if tokens.text[tokens.starts[match.start()]].isupper() or before in _RATED:
        return None
    return _set(_DAILY[context.tokens.words(match.start(), match.end())])


@rule(
    "running", r"(?:THE|A)? (?:ANYORDINAL|DAYNUMBER SUFFIX) CONSECUTIVE (?P<unit>UNIT|QUARTER|WEEKEND|NIGHT)"
)
def _running(context: Context, match: re.Match[bytes]) -> Reading | None:
    """Read "the third consecutive year"."""
    return _set(duration_value(1, unit_named(context.tokens.words(match.start("unit"), match.end("unit")))))
