"""Figures and claims in words: how a number, a bound, a speaker or a date is said in every view."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from koreaaid.views.text import known, shorten

Row = Mapping[Any, Any]

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "KRW": "₩", "JPY": "¥", "UAH": "₴"}
_BOUNDS = {
    "exact": "{}", "about": "about {}", "almost": "almost {}", "less_than": "under {}", "at_most": "up to {}",
    "more_than": "over {}", "at_least": "at least {}",
}  # fmt: skip
_FEW_OUTLETS = 3
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

CATEGORIES = {
    "money": "Money", "personnel": "Personnel", "casualties": "Casualties", "equipment": "Equipment",
    "munitions": "Munitions", "percent": "Percent", "distance": "Distance", "area": "Area", "mass": "Mass",
    "age": "Age", "other_count": "Other counts",
}  # fmt: skip

_REFERENCES = {"PRESENT_REF": "the present", "PAST_REF": "the past", "FUTURE_REF": "the future"}
BASES = {
    "explicit": "as written",
    "publication": "from the publication date",
    "context": "from a date in the text",
    "unresolved": "not resolved",
}

PUBLISHED_FROM = {
    "header": "stated at the head of the text",
    "metadata": "stated in the page's metadata",
    "dateline": "from the dateline",
    "url": "from the address",
    "inferred": "inferred from the text",
    "supplied": "supplied by the analyst",
    "unknown": "not known",
}


def number(value: float) -> str:
    """Return a number as newspapers write it.

    >>> number(9e9), number(12000.0), number(0.35), number(1.25e6)
    ('9 billion', '12,000', '0.35', '1.25 million')
    """
    for scale, name in _SCALES:
        if abs(value) >= scale:
            return f"{_digits(value / scale)} {name}"
    return _digits(value)


def _digits(value: float) -> str:
    places = 0 if value == int(value) or abs(value) >= 1000 else 1 if abs(value) >= 100 else 2
    text = f"{value:,.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def counted(count: int, noun: str) -> str:
    """Return a count with its noun.

    >>> counted(1, "date"), counted(1200, "date")
    ('1 date', '1,200 dates')
    """
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def dates_counted(count: int) -> str:
    """Return a count of dates, of which some may be lengths of time, in words."""
    return f"{count:,} {'date or length' if count == 1 else 'dates and lengths'} of time"


def with_unit(value: float, unit: str) -> str:
    """Return a number with its unit.

    >>> with_unit(9e9, "USD"), with_unit(5e9, "PLN"), with_unit(12, "percent"), with_unit(3, "kilometer")
    ('$9 billion', 'PLN 5 billion', '12%', '3 kilometers')
    """
    if unit in ("count", ""):
        return number(value)
    if unit == "percent":
        return f"{number(value)}%"
    if unit in _SIGNS:
        return f"{_SIGNS[unit]}{number(value)}"
    if unit.isupper() and len(unit) == 3:
        return f"{unit} {number(value)}"
    return f"{number(value)} {unit if value == 1 else plural(unit)}"


def plural(unit: str) -> str:
    """Return the plural of a unit's name.

    >>> plural("square foot"), plural("inch"), plural("barrel per day")
    ('square feet', 'inches', 'barrels per day')
    """
    head, per, rest = unit.partition(" per ")
    if per:
        return plural(head) + per + rest
    if unit.endswith("foot"):
        return unit.removesuffix("foot") + "feet"
    return unit + ("es" if unit.endswith(("ch", "x", "s", "sh")) else "s")


def amount(row: Row) -> str:
    """Return the value of a claim or of a length of time with its bound, in words.

    >>> amount({"value": 9e9, "low": None, "high": 9e9, "bound": "almost", "unit": "USD"})
    'almost $9 billion'
    """
    value, low, high = known(row["value"]), known(row["low"]), known(row["high"])
    bound, unit = known(row["bound"]) or "exact", known(row["unit"]) or "count"
    if bound == "range" and low is not None and high is not None:
        return f"{number(low)} to {with_unit(high, unit)}"
    if bound == "vague" or value is None:
        if low is not None:
            return f"{with_unit(low, unit)} or more"
        return f"up to {with_unit(high, unit)}" if high is not None else "not given as a number"
    return _BOUNDS.get(bound, "{}").format(with_unit(value, unit))


def best(row: Row) -> float | None:
    """Return the number to draw for a claim: its value, else the middle of its range or its one limit."""
    value, low, high = known(row["value"]), known(row["low"]), known(row["high"])
    if value is not None:
        return float(value)
    if low is not None and high is not None:
        return (float(low) + float(high)) / 2
    limit = low if low is not None else high
    return None if limit is None else float(limit)


def speaker(row: Row, length: int = 36) -> str:
    """Return who says a claim: the person or body named, else the outlet, else the article itself."""
    name = known(row.get("attributed_to")) or known(row.get("outlet"))
    return shorten(str(name), length) if name else "the article itself"


def source_line(rows: Iterable[Row]) -> str:
    """Return whose articles `rows` are from: the outlets if they are few, else how many articles there are.

    >>> source_line([{"article": "a", "outlet": "Yonhap"}, {"article": "b", "outlet": "Yonhap"}])
    'Source: Yonhap.'
    """
    outlets = {row["article"]: known(row.get("outlet")) for row in rows}
    names = sorted({shorten(str(name), 40) for name in outlets.values() if name})
    if None not in outlets.values() and 0 < len(names) <= _FEW_OUTLETS:
        return f"Source{'s' if len(names) > 1 else ''}: {', '.join(names)}."
    of = f" of {len(names):,} outlets" if len(names) > _FEW_OUTLETS else ""
    return f"Source: {counted(len(outlets), 'article')}{of}."


def day_words(day: date, *, year: bool = True) -> str:
    """Return a day as in "28 Oct 2024"."""
    return f"{day.day} {_MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")


def span_words(first: date, last: date) -> str:
    """Return a span of days with the precision that it has.

    >>> span_words(date(2022, 4, 1), date(2022, 4, 30)), span_words(date(2014, 1, 1), date(2014, 12, 31))
    ('Apr 2022', '2014')
    """
    if first == last:
        return day_words(first)
    begins, ends = first.day == 1, (last + timedelta(days=1)).day == 1 if last < date.max else True
    if begins and ends and (first.year, first.month) == (last.year, last.month):
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if begins and ends and (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    return f"{day_words(first, year=first.year != last.year)} to {day_words(last)}"


def run_words(start: tuple[date, date], end: tuple[date, date]) -> str:
    """Return from when to when dates run, each end with the precision that it has.

    >>> run_words((date(2014, 1, 1), date(2014, 12, 31)), (date(2024, 7, 8), date(2024, 7, 14)))
    'from 2014 to 14 Jul 2024'
    """
    if start == end:
        return span_words(*start)
    first, last = span_words(*start), span_words(*end)
    first = day_words(start[0]) if " to " in first else first
    last = day_words(end[1]) if " to " in last else last
    return f"from {first} to {last}"


def date_words(row: Row) -> str:
    """Return a date or a length of time in words.

    >>> date_words({"earliest": None, "latest": None, "unit": None, "value": None, "low": None, "high": None,
    ...             "timex_type": "DATE", "timex_value": "PRESENT_REF", "basis": "explicit"})
    'the present'
    """
    first, last = as_day(row["earliest"]), as_day(row["latest"])
    if first and last:
        return span_words(first, last)
    if known(row["unit"]) and any(known(row[name]) is not None for name in ("value", "low", "high")):
        return amount(row)
    if row["timex_type"] == "DURATION":
        return "a length of time"
    timex = known(row["timex_value"])
    return "not resolved" if row["basis"] == "unresolved" or not timex else _REFERENCES.get(timex, timex)


def as_day(value: Any) -> date | None:
    """Return the day of a cell that holds a date, a time stamp or an ISO text; None for nulls."""
    value = known(value)
    if value is None or (isinstance(value, str) and not value):
        return None
    if isinstance(value, str):
        return date.fromisoformat(value[:10])
    day: date = value.date() if hasattr(value, "date") else value
    return day


def claim_title(row: Row) -> str:
    """Return a claim in a line, shown when a reader points at its mark."""
    item = known(row.get("item"))
    said = known(row.get("said_on"))
    parts = [amount(row) + (f" {shorten(str(item), 60)}" if item else ""), speaker(row, 60)]
    modality = known(row.get("modality"))
    if modality and modality != "asserted":
        parts.append(str(modality).replace("_", " "))
    if said:
        parts.append(f"said {said}")
    return ", ".join(parts)
